#pragma once

#include "models/domain/DeskConnector.h"
#include "models/storage/DeskOpening.h"

#include <QMutex>
#include <QObject>

#include <deque>
#include <functional>
#include <memory>
#include <optional>

class QThread;
class QTimer;

namespace addressdesk {

class ChangeWatcher;
struct DeskParts;
class SqlConnection;

/// A thread with a connection of its own and a queue of requests. Reports by signals, which reach the GUI
/// thread queued.
///
/// Made on the GUI thread with make(), which hands it to its thread; from then on only start(), enqueue(),
/// cancel() and shutDown() are called from outside.
class DeskWorker final : public QObject
{
    Q_OBJECT

public:
    using RequestId = DeskSession::RequestId;
    using AnswerPointer = std::shared_ptr<void>; ///< Points to a Result<T>, which the session knows.

    struct Answer
    {
        AnswerPointer result;
        std::optional<Error> error;
    };

    struct Request
    {
        RequestId id = 0;
        bool isInterruptible = true; ///< Reads are; a write is left to end.
        bool canWait = false; ///< A read that gives way to every other request, even when it runs already; it
                              ///< begins anew after it.
        std::function<Answer(DeskParts &)> run;
        /// After the connection was lost while run() wrote and is back: what became of it. Empty for reads,
        /// which run again.
        std::function<Answer(DeskParts &, const Error &lost)> recover;
        std::function<AnswerPointer(const Error &)> fail;
    };

    struct Setup
    {
        ConnectRequest connect;
        bool isWatching = false; ///< Reports other desks' changes.
    };

    explicit DeskWorker(Setup setup);
    ~DeskWorker() override;

    /// Connects; answers with opened() or openFailed().
    void start();
    void enqueue(Request request);
    void cancel(RequestId id);
    /// Looks for changes at once.
    void lookForChanges();
    /// Drops what waits, interrupts a read, waits for a write, ends the thread. A thread that waits for a
    /// server that does not answer is left to end by itself. Destroys the worker.
    static void shutDown(DeskWorker *worker);

signals:
    void opened(const addressdesk::DatabaseDescription &description);
    void openFailed(const addressdesk::Error &error);
    void answered(quint64 id, const std::shared_ptr<void> &result);
    void addressesChanged(const QStringList &addressIds);
    void officeChanged();
    void pageFetched(const QStringList &tokenDigests);
    void lost(const addressdesk::Error &error);
    void restored();

private:
    void open();
    void runNext();
    void prepareWhenIdle();
    /// nullptr when the request gave way.
    [[nodiscard]] AnswerPointer perform(const Request &request);
    [[nodiscard]] bool isCancelledUnasked(const Answer &answer);
    [[nodiscard]] bool hasGivenWay(const Answer &answer);
    [[nodiscard]] AnswerPointer afterLoss(const Request &request, const Error &error);
    [[nodiscard]] bool reconnect();
    void noteLoss(const Error &error);
    void retry();

    Setup m_setup;
    QThread *m_thread;

    // On the worker's thread.
    std::unique_ptr<SqlConnection> m_connection;
    std::unique_ptr<DeskParts> m_parts;
    OpenedDesk m_desk;
    ChangeWatcher *m_watcher = nullptr;
    QTimer *m_retryTimer = nullptr;
    int m_retryPause = 1; ///< Seconds.
    std::optional<Error> m_loss;

    // Shared between the threads.
    QMutex m_mutex;
    std::deque<Request> m_queue;
    RequestId m_running = 0;
    bool m_isRunningInterruptible = false;
    bool m_isRunningCancelled = false;
    bool m_canRunningWait = false;
    bool m_isRunningPostponed = false;
    bool m_isOpening = false;
    bool m_isStopping = false;
    SqlConnection *m_interruptible = nullptr;
};

} // namespace addressdesk
