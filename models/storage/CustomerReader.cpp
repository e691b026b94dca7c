#include "models/storage/CustomerReader.h"

#include "models/storage/SearchFolding.h"
#include "models/storage/StatementRun.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace addressdesk {

CustomerReader::CustomerReader(SqlConnection &connection, const EffectiveSchema &schema)
    : m_connection(connection), m_schema(schema), m_rows(connection.dialect(), schema.mapping)
{
}

Result<QList<Customer>> CustomerReader::find(const QString &search, int limit)
{
    const Dialect &dialect = m_connection.dialect();
    QString conditions;
    QList<FieldValue> values;
    const QStringList words = searchFolding::words(search);
    for (const QString &word : words) {
        const SqlCondition contains = dialect.containsWord(m_rows.searchedCustomerColumns(), word);
        conditions +=
            (conditions.isEmpty() ? QStringLiteral(" WHERE ") : QStringLiteral(" AND ")) + contains.sql;
        values += contains.values;
    }
    QStringList order;
    for (const QString &column : {m_schema.mapping.customerLastName, m_schema.mapping.customerFirstName})
        order.append(dialect.sortTerm(m_rows.customer(column)) + QStringLiteral(" ASC") +
                     dialect.nullsSmallest(false));
    const QString sql = QStringLiteral("SELECT ") + m_rows.customerColumns() + QStringLiteral(" FROM ") +
                        m_rows.customerTable() + conditions + QStringLiteral(" ORDER BY ") +
                        order.join(u", ") + QStringLiteral(", ") + m_rows.customerKey() +
                        QStringLiteral(" ASC LIMIT ?");
    const auto bindAll = [&](Statement &s) {
        for (const FieldValue &value : values)
            s.bind(value);
        s.bind(qint64(limit));
    };
    return statements::allRows<Customer>(
        m_connection, sql, bindAll,
        [this](const Statement &s) -> Result<Customer> { return m_rows.readCustomer(s); });
}

Result<QMap<QString, Customer>> CustomerReader::byIds(const QStringList &customerIds)
{
    const Dialect &dialect = m_connection.dialect();
    QJsonArray possible;
    for (const QString &id : customerIds) {
        if (dialect.canBeKey(id, m_schema.keyTypes.customer))
            possible.append(id);
    }
    const QString sql = QStringLiteral("SELECT %1 FROM %2 WHERE %3")
                            .arg(m_rows.customerColumns(), m_rows.customerTable(),
                                 dialect.isInList(m_rows.customerKey(), m_schema.keyTypes.customer));
    return statements::allRows<Customer>(
               m_connection, sql,
               [&](Statement &s) {
                   s.bind(QString::fromUtf8(QJsonDocument(possible).toJson(QJsonDocument::Compact)));
               },
               [this](const Statement &s) -> Result<Customer> { return m_rows.readCustomer(s); })
        .map([](const QList<Customer> &list) {
            QMap<QString, Customer> byId;
            for (const Customer &customer : list)
                byId.insert(customer.id, customer);
            return byId;
        });
}

} // namespace addressdesk
