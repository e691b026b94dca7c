#pragma once

#include "models/storage/DriverLink.h"

#include <atomic>
#include <mutex>

struct pg_conn;
struct pg_cancel;

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

    std::mutex m_cancelMutex; ///< Between interrupt() and closing.
    std::shared_ptr<pg_cancel> m_cancel;
    std::atomic<bool> m_isInterrupted = false;
    pg_conn *m_handle = nullptr;
    bool m_isReadOnly = false;
    std::chrono::milliseconds m_statementTimeout{0};
    std::chrono::steady_clock::time_point m_startedAt;
};

} // namespace addressdesk
