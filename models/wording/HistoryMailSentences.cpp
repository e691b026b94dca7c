#include "models/wording/HistoryMailSentences.h"

#include "models/domain/Instant.h"
#include "models/wording/MailTrouble.h"
#include "models/wording/TimeWording.h"

#include <QCoreApplication>
#include <QLocale>

namespace addressdesk::wording::historyMail {

namespace {

QString say(const char *text, int n = -1)
{
    return QCoreApplication::translate("HistoryMail", text, nullptr, n);
}

/// The sentence for the audience: two mails of one save have to be told apart.
QString pick(MailAudience audience, const char *customer, const char *former, const char *fresh)
{
    switch (audience) {
    case MailAudience::Customer:
        return say(customer);
    case MailAudience::Former:
        return say(former);
    case MailAudience::New:
        return say(fresh);
    }
    Q_UNREACHABLE();
}

/// "at 14:02"; with the date when that is another day than the save's.
QString shortTime(const QDateTime &when, const QDateTime &savedAt)
{
    const QLocale locale;
    const QDateTime local = when.toLocalTime();
    const QString clock = locale.toString(local.time(), QLocale::ShortFormat);
    if (local.date() == savedAt.toLocalTime().date())
        //: when a mail was sent, on the day of the save: %1 time
        return say(QT_TRANSLATE_NOOP("HistoryMail", "at %1")).arg(clock);
    //: when a mail was sent, on another day than the save: %1 date, %2 time
    return say(QT_TRANSLATE_NOOP("HistoryMail", "on %1 at %2"))
        .arg(locale.toString(local.date(), QLocale::ShortFormat), clock);
}

QString waitingLine(const MailRecord &mail)
{
    if (mail.state == MailState::Sending)
        return pick(mail.audience, QT_TRANSLATE_NOOP("HistoryMail", "mail is being sent"),
                    QT_TRANSLATE_NOOP("HistoryMail", "mail to the former address is being sent"),
                    QT_TRANSLATE_NOOP("HistoryMail", "mail to the new address is being sent"));
    const QString waits = pick(mail.audience, QT_TRANSLATE_NOOP("HistoryMail", "mail waits"),
                               QT_TRANSLATE_NOOP("HistoryMail", "mail to the former address waits"),
                               QT_TRANSLATE_NOOP("HistoryMail", "mail to the new address waits"));
    if (mail.attempts == 0)
        return waits;
    //: %1 for example "mail waits"
    return say(QT_TRANSLATE_N_NOOP("HistoryMail", "%1 after %n failed attempt(s)"), mail.attempts).arg(waits);
}

QString sentLine(const MailRecord &mail, const QDateTime &savedAt)
{
    const QString when = shortTime(instantOf(mail.finishedAt), savedAt);
    if (mail.isLetter()) {
        //: %1 for example "at 14:02"
        return say(QT_TRANSLATE_NOOP("HistoryMail", "letter printed %1")).arg(when);
    }
    if (mail.isInFolder)
        //: it became a file and was sent to nobody: %1 for example "at 14:02", %2 an e-mail address
        return pick(mail.audience, QT_TRANSLATE_NOOP("HistoryMail", "mail to %2 written into the folder %1"),
                    QT_TRANSLATE_NOOP("HistoryMail",
                                      "mail to the former address %2 written into the folder %1"),
                    QT_TRANSLATE_NOOP("HistoryMail", "mail to the new address %2 written into the folder %1"))
            .arg(when, shownText(mail.recipient));
    //: %1 for example "at 14:02", %2 an e-mail address
    return pick(mail.audience, QT_TRANSLATE_NOOP("HistoryMail", "mailed %1 to %2"),
                QT_TRANSLATE_NOOP("HistoryMail", "mailed %1 to the former address %2"),
                QT_TRANSLATE_NOOP("HistoryMail", "mailed %1 to the new address %2"))
        .arg(when, shownText(mail.recipient));
}

QString failedLine(const MailRecord &mail)
{
    const QString why = mailTrouble(mail);
    if (why.isEmpty())
        return pick(mail.audience, QT_TRANSLATE_NOOP("HistoryMail", "mail failed"),
                    QT_TRANSLATE_NOOP("HistoryMail", "mail to the former address failed"),
                    QT_TRANSLATE_NOOP("HistoryMail", "mail to the new address failed"));
    //: %1 why, for example "recipient refused"
    return pick(mail.audience, QT_TRANSLATE_NOOP("HistoryMail", "mail failed: %1"),
                QT_TRANSLATE_NOOP("HistoryMail", "mail to the former address failed: %1"),
                QT_TRANSLATE_NOOP("HistoryMail", "mail to the new address failed: %1"))
        .arg(why);
}

/// The first sentence of the details: whom it is for.
QString recipientSentence(const MailRecord &mail)
{
    if (!mail.recipient)
        return say(QT_TRANSLATE_NOOP("HistoryMail", "Letter, because the customer has no e-mail address."));
    //: %1 an e-mail address
    return pick(mail.audience, QT_TRANSLATE_NOOP("HistoryMail", "Mail to %1."),
                QT_TRANSLATE_NOOP("HistoryMail", "Mail to the former address %1."),
                QT_TRANSLATE_NOOP("HistoryMail", "Mail to the new address %1."))
        .arg(*mail.recipient);
}

/// What happened to it, with the time when there is one.
QString stateSentence(const MailRecord &mail)
{
    const bool hasEnded = !mail.finishedAt.isEmpty();
    const QString when = hasEnded ? exactTime(instantOf(mail.finishedAt)) : QString();
    switch (mail.state) {
    case MailState::Queued:
        return say(QT_TRANSLATE_NOOP("HistoryMail", "It waits to be sent."));
    case MailState::Sending:
        return say(QT_TRANSLATE_NOOP("HistoryMail", "It is being sent."));
    case MailState::Sent:
        return (mail.isLetter()   ? say(QT_TRANSLATE_NOOP("HistoryMail", "Printed: %1."))
                : mail.isInFolder ? say(QT_TRANSLATE_NOOP("HistoryMail", "Written into the folder: %1."))
                                  : say(QT_TRANSLATE_NOOP("HistoryMail", "Sent: %1.")))
            .arg(when);
    case MailState::Failed:
        return hasEnded ? say(QT_TRANSLATE_NOOP("HistoryMail", "Given up: %1.")).arg(when)
                        : say(QT_TRANSLATE_NOOP("HistoryMail", "Given up."));
    case MailState::Cancelled:
        return hasEnded ? say(QT_TRANSLATE_NOOP("HistoryMail", "Cancelled: %1.")).arg(when)
                        : say(QT_TRANSLATE_NOOP("HistoryMail", "Cancelled."));
    case MailState::NoAddress:
        return say(QT_TRANSLATE_NOOP("HistoryMail", "It has not been printed yet."));
    }
    Q_UNREACHABLE();
}

} // namespace

QString line(const MailRecord &mail, const QDateTime &savedAt)
{
    switch (mail.state) {
    case MailState::Queued:
    case MailState::Sending:
        return waitingLine(mail);
    case MailState::Sent:
        return sentLine(mail, savedAt);
    case MailState::Failed:
        return failedLine(mail);
    case MailState::Cancelled:
        return pick(mail.audience, QT_TRANSLATE_NOOP("HistoryMail", "mail cancelled"),
                    QT_TRANSLATE_NOOP("HistoryMail", "mail to the former address cancelled"),
                    QT_TRANSLATE_NOOP("HistoryMail", "mail to the new address cancelled"));
    case MailState::NoAddress:
        return say(QT_TRANSLATE_NOOP("HistoryMail", "no e-mail address: a letter is due"));
    }
    Q_UNREACHABLE();
}

QString details(const MailRecord &mail, const QString &folder)
{
    QStringList sentences{recipientSentence(mail), stateSentence(mail)};
    if (mail.isInFolder && !folder.isEmpty()) {
        //: %1 a path
        sentences.append(say(QT_TRANSLATE_NOOP("HistoryMail", "Mails go into %1.")).arg(folder));
    }
    if (mail.attempts > 0)
        sentences.append(say(QT_TRANSLATE_N_NOOP("HistoryMail", "%n attempt(s)."), mail.attempts));
    if (mail.state == MailState::Queued && mail.attempts > 0 && !mail.nextAttemptAt.isEmpty()) {
        sentences.append(say(QT_TRANSLATE_NOOP("HistoryMail", "Next attempt: %1."))
                             .arg(exactTime(instantOf(mail.nextAttemptAt))));
    }
    for (const QString &why : {mailTroubleSentence(mail), mailTroubleWords(mail)}) {
        if (!why.isEmpty())
            sentences.append(why);
    }
    return sentences.join(u' ');
}

bool isTrouble(const MailRecord &mail)
{
    return mail.state == MailState::Failed || mail.state == MailState::NoAddress;
}

QString pageFetched(const QDateTime &fetchedAt, const QDateTime &savedAt)
{
    //: the page that a mail's link leads to: %1 for example "at 14:02"
    return say(QT_TRANSLATE_NOOP("HistoryMail", "page fetched %1")).arg(shortTime(fetchedAt, savedAt));
}

QString pageFetchedDetails(const QDateTime &fetchedAt)
{
    //: %1 exact date and time
    return say(QT_TRANSLATE_NOOP("HistoryMail",
                                 "%1: The page of the link was opened, by the customer or by a mail scanner. "
                                 "Nothing was changed by that."))
        .arg(exactTime(fetchedAt));
}

} // namespace addressdesk::wording::historyMail
