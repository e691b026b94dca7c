#include "models/storage/AddressOrder.h"

#include "models/storage/Dialect.h"

namespace addressdesk {

std::optional<AddressOrder> AddressOrder::of(const SortOrder &sort, const AddressRowSql &rows)
{
    const bool isKnown = sort.column == columns::customer || sort.column == columns::email ||
                         rows.mapping().field(sort.column);
    return isKnown ? std::optional(AddressOrder(sort, rows)) : std::nullopt;
}

AddressOrder::AddressOrder(const SortOrder &sort, const AddressRowSql &rows)
    : m_sort(sort), m_rows(&rows), m_isDescending(sort.direction == Qt::DescendingOrder)
{
    const SchemaMapping &mapping = rows.mapping();
    const Dialect &dialect = rows.dialect();
    const auto term = [&dialect](const QString &column) {
        return Term{dialect.sortTerm(column), true};
    };
    if (const FieldMapping *field = mapping.field(sort.column)) {
        m_terms = {term(rows.address(field->column))};
    } else {
        m_isThroughCustomers = true;
        if (sort.column == columns::email)
            m_terms = {term(rows.customer(mapping.customerEmail))};
        else
            m_terms = {term(rows.customer(mapping.customerLastName)),
                       term(rows.customer(mapping.customerFirstName))};
        m_terms.append({rows.customerKey(), false});
    }
    m_terms.append({rows.addressKey(), false});
}

QString AddressOrder::from() const
{
    if (!m_isThroughCustomers)
        return QStringLiteral(" FROM ") + m_rows->addressTable();
    return QStringLiteral(" FROM %1%2%3 ON %4 = %5")
        .arg(m_rows->customerTable(), m_rows->dialect().joinInOrder(), m_rows->addressTable(),
             m_rows->addressCustomer(), m_rows->customerKey());
}

QString AddressOrder::keyColumns() const
{
    QStringList list;
    for (int i = 0; i + 1 < m_terms.size(); ++i)
        list.append(m_terms[i].expression + QStringLiteral(" AS s") + QString::number(i + 1));
    list.append(m_terms.last().expression + QStringLiteral(" AS ak"));
    return list.join(u", ");
}

QString AddressOrder::joined(const QStringList &expressions) const
{
    QStringList list;
    for (int i = 0; i < expressions.size(); ++i) {
        const QString nulls =
            m_terms[i].isNullable ? m_rows->dialect().nullsSmallest(m_isDescending) : QString();
        list.append(expressions[i] + direction() + nulls);
    }
    return list.join(u", ");
}

QString AddressOrder::orderBy() const
{
    QStringList expressions;
    for (const Term &term : m_terms)
        expressions.append(term.expression);
    return joined(expressions);
}

QString AddressOrder::orderByKeys(const QString &alias) const
{
    QStringList expressions;
    for (int i = 0; i + 1 < m_terms.size(); ++i) {
        const QString name = alias + QStringLiteral(".s") + QString::number(i + 1);
        expressions.append(m_terms[i].isNullable ? m_rows->dialect().sortTerm(name) : name);
    }
    expressions.append(alias + QStringLiteral(".ak"));
    return joined(expressions);
}

QString AddressOrder::orderByWithAll() const
{
    if (!m_isThroughCustomers)
        return orderBy();
    return QStringLiteral("CASE WHEN %1 IS NULL THEN 1 ELSE 0 END, ").arg(m_rows->customerKey()) + orderBy();
}

QString AddressOrder::scanColumns() const
{
    const FieldMapping *field = m_rows->mapping().field(m_sort.column);
    return m_rows->addressKey() + QStringLiteral(", ") +
           (field ? m_rows->address(field->column) : m_rows->addressCustomer());
}

QString AddressOrder::direction() const
{
    return m_isDescending ? QStringLiteral(" DESC") : QStringLiteral(" ASC");
}

QList<AddressOrder::Step> AddressOrder::stepsAfter(const PageAnchor &anchor) const
{
    QList<FieldValue> values = anchor.sortValues;
    values.append(anchor.addressId);
    Q_ASSERT(values.size() == m_terms.size());

    // A row comparison would seek on its first column alone on SQLite, and NULLs would spoil it on both
    // databases.
    QList<Step> steps;
    for (qsizetype place = m_terms.size() - 1; place >= 0; --place) {
        Step same;
        for (qsizetype i = 0; i < place; ++i) {
            same.condition += m_terms[i].expression +
                              (values[i] ? QStringLiteral(" = ? AND ") : QStringLiteral(" IS NULL AND "));
            if (values[i])
                same.values.append(values[i]);
        }
        const QString &expression = m_terms[place].expression;
        if (values[place]) {
            Step beyond = same;
            beyond.condition +=
                expression + (m_isDescending ? QStringLiteral(" < ?") : QStringLiteral(" > ?"));
            beyond.values.append(values[place]);
            steps.append(beyond);
            if (m_isDescending && m_terms[place].isNullable)
                steps.append({same.condition + expression + QStringLiteral(" IS NULL"), same.values});
        } else if (!m_isDescending) {
            steps.append({same.condition + expression + QStringLiteral(" IS NOT NULL"), same.values});
        }
    }
    return steps;
}

PageAnchor AddressOrder::anchorOf(const AddressRow &row) const
{
    PageAnchor anchor;
    anchor.addressId = row.address.id;
    if (!m_isThroughCustomers) {
        anchor.sortValues = {row.address.values.value(m_sort.column)};
        return anchor;
    }
    if (m_sort.column == columns::email)
        anchor.sortValues = {row.customer.email};
    else
        anchor.sortValues = {row.customer.lastName, row.customer.firstName};
    anchor.sortValues.append(row.customer.id.isEmpty() ? FieldValue() : FieldValue(row.customer.id));
    return anchor;
}

bool AddressOrder::isBeyondCustomers(const PageAnchor &anchor) const
{
    return m_isThroughCustomers && !anchor.sortValues.isEmpty() && !anchor.sortValues.last();
}

} // namespace addressdesk
