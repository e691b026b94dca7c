#include "models/storage/AddressReader.h"
#include "models/storage/SearchFolding.h"
#include "models/storage/SqlConnection.h"
#include "models/storage/UnitOfWork.h"
#include "tests/support/TestDatabase.h"

#include <QRandomGenerator>
#include <QUuid>

#include <algorithm>

using namespace addressdesk;

namespace {

struct Ready
{
    explicit Ready(const TestDatabase &database) : connection(database.connect())
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

    void insert(const QString &table, const QList<FieldValue> &values) const
    {
        const auto statement = connection->prepared(
            QStringLiteral("INSERT INTO %1 VALUES (%2)").arg(table, QStringList(values.size(), QStringLiteral("?")).join(u',')));
        if (!statement)
            qFatal("%s", qPrintable(statement.error().detail));
        for (const FieldValue &value : values)
            (*statement)->bind(value);
        if (const Done done = (*statement)->exec(); !done)
            qFatal("%s", qPrintable(done.error().detail));
    }

    std::unique_ptr<SqlConnection> connection;
    EffectiveSchema schema;
    std::unique_ptr<AddressReader> reader;
};

QString key(int number, int kind = 0)
{
    return QStringLiteral("%1-0000-4000-8000-%2").arg(kind, 8, 10, QLatin1Char('0')).arg(number, 12, 10, QLatin1Char('0'));
}

/// Lower-case values with many ties, NULLs and empty texts, which every collation puts in the same order.
FieldValue drawn(QRandomGenerator &random)
{
    static const QList<FieldValue> values{std::nullopt, FieldValue(QString()), FieldValue(QStringLiteral("b")),
                                          FieldValue(QStringLiteral("bb")), FieldValue(QStringLiteral("c")),
                                          FieldValue(QStringLiteral("é")), FieldValue(QStringLiteral("z"))};
    return values.at(random.bounded(values.size()));
}

/// Customers and addresses, some addresses without customer.
QList<AddressRow> fill(const Ready &ready, int customerCount, int addressCount)
{
    QRandomGenerator random(7);
    QList<Customer> customers;
    QList<AddressRow> rows;
    const auto work = UnitOfWork::begin(*ready.connection);
    for (int i = 0; i < customerCount; ++i) {
        const Customer customer{key(i, 1), drawn(random), drawn(random), drawn(random)};
        ready.insert(QStringLiteral("users"), {FieldValue(customer.id), customer.firstName, customer.lastName, customer.email});
        customers.append(customer);
    }
    for (int i = 0; i < addressCount; ++i) {
        AddressRow row;
        row.address.id = key(static_cast<int>(random.bounded(1'000'000)) * 100 + i % 100, 2);
        if (random.bounded(10) > 0) {
            row.customer = customers.at(random.bounded(customers.size()));
            row.address.customerId = row.customer.id;
        }
        QList<FieldValue> values{FieldValue(row.address.id),
                                 row.address.customerId.isEmpty() ? FieldValue() : FieldValue(row.address.customerId)};
        for (const FieldMapping &field : ready.schema.mapping.fields) {
            row.address.values.insert(field.id, drawn(random));
            values.append(row.address.values.value(field.id));
        }
        const bool isTaken = std::any_of(rows.cbegin(), rows.cend(),
                                         [&row](const AddressRow &r) { return r.address.id == row.address.id; });
        if (isTaken)
            continue;
        ready.insert(QStringLiteral("addresses"), values);
        rows.append(row);
    }
    auto &open = const_cast<UnitOfWork &>(*work);
    if (!open.commit())
        qFatal("no commit");
    return rows;
}

/// What AddressOrder promises, said again in C++.
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
    const auto bytes = [](const FieldValue &value) { return value ? value->toUtf8() : QByteArray(); };
    std::sort(rows.begin(), rows.end(), [&](const AddressRow &left, const AddressRow &right) {
        if (isThroughCustomers && left.customer.id.isEmpty() != right.customer.id.isEmpty())
            return right.customer.id.isEmpty();
        const auto a = parts(left);
        const auto b = parts(right);
        for (qsizetype i = 0; i < a.size(); ++i) {
            if (a[i] == b[i])
                continue;
            const bool isLess = a[i].has_value() != b[i].has_value() ? !a[i].has_value() : bytes(a[i]) < bytes(b[i]);
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

} // namespace

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
    void search_findsWhatFoldingSays_data();
    void search_findsWhatFoldingSays();
    void search_everyWordMustMatch();
    void search_sortsAndPagesMatches();
    void search_afterAChange_seesNewValues();
    void search_manyMatches_areTheSameAsSortingAll();
    void count_isExact();
    void address_unknownOrMalformed_isNotFound();
    void values_withStrangeText_comeBackAsTheyAre();

private:
    [[nodiscard]] DatabaseUrl::Kind kind() const
    {
        QFETCH_GLOBAL(DatabaseUrl::Kind, kind);
        return kind;
    }
    static void comparePages(AddressReader &reader, const AddressQuery &query, const QStringList &expected, int limit);
};

void TestAddressReader::init()
{
    REQUIRE_DATABASE(kind());
}

/// By counting and by key, every page of `limit` rows is the expected stretch.
void TestAddressReader::comparePages(AddressReader &reader, const AddressQuery &query, const QStringList &expected, int limit)
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

void TestAddressReader::page_inEveryOrder_givesEveryRowOnce_data()
{
    QTest::addColumn<QString>("column");
    QTest::addColumn<Qt::SortOrder>("direction");
    for (const QString &column : {columns::customer, columns::email, QStringLiteral("city"), QStringLiteral("streetNumber")}) {
        QTest::addRow("%s up", qPrintable(column)) << column << Qt::AscendingOrder;
        QTest::addRow("%s down", qPrintable(column)) << column << Qt::DescendingOrder;
    }
}

void TestAddressReader::page_inEveryOrder_givesEveryRowOnce()
{
    QFETCH(QString, column);
    QFETCH(Qt::SortOrder, direction);
    const TestDatabase database(kind());
    const Ready ready(database);
    QList<AddressRow> rows = fill(ready, 40, 150);
    const AddressQuery query{{}, {column, direction}};
    sortRows(rows, query.sort);
    comparePages(*ready.reader, query, idsOf(rows), 7);
}

void TestAddressReader::page_farDown_isTheSameWithAndWithoutLandmarks()
{
    const TestDatabase database(kind());
    const Ready ready(database);
    constexpr int count = 2 * PageLandmarks::spacing + 500;
    {
        const auto work = UnitOfWork::begin(*ready.connection);
        QVERIFY(work);
        for (int i = 0; i < count / 2; ++i) {
            ready.insert(QStringLiteral("users"),
                         {FieldValue(key(i, 1)), FieldValue(QString::number(i % 3)), FieldValue(QString::number(i % 11)), {}});
            for (int a = 0; a < 2; ++a)
                ready.insert(QStringLiteral("addresses"), {FieldValue(key(2 * i + a, 2)), FieldValue(key(i, 1)), {}, {}, {}, {}, {}, {}});
        }
        QVERIFY(const_cast<UnitOfWork &>(*work).commit());
    }
    for (const Qt::SortOrder direction : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        const AddressQuery query{{}, {columns::customer, direction}};
        const QList<qint64> positions{0, 3999, 4000, 4001, 7999, 8000, 8100, count - 3, count, count + 10};
        QList<QStringList> counted;
        ready.reader->forget();
        for (const qint64 position : positions)
            counted.append(idsOf(ready.reader->page({query, position, 10, {}})->rows));
        int prepared = 0;
        for (Result<bool> more = true; *more; ++prepared) {
            more = ready.reader->prepare();
            QVERIFY(more);
        }
        QCOMPARE(prepared, 3); // Two landmarks and the knowledge that there is no third.
        for (qsizetype i = 0; i < positions.size(); ++i)
            QCOMPARE(idsOf(ready.reader->page({query, positions[i], 10, {}})->rows), counted[i]);
        QCOMPARE(counted.at(7).size(), 3);
        QVERIFY(counted.at(8).isEmpty());
    }
}

void TestAddressReader::page_onCompanyTables_isTheSame()
{
    const TestDatabase database(kind(), TestDatabase::Content::Document);
    const Ready ready(database);
    QVERIFY(!ready.schema.hasSortIndexes);
    QCOMPARE(*ready.reader->count({QStringLiteral("lefevre paix"), {}}), 1);
    database.run(QStringLiteral("DELETE FROM addresses; DELETE FROM users"));
    ready.reader->forget();
    QList<AddressRow> rows = fill(ready, 20, 60);
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
        "INSERT INTO addresses VALUES (100, 9, 7, 'x'), (99, 10, 12, 'y'), (5, NULL, NULL, 'x'), (7, 77, 1, 'x')"));
    const Ready ready(database);
    const auto ids = [&](const QString &column) {
        return idsOf(ready.reader->page({AddressQuery{{}, {column, Qt::AscendingOrder}}, 0, 10, {}})->rows);
    };
    const auto list = [](const char *text) { return QString::fromLatin1(text).split(u' '); };
    QCOMPARE(ids(columns::customer), list("100 99 5 7")); // 77 is nobody.
    QCOMPARE(ids(QStringLiteral("city")), list("5 7 100 99"));
    QCOMPARE(ids(QStringLiteral("streetNumber")), list("5 7 100 99"));
    QCOMPARE(ready.reader->address(QStringLiteral("7"))->address.values.value(QStringLiteral("streetNumber")),
             FieldValue(QStringLiteral("1")));
    QCOMPARE(idsOf(ready.reader->page({AddressQuery{QStringLiteral("12"), {}}, 0, 10, {}})->rows), list("99"));
}

