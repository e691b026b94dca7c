#pragma once

#include "models/domain/DatabaseUrl.h"
#include "models/domain/History.h"
#include "models/domain/OfficeDesk.h"
#include "models/domain/Paging.h"
#include "models/domain/SaveRequest.h"
#include "models/domain/SchemaMapping.h"
#include "models/domain/SchemaStep.h"

#include <QObject>
#include <QPointer>

#include <functional>

namespace addressdesk {

/// What is worth telling of an open database.
struct DatabaseDescription
{
    DatabaseUrl url;
    QString actor;         ///< Who changes are recorded as.
    QString serverVersion; ///< For example "SQLite 3.40.1".
    bool isReadOnly = false;
    bool isEncrypted = false; ///< PostgreSQL: the connection uses TLS.
    SchemaMapping mapping;    ///< The effective one: only columns that exist.
    /// DeskConnector::test(): what SchemaPolicy::Initialise would still do; empty when nothing is missing.
    QList<SchemaStep> missingSchema;
};

/// Port: an open database as the window sees it. Lives on the GUI thread; the work happens elsewhere.
///
/// Every request answers exactly once, later, on the GUI thread, in no promised order; cancelled requests
/// answer with ErrorCode::Cancelled. A handler whose `context` has been destroyed by then is dropped.
/// Destroying the session cancels what can be cancelled and waits for a running save, so that no save is half
/// told.
class DeskSession : public QObject
{
    Q_OBJECT

public:
    using RequestId = quint64;
    template<typename T> using Handler = std::function<void(const Result<T> &)>;

    using QObject::QObject;
    ~DeskSession() override;

    [[nodiscard]] virtual const DatabaseDescription &description() const = 0;
    /// Mails, tasks and settings; lives as long as the session.
    [[nodiscard]] virtual OfficeDesk &office() = 0;
    [[nodiscard]] const SchemaMapping &mapping() const { return description().mapping; }

    virtual RequestId fetchPage(const PageRequest &request, QObject *context,
                                Handler<AddressPage> handler) = 0;
    /// Rows that match; counts addresses only, so an address without a customer is counted too.
    virtual RequestId countAddresses(const AddressQuery &query, QObject *context,
                                     Handler<qint64> handler) = 0;
    /// Errors: NotFound.
    virtual RequestId fetchAddress(const QString &addressId, QObject *context,
                                   Handler<AddressRow> handler) = 0;
    virtual RequestId fetchHistory(const HistoryRequest &request, QObject *context,
                                   Handler<History> handler) = 0;
    /// Deleted and not restored, newest deletion first, at most `limit`, those matching `search`.
    virtual RequestId fetchDeleted(const QString &search, int limit, QObject *context,
                                   Handler<QList<DeletedAddress>> handler) = 0;
    /// Customers whose name or e-mail matches, at most `limit`, by name.
    virtual RequestId findCustomers(const QString &search, int limit, QObject *context,
                                    Handler<QList<Customer>> handler) = 0;

    virtual RequestId save(const SaveRequest &request, QObject *context, Handler<SaveOutcome> handler) = 0;
    virtual RequestId createAddress(const QString &customerId, const FieldValues &values,
                                    const FieldValue &reason, QObject *context,
                                    Handler<SaveOutcome> handler) = 0;
    /// `expected` is what the person saw; a row that differs is a Conflict. Null-safe.
    virtual RequestId deleteAddress(const QString &addressId, const FieldValues &expected,
                                    const FieldValue &reason, QObject *context,
                                    Handler<SaveOutcome> handler) = 0;
    /// Restores from the newest deletion's snapshot.
    virtual RequestId restoreAddress(const QString &addressId, QObject *context,
                                     Handler<RevertOutcome> handler) = 0;
    virtual RequestId revert(const RevertRequest &request, QObject *context,
                             Handler<RevertOutcome> handler) = 0;

    /// A queued request never runs, a running read is interrupted; a running write is left to end. Unknown
    /// ids are ignored.
    virtual void cancel(RequestId id) = 0;

signals:
    /// Committed changes, ours or another desk's. An empty list means: anything may have changed, read again.
    void addressesChanged(const QStringList &addressIds);
    /// A request found the database gone; the session tries again by itself, with pauses.
    void connectionLost(const addressdesk::Error &error);
    void connectionRestored();
};

} // namespace addressdesk
