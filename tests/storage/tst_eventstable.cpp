#include "models/storage/StatementRun.h"
#include "tests/support/TestDatabase.h"

using namespace addressdesk;

namespace {

constexpr auto insertEvent = "INSERT INTO events (stream_id, stream_version, event_type, payload, actor, "
                             "change_id, chain_hash) VALUES "
                             "('22222222-0000-4000-8000-000000000001', %1, '%2', '%3', '%4', "
                             "'33333333-0000-4000-8000-000000000001', %5)";

QString eventSql(const TestDatabase &database, int version, const QString &type, const QString &payload,
                 const QString &actor = QStringLiteral("app"))
{
    const QString hash = database.isPostgresql() ? QStringLiteral("decode(repeat('ab', 32), 'hex')")
                                                 : QStringLiteral("zeroblob(32)");
    return QString::fromLatin1(insertEvent).arg(QString::number(version), type, payload, actor, hash);
}

const QString changed = QStringLiteral("AddressFieldChanged");
const QString reverted = QStringLiteral("AddressFieldReverted");
const QString tokenA = QStringLiteral(R"({"field": "city", "revertToken": "A"})");

} // namespace

/// What the table `events` itself refuses, whoever writes to it.
class TestEventsTable : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestDatabase::addKinds(); }
    void init();

    void refuseUpdateDeleteAndReplace();
    void refuseSecondUseOfAToken();
    void answerTheDocumentsQuery();
    void refuseUnknownTypesAndBrokenPayloads();
    void onPostgresql_refuseAnotherActor();
    void onPostgresql_refuseAnotherActorToACraftyCaller();
    void onPostgresql_refuseTruncate();

private:
    [[nodiscard]] DatabaseUrl::Kind kind() const
    {
        QFETCH_GLOBAL(DatabaseUrl::Kind, kind);
        return kind;
    }
};

void TestEventsTable::init()
{
    REQUIRE_DATABASE(kind());
}

void TestEventsTable::refuseUpdateDeleteAndReplace()
{
    const TestDatabase database(kind());
    database.run(eventSql(database, 1, changed, tokenA));
    const auto connection = database.connect();
    QStringList attempts{QStringLiteral("UPDATE events SET reason = 'x'"),
                         QStringLiteral("DELETE FROM events"), eventSql(database, 1, changed, tokenA)};
    if (!database.isPostgresql()) {
        QString replace = eventSql(database, 1, changed, QStringLiteral("{}"));
        replace.replace(QStringLiteral("INSERT INTO"), QStringLiteral("INSERT OR REPLACE INTO"));
        attempts.append(replace);
        replace.replace(QStringLiteral("(stream_id,"), QStringLiteral("(sequence_num, stream_id,"))
            .replace(QStringLiteral("VALUES ("), QStringLiteral("VALUES (1, "))
            .replace(QStringLiteral("', 1, "), QStringLiteral("', 2, "));
        attempts.append(replace);
    }
    for (const QString &attempt : attempts) {
        const Done done = connection->execute(attempt);
        QVERIFY2(!done, qPrintable(attempt));
        QCOMPARE(done.error().code, ErrorCode::ConstraintViolated);
        QCOMPARE(database.value(
                     QStringLiteral("SELECT count(*) FROM events WHERE payload ->> 'revertToken' = 'A'")),
                 QStringLiteral("1"));
    }
}

void TestEventsTable::refuseSecondUseOfAToken()
{
    const TestDatabase database(kind());
    database.run(eventSql(database, 1, changed, tokenA));
    database.run(eventSql(database, 2, reverted, tokenA));
    const auto connection = database.connect();
    for (const QString &type : {reverted, QStringLiteral("AddressRestored")}) {
        const Done done = connection->execute(eventSql(database, 3, type, tokenA));
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::ConstraintViolated);
    }
    QVERIFY(
        connection->execute(eventSql(database, 3, QStringLiteral("AddressRestored"), QStringLiteral("{}"))));
    QVERIFY(
        connection->execute(eventSql(database, 4, QStringLiteral("AddressRestored"), QStringLiteral("{}"))));
}

