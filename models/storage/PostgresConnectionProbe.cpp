#include "models/storage/PostgresConnectionProbe.h"

#include "models/storage/PostgresDialect.h"

#include <QRegularExpression>

#include <libpq-fe.h>
#include <poll.h>

#include <clocale>
#include <utility>
#include <vector>

namespace addressdesk {

namespace {

struct FinishConnection
{
    void operator()(PGconn *connection) const { PQfinish(connection); }
};

using Connection = std::unique_ptr<PGconn, FinishConnection>;

Connection start(const DatabaseUrl &url, const QString &password)
{
    const std::vector<std::pair<const char *, QByteArray>> parameters{
        {"host", url.host.toUtf8()},
        {"port", QByteArray::number(url.port)},
        {"dbname", url.database.toUtf8()},
        {"user", url.user.toUtf8()},
        {"password", password.toUtf8()},
        {"sslmode", url.effectiveSslMode().toUtf8()},
        {"sslrootcert", url.sslRootCert.toUtf8()},
        {"client_encoding", "UTF8"},
    };
    std::vector<const char *> names;
    std::vector<const char *> values;
    for (const auto &[name, value] : parameters) {
        names.push_back(name);
        values.push_back(value.constData());
    }
    names.push_back(nullptr);
    values.push_back(nullptr);
    return Connection(PQconnectStartParams(names.data(), values.data(), 0));
}

/// Drives the connection to its end, good or bad, or to the time-out.
void drive(PGconn *connection, std::chrono::milliseconds timeout)
{
    const auto deadline = std::chrono::steady_clock::now() + timeout;
    PostgresPollingStatusType wanted = PGRES_POLLING_WRITING;
    while (wanted == PGRES_POLLING_READING || wanted == PGRES_POLLING_WRITING) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(
            deadline - std::chrono::steady_clock::now());
        pollfd socket{PQsocket(connection),
                      static_cast<short>(wanted == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
        if (left.count() <= 0 || poll(&socket, 1, static_cast<int>(left.count())) <= 0)
            return;
        wanted = PQconnectPoll(connection);
    }
}

} // namespace

EnglishMessages::EnglishMessages()
{
    const locale_t english =
        newlocale(LC_MESSAGES_MASK, "C", duplocale(uselocale(static_cast<locale_t>(nullptr))));
    if (!english)
        return;
    m_english = english;
    m_previous = uselocale(english);
}

EnglishMessages::~EnglishMessages()
{
    if (!m_english)
        return;
    uselocale(static_cast<locale_t>(m_previous));
    freelocale(static_cast<locale_t>(m_english));
}

Error PostgresConnectionProbe::explained(Error error, const DatabaseUrl &url, const QString &password,
                                         const ConnectionOptions &options)
{
    const Connection connection = start(url, password);
    if (!connection || PQstatus(connection.get()) == CONNECTION_BAD)
        return error;
    PQsetErrorVerbosity(connection.get(), PQERRORS_SQLSTATE);
    drive(connection.get(), options.connectTimeout);
    if (PQconnectionNeedsPassword(connection.get()) == 1) {
        error.code = ErrorCode::PasswordRequired;
        return error;
    }
    static const QRegularExpression sqlState(QStringLiteral(":\\s+([0-9A-Z]{5})\\s*$"));
    const auto match = sqlState.match(QString::fromUtf8(PQerrorMessage(connection.get())));
    if (!match.hasMatch())
        return error;
    error.nativeCode = match.captured(1);
    const ErrorCode code = PostgresDialect::codeOf(error.nativeCode);
    error.code =
        code == ErrorCode::Internal || code == ErrorCode::ConnectionLost ? ErrorCode::ConnectionFailed : code;
    return error;
}

} // namespace addressdesk
