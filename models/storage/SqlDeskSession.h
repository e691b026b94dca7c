#pragma once

#include "models/domain/DeskConnector.h"
#include "models/storage/SqlOfficeDesk.h"

namespace addressdesk {

struct DeskParts;

/// DeskSession over a database: one thread reads, another writes, so that a long search holds up no save.
/// Made by SqlDeskConnector.
class SqlDeskSession final : public DeskSession
{
    Q_OBJECT

public:
    /// Begins to connect. `opened` is told once; the session is of use only after it was told no error.
    SqlDeskSession(const ConnectRequest &request, std::function<void(const Done &)> opened);
    ~SqlDeskSession() override;

    [[nodiscard]] const DatabaseDescription &description() const override { return m_description; }
    [[nodiscard]] OfficeDesk &office() override { return *m_office; }

    RequestId fetchPage(const PageRequest &request, QObject *context, Handler<AddressPage> handler) override;
    RequestId countAddresses(const AddressQuery &query, QObject *context, Handler<qint64> handler) override;
    RequestId fetchAddress(const QString &addressId, QObject *context, Handler<AddressRow> handler) override;
    RequestId fetchHistory(const HistoryRequest &request, QObject *context,
                           Handler<History> handler) override;
    RequestId fetchDeleted(const QString &search, int limit, QObject *context,
                           Handler<QList<DeletedAddress>> handler) override;
    RequestId findCustomers(const QString &search, int limit, QObject *context,
                            Handler<QList<Customer>> handler) override;
    RequestId save(const SaveRequest &request, QObject *context, Handler<SaveOutcome> handler) override;
    RequestId createAddress(const QString &customerId, const FieldValues &values, const FieldValue &reason,
                            QObject *context, Handler<SaveOutcome> handler) override;
    RequestId deleteAddress(const QString &addressId, const FieldValues &expected, const FieldValue &reason,
                            QObject *context, Handler<SaveOutcome> handler) override;
    RequestId restoreAddress(const QString &addressId, QObject *context,
                             Handler<RevertOutcome> handler) override;
    RequestId revert(const RevertRequest &request, QObject *context, Handler<RevertOutcome> handler) override;
    void cancel(RequestId id) override;

private:
    /// `work` is given the id of the save that it makes; `recorded` finds what became of it.
    template<typename T>
    RequestId record(std::function<Result<T>(DeskParts &, const QString &changeId)> work,
                     std::function<Result<std::optional<T>>(DeskParts &, const QString &changeId)> recorded,
                     QObject *context, Handler<T> handler);
    RequestId writeSave(std::function<Result<SaveOutcome>(DeskParts &, const QString &)> work,
                        QObject *context, Handler<SaveOutcome> handler);
    RequestId writeRevert(std::function<Result<RevertOutcome>(DeskParts &, const QString &)> work,
                          QObject *context, Handler<RevertOutcome> handler);
    void openReader(const DatabaseDescription &description);
    void finishOpening(const Done &done);
    void noteLost(const Error &error);
    void noteRestored();

    ConnectRequest m_request;
    std::function<void(const Done &)> m_opened;
    DatabaseDescription m_description;
    DeskWorker *m_writer; ///< On threads of their own; gone with shutDown().
    DeskWorker *m_reader = nullptr;
    DeskRequests m_requests;
    SqlOfficeDesk *m_office;
    int m_lostWorkers = 0;
};

} // namespace addressdesk
