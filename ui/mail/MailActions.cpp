#include "ui/mail/MailActions.h"

#include "models/items/OutboxModel.h"
#include "models/wording/MailTrouble.h"
#include "models/wording/MailWording.h"
#include "models/wording/Sentences.h"
#include "ui/messages/MessageBar.h"

namespace addressdesk {

namespace {

const QString actionTopic = QStringLiteral("mailAction");
const QString questionTopic = QStringLiteral("mailQuestion");

bool isSame(const MailRecord &mail, const MailRecord &before)
{
    return mail.state == before.state && mail.attempts == before.attempts &&
           mail.nextAttemptAt == before.nextAttemptAt && mail.finishedAt == before.finishedAt;
}

} // namespace

MailActions::MailActions(MailService &service, MessageBar &messages, QObject *parent)
    : QObject(parent), m_service(service), m_messages(messages)
{
    connect(&m_service, &MailService::stateChanged, this, [this] {
        if (m_before)
            tellQueued();
    });
}

void MailActions::setSession(DeskSession *session)
{
    m_session = session;
    m_before.reset();
    emit busyChanged(false);
}

void MailActions::request(const MailRecord &mail, MailAction action)
{
    if (action == MailAction::Cancel)
        askCancelling(mail);
    else if (action == MailAction::SendAgain)
        askSendingAgain(mail);
    else
        change(mail, action);
}

bool MailActions::isAsking() const
{
    return m_messages.contains(questionTopic);
}

void MailActions::forgetQuestion()
{
    m_messages.dismiss(questionTopic);
}

void MailActions::forget()
{
    forgetQuestion();
    m_messages.dismiss(actionTopic);
    m_before.reset();
}

void MailActions::goTo(qint64 mailId, const OutboxModel &model)
{
    // One that has left the list has taken the choice with it: nobody has gone away from it.
    if (mailId != m_changedId && model.rowOf(m_changedId) >= 0)
        forget();
}

bool MailActions::isIntoFolder() const
{
    return m_service.sendsHere() && m_service.route().kind == MailRoute::Kind::Folder;
}

QString MailActions::sendAgainQuestion(const MailRecord &mail) const
{
    const QString recipient = wording::quotedBriefly(shownText(mail.recipient));
    QString question;
    if (isIntoFolder())
        //: %1 an e-mail address in quotation marks
        question = tr("Write the mail to %1 into the folder once more?").arg(recipient);
    else if (mail.isInFolder)
        //: %1 an e-mail address in quotation marks
        question = tr("Send this mail to %1? So far it was written into the folder only.").arg(recipient);
    else
        //: %1 an e-mail address in quotation marks
        question = tr("Send this mail to %1 once more? The customer gets it a second time.").arg(recipient);
    if (!mail.notice.canBePutBack())
        return question;
    if (!mail.isAnythingLeft())
        return question + u' ' + tr("What it tells of has been set back since.");
    return question + u' ' + tr("This time it has no links; the first one keeps its links.");
}

void MailActions::askSendingAgain(const MailRecord &mail)
{
    m_messages.dismiss(actionTopic);
    m_messages.tell({questionTopic,
                     Message::Kind::Warning,
                     sendAgainQuestion(mail),
                     {{isIntoFolder() ? tr("Write it aga&in") : tr("Send it aga&in"),
                       [this, mail] {
                           change(mail, MailAction::SendAgain);
                       }},
                      {tr("&Leave it"),
                       [] {
                       }}},
                     {},
                     true});
}

/// Cancelling cannot be undone: the links are lost.
void MailActions::askCancelling(const MailRecord &mail)
{
    m_messages.dismiss(actionTopic);
    m_messages.tell({questionTopic,
                     Message::Kind::Warning,
                     tr("Cancel the mail to %1? The customer is not told of this change, and its links for "
                        "setting it back are lost for good.")
                         .arg(wording::customerName(mail.notice.customer)),
                     {{tr("Ca&ncel this mail"),
                       [this, mail] {
                           change(mail, MailAction::Cancel);
                       }},
                      {tr("&Keep it"),
                       [] {
                       }}},
                     {},
                     true});
}

void MailActions::change(const MailRecord &mail, MailAction action)
{
    if (!m_session)
        return;
    m_messages.dismiss(actionTopic);
    m_messages.dismiss(questionTopic);
    m_before.reset();
    m_changedId = mail.id;
    emit busyChanged(true);
    m_session->office().changeMail(
        mail.id, action, this, [this, mail, action, session = m_session](const Result<MailRecord> &changed) {
            if (session == m_session)
                tellChanged(mail, action, changed);
        });
}

void MailActions::tellChanged(const MailRecord &before, MailAction action, const Result<MailRecord> &mail)
{
    emit busyChanged(false);
    if (!mail) {
        const bool isOutdated = mail.error().code == ErrorCode::Outdated;
        m_messages.tell({actionTopic,
                         Message::Kind::Problem,
                         isOutdated ? tr("The mail has got further in the meantime. Nothing was done.")
                                    : wording::sentence(mail.error(), &m_session->description().url),
                         {},
                         isOutdated ? QString() : wording::technicalDetails(mail.error())});
    } else if (action == MailAction::Cancel) {
        m_messages.tell({actionTopic, Message::Kind::Information, tr("The mail is cancelled."), {}, {}});
    } else {
        m_before = before;
        m_told.clear();
        tellQueued();
    }
    emit changed();
}

QString MailActions::queuedSentence() const
{
    if (!m_service.sendsHere())
        return tr("The mail is in the queue; the office's server program sends it next.");
    const MailRoute::Kind kind = m_service.route().kind;
    if (m_service.problem() || kind == MailRoute::Kind::None)
        return tr("The mail is in the queue and waits with the others.");
    return kind == MailRoute::Kind::Folder
               ? tr("The mail is in the queue and is written into the folder next.")
               : tr("The mail is in the queue and is sent next.");
}

void MailActions::tellQueued()
{
    const QString sentence = queuedSentence();
    if (sentence == m_told)
        return;
    m_told = sentence;
    m_messages.tell({actionTopic, Message::Kind::Information, sentence, {}, {}});
}

void MailActions::follow(const OutboxModel &model)
{
    if (!m_before)
        return;
    // Somebody has read and closed it.
    const bool isTold = m_messages.contains(actionTopic);
    const MailRecord *mail = model.mail(model.rowOf(m_before->id));
    const bool isUnderWay = mail && (isSame(*mail, *m_before) || mail->state == MailState::Sending ||
                                     (mail->state == MailState::Queued && mail->attempts == 0));
    if (isTold && isUnderWay)
        return;
    m_before.reset();
    m_messages.dismiss(actionTopic);
    if (!isTold || !mail)
        return;
    const bool isDone = mail->state == MailState::Sent;
    const QString state = wording::mailOutcomeSentence(*mail, QDateTime::currentDateTimeUtc());
    const QString why = wording::mailTroubleSentence(*mail);
    m_messages.tell({actionTopic,
                     isDone ? Message::Kind::Information : Message::Kind::Warning,
                     why.isEmpty() ? state : state + u' ' + why,
                     {},
                     wording::mailTroubleWords(*mail)});
}

} // namespace addressdesk
