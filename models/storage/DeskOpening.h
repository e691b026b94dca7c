#pragma once

#include "models/domain/DeskConnector.h"
#include "models/storage/SchemaInitialiser.h"

namespace addressdesk {

class SqlConnection;

/// A connection whose tables are known and who works on it.
struct OpenedDesk
{
    EffectiveSchema schema;
    DatabaseDescription description;
};

namespace deskOpening {

/// Looks at the tables, or makes them first where the policy says so. Used on the connection's thread.
/// Errors: as SchemaInitialiser's.
/// `mailLanguage` is what an office that has just been made gets as OfficeSettings::language.
[[nodiscard]] Result<OpenedDesk> open(SqlConnection &connection, const SchemaMapping &wanted,
                                      SchemaPolicy policy, const QString &mailLanguage = {});

/// What can be told of a connection before its tables are known.
[[nodiscard]] Result<DatabaseDescription> describe(SqlConnection &connection, const SchemaMapping &mapping);

/// The account that runs the program: whom SQLite's events name.
[[nodiscard]] QString accountName();

} // namespace deskOpening

} // namespace addressdesk