void TestEventsTable::answerTheDocumentsQuery()
{
    const TestDatabase database(kind());
    database.run(eventSql(database, 1, changed, tokenA));
    const QString query =
        QStringLiteral("SELECT EXISTS (SELECT 1 FROM events WHERE payload->>'revertToken' = '%1' "
                       "AND event_type LIKE '%Reverted%') AS already_reverted");
    const QString no = database.isPostgresql() ? QStringLiteral("false") : QStringLiteral("0");
    const QString yes = database.isPostgresql() ? QStringLiteral("true") : QStringLiteral("1");
    QCOMPARE(database.value(query.arg(QStringLiteral("A"))), no);
    database.run(eventSql(database, 2, reverted, tokenA));
    QCOMPARE(database.value(query.arg(QStringLiteral("A"))), yes);

    const auto connection = database.connect();
    if (database.isPostgresql()) // Few rows: it would rather read them all.
        QVERIFY(connection->execute(QStringLiteral("SET enable_seqscan = off; SET enable_bitmapscan = off")));
    const int planColumn = database.isPostgresql() ? 0 : 3;
    const auto plan = statements::allRows<QString>(
        *connection,
        (database.isPostgresql() ? QStringLiteral("EXPLAIN ") : QStringLiteral("EXPLAIN QUERY PLAN ")) +
            query.arg(QStringLiteral("A")),
        [](Statement &) {},
        [planColumn](const Statement &s) -> Result<QString> {
            return s.text(planColumn).value_or(QString());
        });
    QVERIFY(plan);
    QVERIFY2(plan->join(u'\n').contains(u"events_by_token"), qPrintable(plan->join(u'\n')));
}

void TestEventsTable::refuseUnknownTypesAndBrokenPayloads()
{
    const TestDatabase database(kind());
    const auto connection = database.connect();
    for (const QString &sql : {eventSql(database, 1, QStringLiteral("AddressMoved"), QStringLiteral("{}")),
                               eventSql(database, 1, changed, QStringLiteral("no json")),
                               eventSql(database, 0, changed, QStringLiteral("{}"))}) {
        const Done done = connection->execute(sql);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::ConstraintViolated);
    }
}

void TestEventsTable::onPostgresql_refuseAnotherActor()
{
    if (kind() != DatabaseUrl::Kind::Postgresql)
        QSKIP("SQLite has no session users");
    const TestDatabase database(kind());
    const auto connection = database.connect();
    const QString other = QStringLiteral("boss");
    const QString customer = QStringLiteral("customer");
    for (const QString &sql :
         {eventSql(database, 1, changed, tokenA, other), eventSql(database, 1, changed, tokenA, customer),
          eventSql(database, 1, reverted, QStringLiteral("{}"), customer)}) {
        const Done done = connection->execute(sql);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::PermissionDenied);
    }
    QVERIFY(connection->execute(eventSql(database, 1, changed, tokenA)));
    QVERIFY(connection->execute(eventSql(database, 2, reverted, tokenA, customer)));
}

void TestEventsTable::onPostgresql_refuseAnotherActorToACraftyCaller()
{
    if (kind() != DatabaseUrl::Kind::Postgresql)
        QSKIP("SQLite has no session users");
    const TestDatabase database(kind());
    const auto connection = database.connect();
    QVERIFY(connection->execute(QStringLiteral(
        "CREATE SCHEMA crafty;"
        "CREATE FUNCTION crafty.never(text, name) RETURNS boolean LANGUAGE sql AS 'SELECT false';"
        "CREATE OPERATOR crafty.<> (LEFTARG = text, RIGHTARG = name, FUNCTION = crafty.never);"
        "SET search_path = crafty, pg_catalog, public")));
    const Done done = connection->execute(eventSql(database, 1, changed, tokenA, QStringLiteral("boss")));
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::PermissionDenied);
    QVERIFY(connection->execute(eventSql(database, 1, changed, tokenA)));
}

void TestEventsTable::onPostgresql_refuseTruncate()
{
    if (kind() != DatabaseUrl::Kind::Postgresql)
        QSKIP("SQLite has no TRUNCATE");
    const TestDatabase database(kind());
    const Done done = database.connect()->execute(QStringLiteral("TRUNCATE events"));
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::ConstraintViolated);
}

QTEST_GUILESS_MAIN(TestEventsTable)
#include "tst_eventstable.moc"
