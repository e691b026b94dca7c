#include "models/storage/PostgresCopy.h"

#include "models/storage/PostgresDialect.h"
#include "models/storage/SqlConnection.h"

#include <QSqlDriver>
#include <QVariant>

#include <libpq-fe.h>

#include <memory>

namespace addressdesk {

namespace {

constexpr qsizetype sendAt = qsizetype(64) * 1024;

struct ResultDeleter
{
    void operator()(PGresult *result) const { PQclear(result); }
};
using ResultPointer = std::unique_ptr<PGresult, ResultDeleter>;

PGconn *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    // The name of the type depends on how Qt was built.
    const QByteArrayView type(handle.typeName());
    if (!handle.isValid() || (type != "PGconn*" && type != "pg_conn*"))
        return nullptr;
    return *static_cast<PGconn *const *>(handle.data());
}

Error errorOf(const PGresult *result)
{
    const QString state = QString::fromLatin1(PQresultErrorField(result, PG_DIAG_SQLSTATE));
    return {PostgresDialect::codeOf(state),
            PostgresDialect::withoutValues(QString::fromUtf8(PQresultErrorMessage(result))), state};
}

} // namespace

PostgresCopy::PostgresCopy(SqlConnection &connection)
    : m_connection(connection), m_handle(handleOf(connection.database()))
{
}

PostgresCopy::~PostgresCopy()
{
    if (!m_isRunning)
        return;
    PQputCopyEnd(m_handle, "given up");
    [[maybe_unused]] const Done ended = result();
}

Done PostgresCopy::begin(const QString &sql)
{
    if (!m_handle)
        return failure(ErrorCode::DriverMissing, QStringLiteral("QPSQL gives no PGconn handle"));
    if (const auto fault = m_connection.injectedFault(sql))
        return tl::unexpected(*fault);
    if (const Done allowed = m_connection.aboutToRun(); !allowed)
        return allowed;
    const ResultPointer started(PQexec(m_handle, sql.toUtf8().constData()));
    m_connection.hasRun();
    if (!started)
        return tl::unexpected(connectionError());
    if (PQresultStatus(started.get()) != PGRES_COPY_IN)
        return tl::unexpected(errorOf(started.get()));
    m_isRunning = true;
    return {};
}

void PostgresCopy::separate()
{
    if (m_isRowStarted)
        m_buffer.append('\t');
    m_isRowStarted = true;
}

PostgresCopy &PostgresCopy::add(const FieldValue &value)
{
    separate();
    if (!value) {
        m_buffer.append("\\N");
        return *this;
    }
    const QByteArray text = value->toUtf8();
    for (const char c : text) {
        switch (c) {
        case '\\':
            m_buffer.append("\\\\");
            break;
        case '\t':
            m_buffer.append("\\t");
            break;
        case '\n':
            m_buffer.append("\\n");
            break;
        case '\r':
            m_buffer.append("\\r");
            break;
        default:
            m_buffer.append(c);
        }
    }
    return *this;
}

PostgresCopy &PostgresCopy::add(const QByteArray &bytes)
{
    separate();
    m_buffer.append("\\\\x").append(bytes.toHex());
    return *this;
}

Done PostgresCopy::endRow()
{
    m_buffer.append('\n');
    m_isRowStarted = false;
    return m_buffer.size() < sendAt ? Done() : send();
}

Done PostgresCopy::send()
{
    if (!m_buffer.isEmpty() &&
        PQputCopyData(m_handle, m_buffer.constData(), static_cast<int>(m_buffer.size())) != 1)
        return tl::unexpected(connectionError());
    m_buffer.clear();
    return {};
}

Done PostgresCopy::finish()
{
    if (const Done sent = send(); !sent)
        return sent;
    m_isRunning = false;
    if (PQputCopyEnd(m_handle, nullptr) != 1)
        return tl::unexpected(connectionError());
    return result();
}

Done PostgresCopy::result()
{
    Done done;
    while (const ResultPointer ended{PQgetResult(m_handle)}) {
        if (done && PQresultStatus(ended.get()) != PGRES_COMMAND_OK)
            done = tl::unexpected(errorOf(ended.get()));
    }
    return done;
}

Error PostgresCopy::connectionError() const
{
    const bool isLost = PQstatus(m_handle) != CONNECTION_OK;
    return {isLost ? ErrorCode::ConnectionLost : ErrorCode::Internal,
            QString::fromUtf8(PQerrorMessage(m_handle)),
            {}};
}

} // namespace addressdesk
