#include "models/wording/MailWording.h"

#include "models/domain/Instant.h"
#include "models/wording/Sentences.h"
#include "models/wording/TimeWording.h"

#include <QCoreApplication>
#include <QLocale>

namespace addressdesk::wording {

namespace {

QString say(const char *text, int n = -1)
{
    return QCoreApplication::translate("MailWording", text, nullptr, n);
}

/// "at 14:05" today, "tomorrow at 14:05", otherwise with the date; for use inside a sentence.
QString soonInSentence(const QDateTime &when, const QDateTime &now)
{
    const QDateTime local = when.toLocalTime();
    const qint64 days = now.toLocalTime().date().daysTo(local.date());
    const QString clock = QLocale().toString(local.time(), QLocale::ShortFormat);
    if (days == 0)
        //: Inside a sentence: a time of today
        return say(QT_TRANSLATE_NOOP("MailWording", "at %1")).arg(clock);
    if (days == 1)
        //: Inside a sentence: a time of tomorrow
        return say(QT_TRANSLATE_NOOP("MailWording", "tomorrow at %1")).arg(clock);
    return timeInSentence(when);
}

/// A sender takes what is due within seconds: after so long none runs, or something keeps the mail from it.
constexpr int secondsUntilOverdue = 600;

bool isOverdue(const QDateTime &next, const QDateTime &now)
{
    return next.isValid() && next.secsTo(now) >= secondsUntilOverdue;
}

QString waitingSentence(const MailRecord &mail, const QDateTime &now)
{
    const QDateTime next = instantOf(mail.nextAttemptAt);
    if (next.isValid() && next > now)
        return (mail.attempts == 0
                    ? say(QT_TRANSLATE_NOOP("MailWording", "Waiting; it is sent %1."))
                    //: %1 is for example "at 14:05"
                    : say(QT_TRANSLATE_N_NOOP("MailWording", "Tried %n time(s) in vain, again %1."),
                          mail.attempts))
            .arg(soonInSentence(next, now));
    const QString waits =
        mail.attempts == 0
            ? say(QT_TRANSLATE_NOOP("MailWording", "Waiting to be sent."))
            : say(QT_TRANSLATE_N_NOOP("MailWording", "Tried %n time(s) in vain, again now."), mail.attempts);
    if (!isOverdue(next, now))
        return waits;
    //: Of a mail that waits all the same: %1 is for example "at 14:05"
    return waits + u' ' +
           say(QT_TRANSLATE_NOOP("MailWording", "It was due %1 and is late.")).arg(soonInSentence(next, now));
}

/// What the customer can still do with the links, if anything. A link that was used, or whose change an
/// operator put back, does nothing any more. Whether a value has changed in another way only its row tells,
/// which a mail does not know.
QString linksSentence(const MailRecord &mail, const QDateTime &now)
{
    const QDateTime end = instantOf(mail.expiresAt);
    if (!mail.hasLinks() || !end.isValid())
        return {};
    if (mail.putBackCount >= mail.notice.tokenCount())
        //: Of a mail about changes: %1 is for example "on 3 March 2026 at 14:02"
        return say(QT_TRANSLATE_NOOP("MailWording",
                                     "All of it was set back %1, so its links do nothing any more."))
            .arg(timeInSentence(instantOf(mail.putBackAt)));
    if (end <= now)
        return say(QT_TRANSLATE_NOOP("MailWording", "Its links have expired."));
    const QString sentence =
        mail.putBackCount > 0
            //: Of a mail about several changes: %1 is a date
            ? say(QT_TRANSLATE_NOOP("MailWording", "A part of it was set back; until %1, its other links set "
                                                   "back what has not been changed since."))
            //: Of a mail about changes: %1 is a date
            : say(QT_TRANSLATE_NOOP("MailWording",
                                    "Until %1, its links set back what has not been changed since."));
    return sentence.arg(
        QLocale().toString(end.toLocalTime().date(), say(QT_TRANSLATE_NOOP("MailWording", "d MMMM yyyy"))));
}

QString sentSentence(const MailRecord &mail)
{
    const QString when = timeInSentence(instantOf(mail.finishedAt));
    QString sentence;
    if (mail.isLetter())
        sentence = say(QT_TRANSLATE_NOOP("MailWording", "Printed as a letter %1."));
    else if (mail.isInFolder)
        //: %1 is for example "on 3 March 2026 at 14:02"
        sentence = say(QT_TRANSLATE_NOOP("MailWording", "Written into the folder %1, and sent to nobody."));
    else
        //: %1 is for example "on 3 March 2026 at 14:02"
        sentence = say(QT_TRANSLATE_NOOP("MailWording", "Sent %1."));
    return sentence.arg(when);
}

QString whyNoRetry(const MailRecord &mail)
{
    if (!mail.recipient)
        return say(QT_TRANSLATE_NOOP("MailWording", "The customer has no e-mail address: this is a letter."));
    if (mail.state == MailState::Sending)
        return say(QT_TRANSLATE_NOOP("MailWording", "The mail is being sent at this very moment."));
    if (mail.isInFolder)
        return say(
            QT_TRANSLATE_NOOP("MailWording", "The mail is in the folder already. It can be sent again."));
    if (mail.state == MailState::Sent)
        return say(QT_TRANSLATE_NOOP("MailWording", "The mail was sent already. It can be sent again."));
    return {};
}

QString whyNoCancelling(const MailRecord &mail)
{
    switch (mail.state) {
    case MailState::Queued:
        return {};
    case MailState::Sending:
        return say(QT_TRANSLATE_NOOP("MailWording", "The mail is being sent at this very moment."));
    case MailState::Sent:
        return mail.isLetter()   ? say(QT_TRANSLATE_NOOP("MailWording", "The letter was printed already."))
               : mail.isInFolder ? say(QT_TRANSLATE_NOOP("MailWording", "The mail is in the folder already."))
                                 : say(QT_TRANSLATE_NOOP("MailWording", "The mail was sent already."));
    case MailState::Failed:
        return say(QT_TRANSLATE_NOOP("MailWording", "The mail was given up: it is not sent any more."));
    case MailState::Cancelled:
        return say(QT_TRANSLATE_NOOP("MailWording", "The mail is cancelled already."));
    case MailState::NoAddress:
        return say(QT_TRANSLATE_NOOP("MailWording", "The customer has no e-mail address: this is a letter."));
    }
    Q_UNREACHABLE();
}

} // namespace

QString mailState(const MailRecord &mail)
{
    switch (mail.state) {
    case MailState::Queued:
        return say(QT_TRANSLATE_NOOP("MailWording", "Waiting"));
    case MailState::Sending:
        return say(QT_TRANSLATE_NOOP("MailWording", "Being sent"));
    case MailState::Sent:
        return mail.isLetter() ? say(QT_TRANSLATE_NOOP("MailWording", "Letter printed"))
               //: How far a mail has come: it became a file in a folder, and was sent to nobody
               : mail.isInFolder ? say(QT_TRANSLATE_NOOP("MailWording", "In the folder"))
                                 : say(QT_TRANSLATE_NOOP("MailWording", "Sent"));
    case MailState::Failed:
        return say(QT_TRANSLATE_NOOP("MailWording", "Failed"));
    case MailState::Cancelled:
        return say(QT_TRANSLATE_NOOP("MailWording", "Cancelled"));
    case MailState::NoAddress:
        return say(QT_TRANSLATE_NOOP("MailWording", "Letter due"));
    }
    Q_UNREACHABLE();
}

QString mailStateSentence(const MailRecord &mail, const QDateTime &now)
{
    const QString links = mail.state == MailState::Sent ? linksSentence(mail, now) : QString();
    const QString outcome = mailOutcomeSentence(mail, now);
    return links.isEmpty() ? outcome : outcome + u' ' + links;
}

QString mailOutcomeSentence(const MailRecord &mail, const QDateTime &now)
{
    switch (mail.state) {
    case MailState::Queued:
        return waitingSentence(mail, now);
    case MailState::Sending:
        return say(QT_TRANSLATE_NOOP("MailWording", "Being sent."));
    case MailState::Sent:
        return sentSentence(mail);
    case MailState::Failed:
        return say(QT_TRANSLATE_N_NOOP("MailWording", "Given up %1 after %n attempt(s)."), mail.attempts)
            .arg(timeInSentence(instantOf(mail.finishedAt)));
    case MailState::Cancelled:
        return say(QT_TRANSLATE_NOOP("MailWording", "Cancelled %1: the customer was not told."))
            .arg(timeInSentence(instantOf(mail.finishedAt)));
    case MailState::NoAddress:
        return say(QT_TRANSLATE_NOOP("MailWording", "No e-mail address: a letter is due."));
    }
    Q_UNREACHABLE();
}

QString mailTime(const MailRecord &mail, const QDateTime &now)
{
    const QDateTime finished = instantOf(mail.finishedAt);
    if (finished.isValid())
        return relativeTime(finished, now);
    const QDateTime next = instantOf(mail.nextAttemptAt);
    if (mail.state != MailState::Queued || !next.isValid())
        return {};
    if (next > now)
        //: In a list, of a mail that waits: %1 is for example "at 14:05"
        return say(QT_TRANSLATE_NOOP("MailWording", "next try %1")).arg(soonInSentence(next, now));
    if (isOverdue(next, now))
        //: In a list, of a mail that waits all the same: %1 is for example "20 minutes ago"
        return say(QT_TRANSLATE_NOOP("MailWording", "was due %1")).arg(relativeTime(next, now));
    //: In a list: the mail is sent as soon as it is its turn
    return say(QT_TRANSLATE_NOOP("MailWording", "next try now"));
}

QString mailKind(const SafetyNotice &notice)
{
    switch (notice.kind) {
    case SafetyNotice::Kind::Changed:
        return say(QT_TRANSLATE_N_NOOP("MailWording", "%n field(s) changed"),
                   static_cast<int>(notice.changes.size()));
    case SafetyNotice::Kind::Reverted:
        return notice.changes.isEmpty() ? say(QT_TRANSLATE_NOOP("MailWording", "Address set back"))
                                        : say(QT_TRANSLATE_N_NOOP("MailWording", "%n field(s) set back"),
                                              static_cast<int>(notice.changes.size()));
    case SafetyNotice::Kind::Created:
        return say(QT_TRANSLATE_NOOP("MailWording", "Address created"));
    case SafetyNotice::Kind::Deleted:
        return say(QT_TRANSLATE_NOOP("MailWording", "Address deleted"));
    case SafetyNotice::Kind::Restored:
        return say(QT_TRANSLATE_NOOP("MailWording", "Address restored"));
    }
    Q_UNREACHABLE();
}

QString mailAudience(MailAudience audience)
{
    switch (audience) {
    case MailAudience::Customer:
        return {};
    case MailAudience::Former:
        return say(QT_TRANSLATE_NOOP("MailWording", "The customer's e-mail address until lately."));
    case MailAudience::New:
        return say(
            QT_TRANSLATE_NOOP("MailWording", "The customer's new e-mail address: told no earlier values."));
    }
    Q_UNREACHABLE();
}

QString whyNot(MailAction action, const MailRecord &mail)
{
    switch (action) {
    case MailAction::Retry:
        return whyNoRetry(mail);
    case MailAction::SendAgain:
        if (mail.state == MailState::Sent && mail.recipient)
            return {};
        return mail.recipient ? say(QT_TRANSLATE_NOOP("MailWording", "The mail was not sent yet."))
                              : say(QT_TRANSLATE_NOOP(
                                    "MailWording", "The customer has no e-mail address: this is a letter."));
    case MailAction::Cancel:
        return whyNoCancelling(mail);
    case MailAction::MarkPrinted:
        return mail.recipient ? say(QT_TRANSLATE_NOOP("MailWording",
                                                      "Letters are for customers without an e-mail address."))
                              : QString();
    }
    Q_UNREACHABLE();
}

namespace {

int plural(qint64 count)
{
    return static_cast<int>(qMin<qint64>(count, 1'000'000'000));
}

} // namespace

QString waitingMails(qint64 count)
{
    return say(QT_TRANSLATE_N_NOOP("MailWording", "%n waiting"), plural(count));
}

QString failedMails(qint64 count)
{
    return say(QT_TRANSLATE_N_NOOP("MailWording", "%n failed"), plural(count));
}

QString dueLetters(qint64 count)
{
    return say(QT_TRANSLATE_N_NOOP("MailWording", "%n letter(s) due"), plural(count));
}

QString openRequests(qint64 count)
{
    //: What customers ask for and an operator has to decide
    return say(QT_TRANSLATE_N_NOOP("MailWording", "%n request(s)"), plural(count));
}

QString mailProblem(const Error &error)
{
    switch (error.code) {
    case ErrorCode::ConnectionFailed:
    case ErrorCode::ConnectionLost:
        return say(QT_TRANSLATE_NOOP("MailWording",
                                     "The mail server cannot be reached, or the connection broke off. Check "
                                     "its name and port, and the connection of this computer."));
    case ErrorCode::TimedOut:
        return say(QT_TRANSLATE_NOOP("MailWording", "The mail server took too long to answer."));
    case ErrorCode::AuthenticationFailed:
        return say(
            QT_TRANSLATE_NOOP("MailWording", "The mail server refused the user name or the password."));
    case ErrorCode::PasswordRequired:
        return say(QT_TRANSLATE_NOOP("MailWording", "The password of the mail server is not known."));
    case ErrorCode::CertificateRejected:
        return say(QT_TRANSLATE_NOOP(
            "MailWording", "The certificate of the mail server could not be verified, so nothing was sent."));
    case ErrorCode::TlsUnavailable:
        return say(QT_TRANSLATE_NOOP(
            "MailWording",
            "The mail server does not offer the encryption that is set, so nothing was sent."));
    case ErrorCode::ReadOnly:
    case ErrorCode::FileMissing:
        return say(QT_TRANSLATE_NOOP("MailWording",
                                     "Mails cannot be written into the folder. Check that it is "
                                     "there and that you may write in it."));
    case ErrorCode::DiskFull:
        return say(QT_TRANSLATE_NOOP("MailWording", "There is no space left where mails are written."));
    case ErrorCode::InvalidValue:
        return say(QT_TRANSLATE_NOOP("MailWording", "An e-mail address cannot be used: the sender's or the "
                                                    "recipient's."));
    case ErrorCode::InvalidArgument:
        return say(QT_TRANSLATE_NOOP("MailWording", "The mail settings are not complete."));
    case ErrorCode::CredentialsUnavailable:
        return say(QT_TRANSLATE_NOOP("MailWording",
                                     "No keyring is available, or it is locked. The password is "
                                     "known only until the program ends."));
    default:
        return sentence(error);
    }
}

} // namespace addressdesk::wording
