#include "models/storage/DeskWorker.h"

#include "models/storage/ChangeWatcher.h"
#include "models/storage/DeskParts.h"
#include "models/storage/SqlConnection.h"

#include <QDeadlineTimer>
#include <QThread>
#include <QTimer>

#include <algorithm>

namespace addressdesk {

namespace {

constexpr int longestRetryPause = 30; ///< Seconds.

/// An interrupted read ends at once; a server that does not answer is left alone after this.
constexpr std::chrono::milliseconds patienceAtTheEnd{50};

Error cancelled()
{
    return {ErrorCode::Cancelled, QStringLiteral("cancelled by whoever asked"), {}};
}

} // namespace

DeskWorker::DeskWorker(Setup setup) : m_setup(std::move(setup)), m_thread(new QThread)
{
    moveToThread(m_thread);
    // The connection has to go on the thread that made it.
    connect(m_thread, &QThread::finished, this, &QObject::deleteLater);
    m_thread->start();
}

DeskWorker::~DeskWorker()
{
    const QMutexLocker lock(&m_mutex);
    m_interruptible = nullptr;
}

void DeskWorker::start()
{
    const QMutexLocker lock(&m_mutex);
    m_isOpening = true;
    QMetaObject::invokeMethod(this, &DeskWorker::open, Qt::QueuedConnection);
}

void DeskWorker::enqueue(Request request)
{
    const QMutexLocker lock(&m_mutex);
    if (!request.canWait && m_running != 0 && m_canRunningWait && !m_isRunningPostponed) {
        m_isRunningPostponed = true;
        if (m_interruptible)
            m_interruptible->interrupt();
    }
    const auto place = request.canWait ? m_queue.end()
                                       : std::find_if(m_queue.begin(), m_queue.end(),
                                                      [](const Request &waiting) { return waiting.canWait; });
    m_queue.insert(place, std::move(request));
    QMetaObject::invokeMethod(this, &DeskWorker::runNext, Qt::QueuedConnection);
}

void DeskWorker::cancel(RequestId id)
{
    std::optional<Request> dropped;
    {
        const QMutexLocker lock(&m_mutex);
        const auto waiting =
            std::find_if(m_queue.begin(), m_queue.end(), [id](const Request &r) { return r.id == id; });
        if (waiting != m_queue.end()) {
            dropped = std::move(*waiting);
            m_queue.erase(waiting);
        } else if (id != 0 && m_running == id && m_isRunningInterruptible) {
            m_isRunningCancelled = true;
            if (m_interruptible)
                m_interruptible->interrupt();
        }
    }
    if (dropped) {
        // Not from within the caller's call: answers come later.
        const AnswerPointer answer = dropped->fail(cancelled());
        QMetaObject::invokeMethod(
            this, [this, id, answer] { emit answered(id, answer); }, Qt::QueuedConnection);
    }
}

void DeskWorker::lookForChanges()
{
    QMetaObject::invokeMethod(
        this,
        [this] {
            if (m_watcher && !m_loss)
                m_watcher->look();
        },
        Qt::QueuedConnection);
}

void DeskWorker::shutDown(DeskWorker *worker)
{
    QThread *thread = worker->m_thread;
    bool isWriting = false;
    {
        const QMutexLocker lock(&worker->m_mutex);
        worker->m_isStopping = true;
        worker->m_queue.clear();
        isWriting = worker->m_running != 0 && !worker->m_isRunningInterruptible;
        if (worker->m_interruptible && !isWriting)
            worker->m_interruptible->interrupt();
    }
    worker->disconnect();
    QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
    thread->quit();
    if (thread->wait(isWriting ? QDeadlineTimer(QDeadlineTimer::Forever) : QDeadlineTimer(patienceAtTheEnd)))
        delete thread;
}

void DeskWorker::open()
{
    ConnectionOptions options;
    options.mayCreateFile = m_setup.connect.mayCreateFile;
    options.isForReading = m_setup.isWatching;
    auto connection = SqlConnection::open(m_setup.connect.url, m_setup.connect.password, options);
    std::optional<Error> problem;
    if (connection) {
        m_connection = std::move(*connection);
        Result<OpenedDesk> desk =
            deskOpening::open(*m_connection, m_setup.connect.mapping, m_setup.connect.schemaPolicy,
                              m_setup.connect.mailLanguage);
        if (desk) {
            m_desk = std::move(*desk);
            m_parts = std::make_unique<DeskParts>(*m_connection, m_desk);
            if (m_setup.isWatching) {
                m_watcher = new ChangeWatcher(*m_connection, this);
                connect(m_watcher, &ChangeWatcher::addressesChanged, this, [this](const QStringList &ids) {
                    m_parts->addresses.noteChanges(ids);
                    emit addressesChanged(ids);
                });
                connect(m_watcher, &ChangeWatcher::officeChanged, this, &DeskWorker::officeChanged);
                connect(m_watcher, &ChangeWatcher::pageFetched, this, &DeskWorker::pageFetched);
                connect(m_watcher, &ChangeWatcher::lost, this, &DeskWorker::noteLoss);
                if (const Done watching = m_watcher->start(); !watching)
                    problem = watching.error();
            }
        } else {
            problem = desk.error();
        }
    } else {
        problem = connection.error();
    }
    {
        const QMutexLocker lock(&m_mutex);
        m_isOpening = false;
        m_interruptible = m_connection.get();
        if (m_isStopping)
            return;
    }
    if (problem)
        emit openFailed(*problem);
    else
        emit opened(m_desk.description);
}

void DeskWorker::runNext()
{
    Request request;
    {
        const QMutexLocker lock(&m_mutex);
        if (m_queue.empty() || m_isStopping)
            return;
        request = std::move(m_queue.front());
        m_queue.pop_front();
        m_running = request.id;
        m_isRunningInterruptible = request.isInterruptible;
        m_isRunningCancelled = false;
        m_canRunningWait = request.canWait;
        m_isRunningPostponed = false;
    }
    AnswerPointer answer = perform(request);
    {
        const QMutexLocker lock(&m_mutex);
        m_running = 0;
        if (m_interruptible)
            m_interruptible->resume();
        if (m_isRunningCancelled) {
            answer = request.fail(cancelled());
        } else if (!answer) {
            m_queue.push_back(std::move(request));
            QMetaObject::invokeMethod(this, &DeskWorker::runNext, Qt::QueuedConnection);
            return;
        }
    }
    emit answered(request.id, answer);
    prepareWhenIdle();
}

/// Between requests the reader finds landmarks, a few milliseconds at a time.
void DeskWorker::prepareWhenIdle()
{
    {
        const QMutexLocker lock(&m_mutex);
        if (!m_queue.empty() || m_isStopping)
            return;
    }
    if (!m_setup.isWatching || m_loss || !m_parts)
        return;
    const Result<bool> hasMore = m_parts->addresses.prepare();
    if (hasMore && *hasMore)
        QMetaObject::invokeMethod(this, &DeskWorker::prepareWhenIdle, Qt::QueuedConnection);
}

DeskWorker::AnswerPointer DeskWorker::perform(const Request &request)
{
    if (m_loss && !reconnect())
        return request.fail(*m_loss);
    Answer answer = request.run(*m_parts);
    // A server ends what it is doing when the message comes, which may be the request after the one that was
    // meant.
    for (int i = 0; i < 3 && request.isInterruptible && !hasGivenWay(answer) && isCancelledUnasked(answer);
         ++i)
        answer = request.run(*m_parts);
    if (hasGivenWay(answer))
        return nullptr;
    if (answer.error && answer.error->code == ErrorCode::ConnectionLost)
        return afterLoss(request, *answer.error);
    return answer.result;
}

bool DeskWorker::isCancelledUnasked(const Answer &answer)
{
    const QMutexLocker lock(&m_mutex);
    return answer.error && answer.error->code == ErrorCode::Cancelled && !m_isRunningCancelled &&
           !m_isStopping;
}

bool DeskWorker::hasGivenWay(const Answer &answer)
{
    const QMutexLocker lock(&m_mutex);
    return answer.error && answer.error->code == ErrorCode::Cancelled && m_isRunningPostponed &&
           !m_isStopping;
}

DeskWorker::AnswerPointer DeskWorker::afterLoss(const Request &request, const Error &error)
{
    noteLoss(error);
    if (!reconnect())
        return request.fail(*m_loss);
    const Answer answer = request.recover ? request.recover(*m_parts, error) : request.run(*m_parts);
    return answer.result;
}

bool DeskWorker::reconnect()
{
    if (const Done reopened = m_connection->reopen(); !reopened) {
        m_loss = Error{ErrorCode::ConnectionLost, reopened.error().detail, reopened.error().nativeCode};
        return false;
    }
    m_parts = std::make_unique<DeskParts>(*m_connection, m_desk);
    if (m_watcher) {
        if (const Done watching = m_watcher->start(); !watching) {
            m_loss = watching.error();
            return false;
        }
    }
    m_loss.reset();
    m_retryPause = 1;
    if (m_retryTimer)
        m_retryTimer->stop();
    emit restored();
    return true;
}

void DeskWorker::noteLoss(const Error &error)
{
    const bool isNews = !m_loss.has_value();
    m_loss = error;
    if (!isNews)
        return;
    emit lost(error);
    if (!m_retryTimer) {
        m_retryTimer = new QTimer(this);
        m_retryTimer->setSingleShot(true);
        connect(m_retryTimer, &QTimer::timeout, this, &DeskWorker::retry);
    }
    m_retryTimer->start(std::chrono::seconds(m_retryPause));
}

void DeskWorker::retry()
{
    if (!m_loss || reconnect())
        return;
    m_retryPause = std::min(2 * m_retryPause, longestRetryPause);
    m_retryTimer->start(std::chrono::seconds(m_retryPause));
}

} // namespace addressdesk
