#include "SessionHarness.h"

#include "tests/support/FakeDeskSession.h"

using namespace addressdesk;

namespace {

enum class Desk { Fake, Sqlite, Postgresql };

const QString anna = QStringLiteral("00000000-0000-4000-8000-000000000001");
const QString home = QStringLiteral("00000000-0000-4000-8000-00000000000a");
const QString work = QStringLiteral("00000000-0000-4000-8000-00000000000b");
const QString nowhere = QStringLiteral("00000000-0000-4000-8000-0000000000ff");
const QString label = QStringLiteral("label");
const QString city = QStringLiteral("city");

using Kind = SaveOutcome::Kind;

} // namespace

Q_DECLARE_METATYPE(Desk)

/// What every session answers to requests for one customer's two addresses, so that tests of the window on
/// the session in memory tell of the real one.
class tst_DeskSession final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data();
    void init();
    void cleanup();

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
    void restore_ofWhatWasNeverDeleted_isNotFound();
    void restore_bringsBackWhatWasDeleted_once();
    void revert_ofWhatIsNotKnown_isNotFound();
    void revert_ofAChange_isRecorded_once();
    void revert_overALaterChange_hasToBeWanted();
    void revert_ofASave_leavesOutWhatIsBackAlready();
    void history_ofNoAddress_isNotFound();
    void history_cutsNoSaveInTwo();
    void deleted_areListedNewestFirst();

private:
    /// The answer to one request.
    template<typename T> Result<T> asked(const std::function<void(DeskSession::Handler<T>)> &ask)
    {
        Answered<T> answered;
        ask(answered.handler());
        if (!answered.wait())
            return failure(ErrorCode::Internal, QStringLiteral("no answer"));
        return *answered.result;
    }
    Result<SaveOutcome> save(const QList<FieldEdit> &edits, const FieldValue &reason = {},
                             const QString &address = home)
    {
        return asked<SaveOutcome>([&](const auto &handler) {
            m_session->save({address, edits, reason}, this, handler);
        });
    }
    Result<SaveOutcome> create(const QString &customer, const FieldValues &values)
    {
        return asked<SaveOutcome>(
            [&](const auto &handler) { m_session->createAddress(customer, values, {}, this, handler); });
    }
    Result<SaveOutcome> remove(const QString &address, const FieldValues &expected,
                               const FieldValue &reason = {})
    {
        return asked<SaveOutcome>(
            [&](const auto &handler) { m_session->deleteAddress(address, expected, reason, this, handler); });
    }
    Result<RevertOutcome> restore(const QString &address)
    {
        return asked<RevertOutcome>(
            [&](const auto &handler) { m_session->restoreAddress(address, this, handler); });
    }
    Result<RevertOutcome> revert(const RevertRequest &request)
    {
        return asked<RevertOutcome>([&](const auto &handler) { m_session->revert(request, this, handler); });
    }
    static RevertRequest change(qint64 sequenceNum)
    {
        RevertRequest request;
        request.sequenceNum = sequenceNum;
        return request;
    }
    Result<History> history(const QString &address, int limit = 50)
    {
        return asked<History>([&](const auto &handler) {
            m_session->fetchHistory({address, {}, 0, limit}, this, handler);
        });
    }
    QStringList deleted(const QString &search, int limit)
    {
        const auto found = asked<QList<DeletedAddress>>(
            [&](const auto &handler) { m_session->fetchDeleted(search, limit, this, handler); });
        QStringList ids;
        for (const DeletedAddress &address : found.value_or(QList<DeletedAddress>()))
            ids.append(address.deletion.streamId);
        return ids;
    }

    std::unique_ptr<TestDatabase> m_database;
    SqlDeskConnector m_connector;
    std::shared_ptr<DeskSession> m_session;
};

void tst_DeskSession::initTestCase_data()
{
    QTest::addColumn<Desk>("desk");
    QTest::newRow("in memory") << Desk::Fake;
    QTest::newRow("SQLite") << Desk::Sqlite;
    QTest::newRow("PostgreSQL") << Desk::Postgresql;
}

void tst_DeskSession::init()
{
    QFETCH_GLOBAL(Desk, desk);
    if (desk == Desk::Fake) {
        const auto row = [](const QString &id, const QString &name, const QString &place) {
            FieldValues values;
            for (const QString &field : SchemaMapping::native().fieldIds())
                values.insert(field, std::nullopt);
            values.insert(label, name);
            values.insert(city, place);
            return AddressRow{
                {id, anna, values},
                {anna, QStringLiteral("Anna"), QStringLiteral("Martin"), QStringLiteral("anna@example.com")}};
        };
        auto fake = std::make_shared<FakeDeskSession>();
        fake->setRows({row(home, QStringLiteral("Home"), QStringLiteral("Lyon")),
                       row(work, QStringLiteral("Work"), QStringLiteral("Paris"))});
        m_session = fake;
        return;
    }
    const auto kind = desk == Desk::Sqlite ? DatabaseUrl::Kind::Sqlite : DatabaseUrl::Kind::Postgresql;
    REQUIRE_DATABASE(kind);
    m_database = std::make_unique<TestDatabase>(kind);
    m_database->run(QStringLiteral("INSERT INTO users (id, first_name, last_name, email) VALUES ('%1', "
                                   "'Anna', 'Martin', 'anna@example.com')")
                        .arg(anna));
    m_database->run(QStringLiteral("INSERT INTO addresses (id, user_id, label, city) VALUES "
                                   "('%1', '%3', 'Home', 'Lyon'), ('%2', '%3', 'Work', 'Paris')")
                        .arg(home, work, anna));
    ConnectRequest request;
    request.url = m_database->url();
    const auto session = openSession(m_connector, request);
    QVERIFY2(session.has_value(), session ? "" : qPrintable(session.error().detail));
    m_session = *session;
}

