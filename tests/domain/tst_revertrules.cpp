#include "EventBuilder.h"

#include "models/domain/RevertRules.h"

#include <QtTest>

using namespace addressdesk;

namespace {

const QString city = QStringLiteral("city");
const QString zip = QStringLiteral("zipCode");

FieldValues row(const QString &cityValue, const QString &zipValue = QStringLiteral("1"))
{
    return {{city, cityValue}, {zip, zipValue}};
}

/// The verdict on the event with this stream version.
Verdict verdictOn(int version, const EventBuilder &stream, const std::optional<FieldValues> &current)
{
    for (const HistoryEntry &entry : RevertRules::judged(stream.newestFirst(), current)) {
        if (entry.event.streamVersion == version)
            return entry.verdict;
    }
    return {};
}

} // namespace

class TestRevertRules final : public QObject
{
    Q_OBJECT

private slots:
    void change_whenValueStands_isRevertible();
    void change_whenTokenUsed_namesTheRevert();
    void change_whenChangedAgain_isOverridableAndNamesTheLaterChange();
    void change_whenRowWasEditedElsewhere_isOverridableWithoutACause();
    void change_whenOnlyAnotherFieldChanged_isRevertible();
    void change_whenValueIsBackByAnotherChange_isAlreadyBack();
    void change_whenValueStandsAgain_isRevertible();
    void change_nullAndEmptyDiffer();
    void change_whenAddressWasDeleted_asksForRestoring();
    void change_ofAFieldThatTheTableLacks_isNotSupported();
    void revert_canItselfBePutBack();
    void revertOfARevert_leavesTheFirstChangeReverted();
    void deletion_isRevertibleUntilTheTokenIsUsed();
    void deletion_whenRestoredAndDeletedAgain_isInForceAgain();
    void deletion_whenAddressExistsByOtherMeans_isAlreadyBack();
    void creation_isRevertibleWhileUntouched();
    void creation_whenEditedSince_isOverridable();
    void restoration_whenDeletedAgain_isAlreadyBack();
};

void TestRevertRules::change_whenValueStands_isRevertible()
{
    EventBuilder stream;
    stream.changed(city, u"Lyon"_qs, u"Paris"_qs, u"t1"_qs);
    const Verdict verdict = verdictOn(1, stream, row(u"Paris"_qs));
    QCOMPARE(verdict.state, Reversibility::Revertible);
    QCOMPARE(verdict.now, FieldValue(u"Paris"_qs));
    QCOMPARE(verdict.wouldBecome, FieldValue(u"Lyon"_qs));
}

void TestRevertRules::change_whenTokenUsed_namesTheRevert()
{
    EventBuilder stream;
    stream.changed(city, u"Lyon"_qs, u"Paris"_qs, u"t1"_qs);
    const Event revert = stream.reverted(city, u"Paris"_qs, u"Lyon"_qs, u"t1"_qs);
    const Verdict verdict = verdictOn(1, stream, row(u"Lyon"_qs));
    QCOMPARE(verdict.state, Reversibility::AlreadyReverted);
    QCOMPARE(verdict.becauseSequenceNum, revert.sequenceNum);
    QVERIFY(verdict.isBecauseRevert);
    QVERIFY(!verdict.isOverridable());
}

void TestRevertRules::change_whenChangedAgain_isOverridableAndNamesTheLaterChange()
{
    EventBuilder stream;
    stream.changed(city, u"Lyon"_qs, u"Paris"_qs, u"t1"_qs);
    const Event later = stream.changed(city, u"Paris"_qs, u"Nice"_qs, u"t2"_qs);
    const Verdict verdict = verdictOn(1, stream, row(u"Nice"_qs));
    QCOMPARE(verdict.state, Reversibility::ChangedSince);
    QVERIFY(verdict.isOverridable());
    QCOMPARE(verdict.becauseSequenceNum, later.sequenceNum);
    QCOMPARE(verdict.now, FieldValue(u"Nice"_qs));
    QCOMPARE(verdict.wouldBecome, FieldValue(u"Lyon"_qs));
}

void TestRevertRules::change_whenRowWasEditedElsewhere_isOverridableWithoutACause()
{
    EventBuilder stream;
    stream.changed(city, u"Lyon"_qs, u"Paris"_qs, u"t1"_qs);
    const Verdict verdict = verdictOn(1, stream, row(u"Brest"_qs));
    QCOMPARE(verdict.state, Reversibility::ChangedSince);
    QCOMPARE(verdict.becauseSequenceNum, 0);
}

