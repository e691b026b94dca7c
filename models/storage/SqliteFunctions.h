#pragma once

#include "models/domain/Error.h"

struct sqlite3;

namespace addressdesk::sqliteFunctions {

/// Registers the SQL function that searching needs on a connection: desk_matches(word, text, …) is 1 when the
/// folded word is contained in the concatenation of the texts, folded as SearchFolding.h does, a line feed
/// between two; NULLs are left out.
[[nodiscard]] Done registerOn(sqlite3 *handle);

} // namespace addressdesk::sqliteFunctions
