#include "models/domain/RevertToken.h"
#include "tests/storage/ConcurrentWriters.h"
#include "tests/storage/RecordingDesk.h"

#include <atomic>
#include <thread>

using namespace addressdesk;

using Kind = SaveOutcome::Kind;
using Target = RevertRequest::Target;

namespace {

const QString city = QStringLiteral("city");
const QString zipCode = QStringLiteral("zipCode");
const QString lyon = QStringLiteral("Lyon");

constexpr int writers = 4;

/// Runs `work(recorder, number of the thread)` in several threads at once, each with its own connection.
template<typename Work> void together(const TestDatabase &database, Work work)
{
    std::atomic<int> ready = 0;
    std::vector<std::thread> threads;
    threads.reserve(static_cast<std::size_t>(writers));
    for (int i = 0; i < writers; ++i) {
        threads.emplace_back([&, i] {
            const auto connection = database.connect();
            ChangeRecorder recorder(*connection, SchemaMapping::native(), QStringLiteral("marie"));
            ++ready;
            while (ready < writers)
                std::this_thread::yield();
            work(recorder, i);
        });
    }
    for (std::thread &thread : threads)
        thread.join();
}

} // namespace

/// Several recorders at the same row at the same time.
class TestRecorderRaces : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestDatabase::addKinds(); }
    void init();

    void updateInSteps_namesWhatItReplaces();
    void writersOnOneRow_loseNothing();
    void countersOnOneField_countEverySave();
    void savesOfDifferentFields_neverConflict();
    void oneToken_isUsedOnce();
    void oneDeletedAddress_isRestoredOnce();
    void oneRow_isDeletedOnce();
    void saveAgainstDeletion_endsCleanly();
};

void TestRecorderRaces::init()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    REQUIRE_DATABASE(kind);
}

void TestRecorderRaces::updateInSteps_namesWhatItReplaces()
{
    DESK const Event change = desk.change(city, lyon).events.first();
    const QString before = desk.dump();
    // Nobody can get between reading the row and writing it; if somebody could, the UPDATE would still find
    // out.
    bool isChanged = false;
    desk.connection().setFaultInjector([&](const QString &sql) -> std::optional<Error> {
        if (!isChanged && sql.startsWith(u"UPDATE")) {
            isChanged = true;
            if (!desk.connection().execute(QStringLiteral("UPDATE addresses SET city = 'Nantes'")))
                qFatal("no change");
        }
        return std::nullopt;
    });
    const auto outcome = desk.recorder().revert(eventRequest(change));
    QVERIFY(isChanged);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::ConstraintViolated);
    QCOMPARE(desk.dump(), before);
}

void TestRecorderRaces::writersOnOneRow_loseNothing()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    const TestDatabase database(kind);
    const ConcurrentWriters crowd(database, 1);
    const WritersTally tally = crowd.run(2, 400);
    QCOMPARE(crowd.problems(tally), QStringList());
    QVERIFY2(tally.recorded > 20 && tally.reverted > 20, qPrintable(tally.toText()));
}

