#include "models/storage/AddressSearch.h"

#include "models/storage/AddressOrder.h"
#include "models/storage/SearchFolding.h"
#include "models/storage/StatementRun.h"

#include <algorithm>

namespace addressdesk {

namespace {

constexpr qint64 sampleSize = 1000;
constexpr qint64 commonFrom = 250; ///< Matches in the sample from which on a search counts as common.

} // namespace

AddressSearch::AddressSearch(SqlConnection &connection, const AddressRowSql &rows, bool hasSortIndexes)
    : m_connection(connection), m_rows(rows), m_hasSortIndexes(hasSortIndexes)
{
}

Result<QStringList> AddressSearch::keys(const AddressQuery &query, const AddressOrder &order, qint64 first,
                                        qint64 limit)
{
    const qint64 end = first + limit;
    const bool isKept = m_kept && m_kept->query == query && (m_kept->isWhole || end <= m_kept->keys.size());
    if (isKept)
        return m_kept->keys.mid(first, limit);
    m_kept.reset();
    if (end > keptAtMost)
        return find(query, order, first, limit);
    // A few first: the first of many are sorted out much faster than all of them.
    qint64 wanted = keptAtFirst;
    while (wanted < end)
        wanted = std::min(wanted * 10, keptAtMost);
    const Result<bool> isMany = isCommon(searchFolding::words(query.search));
    if (!isMany)
        return tl::unexpected(isMany.error());
    Result<QStringList> found = *isMany ? walk(query, order, wanted) : QStringList();
    if (found && found->size() < wanted)
        found = find(query, order, 0, wanted);
    if (!found)
        return found;
    const bool isWhole = found->size() < wanted;
    m_kept = Kept{query, *std::move(found), isWhole};
    return m_kept->keys.mid(first, limit);
}

Result<qint64> AddressSearch::count(const QString &search)
{
    if (m_kept && m_kept->isWhole && m_kept->query.search == search)
        return m_kept->keys.size();
    const SqlCondition counted = scan(QStringLiteral("count(*)"), searchFolding::words(search));
    return statements::firstRow<qint64>(
               m_connection, counted.sql,
               [&counted](Statement &s) {
                   for (const FieldValue &value : counted.values)
                       s.bind(value);
               },
               [](const Statement &s) -> Result<qint64> { return s.integer(0); })
        .map([](const std::optional<qint64> &count) { return count.value_or(0); });
}

SqlCondition AddressSearch::scan(const QString &columns, const QStringList &words) const
{
    const Dialect &dialect = m_rows.dialect();
    SqlCondition select{QStringLiteral("SELECT %1 FROM %2").arg(columns, m_rows.addressTable()), {}};
    QString conjunction = QStringLiteral(" WHERE ");
    for (const QString &word : words) {
        // Customers are fewer: they are looked through first, and their addresses are known by key.
        const SqlCondition inAddress = dialect.containsWord(m_rows.searchedAddressColumns(), word);
        const SqlCondition inCustomer = dialect.containsWord(m_rows.searchedCustomerColumns(), word);
        select.sql += conjunction + QStringLiteral("(%1 OR %2 IN (SELECT %3 FROM %4 WHERE %5))")
                                        .arg(inAddress.sql, m_rows.addressCustomer(), m_rows.customerKey(),
                                             m_rows.customerTable(), inCustomer.sql);
        select.values += inAddress.values + inCustomer.values;
        conjunction = QStringLiteral(" AND ");
    }
    return select;
}

SqlCondition AddressSearch::joinedMatches(const QStringList &words) const
{
    SqlCondition all;
    for (const QString &word : words) {
        const SqlCondition inAddress = m_rows.dialect().containsWord(m_rows.searchedAddressColumns(), word);
        const SqlCondition inCustomer = m_rows.dialect().containsWord(m_rows.searchedCustomerColumns(), word);
        all.sql += (all.sql.isEmpty() ? QString() : QStringLiteral(" AND ")) +
                   QStringLiteral("(%1 OR %2)").arg(inAddress.sql, inCustomer.sql);
        all.values += inAddress.values + inCustomer.values;
    }
    return all;
}

Result<bool> AddressSearch::isCommon(const QStringList &words)
{
    if (!m_hasSortIndexes)
        return false;
    // The first keys are a fair sample: they are random.
    const SqlCondition match = joinedMatches(words);
    const QString sample = QStringLiteral("SELECT %1 AS k FROM %2 ORDER BY %1 LIMIT ?")
                               .arg(m_rows.addressKey(), m_rows.addressTable());
    const QString sql =
        QStringLiteral("SELECT count(*) FROM (%1) AS s JOIN %2 ON %3 = s.k%4 WHERE %5")
            .arg(sample, m_rows.addressTable(), m_rows.addressKey(), m_rows.leftJoinCustomer(), match.sql);
    const auto bindAll = [&match](Statement &s) {
        s.bind(sampleSize);
        for (const FieldValue &value : match.values)
            s.bind(value);
    };
    return statements::firstRow<qint64>(m_connection, sql, bindAll,
                                        [](const Statement &s) -> Result<qint64> { return s.integer(0); })
        .map([](const std::optional<qint64> &count) { return count.value_or(0) >= commonFrom; });
}

Result<QStringList> AddressSearch::walk(const AddressQuery &query, const AddressOrder &order, qint64 limit)
{
    const SqlCondition match = joinedMatches(searchFolding::words(query.search));
    const QString sql = QStringLiteral("SELECT CAST(%1 AS text)").arg(m_rows.addressKey()) + order.from() +
                        (order.isThroughCustomers() ? QString() : m_rows.leftJoinCustomer()) +
                        QStringLiteral(" WHERE ") + match.sql + QStringLiteral(" ORDER BY ") +
                        order.orderBy() + QStringLiteral(" LIMIT ? OFFSET ?");
    return keysOf(sql, match.values, limit, 0);
}

Result<QStringList> AddressSearch::find(const AddressQuery &query, const AddressOrder &order, qint64 first,
                                        qint64 limit)
{
    // Materialised: the matches are found by one sequential scan, never by walking the sort order's index and
    // looking each row up.
    const SqlCondition matches = scan(order.scanColumns(), searchFolding::words(query.search));
    const QString sql =
        QStringLiteral("WITH a AS MATERIALIZED (") + matches.sql + QStringLiteral(") SELECT CAST(") +
        m_rows.addressKey() + QStringLiteral(" AS text) FROM a") +
        (order.isThroughCustomers() ? m_rows.leftJoinCustomer() : QString()) + QStringLiteral(" ORDER BY ") +
        order.orderByWithAll() + QStringLiteral(" LIMIT ? OFFSET ?");
    return keysOf(sql, matches.values, limit, first);
}

Result<QStringList> AddressSearch::keysOf(const QString &sql, const QList<FieldValue> &values, qint64 limit,
                                          qint64 offset)
{
    const auto bindAll = [&](Statement &s) {
        for (const FieldValue &value : values)
            s.bind(value);
        s.bind(limit).bind(offset);
    };
    return statements::allRows<QString>(
               m_connection, sql, bindAll,
               [](const Statement &s) -> Result<QString> { return s.text(0).value_or(QString()); })
        .map([](const QList<QString> &keys) { return QStringList(keys); });
}

} // namespace addressdesk
