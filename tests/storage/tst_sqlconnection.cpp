#include "models/storage/SqlConnection.h"
#include "models/storage/UnitOfWork.h"
#include "tests/support/Interrupter.h"
#include "tests/support/TestDatabase.h"

#include <QFile>

using namespace addressdesk;

namespace {

const QString countForever = QStringLiteral(
    "WITH RECURSIVE c(x) AS (SELECT CAST(1 AS bigint) UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c");

void makeTable(const TestDatabase &database)
{
    database.run(
        QStringLiteral("CREATE TABLE things (id INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, note TEXT)"));
}

} // namespace

/// What a connection promises once it is open, on both databases.
class TestSqlConnection : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestDatabase::addKinds(); }
    void init();

    void statement_bindsNullAndEmptyTextApart();
    void statement_keepsTextsNumbersAndBytes_data();
    void statement_keepsTextsNumbersAndBytes();
    void prepared_sameText_isTheSameStatement();
    void unitOfWork_withoutCommit_rollsBack();
    void unitOfWork_committed_stays();
    void unitOfWork_whenCommitFails_rollsBack();
    void unitOfWork_afterAFailedStatement_commitsNothingOfIt();
    void unitOfWork_onReadOnlyConnection_isReadOnly();
    void constraint_whenViolated_saysSoWithoutValues();
    void execute_whenALaterStatementFails_saysWhy();
    void statement_overTime_timesOut();
    void interrupt_fromAnotherThread_cancels();
    void interrupt_holdsUntilResume();
    void interrupt_whileClosing_isSafe();
    void lock_heldByAnother_isLocked();
    void faultInjector_seesEverySqlText();
    void quoted_makesAnyNameHarmless();
    void description_isComplete();

private:
    [[nodiscard]] DatabaseUrl::Kind kind() const
    {
        QFETCH_GLOBAL(DatabaseUrl::Kind, kind);
        return kind;
    }
};

void TestSqlConnection::init()
{
    REQUIRE_DATABASE(kind());
}

void TestSqlConnection::statement_bindsNullAndEmptyTextApart()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    makeTable(database);
    const auto connection = database.connect();
    auto insert =
        connection->prepared(QStringLiteral("INSERT INTO things (id, name, note) VALUES (?, ?, ?)"));
    QVERIFY(insert);
    QVERIFY((*insert)->bind(qint64(1)).bind(QStringLiteral("a")).bind(FieldValue()).exec());
    QVERIFY((*insert)->bind(qint64(2)).bind(QStringLiteral("b")).bind(FieldValue(QString())).exec());
    QCOMPARE((*insert)->rowsAffected(), 1);

    auto select = connection->prepared(QStringLiteral("SELECT note FROM things ORDER BY id"));
    QVERIFY(select);
    QVERIFY((*select)->exec());
    QVERIFY((*select)->next());
    QCOMPARE((*select)->text(0), FieldValue());
    QVERIFY((*select)->next());
    QCOMPARE((*select)->text(0), FieldValue(QStringLiteral("")));
    QVERIFY(!(*select)->next());
    QVERIFY((*select)->fetchError());
}

void TestSqlConnection::statement_keepsTextsNumbersAndBytes_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("quotes") << QStringLiteral("'; DROP TABLE things; -- \"x\" \\ $1 ? :a");
    QTest::newRow("markup") << QStringLiteral("<b>bold</b> & more");
    QTest::newRow("emoji") << QStringLiteral("🏠 Straße 👩‍👩‍👧");
    QTest::newRow("right to left") << QStringLiteral("שלום رحوب");
    QTest::newRow("line feed") << QStringLiteral("a\nb\tc");
    QTest::newRow("long") << QString(1'000'000, u'é');
}

