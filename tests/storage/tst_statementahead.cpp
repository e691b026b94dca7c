#include "models/storage/StatementRun.h"
#include "models/storage/UnitOfWork.h"
#include "tests/support/TestDatabase.h"

using namespace addressdesk;

/// What goes to a server with the statement after it: the beginning of a transaction, and statements whose
/// answer nobody waits for. SQLite runs them at once, and promises the same.
class TestStatementAhead : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestDatabase::addKinds(); }
    void init();
    void cleanup();

    void ahead_isSentWithTheStatementAfter();
    void committed_isThere();
    void rolledBack_isNotThere();
    void refused_failsTheCommit();
    void refused_failsTheStatementAfter();
    void refusedFirst_runsNothingAfter();
    void rowsOfTheStatementBefore_areNotMixedIn();
    void rowsOfTheStatementAfter_areAllRead();
    void script_runsAfterIt();
    void preparation_runsAfterIt();
    void lostConnection_isToldByTheStatementAfter();
    void transactionIdleForTooLong_isALostConnection();

private:
    [[nodiscard]] static DatabaseUrl::Kind kind()
    {
        QFETCH_GLOBAL(DatabaseUrl::Kind, kind);
        return kind;
    }
    /// `n` must be unique and positive.
    [[nodiscard]] Done insertAhead(qint64 n);
    [[nodiscard]] Result<QList<qint64>> numbers();
    [[nodiscard]] QString stored() const;

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<SqlConnection> m_connection;
};

void TestStatementAhead::init()
{
    REQUIRE_DATABASE(kind());
    m_database = std::make_unique<TestDatabase>(kind(), TestDatabase::Content::Empty);
    m_database->run(QStringLiteral("CREATE TABLE numbers (n bigint PRIMARY KEY CHECK (n > 0))"));
    m_database->run(QStringLiteral("INSERT INTO numbers VALUES (1), (2), (3)"));
    m_connection = m_database->connect();
}

void TestStatementAhead::cleanup()
{
    m_connection.reset();
    m_database.reset();
}

Done TestStatementAhead::insertAhead(qint64 n)
{
    return statements::runAhead(*m_connection, QStringLiteral("INSERT INTO numbers VALUES (?)"),
                                [n](Statement &s) { s.bind(n); });
}

Result<QList<qint64>> TestStatementAhead::numbers()
{
    return statements::allRows<qint64>(
        *m_connection, QStringLiteral("SELECT n FROM numbers ORDER BY n"), [](Statement &) {},
        [](const Statement &s) -> Result<qint64> { return s.integer(0); });
}

/// As another connection sees it.
QString TestStatementAhead::stored() const
{
    return *m_database->value(QStringLiteral("SELECT count(*) FROM numbers"));
}

void TestStatementAhead::ahead_isSentWithTheStatementAfter()
{
    if (kind() == DatabaseUrl::Kind::Sqlite)
        QSKIP("SQLite has no server");
    const auto state = [this] {
        return m_database
            ->value(QStringLiteral("SELECT state FROM pg_stat_activity WHERE datname = current_database() "
                                   "AND application_name = 'address-desk' AND pid <> pg_backend_pid()"))
            .value_or(QString());
    };
    QVERIFY(m_connection->prepared(QStringLiteral("INSERT INTO numbers VALUES (?)")));
    const auto work = UnitOfWork::begin(*m_connection);
    QVERIFY(work);
    QVERIFY(insertAhead(4));
    QCOMPARE(state(), QStringLiteral("idle"));
    QVERIFY(numbers());
    QCOMPARE(state(), QStringLiteral("idle in transaction"));
}

void TestStatementAhead::committed_isThere()
{
    auto work = UnitOfWork::begin(*m_connection);
    QVERIFY(work);
    QVERIFY(insertAhead(4));
    QVERIFY(insertAhead(5));
    QVERIFY(work->commit());
    QCOMPARE(stored(), QStringLiteral("5"));
}

void TestStatementAhead::rolledBack_isNotThere()
{
    {
        const auto work = UnitOfWork::begin(*m_connection);
        QVERIFY(work);
        QVERIFY(insertAhead(4));
    }
    QCOMPARE(stored(), QStringLiteral("3"));
    QCOMPARE(numbers().value_or(QList<qint64>()), (QList<qint64>{1, 2, 3}));
    {
        const auto nothing = UnitOfWork::begin(*m_connection);
        QVERIFY(nothing);
    }
    {
        const auto work = UnitOfWork::begin(*m_connection);
        QVERIFY(work);
        [[maybe_unused]] const Done refused = insertAhead(-1);
    }
    auto work = UnitOfWork::begin(*m_connection);
    QVERIFY(work);
    QVERIFY(insertAhead(4));
    QVERIFY(work->commit());
    QCOMPARE(stored(), QStringLiteral("4"));
}

void TestStatementAhead::refused_failsTheCommit()
{
    for (const qint64 refused : {-1, 1}) {
        {
            auto work = UnitOfWork::begin(*m_connection);
            QVERIFY(work);
            QVERIFY(insertAhead(4));
            const Done asked = insertAhead(refused);
            const Done committed = asked ? work->commit() : asked;
            QVERIFY(!committed);
            QCOMPARE(committed.error().code, ErrorCode::ConstraintViolated);
        }
        QCOMPARE(stored(), QStringLiteral("3"));
    }
}

void TestStatementAhead::refused_failsTheStatementAfter()
{
    auto work = UnitOfWork::begin(*m_connection);
    QVERIFY(work);
    QVERIFY(numbers());
    const Done asked = insertAhead(-1);
    const Result<QList<qint64>> after = asked ? numbers() : tl::unexpected(asked.error());
    QVERIFY(!after);
    QCOMPARE(after.error().code, ErrorCode::ConstraintViolated);
    if (m_database->isPostgresql()) // SQLite leaves a transaction open after a statement that failed.
        QVERIFY(!work->commit());
    else
        QVERIFY(work->commit());
    QCOMPARE(stored(), QStringLiteral("3"));
}

