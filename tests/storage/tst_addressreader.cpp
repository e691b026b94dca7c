#include "ReadingDesk.h"

#include "models/storage/UnitOfWork.h"

using namespace addressdesk;

class TestAddressReader : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestDatabase::addKinds(); }
    void init();

    void page_inEveryOrder_givesEveryRowOnce_data();
    void page_inEveryOrder_givesEveryRowOnce();
    void page_farDown_isTheSameWithAndWithoutLandmarks();
    void page_onCompanyTables_isTheSame();
    void page_onIntegerKeys_works();
    void page_ofUnknownColumn_isInvalidArgument();
    void page_beyondTheEnd_isEmpty();
    void page_carriesTheWholeRow();
    void count_isExact();
    void address_unknownOrMalformed_isNotFound();
    void values_withStrangeText_comeBackAsTheyAre();

private:
    [[nodiscard]] DatabaseUrl::Kind kind() const
    {
        QFETCH_GLOBAL(DatabaseUrl::Kind, kind);
        return kind;
    }
};

void TestAddressReader::init()
{
    REQUIRE_DATABASE(kind());
}

/// By counting and by key, every page of `limit` rows is the expected stretch.

void TestAddressReader::page_inEveryOrder_givesEveryRowOnce_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<Qt::SortOrder>("direction");
    for (const QString &column :
         {columns::customer, columns::email, QStringLiteral("city"), QStringLiteral("streetNumber")}) {
        QTest::addRow("%s up", qPrintable(column)) << column << Qt::AscendingOrder;
        QTest::addRow("%s down", qPrintable(column)) << column << Qt::DescendingOrder;
    }
}

void TestAddressReader::page_inEveryOrder_givesEveryRowOnce()
{
    QFETCH(QString, column);
    QFETCH(Qt::SortOrder, direction);
    const TestDatabase database(kind());
    const ReadingDesk ready(database);
    QList<AddressRow> rows = ready.fill(40, 150);
    const AddressQuery query{{}, {column, direction}};
    sortRows(rows, query.sort);
    comparePages(*ready.reader, query, idsOf(rows), 7);
}

void TestAddressReader::page_farDown_isTheSameWithAndWithoutLandmarks()
{
    const TestDatabase database(kind());
    const ReadingDesk ready(database);
    constexpr int count = 2 * PageLandmarks::spacing + 500;
    {
        auto work = UnitOfWork::begin(*ready.connection);
        QVERIFY(work);
        for (int i = 0; i < count / 2; ++i) {
            ready.insert(QStringLiteral("users"), {FieldValue(testKey(i, 1)),
                                                   FieldValue(QString::number(i % 3)),
                                                   FieldValue(QString::number(i % 11)),
                                                   {}});
            for (int a = 0; a < 2; ++a)
                ready.insert(
                    QStringLiteral("addresses"),
                    {FieldValue(testKey(2 * i + a, 2)), FieldValue(testKey(i, 1)), {}, {}, {}, {}, {}, {}});
        }
        QVERIFY(work->commit());
    }
    for (const Qt::SortOrder direction : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        const AddressQuery query{{}, {columns::customer, direction}};
        const QStringList all = idsOf(ready.reader->page({query, 0, count, {}})->rows);
        QCOMPARE(all.size(), count);
        for (const bool isPrepared : {false, true}) {
            ready.reader->forget();
            for (Result<bool> more = isPrepared; *more;) {
                more = ready.reader->prepare();
                QVERIFY(more);
            }
            for (const int position : {count - 3, count, count + 10, 8100, 8000, 7999, 4001, 4000, 3999, 0})
                QCOMPARE(idsOf(ready.reader->page({query, position, 10, {}})->rows), all.mid(position, 10));
        }
    }
}

void TestAddressReader::page_onCompanyTables_isTheSame()
{
    const TestDatabase database(kind(), TestDatabase::Content::Document);
    const ReadingDesk ready(database);
    QVERIFY(!ready.schema.hasSortIndexes);
    QCOMPARE(*ready.reader->count({QStringLiteral("lefevre paix"), {}}), 1);
    database.run(QStringLiteral("DELETE FROM addresses; DELETE FROM users"));
    ready.reader->forget();
    QList<AddressRow> rows = ready.fill(20, 60);
    for (const QString &column : {columns::customer, columns::email, QStringLiteral("zipCode")}) {
        const AddressQuery query{{}, {column, Qt::DescendingOrder}};
        sortRows(rows, query.sort);
        comparePages(*ready.reader, query, idsOf(rows), 9);
    }
}

