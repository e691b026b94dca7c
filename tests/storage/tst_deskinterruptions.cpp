#include "SessionHarness.h"

#include "models/storage/SchemaInitialiser.h"
#include "tests/support/CuttingProxy.h"
#include "tests/support/TestPostgres.h"

using namespace addressdesk;

namespace {

constexpr DatabaseUrl::Kind postgresql = DatabaseUrl::Kind::Postgresql;
const QString home = QStringLiteral("22222222-0000-4000-8000-000000000001");
const QString city = QStringLiteral("city");

/// Tables whose addresses never end, so that counting them runs until somebody ends it.
void makeEndless(const TestDatabase &database)
{
    const QString numbers =
        database.isPostgresql()
            ? QStringLiteral("SELECT n FROM generate_series(1, 1000000000000) AS n")
            : QStringLiteral(
                  "WITH RECURSIVE c(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM c) SELECT n FROM c");
    database.run(
        QStringLiteral(
            "CREATE TABLE users (id BIGINT PRIMARY KEY, first_name TEXT, last_name TEXT, email TEXT);"
            "CREATE VIEW addresses AS SELECT n AS id, n AS user_id, 'Lyon' AS city FROM (%1) AS endless")
            .arg(numbers));
    if (const Done done = SchemaInitialiser(*database.connect(), SchemaMapping::native()).apply(); !done)
        qFatal("no tables: %s", qPrintable(done.error().detail));
}

Result<std::shared_ptr<DeskSession>> open(SqlDeskConnector &connector, const DatabaseUrl &url,
                                          SchemaPolicy policy = SchemaPolicy::Initialise)
{
    ConnectRequest request;
    request.url = url;
    request.schemaPolicy = policy;
    auto session = openSession(connector, request);
    QCoreApplication::processEvents(); // Lets the connector let go of it.
    return session;
}

SaveRequest saveCity(const char *from, const char *to)
{
    return {home,
            {{city, FieldValue(QString::fromLatin1(from)), FieldValue(QString::fromLatin1(to))}},
            std::nullopt};
}

} // namespace

/// Requests that are ended before their time, by the operator or by the network.
class TestDeskInterruptions : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestDatabase::addKinds(); }
    void init();

    void cancel_ofARunningRead_endsIt();
    void cancel_ofARunningRead_leavesTheNextAlone();
    void count_whileOthersAreAsked_givesWayToThem();
    void destruction_whileAReadRuns_endsIt();
    void save_whileALongReadRuns_isNotHeldUp();
    void save_whoseAnswerIsLost_isToldTruly();
    void save_whoseTransactionIsLost_isToldTruly();
    void connection_lostByBothWorkers_isToldOnce();

private:
    [[nodiscard]] DatabaseUrl::Kind kind() const
    {
        QFETCH_GLOBAL(DatabaseUrl::Kind, kind);
        return kind;
    }
};

void TestDeskInterruptions::init()
{
    REQUIRE_DATABASE(kind());
}

void TestDeskInterruptions::cancel_ofARunningRead_endsIt()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    makeEndless(database);
    SqlDeskConnector connector;
    const auto session = open(connector, database.url());
    QVERIFY2(session, session ? "" : qPrintable(session.error().detail));
    Answered<qint64> count;
    const auto id = (*session)->countAddresses({}, this, count.handler());
    if (database
            .isPostgresql()) // So that it is the running statement that is cancelled, not a waiting request.
        QTRY_COMPARE(
            database.value(QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE state = 'active' "
                                          "AND datname = current_database() AND pid <> pg_backend_pid()")),
            QStringLiteral("1"));
    (*session)->cancel(id);
    QVERIFY(count.wait());
    QVERIFY(!*count.result);
    QCOMPARE(count.result->error().code, ErrorCode::Cancelled);
    QCOMPARE(count.count, 1);
}

