#include "models/storage/PostgresCopy.h"
#include "models/storage/SqlConnection.h"
#include "models/storage/StatementRun.h"
#include "tests/support/TestDatabase.h"

using namespace addressdesk;

/// What a prepared statement does at the edges, on both databases: tst_sqlconnection has the common way.
class TestStatement : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestDatabase::addKinds(); }
    void init() { REQUIRE_DATABASE(kind()); }

    void placeholders_withinQuotes_areText();
    void bytes_withZeros_comeBack();
    void truthValue_isTextAndNumber();
    void text_withZeroCharacter_isNotCutOff();
    void next_whileAnotherStatementRuns_mixesNoRows();
    void exec_afterAFailedRun_runsAgain();
    void exec_withRowsLeft_beginsAnew();
    void constraintCheckedLast_isAFailureOfTheStatement();
    void notification_thatComesWithAnAnswer_isHandedOver();
    void listen_onAClosedConnection_isAFailure();
    void statement_duringACopy_endsIt();
    void copyOut_isReadToItsEnd();
    void severalStatements_areNotPrepared();

private:
    [[nodiscard]] static DatabaseUrl::Kind kind()
    {
        QFETCH_GLOBAL(DatabaseUrl::Kind, kind);
        return kind;
    }
    [[nodiscard]] static bool isPostgresql() { return kind() == DatabaseUrl::Kind::Postgresql; }
};

void TestStatement::placeholders_withinQuotes_areText()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    const auto connection = database.connect();
    const auto statement = connection->prepared(
        QStringLiteral("SELECT '?''?', CAST(? AS text) AS \"is it? \"\"so?\"\"\", CAST(? AS text)"));
    QVERIFY(statement);
    QVERIFY((*statement)->bind(QStringLiteral("one")).bind(QStringLiteral("two?")).exec());
    QVERIFY((*statement)->next());
    QCOMPARE((*statement)->text(0), QStringLiteral("?'?"));
    QCOMPARE((*statement)->text(1), QStringLiteral("one"));
    QCOMPARE((*statement)->text(2), QStringLiteral("two?"));
}

void TestStatement::bytes_withZeros_comeBack()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    database.run(QStringLiteral("CREATE TABLE blobs (bytes %1 NOT NULL)")
                     .arg(isPostgresql() ? QStringLiteral("bytea") : QStringLiteral("BLOB")));
    const auto connection = database.connect();
    QByteArray all;
    for (int byte = 0; byte < 256; ++byte)
        all.append(static_cast<char>(byte));
    const auto insert = connection->prepared(QStringLiteral("INSERT INTO blobs (bytes) VALUES (?)"));
    QVERIFY(insert);
    QVERIFY((*insert)->bind(all).exec());
    QVERIFY((*insert)->bind(QByteArray()).exec());
    const auto select =
        connection->prepared(QStringLiteral("SELECT bytes FROM blobs ORDER BY length(bytes)"));
    QVERIFY(select);
    QVERIFY((*select)->exec());
    QVERIFY((*select)->next());
    QCOMPARE((*select)->bytes(0), QByteArray());
    QVERIFY((*select)->text(0).has_value()); // Empty is not NULL.
    QVERIFY((*select)->next());
    QCOMPARE((*select)->bytes(0), all);
}

void TestStatement::truthValue_isTextAndNumber()
{
    if (!isPostgresql())
        QSKIP("SQLite's truth values are numbers");
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    const auto connection = database.connect();
    const auto statement = connection->prepared(QStringLiteral("SELECT 1 = 1, 1 = 2, CAST(NULL AS boolean)"));
    QVERIFY(statement);
    QVERIFY((*statement)->exec());
    QVERIFY((*statement)->next());
    QCOMPARE((*statement)->integer(0), 1);
    QCOMPARE((*statement)->integer(1), 0);
    QCOMPARE((*statement)->text(0), QStringLiteral("true"));
    QCOMPARE((*statement)->text(1), QStringLiteral("false"));
    QCOMPARE((*statement)->text(2), std::nullopt);
}

