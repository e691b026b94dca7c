#pragma once

#include "models/storage/DriverLink.h"

#include <mutex>

struct pg_conn;

namespace addressdesk {

class PostgresLink final : public DriverLink
{
public:
    [[nodiscard]] QString driverName() const override;
    [[nodiscard]] Done open(QSqlDatabase &database, const DatabaseUrl &url, const QString &password,
                            const ConnectionOptions &options, const Dialect &dialect) override;
    void aboutToClose() override;
    void aboutToRun() override;
    void interrupt() override;
    [[nodiscard]] Error refined(Error error) const override;
    [[nodiscard]] Done checkAlive() const override;
    [[nodiscard]] Done runScript(QSqlDatabase &database, const QString &script, const Dialect &dialect) override;
    [[nodiscard]] bool isReadOnly() const override { return m_isReadOnly; }
    [[nodiscard]] bool isEncrypted() const override;
    [[nodiscard]] QString serverVersion() const override;

private:
    [[nodiscard]] Done connect(QSqlDatabase &database, const DatabaseUrl &url, const QString &password,
                               const ConnectionOptions &options, const Dialect &dialect);
    [[nodiscard]] Done setUp(QSqlDatabase &database, const ConnectionOptions &options, const Dialect &dialect);

    struct Canceller;
    [[nodiscard]] Done endPreviousBackend(QSqlDatabase &database, const Dialect &dialect) const;

    std::mutex m_cancelMutex; ///< Between interrupt() and closing.
    std::shared_ptr<Canceller> m_canceller;
    pg_conn *m_handle = nullptr;
    int m_backend = 0;       ///< The server's process, and when it began.
    QString m_backendStart;
    bool m_isReadOnly = false;
    std::chrono::milliseconds m_statementTimeout{0};
    std::chrono::steady_clock::time_point m_startedAt;
};

} // namespace addressdesk