void TestDeskInterruptions::cancel_ofARunningRead_leavesTheNextAlone()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    makeEndless(database);
    SqlDeskConnector connector;
    const auto session = open(connector, database.url());
    QVERIFY(session);
    for (int i = 0; i < 20; ++i) {
        Answered<qint64> count;
        Answered<QList<Customer>> customers;
        const auto id = (*session)->countAddresses({}, this, count.handler());
        (*session)->findCustomers({}, 10, this, customers.handler());
        (*session)->cancel(id);
        QVERIFY(count.wait());
        QVERIFY(customers.wait());
        QCOMPARE(count.result->error().code, ErrorCode::Cancelled);
        QVERIFY2(*customers.result, qPrintable(customers.result->error().detail));
    }
}

void TestDeskInterruptions::count_whileOthersAreAsked_givesWayToThem()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    makeEndless(database);
    SqlDeskConnector connector;
    const auto session = open(connector, database.url());
    QVERIFY(session);
    Answered<qint64> count;
    const auto id = (*session)->countAddresses({}, this, count.handler());
    for (int i = 0; i < 5; ++i) {
        Answered<QList<Customer>> customers;
        (*session)->findCustomers({}, 10, this, customers.handler());
        QVERIFY(customers.wait());
        QVERIFY2(*customers.result, qPrintable(customers.result->error().detail));
    }
    QCOMPARE(count.count, 0);
    (*session)->cancel(id);
    QVERIFY(count.wait());
    QCOMPARE(count.result->error().code, ErrorCode::Cancelled);
    QCOMPARE(count.count, 1);
}

void TestDeskInterruptions::destruction_whileAReadRuns_endsIt()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    makeEndless(database);
    SqlDeskConnector connector;
    auto session = open(connector, database.url());
    QVERIFY(session);
    Answered<qint64> count;
    (*session)->countAddresses({}, this, count.handler());
    Answered<QList<DeletedAddress>> deleted;
    (*session)->fetchDeleted({}, 10, this, deleted.handler());
    QCOMPARE(session->use_count(), 1);
    session->reset(); // Would take until the statement's time-out, and the test's, were it not interrupted.
    QCOMPARE(count.count, 0);
    QCOMPARE(deleted.count, 0);
}

void TestDeskInterruptions::save_whileALongReadRuns_isNotHeldUp()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    makeEndless(database);
    SqlDeskConnector connector;
    const auto session = open(connector, database.url());
    QVERIFY(session);
    Answered<qint64> count;
    const auto id = (*session)->countAddresses({}, this, count.handler());
    Answered<RevertOutcome> revert;
    RevertRequest request;
    request.sequenceNum = 1;
    (*session)->revert(request, this, revert.handler());
    QVERIFY(revert.wait());
    QCOMPARE(revert.result->error().code, ErrorCode::NotFound);
    QCOMPARE(count.count, 0);
    (*session)->cancel(id);
    QVERIFY(count.wait());
}

void TestDeskInterruptions::save_whoseAnswerIsLost_isToldTruly()
{
    if (kind() != postgresql)
        QSKIP("a file answers at once");
    const TestDatabase database(kind(), TestDatabase::Content::Document);
    CuttingProxy proxy(static_cast<quint16>(database.url().port));
    DatabaseUrl url = TestPostgres::instance()->tcpUrl(database.url(), QStringLiteral("app"));
    url.port = proxy.port();
    SqlDeskConnector connector;
    const auto session = open(connector, url);
    QVERIFY2(session, session ? "" : qPrintable(session.error().detail));
    Answered<SaveOutcome> first;
    (*session)->save(saveCity("Paris", "Nice"), this, first.handler());
    QVERIFY(first.wait());
    QVERIFY(*first.result);

    const QSignalSpy lost(session->get(), &DeskSession::connectionLost);
    const QSignalSpy restored(session->get(), &DeskSession::connectionRestored);
    proxy.cutAnswerTo("Lyon");
    Answered<SaveOutcome> second;
    (*session)->save(saveCity("Nice", "Lyon"), this, second.handler());
    QVERIFY(second.wait());
    QCOMPARE(proxy.cuts(), 1);
    QVERIFY2(*second.result, qPrintable(second.result->error().detail));
    QCOMPARE((*second.result)->kind, SaveOutcome::Kind::Recorded);
    QCOMPARE((*second.result)->events.size(), 1);
    QCOMPARE((*second.result)->events.first().to(), FieldValue(QStringLiteral("Lyon")));
    QCOMPARE(database.value(QStringLiteral("SELECT count(*) FROM events")), QStringLiteral("2"));
    QCOMPARE(lost.count(), 1);
    QTRY_COMPARE(restored.count(), 1);
}

