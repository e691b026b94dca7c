#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace addressdesk {

/// How a field's values are meant: chooses alignment, place and checks, never SQL. A label is the owner's
/// name for the address ("Home"), no part of it.
enum class FieldKind { Text, Number, PostalCode, Country, Label };

/// One field of an address: a stable id (as in the payloads), its column and its title for people.
struct FieldMapping
{
    QString id;
    QString column;
    QString title; ///< English; translated by models/wording under the context "SchemaMapping".
    FieldKind kind = FieldKind::Text;

    [[nodiscard]] bool operator==(const FieldMapping &) const = default;
};

/// Where a company keeps customers and addresses. The only place that knows table and column names;
/// everything above models/storage addresses a field by its id.
struct SchemaMapping
{
    QString addressTable;
    QString addressKey;
    QString addressCustomer; ///< Column of the address table that names the customer's key.
    QString customerTable;
    QString customerKey;
    QString customerFirstName;
    QString customerLastName;
    QString customerEmail;
    QString customerLanguage;   ///< A tag such as "fr"; empty where the customers' table knows none.
    QList<FieldMapping> fields; ///< In the order in which windows show them.

    /// The tables `users` and `addresses` of the design.
    [[nodiscard]] static SchemaMapping native();

    /// The field with this id, or nullptr.
    [[nodiscard]] const FieldMapping *field(const QString &id) const;
    [[nodiscard]] QStringList fieldIds() const;
    /// The id of the field that names an address among those of a customer ("label"); empty where the table
    /// has none.
    [[nodiscard]] QString labelField() const;
    /// The id of the field that holds the country; empty where the table has none.
    [[nodiscard]] QString countryField() const;

    /// The same mapping for a customers' table that knows no languages.
    [[nodiscard]] SchemaMapping withoutLanguage() const;
    /// The same mapping without the fields whose columns are not in `columns` (a company's table may lack
    /// `label`).
    [[nodiscard]] SchemaMapping withColumns(const QStringList &columns) const;

    [[nodiscard]] bool operator==(const SchemaMapping &) const = default;
};

} // namespace addressdesk
