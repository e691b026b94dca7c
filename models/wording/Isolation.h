#pragma once

#include <QString>

/// Values inside sentences: neither may change the order in which the other is read (Unicode UAX #9, 2.4.2).
namespace addressdesk::wording {

/// The text between U+2068 FIRST STRONG ISOLATE and U+2069 POP DIRECTIONAL ISOLATE.
[[nodiscard]] QString isolated(const QString &text);

/// The same for a text with letters that run from right to left; others as they are, for mails and pages
/// whose plain text other programs read too.
[[nodiscard]] QString isolatedIfRightToLeft(const QString &text);

} // namespace addressdesk::wording
