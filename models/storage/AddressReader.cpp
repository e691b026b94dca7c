#include "models/storage/AddressReader.h"

#include "models/domain/EventType.h"
#include "models/storage/SearchFolding.h"
#include "models/storage/StatementRun.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace addressdesk {

AddressReader::AddressReader(SqlConnection &connection, const EffectiveSchema &schema)
    : m_connection(connection), m_schema(schema), m_rows(connection.dialect(), schema.mapping),
      m_search(connection, m_rows, schema.hasSortIndexes)
{
}

AddressReader::~AddressReader() = default;

Result<AddressPage> AddressReader::page(const PageRequest &request)
{
    const auto order = AddressOrder::of(request.query.sort, m_rows);
    if (!order)
        return failure(ErrorCode::InvalidArgument, request.query.sort.column);
    if (searchFolding::words(request.query.search).isEmpty())
        return sortedPage(request, *order);
    return searchedPage(request, *order);
}

Result<qint64> AddressReader::count(const AddressQuery &query)
{
    return m_search.count(query.search);
}

Result<AddressRow> AddressReader::address(const QString &addressId)
{
    const Dialect &dialect = m_connection.dialect();
    if (!dialect.canBeKey(addressId, m_schema.keyTypes.address))
        return failure(ErrorCode::NotFound, QStringLiteral("no such address"));
    const QString sql = QStringLiteral("SELECT %1 FROM %2%3 WHERE %4 = %5")
                            .arg(m_rows.rowColumns(), m_rows.addressTable(), m_rows.leftJoinCustomer(),
                                 m_rows.addressKey(), dialect.keyPlaceholder());
    const Result<QList<AddressRow>> found = rows(sql, {FieldValue(addressId)}, {});
    if (!found)
        return tl::unexpected(found.error());
    if (found->isEmpty())
        return failure(ErrorCode::NotFound, QStringLiteral("no such address"));
    return found->first();
}

Result<AddressPage> AddressReader::searchedPage(const PageRequest &request, const AddressOrder &order)
{
    const Result<QStringList> keys =
        m_search.keys(request.query, order, request.firstIndex, request.limit + 1);
    if (!keys)
        return tl::unexpected(keys.error());
    return rowsOf(*keys).map([&](QList<AddressRow> found) {
        AddressPage page = pageOf(request, std::move(found), order);
        page.isEnd = keys->size() <= request.limit;
        return page;
    });
}

Result<AddressPage> AddressReader::sortedPage(const PageRequest &request, const AddressOrder &order)
{
    const qint64 wanted = request.limit + 1; // One more tells whether this is the end.
    const bool isByKey = request.after.isValid() && m_schema.hasSortIndexes;
    PageAnchor anchor = request.after;
    qint64 offset = 0;
    if (!isByKey) {
        const Result<PageLandmarks::Landmark> landmark =
            landmarkBefore(request.firstIndex, request.query.sort, order);
        if (!landmark)
            return tl::unexpected(landmark.error());
        anchor = landmark->anchor;
        offset = request.firstIndex - landmark->position;
    }
    if (order.isBeyondCustomers(anchor)) {
        return withoutCustomer(order, anchor, offset, wanted).map([&](QList<AddressRow> rest) {
            return pageOf(request, std::move(rest), order);
        });
    }
    Result<QList<AddressRow>> found = rowsAt(order, anchor, offset, wanted);
    if (!found)
        return tl::unexpected(found.error());
    if (order.isThroughCustomers() && found->size() < wanted) {
        qint64 skipped = 0;
        if (found->isEmpty() && !isByKey) {
            const Result<qint64> all = count({});
            const Result<qint64> rest = withoutCustomerCount();
            if (!all || !rest)
                return tl::unexpected(all ? rest.error() : all.error());
            skipped = std::max<qint64>(0, request.firstIndex - (*all - *rest));
        }
        const auto rest = withoutCustomer(order, {}, skipped, wanted - found->size());
        if (!rest)
            return tl::unexpected(rest.error());
        *found += *rest;
    }
    return pageOf(request, *std::move(found), order);
}

