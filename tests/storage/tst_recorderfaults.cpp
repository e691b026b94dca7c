#include "models/domain/RevertToken.h"
#include "tests/storage/RecordingDesk.h"

using namespace addressdesk;

using Target = RevertRequest::Target;

namespace {

const QString city = QStringLiteral("city");
const QString zipCode = QStringLiteral("zipCode");
const QString paris = QStringLiteral("Paris");
const QString lyon = QStringLiteral("Lyon");

/// One call of the recorder that has something to write.
struct Scenario
{
    QString name;
    std::function<void(RecordingDesk &)> prepare;
    /// An error, or whether something was recorded.
    std::function<Result<bool>(RecordingDesk &, const QString &changeId)> run;
    int leastCalls; ///< On SQLite: prepares, executions, begin and commit that are worth failing.
};

Result<bool> isRecorded(const Result<SaveOutcome> &outcome)
{
    return outcome.map([](const SaveOutcome &o) { return o.kind == SaveOutcome::Kind::Recorded; });
}

Result<bool> isReverted(const Result<RevertOutcome> &outcome)
{
    return outcome.map([](const RevertOutcome &o) { return o.isReverted; });
}

void changeCity(RecordingDesk &desk)
{
    desk.change(city, lyon);
}

void saveTwoFields(RecordingDesk &desk)
{
    const auto saved = desk.recorder().save(
        desk.request({{city, paris, lyon}, {zipCode, QStringLiteral("75002"), QStringLiteral("69001")}}));
    QVERIFY(saved.has_value());
}

void removeHome(RecordingDesk &desk)
{
    QVERIFY(desk.recorder().remove(RecordingDesk::home, {}, std::nullopt).has_value());
}

Result<bool> revertNewestSave(RecordingDesk &desk, const QString &id)
{
    return isReverted(desk.recorder().revert(textRequest(Target::Save, desk.events().first().changeId), id));
}

const QList<Scenario> &scenarios()
{
    static const QList<Scenario> all{
        {QStringLiteral("save"), [](RecordingDesk &) {},
         [](RecordingDesk &d, const QString &id) {
             return isRecorded(d.recorder().save(d.request({{city, d.row().value(city), lyon}}), id));
         },
         12},
        {QStringLiteral("save of two fields with history"), changeCity,
         [](RecordingDesk &d, const QString &id) {
             return isRecorded(
                 d.recorder().save(d.request({{city, lyon, paris},
                                              {zipCode, QStringLiteral("75002"), QStringLiteral("75003")}}),
                                   id));
         },
         14},
        {QStringLiteral("create"), [](RecordingDesk &) {},
         [](RecordingDesk &d, const QString &id) {
             return isRecorded(d.recorder().create(RecordingDesk::anna, {{city, lyon}}, std::nullopt, id));
         },
         12},
        {QStringLiteral("delete"), changeCity,
         [](RecordingDesk &d, const QString &id) {
             return isRecorded(d.recorder().remove(RecordingDesk::home, {}, std::nullopt, id));
         },
         12},
        {QStringLiteral("restore"), removeHome,
         [](RecordingDesk &d, const QString &id) {
             return isReverted(d.recorder().restore(RecordingDesk::home, id));
         },
         16},
        {QStringLiteral("revert"), changeCity,
         [](RecordingDesk &d, const QString &id) {
             return isReverted(d.recorder().revert(eventRequest(d.events().first()), id));
         },
         14},
        {QStringLiteral("revert of a whole save"), saveTwoFields, revertNewestSave, 16},
        {QStringLiteral("revert of a whole revert"),
         [](RecordingDesk &d) {
             saveTwoFields(d);
             const auto reverted = revertNewestSave(d, {});
             QVERIFY(reverted.has_value() && *reverted);
         },
         revertNewestSave, 16},
        {QStringLiteral("revert of a deletion"), removeHome, revertNewestSave, 16},
        {QStringLiteral("revert by code"), changeCity,
         [](RecordingDesk &d, const QString &id) {
             const QString code = RevertToken::codeOfDigest(d.events().first().tokenDigest());
             return isReverted(d.recorder().revert(textRequest(Target::Code, code), id));
         },
         16},
    };
    return all;
}

/// The driver grumbles about each statement of a dead connection; nothing else is kept back.
QtMessageHandler previousHandler = nullptr;

void withoutGrumbling(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    if (!message.startsWith(u"Unable to free statement"))
        previousHandler(type, context, message);
}

/// Lets the n-th thing that the connection is asked for end as `fault` says, once.
class NthCall final
{
public:
    NthCall(SqlConnection &connection, int n, std::function<std::optional<Error>()> fault)
        : m_connection(connection)
    {
        connection.setFaultInjector(
            [this, n, fault](const QString &) { return ++m_calls == n ? fault() : std::nullopt; });
    }
    ~NthCall() { m_connection.setFaultInjector({}); }
    NthCall(const NthCall &) = delete;
    NthCall &operator=(const NthCall &) = delete;