void TestRevertRules::change_whenOnlyAnotherFieldChanged_isRevertible()
{
    EventBuilder stream;
    stream.changed(city, u"Lyon"_qs, u"Paris"_qs, u"t1"_qs);
    stream.changed(zip, u"1"_qs, u"2"_qs, u"t2"_qs);
    QCOMPARE(verdictOn(1, stream, row(u"Paris"_qs, u"2"_qs)).state, Reversibility::Revertible);
}

void TestRevertRules::change_whenValueIsBackByAnotherChange_isAlreadyBack()
{
    EventBuilder stream;
    stream.changed(city, u"Lyon"_qs, u"Paris"_qs, u"t1"_qs);
    stream.changed(city, u"Paris"_qs, u"Lyon"_qs, u"t2"_qs);
    QCOMPARE(verdictOn(1, stream, row(u"Lyon"_qs)).state, Reversibility::AlreadyBack);
    QCOMPARE(verdictOn(2, stream, row(u"Lyon"_qs)).state, Reversibility::Revertible);
}

void TestRevertRules::change_whenValueStandsAgain_isRevertible()
{
    EventBuilder stream;
    stream.changed(city, u"Lyon"_qs, u"Paris"_qs, u"t1"_qs);
    stream.changed(city, u"Paris"_qs, u"Nice"_qs, u"t2"_qs);
    stream.changed(city, u"Nice"_qs, u"Paris"_qs, u"t3"_qs);
    QCOMPARE(verdictOn(1, stream, row(u"Paris"_qs)).state, Reversibility::Revertible);
}

void TestRevertRules::change_nullAndEmptyDiffer()
{
    EventBuilder stream;
    stream.changed(city, std::nullopt, u""_qs, u"t1"_qs);
    QCOMPARE(verdictOn(1, stream, row(u""_qs)).state, Reversibility::Revertible);
    QCOMPARE(verdictOn(1, stream, FieldValues{{city, std::nullopt}}).state, Reversibility::AlreadyBack);
}

void TestRevertRules::change_whenAddressWasDeleted_asksForRestoring()
{
    EventBuilder stream;
    stream.changed(city, u"Lyon"_qs, u"Paris"_qs, u"t1"_qs);
    const Event deletion =
        stream.add(EventType::AddressDeleted, payload::deleted(u"u1"_qs, row(u"Paris"_qs), u"t2"_qs));
    const Verdict verdict = verdictOn(1, stream, std::nullopt);
    QCOMPARE(verdict.state, Reversibility::AddressDeleted);
    QCOMPARE(verdict.becauseSequenceNum, deletion.sequenceNum);
}

void TestRevertRules::change_ofAFieldThatTheTableLacks_isNotSupported()
{
    EventBuilder stream;
    stream.changed(u"label"_qs, u"Home"_qs, u"Work"_qs, u"t1"_qs);
    QCOMPARE(verdictOn(1, stream, row(u"Paris"_qs)).state, Reversibility::NotSupported);
}

void TestRevertRules::revert_canItselfBePutBack()
{
    EventBuilder stream;
    stream.changed(city, u"Lyon"_qs, u"Paris"_qs, u"t1"_qs);
    stream.reverted(city, u"Paris"_qs, u"Lyon"_qs, u"t1"_qs);
    const Verdict verdict = verdictOn(2, stream, row(u"Lyon"_qs));
    QCOMPARE(verdict.state, Reversibility::Revertible);
    QCOMPARE(verdict.wouldBecome, FieldValue(u"Paris"_qs));
}

