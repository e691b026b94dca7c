#include "models/storage/PostgresLink.h"

#include "models/storage/Dialect.h"
#include "models/storage/PostgresConnectionProbe.h"
#include "models/storage/PostgresDialect.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <libpq-fe.h>
#include <sys/socket.h>

#include <array>
#include <atomic>
#include <cerrno>
#include <mutex>
#include <thread>

namespace addressdesk {

namespace {

PGconn *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    const QByteArrayView type(handle.typeName());
    if (!handle.isValid() || (type != "PGconn*" && type != "pg_conn*"))
        return nullptr;
    return *static_cast<PGconn *const *>(handle.data());
}

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

QString PostgresLink::driverName() const
{
    return QStringLiteral("QPSQL");
}

Done PostgresLink::open(QSqlDatabase &database, const DatabaseUrl &url, const QString &password,
                        const ConnectionOptions &options, const Dialect &dialect)
{
    if (const Done done = connect(database, url, password, options, dialect); !done)
        return done;
    m_handle = handleOf(database);
    if (!m_handle)
        return failure(ErrorCode::DriverMissing, QStringLiteral("QPSQL gives no PGconn handle"));
    m_statementTimeout = options.statementTimeout;
    if (const Done ended = endPreviousBackend(database, dialect); !ended)
        return ended;
    if (const Done done = setUp(database, options, dialect); !done)
        return done;
    m_canceller->connect(m_handle);
    return {};
}

Done PostgresLink::connect(QSqlDatabase &database, const DatabaseUrl &url, const QString &password,
                           const ConnectionOptions &options, const Dialect &dialect)
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
    const Error error = dialect.mapped(database.lastError());
    if (PostgresDialect::codeOfConnectionText(database.lastError().databaseText()))
        return tl::unexpected(error);
    return tl::unexpected(PostgresConnectionProbe::explained(error, url, password, options));
}

Done PostgresLink::setUp(QSqlDatabase &database, const ConnectionOptions &options, const Dialect &dialect)
{
    const QString session = QStringLiteral("SET TimeZone = 'UTC'; SET standard_conforming_strings = on;"
                                           "SET client_min_messages = error; SET statement_timeout = %1;"
                                           "SET lock_timeout = %2; SET default_transaction_read_only = %3")
                                .arg(options.statementTimeout.count())
                                .arg(options.lockTimeout.count())
                                .arg(options.isReadOnly ? QStringLiteral("on") : QStringLiteral("DEFAULT"));
    if (const Done done = run(database, session, dialect); !done)
        return done;
    // A plan for any LIMIT and OFFSET sorts the whole table for its first page.
    const QString reading = QStringLiteral("SET plan_cache_mode = force_custom_plan; SET jit = off");
    if (const Done done = options.isForReading ? run(database, reading, dialect) : Done{}; !done)
        return done;
    QSqlQuery query(database);
    if (!query.exec(QStringLiteral(
            "SELECT current_setting('transaction_read_only') = 'on', pg_backend_pid(), "
            "(SELECT CAST(backend_start AS text) FROM pg_stat_activity WHERE pid = pg_backend_pid())")) ||
        !query.next())
        return tl::unexpected(dialect.mapped(query.lastError()));
    m_isReadOnly = query.value(0).toBool();
    m_backend = query.value(1).toInt();
    m_backendStart = query.value(2).toString();
    return {};
}

/// After a reconnection: the process that served the lost connection may still be about to commit. It is
/// ended and waited for, so that what the database says of a lost save is final.
Done PostgresLink::endPreviousBackend(QSqlDatabase &database, const Dialect &dialect) const
{
    if (m_backend == 0)
        return {};
    QSqlQuery query(database);
    query.prepare(
        QStringLiteral("SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity "
                       "WHERE pid = ? AND CAST(backend_start AS text) = ? AND usename = session_user"));
    query.bindValue(0, m_backend);
    query.bindValue(1, m_backendStart);
    if (!query.exec())
        return tl::unexpected(refined(dialect.mapped(query.lastError())));
    return {};
}

void PostgresLink::aboutToClose()
{
    m_canceller->connect(nullptr);
    m_handle = nullptr;
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
    if (!m_handle)
        return {};
    // Looks without reading: what there is to read may be a notification, which Qt waits for.
    char byte = 0;
    const ssize_t length = recv(PQsocket(m_handle), &byte, 1, MSG_PEEK | MSG_DONTWAIT);
    const bool isEnd =
        length == 0 || (length < 0 && errno != EAGAIN && errno != EWOULDBLOCK && errno != EINTR);
    if (PQstatus(m_handle) == CONNECTION_BAD || isEnd)
        return failure(ErrorCode::ConnectionLost, QStringLiteral("the connection to the server is gone"));
    return {};
}

Done PostgresLink::run(QSqlDatabase &database, const QString &sql, const Dialect &dialect)
{
    QSqlQuery query(database);
    if (!query.exec(sql))
        return tl::unexpected(dialect.mapped(query.lastError()));
    // exec() tells of a script's first statement only.
    while (query.nextResult()) {
    }
    if (query.lastError().isValid())
        return tl::unexpected(dialect.mapped(query.lastError()));
    return {};
}

Done PostgresLink::commit(QSqlDatabase &database, const Dialect &dialect)
{
    // Not exec("COMMIT"): PostgreSQL answers that with success and a rollback when a statement has failed
    // before.
    if (!database.commit())
        return tl::unexpected(dialect.mapped(database.lastError()));
    return {};
}

bool PostgresLink::isEncrypted() const
{
    return m_handle && PQsslInUse(m_handle) == 1;
}

QString PostgresLink::serverVersion() const
{
    const char *version = m_handle ? PQparameterStatus(m_handle, "server_version") : nullptr;
    return QStringLiteral("PostgreSQL ") + QString::fromUtf8(version).section(u' ', 0, 0);
}

} // namespace addressdesk
