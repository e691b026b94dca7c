#include "app/sample/FillSample.h"
#include "models/storage/BulkLoader.h"
#include "models/storage/SchemaInitialiser.h"
#include "models/storage/Verifier.h"
#include "tests/support/TestDatabase.h"

#include <QTest>

using namespace addressdesk;
using namespace Qt::StringLiterals;

namespace {

const QDateTime reference(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);

SampleOptions few()
{
    return {40, 5, reference};
}

SchemaMapping mappingOf(SqlConnection &connection)
{
    const auto schema = SchemaInitialiser(connection, SchemaMapping::native()).effective();
    return schema ? schema->mapping : SchemaMapping();
}

/// Tables, indexes and triggers, as the database describes them.
QString shape(const TestDatabase &database)
{
    return shownText(database.value(
        database.isPostgresql()
            ? u"SELECT string_agg(line, chr(10) ORDER BY line) FROM ("
              "SELECT indexdef AS line FROM pg_indexes WHERE schemaname = 'public' "
              "UNION ALL SELECT CAST(tgrelid AS regclass) || CAST(tgname AS text) || CAST(tgenabled AS text) "
              "|| pg_get_triggerdef(oid) "
              "FROM pg_trigger WHERE NOT tgisinternal) AS lines"_s
            : u"SELECT group_concat(type || name || tbl_name || coalesce(sql, ''), char(10)) FROM "
              "(SELECT * FROM sqlite_schema WHERE name NOT LIKE 'sqlite_stat%' ORDER BY type, name)"_s));
}

QString rowCounts(const TestDatabase &database)
{
    return shownText(database.value(
        u"SELECT (SELECT count(*) FROM users) || ' ' || (SELECT count(*) FROM addresses) || ' ' "
        "|| (SELECT count(*) FROM events)"_s));
}

} // namespace

class TestBulkLoader : public QObject
{
    Q_OBJECT

private slots:
    void fill_loadsEverything_andLeavesTheShape_data() { TestDatabase::addKinds(); }
    void fill_loadsEverything_andLeavesTheShape();
    void fill_withTheSameSeed_isTheSameOnBothDatabases();
    void fill_besideRows_isRefused_data() { TestDatabase::addKinds(); }
    void fill_besideRows_isRefused();
    void fill_whenAnyStatementFails_leavesNothing_data() { TestDatabase::addKinds(); }
    void fill_whenAnyStatementFails_leavesNothing();
    void fill_whenCancelled_leavesNothing_data() { TestDatabase::addKinds(); }
    void fill_whenCancelled_leavesNothing();
    void fill_intoTablesWithoutLabel_works_data() { TestDatabase::addKinds(); }
    void fill_intoTablesWithoutLabel_works();
    void add_ofRowsThatBreakAConstraint_fails_data() { TestDatabase::addKinds(); }
    void add_ofRowsThatBreakAConstraint_fails();
};

void TestBulkLoader::fill_loadsEverything_andLeavesTheShape()
{
    QFETCH(DatabaseUrl::Kind, kind);
    REQUIRE_DATABASE(kind);
    const TestDatabase database(kind);
    const QString before = shape(database);
    const auto connection = database.connect();
    qint64 told = 0;
    const auto counts =
        fillSample(*connection, mappingOf(*connection), few(), [&told](qint64 done, qint64 total) {
            QVERIFY(done > told && total == 40);
            told = done;
        });
    QVERIFY(counts.has_value());
    QCOMPARE(told, 40);
    QCOMPARE(rowCounts(database),
             u"%1 %2 %3"_s.arg(counts->customers).arg(counts->addresses).arg(counts->events));
    QCOMPARE(shape(database), before);
    const auto report = Verifier(*connection, mappingOf(*connection)).verify();
    QVERIFY(report.has_value() && report->isClean());
    QCOMPARE(report->eventCount, counts->events);
    // No token is used in another's name, no event comes before an earlier one.
    QCOMPARE(database.value(u"SELECT count(*) FROM events WHERE sequence_num < 1 OR sequence_num > %1"_s.arg(
                 counts->events)),
             u"0"_s);
}

void TestBulkLoader::fill_withTheSameSeed_isTheSameOnBothDatabases()
{
    REQUIRE_DATABASE(DatabaseUrl::Kind::Postgresql);
    QStringList contents;
    for (const DatabaseUrl::Kind kind : {DatabaseUrl::Kind::Sqlite, DatabaseUrl::Kind::Postgresql}) {
        const TestDatabase database(kind);
        const auto connection = database.connect();
        QVERIFY(fillSample(*connection, mappingOf(*connection), few()).has_value());
        contents.append(shownText(database.value(
            database.isPostgresql()
                ? u"SELECT string_agg(encode(chain_hash, 'hex'), ' ' ORDER BY sequence_num) FROM events"_s
                : u"SELECT group_concat(lower(hex(chain_hash)), ' ') FROM (SELECT * FROM events ORDER BY sequence_num)"_s)));
    }
    QVERIFY(contents.first().size() > 1000);
    QCOMPARE(contents.first(), contents.last());
}