    [[nodiscard]] int calls() const { return m_calls; }

private:
    SqlConnection &m_connection;
    int m_calls = 0;
};

} // namespace

/// Every statement of every change is made to fail.
class TestRecorderFaults : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestDatabase::addKinds(); }
    void init();

    void everyCall_failingOnce_leavesTheDatabaseAsItWas_data() { addScenarios(); }
    void everyCall_failingOnce_leavesTheDatabaseAsItWas();
    void everyCall_collidingOnce_isRepeatedWhereThatHelps_data() { addScenarios(); }
    void everyCall_collidingOnce_isRepeatedWhereThatHelps();
    void endlessCollisions_areBusy_data() { addScenarios(); }
    void endlessCollisions_areBusy();
    void everyCall_losingTheConnection_isAllOrNothing_data() { addScenarios(); }
    void everyCall_losingTheConnection_isAllOrNothing();
    void refusalOfTheServer_leavesTheDatabaseAsItWas_data();
    void refusalOfTheServer_leavesTheDatabaseAsItWas();
    void fullDisk_leavesTheDatabaseAsItWas();

private:
    static void addScenarios();
};

void TestRecorderFaults::init()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    REQUIRE_DATABASE(kind);
}

void TestRecorderFaults::addScenarios()
{
    QTest::addColumn<qsizetype>("scenario");
    for (qsizetype i = 0; i < scenarios().size(); ++i)
        QTest::newRow(qPrintable(scenarios()[i].name)) << i;
}

#define SCENARIO                                                                                             \
    DESK QFETCH(qsizetype, scenario);                                                                        \
    const Scenario &tried = scenarios()[scenario];                                                           \
    tried.prepare(desk);

