#include "models/domain/RevertToken.h"
#include "tests/storage/RecordingDesk.h"

#include <QUuid>

using namespace addressdesk;

using Kind = SaveOutcome::Kind;

namespace {

const QString city = QStringLiteral("city");
const QString label = QStringLiteral("label");
const QString lyon = QStringLiteral("Lyon");

} // namespace

/// Creations, deletions and restorations.
class TestRecorderExistence : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestDatabase::addKinds(); }
    void init();

    void create_insertsTheRowAndTellsOfIt();
    void create_forUnknownCustomer_isNotFound();
    void create_withUnknownField_isInvalidArgument();
    void create_withRefusedValue_isInvalidValue();
    void create_withTakenChangeId_appendsToThatSave();
    void remove_deletesTheRowAndKeepsASnapshot();
    void remove_whenTheRowDiffers_isAConflict();
    void remove_tellsNullFromEmpty();
    void remove_ofMissingAddress_isAddressMissing();
    void remove_ofReferencedRow_isConstraintViolated();
    void restore_bringsTheDeletedRowBack();
    void restore_ofAnExistingAddress_isRefused();
    void restore_twice_isRefused();
    void restore_ofUnknownOrMalformedAddress_isNotFound();
    void restore_whenTheCustomerIsGone_isNotFound();
    void restore_whenRemovedElsewhereAfterARestoration_usesNoToken();
    void restore_takesTheNewestSnapshot();
};

void TestRecorderExistence::init()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    REQUIRE_DATABASE(kind);
}

void TestRecorderExistence::create_insertsTheRowAndTellsOfIt()
{
    DESK const auto outcome = desk.recorder().create(
        RecordingDesk::anna, {{city, QStringLiteral(" Lyon ")}, {label, QStringLiteral("")}},
        QStringLiteral("phoned"));
    VERIFY_RESULT(outcome);
    QCOMPARE(outcome->kind, Kind::Recorded);
    QVERIFY(!QUuid::fromString(outcome->addressId).isNull());
    const FieldValues row = desk.row(outcome->addressId);
    QCOMPARE(row, outcome->current);
    QCOMPARE(row.value(city), FieldValue(lyon));
    QCOMPARE(row.value(label), FieldValue(QStringLiteral("")));
    QCOMPARE(row.value(QStringLiteral("country")), FieldValue());

    const QList<Event> events = desk.events(outcome->addressId);
    QCOMPARE(events, outcome->events);
    QCOMPARE(events.size(), 1);
    QCOMPARE(events[0].type, EventType::AddressCreated);
    QCOMPARE(events[0].snapshot(), row);
    QCOMPARE(events[0].snapshotCustomerId(), RecordingDesk::anna);
    QCOMPARE(events[0].payload.size(), row.size() + 1);
    QCOMPARE(events[0].reason, FieldValue(QStringLiteral("phoned")));
    const QJsonObject mail = desk.mails().first();
    QCOMPARE(mail.value(QLatin1String("kind")).toString(), QStringLiteral("created"));
    QCOMPARE(desk.saveSecretOf(outcome->changeId), QString());
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderExistence::create_forUnknownCustomer_isNotFound()
{
    DESK const QString before = desk.dump();
    for (const QString &customer : {RecordingDesk::nobody, QStringLiteral("x'"), QString()}) {
        const auto outcome = desk.recorder().create(customer, {{city, lyon}}, std::nullopt);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::NotFound);
    }
    QCOMPARE(desk.dump(), before);
}

void TestRecorderExistence::create_withUnknownField_isInvalidArgument()
{
    DESK const auto outcome =
        desk.recorder().create(RecordingDesk::anna, {{QStringLiteral("id"), lyon}}, std::nullopt);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::InvalidArgument);
}

void TestRecorderExistence::create_withRefusedValue_isInvalidValue()
{
    DESK const QString before = desk.dump();
    const auto outcome =
        desk.recorder().create(RecordingDesk::anna, {{city, QString(256, u'x')}}, std::nullopt);
    VERIFY_RESULT(outcome);
    QCOMPARE(outcome->kind, Kind::InvalidValue);
    QCOMPARE(outcome->problemField, city);
    QCOMPARE(outcome->problem.kind, ValueProblem::Kind::TooLong);
    QCOMPARE(desk.dump(), before);
}

