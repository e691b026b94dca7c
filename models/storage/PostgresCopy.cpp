#include "models/storage/PostgresCopy.h"

#include "models/storage/SqlConnection.h"

#include <libpq-fe.h>

namespace addressdesk {

namespace {

constexpr qsizetype sendAt = qsizetype(64) * 1024;

} // namespace

PostgresCopy::PostgresCopy(SqlConnection &connection)
    : m_connection(connection), m_wire(connection.postgresWire())
{
}

PostgresCopy::~PostgresCopy()
{
    if (!m_isRunning)
        return;
    PQputCopyEnd(m_wire->connection(), "given up");
    [[maybe_unused]] const Done ended = m_wire->readToEnd();
}

Done PostgresCopy::begin(const QString &sql)
{
    Q_ASSERT(m_wire);
    if (const auto fault = m_connection.injectedFault(sql))
        return tl::unexpected(*fault);
    if (const Done allowed = m_connection.aboutToRun(); !allowed)
        return allowed;
    if (const Done settled = m_wire->settle(); !settled)
        return settled.map_error([this](const Error &error) { return m_connection.refined(error); });
    const PostgresResult started(PQexec(m_wire->connection(), sql.toUtf8().constData()));
    m_connection.hasRun();
    if (PQresultStatus(started.get()) != PGRES_COPY_IN)
        return tl::unexpected(failed(started.get()));
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
        PQputCopyData(m_wire->connection(), m_buffer.constData(), static_cast<int>(m_buffer.size())) != 1)
        return tl::unexpected(failed(nullptr));
    m_buffer.clear();
    return {};
}

Done PostgresCopy::finish()
{
    if (const Done sent = send(); !sent)
        return sent;
    m_isRunning = false;
    if (PQputCopyEnd(m_wire->connection(), nullptr) != 1)
        return tl::unexpected(failed(nullptr));
    return m_wire->readToEnd().map_error([this](const Error &error) { return m_connection.refined(error); });
}

Error PostgresCopy::failed(const pg_result *result) const
{
    return m_connection.refined(m_wire->errorOf(result));
}

} // namespace addressdesk