void TestStatement::text_withZeroCharacter_isNotCutOff()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    const auto connection = database.connect();
    const QString text = QStringLiteral("ab") + QChar(u'\0') + QStringLiteral("cd");
    const auto statement = connection->prepared(QStringLiteral("SELECT CAST(? AS text)"));
    QVERIFY(statement);
    const Done ran = (*statement)->bind(text).exec();
    if (isPostgresql()) {
        QVERIFY(!ran);
        QCOMPARE(ran.error().nativeCode, QStringLiteral("22021"));
        return;
    }
    QVERIFY(ran);
    QVERIFY((*statement)->next());
    QCOMPARE((*statement)->text(0), text);
}

void TestStatement::next_whileAnotherStatementRuns_mixesNoRows()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    const auto connection = database.connect();
    const QString three = QStringLiteral("SELECT 1 AS n UNION ALL SELECT 2 UNION ALL SELECT 3 ORDER BY n");
    const auto outer = connection->prepared(three);
    const auto inner = connection->prepared(QStringLiteral("SELECT 10 AS m UNION ALL SELECT 20 ORDER BY m"));
    QVERIFY(outer && inner);
    QVERIFY((*outer)->exec());
    QVERIFY((*outer)->next());
    QVERIFY((*inner)->exec());
    QVERIFY((*inner)->next());
    QCOMPARE((*inner)->integer(0), 10);
    if (isPostgresql()) { // Its connection has one answer at a time.
        QVERIFY(!(*outer)->next());
        QVERIFY(!(*outer)->fetchError());
    } else {
        QVERIFY((*outer)->next());
        QCOMPARE((*outer)->integer(0), 2);
    }
    QVERIFY((*inner)->next());
    QCOMPARE((*inner)->integer(0), 20);
    QVERIFY(!(*inner)->next());
    QVERIFY((*inner)->fetchError());
}

void TestStatement::exec_afterAFailedRun_runsAgain()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    database.run(QStringLiteral("CREATE TABLE numbers (n bigint NOT NULL UNIQUE)"));
    const auto connection = database.connect();
    const auto insert = connection->prepared(QStringLiteral("INSERT INTO numbers VALUES (?) RETURNING n"));
    QVERIFY(insert);
    QVERIFY((*insert)->bind(qint64(1)).exec());
    QVERIFY((*insert)->next());
    QVERIFY(!(*insert)->next());
    const Done twice = (*insert)->bind(qint64(1)).exec();
    QVERIFY(!twice);
    QCOMPARE(twice.error().code, ErrorCode::ConstraintViolated);
    QVERIFY((*insert)->bind(qint64(2)).exec());
    QVERIFY((*insert)->next());
    QCOMPARE((*insert)->integer(0), 2);
}

void TestStatement::exec_withRowsLeft_beginsAnew()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    const auto connection = database.connect();
    const auto statement = connection->prepared(
        QStringLiteral("SELECT CAST(? AS bigint) AS n UNION ALL SELECT 200 UNION ALL SELECT 300 ORDER BY n"));
    QVERIFY(statement);
    for (const qint64 first : {1, 2}) {
        QVERIFY((*statement)->bind(first).exec());
        QVERIFY((*statement)->next());
        QCOMPARE((*statement)->integer(0), first);
    }
    (*statement)->finish();
    QVERIFY(!(*statement)->next());
}

