#pragma once

#include <QString>

/// Text of databases and settings made harmless for a line of a mail.
namespace addressdesk::inertText {

/// One line that reads as it is written: line breaks, control characters and separators become a space, the
/// explicit bidirectional controls of UAX #9, with which a text could reach beyond its isolate, are left out,
/// and halves of characters become U+FFFD. Spaces at the ends are left out.
[[nodiscard]] QString singleLine(const QString &text);

} // namespace addressdesk::inertText
