#include "models/storage/SqlConnection.h"

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

SqlConnection::SqlConnection(const DatabaseUrl &url, const QString &password,
                             const ConnectionOptions &options)
    : d(std::make_unique<Private>()), m_url(url), m_dialect(Dialect::of(url.kind)),
      m_link(DriverLink::of(url.kind))
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
    return m_link->open(d->database, m_url, d->password, d->options);
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

Done SqlConnection::checkReady(const QString &sql) const
{
    Q_ASSERT(QThread::currentThread() == d->thread);
    if (const auto fault = injectedFault(sql))
        return tl::unexpected(*fault);
    if (!d->database.isOpen())
        return failure(ErrorCode::ConnectionLost, QStringLiteral("the database is closed"));
    return {};
}

Done SqlConnection::aboutToRun()
{
    if (m_link->aboutToRun())
        return {};
    return failure(ErrorCode::Cancelled, QStringLiteral("interrupted before it began"));
}

Result<Statement *> SqlConnection::prepared(const QString &sql)
{
    if (const Done ready = checkReady(sql); !ready)
        return tl::unexpected(ready.error());
    if (const auto found = d->statements.find(sql); found != d->statements.end()) {
        found->second->finish();
        return found->second.get();
    }
    if (const Done allowed = aboutToRun(); !allowed)
        return tl::unexpected(allowed.error());
    Result<std::unique_ptr<DriverStatement>> driver = m_link->prepare(sql);
    hasRun();
    if (!driver)
        return tl::unexpected(refined(driver.error()));
    auto statement = std::make_unique<Statement>(*this, sql, *std::move(driver));
    return d->statements.emplace(sql, std::move(statement)).first->second.get();
}

template<typename Run> Done SqlConnection::guarded(const QString &sql, Run run)
{
    if (const Done ready = checkReady(sql); !ready)
        return ready;
    if (const Done allowed = aboutToRun(); !allowed)
        return allowed;
    const Done done = run();
    hasRun();
    return done.map_error([this](const Error &error) { return refined(error); });
}

Done SqlConnection::execute(const QString &sql)
{
    return guarded(sql, [&] { return m_link->run(sql); });
}

Done SqlConnection::begin(const QString &sql)
{
    return guarded(sql, [&] { return m_link->begin(sql); });
}

Done SqlConnection::commit()
{
    return guarded(QStringLiteral("COMMIT"), [this] { return m_link->commit(); });
}

/// What was begun can always be given up, whatever was interrupted, and even when the server's cancellation
/// comes late and hits this.
Done SqlConnection::rollBack()
{
    if (const Done ready = checkReady(QStringLiteral("ROLLBACK")); !ready)
        return ready;
    Done done = m_link->rollBack();
    for (int i = 0; i < 3 && !done && done.error().code == ErrorCode::Cancelled; ++i)
        done = m_link->rollBack();
    hasRun();
    return done.map_error([this](const Error &error) { return refined(error); });
}

Result<bool> SqlConnection::listen(const QStringList &channels, DriverLink::Receiver receiver)
{
    if (const Done ready = checkReady(QStringLiteral("LISTEN")); !ready)
        return tl::unexpected(ready.error());
    return m_link->listen(channels, std::move(receiver)).map_error([this](const Error &error) {
        return refined(error);
    });
}

std::optional<Error> SqlConnection::injectedFault(const QString &sql) const
{
    return m_faultInjector ? m_faultInjector(sql) : std::nullopt;
}

} // namespace addressdesk