void TestRecorderExistence::create_withTakenChangeId_appendsToThatSave()
{
    DESK const SaveOutcome saved = desk.change(city, lyon);
    const auto outcome =
        desk.recorder().create(RecordingDesk::marc, {{city, lyon}}, std::nullopt, saved.changeId);
    VERIFY_RESULT(outcome);
    QCOMPARE(outcome->changeId, saved.changeId);
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderExistence::remove_deletesTheRowAndKeepsASnapshot()
{
    DESK const FieldValues before = desk.row();
    const auto outcome = desk.recorder().remove(RecordingDesk::home, before, QStringLiteral("moved away"));
    VERIFY_RESULT(outcome);
    QCOMPARE(outcome->kind, Kind::Recorded);
    QVERIFY(desk.row().isEmpty());
    const Event event = desk.events().first();
    QCOMPARE(event.type, EventType::AddressDeleted);
    QCOMPARE(event.snapshot(), before);
    QCOMPARE(event.snapshotCustomerId(), RecordingDesk::anna);
    const QJsonObject mail = desk.mails().first();
    QCOMPARE(mail.value(QLatin1String("kind")).toString(), QStringLiteral("deleted"));
    QCOMPARE(mail.value(QLatin1String("code")).toString(), RevertToken::codeOfDigest(event.tokenDigest()));
    const auto token = RevertToken::fromSecret(desk.secretOf(outcome->changeId, {}));
    QVERIFY(token.has_value());
    QCOMPARE(token->digest(), event.tokenDigest());
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderExistence::remove_whenTheRowDiffers_isAConflict()
{
    DESK const FieldValues seen = desk.row();
    desk.change(city, lyon);
    const QString before = desk.dump();
    const auto outcome = desk.recorder().remove(RecordingDesk::home, seen, std::nullopt);
    VERIFY_RESULT(outcome);
    QCOMPARE(outcome->kind, Kind::Conflict);
    QCOMPARE(outcome->conflicts,
             QList<FieldConflict>({{city, QStringLiteral("Paris"), lyon, QStringLiteral("Paris")}}));
    QCOMPARE(desk.dump(), before);
}

void TestRecorderExistence::remove_tellsNullFromEmpty()
{
    DESK const auto outcome = desk.recorder().remove(
        RecordingDesk::work, {{QStringLiteral("country"), QStringLiteral("")}}, std::nullopt);
    VERIFY_RESULT(outcome);
    QCOMPARE(outcome->kind, Kind::Conflict);
    const auto right = desk.recorder().remove(RecordingDesk::work,
                                              {{QStringLiteral("country"), std::nullopt}}, std::nullopt);
    VERIFY_RESULT(right);
    QCOMPARE(right->kind, Kind::Recorded);
}

void TestRecorderExistence::remove_ofMissingAddress_isAddressMissing()
{
    DESK for (const QString &key : {RecordingDesk::nobody, QStringLiteral("12")})
    {
        const auto outcome = desk.recorder().remove(key, {}, std::nullopt);
        VERIFY_RESULT(outcome);
        QCOMPARE(outcome->kind, Kind::AddressMissing);
    }
}

void TestRecorderExistence::remove_ofReferencedRow_isConstraintViolated()
{
    DESK desk.database().run(
        QStringLiteral("CREATE TABLE orders (address_id %1 REFERENCES addresses (id));"
                       "INSERT INTO orders VALUES ('22222222-0000-4000-8000-000000000001')")
            .arg(desk.database().isPostgresql() ? QStringLiteral("UUID") : QStringLiteral("TEXT")));
    const QString before = desk.dump();
    const auto outcome = desk.recorder().remove(RecordingDesk::home, {}, std::nullopt);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::ConstraintViolated);
    QCOMPARE(desk.dump(), before);
    desk.change(city, lyon);
}

void TestRecorderExistence::restore_bringsTheDeletedRowBack()
{
    DESK const FieldValues before = desk.row();
    const auto removed = desk.recorder().remove(RecordingDesk::home, before, std::nullopt);
    VERIFY_RESULT(removed);
    const auto outcome = desk.recorder().restore(RecordingDesk::home);
    VERIFY_RESULT(outcome);
    QVERIFY(outcome->isReverted);
    QCOMPARE(outcome->addressId, RecordingDesk::home);
    QCOMPARE(desk.row(), before);
    const QList<Event> events = desk.events();
    QCOMPARE(events.size(), 2);
    QCOMPARE(events[0].type, EventType::AddressRestored);
    QCOMPARE(events[0].snapshot(), before);
    QCOMPARE(events[0].tokenDigest(), events[1].tokenDigest());
    QCOMPARE(events[0].actor, desk.actor());
    QCOMPARE(desk.mails().last().value(QLatin1String("kind")).toString(), QStringLiteral("restored"));
    QCOMPARE(desk.saveSecretOf(events[0].changeId), QString());
    QCOMPARE(desk.database().value(QStringLiteral("SELECT recipient FROM mail_outbox WHERE id = 2")),
             FieldValue(QStringLiteral("anna@example.com")));
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderExistence::restore_ofAnExistingAddress_isRefused()
{
    DESK VERIFY_RESULT(desk.recorder().remove(RecordingDesk::home, {}, std::nullopt));
    desk.database().run(
        QStringLiteral("INSERT INTO addresses (id) VALUES ('22222222-0000-4000-8000-000000000001')"));
    const QString before = desk.dump();
    const auto outcome = desk.recorder().restore(RecordingDesk::home);
    VERIFY_RESULT(outcome);
    QVERIFY(!outcome->isReverted);
    QCOMPARE(outcome->refusals.size(), 1);
    QCOMPARE(outcome->refusals.first().verdict.state, Reversibility::AlreadyBack);
    QCOMPARE(desk.dump(), before);
}

void TestRecorderExistence::restore_twice_isRefused()
{
    DESK VERIFY_RESULT(desk.recorder().remove(RecordingDesk::home, {}, std::nullopt));
    VERIFY_RESULT(desk.recorder().restore(RecordingDesk::home));
    const QString before = desk.dump();
    const auto outcome = desk.recorder().restore(RecordingDesk::home);
    VERIFY_RESULT(outcome);
    QVERIFY(!outcome->isReverted);
    QCOMPARE(outcome->refusals.first().verdict.state, Reversibility::AlreadyReverted);
    QCOMPARE(desk.dump(), before);
}

void TestRecorderExistence::restore_ofUnknownOrMalformedAddress_isNotFound()
{
    DESK for (const QString &key : {RecordingDesk::nobody, RecordingDesk::home, QStringLiteral("12")})
    {
        const auto outcome = desk.recorder().restore(key);
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::NotFound);
    }
}

void TestRecorderExistence::restore_whenTheCustomerIsGone_isNotFound()
{
    DESK VERIFY_RESULT(desk.recorder().remove(RecordingDesk::home, {}, std::nullopt));
    desk.database().run(
        QStringLiteral("DELETE FROM users WHERE id = '11111111-0000-4000-8000-000000000001'"));
    const QString before = desk.dump();
    const auto outcome = desk.recorder().restore(RecordingDesk::home);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::NotFound);
    QCOMPARE(desk.dump(), before);
}

