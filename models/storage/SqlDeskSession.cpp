#include "models/storage/SqlDeskSession.h"

#include "models/storage/DeskParts.h"

namespace addressdesk {

SqlDeskSession::SqlDeskSession(const ConnectRequest &request, std::function<void(const Done &)> opened)
    : m_request(request), m_opened(std::move(opened)), m_writer(new DeskWorker({request, false})),
      m_office(new SqlOfficeDesk(m_requests, this))
{
    const auto deliver = [this](RequestId id, const DeskWorker::AnswerPointer &answer) {
        m_requests.deliver(id, answer);
    };
    connect(m_writer, &DeskWorker::opened, this, &SqlDeskSession::openReader);
    connect(m_writer, &DeskWorker::openFailed, this,
            [this](const Error &error) { finishOpening(tl::unexpected(error)); });
    connect(m_writer, &DeskWorker::answered, this, deliver);
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
    request.mailLanguage.clear();
    m_reader = new DeskWorker({request, true});
    const auto deliver = [this](RequestId id, const DeskWorker::AnswerPointer &answer) {
        m_requests.deliver(id, answer);
    };
    connect(m_reader, &DeskWorker::opened, this, [this] { finishOpening({}); });
    connect(m_reader, &DeskWorker::openFailed, this,
            [this](const Error &error) { finishOpening(tl::unexpected(error)); });
    connect(m_reader, &DeskWorker::answered, this, deliver);
    connect(m_reader, &DeskWorker::lost, this, &SqlDeskSession::noteLost);
    connect(m_reader, &DeskWorker::restored, this, &SqlDeskSession::noteRestored);
    connect(m_reader, &DeskWorker::addressesChanged, this, &SqlDeskSession::addressesChanged);
    connect(m_reader, &DeskWorker::officeChanged, m_office, &OfficeDesk::officeChanged);
    connect(m_reader, &DeskWorker::pageFetched, m_office, &OfficeDesk::pageFetched);
    m_requests.setWorkers(m_reader, m_writer);
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
    emit m_office->officeChanged();
}

template<typename T>
DeskSession::RequestId
SqlDeskSession::record(std::function<Result<T>(DeskParts &, const QString &)> work,
                       std::function<Result<std::optional<T>>(DeskParts &, const QString &)> recorded,
                       QObject *context, Handler<T> handler)
{
    const QString changeId = ChangeRecorder::newChangeId();
    return m_requests.write<T>(
        [work = std::move(work), changeId](DeskParts &parts) { return work(parts, changeId); },
        [recorded = std::move(recorded), changeId](DeskParts &parts, const Error &lost) -> Result<T> {
            Result<std::optional<T>> outcome = recorded(parts, changeId);
            if (!outcome)
                return tl::unexpected(outcome.error());
            return *outcome ? Result<T>(std::move(**outcome)) : Result<T>(tl::unexpected(lost));
        },
        context, std::move(handler));
}

DeskSession::RequestId
SqlDeskSession::writeSave(std::function<Result<SaveOutcome>(DeskParts &, const QString &)> work,
                          QObject *context, Handler<SaveOutcome> handler)
{
    return record<SaveOutcome>(
        std::move(work), [](DeskParts &parts, const QString &id) { return parts.recorder.recordedSave(id); },
        context, std::move(handler));
}

DeskSession::RequestId
SqlDeskSession::writeRevert(std::function<Result<RevertOutcome>(DeskParts &, const QString &)> work,
                            QObject *context, Handler<RevertOutcome> handler)
{
    return record<RevertOutcome>(
        std::move(work),
        [](DeskParts &parts, const QString &id) { return parts.recorder.recordedRevert(id); }, context,
        std::move(handler));
}

DeskSession::RequestId SqlDeskSession::fetchPage(const PageRequest &request, QObject *context,
                                                 Handler<AddressPage> handler)
{
    return m_requests.read<AddressPage>([request](DeskParts &parts) { return parts.addresses.page(request); },
                                        context, std::move(handler));
}

DeskSession::RequestId SqlDeskSession::countAddresses(const AddressQuery &query, QObject *context,
                                                      Handler<qint64> handler)
{
    // Counting a search can take a second at a million rows; rows and histories that are asked for meanwhile
    // come first.
    constexpr bool canWait = true;
    return m_requests.read<qint64>([query](DeskParts &parts) { return parts.addresses.count(query); },
                                   context, std::move(handler), canWait);
}

DeskSession::RequestId SqlDeskSession::fetchAddress(const QString &addressId, QObject *context,
                                                    Handler<AddressRow> handler)
{
    return m_requests.read<AddressRow>(
        [addressId](DeskParts &parts) { return parts.addresses.address(addressId); }, context,
        std::move(handler));
}

DeskSession::RequestId SqlDeskSession::fetchHistory(const HistoryRequest &request, QObject *context,
                                                    Handler<History> handler)
{
    return m_requests.read<History>([request](DeskParts &parts) { return parts.history.history(request); },
                                    context, std::move(handler));
}

DeskSession::RequestId SqlDeskSession::fetchDeleted(const QString &search, int limit, QObject *context,
                                                    Handler<QList<DeletedAddress>> handler)
{
    return m_requests.read<QList<DeletedAddress>>(
        [search, limit](DeskParts &parts) { return parts.deleted.find(search, limit); }, context,
        std::move(handler));
}

DeskSession::RequestId SqlDeskSession::findCustomers(const QString &search, int limit, QObject *context,
                                                     Handler<QList<Customer>> handler)
{
    return m_requests.read<QList<Customer>>(
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
    m_requests.cancel(id);
}

} // namespace addressdesk
