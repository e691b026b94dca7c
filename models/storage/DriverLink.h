#pragma once

#include "models/domain/DatabaseUrl.h"
#include "models/domain/Error.h"
#include "models/storage/DriverStatement.h"

#include <QSqlDatabase>
#include <QString>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>

namespace addressdesk {

class PostgresWire;

/// What a connection is for, and how long it waits.
struct ConnectionOptions
{
    bool mayCreateFile = false; ///< SQLite: create a missing file.
    bool isReadOnly = false;
    bool isForReading = false; ///< For pages, not saves: PostgreSQL plans each query for its values.
    std::chrono::milliseconds lockTimeout{5000}; ///< How long to wait for another program's lock.
    std::chrono::milliseconds statementTimeout{
        30000}; ///< Longest statement; 0 for none (migrations, samples).
    std::chrono::seconds connectTimeout{5};
};

/// How one driver's connection is opened, used, timed, interrupted and looked after through the database's
/// own library. Belongs to one SqlConnection; everything but interrupt() happens on its thread.
class DriverLink
{
public:
    virtual ~DriverLink() = default;

    [[nodiscard]] static std::unique_ptr<DriverLink> of(DatabaseUrl::Kind kind);

    [[nodiscard]] virtual QString driverName() const = 0;

    /// Opens `database` (made with driverName()) and sets the session up.
    [[nodiscard]] virtual Done open(QSqlDatabase &database, const DatabaseUrl &url, const QString &password,
                                    const ConnectionOptions &options) = 0;
    /// Forgets the handle; called before the database is closed.
    virtual void aboutToClose() = 0;

    /// A statement begins: its time counts from now. False when it may not, because of interrupt().
    [[nodiscard]] virtual bool aboutToRun() = 0;
    /// The statement has given its first row or its end.
    virtual void hasRun() {}
    /// Ends the statement that runs now and lets none begin until resume(). Returns at once, from any thread
    /// at any time.
    virtual void interrupt() = 0;
    virtual void resume() = 0;
    /// Says more precisely what a failed statement's error means: time-out or cancellation, error or lost
    /// connection.
    [[nodiscard]] virtual Error refined(Error error) const = 0;

    /// ConnectionLost when the file was moved or deleted under the connection, or the server's socket is
    /// known to be dead.
    [[nodiscard]] virtual Done checkAlive() const = 0;

    /// A statement that ends before aboutToClose(). Errors here and in what follows are not refined() yet.
    [[nodiscard]] virtual Result<std::unique_ptr<DriverStatement>> prepare(const QString &sql) = 0;
    /// Statements in one text, without results.
    [[nodiscard]] virtual Done run(const QString &sql) = 0;
    /// `sql`, one statement, begins a transaction, at the latest with its first statement, whose failure its
    /// own may be.
    [[nodiscard]] virtual Done begin(const QString &sql) = 0;
    [[nodiscard]] virtual Done commit() = 0;
    [[nodiscard]] virtual Done rollBack() = 0;

    /// Subscribes to channels, until the connection is closed: `receiver` is called with the channel and the
    /// payload from the thread's event loop. False where the database notifies nobody.
    using Receiver = std::function<void(const QString &channel, const QString &payload)>;
    [[nodiscard]] virtual Result<bool> listen(const QStringList &channels, Receiver receiver) = 0;

    /// What COPY is done with; null elsewhere than on an open connection to PostgreSQL.
    [[nodiscard]] virtual PostgresWire *postgresWire() { return nullptr; }

    [[nodiscard]] virtual bool isReadOnly() const = 0;
    [[nodiscard]] virtual bool isEncrypted() const = 0;
    [[nodiscard]] virtual QString serverVersion() const = 0;
};

} // namespace addressdesk