void TestRecorderExistence::restore_whenRemovedElsewhereAfterARestoration_usesNoToken()
{
    DESK VERIFY_RESULT(desk.recorder().remove(RecordingDesk::home, {}, std::nullopt));
    VERIFY_RESULT(desk.recorder().restore(RecordingDesk::home));
    desk.database().run(
        QStringLiteral("DELETE FROM addresses WHERE id = '22222222-0000-4000-8000-000000000001'"));
    const auto outcome = desk.recorder().restore(RecordingDesk::home);
    VERIFY_RESULT(outcome);
    QVERIFY(outcome->isReverted);
    QVERIFY(outcome->events.first().tokenDigest().isEmpty());
    QVERIFY(!outcome->events.first().payload.contains(QLatin1String("revertToken")));
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderExistence::restore_takesTheNewestSnapshot()
{
    DESK VERIFY_RESULT(desk.recorder().remove(RecordingDesk::home, {}, std::nullopt));
    VERIFY_RESULT(desk.recorder().restore(RecordingDesk::home));
    desk.change(city, lyon);
    VERIFY_RESULT(desk.recorder().remove(RecordingDesk::home, {}, std::nullopt));
    const auto outcome = desk.recorder().restore(RecordingDesk::home);
    VERIFY_RESULT(outcome);
    QVERIFY(outcome->isReverted);
    QCOMPARE(desk.row().value(city), FieldValue(lyon));
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

QTEST_GUILESS_MAIN(TestRecorderExistence)
#include "tst_recorderexistence.moc"
