#include "models/domain/CanonicalEvent.h"
#include "models/domain/RevertToken.h"
#include "tests/storage/RecordingDesk.h"

using namespace addressdesk;

using Kind = SaveOutcome::Kind;

namespace {

const QString city = QStringLiteral("city");
const QString zipCode = QStringLiteral("zipCode");
const QString lyon = QStringLiteral("Lyon");

} // namespace

/// What became of a save whose answer was lost.
class TestRecordedSave : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestDatabase::addKinds(); }
    void init();

    void recordedSave_ofUnknownId_isNothing();
    void recordedSave_tellsWhatWasSaved();
    void recordedSave_afterCommitOfUnknownFate_isTheTruth();
};

void TestRecordedSave::init()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    REQUIRE_DATABASE(kind);
}

void TestRecordedSave::recordedSave_ofUnknownId_isNothing()
{
    DESK const auto found = desk.recorder().recordedSave(ChangeRecorder::newChangeId());
    QVERIFY(found.has_value());
    QVERIFY(!found->has_value());
    const auto malformed = desk.recorder().recordedSave(QStringLiteral("x"));
    QVERIFY(malformed.has_value());
    QVERIFY(!malformed->has_value());
}

void TestRecordedSave::recordedSave_tellsWhatWasSaved()
{
    DESK const SaveOutcome outcome = desk.change(city, lyon);
    const auto found = desk.recorder().recordedSave(outcome.changeId);
    QVERIFY(found.has_value());
    QVERIFY(found->has_value());
    QCOMPARE((*found)->kind, Kind::Recorded);
    QCOMPARE((*found)->events, outcome.events);
    QCOMPARE((*found)->current, outcome.current);
    QCOMPARE((*found)->addressId, RecordingDesk::home);
}

void TestRecordedSave::recordedSave_afterCommitOfUnknownFate_isTheTruth()
{
    DESK
        // The commit happens behind the recorder's back and is then said to have failed.
        bool isCommitted = false;
    const FieldValues row = desk.row();
    desk.connection().setFaultInjector([&](const QString &sql) -> std::optional<Error> {
        if (sql != u"COMMIT" || isCommitted)
            return std::nullopt;
        isCommitted = true;
        if (!desk.connection().commit())
            qFatal("no commit");
        return Error{ErrorCode::ConnectionLost, QStringLiteral("disk I/O error"), {}};
    });
    const auto outcome = desk.recorder().remove(RecordingDesk::home, row, std::nullopt);
    QVERIFY2(outcome.has_value(), qPrintable(outcome ? QString() : outcome.error().detail));
    QVERIFY(isCommitted);
    QCOMPARE(outcome->kind, Kind::Recorded);
    QCOMPARE(desk.events().size(), 1);
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

QTEST_GUILESS_MAIN(TestRecordedSave)
#include "tst_recordedsave.moc"
