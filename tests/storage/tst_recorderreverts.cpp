#include "models/domain/RevertToken.h"
#include "tests/storage/RecordingDesk.h"

#include <QJsonArray>

using namespace addressdesk;

using Target = RevertRequest::Target;

namespace {

const QString city = QStringLiteral("city");
const QString zipCode = QStringLiteral("zipCode");
const QString paris = QStringLiteral("Paris");
const QString lyon = QStringLiteral("Lyon");
const QString brest = QStringLiteral("Brest");

} // namespace

class TestRecorderReverts : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestDatabase::addKinds(); }
    void init();

    void event_putsTheOldValueBackAndUsesTheToken();
    void event_again_isRefusedAndWritesNothing();
    void event_whenTheValueChangedSince_isRefused();
    void event_whenOverriding_recordsTheTrueCurrentValue();
    void event_whenOverridingAndAlreadyBack_isRefused();
    void event_whenTheValueIsBackAgain_isReverted();
    void event_whenTheRowWasChangedElsewhere_isRefusedWithoutAReason();
    void event_ofDeletedAddress_isRefused();
    void event_unknown_isNotFound();
    void event_keepsTheReason();
    void event_thatIsARevert_isANewChangeWithANewToken();
    void event_thatIsACreation_deletesTheAddress();
    void event_thatIsACreation_whenChangedSince_needsOverriding();
    void event_thatIsADeletion_restoresTheAddress();
    void event_thatIsARestoration_deletesAgainWithANewToken();
    void save_putsAllFieldsBackInOneTransaction();
    void save_whenOneFieldChangedSince_revertsNothing();
    void save_whenOneFieldIsBackAlready_revertsTheOther();
    void save_whenEverythingIsBack_isRefused();
    void save_whenOverriding_putsAllBack();
    void save_thatIsAWholeRevert_canBePutBackItself();
    void save_overSeveralAddresses_isAllOrNothing();
    void save_unknownOrMalformed_isNotFound();
    void use_refusedByTheDatabaseItself_isAlreadyReverted();
    void recordedRevert_tellsWhatWasReverted();
};

void TestRecorderReverts::init()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    REQUIRE_DATABASE(kind);
}

void TestRecorderReverts::event_putsTheOldValueBackAndUsesTheToken()
{
    DESK const Event change = desk.change(city, lyon).events.first();
    const auto outcome = desk.recorder().revert(eventRequest(change));
    VERIFY_RESULT(outcome);
    QVERIFY(outcome->isReverted);
    QCOMPARE(desk.row().value(city), FieldValue(paris));
    QCOMPARE(outcome->addressId, RecordingDesk::home);
    const Event event = desk.events().first();
    QCOMPARE(outcome->events, QList<Event>{event});
    QCOMPARE(event.type, EventType::AddressFieldReverted);
    QCOMPARE(event.field(), city);
    QCOMPARE(event.from(), FieldValue(lyon));
    QCOMPARE(event.to(), FieldValue(paris));
    QCOMPARE(event.tokenDigest(), change.tokenDigest());
    QCOMPARE(event.actor, desk.actor());
    QVERIFY(event.changeId != change.changeId);
    QCOMPARE(desk.mails().size(), 2);
    QCOMPARE(desk.mails().last().value(QLatin1String("kind")).toString(), QStringLiteral("reverted"));
    QVERIFY(desk.secretOf(outcome->changeId).isEmpty());
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
    // hybrid-event-sourcing.md: can this change be reverted?
    QCOMPARE(desk.database().value(
                 QStringLiteral("SELECT count(*) FROM events WHERE payload->>'revertToken' = '%1' "
                                "AND event_type LIKE '%Reverted%'")
                     .arg(change.tokenDigest())),
             FieldValue(QStringLiteral("1")));
}

void TestRecorderReverts::event_again_isRefusedAndWritesNothing()
{
    DESK const Event change = desk.change(city, lyon).events.first();
    const auto outcome = desk.recorder().revert(eventRequest(change));
    VERIFY_RESULT(outcome);
    VERIFY_REFUSED(eventRequest(change), Reversibility::AlreadyReverted);
    VERIFY_REFUSED(eventRequest(change, true), Reversibility::AlreadyReverted);
    const auto refused = desk.recorder().revert(eventRequest(change));
    QCOMPARE(refused->refusals.first().verdict.becauseSequenceNum, outcome->events.first().sequenceNum);
    desk.change(city, lyon); // Even when the value is the reverted one again.
    VERIFY_REFUSED(eventRequest(change), Reversibility::AlreadyReverted);
}