void tst_DeskSession::cleanup()
{
    m_session.reset();
    m_database.reset();
}

void tst_DeskSession::save_withNothingToDoOrUnknownFields_isRefused()
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

void tst_DeskSession::save_ofAValueThatIsRefused_namesIt()
{
    const auto outcome = save({{city, u"Lyon"_qs, u"a\u202Eb"_qs}});
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::InvalidValue);
    QCOMPARE(outcome->problemField, city);
    QVERIFY(outcome->events.isEmpty());
    QCOMPARE(history(home)->current.address.values.value(city), FieldValue(u"Lyon"_qs));
}

void tst_DeskSession::save_ofWhatIsStored_isUnchanged()
{
    const auto outcome = save({{city, u"Nice"_qs, u"Lyon"_qs}});
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::Unchanged);
    QCOMPARE(outcome->changeId, QString());
    QCOMPARE(outcome->current.value(city), FieldValue(u"Lyon"_qs));
}

void tst_DeskSession::save_ofAnEditThatChangesNothing_overlooksWhatOthersDid()
{
    const auto outcome = save({{city, u"Nice"_qs, u"Nice"_qs}});
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::Unchanged);
    QCOMPARE(outcome->current.value(city), FieldValue(u"Lyon"_qs));
}

void tst_DeskSession::save_whenChangedMeanwhile_isAConflict()
{
    const auto outcome = save({{label, u"Home"_qs, u"Old home"_qs}, {city, u"Nice"_qs, u"Metz"_qs}});
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::Conflict);
    QCOMPARE(outcome->conflicts, (QList<FieldConflict>{{city, u"Nice"_qs, u"Lyon"_qs, u"Metz"_qs}}));
    QCOMPARE(outcome->current.value(label), FieldValue(u"Home"_qs));
}

void tst_DeskSession::save_ofNoAddress_saysThatItIsMissing()
{
    const auto outcome = save({{city, u"Lyon"_qs, u"Nice"_qs}}, {}, nowhere);
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::AddressMissing);
    QCOMPARE(outcome->addressId, nowhere);
}

void tst_DeskSession::save_isRecordedInTheOrderOfTheFields()
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

void tst_DeskSession::create_forNoCustomer_isRefused()
{
    const auto outcome = create(nowhere, {{city, u"Nice"_qs}});
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::NotFound);
}

void tst_DeskSession::create_ofAValueThatIsRefused_namesIt()
{
    const auto outcome = create(anna, {{city, u"a\u202Eb"_qs}});
    QVERIFY(outcome);
    QCOMPARE(outcome->kind, Kind::InvalidValue);
    QCOMPARE(outcome->problemField, city);
}

void tst_DeskSession::create_isRecorded()
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

void tst_DeskSession::remove_whenChangedMeanwhile_isAConflict()
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

void tst_DeskSession::remove_isRecordedWithItsReason()
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

void tst_DeskSession::restore_ofWhatWasNeverDeleted_isNotFound()
{
    const auto outcome = restore(home);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::NotFound);
}

void tst_DeskSession::restore_bringsBackWhatWasDeleted_once()
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

void tst_DeskSession::revert_ofWhatIsNotKnown_isNotFound()
{
    const auto outcome = revert(change(987654));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::NotFound);
}

void tst_DeskSession::revert_ofAChange_isRecorded_once()
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

void tst_DeskSession::revert_overALaterChange_hasToBeWanted()
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

void tst_DeskSession::revert_ofASave_leavesOutWhatIsBackAlready()
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

void tst_DeskSession::history_ofNoAddress_isNotFound()
{
    const auto read = history(nowhere);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::NotFound);
}

void tst_DeskSession::history_cutsNoSaveInTwo()
{
    QVERIFY(save({{city, u"Lyon"_qs, u"Nice"_qs}}));
    QVERIFY(save({{city, u"Nice"_qs, u"Metz"_qs}, {label, u"Home"_qs, u"Old home"_qs}}));
    const auto read = history(home, 1);
    QVERIFY(read);
    QCOMPARE(read->entries.size(), 2);
    QVERIFY(read->hasMore);
    QVERIFY(!history(home, 3)->hasMore);
}

void tst_DeskSession::deleted_areListedNewestFirst()
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

QTEST_GUILESS_MAIN(tst_DeskSession)
#include "tst_desksession.moc"
