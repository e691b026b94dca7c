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

quint64 PostgresWire::beginTurn()
{
    while (nextResult()) {
    }
    return ++m_turn;
}

PostgresResult PostgresWire::nextResult()
{
    PostgresResult result(PQgetResult(m_connection));
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
    [[maybe_unused]] const quint64 turn = beginTurn();
    if (PQsendQuery(m_connection, script.toUtf8().constData()) != 1)
        return tl::unexpected(errorOf(nullptr));
    return readToEnd();
}

Done PostgresWire::commit()
{
    [[maybe_unused]] const quint64 turn = beginTurn();
    const PostgresResult result(PQexec(m_connection, "COMMIT"));
    if (isError(result.get()))
        return tl::unexpected(errorOf(result.get()));
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
