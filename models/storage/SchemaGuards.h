#pragma once

#include "models/domain/Error.h"
#include "models/domain/SchemaStep.h"
#include "models/storage/Catalogue.h"

#include <QStringList>

namespace addressdesk {

class SqlConnection;

/// The triggers and functions of the migrations, which keep the history append-only and operators to whole
/// saves. Others can drop or disable them, and the one that looks up a mail's recipient no longer finds the
/// company's tables when these were moved or got other keys. For databases that have had every migration.
class SchemaGuards final
{
public:
    /// `effective` and `keyTypes` are of the address tables as they are.
    SchemaGuards(SqlConnection &connection, const SchemaMapping &effective, const KeyTypes &keyTypes);

    /// What is missing, switched off, or made for other tables than there are. Reads only.
    [[nodiscard]] Result<QList<SchemaStep>> missing() const;
    /// Makes them all anew, in one transaction. Errors as well: ReadOnly, PermissionDenied.
    [[nodiscard]] Done renew() const;

private:
    [[nodiscard]] Result<QStringList> names(const QString &sql) const;
    [[nodiscard]] Result<bool> isRecipientOutdated() const;

    SqlConnection &m_connection;
    SchemaMapping m_mapping;
    QStringList m_scripts; ///< Each makes triggers or functions, or takes rights on them; in their order.
};

} // namespace addressdesk