void TestSqlConnection::statement_keepsTextsNumbersAndBytes()
{
    QFETCH(QString, text);
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    const QString bytesType = database.isPostgresql() ? QStringLiteral("BYTEA") : QStringLiteral("BLOB");
    database.run(QStringLiteral("CREATE TABLE kept (t TEXT, n BIGINT, b %1)").arg(bytesType));
    const auto connection = database.connect();
    const QByteArray bytes("\0\1\xff'\\ \n", 7);
    constexpr qint64 number = -9'007'199'254'740'993;
    auto insert = connection->prepared(QStringLiteral("INSERT INTO kept VALUES (?, ?, ?)"));
    QVERIFY(insert);
    QVERIFY((*insert)->bind(text).bind(number).bind(bytes).exec());
    auto select = connection->prepared(QStringLiteral("SELECT t, n, b FROM kept"));
    QVERIFY(select && (*select)->exec() && (*select)->next());
    QCOMPARE((*select)->text(0), FieldValue(text));
    QCOMPARE((*select)->integer(1), number);
    QCOMPARE((*select)->bytes(2), bytes);
}

void TestSqlConnection::prepared_sameText_isTheSameStatement()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    const auto connection = database.connect();
    const auto first = connection->prepared(QStringLiteral("SELECT 1"));
    const auto second = connection->prepared(QStringLiteral("SELECT 1"));
    QVERIFY(first && second);
    QCOMPARE(*first, *second);
    const auto broken = connection->prepared(QStringLiteral("SELECT nonsense FROM nowhere"));
    QVERIFY(!broken);
}

void TestSqlConnection::unitOfWork_withoutCommit_rollsBack()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    makeTable(database);
    const auto connection = database.connect();
    {
        const auto work = UnitOfWork::begin(*connection);
        QVERIFY(work);
        QVERIFY(connection->execute(QStringLiteral("INSERT INTO things VALUES (1, 'a', NULL)")));
    }
    QCOMPARE(database.value(QStringLiteral("SELECT count(*) FROM things")), QStringLiteral("0"));
    QVERIFY(UnitOfWork::begin(*connection));
}

void TestSqlConnection::unitOfWork_committed_stays()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    makeTable(database);
    const auto connection = database.connect();
    {
        auto work = UnitOfWork::begin(*connection);
        QVERIFY(work);
        QVERIFY(connection->execute(QStringLiteral("INSERT INTO things VALUES (1, 'a', NULL)")));
        auto moved = std::move(*work);
        QVERIFY(moved.commit());
    }
    QCOMPARE(database.value(QStringLiteral("SELECT count(*) FROM things")), QStringLiteral("1"));
}

void TestSqlConnection::unitOfWork_whenCommitFails_rollsBack()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    makeTable(database);
    const auto connection = database.connect();
    connection->setFaultInjector([](const QString &sql) {
        return sql == u"COMMIT" ? std::optional(Error{ErrorCode::DiskFull, {}, {}}) : std::nullopt;
    });
    {
        auto work = UnitOfWork::begin(*connection);
        QVERIFY(work);
        QVERIFY(connection->execute(QStringLiteral("INSERT INTO things VALUES (1, 'a', NULL)")));
        const Done done = work->commit();
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::DiskFull);
    }
    QCOMPARE(database.value(QStringLiteral("SELECT count(*) FROM things")), QStringLiteral("0"));
}

void TestSqlConnection::unitOfWork_afterAFailedStatement_commitsNothingOfIt()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    makeTable(database);
    const auto connection = database.connect();
    auto work = UnitOfWork::begin(*connection);
    QVERIFY(work);
    QVERIFY(!connection->execute(QStringLiteral("INSERT INTO things VALUES (1, NULL, NULL)")));
    if (database.isPostgresql())
        QVERIFY2(!work->commit(), "a dead transaction must not look committed");
}

void TestSqlConnection::unitOfWork_onReadOnlyConnection_isReadOnly()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    makeTable(database);
    ConnectionOptions options;
    options.isReadOnly = true;
    const auto connection = database.connect(options);
    QVERIFY(connection->isReadOnly());
    const auto work = UnitOfWork::begin(*connection);
    QVERIFY(!work);
    QCOMPARE(work.error().code, ErrorCode::ReadOnly);
    const Done direct = connection->execute(QStringLiteral("INSERT INTO things VALUES (1, 'a', NULL)"));
    QVERIFY(!direct);
    QCOMPARE(direct.error().code, ErrorCode::ReadOnly);
}

