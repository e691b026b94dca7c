#include "models/storage/PostgresLink.h"

#include "models/storage/PostgresConnectionProbe.h"
#include "models/storage/PostgresDialect.h"
#include "models/storage/PostgresListener.h"
#include "models/storage/PostgresStatement.h"

#include <QSqlError>

#include <libpq-fe.h>
#include <sys/socket.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <mutex>
#include <thread>

namespace addressdesk {

namespace {

/// A value of libpq's connection string.
QString quotedOption(const QString &value)
{
    QString escaped = value;
    escaped.replace(u'\\', QStringLiteral("\\\\")).replace(u'\'', QStringLiteral("\\'"));
    return u'\'' + escaped + u'\'';
}

Result<QString> connectOptions(const DatabaseUrl &url, const ConnectionOptions &options)
{
    QStringList list{
        QStringLiteral("connect_timeout=%1").arg(std::max<qint64>(2, options.connectTimeout.count())),
        QStringLiteral("application_name=address-desk"),
        QStringLiteral("client_encoding=UTF8"),
        QStringLiteral("sslmode=") + url.effectiveSslMode(),
        // A server that vanished without a word is noticed in seconds, not in the hours of TCP's defaults.
        QStringLiteral("keepalives_idle=20"),
        QStringLiteral("keepalives_interval=5"),
        QStringLiteral("keepalives_count=3"),
        QStringLiteral("tcp_user_timeout=20000"),
    };
    if (!url.sslRootCert.isEmpty()) {
        if (url.sslRootCert.contains(u';')) // Qt takes the semicolon for the end of the option.
            return failure(ErrorCode::InvalidArgument, QStringLiteral("a semicolon in sslrootcert"));
        list.append(QStringLiteral("sslrootcert=") + quotedOption(url.sslRootCert));
    }
    return list.join(u';');
}

} // namespace

/// Asks the server to end a statement, over connections of its own and on a thread of its own: on a bad
/// network that takes seconds, which whoever asks may not have. Outlives the link where it must.
struct PostgresLink::Canceller
{
    std::mutex mutex;
    std::shared_ptr<PGcancel> cancel; ///< Under the mutex; null while there is no connection.
    // The worker first says that it runs and then looks whether it may; who interrupts does it the other way
    // round. One sees the other.
    std::atomic<bool> isInterrupted = false;
    std::atomic<bool> isRunning = false;
    std::atomic<bool> isSending = false;

    void connect(PGconn *connection)
    {
        const std::lock_guard lock(mutex);
        cancel = connection ? std::shared_ptr<PGcancel>(PQgetCancel(connection), &PQfreeCancel) : nullptr;
    }

    static void send(const std::shared_ptr<Canceller> &canceller)
    {
        if (!canceller->isRunning || canceller->isSending.exchange(true))
            return;
        std::thread([canceller] {
            // Again and again: a message that overtakes the statement which it is meant for ends nothing.
            while (canceller->isInterrupted && canceller->isRunning) {
                canceller->sendOnce();
                std::this_thread::sleep_for(sendInterval);
            }
            canceller->isSending = false;
        }).detach();
    }

    void sendOnce()
    {
        std::shared_ptr<PGcancel> target;
        {
            const std::lock_guard lock(mutex);
            target = cancel;
        }
        std::array<char, 256> message{};
        // When it fails the statement runs on until its time-out, which is all there is.
        if (target && PQcancel(target.get(), message.data(), static_cast<int>(message.size())) == 0)
            isInterrupted = false;
    }

