#include "models/storage/SqlDeskSession.h"

#include "models/storage/DeskParts.h"

namespace addressdesk {

namespace {

template<typename T> DeskWorker::Answer answerOf(Result<T> result)
{
    std::optional<Error> error;
    if (!result)
        error = result.error();
    return {std::make_shared<Result<T>>(std::move(result)), std::move(error)};
}

template<typename T> DeskWorker::AnswerPointer failed(const Error &error)
{
    return std::make_shared<Result<T>>(tl::unexpected(error));
}

} // namespace

SqlDeskSession::SqlDeskSession(const ConnectRequest &request, std::function<void(const Done &)> opened)
    : m_request(request), m_opened(std::move(opened)), m_writer(new DeskWorker({request, false}))
{
    connect(m_writer, &DeskWorker::opened, this, &SqlDeskSession::openReader);
    connect(m_writer, &DeskWorker::openFailed, this,
            [this](const Error &error) { finishOpening(tl::unexpected(error)); });
    connect(m_writer, &DeskWorker::answered, this, &SqlDeskSession::deliver);
    connect(m_writer, &DeskWorker::lost, this, &SqlDeskSession::noteLost);
    connect(m_writer, &DeskWorker::restored, this, &SqlDeskSession::noteRestored);
    m_writer->start();
}

SqlDeskSession::~SqlDeskSession()
{
    DeskWorker::shutDown(m_writer);
    if (m_reader)
        DeskWorker::shutDown(m_reader);
}

void SqlDeskSession::openReader(const DatabaseDescription &description)
{
    m_description = description;
    ConnectRequest request = m_request;
    request.schemaPolicy = SchemaPolicy::Require;
    request.mayCreateFile = false;
    m_reader = new DeskWorker({request, true});
    connect(m_reader, &DeskWorker::opened, this, [this] { finishOpening({}); });
    connect(m_reader, &DeskWorker::openFailed, this,
            [this](const Error &error) { finishOpening(tl::unexpected(error)); });
    connect(m_reader, &DeskWorker::answered, this, &SqlDeskSession::deliver);
    connect(m_reader, &DeskWorker::lost, this, &SqlDeskSession::noteLost);
    connect(m_reader, &DeskWorker::restored, this, &SqlDeskSession::noteRestored);
    connect(m_reader, &DeskWorker::addressesChanged, this, &SqlDeskSession::addressesChanged);
    m_reader->start();
}

void SqlDeskSession::finishOpening(const Done &done)
{
    // The session may be destroyed by whoever is told.
    const auto opened = std::exchange(m_opened, {});
    m_request.password.clear();
    if (opened)
        opened(done);
}

void SqlDeskSession::deliver(RequestId id, const DeskWorker::AnswerPointer &answer)
{
    const auto handler = m_handlers.take(id);
    if (handler)
        handler(answer.get());
}

void SqlDeskSession::noteLost(const Error &error)
{
    if (++m_lostWorkers == 1)
        emit connectionLost(error);
}

void SqlDeskSession::noteRestored()
{
    if (--m_lostWorkers > 0)
        return;
    emit connectionRestored();
    emit addressesChanged({});
}

template<typename T> DeskSession::RequestId SqlDeskSession::remember(QObject *context, Handler<T> handler)
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
DeskSession::RequestId SqlDeskSession::read(std::function<Result<T>(DeskParts &)> work, QObject *context,
                                            Handler<T> handler, bool canWait)
{
    const RequestId id = remember<T>(context, std::move(handler));
    DeskWorker::Request request;
    request.id = id;
    request.canWait = canWait;
    request.run = [work = std::move(work)](DeskParts &parts) {
        return answerOf(work(parts));
    };
    request.fail = &failed<T>;
    m_reader->enqueue(std::move(request));
    return id;
}

template<typename T>
DeskSession::RequestId
SqlDeskSession::write(std::function<Result<T>(DeskParts &, const QString &)> work,
                      std::function<Result<std::optional<T>>(DeskParts &, const QString &)> recorded,
                      QObject *context, Handler<T> handler)
{
    const QString changeId = ChangeRecorder::newChangeId();
    // Our own changes are found by the watcher too; it need not wait for its next look.
    const RequestId id = remember<T>(context, [this, handler = std::move(handler)](const Result<T> &result) {
        m_reader->lookForChanges();
        handler(result);
    });
    DeskWorker::Request request;
    request.id = id;
    request.isInterruptible = false;
    request.run = [work = std::move(work), changeId](DeskParts &parts) {
        return answerOf(work(parts, changeId));
    };
    request.recover = [recorded = std::move(recorded), changeId](DeskParts &parts, const Error &lost) {
        Result<std::optional<T>> outcome = recorded(parts, changeId);
        if (!outcome)
            return answerOf(Result<T>(tl::unexpected(outcome.error())));
        return *outcome ? answerOf(Result<T>(std::move(**outcome)))
                        : answerOf(Result<T>(tl::unexpected(lost)));
    };
    request.fail = &failed<T>;
    m_writer->enqueue(std::move(request));
    return id;
}

DeskSession::RequestId
SqlDeskSession::writeSave(std::function<Result<SaveOutcome>(DeskParts &, const QString &)> work,
                          QObject *context, Handler<SaveOutcome> handler)
{
    return write<SaveOutcome>(
        std::move(work), [](DeskParts &parts, const QString &id) { return parts.recorder.recordedSave(id); },
        context, std::move(handler));
}

DeskSession::RequestId
SqlDeskSession::writeRevert(std::function<Result<RevertOutcome>(DeskParts &, const QString &)> work,
                            QObject *context, Handler<RevertOutcome> handler)
{
    return write<RevertOutcome>(
        std::move(work),
        [](DeskParts &parts, const QString &id) { return parts.recorder.recordedRevert(id); }, context,
        std::move(handler));
}

DeskSession::RequestId SqlDeskSession::fetchPage(const PageRequest &request, QObject *context,
                                                 Handler<AddressPage> handler)
{
    return read<AddressPage>([request](DeskParts &parts) { return parts.addresses.page(request); }, context,
                             std::move(handler));
}

DeskSession::RequestId SqlDeskSession::countAddresses(const AddressQuery &query, QObject *context,
                                                      Handler<qint64> handler)
{
    // Counting a search can take a second at a million rows; rows and histories that are asked for meanwhile
    // come first.
    constexpr bool canWait = true;
    return read<qint64>([query](DeskParts &parts) { return parts.addresses.count(query); }, context,
                        std::move(handler), canWait);
}

DeskSession::RequestId SqlDeskSession::fetchAddress(const QString &addressId, QObject *context,
                                                    Handler<AddressRow> handler)
{
    return read<AddressRow>([addressId](DeskParts &parts) { return parts.addresses.address(addressId); },
                            context, std::move(handler));
}

DeskSession::RequestId SqlDeskSession::fetchHistory(const HistoryRequest &request, QObject *context,
                                                    Handler<History> handler)
{
    return read<History>([request](DeskParts &parts) { return parts.history.history(request); }, context,
                         std::move(handler));
}

DeskSession::RequestId SqlDeskSession::fetchDeleted(const QString &search, int limit, QObject *context,
                                                    Handler<QList<DeletedAddress>> handler)
{
    return read<QList<DeletedAddress>>(
        [search, limit](DeskParts &parts) { return parts.deleted.find(search, limit); }, context,
        std::move(handler));
}

DeskSession::RequestId SqlDeskSession::findCustomers(const QString &search, int limit, QObject *context,
                                                     Handler<QList<Customer>> handler)
{
    return read<QList<Customer>>(
        [search, limit](DeskParts &parts) { return parts.customers.find(search, limit); }, context,
        std::move(handler));
}

DeskSession::RequestId SqlDeskSession::save(const SaveRequest &request, QObject *context,
                                            Handler<SaveOutcome> handler)
{
    return writeSave(
        [request](DeskParts &parts, const QString &id) { return parts.recorder.save(request, id); }, context,
        std::move(handler));
}

DeskSession::RequestId SqlDeskSession::createAddress(const QString &customerId, const FieldValues &values,
                                                     const FieldValue &reason, QObject *context,
                                                     Handler<SaveOutcome> handler)
{
    return writeSave(
        [customerId, values, reason](DeskParts &parts, const QString &id) {
            return parts.recorder.create(customerId, values, reason, id);
        },
        context, std::move(handler));
}

DeskSession::RequestId SqlDeskSession::deleteAddress(const QString &addressId, const FieldValues &expected,
                                                     const FieldValue &reason, QObject *context,
                                                     Handler<SaveOutcome> handler)
{
    return writeSave(
        [addressId, expected, reason](DeskParts &parts, const QString &id) {
            return parts.recorder.remove(addressId, expected, reason, id);
        },
        context, std::move(handler));
}

DeskSession::RequestId SqlDeskSession::restoreAddress(const QString &addressId, QObject *context,
                                                      Handler<RevertOutcome> handler)
{
    return writeRevert(
        [addressId](DeskParts &parts, const QString &id) { return parts.recorder.restore(addressId, id); },
        context, std::move(handler));
}

DeskSession::RequestId SqlDeskSession::revert(const RevertRequest &request, QObject *context,
                                              Handler<RevertOutcome> handler)
{
    return writeRevert(
        [request](DeskParts &parts, const QString &id) { return parts.recorder.revert(request, id); },
        context, std::move(handler));
}

void SqlDeskSession::cancel(RequestId id)
{
    m_reader->cancel(id);
    m_writer->cancel(id);
}

} // namespace addressdesk
