#include "models/storage/AddressTable.h"

#include "models/storage/Catalogue.h"
#include "models/storage/RecorderSql.h"
#include "models/storage/StatementRun.h"

namespace addressdesk {

namespace {

constexpr QLatin1String comma(", ");

/// The only row; keys are a company's own promise, which no constraint may keep.
template<typename T> Result<std::optional<T>> onlyRow(Result<QList<T>> rows)
{
    if (!rows)
        return tl::unexpected(rows.error());
    if (rows->size() > 1)
        return failure(ErrorCode::SchemaMismatch, QStringLiteral("several rows have the same key"));
    return rows->isEmpty() ? std::nullopt : std::optional<T>(std::move(rows->first()));
}

} // namespace

AddressTable::AddressTable(SqlConnection &connection, const RecorderSql &sql, const SchemaMapping &mapping)
    : m_connection(connection), m_sql(sql), m_mapping(mapping), m_select(selectText())
{
    const Dialect &dialect = connection.dialect();
    m_selectCustomer =
        QStringLiteral("SELECT CAST(%1 AS text), %2, %3, %4 FROM %5 WHERE %1 = %6")
            .arg(dialect.quoted(mapping.customerKey), sql.textOf(dialect.quoted(mapping.customerFirstName)),
                 sql.textOf(dialect.quoted(mapping.customerLastName)),
                 sql.textOf(dialect.quoted(mapping.customerEmail)), dialect.quoted(mapping.customerTable),
                 dialect.keyPlaceholder());
    m_delete = QStringLiteral("DELETE FROM %1 WHERE %2 = %3")
                   .arg(dialect.quoted(mapping.addressTable), dialect.quoted(mapping.addressKey),
                        dialect.keyPlaceholder()) +
               sameValues(mapping.fieldIds());
}

QString AddressTable::selectText() const
{
    const Dialect &dialect = m_connection.dialect();
    const auto customer = [&](const QString &column) {
        return m_sql.textOf(QStringLiteral("c.") + dialect.quoted(column));
    };
    return QStringLiteral("SELECT CAST(a.%1 AS text), CAST(a.%2 AS text), CAST(c.%3 AS text), ")
               .arg(dialect.quoted(m_mapping.addressKey), dialect.quoted(m_mapping.addressCustomer),
                    dialect.quoted(m_mapping.customerKey)) +
           customer(m_mapping.customerFirstName) + comma + customer(m_mapping.customerLastName) + comma +
           customer(m_mapping.customerEmail) + comma + fieldTexts(QStringLiteral("a.")) +
           QStringLiteral(" FROM %1 AS a LEFT JOIN %2 AS c ON c.%3 = a.%4 WHERE a.%5 = %6")
               .arg(dialect.quoted(m_mapping.addressTable), dialect.quoted(m_mapping.customerTable),
                    dialect.quoted(m_mapping.customerKey), dialect.quoted(m_mapping.addressCustomer),
                    dialect.quoted(m_mapping.addressKey), dialect.keyPlaceholder());
}

QString AddressTable::fieldTexts(const QString &prefix) const
{
    QStringList texts;
    for (const FieldMapping &field : m_mapping.fields)
        texts.append(m_sql.textOf(prefix + m_connection.dialect().quoted(field.column)));
    return texts.join(comma);
}

QString AddressTable::sameValues(const QStringList &fieldIds) const
{
    const Dialect &dialect = m_connection.dialect();
    QString conditions;
    for (const FieldMapping &field : m_mapping.fields) {
        if (fieldIds.contains(field.id))
            conditions += QStringLiteral(" AND ") +
                          dialect.sameValue(m_sql.textOf(dialect.quoted(field.column)), QStringLiteral("?"));
    }
    return conditions;
}

QString AddressTable::updateText(const FieldValues &changes) const
{
    const Dialect &dialect = m_connection.dialect();
    QStringList assignments;
    for (const FieldMapping &field : m_mapping.fields) {
        if (changes.contains(field.id))
            assignments.append(dialect.quoted(field.column) + QStringLiteral(" = ?"));
    }
    return QStringLiteral("UPDATE %1 SET %2 WHERE %3 = %4%5 RETURNING %6")
        .arg(dialect.quoted(m_mapping.addressTable), assignments.join(comma),
             dialect.quoted(m_mapping.addressKey), dialect.keyPlaceholder(), sameValues(changes.keys()),
             fieldTexts({}));
}

FieldValues AddressTable::fieldValues(const Statement &statement, int firstColumn) const
{
    FieldValues values;
    for (const FieldMapping &field : m_mapping.fields)
        values.insert(field.id, statement.text(firstColumn++));
    return values;
}

Result<std::optional<AddressRow>> AddressTable::find(const QString &addressId)
{
    return read(m_select, addressId);
}

Result<std::optional<AddressRow>> AddressTable::lock(const QString &addressId)
{
    return read(m_select + m_sql.rowLock(QStringLiteral("a")), addressId);
}

Result<std::optional<AddressRow>> AddressTable::read(const QString &sql, const QString &addressId)
{
    Result<std::optional<AddressRow>> row = onlyRow(statements::allRows<AddressRow>(
        m_connection, sql, [&](Statement &s) { s.bind(addressId); },
        [this](const Statement &s) -> Result<AddressRow> {
            return AddressRow{
                {s.text(0).value_or(QString()), s.text(1).value_or(QString()), fieldValues(s, 6)},
                {s.text(2).value_or(QString()), s.text(3), s.text(4), s.text(5)}};
        }));
    if (!row && m_sql.isMalformedKey(row.error()))
        return std::optional<AddressRow>();
    return row;
}

Result<std::optional<Customer>> AddressTable::customer(const QString &customerId)
{
    Result<std::optional<Customer>> customer = statements::firstRow<Customer>(
        m_connection, m_selectCustomer, [&](Statement &s) { s.bind(customerId); },
        [](const Statement &s) -> Result<Customer> {
            return Customer{s.text(0).value_or(QString()), s.text(1), s.text(2), s.text(3)};
        });
    if (!customer && m_sql.isMalformedKey(customer.error()))
        return std::optional<Customer>();
    return customer;
}

Result<std::optional<FieldValues>> AddressTable::update(const Address &row, const FieldValues &changes)
{
    QString &text = m_updates[changes.keys()];
    if (text.isEmpty())
        text = updateText(changes);
    const auto bindAll = [&](Statement &s) {
        for (const FieldMapping &field : m_mapping.fields) {
            if (changes.contains(field.id))
                s.bind(changes.value(field.id));
        }
        s.bind(row.id);
        for (const FieldMapping &field : m_mapping.fields) {
            if (changes.contains(field.id))
                s.bind(row.values.value(field.id));
        }
    };
    const auto stored = onlyRow(statements::allRows<FieldValues>(
        m_connection, text, bindAll,
        [this](const Statement &s) -> Result<FieldValues> { return fieldValues(s, 0); }));
    if (!stored || !*stored)
        return stored;
    return settled(row.id, **stored);
}

Result<std::optional<FieldValues>> AddressTable::settled(const QString &addressId,
                                                         const FieldValues &returned)
{
    const Result<bool> mayDiffer = isRewritten();
    if (!mayDiffer)
        return tl::unexpected(mayDiffer.error());
    if (!*mayDiffer)
        return std::optional(returned);
    return find(addressId).map([](const std::optional<AddressRow> &row) {
        return row ? std::optional(row->address.values) : std::nullopt;
    });
}

Result<Address> AddressTable::insert(const Address &row)
{
    const Dialect &dialect = m_connection.dialect();
    QStringList columns{dialect.quoted(m_mapping.addressCustomer)};
    QStringList placeholders{QStringLiteral("?")};
    if (!row.id.isEmpty()) {
        columns.append(dialect.quoted(m_mapping.addressKey));
        placeholders.append(QStringLiteral("?"));
    }
    for (const FieldMapping &field : m_mapping.fields) {
        if (row.values.contains(field.id)) {
            columns.append(dialect.quoted(field.column));
            placeholders.append(QStringLiteral("?"));
        }
    }
    const QString text =
        QStringLiteral("INSERT INTO %1 (%2)%7 VALUES (%3) RETURNING CAST(%4 AS text), CAST(%5 AS text), %6")
            .arg(dialect.quoted(m_mapping.addressTable), columns.join(comma), placeholders.join(comma),
                 dialect.quoted(m_mapping.addressKey), dialect.quoted(m_mapping.addressCustomer),
                 fieldTexts({}), row.id.isEmpty() ? QString() : m_sql.keepingGivenKey());
    const auto bindAll = [&](Statement &s) {
        s.bind(row.customerId.isEmpty() ? FieldValue() : FieldValue(row.customerId));
        if (!row.id.isEmpty())
            s.bind(row.id);
        for (const FieldMapping &field : m_mapping.fields) {
            if (row.values.contains(field.id))
                s.bind(row.values.value(field.id));
        }
    };
    const auto stored = statements::firstRow<Address>(
        m_connection, text, bindAll, [this](const Statement &s) -> Result<Address> {
            return Address{s.text(0).value_or(QString()), s.text(1).value_or(QString()), fieldValues(s, 2)};
        });
    if (!stored)
        return tl::unexpected(stored.error());
    if (!*stored)
        return failure(ErrorCode::ConstraintViolated, QStringLiteral("the database kept the row out"));
    const auto values = settled((*stored)->id, (*stored)->values);
    if (!values)
        return tl::unexpected(values.error());
    if (!*values)
        return failure(ErrorCode::ConstraintViolated, QStringLiteral("the database removed the row at once"));
    return Address{(*stored)->id, (*stored)->customerId, **values};
}

Result<bool> AddressTable::remove(const Address &row)
{
    const auto bindAll = [&](Statement &s) {
        s.bind(row.id);
        for (const FieldMapping &field : m_mapping.fields)
            s.bind(row.values.value(field.id));
    };
    return statements::run(m_connection, m_delete, bindAll).map([](Statement *s) {
        const bool isRemoved = s->rowsAffected() == 1;
        s->finish();
        return isRemoved;
    });
}

Result<bool> AddressTable::isRewritten()
{
    if (!m_isRewritten) {
        const Result<std::optional<bool>> found = statements::firstRow<bool>(
            m_connection, m_sql.rewriters(),
            [this](Statement &s) { s.bind(m_connection.dialect().quoted(m_mapping.addressTable)); },
            [](const Statement &) -> Result<bool> { return true; });
        if (!found)
            return tl::unexpected(found.error());
        m_isRewritten = found->has_value();
    }
    return *m_isRewritten;
}

Result<bool> AddressTable::hasGeneratedKeys()
{
    if (!m_hasGeneratedKeys) {
        const Result<KeyTypes> types = Catalogue(m_connection).keyTypes(m_mapping);
        if (!types)
            return tl::unexpected(types.error());
        m_hasGeneratedKeys = types->address.contains(u"int", Qt::CaseInsensitive);
    }
    return *m_hasGeneratedKeys;
}

} // namespace addressdesk
