#pragma once

#include "models/domain/DatabaseUrl.h"

namespace addressdesk {

/// Tests do without fsync; a server that people trust does not. SQLite syncs as it is.
void syncWrites(DatabaseUrl::Kind kind);

} // namespace addressdesk
