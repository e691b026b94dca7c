#pragma once

#include "models/domain/OfficeDesk.h"

#include <QHash>
#include <QPointer>

#include <optional>
#include <utility>

namespace addressdesk {

/// An office in memory for tests of what stands on OfficeDesk. Answers come through the event loop.
class FakeOfficeDesk final : public OfficeDesk
{
    Q_OBJECT

public:
    using OfficeDesk::OfficeDesk;

    // What there is; tests change it and emit officeChanged().
    QList<MailRecord> mails; ///< Newest first.
    QList<OfficeTask> tasks;
    QList<OfficeTask> doneTasks;
    QHash<QString, CodeMatch> codes; ///< By code as it is typed, or as RevertToken::normalizedCode() has it.
    CustomerReverts customerReverts;
    QHash<qint64, RevertToken> letterTokens;
    OfficeSettings settings;
    std::optional<Error> nextFailure;

    // What was asked.
    QList<std::pair<qint64, MailAction>> actions;
    QList<qint64> finishedTasks;
    QStringList typedCodes;
    int customerRevertRequests = 0;
    int countRequests = 0;

    [[nodiscard]] std::optional<CodeMatch> match(const QString &typed) const;

    RequestId countMails(QObject *context, Handler<MailCounts> handler) override;
    RequestId fetchMails(const MailQuery &query, QObject *context,
                         Handler<QList<MailRecord>> handler) override;
    RequestId fetchLetter(qint64 mailId, QObject *context, Handler<MailLetter> handler) override;
    RequestId changeMail(qint64 mailId, MailAction action, QObject *context,
                         Handler<MailRecord> handler) override;
    RequestId fetchTasks(int limit, QObject *context, Handler<QList<OfficeTask>> handler) override;
    RequestId finishTask(qint64 taskId, QObject *context, Handler<bool> handler) override;
    RequestId reopenTask(qint64 taskId, QObject *context, Handler<bool> handler) override;
    RequestId findCode(const QString &typed, QObject *context, Handler<CodeMatch> handler) override;
    RequestId fetchCustomerReverts(qint64 afterSequenceNum, int limit, QObject *context,
                                   Handler<CustomerReverts> handler) override;
    RequestId fetchSettings(QObject *context, Handler<OfficeSettings> handler) override;
    RequestId saveSettings(const OfficeSettings &wanted, QObject *context,
                           Handler<OfficeSettings> handler) override;

private:
    template<typename T> RequestId ask(QObject *context, Handler<T> handler, std::function<Result<T>()> work);
    [[nodiscard]] MailRecord *find(qint64 mailId);
    [[nodiscard]] Result<bool> move(qint64 taskId, QList<OfficeTask> &from, QList<OfficeTask> &to);

    RequestId m_lastId = 1'000'000; ///< Apart from the session's.
};

template<typename T>
OfficeDesk::RequestId FakeOfficeDesk::ask(QObject *context, Handler<T> handler,
                                          std::function<Result<T>()> work)
{
    const QPointer<QObject> alive(context);
    QMetaObject::invokeMethod(
        this,
        [alive, handler, work, error = std::exchange(nextFailure, std::nullopt)] {
            const Result<T> result = error ? Result<T>(tl::unexpected(*error)) : work();
            if (alive)
                handler(result);
        },
        Qt::QueuedConnection);
    return ++m_lastId;
}

} // namespace addressdesk
