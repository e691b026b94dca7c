#pragma once

#include "models/domain/Error.h"
#include "models/domain/SchemaMapping.h"

#include <QList>

#include <optional>

namespace addressdesk {

class SqlConnection;

/// A column as the database declares it.
struct ColumnShape
{
    QString name;
    QString type; ///< As declared, lower case, without length: "uuid", "text", "bigint", "varchar".
    bool isGenerated = false; ///< The database computes it; nobody writes it.
};

/// A table or view that exists.
struct TableShape
{
    QString name; ///< As the database spells it.
    QList<ColumnShape> columns;

    [[nodiscard]] const ColumnShape *column(const QString &name) const; ///< nullptr when there is none.
    [[nodiscard]] QStringList writableColumnNames() const;
};

/// The types of the two keys, in the words that `events.stream_id` and casts use.
struct KeyTypes
{
    QString address;
    QString customer;

    [[nodiscard]] bool operator==(const KeyTypes &) const = default;
};

/// What tables a database has. Identifiers that enter SQL come from here, spelled as the database spells
/// them.
class Catalogue final
{
public:
    explicit Catalogue(SqlConnection &connection) : m_connection(connection) {}

    /// The table or view of that name that an unqualified name finds; std::nullopt when there is none.
    [[nodiscard]] Result<std::optional<TableShape>> table(const QString &name) const;
    [[nodiscard]] Result<bool> isEmpty() const; ///< No tables at all.

    /// `wanted` with the database's spelling and without the fields that have no column that can be written.
    /// Errors: SchemaMissing when there is neither table; SchemaMismatch when a table or a needed column is
    /// missing.
    [[nodiscard]] Result<SchemaMapping> effective(const SchemaMapping &wanted) const;

    /// Errors: SchemaMismatch when rows of one of the two tables may share a key.
    [[nodiscard]] Done checkKeysUnique(const SchemaMapping &effective) const;

    /// Errors: SchemaMismatch for a key that is neither text, integer nor UUID.
    [[nodiscard]] Result<KeyTypes> keyTypes(const SchemaMapping &effective) const;

private:
    [[nodiscard]] Result<QString> keyType(const QString &table, const QString &column) const;

    SqlConnection &m_connection;
};

} // namespace addressdesk
