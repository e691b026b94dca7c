#pragma once

#include "models/domain/Error.h"

struct sqlite3;

namespace addressdesk::sqliteFunctions {

/// Registers the SQL functions that searching needs on a connection:
///   desk_fold(text): the text as SearchFolding.h folds it; NULL stays NULL.
///   desk_matches(words, text, …): 1 when every folded word of `words` (separated by U+001F) is contained in the folded
///   concatenation of the texts, a line feed between two; NULLs are left out.
[[nodiscard]] Done registerOn(sqlite3 *handle);

} // namespace addressdesk::sqliteFunctions
