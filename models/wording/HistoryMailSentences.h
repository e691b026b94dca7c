#pragma once

#include "models/domain/MailRecord.h"

#include <QDateTime>

/// What a history says of the mails that told a customer of a save.
namespace addressdesk::wording::historyMail {

/// What became of a mail, short enough for the foot of its save: "mailed at 14:02 to anna@example.com". The
/// date is named where it is not the day of the save.
[[nodiscard]] QString line(const MailRecord &mail, const QDateTime &savedAt);

/// All that is known of it, a sentence a line: exact times, attempts, why, the server's words; `folder` that
/// this desk writes mails into, if it does.
[[nodiscard]] QString details(const MailRecord &mail, const QString &folder = {});

/// Nothing will reach the customer unless somebody does something.
[[nodiscard]] bool isTrouble(const MailRecord &mail);

/// "page fetched at 14:05"
[[nodiscard]] QString pageFetched(const QDateTime &fetchedAt, const QDateTime &savedAt);
/// The same with the exact time, and what it means: little.
[[nodiscard]] QString pageFetchedDetails(const QDateTime &fetchedAt);

} // namespace addressdesk::wording::historyMail
