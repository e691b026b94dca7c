#pragma once

#include <QString>
#include <QStringList>

#include <string>
#include <string_view>

namespace addressdesk::searchFolding {

/// Text as searching compares it: lower case, without accents (NFD without marks), with ß → ss, œ → oe, æ →
/// ae, ø → o, ł → l, đ → d, ς → σ. What the dialects do in SQL comes to the same.
[[nodiscard]] QString folded(const QString &text);

/// The same for UTF-8, appended to `target`: fast for Latin letters.
void appendFolded(std::string &target, std::string_view utf8);

/// The folded words of what a person typed, each once and not more than a search can use. Empty when nothing
/// but white space was typed.
[[nodiscard]] QStringList words(const QString &typed);

/// What lower-casing and leaving out marks does not reach: pairs of a lower-case letter and what it becomes.
[[nodiscard]] const QList<std::pair<char16_t, QString>> &specialLetters();

} // namespace addressdesk::searchFolding