void TestAddressReader::page_ofUnknownColumn_isInvalidArgument()
{
    const TestDatabase database(kind());
    const Ready ready(database);
    const auto page = ready.reader->page({AddressQuery{{}, {QStringLiteral("city\"; DROP"), Qt::AscendingOrder}}, 0, 10, {}});
    QVERIFY(!page);
    QCOMPARE(page.error().code, ErrorCode::InvalidArgument);
}

void TestAddressReader::page_beyondTheEnd_isEmpty()
{
    const TestDatabase database(kind());
    const Ready ready(database);
    const auto none = ready.reader->page({AddressQuery(), 0, 10, {}});
    QVERIFY(none);
    QVERIFY(none->rows.isEmpty());
    QVERIFY(none->isEnd);
    QVERIFY(!none->last.isValid());
    fill(ready, 5, 20);
    ready.reader->forget();
    const auto beyond = ready.reader->page({AddressQuery(), 1000, 10, {}});
    QVERIFY(beyond);
    QVERIFY(beyond->rows.isEmpty());
    QVERIFY(beyond->isEnd);
}

void TestAddressReader::page_carriesTheWholeRow()
{
    const TestDatabase database(kind());
    const Ready ready(database);
    const QList<AddressRow> rows = fill(ready, 10, 30);
    const auto page = ready.reader->page({AddressQuery(), 0, 1000, {}});
    QVERIFY(page);
    QCOMPARE(page->rows.size(), rows.size());
    for (const AddressRow &row : rows) {
        QVERIFY(page->rows.contains(row));
        QCOMPARE(*ready.reader->address(row.address.id), row);
    }
}

