#pragma once

#include "models/storage/DriverLink.h"

#include <atomic>
#include <mutex>

struct sqlite3;

namespace addressdesk {

/// SQLite through QSQLITE's handle: pragmas, the time-out of a statement by a progress handler, what the file
/// system says of a failure.
class SqliteLink final : public DriverLink
{
public:
    [[nodiscard]] QString driverName() const override;
    [[nodiscard]] Done open(QSqlDatabase &database, const DatabaseUrl &url, const QString &password,
                            const ConnectionOptions &options) override;
    void aboutToClose() override;
    [[nodiscard]] bool aboutToRun() override;
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
    [[nodiscard]] bool isReadOnly() const override { return m_isReadOnly; }
    [[nodiscard]] bool isEncrypted() const override { return false; }
    [[nodiscard]] QString serverVersion() const override;

private:
    [[nodiscard]] Done openFile(QSqlDatabase &database, const QString &file,
                                const ConnectionOptions &options);
    [[nodiscard]] Done setUp(bool isOurs, bool isForReading);
    [[nodiscard]] Result<bool> looksOurs();
    [[nodiscard]] Error handleError(const QString &what) const;
    [[nodiscard]] Error explained(Error error) const;
    static int onProgress(void *link);

    sqlite3 *m_handle = nullptr;
    std::mutex m_interruptibleMutex; ///< Between interrupt() and opening and closing.
    sqlite3 *m_interruptible =
        nullptr; ///< The handle, while it is set up: what belongs to opening is nobody's to cancel.
    QString m_file;
    bool m_isReadOnly = false;
    std::chrono::milliseconds m_statementTimeout{0};
    std::chrono::steady_clock::time_point m_deadline = std::chrono::steady_clock::time_point::max();
    bool m_isTimedOut = false;
    std::atomic<bool> m_isInterrupted = false;
};

} // namespace addressdesk
