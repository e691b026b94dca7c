#include "DeskSessionTest.h"

using namespace addressdesk;

using Kind = SaveOutcome::Kind;

/// What every session answers to saves, creations and deletions.
class TestDeskSession final : public DeskSessionTest
{
    Q_OBJECT

private slots:
    void initTestCase_data() { addDesks(); }
    void init() { openDesk(); }
    void cleanup() { closeDesk(); }

    void save_withNothingToDoOrUnknownFields_isRefused();
    void save_ofAValueThatIsRefused_namesIt();
    void save_ofWhatIsStored_isUnchanged();
    void save_ofAnEditThatChangesNothing_overlooksWhatOthersDid();
    void save_whenChangedMeanwhile_isAConflict();
    void save_ofNoAddress_saysThatItIsMissing();
    void save_isRecordedInTheOrderOfTheFields();
    void create_forNoCustomer_isRefused();
    void create_ofAValueThatIsRefused_namesIt();
    void create_isRecorded();
    void remove_whenChangedMeanwhile_isAConflict();
    void remove_isRecordedWithItsReason();
};

void TestDeskSession::save_withNothingToDoOrUnknownFields_isRefused()
{
    const FieldEdit edit{city, u"Lyon"_qs, u"Nice"_qs};
    for (const QList<FieldEdit> &edits :
         {QList<FieldEdit>(), QList<FieldEdit>{{u"planet"_qs, {}, u"Mars"_qs}},
          QList<FieldEdit>{edit, edit}}) {
        const auto outcome = save(edits);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::InvalidArgument);
    }
}

void TestDeskSession::save_ofAValueThatIsRefused_namesIt()
{
    const auto outcome = save({{city, u"Lyon"_qs, u"a\u202Eb"_qs}});
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::InvalidValue);
    QCOMPARE(outcome->problemField, city);
    QVERIFY(outcome->events.isEmpty());
    QCOMPARE(history(home)->current.address.values.value(city), FieldValue(u"Lyon"_qs));
}

void TestDeskSession::save_ofWhatIsStored_isUnchanged()
{
    const auto outcome = save({{city, u"Nice"_qs, u"Lyon"_qs}});
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::Unchanged);
    QCOMPARE(outcome->changeId, QString());
    QCOMPARE(outcome->current.value(city), FieldValue(u"Lyon"_qs));
}

void TestDeskSession::save_ofAnEditThatChangesNothing_overlooksWhatOthersDid()
{
    const auto outcome = save({{city, u"Nice"_qs, u"Nice"_qs}});
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::Unchanged);
    QCOMPARE(outcome->current.value(city), FieldValue(u"Lyon"_qs));
}

void TestDeskSession::save_whenChangedMeanwhile_isAConflict()
{
    const auto outcome = save({{label, u"Home"_qs, u"Old home"_qs}, {city, u"Nice"_qs, u"Metz"_qs}});
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::Conflict);
    QCOMPARE(outcome->conflicts, (QList<FieldConflict>{{city, u"Nice"_qs, u"Lyon"_qs, u"Metz"_qs}}));
    QCOMPARE(outcome->current.value(label), FieldValue(u"Home"_qs));
}

void TestDeskSession::save_ofNoAddress_saysThatItIsMissing()
{
    const auto outcome = save({{city, u"Lyon"_qs, u"Nice"_qs}}, {}, nowhere);
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::AddressMissing);
    QCOMPARE(outcome->addressId, nowhere);
}

void TestDeskSession::save_isRecordedInTheOrderOfTheFields()
{
    const auto outcome =
        save({{city, u"Lyon"_qs, u" Nice "_qs}, {label, u"Home"_qs, u"Old home"_qs}}, u" "_qs);
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::Recorded);
    QCOMPARE(outcome->events.size(), 2);
    QCOMPARE(outcome->events[0].field(), label);
    QCOMPARE(outcome->events[1].field(), city);
    QCOMPARE(outcome->events[1].to(), FieldValue(u"Nice"_qs));
    for (const Event &event : outcome->events) {
        QCOMPARE(event.changeId, outcome->changeId);
        QCOMPARE(event.reason, FieldValue());
        QVERIFY(event.issuesToken());
    }
    QCOMPARE(outcome->current.value(city), FieldValue(u"Nice"_qs));
}

void TestDeskSession::create_forNoCustomer_isRefused()
{
    const auto outcome = create(nowhere, {{city, u"Nice"_qs}});
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::NotFound);
}

void TestDeskSession::create_ofAValueThatIsRefused_namesIt()
{
    const auto outcome = create(anna, {{city, u"a\u202Eb"_qs}});
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::InvalidValue);
    QCOMPARE(outcome->problemField, city);
}

void TestDeskSession::create_isRecorded()
{
    const auto outcome = create(anna, {{city, u" Nice "_qs}});
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::Recorded);
    QCOMPARE(outcome->events.size(), 1);
    QCOMPARE(outcome->changeId, outcome->events.first().changeId);
    QVERIFY(!outcome->changeId.isEmpty());
    QCOMPARE(outcome->current.value(city), FieldValue(u"Nice"_qs));
    const auto read = history(outcome->addressId);
    QVERIFY(read);
    QCOMPARE(read->current.customer.id, anna);
    QCOMPARE(read->current.address.values.value(city), FieldValue(u"Nice"_qs));
}

void TestDeskSession::remove_whenChangedMeanwhile_isAConflict()
{
    const auto outcome = remove(home, {{city, u"Nice"_qs}, {label, u"Home"_qs}});
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::Conflict);
    QCOMPARE(outcome->conflicts, (QList<FieldConflict>{{city, u"Nice"_qs, u"Lyon"_qs, u"Nice"_qs}}));
    QCOMPARE(outcome->current.value(city), FieldValue(u"Lyon"_qs));
    const auto missing = remove(nowhere, {});
    QVERIFY(missing);
    QCOMPARE(missing->kind, Kind::AddressMissing);
}

void TestDeskSession::remove_isRecordedWithItsReason()
{
    const auto outcome = remove(home, {{city, u"Lyon"_qs}}, u"moved"_qs); // The other fields may be anything.
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::Recorded);
    QCOMPARE(outcome->events.size(), 1);
    QCOMPARE(outcome->events.first().type, EventType::AddressDeleted);
    QCOMPARE(outcome->events.first().reason, FieldValue(u"moved"_qs));
    QCOMPARE(outcome->changeId, outcome->events.first().changeId);
    QVERIFY(history(home)->isDeleted);
}

QTEST_GUILESS_MAIN(TestDeskSession)
#include "tst_desksession.moc"