void TestAddressReader::search_findsWhatFoldingSays_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("search");
    QTest::addColumn<bool>("isFound");
    const auto row = [](const char *name, const QString &text, const QString &search, bool isFound) {
        QTest::newRow(name) << text << search << isFound;
    };
    row("accents", QStringLiteral("Saint-Étienne"), QStringLiteral("saint-etienne"), true);
    row("accents typed", QStringLiteral("Saint-Etienne"), QStringLiteral("SAINT-ÉTIENNE"), true);
    row("decomposed row", QStringLiteral("Ne\u0301mes"), QStringLiteral("némes"), true);
    row("decomposed search", QStringLiteral("Némes"), QStringLiteral("ne\u0301m"), true);
    row("two marks", QStringLiteral("Việt Nam"), QStringLiteral("viet"), true);
    row("sharp s", QStringLiteral("Hauptstraße"), QStringLiteral("hauptstrasse"), true);
    row("sharp s typed", QStringLiteral("Hauptstrasse"), QStringLiteral("straße"), true);
    row("capital sharp s", QStringLiteral("STRAẞE"), QStringLiteral("strasse"), true);
    row("half a ligature", QStringLiteral("cœur"), QStringLiteral("eur"), true);
    row("ligature", QStringLiteral("Sacré-Cœur"), QStringLiteral("sacre-coeur"), true);
    row("ligature typed", QStringLiteral("Sacre-Coeur"), QStringLiteral("CŒUR"), true);
    row("ae", QStringLiteral("Ærø"), QStringLiteral("aero"), true);
    row("polish", QStringLiteral("Łódź"), QStringLiteral("lodz"), true);
    row("d with stroke", QStringLiteral("Đakovo"), QStringLiteral("dakovo"), true);
    row("greek", QStringLiteral("ΑΘΗΝΑ Πόλις"), QStringLiteral("αθηνα πολισ"), true);
    row("cyrillic", QStringLiteral("Киев Йошкар"), QStringLiteral("киев иошкар"), true);
    row("hebrew points", QStringLiteral("שָׁלוֹם"), QStringLiteral("שלום"), true);
    row("chinese", QStringLiteral("北京市"), QStringLiteral("北京"), true);
    row("emoji", QStringLiteral("🏠 home"), QStringLiteral("🏠"), true);
    row("per cent is literal", QStringLiteral("100% sure"), QStringLiteral("0% s"), true);
    row("per cent is no wildcard", QStringLiteral("abc"), QStringLiteral("a%c"), false);
    row("underscore", QStringLiteral("a_c"), QStringLiteral("a_c"), true);
    row("underscore is no wildcard", QStringLiteral("abc"), QStringLiteral("a_c"), false);
    row("backslash", QStringLiteral("a\\b"), QStringLiteral("a\\b"), true);
    row("dot is no wildcard", QStringLiteral("abc"), QStringLiteral("a.c"), false);
    row("regular expression", QStringLiteral("(a+)[b]*"), QStringLiteral("(a+)[b]*"), true);
    row("quotes", QStringLiteral("O'Neil \"x\""), QStringLiteral("o'neil \"x"), true);
    row("other word", QStringLiteral("Paris"), QStringLiteral("parisx"), false);
    row("long word", QString(200, u'é'), QString(150, u'e'), true);
    row("too long a word", QString(100, u'é'), QString(150, u'e'), false);
}

