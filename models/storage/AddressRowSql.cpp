#include "models/storage/AddressRowSql.h"

#include "models/storage/Dialect.h"
#include "models/storage/Statement.h"

namespace addressdesk {

namespace {

QString asText(const QString &expression)
{
    return QStringLiteral("CAST(%1 AS text)").arg(expression);
}

} // namespace

AddressRowSql::AddressRowSql(const Dialect &dialect, const SchemaMapping &mapping)
    : m_dialect(dialect), m_mapping(mapping)
{
}

QString AddressRowSql::address(const QString &column) const
{
    return QStringLiteral("a.") + m_dialect.quoted(column);
}

QString AddressRowSql::customer(const QString &column) const
{
    return QStringLiteral("c.") + m_dialect.quoted(column);
}

QString AddressRowSql::addressTable() const
{
    return m_dialect.quoted(m_mapping.addressTable) + QStringLiteral(" AS a");
}

QString AddressRowSql::customerTable() const
{
    return m_dialect.quoted(m_mapping.customerTable) + QStringLiteral(" AS c");
}

QString AddressRowSql::leftJoinCustomer() const
{
    return QStringLiteral(" LEFT JOIN %1 ON %2 = %3").arg(customerTable(), customerKey(), addressCustomer());
}

QString AddressRowSql::rowColumns() const
{
    QStringList columns{asText(addressKey()), asText(addressCustomer()), customerColumns()};
    for (const FieldMapping &field : m_mapping.fields)
        columns.append(asText(address(field.column)));
    return columns.join(u", ");
}

AddressRow AddressRowSql::readRow(const Statement &statement) const
{
    AddressRow row;
    row.address.id = statement.text(0).value_or(QString());
    row.address.customerId = statement.text(1).value_or(QString());
    row.customer = readCustomer(statement, 2);
    int column = 6;
    for (const FieldMapping &field : m_mapping.fields)
        row.address.values.insert(field.id, statement.text(column++));
    return row;
}

QString AddressRowSql::customerColumns() const
{
    return QStringList{asText(customerKey()), asText(customer(m_mapping.customerFirstName)),
                       asText(customer(m_mapping.customerLastName)),
                       asText(customer(m_mapping.customerEmail))}
        .join(u", ");
}

Customer AddressRowSql::readCustomer(const Statement &statement, int firstColumn) const
{
    return {statement.text(firstColumn).value_or(QString()), statement.text(firstColumn + 1),
            statement.text(firstColumn + 2), statement.text(firstColumn + 3)};
}

QStringList AddressRowSql::searchedAddressColumns() const
{
    QStringList columns;
    for (const FieldMapping &field : m_mapping.fields)
        columns.append(address(field.column));
    return columns;
}

QStringList AddressRowSql::searchedCustomerColumns() const
{
    return {customer(m_mapping.customerFirstName), customer(m_mapping.customerLastName),
            customer(m_mapping.customerEmail)};
}

} // namespace addressdesk