void TestRecorderRaces::countersOnOneField_countEverySave()
{
    DESK desk.change(city, QStringLiteral("0"));
    std::atomic<int> recorded = 0;
    together(desk.database(), [&](ChangeRecorder &recorder, int) {
        QString expected = QStringLiteral("0");
        for (int done = 0; done < 25;) {
            const auto outcome =
                recorder.save(desk.request({{city, expected, QString::number(expected.toInt() + 1)}}));
            if (!outcome)
                qFatal("%s", qPrintable(outcome.error().detail));
            expected = outcome->current.value(city).value_or(QString());
            if (outcome->kind == Kind::Recorded) {
                ++done;
                ++recorded;
            }
        }
    });
    QCOMPARE(recorded.load(), writers * 25);
    QCOMPARE(desk.row().value(city), FieldValue(QString::number(writers * 25)));
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderRaces::savesOfDifferentFields_neverConflict()
{
    DESK const QStringList fields{city, zipCode, QStringLiteral("streetName"), QStringLiteral("country")};
    const FieldValues before = desk.row();
    together(desk.database(), [&](ChangeRecorder &recorder, int thread) {
        const QString &field = fields.at(thread);
        FieldValue expected = before.value(field);
        for (int i = 0; i < 25; ++i) {
            const FieldValue value = QString::number(i);
            const auto outcome = recorder.save(desk.request({{field, expected, value}}));
            if (!outcome || outcome->kind != Kind::Recorded)
                qFatal("%s", qPrintable(outcome ? QStringLiteral("no conflict is possible")
                                                : outcome.error().detail));
            expected = value;
        }
    });
    QCOMPARE(desk.count(QStringLiteral("events")), writers * 25);
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderRaces::oneToken_isUsedOnce()
{
    DESK for (int round = 0; round < 10; ++round)
    {
        const SaveOutcome saved = desk.change(city, lyon);
        const QString secret = desk.secretOf(saved.changeId);
        const QString code = RevertToken::codeOfDigest(saved.events.first().tokenDigest());
        std::atomic<int> reverted = 0;
        together(desk.database(), [&](ChangeRecorder &recorder, int thread) {
            const RevertRequest request = thread == 0   ? textRequest(Target::Token, secret)
                                          : thread == 1 ? textRequest(Target::Code, code)
                                          : thread == 2 ? textRequest(Target::Save, saved.changeId)
                                                        : eventRequest(saved.events.first(), true);
            const auto outcome = recorder.revert(request);
            if (!outcome)
                qFatal("%s", qPrintable(outcome.error().detail));
            reverted += outcome->isReverted ? 1 : 0;
        });
        QCOMPARE(reverted.load(), 1);
    }
    QCOMPARE(desk.count(QStringLiteral("events")), 20);
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderRaces::oneDeletedAddress_isRestoredOnce()
{
    DESK for (int round = 0; round < 5; ++round)
    {
        VERIFY_RESULT(desk.recorder().remove(RecordingDesk::home, {}, std::nullopt));
        std::atomic<int> restored = 0;
        together(desk.database(), [&](ChangeRecorder &recorder, int) {
            const auto outcome = recorder.restore(RecordingDesk::home);
            if (!outcome)
                qFatal("%s", qPrintable(outcome.error().detail));
            restored += outcome->isReverted ? 1 : 0;
        });
        QCOMPARE(restored.load(), 1);
    }
    QCOMPARE(desk.count(QStringLiteral("events")), 10);
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderRaces::oneRow_isDeletedOnce()
{
    DESK std::atomic<int> removed = 0;
    together(desk.database(), [&](ChangeRecorder &recorder, int) {
        const auto outcome = recorder.remove(RecordingDesk::home, {}, std::nullopt);
        if (!outcome)
            qFatal("%s", qPrintable(outcome.error().detail));
        removed += outcome->kind == Kind::Recorded ? 1 : 0;
    });
    QCOMPARE(removed.load(), 1);
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderRaces::saveAgainstDeletion_endsCleanly()
{
    DESK for (int round = 0; round < 10; ++round)
    {
        together(desk.database(), [&](ChangeRecorder &recorder, int thread) {
            const QString value = QStringLiteral("%1-%2").arg(round).arg(thread);
            const FieldValue seen = desk.row().value(city);
            const bool isFailed = thread == 0 ? !recorder.remove(RecordingDesk::home, {}, std::nullopt)
                                              : !recorder.save(desk.request({{city, seen, value}}));
            if (isFailed)
                qFatal("a race is no error");
        });
        QCOMPARE(desk.verified(), QStringLiteral("clean"));
        VERIFY_RESULT(desk.recorder().restore(RecordingDesk::home));
    }
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

QTEST_GUILESS_MAIN(TestRecorderRaces)
#include "tst_recorderraces.moc"
