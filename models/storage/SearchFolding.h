#pragma once

#include <QString>
#include <QStringList>

namespace addressdesk::searchFolding {

/// Text as searching compares it: lower case, without accents (NFD without marks), with ß → ss, œ → oe, æ → ae,
/// ø → o, ł → l, đ → d. The dialects' folded() does the same in SQL.
[[nodiscard]] QString folded(const QString &text);

/// The folded words of what a person typed. Empty when nothing but white space was typed.
[[nodiscard]] QStringList words(const QString &typed);

/// What lower-casing and leaving out marks does not reach: pairs of a lower-case letter and what it becomes.
[[nodiscard]] const QList<std::pair<char16_t, QString>> &specialLetters();

} // namespace addressdesk::searchFolding
