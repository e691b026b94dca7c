#pragma once

#include "models/domain/DeskSession.h"
#include "models/domain/MailService.h"

#include <QPointer>

namespace addressdesk {

class MessageBar;
class OutboxModel;

/// What a person does with mails of the outbox: asks where it cannot be undone, does it, and tells what
/// became of it, for as long as that is told.
class MailActions final : public QObject
{
    Q_OBJECT

public:
    /// Both have to outlive this.
    MailActions(MailService &service, MessageBar &messages, QObject *parent);

    void setSession(DeskSession *session);
    /// Does it, or asks first.
    void request(const MailRecord &mail, MailAction action);
    /// Whether a question waits for its answer.
    [[nodiscard]] bool isAsking() const;
    /// Nothing is done.
    void forgetQuestion();
    /// Nor is anything told any more.
    void forget();
    /// Another mail has been chosen in `model`: what is told of the one before goes.
    void goTo(qint64 mailId, const OutboxModel &model);
    /// What is told goes with the mail's state.
    void follow(const OutboxModel &model);

signals:
    void busyChanged(bool isBusy);
    /// A mail is not as it was, or could not be changed.
    void changed();

private:
    [[nodiscard]] bool isIntoFolder() const;
    [[nodiscard]] QString sendAgainQuestion(const MailRecord &mail) const;
    void askSendingAgain(const MailRecord &mail);
    void askCancelling(const MailRecord &mail);
    void change(const MailRecord &mail, MailAction action);
    void tellChanged(const MailRecord &before, MailAction action, const Result<MailRecord> &mail);
    void tellQueued();
    [[nodiscard]] QString queuedSentence() const;

    MailService &m_service;
    MessageBar &m_messages;
    QPointer<DeskSession> m_session;
    std::optional<MailRecord> m_before; ///< Of the mail that is told to be in the queue.
    QString m_told;
    qint64 m_changedId = 0; ///< Of the mail that something was done with last.
};

} // namespace addressdesk
