#include "DeskSessionTest.h"

using namespace addressdesk;

using Kind = SaveOutcome::Kind;

/// What every session answers to requests for histories, reverts and restorations.
class TestDeskSessionHistory final : public DeskSessionTest
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addDesks(); }
    void init() { openDesk(); }
    void cleanup() { closeDesk(); }

    void restore_ofWhatWasNeverDeleted_isNotFound();
    void restore_bringsBackWhatWasDeleted_once();
    void revert_ofWhatIsNotKnown_isNotFound();
    void revert_ofAChange_isRecorded_once();
    void revert_overALaterChange_hasToBeWanted();
    void revert_ofASave_leavesOutWhatIsBackAlready();
    void history_ofNoAddress_isNotFound();
    void history_cutsNoSaveInTwo();
    void deleted_areListedNewestFirst();
};

void TestDeskSessionHistory::restore_ofWhatWasNeverDeleted_isNotFound()
{
    const auto outcome = restore(home);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::NotFound);
}

void TestDeskSessionHistory::restore_bringsBackWhatWasDeleted_once()
{
    const auto removed = remove(home, {});
    QVERIFY(removed && removed->kind == Kind::Recorded);
    const auto restored = restore(home);
    QVERIFY(restored);
    QVERIFY(restored->isReverted);
    QCOMPARE(restored->events.first().type, EventType::AddressRestored);
    QCOMPARE(history(home)->current.address.values.value(city), FieldValue(u"Lyon"_qs));

    const auto again = restore(home);
    QVERIFY(again);
    QVERIFY(!again->isReverted);
    QCOMPARE(again->refusals.size(), 1);
    QCOMPARE(again->refusals.first().event.sequenceNum, removed->events.first().sequenceNum);
}

void TestDeskSessionHistory::revert_ofWhatIsNotKnown_isNotFound()
{
    const auto outcome = revert(change(987654));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::NotFound);
}

void TestDeskSessionHistory::revert_ofAChange_isRecorded_once()
{
    const qint64 changed = save({{city, u"Lyon"_qs, u"Nice"_qs}})->events.first().sequenceNum;
    RevertRequest request = change(changed);
    request.reason = u"asked on the phone"_qs;
    const auto outcome = revert(request);
    QVERIFY(outcome);
    QVERIFY(outcome->isReverted);
    QCOMPARE(outcome->events.size(), 1);
    QCOMPARE(outcome->events.first().type, EventType::AddressFieldReverted);
    QCOMPARE(outcome->events.first().reason, FieldValue(u"asked on the phone"_qs));
    QCOMPARE(outcome->current.value(city), FieldValue(u"Lyon"_qs));

    const auto again = revert(change(changed));
    QVERIFY(again);
    QVERIFY(!again->isReverted);
    QCOMPARE(again->refusals.size(), 1);
    QCOMPARE(again->refusals.first().verdict.state, Reversibility::AlreadyReverted);
}

void TestDeskSessionHistory::revert_overALaterChange_hasToBeWanted()
{
    const qint64 changed = save({{city, u"Lyon"_qs, u"Nice"_qs}})->events.first().sequenceNum;
    QVERIFY(save({{city, u"Nice"_qs, u"Metz"_qs}}));
    const auto refused = revert(change(changed));
    QVERIFY(refused);
    QVERIFY(!refused->isReverted);
    QCOMPARE(refused->refusals.size(), 1);
    RevertRequest request = change(changed);
    request.overrideLaterChanges = true;
    const auto outcome = revert(request);
    QVERIFY(outcome);
    QVERIFY(outcome->isReverted);
    QCOMPARE(outcome->current.value(city), FieldValue(u"Lyon"_qs));
}

void TestDeskSessionHistory::revert_ofASave_leavesOutWhatIsBackAlready()
{
    const auto saved = save({{city, u"Lyon"_qs, u"Nice"_qs}, {label, u"Home"_qs, u"Old home"_qs}});
    QVERIFY(saved && saved->events.size() == 2);
    QVERIFY(revert(change(saved->events[0].sequenceNum))->isReverted);
    RevertRequest request;
    request.target = RevertRequest::Target::Save;
    request.text = saved->changeId;
    const auto rest = revert(request);
    QVERIFY(rest);
    QVERIFY(rest->isReverted);
    QCOMPARE(rest->events.size(), 1);
    QCOMPARE(rest->events.first().field(), city);
    const auto nothing = revert(request);
    QVERIFY(nothing);
    QVERIFY(!nothing->isReverted);
    QCOMPARE(nothing->refusals.size(), 2);
}

void TestDeskSessionHistory::history_ofNoAddress_isNotFound()
{
    const auto read = history(nowhere);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::NotFound);
}

void TestDeskSessionHistory::history_cutsNoSaveInTwo()
{
    QVERIFY(save({{city, u"Lyon"_qs, u"Nice"_qs}}));
    QVERIFY(save({{city, u"Nice"_qs, u"Metz"_qs}, {label, u"Home"_qs, u"Old home"_qs}}));
    const auto read = history(home, 1);
    QVERIFY(read);
    QCOMPARE(read->entries.size(), 2);
    QVERIFY(read->hasMore);
    QVERIFY(!history(home, 3)->hasMore);
}

void TestDeskSessionHistory::deleted_areListedNewestFirst()
{
    QVERIFY(remove(work, {}));
    QVERIFY(remove(home, {}));
    QCOMPARE(deleted({}, 10), (QStringList{home, work}));
    QCOMPARE(deleted({}, 1), QStringList{home});
    QCOMPARE(deleted(u"paris anna"_qs, 10), QStringList{work});
    QVERIFY(restore(home));
    QVERIFY(save({{city, u"Lyon"_qs, u"Nice"_qs}}));
    QCOMPARE(deleted({}, 10), QStringList{work});
}

QTEST_GUILESS_MAIN(TestDeskSessionHistory)
#include "tst_desksessionhistory.moc"