void TestAddressReader::search_findsWhatFoldingSays()
{
    QFETCH(QString, text);
    QFETCH(QString, search);
    QFETCH(bool, isFound);
    const QString folded = searchFolding::folded(text);
    const QStringList words = searchFolding::words(search);
    QCOMPARE(std::all_of(words.cbegin(), words.cend(), [&folded](const QString &w) { return folded.contains(w); }), isFound);

    const TestDatabase database(kind());
    const Ready ready(database);
    ready.insert(QStringLiteral("users"), {FieldValue(key(1, 1)), FieldValue(text), {}, {}});
    ready.insert(QStringLiteral("users"), {FieldValue(key(2, 1)), {}, {}, {}});
    ready.insert(QStringLiteral("addresses"), {FieldValue(key(1, 2)), FieldValue(key(1, 1)), {}, {}, {}, {}, {}, {}});
    ready.insert(QStringLiteral("addresses"), {FieldValue(key(2, 2)), FieldValue(key(2, 1)), {}, {}, {}, {}, FieldValue(text), {}});
    ready.insert(QStringLiteral("addresses"), {FieldValue(key(3, 2)), {}, {}, {}, {}, {}, FieldValue(text), {}});
    ready.insert(QStringLiteral("addresses"), {FieldValue(key(4, 2)), FieldValue(key(2, 1)), {}, {}, {}, {}, {}, {}});
    const AddressQuery query{search, {QStringLiteral("label"), Qt::AscendingOrder}};
    const auto page = ready.reader->page({query, 0, 10, {}});
    QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
    QCOMPARE(idsOf(page->rows), isFound ? QStringList({key(1, 2), key(2, 2), key(3, 2)}) : QStringList());
    ready.reader->forget();
    QCOMPARE(*ready.reader->count(query), isFound ? 3 : 0);
}

void TestAddressReader::search_everyWordMustMatch()
{
    const TestDatabase database(kind());
    const Ready ready(database);
    ready.insert(QStringLiteral("users"), {FieldValue(key(1, 1)), FieldValue(QStringLiteral("Anna")),
                                           FieldValue(QStringLiteral("Lefèvre")), FieldValue(QStringLiteral("anna@example.com"))});
    ready.insert(QStringLiteral("addresses"), {FieldValue(key(1, 2)), FieldValue(key(1, 1)), {}, {}, {},
                                               FieldValue(QStringLiteral("69001")), FieldValue(QStringLiteral("Lyon")), {}});
    const auto count = [&](const char *search) { return *ready.reader->count({QString::fromUtf8(search), {}}); };
    QCOMPARE(count("lefevre lyon"), 1);
    QCOMPARE(count("  LYON\t 690   anna "), 1);
    QCOMPARE(count("example anna@"), 1);
    QCOMPARE(count("lefevre paris"), 0);
    QCOMPARE(count("annalefevre"), 0); // Words do not reach over two columns.
    QCOMPARE(count("   "), 1);
}

