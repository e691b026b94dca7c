#include "ReadingDesk.h"

#include "models/storage/UnitOfWork.h"

#include <QRandomGenerator>

#include <algorithm>

namespace addressdesk {

namespace {

/// Lower-case values with many ties, NULLs and empty texts, which every collation puts in the same order.
FieldValue drawn(QRandomGenerator &random)
{
    static const QList<FieldValue> values{std::nullopt,
                                          FieldValue(QString()),
                                          FieldValue(QStringLiteral("b")),
                                          FieldValue(QStringLiteral("bb")),
                                          FieldValue(QStringLiteral("c")),
                                          FieldValue(QStringLiteral("é")),
                                          FieldValue(QStringLiteral("z"))};
    return values.at(random.bounded(values.size()));
}

} // namespace

ReadingDesk::ReadingDesk(const TestDatabase &database) : connection(database.connect())
{
    const SchemaInitialiser initialiser(*connection, SchemaMapping::native());
    if (const Done done = initialiser.apply(); !done)
        qFatal("no tables: %s", qPrintable(done.error().detail));
    const auto effective = initialiser.effective();
    if (!effective)
        qFatal("no schema: %s", qPrintable(effective.error().detail));
    schema = *effective;
    reader = std::make_unique<AddressReader>(*connection, schema);
}

void ReadingDesk::insert(const QString &table, const QList<FieldValue> &values) const
{
    const auto statement =
        connection->prepared(QStringLiteral("INSERT INTO %1 VALUES (%2)")
                                 .arg(table, QStringList(values.size(), QStringLiteral("?")).join(u',')));
    if (!statement)
        qFatal("%s", qPrintable(statement.error().detail));
    for (const FieldValue &value : values)
        (*statement)->bind(value);
    if (const Done done = (*statement)->exec(); !done)
        qFatal("%s", qPrintable(done.error().detail));
}

QList<AddressRow> ReadingDesk::fill(int customerCount, int addressCount) const
{
    QRandomGenerator random(7);
    QList<Customer> customers;
    QList<AddressRow> rows;
    auto work = UnitOfWork::begin(*connection);
    if (!work)
        qFatal("no transaction");
    for (int i = 0; i < customerCount; ++i) {
        const Customer customer{testKey(i, 1), drawn(random), drawn(random), drawn(random)};
        insert(QStringLiteral("users"),
               {FieldValue(customer.id), customer.firstName, customer.lastName, customer.email});
        customers.append(customer);
    }
    for (int i = 0; i < addressCount; ++i) {
        AddressRow row;
        row.address.id = testKey(static_cast<int>(random.bounded(1'000'000)) * 100 + i % 100, 2);
        if (random.bounded(10) > 0) {
            row.customer = customers.at(random.bounded(customers.size()));
            row.address.customerId = row.customer.id;
        }
        QList<FieldValue> values{FieldValue(row.address.id), row.address.customerId.isEmpty()
                                                                 ? FieldValue()
                                                                 : FieldValue(row.address.customerId)};
        for (const FieldMapping &field : schema.mapping.fields) {
            row.address.values.insert(field.id, drawn(random));
            values.append(row.address.values.value(field.id));
        }
        const bool isTaken = std::any_of(rows.cbegin(), rows.cend(), [&row](const AddressRow &r) {
            return r.address.id == row.address.id;
        });
        if (isTaken)
            continue;
        insert(QStringLiteral("addresses"), values);
        rows.append(row);
    }
    if (!work->commit())
        qFatal("no commit");
    return rows;
}

QString testKey(int number, int kind)
{
    return QStringLiteral("%1-0000-4000-8000-%2")
        .arg(kind, 8, 10, QLatin1Char('0'))
        .arg(number, 12, 10, QLatin1Char('0'));
}

void sortRows(QList<AddressRow> &rows, const SortOrder &sort)
{
    const auto parts = [&sort](const AddressRow &row) {
        QList<FieldValue> list;
        if (sort.column == columns::customer)
            list = {row.customer.lastName, row.customer.firstName, FieldValue(row.customer.id)};
        else if (sort.column == columns::email)
            list = {row.customer.email, FieldValue(row.customer.id)};
        else
            list = {row.address.values.value(sort.column)};
        return list << FieldValue(row.address.id);
    };
    const bool isThroughCustomers = sort.column == columns::customer || sort.column == columns::email;
    const auto bytes = [](const FieldValue &value) {
        return value ? value->toUtf8() : QByteArray();
    };
    std::sort(rows.begin(), rows.end(), [&](const AddressRow &left, const AddressRow &right) {
        if (isThroughCustomers && left.customer.id.isEmpty() != right.customer.id.isEmpty())
            return right.customer.id.isEmpty();
        const auto a = parts(left);
        const auto b = parts(right);
        for (qsizetype i = 0; i < a.size(); ++i) {
            if (a[i] == b[i])
                continue;
            const bool isLess =
                a[i].has_value() != b[i].has_value() ? !a[i].has_value() : bytes(a[i]) < bytes(b[i]);
            return isLess == (sort.direction == Qt::AscendingOrder);
        }
        return false;
    });
}

QStringList idsOf(const QList<AddressRow> &rows)
{
    QStringList ids;
    for (const AddressRow &row : rows)
        ids.append(row.address.id);
    return ids;
}

bool contains(const AddressRow &row, const QString &text)
{
    QStringList texts{shownText(row.customer.firstName), shownText(row.customer.lastName),
                      shownText(row.customer.email)};
    for (const FieldValue &value : row.address.values)
        texts.append(shownText(value));
    return texts.join(u'\n').contains(text);
}

void comparePages(AddressReader &reader, const AddressQuery &query, const QStringList &expected, int limit)
{
    PageAnchor after;
    for (qint64 first = 0; first < expected.size(); first += limit) {
        for (const bool isByKey : {false, true}) {
            const PageRequest request{query, first, limit, isByKey ? after : PageAnchor()};
            const auto page = reader.page(request);
            QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
            QCOMPARE(page->firstIndex, first);
            QCOMPARE(idsOf(page->rows), expected.mid(first, limit));
            QCOMPARE(page->isEnd, first + limit >= expected.size());
            if (isByKey)
                after = page->last;
        }
    }
}

} // namespace addressdesk
