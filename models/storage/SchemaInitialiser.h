#pragma once

#include "models/domain/Error.h"
#include "models/domain/SchemaMapping.h"
#include "models/domain/SchemaStep.h"
#include "models/storage/Catalogue.h"

namespace addressdesk {

class SqlConnection;

/// A database that is ready for work: the mapping with only columns that exist, and the keys' types.
struct EffectiveSchema
{
    SchemaMapping mapping;
    KeyTypes keyTypes;
    bool hasSortIndexes =
        false; ///< The address tables are this program's own, with an index for each sort order.
};

/// Makes a database ready: an empty one gets all tables, a company's own tables get the companion tables
/// beside them and are not touched, an older one is migrated. Errors of all functions: SchemaMismatch when
/// tables stand in the way, SchemaTooNew, and everything that reading the catalogue can give.
class SchemaInitialiser final
{
public:
    SchemaInitialiser(SqlConnection &connection, const SchemaMapping &wanted);

    /// What apply() would do; empty when nothing is missing. Of a database that has had every migration, that
    /// is to renew guards that are gone. Reads only.
    [[nodiscard]] Result<QList<SchemaStep>> plan() const;

    /// Does it. Errors as well: ReadOnly, PermissionDenied. What was there stays as it was.
    [[nodiscard]] Done apply() const;

    /// The schema of a database that is ready. Errors as well: SchemaMissing when a migration is due.
    [[nodiscard]] Result<EffectiveSchema> effective() const;

    /// Guards that are gone from a database that is ready, or made for other tables than there are.
    [[nodiscard]] Result<QList<SchemaStep>> missingGuards() const;

private:
    struct Situation;
    [[nodiscard]] Result<Situation> inspect() const;
    [[nodiscard]] Result<QStringList> missingCompanionColumns(const QString &name) const;
    [[nodiscard]] Done checkCompanionNamesFree() const;
    [[nodiscard]] Result<QList<SchemaStep>> missingGuards(const Situation &situation) const;
    /// The fields that are wanted and have no column in the table that is there.
    [[nodiscard]] QList<SchemaStep> withoutColumns(const SchemaMapping &effective) const;
    [[nodiscard]] Done checkInitialisable(const Situation &situation) const;

    SqlConnection &m_connection;
    SchemaMapping m_wanted;
};

} // namespace addressdesk
