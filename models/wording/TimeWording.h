#pragma once

#include <QDateTime>
#include <QLocale>

namespace addressdesk::wording {

class Language;

/// "just now", "5 minutes ago", "today at 14:02", "yesterday at 09:10", "3 days ago", then the date. Both in
/// local time.
[[nodiscard]] QString relativeTime(const QDateTime &when, const QDateTime &now,
                                   const QLocale &locale = QLocale());

/// Date and time to the second with the time zone, for tooltips.
[[nodiscard]] QString exactTime(const QDateTime &when, const QLocale &locale = QLocale());

/// The zone of a local time as people write it: "CET", or "UTC-03" where a zone has no abbreviation.
[[nodiscard]] QString zoneName(const QDateTime &local);

/// "on 3 March 2026 at 14:02", for use inside a sentence.
[[nodiscard]] QString timeInSentence(const QDateTime &when, const QLocale &locale = QLocale());

/// "3 March 2026 at 14:02 (CET)", in local time and in a customer's language.
[[nodiscard]] QString timeWithZone(const QDateTime &when, const Language &language);

/// "3 March 2026", in local time and in a customer's language.
[[nodiscard]] QString date(const QDateTime &when, const Language &language);

} // namespace addressdesk::wording
