#include "ReadingDesk.h"

#include "models/storage/SearchFolding.h"

#include <algorithm>

using namespace addressdesk;

class TestAddressSearch : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestDatabase::addKinds(); }
    void init();

    void search_findsWhatFoldingSays_data();
    void search_findsWhatFoldingSays();
    void search_everyWordMustMatch();
    void search_sortsAndPagesMatches();
    void search_afterAChange_seesNewValues();
    void search_manyMatches_areTheSameAsSortingAll();
    void search_ofAPastedLetter_usesItsBeginning();

private:
    [[nodiscard]] DatabaseUrl::Kind kind() const
    {
        QFETCH_GLOBAL(DatabaseUrl::Kind, kind);
        return kind;
    }
};

void TestAddressSearch::init()
{
    REQUIRE_DATABASE(kind());
}

void TestAddressSearch::search_findsWhatFoldingSays_data()
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

void TestAddressSearch::search_findsWhatFoldingSays()
{
    QFETCH(QString, text);
    QFETCH(QString, search);
    QFETCH(bool, isFound);
    const QString folded = searchFolding::folded(text);
    const QStringList words = searchFolding::words(search);
    QCOMPARE(
        std::all_of(words.cbegin(), words.cend(), [&folded](const QString &w) { return folded.contains(w); }),
        isFound);

    const TestDatabase database(kind());
    const ReadingDesk ready(database);
    ready.insert(QStringLiteral("users"), {FieldValue(testKey(1, 1)), FieldValue(text), {}, {}});
    ready.insert(QStringLiteral("users"), {FieldValue(testKey(2, 1)), {}, {}, {}});
    ready.insert(QStringLiteral("addresses"),
                 {FieldValue(testKey(1, 2)), FieldValue(testKey(1, 1)), {}, {}, {}, {}, {}, {}});
    ready.insert(
        QStringLiteral("addresses"),
        {FieldValue(testKey(2, 2)), FieldValue(testKey(2, 1)), {}, {}, {}, {}, FieldValue(text), {}});
    ready.insert(QStringLiteral("addresses"),
                 {FieldValue(testKey(3, 2)), {}, {}, {}, {}, {}, FieldValue(text), {}});
    ready.insert(QStringLiteral("addresses"),
                 {FieldValue(testKey(4, 2)), FieldValue(testKey(2, 1)), {}, {}, {}, {}, {}, {}});
    const AddressQuery query{search, {QStringLiteral("label"), Qt::AscendingOrder}};
    const auto page = ready.reader->page({query, 0, 10, {}});
    QVERIFY2(page, page ? "" : qPrintable(page.error().detail));
    QCOMPARE(idsOf(page->rows),
             isFound ? QStringList({testKey(1, 2), testKey(2, 2), testKey(3, 2)}) : QStringList());
    ready.reader->forget();
    QCOMPARE(*ready.reader->count(query), isFound ? 3 : 0);
}

void TestAddressSearch::search_everyWordMustMatch()
{
    const TestDatabase database(kind());
    const ReadingDesk ready(database);
    ready.insert(QStringLiteral("users"),
                 {FieldValue(testKey(1, 1)), FieldValue(QStringLiteral("Anna")),
                  FieldValue(QStringLiteral("Lefèvre")), FieldValue(QStringLiteral("anna@example.com"))});
    ready.insert(QStringLiteral("addresses"), {FieldValue(testKey(1, 2)),
                                               FieldValue(testKey(1, 1)),
                                               {},
                                               {},
                                               {},
                                               FieldValue(QStringLiteral("69001")),
                                               FieldValue(QStringLiteral("Lyon")),
                                               {}});
    const auto count = [&](const char *search) {
        return *ready.reader->count({QString::fromUtf8(search), {}});
    };
    QCOMPARE(count("lefevre lyon"), 1);
    QCOMPARE(count("  LYON\t 690   anna "), 1);
    QCOMPARE(count("example anna@"), 1);
    QCOMPARE(count("lefevre paris"), 0);
    QCOMPARE(count("annalefevre"), 0); // Words do not reach over two columns.
    QCOMPARE(count("   "), 1);
}

void TestAddressSearch::search_sortsAndPagesMatches()
{
    const TestDatabase database(kind());
    const ReadingDesk ready(database);
    QList<AddressRow> rows = ready.fill(40, 200);
    rows.removeIf([](const AddressRow &row) { return !contains(row, QStringLiteral("bb")); });
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

void TestAddressSearch::search_afterAChange_seesNewValues()
{
    const TestDatabase database(kind());
    const ReadingDesk ready(database);
    ready.insert(QStringLiteral("addresses"),
                 {FieldValue(testKey(1, 2)), {}, {}, {}, {}, {}, FieldValue(QStringLiteral("lyon")), {}});
    const AddressQuery query{QStringLiteral("paris"), {}};
    QVERIFY(ready.reader->page({query, 0, 10, {}})->rows.isEmpty());
    database.run(QStringLiteral("UPDATE addresses SET city = 'Paris'"));
    ready.reader->noteChanges({testKey(1, 2)});
    QCOMPARE(ready.reader->page({query, 0, 10, {}})->rows.size(), 1);
}

void TestAddressSearch::search_manyMatches_areTheSameAsSortingAll()
{
    const TestDatabase database(kind());
    const ReadingDesk ready(database);
    QList<AddressRow> rows =
        ready.fill(300, 2600); // More than are kept at first, so that the sorted index is walked.
    rows.removeIf([](const AddressRow &row) { return !contains(row, QStringLiteral("b")); });
    QVERIFY(rows.size() > AddressSearch::keptAtFirst);
    for (const QString &column : {columns::customer, QStringLiteral("city")}) {
        const AddressQuery query{QStringLiteral("b"), {column, Qt::AscendingOrder}};
        sortRows(rows, query.sort);
        comparePages(*ready.reader, query, idsOf(rows), 500);
    }
}

void TestAddressSearch::search_ofAPastedLetter_usesItsBeginning()
{
    const TestDatabase database(kind(), TestDatabase::Content::Document);
    const ReadingDesk ready(database);
    QString letter = QStringLiteral("lefevre paix ").repeated(40000);
    QCOMPARE(*ready.reader->count({letter, {}}), 1);
    for (int i = 0; i < 20000; ++i)
        letter += QString::number(i) + u' ';
    QCOMPARE(*ready.reader->count({letter, {}}), 1); // Only its beginning is searched for.
    const QString numbers = letter.last(100000);
    const auto page = ready.reader->page({AddressQuery{numbers, {}}, 0, 10, {}});
    QVERIFY2(page, qPrintable(page ? QString() : page.error().detail));
    QVERIFY(page->rows.isEmpty());
}

QTEST_GUILESS_MAIN(TestAddressSearch)
#include "tst_addresssearch.moc"
