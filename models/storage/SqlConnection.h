#pragma once

#include "models/domain/DatabaseUrl.h"
#include "models/domain/Error.h"
#include "models/storage/Dialect.h"
#include "models/storage/DriverLink.h"
#include "models/storage/Statement.h"

#include <QSqlDatabase>

#include <functional>
#include <memory>
#include <optional>

namespace addressdesk {

/// One open connection with its dialect and its prepared statements. Made, used and destroyed on one thread;
/// only interrupt() may be called from another.
class SqlConnection final
{
public:
    /// The password stays in memory; an empty one leaves libpq to PGPASSWORD and the password file.
    [[nodiscard]] static Result<std::unique_ptr<SqlConnection>>
    open(const DatabaseUrl &url, const QString &password, const ConnectionOptions &options = {});
    ~SqlConnection();
    SqlConnection(const SqlConnection &) = delete;
    SqlConnection &operator=(const SqlConnection &) = delete;

    [[nodiscard]] const Dialect &dialect() const { return *m_dialect; }
    [[nodiscard]] const DatabaseUrl &url() const { return m_url; }
    [[nodiscard]] QSqlDatabase database() const; ///< For tests.
    /// For COPY; null on SQLite.
    [[nodiscard]] PostgresWire *postgresWire() { return m_link->postgresWire(); }

    /// Nothing can be written: a read-only file, session or standby server, or ConnectionOptions::isReadOnly.
    [[nodiscard]] bool isReadOnly() const { return m_link->isReadOnly(); }
    [[nodiscard]] bool isEncrypted() const { return m_link->isEncrypted(); }
    /// For example "PostgreSQL 15.8".
    [[nodiscard]] QString serverVersion() const { return m_link->serverVersion(); }

    /// The statement for this text, prepared once and kept. The pointer stays valid until reopen() or
    /// destruction.
    [[nodiscard]] Result<Statement *> prepared(const QString &sql);
    /// Runs a constant text without results: a migration's statements with semicolons between them. Never
    /// built from values.
    [[nodiscard]] Done execute(const QString &sql);
    /// Begins a transaction as the dialect has it. A server may be told with the first statement, whose
    /// failure it is then that none could begin.
    [[nodiscard]] Done begin(const QString &sql);
    [[nodiscard]] Done commit();
    [[nodiscard]] Done rollBack();

    /// Ends the statement that runs now and lets none but a rollback begin until resume();
    /// ErrorCode::Cancelled there. Returns at once; safe from any thread. On PostgreSQL a statement soon
    /// after resume() may still be hit.
    void interrupt() { m_link->interrupt(); }
    void resume() { m_link->resume(); }

    /// ConnectionLost when it is already known that the server or the file is gone. Cheap; asks no server.
    [[nodiscard]] Done checkAlive() const { return m_link->checkAlive(); }

    /// Closes and opens again with the same settings after the server went away; prepared statements are
    /// gone.
    [[nodiscard]] Done reopen();

    /// Tests: asked before every prepare, execution, begin and commit with its text; an Error returned is
    /// what happens.
    using FaultInjector = std::function<std::optional<Error>(const QString &sql)>;
    void setFaultInjector(FaultInjector injector) { m_faultInjector = std::move(injector); }
    [[nodiscard]] std::optional<Error> injectedFault(const QString &sql) const;

    /// For what runs statements itself: one begins (Cancelled when it may not), it has answered, it has
    /// failed.
    [[nodiscard]] Done aboutToRun();
    void hasRun() { m_link->hasRun(); }
    [[nodiscard]] Error refined(const Error &error) const { return m_link->refined(error); }

    /// DriverLink::listen().
    [[nodiscard]] Result<bool> listen(const QStringList &channels, DriverLink::Receiver receiver);

private:
    SqlConnection(const DatabaseUrl &url, const QString &password, const ConnectionOptions &options);
    [[nodiscard]] Done openDatabase();
    void closeDatabase();
    template<typename Run> [[nodiscard]] Done guarded(const QString &sql, Run run);
    [[nodiscard]] Done checkReady(const QString &sql) const;

    struct Private;
    std::unique_ptr<Private> d;
    DatabaseUrl m_url;
    std::unique_ptr<Dialect> m_dialect;
    std::unique_ptr<DriverLink> m_link;
    FaultInjector m_faultInjector;
};

} // namespace addressdesk
