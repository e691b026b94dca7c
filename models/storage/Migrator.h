#pragma once

#include "models/domain/Error.h"
#include "models/domain/SchemaStep.h"
#include "models/storage/Catalogue.h"

#include <QList>
#include <QString>

namespace addressdesk {

class SqlConnection;

/// One numbered file of :/sql/<dialect>.
struct Migration
{
    int version = 0;
    QString name;   ///< For example "history".
    QString script; ///< Placeholders of names and types not yet replaced.

    /// What the script makes, in its order; also by EXECUTE within a DO block.
    [[nodiscard]] QList<SchemaStep> creations() const;
};

/// Brings a database's tables up to this program's version, each migration in a transaction of its own,
/// recorded in `address_desk_migrations`. The first migration makes the address tables; a database that has
/// them already skips it.
class Migrator final
{
public:
    static constexpr int addressTablesVersion = 1; ///< The migration that a company's own tables stand for.
    static constexpr int historyVersion = 2;       ///< The migration that makes the companion tables.

    /// The table that says which migrations a database has had.
    [[nodiscard]] static QString recordTable();

    explicit Migrator(SqlConnection &connection);

    /// All that this program knows, in order.
    [[nodiscard]] const QList<Migration> &known() const { return m_known; }
    [[nodiscard]] int newestVersion() const;

    /// Versions that the database has recorded; empty when it was never initialised.
    [[nodiscard]] Result<QList<int>> applied() const;
    /// Errors: SchemaTooNew when the database was migrated by a newer program.
    [[nodiscard]] Result<QList<Migration>> pending() const;

    /// The address tables were made by this program, not found.
    [[nodiscard]] Result<bool> hasOwnAddressTables() const;

    /// Applies one migration and records it; does nothing when another program was quicker. `mapping` and
    /// `keyTypes` are of the address tables as they are; only the migration that makes them does not look at
    /// them.
    [[nodiscard]] Done apply(const Migration &migration, const SchemaMapping &mapping,
                             const KeyTypes &keyTypes) const;
    /// The migration's script with its placeholders replaced.
    [[nodiscard]] QString scriptFor(const Migration &migration, const SchemaMapping &mapping,
                                    const KeyTypes &keyTypes) const;
    /// Records a migration without running it.
    [[nodiscard]] Done skip(const Migration &migration) const;
    /// Once after the last migration, outside a transaction.
    [[nodiscard]] Done finish() const;

private:
    [[nodiscard]] Done record(const Migration &migration, const QString &script) const;

    SqlConnection &m_connection;
    QList<Migration> m_known;
};

} // namespace addressdesk
