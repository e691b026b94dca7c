#pragma once

#include <QString>

namespace addressdesk::postgresSearchPattern {

/// Words longer than this become unwieldy patterns; fold the text instead.
constexpr qsizetype longestWord = 64;

/// A regular expression of PostgreSQL that finds a word, folded as SearchFolding does, in text that is not
/// folded: each letter stands for all letters that become it, marks may follow. Four times as fast as folding
/// every row.
[[nodiscard]] QString of(const QString &foldedWord);

/// The inside of a regular expression's brackets: every non-spacing mark.
[[nodiscard]] const QString &nonSpacingMarks();

} // namespace addressdesk::postgresSearchPattern