AddressPage AddressReader::pageOf(const PageRequest &request, QList<AddressRow> rows,
                                  const AddressOrder &order)
{
    AddressPage page;
    page.firstIndex = request.firstIndex;
    page.isEnd = rows.size() <= request.limit;
    if (!page.isEnd)
        rows.resize(request.limit);
    page.rows = std::move(rows);
    if (!page.rows.isEmpty())
        page.last = order.anchorOf(page.rows.last());
    return page;
}

/// The keys first, from the covering index alone; only the visible rows are looked up. `keys` gives ak, s1, …
/// and step.
QString AddressReader::visibleRows(const QString &keys, const AddressOrder &order) const
{
    return QStringLiteral("WITH k AS (%1) SELECT %2 FROM k JOIN %3 ON %4 = k.ak%5 ORDER BY k.step, %6")
        .arg(keys, m_rows.rowColumns(), m_rows.addressTable(), m_rows.addressKey(), m_rows.leftJoinCustomer(),
             order.orderByKeys(QStringLiteral("k")));
}

Result<QList<AddressRow>> AddressReader::rowsFrom(const AddressOrder &order, const AddressOrder::Step &step,
                                                  qint64 offset, qint64 limit)
{
    const QString condition =
        step.condition.isEmpty() ? QString() : QStringLiteral(" WHERE ") + step.condition;
    const QString keys = QStringLiteral("SELECT 0 AS step, ") + order.keyColumns() + order.from() +
                         condition + QStringLiteral(" ORDER BY ") + order.orderBy() +
                         QStringLiteral(" LIMIT ? OFFSET ?");
    return rows(visibleRows(keys, order), step.values, {limit, offset});
}

/// What follows the anchor: every step of it in one statement.
Result<QList<AddressRow>> AddressReader::rowsAfter(const AddressOrder &order, const PageAnchor &anchor,
                                                   qint64 limit)
{
    QStringList parts;
    QList<FieldValue> values;
    const auto steps = order.stepsAfter(anchor);
    for (qsizetype i = 0; i < steps.size(); ++i) {
        parts.append(QStringLiteral("SELECT * FROM (SELECT %1 AS step, ").arg(i) + order.keyColumns() +
                     order.from() + QStringLiteral(" WHERE ") + steps[i].condition +
                     QStringLiteral(" ORDER BY ") + order.orderBy() +
                     QStringLiteral(" LIMIT %1) AS part%2").arg(QString::number(limit), QString::number(i)));
        values += steps[i].values;
    }
    const QString keys = QStringLiteral("SELECT * FROM (%1) AS k ORDER BY step, %2 LIMIT ?")
                             .arg(parts.join(u" UNION ALL "), order.orderByKeys(QStringLiteral("k")));
    return rows(visibleRows(keys, order), values, {limit});
}

/// As rowsAfter(), but from `offset` rows further on: step by step, because sorting all that is skipped would
/// cost more.
Result<QList<AddressRow>> AddressReader::rowsBeyond(const AddressOrder &order, const PageAnchor &anchor,
                                                    qint64 offset, qint64 limit)
{
    QList<AddressRow> found;
    const auto steps = order.stepsAfter(anchor);
    for (const AddressOrder::Step &step : steps) {
        const Result<QList<AddressRow>> part = rowsFrom(order, step, offset, limit - found.size());
        if (!part)
            return part;
        found += *part;
        if (found.size() == limit)
            break;
        const Result<qint64> length =
            part->isEmpty() && offset > 0 ? lengthOf(order, step) : Result<qint64>(offset);
        if (!length)
            return tl::unexpected(length.error());
        offset -= *length;
    }
    return found;
}

