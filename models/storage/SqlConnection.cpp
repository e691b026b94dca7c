#include "models/storage/SqlConnection.h"

#include <QSqlError>
#include <QSqlQuery>
#include <QThread>

#include <atomic>
#include <unordered_map>

namespace addressdesk {

struct SqlConnection::Private
{
    QString name;
    QString password;
    ConnectionOptions options;
    QThread *thread = QThread::currentThread();
    QSqlDatabase database;
    std::unordered_map<QString, std::unique_ptr<Statement>> statements;
};

namespace {

QString nextConnectionName()
{
    static std::atomic<quint64> counter = 0;
    return QStringLiteral("addressdesk-%1").arg(++counter);
}

} // namespace

SqlConnection::SqlConnection(const DatabaseUrl &url, const QString &password, const ConnectionOptions &options)
    : d(std::make_unique<Private>()), m_url(url), m_dialect(Dialect::of(url.kind)), m_link(DriverLink::of(url.kind))
{
    d->name = nextConnectionName();
    d->password = password;
    d->options = options;
}

Result<std::unique_ptr<SqlConnection>> SqlConnection::open(const DatabaseUrl &url, const QString &password,
                                                           const ConnectionOptions &options)
{
    std::unique_ptr<SqlConnection> connection(new SqlConnection(url, password, options));
    const QString driver = connection->m_link->driverName();
    if (!QSqlDatabase::isDriverAvailable(driver))
        return failure(ErrorCode::DriverMissing, driver);
    connection->d->database = QSqlDatabase::addDatabase(driver, connection->d->name);
    if (!connection->d->database.isValid())
        return failure(ErrorCode::DriverMissing, driver);
    if (const Done opened = connection->openDatabase(); !opened)
        return tl::unexpected(opened.error());
    return connection;
}

SqlConnection::~SqlConnection()
{
    Q_ASSERT(QThread::currentThread() == d->thread);
    closeDatabase();
    d->database = QSqlDatabase();
    QSqlDatabase::removeDatabase(d->name);
}

QSqlDatabase SqlConnection::database() const
{
    return d->database;
}

Done SqlConnection::openDatabase()
{
    return m_link->open(d->database, m_url, d->password, d->options, *m_dialect);
}

void SqlConnection::closeDatabase()
{
    d->statements.clear();
    m_link->aboutToClose();
    d->database.close();
}

Done SqlConnection::reopen()
{
    Q_ASSERT(QThread::currentThread() == d->thread);
    closeDatabase();
    const Done opened = openDatabase();
    if (!opened)
        closeDatabase();
    return opened;
}

Result<Statement *> SqlConnection::prepared(const QString &sql)
{
    Q_ASSERT(QThread::currentThread() == d->thread);
    if (const auto fault = injectedFault(sql))
        return tl::unexpected(*fault);
    if (const auto found = d->statements.find(sql); found != d->statements.end()) {
        found->second->finish();
        return found->second.get();
    }
    if (!d->database.isOpen())
        return failure(ErrorCode::ConnectionLost, QStringLiteral("the database is closed"));
    QSqlQuery query(d->database);
    query.setForwardOnly(true);
    aboutToRun();
    if (!query.prepare(sql))
        return tl::unexpected(mapped(query.lastError()));
    auto statement = std::make_unique<Statement>(*this, sql, std::move(query));
    return d->statements.emplace(sql, std::move(statement)).first->second.get();
}

Done SqlConnection::execute(const QString &sql)
{
    Q_ASSERT(QThread::currentThread() == d->thread);
    if (const auto fault = injectedFault(sql))
        return tl::unexpected(*fault);
    if (!d->database.isOpen())
        return failure(ErrorCode::ConnectionLost, QStringLiteral("the database is closed"));
    QSqlQuery query(d->database);
    query.setForwardOnly(true);
    aboutToRun();
    if (!query.exec(sql))
        return tl::unexpected(mapped(query.lastError()));
    return {};
}

Done SqlConnection::executeScript(const QString &script)
{
    Q_ASSERT(QThread::currentThread() == d->thread);
    if (const auto fault = injectedFault(script))
        return tl::unexpected(*fault);
    if (!d->database.isOpen())
        return failure(ErrorCode::ConnectionLost, QStringLiteral("the database is closed"));
    aboutToRun();
    return m_link->runScript(d->database, script, *m_dialect);
}

Done SqlConnection::commit()
{
    Q_ASSERT(QThread::currentThread() == d->thread);
    if (const auto fault = injectedFault(QStringLiteral("COMMIT")))
        return tl::unexpected(*fault);
    aboutToRun();
    // Not exec("COMMIT"): PostgreSQL answers that with success and a rollback when a statement has failed before.
    if (!d->database.commit())
        return tl::unexpected(mapped(d->database.lastError()));
    return {};
}

std::optional<Error> SqlConnection::injectedFault(const QString &sql) const
{
    return m_faultInjector ? m_faultInjector(sql) : std::nullopt;
}

} // namespace addressdesk
