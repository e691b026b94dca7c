#pragma once

#include "models/domain/Paging.h"

#include <QHash>

namespace addressdesk {

/// The pages of one query that were used last. Bounded, so memory does not grow with the table.
class AddressPageCache final
{
public:
    static constexpr int pageSize = 200;
    static constexpr int maximumPages = 24;

    void clear() { m_pages.clear(); }
    void store(int pageIndex, const AddressPage &page);

    /// Marks a page as used and returns its row, or nullptr. Valid until the next change of the cache.
    [[nodiscard]] const AddressRow *use(int row);
    /// The same without marking.
    [[nodiscard]] const AddressRow *peek(int row) const;
    /// Replaces an address's values; returns its row, or −1 when it is not kept.
    int replace(const AddressRow &row);
    [[nodiscard]] int rowOf(const QString &addressId) const;

    [[nodiscard]] bool contains(int pageIndex) const { return m_pages.contains(pageIndex); }
    [[nodiscard]] QStringList idsOfPage(int pageIndex) const;
    /// The key after which the page starts; invalid when the page before is not known.
    [[nodiscard]] PageAnchor anchorBefore(int pageIndex) const;

    /// Kept pages may be out of date: shown, and read again when used.
    void markAllStale();
    [[nodiscard]] bool isStale(int pageIndex) const;
    /// The page that was used last, or −1.
    [[nodiscard]] int latestPage() const;

    [[nodiscard]] static constexpr int pageOf(int row) { return row / pageSize; }

private:
    struct Page
    {
        QList<AddressRow> rows;
        PageAnchor last;
        bool isStale = false;
        quint64 lastUse = 0;
    };

    void makeRoom();

    QHash<int, Page> m_pages;
    quint64 m_clock = 0;
};

} // namespace addressdesk
