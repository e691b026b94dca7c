#pragma once

#include "models/domain/DeskSession.h"
#include "tests/support/FakeOfficeDesk.h"

#include <QHash>

#include <optional>
#include <utility>

namespace addressdesk {

/// A database in memory for tests of what stands on DeskSession. Answers come through the event loop; in
/// manual mode a test chooses when, in which order, and whether they fail. tst_desksession compares the
/// answers with those of real databases.
class FakeDeskSession final : public DeskSession
{
    Q_OBJECT

public:
    explicit FakeDeskSession(QObject *parent = nullptr);

    // The database.
    void setRows(QList<AddressRow> rows);
    /// `count` rows that exist only when they are read, in the order of their keys.
    void setGeneratedRows(int count) { m_generatedCount = count; }
    void setMapping(const SchemaMapping &mapping) { m_description.mapping = mapping; }
    void setUrl(const DatabaseUrl &url) { m_description.url = url; }
    void setReadOnly(bool isReadOnly) { m_description.isReadOnly = isReadOnly; }
    [[nodiscard]] static AddressRow generatedRow(int number);
    [[nodiscard]] std::optional<AddressRow> stored(const QString &addressId) const;
    /// What another desk does.
    void changeElsewhere(const QString &addressId, const QString &field, const FieldValue &value);
    void deleteElsewhere(const QString &addressId);
    void insertElsewhere(const AddressRow &row);
    /// An event that was there before, newer than those added so far; its numbers are given here. Rows stay
    /// as they are.
    void addPast(Event event);

    // The answers.
    void setManual(bool isManual) { m_isManual = isManual; }
    [[nodiscard]] qsizetype waitingCount() const { return m_waiting.size(); }
    /// Answers the request that waits at this place (manual mode).
    void answer(qsizetype index = 0);
    void answerAll();
    /// The next request of any kind fails.
    void failNext(const Error &error) { m_nextFailure = error; }
    void loseConnection();
    void restoreConnection();

    // What was asked.
    [[nodiscard]] const QList<PageRequest> &pageRequests() const { return m_pageRequests; }
    [[nodiscard]] const QList<SaveRequest> &saveRequests() const { return m_saveRequests; }
    [[nodiscard]] const QList<RevertRequest> &revertRequests() const { return m_revertRequests; }
    [[nodiscard]] const QList<HistoryRequest> &historyRequests() const { return m_historyRequests; }
    [[nodiscard]] int countRequests() const { return m_countRequests; }
    [[nodiscard]] int cancelledCount() const { return m_cancelledCount; }

    [[nodiscard]] const DatabaseDescription &description() const override { return m_description; }
    [[nodiscard]] FakeOfficeDesk &office() override { return m_office; }
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
    struct Waiting
    {
        RequestId id = 0;
        std::function<void(const std::optional<Error> &)> answer;
        std::optional<Error> error;
    };

    template<typename T> RequestId ask(QObject *context, Handler<T> handler, std::function<Result<T>()> work);
    void answerFirstDue(RequestId id);
    [[nodiscard]] QList<AddressRow> matching(const AddressQuery &query) const;
    [[nodiscard]] AddressPage page(const PageRequest &request) const;
    [[nodiscard]] AddressRow *find(const QString &addressId);
    [[nodiscard]] static bool matches(const AddressRow &row, const QString &search);

    [[nodiscard]] Result<SaveOutcome> saved(SaveRequest request);
    [[nodiscard]] Result<SaveOutcome> created(const QString &customerId, FieldValues values,
                                              FieldValue reason);
    [[nodiscard]] Result<SaveOutcome> removed(const QString &addressId, const FieldValues &expected,
                                              FieldValue reason);
    [[nodiscard]] Done checkFields(const QStringList &fields) const;
    [[nodiscard]] static bool clean(const QString &field, FieldValue &value, SaveOutcome &outcome);
    void write(AddressRow &row, const FieldValues &changes, const FieldValue &reason, SaveOutcome &outcome);
    Event removeRow(const AddressRow &row, const FieldValue &reason, const QString &changeId = {});
    Event append(const QString &addressId, EventType type, const QJsonObject &payload,
                 const FieldValue &reason = {}, const QString &changeId = {});

    [[nodiscard]] QList<HistoryEntry> judged(const QString &addressId) const;
    [[nodiscard]] Result<History> history(const HistoryRequest &request) const;
    [[nodiscard]] std::optional<Event> newestDeletion(const QString &addressId) const;
    [[nodiscard]] Result<RevertOutcome> restored(const QString &addressId, const FieldValue &reason);
    [[nodiscard]] QList<HistoryEntry> targets(const RevertRequest &request) const;
    [[nodiscard]] Result<RevertOutcome> reverted(const RevertRequest &request);
    Event putBack(const Event &event, const FieldValue &reason, const QString &changeId);

    DatabaseDescription m_description;
    FakeOfficeDesk m_office;
    QList<AddressRow> m_rows;
    QHash<QString, Customer> m_customers;
    QHash<QString, QList<Event>> m_events; ///< Newest first.
    int m_generatedCount = 0;
    qint64 m_lastSequence = 0;
    bool m_isManual = false;
    QList<Waiting> m_waiting;
    RequestId m_lastId = 0;
    std::optional<Error> m_nextFailure;
    QList<PageRequest> m_pageRequests;
    QList<SaveRequest> m_saveRequests;
    QList<RevertRequest> m_revertRequests;
    QList<HistoryRequest> m_historyRequests;
    int m_countRequests = 0;
    int m_cancelledCount = 0;
};

template<typename T>
DeskSession::RequestId FakeDeskSession::ask(QObject *context, Handler<T> handler,
                                            std::function<Result<T>()> work)
{
    const RequestId id = ++m_lastId;
    const QPointer<QObject> alive(context);
    m_waiting.append({id,
                      [alive, handler, work](const std::optional<Error> &error) {
                          const Result<T> result = error ? Result<T>(tl::unexpected(*error)) : work();
                          if (alive)
                              handler(result);
                      },
                      std::exchange(m_nextFailure, std::nullopt)});
    if (!m_isManual)
        QMetaObject::invokeMethod(
            this, [this, id] { answerFirstDue(id); }, Qt::QueuedConnection);
    return id;
}

} // namespace addressdesk
