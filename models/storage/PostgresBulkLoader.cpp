#include "models/storage/PostgresBulkLoader.h"

#include "models/storage/PostgresCopy.h"
#include "models/storage/SqlConnection.h"

#include <QJsonDocument>

namespace addressdesk {

namespace {

const QString eventColumns =
    QStringLiteral("stream_id, stream_version, event_type, payload, occurred_at, actor, change_id, "
                   "reason, chain_hash");

/// Those that look at every event that is added.
QStringList forEachTrigger(const QString &action)
{
    QStringList statements;
    for (const QString &trigger : {QStringLiteral("events_actor"), QStringLiteral("events_announce")})
        statements.append(QStringLiteral("ALTER TABLE events %1 TRIGGER %2").arg(action, trigger));
    return statements;
}

} // namespace

PostgresBulkLoader::PostgresBulkLoader(SqlConnection &connection, const SchemaMapping &mapping)
    : m_connection(connection), m_mapping(mapping)
{
}

Done PostgresBulkLoader::start()
{
    auto unit = UnitOfWork::begin(m_connection);
    if (!unit)
        return tl::unexpected(unit.error());
    m_unit.emplace(std::move(*unit));
    return {};
}

Done PostgresBulkLoader::prepare()
{
    // Sample events have several people's names, which the trigger on the actor would refuse.
    const Done done = executeAll(forEachTrigger(QStringLiteral("DISABLE")));
    if (!done && done.error().code == ErrorCode::PermissionDenied)
        return failure(ErrorCode::PermissionDenied,
                       QStringLiteral("only the owner of the tables can fill in sample data: ") +
                           done.error().detail,
                       done.error().nativeCode);
    return done.and_then([this] { return dropIndexes(); }).and_then([this] {
        return m_connection.execute(
            QStringLiteral(
                "CREATE TEMP TABLE bulk_events ON COMMIT DROP AS SELECT %1 FROM events WITH NO DATA")
                .arg(eventColumns));
    });
}

/// Those that belong to no constraint.
Done PostgresBulkLoader::dropIndexes()
{
    const auto statement = m_connection.prepared(QStringLiteral(
        "SELECT quote_ident(n.nspname) || '.' || quote_ident(c.relname), pg_get_indexdef(c.oid) "
        "FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = "
        "c.relnamespace "
        "WHERE i.indrelid IN (CAST(? AS regclass), CAST(? AS regclass), CAST('events' AS regclass)) "
        "AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid)"));
    if (!statement)
        return tl::unexpected(statement.error());
    (*statement)->bind(m_connection.dialect().quoted(m_mapping.customerTable));
    (*statement)->bind(m_connection.dialect().quoted(m_mapping.addressTable));
    if (const Done done = (*statement)->exec(); !done)
        return done;
    QStringList drops;
    while ((*statement)->next()) {
        drops.append(QStringLiteral("DROP INDEX ") + shownText((*statement)->text(0)));
        m_indexes.append(shownText((*statement)->text(1)));
    }
    const Done fetched = (*statement)->fetchError();
    (*statement)->finish();
    return fetched ? executeAll(drops) : fetched;
}

Done PostgresBulkLoader::executeAll(const QStringList &statements)
{
    for (const QString &sql : statements) {
        if (const Done done = m_connection.execute(sql); !done)
            return done;
    }
    return {};
}

QString PostgresBulkLoader::copy(const QString &table, const QStringList &columns) const
{
    QStringList quoted;
    for (const QString &column : columns)
        quoted.append(m_connection.dialect().quoted(column));
    return QStringLiteral("COPY %1 (%2) FROM STDIN")
        .arg(m_connection.dialect().quoted(table), quoted.join(u", "));
}

Done PostgresBulkLoader::addCustomers(const QList<Customer> &customers)
{
    PostgresCopy rows(m_connection);
    Done done =
        rows.begin(copy(m_mapping.customerTable, {m_mapping.customerKey, m_mapping.customerFirstName,
                                                  m_mapping.customerLastName, m_mapping.customerEmail}));
    for (auto it = customers.cbegin(); done && it != customers.cend(); ++it)
        done = rows.add(it->id).add(it->firstName).add(it->lastName).add(it->email).endRow();
    return done ? rows.finish() : done;
}

Done PostgresBulkLoader::addAddresses(const QList<Address> &addresses)
{
    QStringList columns{m_mapping.addressKey, m_mapping.addressCustomer};
    for (const FieldMapping &field : m_mapping.fields)
        columns.append(field.column);
    PostgresCopy rows(m_connection);
    Done done = rows.begin(copy(m_mapping.addressTable, columns));
    for (auto it = addresses.cbegin(); done && it != addresses.cend(); ++it) {
        rows.add(it->id).add(it->customerId);
        for (const FieldMapping &field : m_mapping.fields)
            rows.add(it->values.value(field.id));
        done = rows.endRow();
    }
    return done ? rows.finish() : done;
}

Done PostgresBulkLoader::addEvents(const QList<Event> &events)
{
    PostgresCopy rows(m_connection);
    Done done = rows.begin(QStringLiteral("COPY pg_temp.bulk_events (%1) FROM STDIN").arg(eventColumns));
    for (auto it = events.cbegin(); done && it != events.cend(); ++it) {
        rows.add(it->streamId).add(QString::number(it->streamVersion)).add(eventTypeName(it->type));
        rows.add(QString::fromUtf8(QJsonDocument(it->payload).toJson(QJsonDocument::Compact)));
        rows.add(it->occurredAt).add(it->actor).add(it->changeId).add(it->reason).add(it->chainHash);
        done = rows.endRow();
    }
    return done ? rows.finish() : done;
}

Done PostgresBulkLoader::finish()
{
    const Done loaded =
        m_connection
            .execute(QStringLiteral("INSERT INTO events (%1) SELECT %1 FROM pg_temp.bulk_events "
                                    "ORDER BY occurred_at, stream_id, stream_version")
                         .arg(eventColumns))
            .and_then([this] { return executeAll(m_indexes); })
            .and_then([this] { return executeAll(forEachTrigger(QStringLiteral("ENABLE"))); })
            .and_then(
                [this] { return m_connection.execute(QStringLiteral("NOTIFY address_desk_changes, ''")); })
            .and_then([this] { return m_unit->commit(); });
    if (!loaded)
        return loaded;
    // Everything is in the tables; without fresh statistics the server only plans worse until it makes them
    // itself.
    const Dialect &dialect = m_connection.dialect();
    [[maybe_unused]] const Done analysed = m_connection.execute(
        QStringLiteral("ANALYZE %1, %2, events")
            .arg(dialect.quoted(m_mapping.customerTable), dialect.quoted(m_mapping.addressTable)));
    return {};
}

} // namespace addressdesk
