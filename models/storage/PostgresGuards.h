#pragma once

#include "models/storage/SchemaGuard.h"

#include <QList>

/// The guards of a PostgreSQL database, as the migrations' scripts say and as the catalogues say. Formatting
/// that depends on the search path is left out, so that both can be compared in any session.
namespace addressdesk::postgresGuards {

/// Guards that a part of a migration makes, also by EXECUTE within a DO block.
[[nodiscard]] QList<SchemaGuard> madeBy(const QString &script, const GuardedTables &tables);

/// Rows (name, definition) of what is in force beside the companion tables. Every role may ask.
[[nodiscard]] QString inForceQuery();

/// A row (schema, address table, customer table) as SQL; the placeholders are the two tables' names.
[[nodiscard]] QString tablesQuery();

/// Makes names without a schema mean those beside the companion tables until the transaction ends, whatever
/// schema stands before that one in the session's path.
[[nodiscard]] QString atHistory();

/// Makes the index anew that gives a version of a history to one event only.
[[nodiscard]] QString uniqueVersionsScript();

} // namespace addressdesk::postgresGuards