Result<qint64> AddressReader::lengthOf(const AddressOrder &order, const AddressOrder::Step &step)
{
    return statements::firstRow<qint64>(
               m_connection,
               QStringLiteral("SELECT count(*)") + order.from() + QStringLiteral(" WHERE ") + step.condition,
               [&](Statement &s) {
                   for (const FieldValue &value : step.values)
                       s.bind(value);
               },
               [](const Statement &s) -> Result<qint64> { return s.integer(0); })
        .map([](const std::optional<qint64> &count) { return count.value_or(0); });
}

Result<QList<AddressRow>> AddressReader::rowsAt(const AddressOrder &order, const PageAnchor &anchor,
                                                qint64 offset, qint64 limit)
{
    if (!anchor.isValid())
        return rowsFrom(order, {}, offset, limit);
    return offset == 0 ? rowsAfter(order, anchor, limit) : rowsBeyond(order, anchor, offset, limit);
}

QString AddressReader::withoutCustomerKeys() const
{
    // Two searches by the customer's index: rows that name nobody, and rows whose customer is gone.
    return QStringLiteral(
               "SELECT %1 AS ak FROM %2 WHERE %3 IS NULL UNION ALL SELECT %1 AS ak FROM %2 WHERE %3 IN "
               "(SELECT %3 FROM %2%4 WHERE %3 IS NOT NULL AND %5 IS NULL)")
        .arg(m_rows.addressKey(), m_rows.addressTable(), m_rows.addressCustomer(), m_rows.leftJoinCustomer(),
             m_rows.customerKey());
}

Result<QList<AddressRow>> AddressReader::withoutCustomer(const AddressOrder &order, const PageAnchor &after,
                                                         qint64 offset, qint64 limit)
{
    const Result<qint64> count = withoutCustomerCount();
    if (!count)
        return tl::unexpected(count.error());
    if (*count == 0)
        return QList<AddressRow>();
    const QString condition = !after.isValid()       ? QString()
                              : order.isDescending() ? QStringLiteral(" WHERE k.ak < ?")
                                                     : QStringLiteral(" WHERE k.ak > ?");
    const QString sql =
        QStringLiteral("WITH k AS (SELECT * FROM (%1) AS k%2 ORDER BY k.ak%3 LIMIT ? OFFSET ?) "
                       "SELECT %4 FROM k JOIN %5 ON %6 = k.ak%7 ORDER BY k.ak%3")
            .arg(withoutCustomerKeys(), condition, order.direction(), m_rows.rowColumns(),
                 m_rows.addressTable(), m_rows.addressKey(), m_rows.leftJoinCustomer());
    const QList<FieldValue> values =
        after.isValid() ? QList<FieldValue>{FieldValue(after.addressId)} : QList<FieldValue>();
    return rows(sql, values, {limit, offset});
}

Result<qint64> AddressReader::withoutCustomerCount()
{
    if (!m_withoutCustomer) {
        const auto counted = statements::firstRow<qint64>(
            m_connection, QStringLiteral("SELECT count(*) FROM (%1) AS k").arg(withoutCustomerKeys()),
            [](Statement &) {}, [](const Statement &s) -> Result<qint64> { return s.integer(0); });
        if (!counted)
            return tl::unexpected(counted.error());
        m_withoutCustomer = counted->value_or(0);
    }
    return *m_withoutCustomer;
}

Result<QList<AddressRow>> AddressReader::rowsOf(const QStringList &addressIds)
{
    const QString sql =
        QStringLiteral("SELECT %1 FROM %2%3 WHERE %4")
            .arg(m_rows.rowColumns(), m_rows.addressTable(), m_rows.leftJoinCustomer(),
                 m_connection.dialect().isInList(m_rows.addressKey(), m_schema.keyTypes.address));
    const QString list = QString::fromUtf8(
        QJsonDocument(QJsonArray::fromStringList(addressIds)).toJson(QJsonDocument::Compact));
    const Result<QList<AddressRow>> found = rows(sql, {FieldValue(list)}, {});
    if (!found)
        return found;
    QHash<QString, AddressRow> byId;
    for (const AddressRow &row : *found)
        byId.insert(row.address.id, row);
    QList<AddressRow> inOrder;
    inOrder.reserve(addressIds.size());
    for (const QString &id : addressIds) {
        if (const auto row = byId.constFind(id); row != byId.cend())
            inOrder.append(*row);
    }
    return inOrder;
}

