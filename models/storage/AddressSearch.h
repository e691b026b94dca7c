#pragma once

#include "models/domain/Error.h"
#include "models/domain/Paging.h"
#include "models/storage/AddressRowSql.h"
#include "models/storage/Dialect.h"

#include <QStringList>

#include <optional>

namespace addressdesk {

class AddressOrder;
class SqlConnection;

/// The addresses that match a search, in an order. Every word must be contained in the customer's names, the
/// e-mail or a field; accents and case do not matter (SearchFolding.h).
///
/// The whole table is looked through once; the matches' keys are kept, so that scrolling in them looks
/// nothing through again.
class AddressSearch final
{
public:
    static constexpr qint64 keptAtFirst = 2'000;
    static constexpr qint64 keptAtMost =
        200'000; ///< Keys; further down in more matches every page is a search.

    AddressSearch(SqlConnection &connection, const AddressRowSql &rows, bool hasSortIndexes);

    /// The keys of matches `first` to `first + limit` (excluded).
    [[nodiscard]] Result<QStringList> keys(const AddressQuery &query, const AddressOrder &order, qint64 first,
                                           qint64 limit);
    [[nodiscard]] Result<qint64> count(const QString &search);
    void forget() { m_kept.reset(); }

private:
    struct Kept
    {
        AddressQuery query;
        QStringList keys;
        bool isWhole = false;
    };

    /// "SELECT … FROM addresses WHERE every word matches", by one look at every row.
    [[nodiscard]] SqlCondition scan(const QString &columns, const QStringList &words) const;
    [[nodiscard]] SqlCondition
    joinedMatches(const QStringList &words) const; ///< The condition where customers are joined.
    /// So many rows match that walking the order's index finds the first of them soonest. Otherwise that
    /// would be ruinous.
    [[nodiscard]] Result<bool> isCommon(const QStringList &words);
    [[nodiscard]] Result<QStringList> walk(const AddressQuery &query, const AddressOrder &order,
                                           qint64 limit);
    [[nodiscard]] Result<QStringList> find(const AddressQuery &query, const AddressOrder &order, qint64 first,
                                           qint64 limit);
    [[nodiscard]] Result<QStringList> keysOf(const QString &sql, const QList<FieldValue> &values,
                                             qint64 limit, qint64 offset);

    SqlConnection &m_connection;
    const AddressRowSql &m_rows;
    bool m_hasSortIndexes;
    std::optional<Kept> m_kept;
};

} // namespace addressdesk
