#include "models/items/AddressPageCache.h"

#include <algorithm>

namespace addressdesk {

void AddressPageCache::store(int pageIndex, const AddressPage &page)
{
    if (!m_pages.contains(pageIndex))
        makeRoom();
    m_pages.insert(pageIndex, Page{page.rows, page.last, false, ++m_clock});
}

void AddressPageCache::makeRoom()
{
    if (m_pages.size() < maximumPages)
        return;
    const auto oldest =
        std::min_element(m_pages.cbegin(), m_pages.cend(), [](const Page &first, const Page &second) {
            return first.lastUse < second.lastUse;
        });
    m_pages.erase(oldest);
}

const AddressRow *AddressPageCache::use(int row)
{
    const auto page = m_pages.find(pageOf(row));
    if (page == m_pages.end())
        return nullptr;
    page->lastUse = ++m_clock;
    return peek(row);
}

const AddressRow *AddressPageCache::peek(int row) const
{
    const auto page = m_pages.constFind(pageOf(row));
    const int offset = row % pageSize;
    return page != m_pages.cend() && offset < page->rows.size() ? &page->rows[offset] : nullptr;
}

int AddressPageCache::replace(const AddressRow &row)
{
    const int position = rowOf(row.address.id);
    if (position >= 0)
        m_pages[pageOf(position)].rows[position % pageSize] = row;
    return position;
}

int AddressPageCache::rowOf(const QString &addressId) const
{
    for (auto page = m_pages.cbegin(); page != m_pages.cend(); ++page) {
        for (qsizetype i = 0; i < page->rows.size(); ++i) {
            if (page->rows[i].address.id == addressId)
                return page.key() * pageSize + static_cast<int>(i);
        }
    }
    return -1;
}

QStringList AddressPageCache::idsOfPage(int pageIndex) const
{
    QStringList ids;
    const QList<AddressRow> rows = m_pages.value(pageIndex).rows;
    for (const AddressRow &row : rows)
        ids.append(row.address.id);
    return ids;
}

PageAnchor AddressPageCache::anchorBefore(int pageIndex) const
{
    const auto page = m_pages.constFind(pageIndex - 1);
    const bool isKnown = page != m_pages.cend() && !page->isStale && page->rows.size() == pageSize;
    return isKnown ? page->last : PageAnchor();
}

void AddressPageCache::markAllStale()
{
    for (Page &page : m_pages)
        page.isStale = true;
}

bool AddressPageCache::isStale(int pageIndex) const
{
    const auto page = m_pages.constFind(pageIndex);
    return page != m_pages.cend() && page->isStale;
}

int AddressPageCache::latestPage() const
{
    int latest = -1;
    quint64 lastUse = 0;
    for (auto page = m_pages.cbegin(); page != m_pages.cend(); ++page) {
        if (page->lastUse > lastUse) {
            lastUse = page->lastUse;
            latest = page.key();
        }
    }
    return latest;
}

} // namespace addressdesk
