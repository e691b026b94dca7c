#include "models/wording/MailTrouble.h"

#include "models/wording/MailWording.h"
#include "models/wording/Sentences.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <optional>

namespace addressdesk::wording {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("MailTrouble", text);
}

/// What the program itself keeps with a mail that it does not hand over: the details of MailAddress::parse(),
/// of the outbox and of the folder for mails.
std::optional<MailTrouble> ownTroubleOf(const QString &words)
{
    if (words.startsWith(QLatin1String("an e-mail address needs an @")) ||
        words.startsWith(QLatin1String("the part of an e-mail address ")))
        return MailTrouble::NotAnAddress;
    if (words == QLatin1String("the mail's content cannot be read") ||
        words == QLatin1String("the mail's file name is not a plain one"))
        return MailTrouble::Unreadable;
    return std::nullopt;
}

/// `subject` and `detail` are the second and third part of the enhanced code, -1 where there is none.
MailTrouble refusalOf(int code, int subject, int detail)
{
    constexpr int addressing = 1;
    constexpr int mailbox = 2;
    constexpr int tooLong = 3; // X.2.3
    if (code == 530 || code == 534 || code == 535 || code == 538)
        return MailTrouble::LoginRefused;
    if (subject == addressing) // X.1.7 and X.1.8 are about the sender's address.
        return detail == 7 || detail == 8 ? MailTrouble::SenderRefused : MailTrouble::RecipientRefused;
    if (subject == mailbox && detail != tooLong)
        return MailTrouble::RecipientRefused;
    const bool isAboutAMailbox = code == 550 || code == 551 || code == 553;
    return subject < 0 && isAboutAMailbox ? MailTrouble::RecipientRefused : MailTrouble::MessageRefused;
}

bool isReply(MailTrouble trouble)
{
    return trouble >= MailTrouble::RecipientRefused && trouble <= MailTrouble::TryLater;
}

MailTrouble troubleOf(const MailRecord &mail)
{
    return mail.state == MailState::Sent ? MailTrouble::None : mailTroubleOf(mail.lastError);
}

} // namespace

MailTrouble mailTroubleOf(const QString &lastError)
{
    static const QRegularExpression reply(
        QStringLiteral("^([45]\\d\\d)(?:[ -](?:[45]\\.(\\d{1,3})\\.(\\d{1,3})(?!\\d))?|$)"));
    const QString words = lastError.trimmed();
    if (words.isEmpty())
        return MailTrouble::None;
    if (const auto own = ownTroubleOf(words))
        return *own;
    const QRegularExpressionMatch match = reply.match(words);
    if (!match.hasMatch())
        return MailTrouble::NoAnswer;
    if (match.captured(1).startsWith(u'4'))
        return MailTrouble::TryLater;
    const bool isEnhanced = !match.captured(2).isEmpty();
    return refusalOf(match.captured(1).toInt(), isEnhanced ? match.captured(2).toInt() : -1,
                     isEnhanced ? match.captured(3).toInt() : -1);
}

QString mailTrouble(const MailRecord &mail)
{
    switch (troubleOf(mail)) {
    case MailTrouble::None:
        return {};
    case MailTrouble::RecipientRefused:
        return say(QT_TRANSLATE_NOOP("MailTrouble", "recipient refused"));
    case MailTrouble::SenderRefused:
        return say(QT_TRANSLATE_NOOP("MailTrouble", "sender refused"));
    case MailTrouble::MessageRefused:
        return say(QT_TRANSLATE_NOOP("MailTrouble", "mail refused"));
    case MailTrouble::LoginRefused:
        return say(QT_TRANSLATE_NOOP("MailTrouble", "login refused"));
    case MailTrouble::TryLater:
        return say(QT_TRANSLATE_NOOP("MailTrouble", "server asks to wait"));
    case MailTrouble::NoAnswer:
        return say(QT_TRANSLATE_NOOP("MailTrouble", "no connection to the server"));
    case MailTrouble::NotAnAddress:
        return say(QT_TRANSLATE_NOOP("MailTrouble", "not an e-mail address"));
    case MailTrouble::Unreadable:
        return say(QT_TRANSLATE_NOOP("MailTrouble", "content not readable"));
    }
    Q_UNREACHABLE();
}

QString mailTroubleSentence(const MailRecord &mail)
{
    switch (troubleOf(mail)) {
    case MailTrouble::None:
        return {};
    case MailTrouble::RecipientRefused:
        return sentence(Error{ErrorCode::RecipientRefused, {}, {}});
    case MailTrouble::SenderRefused:
        return sentence(Error{ErrorCode::SenderRefused, {}, {}});
    case MailTrouble::MessageRefused:
        return sentence(Error{ErrorCode::MessageRefused, {}, {}});
    case MailTrouble::LoginRefused:
        return mailProblem(Error{ErrorCode::AuthenticationFailed, {}, {}});
    case MailTrouble::TryLater:
        return say(QT_TRANSLATE_NOOP("MailTrouble", "The mail server asks to try again later."));
    case MailTrouble::NoAnswer:
        return say(QT_TRANSLATE_NOOP("MailTrouble",
                                     "The mail server could not be reached, or the connection broke off."));
    case MailTrouble::NotAnAddress:
        return say(
            QT_TRANSLATE_NOOP("MailTrouble", "What is on file as the customer's e-mail address is not one."));
    case MailTrouble::Unreadable:
        return say(
            QT_TRANSLATE_NOOP("MailTrouble", "The mail could not be written: its content cannot be read."));
    }
    Q_UNREACHABLE();
}

QString mailTroubleWords(const MailRecord &mail)
{
    const MailTrouble trouble = troubleOf(mail);
    const QString words = mail.lastError.simplified();
    if (isReply(trouble))
        //: %1 for example "550 5.1.1 No such user"
        return say(QT_TRANSLATE_NOOP("MailTrouble", "The mail server's words: %1")).arg(words);
    if (trouble == MailTrouble::NoAnswer)
        //: %1 for example "Failed to connect to localhost port 25", in English
        return say(QT_TRANSLATE_NOOP("MailTrouble", "Technical details: %1")).arg(words);
    return {};
}

QString testMailProblem(const Error &error, const QString &recipient)
{
    const bool isForNow = error.nativeCode.startsWith(u'4');
    if (error.code == ErrorCode::RecipientRefused)
        return (isForNow
                    //: %1 an e-mail address in quotation marks
                    ? say(QT_TRANSLATE_NOOP("MailTrouble",
                                            "The mail server does not accept %1 as a recipient for now, and "
                                            "asks to try again later."))
                    //: %1 an e-mail address in quotation marks
                    : say(QT_TRANSLATE_NOOP("MailTrouble",
                                            "The mail server does not accept %1 as a recipient.")))
            .arg(quotedBriefly(recipient));
    return isForNow ? say(QT_TRANSLATE_NOOP("MailTrouble", "The mail server asks to try again later."))
                    : mailProblem(error);
}

} // namespace addressdesk::wording
