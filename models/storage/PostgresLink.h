#pragma once

#include "models/storage/DriverLink.h"

#include <memory>

struct pg_conn;

namespace addressdesk {

class PostgresLink final : public DriverLink
{
public:
    PostgresLink();
    [[nodiscard]] QString driverName() const override;
    [[nodiscard]] Done open(QSqlDatabase &database, const DatabaseUrl &url, const QString &password,
                            const ConnectionOptions &options, const Dialect &dialect) override;
    void aboutToClose() override;
    [[nodiscard]] bool aboutToRun() override;
    void hasRun() override;
    void interrupt() override;
    void resume() override;
    [[nodiscard]] Error refined(Error error) const override;
    [[nodiscard]] Done checkAlive() const override;
    [[nodiscard]] Done run(QSqlDatabase &database, const QString &sql, const Dialect &dialect) override;
    [[nodiscard]] Done commit(QSqlDatabase &database, const Dialect &dialect) override;
    [[nodiscard]] bool isReadOnly() const override { return m_isReadOnly; }
    [[nodiscard]] bool isEncrypted() const override;
    [[nodiscard]] QString serverVersion() const override;

private:
    [[nodiscard]] Done connect(QSqlDatabase &database, const DatabaseUrl &url, const QString &password,
                               const ConnectionOptions &options, const Dialect &dialect);
    [[nodiscard]] Done setUp(QSqlDatabase &database, const ConnectionOptions &options,
                             const Dialect &dialect);

    struct Canceller;
    [[nodiscard]] Done endPreviousBackend(QSqlDatabase &database, const Dialect &dialect) const;

    std::shared_ptr<Canceller> m_canceller; ///< Made with the link; knows the connection while there is one.
    pg_conn *m_handle = nullptr;
    int m_backend = 0; ///< The server's process, and when it began.
    QString m_backendStart;
    bool m_isReadOnly = false;
    std::chrono::milliseconds m_statementTimeout{0};
    std::chrono::steady_clock::time_point m_startedAt;
};

} // namespace addressdesk