Result<QList<AddressRow>> AddressReader::rows(const QString &sql, const QList<FieldValue> &values,
                                              const QList<qint64> &numbers)
{
    const auto bindAll = [&](Statement &s) {
        for (const FieldValue &value : values)
            s.bind(value);
        for (const qint64 number : numbers)
            s.bind(number);
    };
    return statements::allRows<AddressRow>(
        m_connection, sql, bindAll,
        [this](const Statement &s) -> Result<AddressRow> { return m_rows.readRow(s); });
}

/// The way to a place that nobody has been at yet is walked once: its landmarks are kept, even when the walk
/// is interrupted.
Result<PageLandmarks::Landmark> AddressReader::landmarkBefore(qint64 position, const SortOrder &sort,
                                                              const AddressOrder &order)
{
    // Where one index gives the whole order, counting along it is quick; without an index every landmark
    // would be a sort.
    if (!order.isThroughCustomers() || !m_schema.hasSortIndexes)
        return PageLandmarks::Landmark{};
    if (m_landmarkOrder != sort) {
        m_landmarkOrder = sort;
        m_landmarks = {};
    }
    while (!m_landmarks.isComplete() && m_landmarks.last().position + PageLandmarks::spacing <= position) {
        if (const Done found = extend(m_landmarks, order); !found)
            return tl::unexpected(found.error());
    }
    return m_landmarks.before(position);
}

Done AddressReader::extend(PageLandmarks &landmarks, const AddressOrder &order)
{
    const auto next = rowsAt(order, landmarks.last().anchor, PageLandmarks::spacing - 1, 1);
    if (!next)
        return tl::unexpected(next.error());
    if (next->isEmpty())
        landmarks.complete();
    else
        landmarks.append(order.anchorOf(next->first()));
    return {};
}

Result<bool> AddressReader::prepare()
{
    const auto order = AddressOrder::of(m_landmarkOrder, m_rows);
    if (!order || !order->isThroughCustomers() || !m_schema.hasSortIndexes || m_landmarks.isComplete())
        return false;
    return extend(m_landmarks, *order).map([this] { return !m_landmarks.isComplete(); });
}

void AddressReader::noteChanges(const QStringList &addressIds)
{
    m_search.forget();
    // Most changes are of values, which move no row in the orders that have landmarks.
    const Result<qint64> existence = newestExistenceEvent();
    if (addressIds.isEmpty() || !existence || *existence != m_existence)
        forget();
    m_existence = existence.value_or(-1);
}

Result<qint64> AddressReader::newestExistenceEvent()
{
    qint64 newest = 0;
    for (const EventType type :
         {EventType::AddressCreated, EventType::AddressDeleted, EventType::AddressRestored}) {
        const auto found = statements::firstRow<qint64>(
            m_connection,
            QStringLiteral(
                "SELECT sequence_num FROM events WHERE event_type = ? ORDER BY sequence_num DESC LIMIT 1"),
            [type](Statement &s) { s.bind(eventTypeName(type)); },
            [](const Statement &s) -> Result<qint64> { return s.integer(0); });
        if (!found)
            return tl::unexpected(found.error());
        newest = std::max(newest, found->value_or(0));
    }
    return newest;
}

void AddressReader::forget()
{
    m_search.forget();
    m_landmarks = {};
    m_withoutCustomer.reset();
}

} // namespace addressdesk
