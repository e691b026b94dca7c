#include "models/storage/PostgresWire.h"

#include "models/storage/PostgresDialect.h"

#include <QSqlDatabase>
#include <QSqlDriver>
#include <QVariant>

#include <libpq-fe.h>

namespace addressdesk {

namespace {

constexpr QLatin1String transactionHasFailed("25P02");

} // namespace

void ClearPostgresResult::operator()(pg_result *result) const
{
    PQclear(result);
}

pg_conn *PostgresWire::connectionOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    // The name of the type depends on how Qt was built.
    const QByteArrayView type(handle.typeName());
    if (!handle.isValid() || (type != "PGconn*" && type != "pg_conn*"))
        return nullptr;
    return *static_cast<PGconn *const *>(handle.data());
}

void PostgresWire::throwAnswerAway()
{
    if (m_ahead > 0) // Then nothing is left of it, and libpq would wait for what has not been sent.
        return;
    while (nextResult()) {
    }
}

Done PostgresWire::enterPipeline()
{
    if (PQpipelineStatus(m_connection) == PQ_PIPELINE_OFF && PQenterPipelineMode(m_connection) != 1)
        return tl::unexpected(errorOf(nullptr));
    return {};
}

void PostgresWire::takeAnswersAhead()
{
    if (m_ahead == 0)
        return;
    m_isPipelined = true;         // Until the answer to what was asked last is read as well.
    PQpipelineSync(m_connection); // Where it fails, the answers say so.
    for (; m_ahead > 0; --m_ahead) {
        while (PostgresResult result{PQgetResult(m_connection)}) {
            if (!m_failureAhead && isError(result.get()))
                m_failureAhead = std::move(result);
        }
    }
}

void PostgresWire::leavePipeline()
{
    m_isPipelined = false;
    while (const PostgresResult result{PQgetResult(m_connection)}) {
        if (PQresultStatus(result.get()) == PGRES_PIPELINE_SYNC)
            break;
    }
    PQexitPipelineMode(m_connection);
}

PostgresResult PostgresWire::nextResult()
{
    PostgresResult result(PQgetResult(m_connection));
    if (!result && m_isPipelined)
        leavePipeline();
    if (m_failureAhead && (!result || PQresultStatus(result.get()) == PGRES_PIPELINE_ABORTED))
        return std::move(m_failureAhead);
    // Somebody's COPY that was not ended would be answered for ever.
    if (PQresultStatus(result.get()) == PGRES_COPY_IN)
        PQputCopyEnd(m_connection, "another statement began");
    if (PQresultStatus(result.get()) == PGRES_COPY_OUT) {
        for (char *row = nullptr; PQgetCopyData(m_connection, &row, 0) > 0;)
            PQfreemem(row);
    }
    return result;
}

bool PostgresWire::isError(const pg_result *result)
{
    switch (PQresultStatus(result)) {
    case PGRES_COMMAND_OK:
    case PGRES_TUPLES_OK:
    case PGRES_SINGLE_TUPLE:
    case PGRES_COPY_IN:
        return false;
    default:
        return true;
    }
}

Done PostgresWire::readToEnd()
{
    Done done;
    while (const PostgresResult result = nextResult()) {
        if (done && isError(result.get()))
            done = tl::unexpected(errorOf(result.get()));
    }
    return done;
}

Done PostgresWire::run(const QString &script)
{
    if (const Done settled = settle(); !settled)
        return settled;
    const Result<quint64> turn = ask(
        [text = script.toUtf8()](PGconn *connection) { return PQsendQuery(connection, text.constData()); });
    return turn ? readToEnd() : Done(tl::unexpected(turn.error()));
}

Done PostgresWire::settle()
{
    throwAnswerAway();
    if (PQpipelineStatus(m_connection) == PQ_PIPELINE_OFF)
        return {};
    takeAnswersAhead();
    leavePipeline();
    const PostgresResult failed = std::move(m_failureAhead);
    return failed ? Done(tl::unexpected(errorOf(failed.get()))) : Done();
}

Done PostgresWire::rollBack()
{
    [[maybe_unused]] const Done settled = settle();
    return run(QStringLiteral("ROLLBACK"));
}

Done PostgresWire::commit()
{
    // The simple protocol costs the server less, and has no pipeline.
    const Result<quint64> turn = ask([isAlone = m_ahead == 0](PGconn *connection) {
        return isAlone ? PQsendQuery(connection, "COMMIT")
                       : PQsendQueryParams(connection, "COMMIT", 0, nullptr, nullptr, nullptr, nullptr, 0);
    });
    if (!turn)
        return tl::unexpected(turn.error());
    const PostgresResult result = nextResult();
    if (const Done rest = readToEnd(); isError(result.get()) || !rest)
        return isError(result.get()) ? tl::unexpected(errorOf(result.get())) : rest;
    // After a statement that failed PostgreSQL answers with success, and rolls back.
    if (qstrcmp(PQcmdStatus(result.get()), "COMMIT") != 0)
        return failure(PostgresDialect::codeOf(transactionHasFailed),
                       QStringLiteral("the transaction had failed before it was committed"));
    return {};
}

Error PostgresWire::errorOf(const pg_result *result) const
{
    const QString state = QString::fromLatin1(PQresultErrorField(result, PG_DIAG_SQLSTATE));
    const char *message = result ? PQresultErrorMessage(result) : PQerrorMessage(m_connection);
    return {PostgresDialect::codeOf(state), PostgresDialect::withoutValues(QString::fromUtf8(message)),
            state};
}

} // namespace addressdesk