void TestAddressReader::page_onIntegerKeys_works()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    database.run(QStringLiteral(
        "CREATE TABLE users (id INTEGER PRIMARY KEY, first_name TEXT, last_name TEXT, email TEXT);"
        "CREATE TABLE addresses (id BIGINT PRIMARY KEY, user_id INTEGER, street_number INTEGER, city TEXT);"
        "INSERT INTO users VALUES (9, 'a', 'b', 'c'), (10, 'a', 'b', 'c');"
        "INSERT INTO addresses VALUES (100, 9, 7, 'x'), (99, 10, 12, 'y'), (5, NULL, NULL, 'x'), (7, 77, 1, "
        "'x')"));
    const ReadingDesk ready(database);
    const auto ids = [&](const QString &column) {
        return idsOf(ready.reader->page({AddressQuery{{}, {column, Qt::AscendingOrder}}, 0, 10, {}})->rows);
    };
    const auto list = [](const char *text) {
        return QString::fromLatin1(text).split(u' ');
    };
    QCOMPARE(ids(columns::customer), list("100 99 5 7")); // 77 is nobody.
    QCOMPARE(ids(QStringLiteral("city")), list("5 7 100 99"));
    QCOMPARE(ids(QStringLiteral("streetNumber")), list("5 7 100 99"));
    QCOMPARE(ready.reader->address(QStringLiteral("7"))->address.values.value(QStringLiteral("streetNumber")),
             FieldValue(QStringLiteral("1")));
    QCOMPARE(idsOf(ready.reader->page({AddressQuery{QStringLiteral("12"), {}}, 0, 10, {}})->rows),
             list("99"));
}

void TestAddressReader::page_ofUnknownColumn_isInvalidArgument()
{
    const TestDatabase database(kind());
    const ReadingDesk ready(database);
    const auto page = ready.reader->page(
        {AddressQuery{{}, {QStringLiteral("city\"; DROP"), Qt::AscendingOrder}}, 0, 10, {}});
    QVERIFY(!page);
    QCOMPARE(page.error().code, ErrorCode::InvalidArgument);
}

void TestAddressReader::page_beyondTheEnd_isEmpty()
{
    const TestDatabase database(kind());
    const ReadingDesk ready(database);
    const auto none = ready.reader->page({AddressQuery(), 0, 10, {}});
    QVERIFY(none);
    QVERIFY(none->rows.isEmpty());
    QVERIFY(none->isEnd);
    QVERIFY(!none->last.isValid());
    ready.fill(5, 20);
    ready.reader->forget();
    const auto beyond = ready.reader->page({AddressQuery(), 1000, 10, {}});
    QVERIFY(beyond);
    QVERIFY(beyond->rows.isEmpty());
    QVERIFY(beyond->isEnd);
}

void TestAddressReader::page_carriesTheWholeRow()
{
    const TestDatabase database(kind());
    const ReadingDesk ready(database);
    const QList<AddressRow> rows = ready.fill(10, 30);
    const auto page = ready.reader->page({AddressQuery(), 0, 1000, {}});
    QVERIFY(page);
    QCOMPARE(page->rows.size(), rows.size());
    for (const AddressRow &row : rows) {
        QVERIFY(page->rows.contains(row));
        QCOMPARE(*ready.reader->address(row.address.id), row);
    }
}

void TestAddressReader::count_isExact()
{
    const TestDatabase database(kind());
    const ReadingDesk ready(database);
    QCOMPARE(*ready.reader->count({}), 0);
    const auto rows = ready.fill(5, 50);
    QCOMPARE(*ready.reader->count({}), rows.size());
}

void TestAddressReader::address_unknownOrMalformed_isNotFound()
{
    const TestDatabase database(kind());
    const ReadingDesk ready(database);
    for (const QString &id : {testKey(1, 2), QStringLiteral("no key"), QString(),
                              QStringLiteral("'; DROP TABLE users"), QString(QChar::Null)}) {
        const auto row = ready.reader->address(id);
        QVERIFY(!row);
        QCOMPARE(row.error().code, ErrorCode::NotFound);
    }
}

void TestAddressReader::values_withStrangeText_comeBackAsTheyAre()
{
    const TestDatabase database(kind());
    const ReadingDesk ready(database);
    const QList<FieldValue> values{FieldValue(QStringLiteral("<b>x</b>")),
                                   FieldValue(QStringLiteral("'; DROP TABLE users; --")),
                                   FieldValue(QStringLiteral("👩‍👩‍👧 שלום")),
                                   FieldValue(QString()),
                                   std::nullopt,
                                   FieldValue(QString(100'000, u'ü'))};
    ready.insert(QStringLiteral("addresses"), QList<FieldValue>{FieldValue(testKey(1, 2)), {}} + values);
    const auto row = ready.reader->address(testKey(1, 2));
    QVERIFY(row);
    QCOMPARE(row->address.values.value(QStringLiteral("label")), values.at(0));
    QCOMPARE(row->address.values.value(QStringLiteral("streetNumber")), values.at(1));
    QCOMPARE(row->address.values.value(QStringLiteral("streetName")), values.at(2));
    QCOMPARE(row->address.values.value(QStringLiteral("zipCode")), FieldValue(QStringLiteral("")));
    QCOMPARE(row->address.values.value(QStringLiteral("city")), FieldValue());
    QCOMPARE(row->address.values.value(QStringLiteral("country")), values.at(5));
}

QTEST_GUILESS_MAIN(TestAddressReader)
#include "tst_addressreader.moc"