void TestSqlConnection::constraint_whenViolated_saysSoWithoutValues()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    makeTable(database);
    database.run(QStringLiteral("INSERT INTO things VALUES (1, 'secret name', 'x')"));
    const auto connection = database.connect();
    auto insert =
        connection->prepared(QStringLiteral("INSERT INTO things (id, name, note) VALUES (?, ?, ?)"));
    QVERIFY(insert);
    const Done twice =
        (*insert)->bind(qint64(2)).bind(QStringLiteral("secret name")).bind(FieldValue()).exec();
    QVERIFY(!twice);
    QCOMPARE(twice.error().code, ErrorCode::ConstraintViolated);
    QCOMPARE(twice.error().nativeCode,
             database.isPostgresql() ? QStringLiteral("23505") : QStringLiteral("2067"));
    QVERIFY2(!twice.error().detail.contains(u"secret"), qPrintable(twice.error().detail));
    QVERIFY2(twice.error().detail.contains(u"things"), qPrintable(twice.error().detail));

    const Done missing = (*insert)->bind(qint64(2)).bind(FieldValue()).bind(QStringLiteral("secret")).exec();
    QVERIFY(!missing);
    QCOMPARE(missing.error().code, ErrorCode::ConstraintViolated);
    QVERIFY2(!missing.error().detail.contains(u"secret"), qPrintable(missing.error().detail));

    if (database.isPostgresql()) {
        auto cast = connection->prepared(QStringLiteral("SELECT CAST(CAST(? AS text) AS uuid)"));
        QVERIFY(cast);
        const Done malformed = (*cast)->bind(QStringLiteral("secret: \"id\"")).exec();
        QVERIFY(!malformed);
        QCOMPARE(malformed.error().nativeCode, QStringLiteral("22P02"));
        QVERIFY2(!malformed.error().detail.contains(u"secret"), qPrintable(malformed.error().detail));
    }
}

void TestSqlConnection::statement_overTime_timesOut()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    ConnectionOptions options;
    options.statementTimeout = std::chrono::milliseconds(100);
    const auto connection = database.connect(options);
    const auto statement = connection->prepared(countForever);
    QVERIFY2(statement, statement ? "" : qPrintable(statement.error().detail));
    const Done done = (*statement)->exec();
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::TimedOut);
    QVERIFY(connection->execute(QStringLiteral("SELECT 1")));
}

void TestSqlConnection::interrupt_fromAnotherThread_cancels()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    const auto connection = database.connect();
    const auto statement = connection->prepared(countForever);
    QVERIFY(statement);
    const Interrupter interrupter(*connection);
    const Done done = (*statement)->exec();
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Cancelled);
}

void TestSqlConnection::interrupt_holdsUntilResume()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    makeTable(database);
    const auto connection = database.connect();
    const auto select = connection->prepared(QStringLiteral("SELECT count(*) FROM things"));
    QVERIFY(select);
    {
        auto work = UnitOfWork::begin(*connection);
        QVERIFY(work);
        QVERIFY(connection->execute(QStringLiteral("INSERT INTO things VALUES (1, 'a', NULL)")));
        connection->interrupt(); // Nothing runs; whatever was about to is not wanted.
        for (const Done &done :
             {connection->execute(QStringLiteral("SELECT 1")), (*select)->exec(), work->commit(),
              connection->prepared(QStringLiteral("SELECT 2")).map([](Statement *) {})}) {
            QVERIFY(!done);
            QCOMPARE(done.error().code, ErrorCode::Cancelled);
        }
    }
    connection->resume();
    QVERIFY(UnitOfWork::begin(*connection)); // The transaction was rolled back all the same.
    QVERIFY((*select)->exec());
    QVERIFY((*select)->next());
    QCOMPARE((*select)->integer(0), 0);
}

