#pragma once

#include "models/domain/Error.h"
#include "models/domain/SchemaStep.h"
#include "models/storage/Catalogue.h"
#include "models/storage/SchemaGuard.h"

#include <QStringList>

namespace addressdesk {

class SqlConnection;

/// The triggers, functions and unique indexes of the migrations, which keep the history append-only and
/// operators to whole saves. Others can drop, disable or change them, and the one that looks up a mail's
/// recipient no longer finds the company's tables when these were moved or got other keys. For databases that
/// have had every migration.
class SchemaGuards final
{
public:
    /// `effective` and `keyTypes` are of the address tables as they are.
    SchemaGuards(SqlConnection &connection, SchemaMapping effective, KeyTypes keyTypes);

    /// What is missing, switched off, other than the migrations made it, or made for other tables than there
    /// are. Reads only; every role may ask.
    [[nodiscard]] Result<QList<SchemaStep>> missing() const;
    /// Makes those anew, triggers and functions in one transaction and then each index in its own. Errors as
    /// well: ReadOnly, PermissionDenied; ConstraintViolated when there are rows that an index forbids.
    [[nodiscard]] Done renew() const;

private:
    /// A piece of SQL that makes guards, or takes rights on them.
    struct Part
    {
        QString script;
        QList<SchemaGuard> guards;
    };

    [[nodiscard]] Result<QList<Part>> parts() const;
    [[nodiscard]] Result<GuardedTables> tables() const;
    [[nodiscard]] Result<QList<SchemaGuard>> inForce() const;
    [[nodiscard]] Done renew(const QList<Part> &parts) const;
    [[nodiscard]] QString repeatable(QString script) const;

    SqlConnection &m_connection;
    SchemaMapping m_mapping;
    KeyTypes m_keyTypes;
};

} // namespace addressdesk
