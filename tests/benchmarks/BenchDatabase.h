#pragma once

#include "models/domain/DatabaseUrl.h"

namespace addressdesk::benchDatabase {

/// Makes the tables in an empty database (SQLite: in a new file) and fills in about so many sample addresses.
/// Aborts the benchmark on any failure.
void fill(const DatabaseUrl &url, qint64 addresses);

/// What libpq connects with.
[[nodiscard]] QString conninfo(const DatabaseUrl &url);

/// The memory that this process has in use, in MB.
[[nodiscard]] double residentMegabytes();

} // namespace addressdesk::benchDatabase