void TestAddressReader::search_sortsAndPagesMatches()
{
    const TestDatabase database(kind());
    const Ready ready(database);
    QList<AddressRow> rows = fill(ready, 40, 200);
    const auto matches = [](const AddressRow &row) {
        QStringList texts{shownText(row.customer.firstName), shownText(row.customer.lastName), shownText(row.customer.email)};
        for (const FieldValue &value : row.address.values)
            texts.append(shownText(value));
        return texts.join(u'\n').contains(u"bb");
    };
    rows.removeIf([&](const AddressRow &row) { return !matches(row); });
    QVERIFY(rows.size() > 20);
    for (const QString &column : {columns::customer, columns::email, QStringLiteral("city")}) {
        for (const Qt::SortOrder direction : {Qt::AscendingOrder, Qt::DescendingOrder}) {
            const AddressQuery query{QStringLiteral("BB"), {column, direction}};
            sortRows(rows, query.sort);
            comparePages(*ready.reader, query, idsOf(rows), 13);
            QCOMPARE(*ready.reader->count(query), rows.size());
        }
    }
}

void TestAddressReader::search_afterAChange_seesNewValues()
{
    const TestDatabase database(kind());
    const Ready ready(database);
    ready.insert(QStringLiteral("addresses"), {FieldValue(key(1, 2)), {}, {}, {}, {}, {}, FieldValue(QStringLiteral("lyon")), {}});
    const AddressQuery query{QStringLiteral("paris"), {}};
    QVERIFY(ready.reader->page({query, 0, 10, {}})->rows.isEmpty());
    database.run(QStringLiteral("UPDATE addresses SET city = 'Paris'"));
    ready.reader->noteChanges({key(1, 2)});
    QCOMPARE(ready.reader->page({query, 0, 10, {}})->rows.size(), 1);
}

void TestAddressReader::search_manyMatches_areTheSameAsSortingAll()
{
    const TestDatabase database(kind());
    const Ready ready(database);
    QList<AddressRow> rows = fill(ready, 300, 2600); // More than are kept at first, so that the sorted index is walked.
    rows.removeIf([](const AddressRow &row) {
        QStringList texts{shownText(row.customer.firstName), shownText(row.customer.lastName), shownText(row.customer.email)};
        for (const FieldValue &value : row.address.values)
            texts.append(shownText(value));
        return !texts.join(u'\n').contains(u'b');
    });
    QVERIFY(rows.size() > AddressSearch::keptAtFirst);
    for (const QString &column : {columns::customer, QStringLiteral("city")}) {
        const AddressQuery query{QStringLiteral("b"), {column, Qt::AscendingOrder}};
        sortRows(rows, query.sort);
        comparePages(*ready.reader, query, idsOf(rows), 500);
    }
}

void TestAddressReader::count_isExact()
{
    const TestDatabase database(kind());
    const Ready ready(database);
    QCOMPARE(*ready.reader->count({}), 0);
    const auto rows = fill(ready, 5, 50);
    QCOMPARE(*ready.reader->count({}), rows.size());
}

void TestAddressReader::address_unknownOrMalformed_isNotFound()
{
    const TestDatabase database(kind());
    const Ready ready(database);
    for (const QString &id : {key(1, 2), QStringLiteral("no key"), QString(), QStringLiteral("'; DROP TABLE users"),
                              QString(QChar::Null)}) {
        const auto row = ready.reader->address(id);
        QVERIFY(!row);
        QCOMPARE(row.error().code, ErrorCode::NotFound);
    }
}

void TestAddressReader::values_withStrangeText_comeBackAsTheyAre()
{
    const TestDatabase database(kind());
    const Ready ready(database);
    const QList<FieldValue> values{FieldValue(QStringLiteral("<b>x</b>")), FieldValue(QStringLiteral("'; DROP TABLE users; --")),
                                   FieldValue(QStringLiteral("👩‍👩‍👧 שלום")), FieldValue(QString()), std::nullopt,
                                   FieldValue(QString(100'000, u'ü'))};
    ready.insert(QStringLiteral("addresses"), QList<FieldValue>{FieldValue(key(1, 2)), {}} + values);
    const auto row = ready.reader->address(key(1, 2));
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