void TestStatement::constraintCheckedLast_isAFailureOfTheStatement()
{
    if (!isPostgresql())
        QSKIP("SQLite has no unique constraint that is checked at the end");
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    database.run(QStringLiteral("CREATE TABLE numbers (n bigint UNIQUE DEFERRABLE INITIALLY DEFERRED);"
                                "INSERT INTO numbers VALUES (1)"));
    const auto connection = database.connect();
    const auto rows = statements::allRows<qint64>(
        *connection, QStringLiteral("INSERT INTO numbers VALUES (1) RETURNING n"), [](Statement &) {},
        [](const Statement &s) -> Result<qint64> { return s.integer(0); });
    QVERIFY(!rows);
    QCOMPARE(rows.error().nativeCode, QStringLiteral("23505"));
    QCOMPARE(database.value(QStringLiteral("SELECT count(*) FROM numbers")), QStringLiteral("1"));
}

void TestStatement::notification_thatComesWithAnAnswer_isHandedOver()
{
    if (!isPostgresql())
        QSKIP("SQLite notifies nobody");
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    const auto connection = database.connect();
    QStringList received;
    QVERIFY(connection
                ->listen({QStringLiteral("news")},
                         [&received](const QString &channel, const QString &payload) {
                             received.append(channel + u' ' + payload);
                         })
                .value_or(false));
    // A session hears itself, in the same breath as the answer.
    const auto notify = connection->prepared(QStringLiteral("SELECT pg_notify('news', ?)"));
    QVERIFY(notify);
    QVERIFY((*notify)->bind(QStringLiteral("first, “é”")).exec());
    (*notify)->finish();
    QTRY_COMPARE(received, QStringList(QStringLiteral("news first, “é”")));
    database.run(QStringLiteral("NOTIFY news, 'second'"));
    QTRY_COMPARE(received.size(), 2);
    QCOMPARE(received.last(), QStringLiteral("news second"));
}

void TestStatement::listen_onAClosedConnection_isAFailure()
{
    if (!isPostgresql())
        QSKIP("SQLite notifies nobody");
    const auto connection = [] {
        const TestDatabase database(kind(), TestDatabase::Content::Empty);
        return database.connect();
    }();
    QVERIFY(!connection->reopen()); // The database is gone.
    const Result<bool> listening = connection->listen({QStringLiteral("news")}, [](auto &&...) {});
    QVERIFY(!listening);
    QCOMPARE(listening.error().code, ErrorCode::ConnectionLost);
}

void TestStatement::statement_duringACopy_endsIt()
{
    if (!isPostgresql())
        QSKIP("SQLite has no COPY");
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    database.run(QStringLiteral("CREATE TABLE numbers (n bigint)"));
    const auto connection = database.connect();
    PostgresCopy copy(*connection);
    QVERIFY(copy.begin(QStringLiteral("COPY numbers FROM STDIN")));
    QVERIFY(copy.add(QStringLiteral("1")).endRow());
    const auto count = connection->prepared(QStringLiteral("SELECT count(*) FROM numbers"));
    QVERIFY(count);
    QVERIFY((*count)->exec());
    QVERIFY((*count)->next());
    QCOMPARE((*count)->integer(0), 0);
    QVERIFY(!copy.finish());
}

void TestStatement::copyOut_isReadToItsEnd()
{
    if (!isPostgresql())
        QSKIP("SQLite has no COPY");
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    const auto connection = database.connect();
    [[maybe_unused]] const Done copied = connection->execute(QStringLiteral("COPY (SELECT 1) TO STDOUT"));
    QVERIFY(connection->execute(QStringLiteral("SELECT 1")));
}

void TestStatement::severalStatements_areNotPrepared()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    const auto connection = database.connect();
    for (const QString &sql : {QStringLiteral("SELECT 1; SELECT 2"), QStringLiteral(" -- nothing")}) {
        const auto statement = connection->prepared(sql);
        QVERIFY(!statement || !(*statement)->exec() || !(*statement)->next());
    }
    QVERIFY(connection->prepared(QStringLiteral("SELECT 1; ")));
    QVERIFY(!connection->prepared(QStringLiteral("SELECT 1; SELECT 2")));
}

QTEST_GUILESS_MAIN(TestStatement)
#include "tst_statement.moc"
