#pragma once

#include "models/domain/Error.h"
#include "models/domain/MailRecord.h"

#include <QDateTime>
#include <QString>

namespace addressdesk::wording {

/// How far a mail has come, in a word or two for a list: "Waiting", "Being sent", "Sent", "In the folder",
/// "Failed", "Cancelled", "Letter due", "Letter printed".
[[nodiscard]] QString mailState(const MailRecord &mail);

/// The same as a sentence with times and attempts: "Tried 3 times in vain, again at 14:05." Why is
/// mailTroubleSentence().
[[nodiscard]] QString mailStateSentence(const MailRecord &mail, const QDateTime &now);
/// The same without what its links do: "Sent on 3 March 2026 at 14:02."
[[nodiscard]] QString mailOutcomeSentence(const MailRecord &mail, const QDateTime &now);

/// When a mail was sent, given up or cancelled, or when it is tried next; empty when neither is known.
[[nodiscard]] QString mailTime(const MailRecord &mail, const QDateTime &now);

/// What the save of a mail did: "2 fields changed", "Address deleted".
[[nodiscard]] QString mailKind(const SafetyNotice &notice);

/// Why a mail goes to this e-mail address when it is not simply the customer's; empty when it is.
[[nodiscard]] QString mailAudience(MailAudience audience);

/// Why `action` makes no sense for this mail now, as a sentence; empty when it can be done.
[[nodiscard]] QString whyNot(MailAction action, const MailRecord &mail);

/// What an office has to look after, counted: "2 waiting", "1 failed", "1 letter due", "1 request".
[[nodiscard]] QString waitingMails(qint64 count);
[[nodiscard]] QString failedMails(qint64 count);
[[nodiscard]] QString dueLetters(qint64 count);
[[nodiscard]] QString openRequests(qint64 count);

/// Why mails cannot be sent or a mail could not be shown, in a sentence. Technical detail is left out.
[[nodiscard]] QString mailProblem(const Error &error);

} // namespace addressdesk::wording
