#include "models/storage/Catalogue.h"

#include "models/storage/SqlConnection.h"
#include "models/storage/StatementRun.h"

#include <algorithm>
#include <utility>

namespace addressdesk {

namespace {

/// `wanted` replaced by the table's spelling, or added to `missing`.
void resolve(QString &wanted, const TableShape &table, QStringList &missing)
{
    if (const ColumnShape *column = table.column(wanted))
        wanted = column->name;
    else
        missing.append(table.name + u'.' + wanted);
}

} // namespace

const ColumnShape *TableShape::column(const QString &wanted) const
{
    // The exact spelling first: PostgreSQL can have both "City" and "city".
    for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        const auto found = std::find_if(columns.cbegin(), columns.cend(), [&](const ColumnShape &c) {
            return c.name.compare(wanted, sensitivity) == 0;
        });
        if (found != columns.cend())
            return &*found;
    }
    return nullptr;
}

QStringList TableShape::writableColumnNames() const
{
    QStringList names;
    names.reserve(columns.size());
    for (const ColumnShape &c : columns) {
        if (!c.isGenerated)
            names.append(c.name);
    }
    return names;
}

Result<std::optional<TableShape>> Catalogue::table(const QString &name) const
{
    const auto statement = m_connection.prepared(m_connection.dialect().columnsQuery());
    if (!statement)
        return tl::unexpected(statement.error());
    if (const Done done = (*statement)->bind(name).exec(); !done)
        return tl::unexpected(done.error());
    TableShape shape;
    while ((*statement)->next()) {
        shape.name = (*statement)->text(0).value_or(QString());
        const QString type =
            (*statement)->text(2).value_or(QString()).section(u'(', 0, 0).trimmed().toLower();
        shape.columns.append(
            {(*statement)->text(1).value_or(QString()), type, (*statement)->integer(3) != 0});
    }
    if (const Done fetched = (*statement)->fetchError(); !fetched)
        return tl::unexpected(fetched.error());
    (*statement)->finish();
    return shape.columns.isEmpty() ? std::nullopt : std::optional(shape);
}

Result<bool> Catalogue::isEmpty() const
{
    const auto statement = m_connection.prepared(m_connection.dialect().anyTableQuery());
    if (!statement)
        return tl::unexpected(statement.error());
    if (const Done done = (*statement)->exec(); !done)
        return tl::unexpected(done.error());
    const bool hasAny = (*statement)->next();
    if (const Done fetched = (*statement)->fetchError(); !fetched)
        return tl::unexpected(fetched.error());
    (*statement)->finish();
    return !hasAny;
}

Result<SchemaMapping> Catalogue::effective(const SchemaMapping &wanted) const
{
    const auto addresses = table(wanted.addressTable);
    if (!addresses)
        return tl::unexpected(addresses.error());
    const auto customers = table(wanted.customerTable);
    if (!customers)
        return tl::unexpected(customers.error());
    if (!*addresses && !*customers)
        return failure(ErrorCode::SchemaMissing, wanted.addressTable);
    if (!*addresses || !*customers) {
        return failure(ErrorCode::SchemaMismatch,
                       QStringLiteral("there is a table %1 but no table %2")
                           .arg(*addresses ? wanted.addressTable : wanted.customerTable,
                                *addresses ? wanted.customerTable : wanted.addressTable));
    }

    SchemaMapping mapping = wanted;
    mapping.addressTable = (*addresses)->name;
    mapping.customerTable = (*customers)->name;
    QStringList missing;
    for (QString *column : {&mapping.addressKey, &mapping.addressCustomer})
        resolve(*column, **addresses, missing);
    for (QString *column : {&mapping.customerKey, &mapping.customerFirstName, &mapping.customerLastName,
                            &mapping.customerEmail})
        resolve(*column, **customers, missing);
    if (!missing.isEmpty())
        return failure(ErrorCode::SchemaMismatch, QStringLiteral("missing columns: ") + missing.join(u", "));

    QStringList withoutColumn;
    resolve(mapping.customerLanguage, **customers, withoutColumn);
    if (!withoutColumn.isEmpty())
        mapping = mapping.withoutLanguage();
    withoutColumn.clear();
    for (FieldMapping &field : mapping.fields)
        resolve(field.column, **addresses, withoutColumn);
    mapping = mapping.withColumns((*addresses)->writableColumnNames());
    if (mapping.fields.isEmpty())
        return failure(ErrorCode::SchemaMismatch,
                       QStringLiteral("missing columns: ") + withoutColumn.join(u", "));
    return mapping;
}

Done Catalogue::checkKeysUnique(const SchemaMapping &effective) const
{
    for (const auto &[table, key] : {std::pair(effective.customerTable, effective.customerKey),
                                     {effective.addressTable, effective.addressKey}}) {
        const auto found = statements::firstRow<bool>(
            m_connection, m_connection.dialect().uniqueColumnQuery(),
            [&table = table, &key = key](Statement &s) { s.bind(table).bind(key); },
            [](const Statement &) -> Result<bool> { return true; });
        if (!found)
            return tl::unexpected(found.error());
        if (!found->has_value())
            return failure(ErrorCode::SchemaMismatch,
                           QStringLiteral("%1.%2 is not unique: it needs a primary key or a unique index")
                               .arg(table, key));
    }
    return {};
}

Result<KeyTypes> Catalogue::keyTypes(const SchemaMapping &effective) const
{
    const Result<QString> address = keyType(effective.addressTable, effective.addressKey);
    if (!address)
        return tl::unexpected(address.error());
    const Result<QString> customer = keyType(effective.customerTable, effective.customerKey);
    if (!customer)
        return tl::unexpected(customer.error());
    return KeyTypes{*address, *customer};
}

Result<QString> Catalogue::keyType(const QString &tableName, const QString &columnName) const
{
    const auto shape = table(tableName);
    if (!shape)
        return tl::unexpected(shape.error());
    const ColumnShape *column = *shape ? (*shape)->column(columnName) : nullptr;
    const std::optional<QString> type = column ? m_connection.dialect().keyType(column->type) : std::nullopt;
    if (!type) {
        return failure(ErrorCode::SchemaMismatch,
                       QStringLiteral("%1.%2 is of type %3, which cannot be a key here")
                           .arg(tableName, columnName, column ? column->type : QString()));
    }
    return *type;
}

} // namespace addressdesk
