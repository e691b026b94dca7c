#include "models/storage/TaskRepository.h"

#include "models/storage/EventRow.h"
#include "models/storage/StatementRun.h"

namespace addressdesk {

TaskRepository::TaskRepository(SqlConnection &connection, const EffectiveSchema &schema)
    : m_connection(connection), m_addresses(connection, schema)
{
}

Done TaskRepository::add(const Event &event)
{
    const Result<Statement *> statement =
        statements::run(m_connection,
                        QStringLiteral("INSERT INTO address_desk_tasks (kind, address_id, sequence_num) "
                                       "VALUES ('changedSince', ?, ?) ON CONFLICT DO NOTHING"),
                        [&](Statement &s) { s.bind(event.streamId).bind(event.sequenceNum); });
    if (!statement)
        return tl::unexpected(statement.error());
    (*statement)->finish();
    return {};
}

Result<QList<OfficeTask>> TaskRepository::open(int limit)
{
    const Dialect &dialect = m_connection.dialect();
    constexpr int eventColumn = 2;
    Result<QList<OfficeTask>> tasks = statements::allRows<OfficeTask>(
        m_connection,
        QStringLiteral(
            "SELECT t.id, %1, %2 FROM address_desk_tasks AS t JOIN events AS e ON e.sequence_num = "
            "t.sequence_num WHERE t.done_at IS NULL ORDER BY t.id LIMIT ?")
            .arg(dialect.instantText(QStringLiteral("t.created_at")),
                 eventRow::columns(dialect, QStringLiteral("e."))),
        [limit](Statement &s) { s.bind(static_cast<qint64>(limit)); },
        [](const Statement &s) -> Result<OfficeTask> {
            Result<Event> event = eventRow::read(s, eventColumn);
            if (!event)
                return tl::unexpected(event.error());
            return OfficeTask{s.integer(0), s.text(1).value_or(QString()), {}, *std::move(event)};
        });
    if (!tasks)
        return tasks;
    for (OfficeTask &task : *tasks) {
        task.row.address.id = task.event.streamId;
        Result<AddressRow> row = m_addresses.address(task.event.streamId);
        if (!row && row.error().code != ErrorCode::NotFound)
            return tl::unexpected(row.error());
        if (row)
            task.row = *std::move(row);
    }
    return tasks;
}

Done TaskRepository::finish(qint64 id, const QString &actor)
{
    const Result<Statement *> statement = statements::run(
        m_connection,
        QStringLiteral("UPDATE address_desk_tasks SET done_at = %1, done_by = COALESCE(%2, ?) "
                       "WHERE id = ? AND done_at IS NULL")
            .arg(m_connection.dialect().clock(), m_connection.dialect().sessionActor()),
        [&](Statement &s) { s.bind(actor).bind(id); });
    if (!statement)
        return tl::unexpected(statement.error());
    const bool isDone = (*statement)->rowsAffected() > 0;
    (*statement)->finish();
    return isDone ? Done{} : failure(ErrorCode::NotFound, QStringLiteral("no open task %1").arg(id));
}

Done TaskRepository::reopen(qint64 id)
{
    const Result<Statement *> statement =
        statements::run(m_connection,
                        QStringLiteral("UPDATE address_desk_tasks SET done_at = NULL, done_by = NULL "
                                       "WHERE id = ? AND done_at IS NOT NULL AND sequence_num NOT IN "
                                       "(SELECT sequence_num FROM address_desk_tasks WHERE done_at IS NULL)"),
                        [id](Statement &s) { s.bind(id); });
    if (!statement)
        return tl::unexpected(statement.error());
    const bool isOpen = (*statement)->rowsAffected() > 0;
    (*statement)->finish();
    return isOpen ? Done{} : failure(ErrorCode::NotFound, QStringLiteral("no finished task %1").arg(id));
}

} // namespace addressdesk