void TestBulkLoader::fill_besideRows_isRefused()
{
    QFETCH(DatabaseUrl::Kind, kind);
    REQUIRE_DATABASE(kind);
    const TestDatabase database(kind);
    database.run(u"INSERT INTO users (id) VALUES ('11111111-0000-4000-8000-000000000001')"_s);
    const auto connection = database.connect();
    const auto counts = fillSample(*connection, mappingOf(*connection), few());
    QVERIFY(!counts.has_value());
    QCOMPARE(counts.error().code, ErrorCode::InvalidArgument);
    QCOMPARE(rowCounts(database), u"1 0 0"_s);
}

void TestBulkLoader::fill_whenAnyStatementFails_leavesNothing()
{
    QFETCH(DatabaseUrl::Kind, kind);
    REQUIRE_DATABASE(kind);
    const TestDatabase database(kind);
    const QString before = shape(database);
    const auto connection = database.connect();
    const SchemaMapping mapping = mappingOf(*connection);
    SampleOptions options = few();
    options.customers = 3;

    int failures = 0;
    for (bool hasSucceeded = false; !hasSucceeded; ++failures) {
        QVERIFY(failures < 500);
        int left = failures;
        bool hasFailed = false;
        connection->setFaultInjector([&](const QString &sql) -> std::optional<Error> {
            if (hasFailed || sql.startsWith(u"ROLLBACK") || left-- > 0)
                return std::nullopt;
            hasFailed = true;
            return Error{ErrorCode::DiskFull, u"made to fail"_s, {}};
        });
        const auto counts = fillSample(*connection, mapping, options);
        connection->setFaultInjector({});
        hasSucceeded = counts.has_value();
        if (hasSucceeded)
            break;
        QCOMPARE(counts.error().code, ErrorCode::DiskFull);
        QCOMPARE(rowCounts(database), u"0 0 0"_s);
        QCOMPARE(shape(database), before);
    }
    QVERIFY(failures > 10);
    QCOMPARE(shape(database), before);
}

void TestBulkLoader::fill_whenCancelled_leavesNothing()
{
    QFETCH(DatabaseUrl::Kind, kind);
    REQUIRE_DATABASE(kind);
    const TestDatabase database(kind);
    const auto connection = database.connect();
    std::atomic<bool> isCancelled = false;
    SampleOptions options = few();
    options.customers = 5000;
    const auto counts = fillSample(
        *connection, mappingOf(*connection), options, [&isCancelled](qint64, qint64) { isCancelled = true; },
        &isCancelled);
    QVERIFY(!counts.has_value());
    QCOMPARE(counts.error().code, ErrorCode::Cancelled);
    QCOMPARE(rowCounts(database), u"0 0 0"_s);
}

void TestBulkLoader::fill_intoTablesWithoutLabel_works()
{
    QFETCH(DatabaseUrl::Kind, kind);
    REQUIRE_DATABASE(kind);
    const TestDatabase database(kind, TestDatabase::Content::Document);
    database.run(u"DELETE FROM addresses"_s);
    database.run(u"DELETE FROM users"_s);
    const auto connection = database.connect();
    QVERIFY(SchemaInitialiser(*connection, SchemaMapping::native()).apply().has_value());
    const SchemaMapping mapping = mappingOf(*connection);
    QVERIFY(fillSample(*connection, mapping, few()).has_value());
    const auto report = Verifier(*connection, mapping).verify();
    QVERIFY(report.has_value() && report->isClean());
    QCOMPARE(database.value(u"SELECT count(*) FROM events WHERE CAST(payload AS text) LIKE '%label%'"_s),
             u"0"_s);
}

void TestBulkLoader::add_ofRowsThatBreakAConstraint_fails()
{
    QFETCH(DatabaseUrl::Kind, kind);
    REQUIRE_DATABASE(kind);
    const TestDatabase database(kind);
    const auto connection = database.connect();
    const Customer twice{u"11111111-0000-4000-8000-000000000001"_s, u"Tab\there"_s, u"back\\slash\nline"_s,
                         std::nullopt};
    {
        auto loader = BulkLoader::begin(*connection, mappingOf(*connection));
        QVERIFY(loader.has_value());
        const Done added = (*loader)->addCustomers({twice, twice});
        QVERIFY(!added.has_value());
        QCOMPARE(added.error().code, ErrorCode::ConstraintViolated);
    }
    QCOMPARE(rowCounts(database), u"0 0 0"_s);
    auto loader = BulkLoader::begin(*connection, mappingOf(*connection));
    QVERIFY(loader.has_value());
    QVERIFY((*loader)->addCustomers({twice}).has_value());
    QVERIFY((*loader)->finish().has_value());
    QCOMPARE(database.value(u"SELECT first_name FROM users"_s), twice.firstName);
    QCOMPARE(database.value(u"SELECT last_name FROM users"_s), twice.lastName);
    QCOMPARE(database.value(u"SELECT email FROM users"_s), FieldValue());
}

QTEST_GUILESS_MAIN(TestBulkLoader)
#include "tst_bulkloader.moc"
