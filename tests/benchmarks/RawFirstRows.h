#pragma once

#include <QString>

namespace addressdesk {

/// The baseline of the window benchmark: a database is opened by hand in C, and the first 200 addresses,
/// joined with their customers and sorted by these, are read with one query and copied. Gives the number of
/// bytes read; aborts on any failure.
namespace rawFirstRows {

/// Through sqlite3.
[[nodiscard]] qsizetype sqlite(const QString &file);
/// Through libpq.
[[nodiscard]] qsizetype postgresql(const QString &conninfo);

} // namespace rawFirstRows

} // namespace addressdesk