void TestRecorderFaults::everyCall_failingOnce_leavesTheDatabaseAsItWas()
{
    SCENARIO
    const QString before = desk.dump();
    int failures = 0;
    for (bool isFailing = true; isFailing;) {
        NthCall fault(desk.connection(), failures + 1, [] {
            return std::optional(Error{ErrorCode::Internal, QStringLiteral("injected"), {}});
        });
        const Result<bool> result = tried.run(desk, {});
        isFailing = fault.calls() > failures;
        if (!isFailing) {
            QVERIFY2(result.has_value(), qPrintable(result ? QString() : result.error().detail));
            QVERIFY(*result);
            break;
        }
        ++failures;
        QVERIFY2(!result, qPrintable(QStringLiteral("call %1 failed unnoticed").arg(failures)));
        QCOMPARE(result.error().detail, QStringLiteral("injected"));
        QCOMPARE(desk.dump(), before);
    }
    // A save on PostgreSQL is one statement: its preparation and its execution.
    const bool isOneStatement = desk.database().isPostgresql() && tried.name.startsWith(u"save");
    QVERIFY2(failures >= (isOneStatement ? 2 : tried.leastCalls), qPrintable(QString::number(failures)));
    QVERIFY(desk.dump() != before);
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderFaults::everyCall_collidingOnce_isRepeatedWhereThatHelps()
{
    SCENARIO
    const auto collision = [&desk] {
        const bool isPostgresql = desk.database().isPostgresql();
        return std::optional(Error{ErrorCode::Busy, QStringLiteral("collision"),
                                   isPostgresql ? QStringLiteral("40P01") : QStringLiteral("517")});
    };
    const QString before = desk.dump();
    for (int n = 1;; ++n) {
        NthCall fault(desk.connection(), n, collision);
        const Result<bool> result = tried.run(desk, {});
        if (result) {
            QVERIFY(*result);
            break;
        }
        // What is read before the transaction begins is not worth repeating.
        QCOMPARE(result.error().detail, QStringLiteral("collision"));
        QCOMPARE(desk.dump(), before);
        QVERIFY2(n <= 4, qPrintable(QString::number(n)));
    }
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderFaults::endlessCollisions_areBusy()
{
    SCENARIO
    const QString before = desk.dump();
    const bool isPostgresql = desk.database().isPostgresql();
    desk.connection().setFaultInjector([isPostgresql](const QString &sql) -> std::optional<Error> {
        if (!sql.contains(u"INSERT INTO events"))
            return std::nullopt;
        return Error{ErrorCode::Busy, QStringLiteral("collision"),
                     isPostgresql ? QStringLiteral("40001") : QStringLiteral("517")};
    });
    const Result<bool> result = tried.run(desk, {});
    desk.connection().setFaultInjector({});
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::Busy);
    QCOMPARE(desk.dump(), before);
}

void TestRecorderFaults::everyCall_losingTheConnection_isAllOrNothing()
{
    SCENARIO
    if (!desk.database().isPostgresql())
        QSKIP("a process that is killed stands for this on SQLite: stress_kill");
    previousHandler = qInstallMessageHandler(&withoutGrumbling);
    const auto restored = qScopeGuard([] { qInstallMessageHandler(previousHandler); });
    const QString before = desk.dump();
    const int backend = [&desk] {
        const auto statement = desk.connection().prepared(QStringLiteral("SELECT pg_backend_pid()"));
        return statement && (*statement)->exec() && (*statement)->next()
                   ? static_cast<int>((*statement)->integer(0))
                   : 0;
    }();
    int pid = backend;
    for (int n = 1;; ++n) {
        const QString id = ChangeRecorder::newChangeId();
        Result<bool> result = false;
        int calls = 0;
        {
            NthCall fault(desk.connection(), n, [&]() -> std::optional<Error> {
                desk.database().run(QStringLiteral("SELECT pg_terminate_backend(%1, 5000)").arg(pid));
                return std::nullopt;
            });
            result = tried.run(desk, id);
            calls = fault.calls();
        }
        if (calls < n) {
            QVERIFY(result.has_value() && *result);
            break;
        }
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::ConnectionLost);
        QVERIFY(desk.connection().reopen().has_value());
        const auto found = desk.recorder().recordedSave(id);
        QVERIFY(found.has_value());
        QVERIFY(!found->has_value());
        QCOMPARE(desk.dump(), before);
        const auto statement = desk.connection().prepared(QStringLiteral("SELECT pg_backend_pid()"));
        QVERIFY(statement && (*statement)->exec() && (*statement)->next());
        pid = static_cast<int>((*statement)->integer(0));
    }
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderFaults::refusalOfTheServer_leavesTheDatabaseAsItWas_data()
{
    QTest::addColumn<qsizetype>("scenario");
    QTest::addColumn<QString>("table");
    QTest::addColumn<bool>("isAtCommit");
    for (qsizetype i = 0; i < scenarios().size(); ++i) {
        for (const QString &table : {QStringLiteral("events"), QStringLiteral("mail_outbox")}) {
            for (const bool isAtCommit : {false, true})
                QTest::newRow(qPrintable(scenarios()[i].name + u' ' + table +
                                         (isAtCommit ? QStringLiteral(" at commit") : QString())))
                    << i << table << isAtCommit;
        }
    }
}

void TestRecorderFaults::refusalOfTheServer_leavesTheDatabaseAsItWas()
{
    SCENARIO
    QFETCH(QString, table);
    QFETCH(bool, isAtCommit);
    if (desk.database().isPostgresql()) {
        desk.database().run(
            QStringLiteral("CREATE FUNCTION refuse() RETURNS trigger LANGUAGE plpgsql AS "
                           "$$ BEGIN RAISE EXCEPTION 'refused'; END $$;"
                           "CREATE CONSTRAINT TRIGGER refuse AFTER INSERT ON %1 %2 FOR EACH ROW EXECUTE "
                           "FUNCTION refuse()")
                .arg(table, isAtCommit ? QStringLiteral("DEFERRABLE INITIALLY DEFERRED") : QString()));
    } else if (isAtCommit) {
        // A deferred foreign key that nothing satisfies is what SQLite can refuse a commit for.
        desk.database().run(
            QStringLiteral(
                "CREATE TABLE parent (id INTEGER PRIMARY KEY);"
                "CREATE TABLE child (id INTEGER REFERENCES parent (id) DEFERRABLE INITIALLY DEFERRED);"
                "CREATE TRIGGER refuse AFTER INSERT ON %1 BEGIN INSERT INTO child VALUES (1); END")
                .arg(table));
    } else {
        desk.database().run(
            QStringLiteral(
                "CREATE TRIGGER refuse AFTER INSERT ON %1 BEGIN SELECT RAISE(ABORT, 'refused'); END")
                .arg(table));
    }
    const QString before = desk.dump();
    const Result<bool> result = tried.run(desk, {});
    QVERIFY(!result);
    QCOMPARE(result.error().code, ErrorCode::ConstraintViolated);
    QCOMPARE(desk.dump(), before);
    desk.database().run(desk.database().isPostgresql()
                            ? QStringLiteral("DROP TRIGGER refuse ON %1").arg(table)
                            : QStringLiteral("DROP TRIGGER refuse"));
    const Result<bool> again = tried.run(desk, {});
    QVERIFY2(again.has_value(), qPrintable(again ? QString() : again.error().detail));
    QVERIFY(*again);
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderFaults::fullDisk_leavesTheDatabaseAsItWas()
{
    DESK if (desk.database().isPostgresql()) QSKIP("a full disk is made with SQLite's page limit");
    QVERIFY(desk.connection()
                .execute(QStringLiteral("PRAGMA max_page_count = 1"))
                .has_value()); // As many as there are.
    Result<SaveOutcome> outcome;
    QString before;
    for (int n = 0; outcome && n < 1000; ++n) {
        before = desk.dump();
        outcome = desk.recorder().save(
            desk.request({{city, desk.row().value(city), QString(200, n % 2 == 0 ? u'a' : u'b')}}));
    }
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::DiskFull);
    QCOMPARE(desk.dump(), before);
    QVERIFY(desk.connection().execute(QStringLiteral("PRAGMA max_page_count = 1000000")).has_value());
    desk.change(city, lyon);
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

QTEST_GUILESS_MAIN(TestRecorderFaults)
#include "tst_recorderfaults.moc"