void TestDeskInterruptions::save_whoseTransactionIsLost_isToldTruly()
{
    if (kind() != postgresql)
        QSKIP("a file cannot hang up");
    const TestDatabase database(kind(), TestDatabase::Content::Document);
    SqlDeskConnector connector;
    const auto session = open(connector, database.url());
    QVERIFY(session);
    // The server ends the connection just before the commit, once: later connections have another process
    // number.
    database.run(QStringLiteral(
        "CREATE TABLE hung_up (done boolean);"
        "CREATE FUNCTION hang_up() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN "
        "IF NEW.payload ->> 'to' = 'Lyon' THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF; "
        "RETURN NULL; END $$;"
        "CREATE CONSTRAINT TRIGGER zz_hang_up AFTER INSERT ON events DEFERRABLE INITIALLY DEFERRED "
        "FOR EACH ROW EXECUTE FUNCTION hang_up()"));
    Answered<SaveOutcome> save;
    (*session)->save(saveCity("Paris", "Lyon"), this, save.handler());
    QVERIFY(save.wait());
    QVERIFY(!*save.result);
    QCOMPARE(save.result->error().code, ErrorCode::ConnectionLost);
    QCOMPARE(database.value(QStringLiteral("SELECT count(*) FROM events")), QStringLiteral("0"));
    QCOMPARE(database.value(QStringLiteral("SELECT city FROM addresses WHERE id = '%1'").arg(home)),
             QStringLiteral("Paris"));
    Answered<SaveOutcome> other;
    (*session)->save(saveCity("Paris", "Nice"), this, other.handler());
    QVERIFY(other.wait());
    QVERIFY2(*other.result, qPrintable(other.result->error().detail));
    QCOMPARE((*other.result)->kind, SaveOutcome::Kind::Recorded);
}

void TestDeskInterruptions::connection_lostByBothWorkers_isToldOnce()
{
    if (kind() != postgresql)
        QSKIP("a file cannot hang up");
    const TestDatabase database(kind(), TestDatabase::Content::Document);
    SqlDeskConnector connector;
    const auto session = open(connector, database.url());
    QVERIFY(session);
    const QSignalSpy lost(session->get(), &DeskSession::connectionLost);
    const QSignalSpy restored(session->get(), &DeskSession::connectionRestored);
    const QSignalSpy changed(session->get(), &DeskSession::addressesChanged);
    QVERIFY(TestPostgres::instance()->stop());
    Answered<AddressRow> read;
    Answered<SaveOutcome> save;
    (*session)->fetchAddress(home, this, read.handler());
    (*session)->save(saveCity("Paris", "Lyon"), this, save.handler());
    const bool isReadAnswered = read.wait();
    const bool isSaveAnswered = save.wait();
    QVERIFY(TestPostgres::instance()->start());
    QVERIFY(isReadAnswered && isSaveAnswered);
    QCOMPARE(read.result->error().code, ErrorCode::ConnectionLost);
    QCOMPARE(save.result->error().code, ErrorCode::ConnectionLost);
    QCOMPARE(lost.count(), 1);
    QTRY_COMPARE_WITH_TIMEOUT(restored.count(), 1, 30000); // By itself.
    QCOMPARE(lost.count(), 1);
    QTRY_VERIFY(!changed.isEmpty());
    QCOMPARE(changed.last().first().toStringList(), QStringList());

    // The subscription is back as well.
    const auto colleague = open(connector, database.url());
    QVERIFY(colleague);
    const qsizetype before = changed.size();
    Answered<SaveOutcome> other;
    (*colleague)->save(saveCity("Paris", "Nice"), this, other.handler());
    QVERIFY(other.wait());
    QVERIFY(*other.result);
    QTRY_VERIFY(changed.size() > before);
    QCOMPARE(changed.last().first().toStringList(), QStringList(home));
}

QTEST_GUILESS_MAIN(TestDeskInterruptions)
#include "tst_deskinterruptions.moc"