void TestSqlConnection::interrupt_whileClosing_isSafe()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    const auto connection = database.connect();
    const Interrupter interrupter(*connection);
    for (int i = 0; i < 20; ++i)
        QVERIFY(connection->reopen());
}

void TestSqlConnection::lock_heldByAnother_isLocked()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    makeTable(database);
    database.run(QStringLiteral("INSERT INTO things VALUES (1, 'a', NULL)"));
    const auto holder = database.connect();
    const auto held = UnitOfWork::begin(*holder);
    QVERIFY(held);
    QVERIFY(holder->execute(QStringLiteral("UPDATE things SET note = 'held'")));

    ConnectionOptions options;
    options.lockTimeout = std::chrono::milliseconds(50);
    const auto waiting = database.connect(options);
    const auto work = UnitOfWork::begin(*waiting);
    const Done done = work ? waiting->execute(QStringLiteral("UPDATE things SET note = 'waiting'"))
                           : Done(tl::unexpected(work.error()));
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::Locked);
}

void TestSqlConnection::faultInjector_seesEverySqlText()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    makeTable(database);
    const auto connection = database.connect();
    QStringList seen;
    connection->setFaultInjector([&seen](const QString &sql) -> std::optional<Error> {
        seen.append(sql);
        return std::nullopt;
    });
    const QString insert = QStringLiteral("INSERT INTO things (id, name) VALUES (?, ?)");
    auto work = UnitOfWork::begin(*connection);
    QVERIFY(work);
    const auto statement = connection->prepared(insert);
    QVERIFY(statement);
    QVERIFY((*statement)->bind(qint64(1)).bind(QStringLiteral("a")).exec());
    QVERIFY(work->commit());
    const QStringList expected{connection->dialect().beginWrite(), insert, insert, QStringLiteral("COMMIT")};
    QCOMPARE(seen, expected);

    connection->setFaultInjector([](const QString &) { return Error{ErrorCode::Busy, {}, {}}; });
    QCOMPARE(UnitOfWork::begin(*connection).error().code, ErrorCode::Busy);
    QCOMPARE(connection->prepared(insert).error().code, ErrorCode::Busy);
}

void TestSqlConnection::execute_whenALaterStatementFails_saysWhy()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    const auto connection = database.connect();
    const Done done = connection->execute(QStringLiteral(
        "CREATE TABLE t (x INTEGER PRIMARY KEY); INSERT INTO t VALUES (1); INSERT INTO t VALUES (1)"));
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::ConstraintViolated);
    QVERIFY(!done.error().detail.isEmpty());
    QVERIFY(connection->execute(QStringLiteral("DROP TABLE IF EXISTS t; CREATE TABLE t (x INTEGER)")));
}

void TestSqlConnection::quoted_makesAnyNameHarmless()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    const auto connection = database.connect();
    const QString name = QStringLiteral("odd \"name\"; DROP TABLE x; -- é");
    QVERIFY(connection->execute(
        QStringLiteral("CREATE TABLE %1 (id INTEGER)").arg(connection->dialect().quoted(name))));
    QVERIFY(connection->execute(
        QStringLiteral("INSERT INTO %1 VALUES (1)").arg(connection->dialect().quoted(name))));
}

void TestSqlConnection::description_isComplete()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    const auto connection = database.connect();
    QVERIFY(!connection->isReadOnly());
    QVERIFY(!connection->isEncrypted());
    const QString product =
        database.isPostgresql() ? QStringLiteral("PostgreSQL 1") : QStringLiteral("SQLite 3.");
    QVERIFY2(connection->serverVersion().startsWith(product), qPrintable(connection->serverVersion()));
    QVERIFY(connection->checkAlive());
}

QTEST_GUILESS_MAIN(TestSqlConnection)
#include "tst_sqlconnection.moc"
