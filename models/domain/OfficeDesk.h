#pragma once

#include "models/domain/CodeMatch.h"
#include "models/domain/CustomerReverts.h"
#include "models/domain/MailRecord.h"
#include "models/domain/OfficeSettings.h"
#include "models/domain/OfficeTask.h"

#include <QObject>

#include <functional>

namespace addressdesk {

/// A mail that is to be printed, because the customer has no e-mail address.
struct MailLetter
{
    MailRecord mail;
    std::optional<RevertToken> saveToken; ///< None: the letter has codes, but no links.
};

/// Port: what an open database's office has to do beside its addresses: the mails to customers, what
/// customers ask for, and what mails say. Belongs to a DeskSession and answers as that does: exactly once,
/// later, on the GUI thread, unless `context` is gone; DeskSession::cancel() knows its requests too.
class OfficeDesk : public QObject
{
    Q_OBJECT

public:
    using RequestId = quint64;
    template<typename T> using Handler = std::function<void(const Result<T> &)>;

    using QObject::QObject;
    ~OfficeDesk() override;

    virtual RequestId countMails(QObject *context, Handler<MailCounts> handler) = 0;
    virtual RequestId fetchMails(const MailQuery &query, QObject *context,
                                 Handler<QList<MailRecord>> handler) = 0;
    /// Errors: NotFound.
    virtual RequestId fetchLetter(qint64 mailId, QObject *context, Handler<MailLetter> handler) = 0;
    /// Answers with the mail as it is afterwards. Errors: NotFound; Outdated when its state does not allow
    /// this any more.
    virtual RequestId changeMail(qint64 mailId, MailAction action, QObject *context,
                                 Handler<MailRecord> handler) = 0;

    /// Open tasks, oldest first.
    virtual RequestId fetchTasks(int limit, QObject *context, Handler<QList<OfficeTask>> handler) = 0;
    /// Errors: NotFound when somebody else was quicker.
    virtual RequestId finishTask(qint64 taskId, QObject *context, Handler<bool> handler) = 0;
    /// Opens a finished task again. Errors: NotFound when it is open, or the customer has asked anew since.
    virtual RequestId reopenTask(qint64 taskId, QObject *context, Handler<bool> handler) = 0;

    /// Errors: NotFound for an unknown code; TooManyAttempts; InvalidArgument when a code fits several
    /// changes.
    virtual RequestId findCode(const QString &typed, QObject *context, Handler<CodeMatch> handler) = 0;

    /// What customers' links put back after this event, at most `limit`; with 0 only where the events end.
    virtual RequestId fetchCustomerReverts(qint64 afterSequenceNum, int limit, QObject *context,
                                           Handler<CustomerReverts> handler) = 0;

    virtual RequestId fetchSettings(QObject *context, Handler<OfficeSettings> handler) = 0;
    /// Answers with what is stored. Errors: PermissionDenied where the role may not.
    virtual RequestId saveSettings(const OfficeSettings &settings, QObject *context,
                                   Handler<OfficeSettings> handler) = 0;

signals:
    /// Mails, tasks or settings have changed, whoever did it.
    void officeChanged();
    /// The page of a link of these changes (digests of their tokens) was fetched, by the customer or by a
    /// mail scanner: no act of anybody, and kept nowhere.
    void pageFetched(const QStringList &tokenDigests);
};

} // namespace addressdesk