void TestRecorderReverts::event_whenTheValueChangedSince_isRefused()
{
    DESK const Event change = desk.change(city, lyon).events.first();
    const Event later = desk.change(city, brest).events.first();
    VERIFY_REFUSED(eventRequest(change), Reversibility::ChangedSince);
    const auto outcome = desk.recorder().revert(eventRequest(change));
    const Verdict verdict = outcome->refusals.first().verdict;
    QCOMPARE(verdict.now, FieldValue(brest));
    QCOMPARE(verdict.wouldBecome, FieldValue(paris));
    QCOMPARE(verdict.becauseSequenceNum, later.sequenceNum);
}

void TestRecorderReverts::event_whenOverriding_recordsTheTrueCurrentValue()
{
    DESK const Event change = desk.change(city, lyon).events.first();
    desk.change(city, brest);
    const auto outcome = desk.recorder().revert(eventRequest(change, true));
    VERIFY_RESULT(outcome);
    QVERIFY(outcome->isReverted);
    QCOMPARE(outcome->events.first().from(), FieldValue(brest));
    QCOMPARE(outcome->events.first().to(), FieldValue(paris));
    QCOMPARE(outcome->events.first().tokenDigest(), change.tokenDigest());
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderReverts::event_whenOverridingAndAlreadyBack_isRefused()
{
    DESK const Event change = desk.change(city, lyon).events.first();
    desk.change(city, paris);
    VERIFY_REFUSED(eventRequest(change, true), Reversibility::AlreadyBack);
}

void TestRecorderReverts::event_whenTheValueIsBackAgain_isReverted()
{
    DESK const Event change = desk.change(city, lyon).events.first();
    desk.change(city, brest);
    desk.change(city, lyon);
    const auto outcome = desk.recorder().revert(eventRequest(change));
    VERIFY_RESULT(outcome);
    QVERIFY(outcome->isReverted);
    QCOMPARE(desk.row().value(city), FieldValue(paris));
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderReverts::event_whenTheRowWasChangedElsewhere_isRefusedWithoutAReason()
{
    DESK const Event change = desk.change(city, lyon).events.first();
    desk.database().run(QStringLiteral("UPDATE addresses SET city = 'Brest'"));
    VERIFY_REFUSED(eventRequest(change), Reversibility::ChangedSince);
    const auto refused = desk.recorder().revert(eventRequest(change));
    QCOMPARE(refused->refusals.first().verdict.becauseSequenceNum, 0);
    QCOMPARE(refused->refusals.first().verdict.now, FieldValue(brest));
}

void TestRecorderReverts::event_ofDeletedAddress_isRefused()
{
    DESK const Event change = desk.change(city, lyon).events.first();
    VERIFY_RESULT(desk.recorder().remove(RecordingDesk::home, {}, std::nullopt));
    VERIFY_REFUSED(eventRequest(change, true), Reversibility::AddressDeleted);
}

void TestRecorderReverts::event_unknown_isNotFound()
{
    DESK Event event;
    event.sequenceNum = 4711;
    VERIFY_ERROR(eventRequest(event), ErrorCode::NotFound);
}

void TestRecorderReverts::event_keepsTheReason()
{
    DESK RevertRequest request = eventRequest(desk.change(city, lyon).events.first());
    request.reason = QStringLiteral(" wrong customer ");
    VERIFY_RESULT(desk.recorder().revert(request));
    QCOMPARE(desk.events().first().reason, FieldValue(QStringLiteral("wrong customer")));
    request.reason = QStringLiteral("a\nb");
    VERIFY_ERROR(request, ErrorCode::InvalidValue);
}

void TestRecorderReverts::event_thatIsARevert_isANewChangeWithANewToken()
{
    DESK const Event change = desk.change(city, lyon).events.first();
    const auto reverted = desk.recorder().revert(eventRequest(change));
    VERIFY_RESULT(reverted);
    const auto outcome = desk.recorder().revert(eventRequest(reverted->events.first()));
    VERIFY_RESULT(outcome);
    QVERIFY(outcome->isReverted);
    const Event event = outcome->events.first();
    QCOMPARE(event.type, EventType::AddressFieldChanged);
    QCOMPARE(event.from(), FieldValue(paris));
    QCOMPARE(event.to(), FieldValue(lyon));
    QVERIFY(event.tokenDigest() != change.tokenDigest());
    QCOMPARE(RevertToken::fromSecret(desk.secretOf(outcome->changeId))->digest(), event.tokenDigest());
    QCOMPARE(desk.row().value(city), FieldValue(lyon));
    VERIFY_REFUSED(eventRequest(change), Reversibility::AlreadyReverted);
    QVERIFY(desk.recorder().revert(eventRequest(event))->isReverted);
    QCOMPARE(desk.row().value(city), FieldValue(paris));
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderReverts::event_thatIsACreation_deletesTheAddress()
{
    DESK const auto created = desk.recorder().create(RecordingDesk::anna, {{city, lyon}}, std::nullopt);
    VERIFY_RESULT(created);
    const auto outcome = desk.recorder().revert(eventRequest(created->events.first()));
    VERIFY_RESULT(outcome);
    QVERIFY(outcome->isReverted);
    QCOMPARE(outcome->events.first().type, EventType::AddressDeleted);
    QVERIFY(outcome->events.first().issuesToken());
    QVERIFY(desk.row(created->addressId).isEmpty());
    VERIFY_REFUSED(eventRequest(created->events.first()), Reversibility::AlreadyBack);
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderReverts::event_thatIsACreation_whenChangedSince_needsOverriding()
{
    DESK const auto created = desk.recorder().create(RecordingDesk::anna, {{city, lyon}}, std::nullopt);
    VERIFY_RESULT(created);
    desk.change(city, brest, created->addressId);
    VERIFY_REFUSED(eventRequest(created->events.first()), Reversibility::ChangedSince);
    const auto outcome = desk.recorder().revert(eventRequest(created->events.first(), true));
    VERIFY_RESULT(outcome);
    QVERIFY(outcome->isReverted);
    QCOMPARE(outcome->events.first().snapshot().value(city), FieldValue(brest));
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderReverts::event_thatIsADeletion_restoresTheAddress()
{
    DESK const FieldValues before = desk.row();
    const auto removed = desk.recorder().remove(RecordingDesk::home, {}, std::nullopt);
    VERIFY_RESULT(removed);
    const auto outcome = desk.recorder().revert(eventRequest(removed->events.first()));
    VERIFY_RESULT(outcome);
    QVERIFY(outcome->isReverted);
    QCOMPARE(desk.row(), before);
    QCOMPARE(outcome->events.first().tokenDigest(), removed->events.first().tokenDigest());
    VERIFY_REFUSED(eventRequest(removed->events.first(), true), Reversibility::AlreadyReverted);
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderReverts::event_thatIsARestoration_deletesAgainWithANewToken()
{
    DESK const auto removed = desk.recorder().remove(RecordingDesk::home, {}, std::nullopt);
    VERIFY_RESULT(removed);
    const auto restored = desk.recorder().restore(RecordingDesk::home);
    VERIFY_RESULT(restored);
    const auto outcome = desk.recorder().revert(eventRequest(restored->events.first()));
    VERIFY_RESULT(outcome);
    QVERIFY(outcome->isReverted);
    QCOMPARE(outcome->events.first().type, EventType::AddressDeleted);
    QVERIFY(outcome->events.first().tokenDigest() != removed->events.first().tokenDigest());
    QVERIFY(desk.row().isEmpty());
    QVERIFY(desk.recorder().restore(RecordingDesk::home)->isReverted);
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderReverts::save_putsAllFieldsBackInOneTransaction()
{
    DESK const FieldValues before = desk.row();
    const auto saved = desk.recorder().save(
        desk.request({{city, paris, lyon}, {zipCode, QStringLiteral("75002"), QStringLiteral("69001")}}));
    VERIFY_RESULT(saved);
    const auto outcome = desk.recorder().revert(textRequest(Target::Save, saved->changeId));
    VERIFY_RESULT(outcome);
    QVERIFY(outcome->isReverted);
    QCOMPARE(desk.row(), before);
    QCOMPARE(outcome->events.size(), 2);
    QCOMPARE(outcome->events[0].changeId, outcome->events[1].changeId);
    for (const Event &event : outcome->events)
        QCOMPARE(event.type, EventType::AddressFieldReverted);
    QCOMPARE(desk.mails().size(), 2);
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderReverts::save_whenOneFieldChangedSince_revertsNothing()
{
    DESK const auto saved = desk.recorder().save(
        desk.request({{city, paris, lyon}, {zipCode, QStringLiteral("75002"), QStringLiteral("69001")}}));
    VERIFY_RESULT(saved);
    desk.change(city, brest);
    VERIFY_REFUSED(textRequest(Target::Save, saved->changeId), Reversibility::ChangedSince);
}

void TestRecorderReverts::save_whenOneFieldIsBackAlready_revertsTheOther()
{
    DESK const FieldValues before = desk.row();
    const auto saved = desk.recorder().save(
        desk.request({{city, paris, lyon}, {zipCode, QStringLiteral("75002"), QStringLiteral("69001")}}));
    VERIFY_RESULT(saved);
    QVERIFY(desk.recorder().revert(eventRequest(saved->events[1]))->isReverted);
    const auto outcome = desk.recorder().revert(textRequest(Target::Save, saved->changeId));
    VERIFY_RESULT(outcome);
    QVERIFY(outcome->isReverted);
    QCOMPARE(outcome->events.size(), 1);
    QCOMPARE(desk.row(), before);
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderReverts::save_whenEverythingIsBack_isRefused()
{
    DESK const SaveOutcome saved = desk.change(city, lyon);
    QVERIFY(desk.recorder().revert(eventRequest(saved.events.first()))->isReverted);
    VERIFY_REFUSED(textRequest(Target::Save, saved.changeId, true), Reversibility::AlreadyReverted);
}

void TestRecorderReverts::save_whenOverriding_putsAllBack()
{
    DESK const FieldValues before = desk.row();
    const auto saved = desk.recorder().save(
        desk.request({{city, paris, lyon}, {zipCode, QStringLiteral("75002"), QStringLiteral("69001")}}));
    VERIFY_RESULT(saved);
    desk.change(city, brest);
    const auto outcome = desk.recorder().revert(textRequest(Target::Save, saved->changeId, true));
    VERIFY_RESULT(outcome);
    QVERIFY(outcome->isReverted);
    QCOMPARE(desk.row(), before);
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderReverts::save_thatIsAWholeRevert_canBePutBackItself()
{
    DESK const auto saved = desk.recorder().save(
        desk.request({{city, paris, lyon}, {zipCode, QStringLiteral("75002"), QStringLiteral("69001")}}));
    VERIFY_RESULT(saved);
    const auto reverted = desk.recorder().revert(textRequest(Target::Save, saved->changeId));
    VERIFY_RESULT(reverted);
    const auto outcome = desk.recorder().revert(textRequest(Target::Save, reverted->changeId));
    VERIFY_RESULT(outcome);
    QVERIFY(outcome->isReverted);
    QCOMPARE(desk.row(), saved->current);
    for (const Event &event : outcome->events)
        QCOMPARE(event.type, EventType::AddressFieldChanged);
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderReverts::save_overSeveralAddresses_isAllOrNothing()
{
    DESK const FieldValues home = desk.row();
    const FieldValues work = desk.row(RecordingDesk::work);
    const QString id = ChangeRecorder::newChangeId();
    VERIFY_RESULT(desk.recorder().save(desk.request({{city, paris, lyon}}), id));
    VERIFY_RESULT(desk.recorder().save(
        desk.request({{city, QStringLiteral("Rennes"), lyon}}, RecordingDesk::work), id));
    desk.change(city, brest, RecordingDesk::work);
    VERIFY_REFUSED(textRequest(Target::Save, id), Reversibility::ChangedSince);
    desk.change(city, lyon, RecordingDesk::work);
    const auto outcome = desk.recorder().revert(textRequest(Target::Save, id));
    VERIFY_RESULT(outcome);
    QVERIFY(outcome->isReverted);
    QCOMPARE(desk.row(), home);
    QCOMPARE(desk.row(RecordingDesk::work), work);
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderReverts::save_unknownOrMalformed_isNotFound()
{
    DESK for (const QString &text : {ChangeRecorder::newChangeId(), QStringLiteral("' OR 1=1"), QString()})
        VERIFY_ERROR(textRequest(Target::Save, text), ErrorCode::NotFound);
}

void TestRecorderReverts::use_refusedByTheDatabaseItself_isAlreadyReverted()
{
    DESK const SaveOutcome saved = desk.change(city, lyon);
    // A use that the rules cannot see, because it stands in another stream.
    const bool isPostgresql = desk.database().isPostgresql();
    desk.database().run(
        QStringLiteral(
            "INSERT INTO events (stream_id, stream_version, event_type, payload, actor, change_id, "
            "chain_hash) "
            "VALUES ('%1', 1, 'AddressFieldReverted', '{\"field\": \"city\", \"revertToken\": \"%2\"}', "
            "'app', '%1', %3)")
            .arg(RecordingDesk::work, saved.events.first().tokenDigest(),
                 isPostgresql ? QStringLiteral("decode(repeat('ab', 32), 'hex')")
                              : QStringLiteral("zeroblob(32)")));
    VERIFY_REFUSED(eventRequest(saved.events.first()), Reversibility::AlreadyReverted);
    VERIFY_REFUSED(textRequest(Target::Save, saved.changeId), Reversibility::AlreadyReverted);
    QCOMPARE(desk.row().value(city), FieldValue(lyon));
}

void TestRecorderReverts::recordedRevert_tellsWhatWasReverted()
{
    DESK const QString id = ChangeRecorder::newChangeId();
    const auto nothing = desk.recorder().recordedRevert(id);
    VERIFY_RESULT(nothing);
    QVERIFY(!nothing->has_value());
    const auto outcome = desk.recorder().revert(eventRequest(desk.change(city, lyon).events.first()), id);
    VERIFY_RESULT(outcome);
    const auto found = desk.recorder().recordedRevert(id);
    VERIFY_RESULT(found);
    QVERIFY(found->has_value());
    QVERIFY((*found)->isReverted);
    QCOMPARE((*found)->events, outcome->events);
}

QTEST_GUILESS_MAIN(TestRecorderReverts)
#include "tst_recorderreverts.moc"
