#pragma once

#include "models/storage/DeskParts.h"
#include "models/storage/DeskWorker.h"

#include <QHash>
#include <QPointer>

namespace addressdesk {

/// The requests of a session that are under way: hands them to the reader's or the writer's thread and gives
/// each answer to whoever asked. Lives on the GUI thread.
class DeskRequests final
{
public:
    using RequestId = DeskWorker::RequestId;
    template<typename T> using Handler = std::function<void(const Result<T> &)>;
    template<typename T> using Work = std::function<Result<T>(DeskParts &)>;

    /// Set once both threads are there; they outlive the requests.
    void setWorkers(DeskWorker *reader, DeskWorker *writer);
    void deliver(RequestId id, const DeskWorker::AnswerPointer &answer);
    void cancel(RequestId id);

    /// `canWait`: gives way to every other request.
    template<typename T>
    RequestId read(Work<T> work, QObject *context, Handler<T> handler, bool canWait = false);
    /// `recover` finds out what became of the work when the connection was lost meanwhile and is back.
    template<typename T>
    RequestId write(Work<T> work, std::function<Result<T>(DeskParts &, const Error &lost)> recover,
                    QObject *context, Handler<T> handler);
    /// Writes what may be written twice: after a lost connection it simply runs again.
    template<typename T> RequestId rewrite(Work<T> work, QObject *context, Handler<T> handler);

private:
    template<typename T> RequestId remember(QObject *context, Handler<T> handler);
    template<typename T> [[nodiscard]] static DeskWorker::Answer answerOf(Result<T> result);
    template<typename T> [[nodiscard]] static DeskWorker::AnswerPointer failed(const Error &error);

    DeskWorker *m_reader = nullptr;
    DeskWorker *m_writer = nullptr;
    QHash<RequestId, std::function<void(const void *)>> m_handlers;
    RequestId m_lastRequest = 0;
};

template<typename T> DeskWorker::Answer DeskRequests::answerOf(Result<T> result)
{
    std::optional<Error> error;
    if (!result)
        error = result.error();
    return {std::make_shared<Result<T>>(std::move(result)), std::move(error)};
}

template<typename T> DeskWorker::AnswerPointer DeskRequests::failed(const Error &error)
{
    return std::make_shared<Result<T>>(tl::unexpected(error));
}

template<typename T> DeskRequests::RequestId DeskRequests::remember(QObject *context, Handler<T> handler)
{
    const RequestId id = ++m_lastRequest;
    m_handlers.insert(
        id, [context = QPointer<QObject>(context), handler = std::move(handler)](const void *result) {
            if (context)
                handler(*static_cast<const Result<T> *>(result));
        });
    return id;
}

template<typename T>
DeskRequests::RequestId DeskRequests::read(Work<T> work, QObject *context, Handler<T> handler, bool canWait)
{
    const RequestId id = remember<T>(context, std::move(handler));
    DeskWorker::Request request;
    request.id = id;
    request.canWait = canWait;
    request.run = [work = std::move(work)](DeskParts &parts) {
        return answerOf(work(parts));
    };
    request.fail = &DeskRequests::failed<T>;
    m_reader->enqueue(std::move(request));
    return id;
}

template<typename T>
DeskRequests::RequestId DeskRequests::write(Work<T> work,
                                            std::function<Result<T>(DeskParts &, const Error &)> recover,
                                            QObject *context, Handler<T> handler)
{
    // Our own changes are found by the watcher too; it need not wait for its next look.
    const RequestId id = remember<T>(context, [this, handler = std::move(handler)](const Result<T> &result) {
        m_reader->lookForChanges();
        handler(result);
    });
    DeskWorker::Request request;
    request.id = id;
    request.isInterruptible = false;
    request.run = [work = std::move(work)](DeskParts &parts) {
        return answerOf(work(parts));
    };
    request.recover = [recover = std::move(recover)](DeskParts &parts, const Error &lost) {
        return answerOf(recover(parts, lost));
    };
    request.fail = &DeskRequests::failed<T>;
    m_writer->enqueue(std::move(request));
    return id;
}

template<typename T>
DeskRequests::RequestId DeskRequests::rewrite(Work<T> work, QObject *context, Handler<T> handler)
{
    return write<T>(
        work, [work](DeskParts &parts, const Error &) { return work(parts); }, context, std::move(handler));
}

} // namespace addressdesk
