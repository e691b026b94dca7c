#pragma once

#include "models/domain/Address.h"
#include "models/domain/Error.h"
#include "models/domain/SchemaMapping.h"

#include <QHash>

#include <optional>

namespace addressdesk {

class RecorderSql;
class SqlConnection;
class Statement;

/// The addresses' table as a recorder changes it, inside the recorder's transaction. Values are compared as
/// text, byte by byte and null-safe; keys are given back as the database writes them.
class AddressTable final
{
public:
    AddressTable(SqlConnection &connection, const RecorderSql &sql, const SchemaMapping &mapping);

    /// The row with its customer, std::nullopt when there is none or the key cannot be one.
    [[nodiscard]] Result<std::optional<AddressRow>> find(const QString &addressId);
    /// As find(), and nobody else changes the row until the transaction ends.
    [[nodiscard]] Result<std::optional<AddressRow>> lock(const QString &addressId);
    [[nodiscard]] Result<std::optional<Customer>> customer(const QString &customerId);

    /// Sets fields in a row that still has the values in `row`; the values as the database stored them,
    /// std::nullopt when the row has changed.
    [[nodiscard]] Result<std::optional<FieldValues>> update(const Address &row, const FieldValues &changes);
    /// An empty `id` lets the database give the key. The row as stored.
    [[nodiscard]] Result<Address> insert(const Address &row);
    /// False when the row no longer has the values in `row`.
    [[nodiscard]] Result<bool> remove(const Address &row);

    /// Whether a company's trigger or view may store other values than it is given; update() and insert()
    /// then read the row again.
    [[nodiscard]] Result<bool> isRewritten();
    /// Whether the database gives keys itself (numbers); otherwise they are UUIDs of ours.
    [[nodiscard]] Result<bool> hasGeneratedKeys();

private:
    [[nodiscard]] Result<std::optional<AddressRow>> read(const QString &sql, const QString &addressId);
    [[nodiscard]] Result<std::optional<FieldValues>> settled(const QString &addressId,
                                                             const FieldValues &returned);
    [[nodiscard]] QString selectText() const;
    [[nodiscard]] QString updateText(const FieldValues &changes) const;
    [[nodiscard]] QString fieldTexts(const QString &prefix) const;
    [[nodiscard]] QString sameValues(const QStringList &fieldIds) const;
    [[nodiscard]] FieldValues fieldValues(const Statement &statement, int firstColumn) const;

    SqlConnection &m_connection;
    const RecorderSql &m_sql;
    SchemaMapping m_mapping;
    QString m_select;
    QString m_selectCustomer;
    QString m_delete;
    QHash<QStringList, QString> m_updates; ///< By the fields that they set.
    std::optional<bool> m_hasGeneratedKeys;
    std::optional<bool> m_isRewritten;
};

} // namespace addressdesk
