#include "models/storage/PostgresLink.h"

#include "models/storage/Dialect.h"
#include "models/storage/PostgresConnectionProbe.h"
#include "models/storage/PostgresDialect.h"

#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QVariant>

#include <libpq-fe.h>

#include <array>

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
    {
        const std::lock_guard lock(m_cancelMutex);
        m_cancel = std::shared_ptr<PGcancel>(PQgetCancel(m_handle), &PQfreeCancel);
    }
    return setUp(database, options, dialect);
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
    if (const Done done = runScript(database, session, dialect); !done)
        return done;
    // A plan for any LIMIT and OFFSET sorts the whole table for its first page.
    const QString reading = QStringLiteral("SET plan_cache_mode = force_custom_plan; SET jit = off");
    if (const Done done = options.isForReading ? runScript(database, reading, dialect) : Done{}; !done)
        return done;
    QSqlQuery query(database);
    if (!query.exec(QStringLiteral("SELECT current_setting('transaction_read_only') = 'on'")) || !query.next())
        return tl::unexpected(dialect.mapped(query.lastError()));
    m_isReadOnly = query.value(0).toBool();
    return {};
}

void PostgresLink::aboutToClose()
{
    const std::lock_guard lock(m_cancelMutex);
    m_cancel.reset();
    m_handle = nullptr;
}

void PostgresLink::aboutToRun()
{
    m_isInterrupted = false;
    m_startedAt = std::chrono::steady_clock::now();
}

void PostgresLink::interrupt()
{
    std::shared_ptr<PGcancel> cancel;
    {
        const std::lock_guard lock(m_cancelMutex);
        cancel = m_cancel;
    }
    if (!cancel)
        return;
    m_isInterrupted = true;
    std::array<char, 256> message{};
    // Asks over a connection of its own. When that fails the statement runs on until its time-out, which is all there is.
    if (PQcancel(cancel.get(), message.data(), static_cast<int>(message.size())) == 0)
        m_isInterrupted = false;
}

Error PostgresLink::refined(Error error) const
{
    // One SQLSTATE stands for both, and the text is in the server's language.
    const bool isOverTime = m_statementTimeout.count() > 0
        && std::chrono::steady_clock::now() - m_startedAt >= m_statementTimeout;
    if (error.code == ErrorCode::Cancelled && !m_isInterrupted && isOverTime)
        error.code = ErrorCode::TimedOut;
    // A server gives every error a SQLSTATE; one without comes from libpq, which may not have noticed the end itself yet.
    if (error.code == ErrorCode::Internal && error.nativeCode.isEmpty() && !checkAlive())
        error.code = ErrorCode::ConnectionLost;
    return error;
}

Done PostgresLink::checkAlive() const
{
    if (m_handle && (PQconsumeInput(m_handle) == 0 || PQstatus(m_handle) == CONNECTION_BAD))
        return failure(ErrorCode::ConnectionLost, QStringLiteral("the connection to the server is gone"));
    return {};
}

Done PostgresLink::runScript(QSqlDatabase &database, const QString &script, const Dialect &dialect)
{
    QSqlQuery query(database);
    if (!query.exec(script))
        return tl::unexpected(refined(dialect.mapped(query.lastError())));
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
