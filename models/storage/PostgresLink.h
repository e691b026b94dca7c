#pragma once

#include "models/storage/DriverLink.h"
#include "models/storage/PostgresWire.h"

#include <memory>
#include <optional>

namespace addressdesk {

class PostgresListener;

/// PostgreSQL through QPSQL's handle: session settings, cancelling from another thread, and the end of the
/// process that served a lost connection.
class PostgresLink final : public DriverLink
{
public:
    PostgresLink();
    ~PostgresLink() override;
    [[nodiscard]] QString driverName() const override;
    [[nodiscard]] Done open(QSqlDatabase &database, const DatabaseUrl &url, const QString &password,
                            const ConnectionOptions &options) override;
    void aboutToClose() override;
    [[nodiscard]] bool aboutToRun() override;
    void hasRun() override;
    void interrupt() override;
    void resume() override;
    [[nodiscard]] Error refined(Error error) const override;
    [[nodiscard]] Done checkAlive() const override;
    [[nodiscard]] Result<std::unique_ptr<DriverStatement>> prepare(const QString &sql) override;
    [[nodiscard]] Done run(const QString &sql) override;
    [[nodiscard]] Done begin(const QString &sql) override;
    [[nodiscard]] Done commit() override;
    [[nodiscard]] Done rollBack() override;
    [[nodiscard]] Result<bool> listen(const QStringList &channels, Receiver receiver) override;
    [[nodiscard]] PostgresWire *postgresWire() override { return m_wire ? &*m_wire : nullptr; }
    [[nodiscard]] bool isReadOnly() const override { return m_isReadOnly; }
    [[nodiscard]] bool isEncrypted() const override;
    [[nodiscard]] QString serverVersion() const override;

private:
    [[nodiscard]] static Done connect(QSqlDatabase &database, const DatabaseUrl &url, const QString &password,
                                      const ConnectionOptions &options);
    [[nodiscard]] Done setUp(const ConnectionOptions &options);
    [[nodiscard]] Done readSession();

    struct Canceller;
    [[nodiscard]] Done endPreviousBackend();

    std::shared_ptr<Canceller> m_canceller; ///< Made with the link; knows the connection while there is one.
    std::optional<PostgresWire> m_wire;     ///< While there is a connection.
    std::unique_ptr<PostgresListener> m_listener; ///< While somebody listens.
    int m_backend = 0;                            ///< The server's process, and when it began.
    QString m_backendStart;
    bool m_isReadOnly = false;
    std::chrono::milliseconds m_statementTimeout{0};
    std::chrono::steady_clock::time_point m_startedAt;
};

} // namespace addressdesk
