#include "models/storage/SqliteBulkLoader.h"

#include "models/storage/SqlConnection.h"

#include <QJsonDocument>

namespace addressdesk {

namespace {

const QString eventColumns =
    QStringLiteral("stream_id, stream_version, event_type, payload, occurred_at, actor, change_id, "
                   "reason, chain_hash");

} // namespace

SqliteBulkLoader::SqliteBulkLoader(SqlConnection &connection, const SchemaMapping &mapping)
    : m_connection(connection), m_mapping(mapping)
{
}

SqliteBulkLoader::~SqliteBulkLoader()
{
    m_unit.reset();
    restoreSettings();
}

Done SqliteBulkLoader::start()
{
    // A large page cache for the indexes; what has to be sorted goes to files, not to memory.
    if (const Done done = executeAll(
            {QStringLiteral("PRAGMA cache_size = -65536"), QStringLiteral("PRAGMA temp_store = FILE")});
        !done)
        return done;
    auto unit = UnitOfWork::begin(m_connection);
    if (!unit)
        return tl::unexpected(unit.error());
    m_unit.emplace(std::move(*unit));
    return {};
}

void SqliteBulkLoader::restoreSettings()
{
    // Only speed depends on them: a failure is not worth telling.
    [[maybe_unused]] const Done done = executeAll(
        {QStringLiteral("PRAGMA cache_size = -32768"), QStringLiteral("PRAGMA temp_store = MEMORY")});
}

Done SqliteBulkLoader::prepare()
{
    if (const Done dropped = dropIndexesAndTriggers(); !dropped)
        return dropped;
    return m_connection.execute(
        QStringLiteral("CREATE TEMP TABLE bulk_events (stream_id, stream_version, event_type, payload, "
                       "occurred_at, actor, change_id, reason, chain_hash)"));
}

/// Sorted once at the end, an index is made many times faster than row by row; and the history's triggers
/// look every event up in indexes that are not there meanwhile.
Done SqliteBulkLoader::dropIndexesAndTriggers()
{
    // Indexes come before triggers when they are made again, in the order of their names.
    const auto statement = m_connection.prepared(QStringLiteral(
        "SELECT type, name, sql FROM main.sqlite_schema WHERE sql IS NOT NULL AND ("
        "(type = 'index' AND tbl_name IN (?, ?, 'events')) OR (type = 'trigger' AND tbl_name = 'events')) "
        "ORDER BY type, name"));
    if (!statement)
        return tl::unexpected(statement.error());
    (*statement)->bind(m_mapping.customerTable).bind(m_mapping.addressTable);
    if (const Done done = (*statement)->exec(); !done)
        return done;
    QStringList drops;
    while ((*statement)->next()) {
        drops.append(QStringLiteral("DROP %1 %2")
                         .arg(shownText((*statement)->text(0)),
                              m_connection.dialect().quoted(shownText((*statement)->text(1)))));
        m_dropped.append(shownText((*statement)->text(2)));
    }
    const Done fetched = (*statement)->fetchError();
    (*statement)->finish();
    return fetched ? executeAll(drops) : fetched;
}

Done SqliteBulkLoader::executeAll(const QStringList &statements)
{
    for (const QString &sql : statements) {
        if (const Done done = m_connection.execute(sql); !done)
            return done;
    }
    return {};
}

QString SqliteBulkLoader::insertion(const QString &table, const QStringList &columns) const
{
    QStringList quoted;
    QStringList placeholders;
    for (const QString &column : columns) {
        quoted.append(m_connection.dialect().quoted(column));
        placeholders.append(QStringLiteral("?"));
    }
    return QStringLiteral("INSERT INTO %1 (%2) VALUES (%3)")
        .arg(m_connection.dialect().quoted(table), quoted.join(u", "), placeholders.join(u", "));
}

Done SqliteBulkLoader::addCustomers(const QList<Customer> &customers)
{
    const auto statement = m_connection.prepared(
        insertion(m_mapping.customerTable, {m_mapping.customerKey, m_mapping.customerFirstName,
                                            m_mapping.customerLastName, m_mapping.customerEmail}));
    if (!statement)
        return tl::unexpected(statement.error());
    for (const Customer &customer : customers) {
        (*statement)->bind(customer.id).bind(customer.firstName).bind(customer.lastName).bind(customer.email);
        if (const Done done = (*statement)->exec(); !done)
            return done;
    }
    return {};
}

Done SqliteBulkLoader::addAddresses(const QList<Address> &addresses)
{
    QStringList columns{m_mapping.addressKey, m_mapping.addressCustomer};
    for (const FieldMapping &field : m_mapping.fields)
        columns.append(field.column);
    const auto statement = m_connection.prepared(insertion(m_mapping.addressTable, columns));
    if (!statement)
        return tl::unexpected(statement.error());
    for (const Address &address : addresses) {
        (*statement)->bind(address.id).bind(address.customerId);
        for (const FieldMapping &field : m_mapping.fields)
            (*statement)->bind(address.values.value(field.id));
        if (const Done done = (*statement)->exec(); !done)
            return done;
    }
    return {};
}

Done SqliteBulkLoader::addEvents(const QList<Event> &events)
{
    const auto statement = m_connection.prepared(
        QStringLiteral("INSERT INTO temp.bulk_events (%1) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)")
            .arg(eventColumns));
    if (!statement)
        return tl::unexpected(statement.error());
    for (const Event &event : events) {
        (*statement)->bind(event.streamId).bind(qint64(event.streamVersion)).bind(eventTypeName(event.type));
        (*statement)->bind(QString::fromUtf8(QJsonDocument(event.payload).toJson(QJsonDocument::Compact)));
        (*statement)
            ->bind(event.occurredAt)
            .bind(event.actor)
            .bind(event.changeId)
            .bind(event.reason)
            .bind(event.chainHash);
        if (const Done done = (*statement)->exec(); !done)
            return done;
    }
    return {};
}

Done SqliteBulkLoader::finish()
{
    const Done loaded =
        m_connection
            .execute(QStringLiteral("INSERT INTO events (%1) SELECT %1 FROM temp.bulk_events "
                                    "ORDER BY occurred_at, stream_id, stream_version")
                         .arg(eventColumns))
            .and_then([this] { return m_connection.execute(QStringLiteral("DROP TABLE temp.bulk_events")); })
            .and_then([this] { return executeAll(m_dropped); })
            .and_then([this] {
                return executeAll(
                    {QStringLiteral("PRAGMA analysis_limit = 2000"), QStringLiteral("ANALYZE")});
            })
            .and_then([this] { return m_unit->commit(); });
    if (loaded)
        m_unit.reset();
    return loaded;
}

} // namespace addressdesk