void TestStatementAhead::refusedFirst_runsNothingAfter()
{
    if (kind() == DatabaseUrl::Kind::Sqlite)
        QSKIP("SQLite tells of the failure at once");
    {
        auto work = UnitOfWork::begin(*m_connection);
        QVERIFY(work);
        QVERIFY(insertAhead(-1));
        QVERIFY(insertAhead(1)); // Is refused for another reason, if it runs.
        const Done committed = work->commit();
        QVERIFY(!committed);
        QCOMPARE(committed.error().nativeCode, QStringLiteral("23514"));
    }
    QCOMPARE(stored(), QStringLiteral("3"));
    QCOMPARE(numbers().value_or(QList<qint64>()), (QList<qint64>{1, 2, 3}));
}

void TestStatementAhead::rowsOfTheStatementBefore_areNotMixedIn()
{
    const auto work = UnitOfWork::begin(*m_connection);
    QVERIFY(work);
    const auto all = m_connection->prepared(QStringLiteral("SELECT n FROM numbers WHERE n < 4 ORDER BY n"));
    QVERIFY(all);
    QVERIFY((*all)->exec());
    QVERIFY((*all)->next());
    QVERIFY(insertAhead(4));
    if (m_database->isPostgresql()) {
        QVERIFY(!(*all)->next()); // Its rows ended with the statement after it, and it says so.
        QVERIFY(!(*all)->fetchError());
    } else {
        QVERIFY((*all)->next());
        (*all)->finish();
    }
    QCOMPARE(numbers().value_or(QList<qint64>()), (QList<qint64>{1, 2, 3, 4}));
}

void TestStatementAhead::rowsOfTheStatementAfter_areAllRead()
{
    auto work = UnitOfWork::begin(*m_connection);
    QVERIFY(work);
    QList<qint64> expected{1, 2, 3};
    for (qint64 n = 4; n < 400; ++n) {
        QVERIFY(insertAhead(n));
        expected.append(n);
    }
    QCOMPARE(numbers().value_or(QList<qint64>()), expected);
    QCOMPARE(numbers().value_or(QList<qint64>()), expected); // The pipeline has been left.
    QVERIFY(work->commit());
    QCOMPARE(stored(), QStringLiteral("399"));
}

void TestStatementAhead::script_runsAfterIt()
{
    auto work = UnitOfWork::begin(*m_connection);
    QVERIFY(work);
    QVERIFY(insertAhead(4));
    QVERIFY(m_connection->execute(
        QStringLiteral("UPDATE numbers SET n = 40 WHERE n = 4; DELETE FROM numbers WHERE n = 1")));
    QVERIFY(work->commit());
    QCOMPARE(numbers().value_or(QList<qint64>()), (QList<qint64>{2, 3, 40}));
}

void TestStatementAhead::preparation_runsAfterIt()
{
    auto work = UnitOfWork::begin(*m_connection);
    QVERIFY(work);
    QVERIFY(m_connection->execute(QStringLiteral("CREATE TABLE others (n bigint)")));
    QVERIFY(insertAhead(4));
    const Done prepared =
        m_connection->prepared(QStringLiteral("SELECT n FROM nowhere")).map([](Statement *) {});
    QVERIFY(!prepared);
    if (m_database->isPostgresql()) { // There the transaction has failed.
        QCOMPARE(prepared.error().nativeCode, QStringLiteral("42P01"));
        QVERIFY(!work->commit());
        QCOMPARE(stored(), QStringLiteral("3"));
    } else {
        QVERIFY(work->commit());
        QCOMPARE(stored(), QStringLiteral("4"));
    }
}

void TestStatementAhead::lostConnection_isToldByTheStatementAfter()
{
    if (kind() == DatabaseUrl::Kind::Sqlite)
        QSKIP("SQLite has no server");
    {
        const auto work = UnitOfWork::begin(*m_connection);
        QVERIFY(work);
        QVERIFY(insertAhead(4));
        m_database->run(QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE "
                                       "datname = current_database() AND pid <> pg_backend_pid()"));
        const Result<QList<qint64>> read = numbers();
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::ConnectionLost);
    }
    QVERIFY(m_connection->reopen());
    QCOMPARE(numbers().value_or(QList<qint64>()), (QList<qint64>{1, 2, 3}));
}

void TestStatementAhead::transactionIdleForTooLong_isALostConnection()
{
    if (kind() == DatabaseUrl::Kind::Sqlite)
        QSKIP("SQLite has no server");
    {
        const auto work = UnitOfWork::begin(*m_connection);
        QVERIFY(work);
        QVERIFY(numbers());
        QVERIFY(m_connection->execute(QStringLiteral("SET LOCAL idle_in_transaction_session_timeout = 1")));
        QTRY_COMPARE(m_database->value(QStringLiteral("SELECT count(*) FROM pg_stat_activity WHERE datname = "
                                                      "current_database() AND pid <> pg_backend_pid()")),
                     QStringLiteral("0"));
        const Result<QList<qint64>> read = numbers();
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::ConnectionLost);
        QCOMPARE(read.error().nativeCode, QStringLiteral("25P03"));
    }
    QVERIFY(m_connection->reopen());
    QCOMPARE(numbers().value_or(QList<qint64>()), (QList<qint64>{1, 2, 3}));
}

QTEST_GUILESS_MAIN(TestStatementAhead)
#include "tst_statementahead.moc"