    static constexpr std::chrono::milliseconds sendInterval{50};
};

PostgresLink::PostgresLink() : m_canceller(std::make_shared<Canceller>()) {}

PostgresLink::~PostgresLink() = default;

QString PostgresLink::driverName() const
{
    return QStringLiteral("QPSQL");
}

Done PostgresLink::open(QSqlDatabase &database, const DatabaseUrl &url, const QString &password,
                        const ConnectionOptions &options)
{
    if (const Done done = connect(database, url, password, options); !done)
        return done;
    PGconn *const handle = PostgresWire::connectionOf(database);
    if (!handle)
        return failure(ErrorCode::DriverMissing, QStringLiteral("QPSQL gives no PGconn handle"));
    m_wire.emplace(handle);
    m_statementTimeout = options.statementTimeout;
    if (const Done ended = endPreviousBackend(); !ended)
        return ended;
    if (const Done done = setUp(options); !done)
        return done;
    m_canceller->connect(handle);
    return {};
}

Done PostgresLink::connect(QSqlDatabase &database, const DatabaseUrl &url, const QString &password,
                           const ConnectionOptions &options)
{
    const Result<QString> connectionOptions = connectOptions(url, options);
    if (!connectionOptions)
        return tl::unexpected(connectionOptions.error());
    database.setHostName(url.host);
    database.setPort(url.port);
    database.setDatabaseName(url.database);
    database.setConnectOptions(*connectionOptions);
    const EnglishMessages english; // libpq's own failures have no code, only a text.
    if (database.open(url.user, password))
        return {};
    const QSqlError said = database.lastError();
    const std::optional<ErrorCode> known = PostgresDialect::codeOfConnectionText(said.databaseText());
    const ErrorCode code = said.nativeErrorCode().isEmpty() ? known.value_or(ErrorCode::ConnectionFailed)
                                                            : PostgresDialect::codeOf(said.nativeErrorCode());
    const Error error{code, PostgresDialect::withoutValues(said.databaseText()), said.nativeErrorCode()};
    if (known)
        return tl::unexpected(error);
    return tl::unexpected(PostgresConnectionProbe::explained(error, url, password, options));
}

Done PostgresLink::setUp(const ConnectionOptions &options)
{
    const QString session = QStringLiteral("SET TimeZone = 'UTC'; SET standard_conforming_strings = on;"
                                           "SET client_min_messages = error; SET statement_timeout = %1;"
                                           "SET lock_timeout = %2; SET default_transaction_read_only = %3")
                                .arg(options.statementTimeout.count())
                                .arg(options.lockTimeout.count())
                                .arg(options.isReadOnly ? QStringLiteral("on") : QStringLiteral("DEFAULT"));
    if (const Done done = run(session); !done)
        return done;
    // A plan for any LIMIT and OFFSET sorts the whole table for its first page.
    const QString reading = QStringLiteral("SET plan_cache_mode = force_custom_plan; SET jit = off");
    if (const Done done = options.isForReading ? run(reading) : Done{}; !done)
        return done;
    return readSession();
}

Done PostgresLink::readSession()
{
    const Result<std::unique_ptr<DriverStatement>> session = prepare(QStringLiteral(
        "SELECT current_setting('transaction_read_only') = 'on', pg_backend_pid(), "
        "(SELECT CAST(backend_start AS text) FROM pg_stat_activity WHERE pid = pg_backend_pid())"));
    if (!session)
        return tl::unexpected(session.error());
    if (const Done ran = (*session)->exec(); !ran)
        return ran;
    const Result<bool> row = (*session)->next();
    if (!row || !*row)
        return row ? Done(failure(ErrorCode::Internal, QStringLiteral("the session is not known")))
                   : Done(tl::unexpected(row.error()));
    m_isReadOnly = (*session)->integer(0) == 1;
    m_backend = static_cast<int>((*session)->integer(1));
    m_backendStart = (*session)->text(2);
    (*session)->finish();
    return {};
}

/// After a reconnection: the process that served the lost connection may still be about to commit. It is
/// ended and waited for, so that what the database says of a lost save is final.
Done PostgresLink::endPreviousBackend()
{
    if (m_backend == 0)
        return {};
    const Result<std::unique_ptr<DriverStatement>> ending = prepare(QStringLiteral(
        "SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
        "WHERE pid = ? AND backend_start = CAST(? AS timestamptz) AND usename = session_user"));
    if (!ending)
        return tl::unexpected(refined(ending.error()));
    (*ending)->bindInteger(0, m_backend);
    (*ending)->bindText(1, m_backendStart);
    if (const Done ran = (*ending)->exec(); !ran)
        return ran.map_error([this](const Error &error) { return refined(error); });
    const Result<bool> isThere = (*ending)->next();
    const bool isLeft = isThere && *isThere && (*ending)->integer(0) != 1;
    (*ending)->finish();
    if (!isThere)
        return tl::unexpected(refined(isThere.error()));
    if (isLeft)
        return failure(ErrorCode::Busy, QStringLiteral("the lost connection's process does not end"));
    return {};
}

void PostgresLink::aboutToClose()
{
    m_canceller->connect(nullptr);
    m_listener.reset();
    m_wire.reset();
}

bool PostgresLink::aboutToRun()
{
    m_startedAt = std::chrono::steady_clock::now();
    m_canceller->isRunning = true;
    if (!m_canceller->isInterrupted)
        return true;
    m_canceller->isRunning = false;
    return false;
}

void PostgresLink::hasRun()
{
    m_canceller->isRunning = false;
    if (m_listener)
        m_listener->lookSoon();
}

void PostgresLink::interrupt()
{
    m_canceller->isInterrupted = true;
    Canceller::send(m_canceller);
}

void PostgresLink::resume()
{
    m_canceller->isInterrupted = false;
}

Error PostgresLink::refined(Error error) const
{
    // One SQLSTATE stands for both, and the text is in the server's language.
    const bool isOverTime = m_statementTimeout.count() > 0 &&
                            std::chrono::steady_clock::now() - m_startedAt >= m_statementTimeout;
    if (error.code == ErrorCode::Cancelled && !m_canceller->isInterrupted && isOverTime)
        error.code = ErrorCode::TimedOut;
    // A server gives every error a SQLSTATE; one without comes from libpq, which may not have noticed the end
    // itself yet.
    if (error.code == ErrorCode::Internal && error.nativeCode.isEmpty() && !checkAlive())
        error.code = ErrorCode::ConnectionLost;
    return error;
}

Done PostgresLink::checkAlive() const
{
    if (!m_wire)
        return {};
    PGconn *const handle = m_wire->connection();
    // Looks without reading: what there is to read may be a notification, which the event loop waits for.
    char byte = 0;
    const ssize_t length = recv(PQsocket(handle), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    const bool isEnd =
        length == 0 || (length < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR);
    if (PQstatus(handle) == CONNECTION_BAD || isEnd)
        return failure(ErrorCode::ConnectionLost, QStringLiteral("the connection to the server is gone"));
    return {};
}

Result<std::unique_ptr<DriverStatement>> PostgresLink::prepare(const QString &sql)
{
    return PostgresStatement::prepare(*m_wire, sql);
}

Done PostgresLink::run(const QString &sql)
{
    return m_wire->run(sql);
}

Done PostgresLink::begin(const QString &sql)
{
    return m_wire->askAhead([text = sql.toUtf8()](PGconn *connection) {
        return PQsendQueryParams(connection, text.constData(), 0, nullptr, nullptr, nullptr, nullptr, 0);
    });
}

Done PostgresLink::commit()
{
    return m_wire->commit();
}

Done PostgresLink::rollBack()
{
    return m_wire->rollBack();
}

Result<bool> PostgresLink::listen(const QStringList &channels, Receiver receiver)
{
    QString script;
    for (const QString &channel : channels)
        script += QStringLiteral("LISTEN \"%1\";").arg(channel);
    if (const Done done = run(script); !done)
        return tl::unexpected(done.error());
    m_listener = std::make_unique<PostgresListener>(*m_wire, std::move(receiver));
    m_listener->lookSoon();
    return true;
}

bool PostgresLink::isEncrypted() const
{
    return m_wire && PQsslInUse(m_wire->connection()) == 1;
}

QString PostgresLink::serverVersion() const
{
    const char *version = m_wire ? PQparameterStatus(m_wire->connection(), "server_version") : nullptr;
    return QStringLiteral("PostgreSQL ") + QString::fromUtf8(version).section(u' ', 0, 0);
}

} // namespace addressdesk