void TestRevertRules::revertOfARevert_leavesTheFirstChangeReverted()
{
    EventBuilder stream;
    stream.changed(city, u"Lyon"_qs, u"Paris"_qs, u"t1"_qs);
    stream.reverted(city, u"Paris"_qs, u"Lyon"_qs, u"t1"_qs);
    stream.changed(city, u"Lyon"_qs, u"Paris"_qs, u"t2"_qs);
    const FieldValues current = row(u"Paris"_qs);
    const Verdict first = verdictOn(1, stream, current);
    QCOMPARE(first.state, Reversibility::AlreadyReverted);
    QCOMPARE(first.becauseSequenceNum, 101);
    QCOMPARE(first.againSequenceNum, 102);
    QVERIFY(first.isInForceAgain());
    QCOMPARE(verdictOn(2, stream, current).state, Reversibility::AlreadyBack);
    QCOMPARE(verdictOn(3, stream, current).state, Reversibility::Revertible);
    // Another value counts now, or another program set the first one again.
    stream.changed(city, u"Paris"_qs, u"Nice"_qs, u"t3"_qs);
    QVERIFY(!verdictOn(1, stream, row(u"Nice"_qs)).isInForceAgain());
}

void TestRevertRules::deletion_isRevertibleUntilTheTokenIsUsed()
{
    EventBuilder stream;
    stream.add(EventType::AddressDeleted, payload::deleted(u"u1"_qs, row(u"Paris"_qs), u"t1"_qs));
    QCOMPARE(verdictOn(1, stream, std::nullopt).state, Reversibility::Revertible);
    stream.add(EventType::AddressRestored, payload::restored(u"u1"_qs, row(u"Paris"_qs), u"t1"_qs));
    QCOMPARE(verdictOn(1, stream, row(u"Paris"_qs)).state, Reversibility::AlreadyReverted);
    QCOMPARE(verdictOn(2, stream, row(u"Paris"_qs)).state, Reversibility::Revertible);
}

void TestRevertRules::deletion_whenRestoredAndDeletedAgain_isInForceAgain()
{
    EventBuilder stream;
    stream.add(EventType::AddressDeleted, payload::deleted(u"u1"_qs, row(u"Paris"_qs), u"t1"_qs));
    stream.add(EventType::AddressRestored, payload::restored(u"u1"_qs, row(u"Paris"_qs), u"t1"_qs));
    QVERIFY(!verdictOn(1, stream, row(u"Paris"_qs)).isInForceAgain());
    const Event deletion =
        stream.add(EventType::AddressDeleted, payload::deleted(u"u1"_qs, row(u"Paris"_qs), u"t2"_qs));
    const Verdict verdict = verdictOn(1, stream, std::nullopt);
    QCOMPARE(verdict.state, Reversibility::AlreadyReverted);
    QCOMPARE(verdict.againSequenceNum, deletion.sequenceNum);
}

void TestRevertRules::deletion_whenAddressExistsByOtherMeans_isAlreadyBack()
{
    EventBuilder stream;
    stream.add(EventType::AddressDeleted, payload::deleted(u"u1"_qs, row(u"Paris"_qs), u"t1"_qs));
    QCOMPARE(verdictOn(1, stream, row(u"Paris"_qs)).state, Reversibility::AlreadyBack);
}

void TestRevertRules::creation_isRevertibleWhileUntouched()
{
    EventBuilder stream;
    stream.add(EventType::AddressCreated, payload::created(u"u1"_qs, row(u"Paris"_qs)));
    QCOMPARE(verdictOn(1, stream, row(u"Paris"_qs)).state, Reversibility::Revertible);
    QCOMPARE(verdictOn(1, stream, std::nullopt).state, Reversibility::AlreadyBack);
}

void TestRevertRules::creation_whenEditedSince_isOverridable()
{
    EventBuilder stream;
    stream.add(EventType::AddressCreated, payload::created(u"u1"_qs, row(u"Paris"_qs)));
    const Event later = stream.changed(city, u"Paris"_qs, u"Lyon"_qs, u"t1"_qs);
    const Verdict verdict = verdictOn(1, stream, row(u"Lyon"_qs));
    QCOMPARE(verdict.state, Reversibility::ChangedSince);
    QCOMPARE(verdict.becauseSequenceNum, later.sequenceNum);
}

void TestRevertRules::restoration_whenDeletedAgain_isAlreadyBack()
{
    EventBuilder stream;
    stream.add(EventType::AddressRestored, payload::restored(u"u1"_qs, row(u"Paris"_qs), u"t0"_qs));
    stream.add(EventType::AddressDeleted, payload::deleted(u"u1"_qs, row(u"Paris"_qs), u"t1"_qs));
    QCOMPARE(verdictOn(1, stream, std::nullopt).state, Reversibility::AlreadyBack);
}

QTEST_GUILESS_MAIN(TestRevertRules)
#include "tst_revertrules.moc"
