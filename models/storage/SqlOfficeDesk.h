#pragma once

#include "models/domain/OfficeDesk.h"
#include "models/storage/DeskRequests.h"

namespace addressdesk {

/// OfficeDesk of a SqlDeskSession, through that session's threads.
class SqlOfficeDesk final : public OfficeDesk
{
    Q_OBJECT

public:
    /// `requests` has to outlive the desk.
    explicit SqlOfficeDesk(DeskRequests &requests, QObject *parent = nullptr);

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
    RequestId saveSettings(const OfficeSettings &settings, QObject *context,
                           Handler<OfficeSettings> handler) override;

private:
    DeskRequests &m_requests;
};

} // namespace addressdesk
