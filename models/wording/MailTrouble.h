#pragma once

#include "models/domain/Error.h"
#include "models/domain/MailRecord.h"

#include <QString>

namespace addressdesk::wording {

/// Why a mail was not sent, as the words tell it that are kept with the mail.
enum class MailTrouble {
    None,             ///< There are no words.
    RecipientRefused, ///< Replies of the server, from here…
    SenderRefused,
    MessageRefused, ///< Refused for good in any other way.
    LoginRefused,
    TryLater,     ///< …to here.
    NoAnswer,     ///< Words of the network: nobody answered, or not to the end.
    NotAnAddress, ///< Found by the program itself, before it asked a server.
    Unreadable    ///< Found by the program itself: the mail could not be written.
};

/// From a reply's code (RFC 5321, 4.2) and its enhanced one (RFC 3463), or from the program's own words.
/// Pure.
[[nodiscard]] MailTrouble mailTroubleOf(const QString &lastError);

/// Why it was not sent, in a few words for a list: "recipient refused". Empty when it was, and when nothing
/// has gone wrong yet.
[[nodiscard]] QString mailTrouble(const MailRecord &mail);

/// The same as a sentence: "The mail server does not accept the recipient's address."
[[nodiscard]] QString mailTroubleSentence(const MailRecord &mail);

/// What the server or the network said, as a sentence for details and tool tips: "The mail server's words:
/// 550 5.1.1 No such user". Empty where the program found it by itself.
[[nodiscard]] QString mailTroubleWords(const MailRecord &mail);

/// As mailProblem(), of a test mail to `recipient`, who is named where the server refused them.
[[nodiscard]] QString testMailProblem(const Error &error, const QString &recipient);

} // namespace addressdesk::wording
