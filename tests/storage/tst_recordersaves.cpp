#include "models/domain/CanonicalEvent.h"
#include "models/domain/RevertToken.h"
#include "tests/storage/RecordingDesk.h"

#include <QJsonArray>

using namespace addressdesk;

using Kind = SaveOutcome::Kind;

namespace {

const QString city = QStringLiteral("city");
const QString zipCode = QStringLiteral("zipCode");
const QString paris = QStringLiteral("Paris");
const QString lyon = QStringLiteral("Lyon");
const QString brest = QStringLiteral("Brest");

} // namespace

class TestRecorderSaves : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestDatabase::addKinds(); }
    void init();

    void save_changesTheRowAppendsEventsAndQueuesOneMail();
    void save_whenRepeated_countsVersionsAndChainsHashes();
    void save_givenAChangeId_usesIt();
    void save_withMalformedChangeId_isInvalidArgument();
    void save_whenValueIsWhatWasExpected_isUnchanged();
    void save_whenSomebodySavedTheSame_isUnchanged();
    void save_whenOneOfTwoIsThereAlready_recordsTheOther();
    void save_whenFieldChangedMeanwhile_writesNothing();
    void save_whenAnotherFieldChangedMeanwhile_isRecorded();
    void save_whenAddressIsGone_isAddressMissing();
    void save_ofMalformedKey_isAddressMissing();
    void save_ofUnknownOrDoubledField_isInvalidArgument();
    void save_ofCustomerWithoutMail_isFlagged();
    void save_mailNamesWhatTheLetterNeeds();
    void save_keepsSecretsOutOfTheHistory();
    void save_onReadOnlyConnection_isReadOnly();
    void save_onPostgresql_isOneStatement();
};

void TestRecorderSaves::init()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    REQUIRE_DATABASE(kind);
}

void TestRecorderSaves::save_changesTheRowAppendsEventsAndQueuesOneMail()
{
    DESK SaveRequest request =
        desk.request({{zipCode, QStringLiteral("75002"), QStringLiteral("69001")}, {city, paris, lyon}});
    request.reason = QStringLiteral("moved, phoned");
    const Result<SaveOutcome> outcome = desk.recorder().save(request);

    QVERIFY2(outcome.has_value(), qPrintable(outcome ? QString() : outcome.error().detail));
    QCOMPARE(outcome->kind, Kind::Recorded);
    QCOMPARE(outcome->addressId, RecordingDesk::home);
    QCOMPARE(outcome->current, desk.row());
    QCOMPARE(desk.row().value(city), FieldValue(lyon));
    QCOMPARE(desk.row().value(zipCode), FieldValue(QStringLiteral("69001")));

    const QList<Event> stored = desk.events();
    QCOMPARE(stored.size(), 2);
    QCOMPARE(outcome->events, QList<Event>({stored[1], stored[0]}));
    const Event &event = stored[0];
    QCOMPARE(event.type, EventType::AddressFieldChanged);
    QCOMPARE(event.field(), city);
    QCOMPARE(event.from(), FieldValue(paris));
    QCOMPARE(event.to(), FieldValue(lyon));
    QCOMPARE(event.streamVersion, 2);
    QCOMPARE(event.actor, desk.actor());
    QCOMPARE(event.reason, FieldValue(QStringLiteral("moved, phoned")));
    QCOMPARE(event.changeId, stored[1].changeId);
    QCOMPARE(event.payload.keys(), QStringList({QStringLiteral("field"), QStringLiteral("from"),
                                                QStringLiteral("revertToken"), QStringLiteral("to")}));
    QVERIFY(event.occurredAtTime().isValid());
    QCOMPARE(desk.count(QStringLiteral("mail_outbox")), 1);
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderSaves::save_whenRepeated_countsVersionsAndChainsHashes()
{
    DESK for (const QString &value : {lyon, brest, paris}) desk.change(city, value);
    const QList<Event> events = desk.events();
    QCOMPARE(events.size(), 3);
    QCOMPARE(events[0].streamVersion, 3);
    QVERIFY(events[0].sequenceNum > events[1].sequenceNum);
    QCOMPARE(events[2].chainHash, canonical::chainHash({}, events[2]));
    QCOMPARE(events[1].chainHash, canonical::chainHash(events[2].chainHash, events[1]));
    QCOMPARE(events[0].chainHash, canonical::chainHash(events[1].chainHash, events[0]));
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderSaves::save_givenAChangeId_usesIt()
{
    DESK const QString id = QStringLiteral("ABCDEF01-0000-4000-8000-00000000000A");
    const Result<SaveOutcome> outcome = desk.recorder().save(desk.request({{city, paris, lyon}}), id);
    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->changeId, id.toLower());
    QCOMPARE(desk.events().first().changeId, id.toLower());
}

void TestRecorderSaves::save_withMalformedChangeId_isInvalidArgument()
{
    DESK const auto outcome = desk.recorder().save(desk.request({{city, paris, lyon}}), QStringLiteral("7"));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::InvalidArgument);
}

void TestRecorderSaves::save_whenValueIsWhatWasExpected_isUnchanged()
{
    DESK const QString before = desk.dump();
    const auto outcome = desk.recorder().save(desk.request({{city, paris, QStringLiteral(" Paris ")}}));
    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->kind, Kind::Unchanged);
    QCOMPARE(outcome->current, desk.row());
    QCOMPARE(desk.dump(), before);
}

void TestRecorderSaves::save_whenSomebodySavedTheSame_isUnchanged()
{
    DESK desk.change(city, lyon);
    const QString before = desk.dump();
    const auto outcome = desk.recorder().save(desk.request({{city, paris, lyon}}));
    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->kind, Kind::Unchanged);
    QCOMPARE(desk.dump(), before);
}

void TestRecorderSaves::save_whenOneOfTwoIsThereAlready_recordsTheOther()
{
    DESK desk.change(city, lyon);
    const auto outcome = desk.recorder().save(
        desk.request({{city, paris, lyon}, {zipCode, QStringLiteral("75002"), QStringLiteral("69001")}}));
    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->kind, Kind::Recorded);
    QCOMPARE(outcome->events.size(), 1);
    QCOMPARE(outcome->events.first().field(), zipCode);
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecorderSaves::save_whenFieldChangedMeanwhile_writesNothing()
{
    DESK desk.change(city, brest);
    const QString before = desk.dump();
    const auto outcome = desk.recorder().save(
        desk.request({{city, paris, lyon}, {zipCode, QStringLiteral("75002"), QStringLiteral("69001")}}));
    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->kind, Kind::Conflict);
    QCOMPARE(outcome->conflicts, QList<FieldConflict>({{city, paris, brest, lyon}}));
    QCOMPARE(outcome->current, desk.row());
    QCOMPARE(desk.dump(), before);
}

void TestRecorderSaves::save_whenAnotherFieldChangedMeanwhile_isRecorded()
{
    DESK desk.change(zipCode, QStringLiteral("06000"));
    const auto outcome = desk.recorder().save(desk.request({{city, paris, brest}}));
    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->kind, Kind::Recorded);
    QCOMPARE(desk.row().value(zipCode), FieldValue(QStringLiteral("06000")));
    QCOMPARE(desk.row().value(city), FieldValue(brest));
}

void TestRecorderSaves::save_whenAddressIsGone_isAddressMissing()
{
    DESK const QString before = desk.dump();
    const auto outcome = desk.recorder().save(desk.request({{city, paris, lyon}}, RecordingDesk::nobody));
    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->kind, Kind::AddressMissing);
    QCOMPARE(desk.dump(), before);
    const auto noEdit = desk.recorder().save(desk.request({{city, paris, paris}}, RecordingDesk::nobody));
    QVERIFY(noEdit.has_value());
    QCOMPARE(noEdit->kind, Kind::AddressMissing);
}

void TestRecorderSaves::save_ofMalformedKey_isAddressMissing()
{
    DESK for (const QString &key :
              {QStringLiteral("12"), QStringLiteral("'; DROP TABLE events; --"), QString()})
    {
        const auto outcome = desk.recorder().save(desk.request({{city, paris, lyon}}, key));
        QVERIFY2(outcome.has_value(), qPrintable(outcome ? QString() : outcome.error().detail));
        QCOMPARE(outcome->kind, Kind::AddressMissing);
    }
    desk.change(city, lyon); // The connection is as good as new.
}

void TestRecorderSaves::save_ofUnknownOrDoubledField_isInvalidArgument()
{
    DESK const QString before = desk.dump();
    for (const QList<FieldEdit> &edits :
         {QList<FieldEdit>{{QStringLiteral("user_id"), paris, lyon}},
          QList<FieldEdit>{{city, paris, lyon}, {city, paris, brest}}, QList<FieldEdit>{}}) {
        const auto outcome = desk.recorder().save(desk.request(edits));
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::InvalidArgument);
    }
    QCOMPARE(desk.dump(), before);
}

void TestRecorderSaves::save_ofCustomerWithoutMail_isFlagged()
{
    DESK desk.change(city, lyon, RecordingDesk::work);
    QCOMPARE(desk.database().value(QStringLiteral("SELECT state FROM mail_outbox")),
             FieldValue(QStringLiteral("noAddress")));
    QCOMPARE(desk.database().value(QStringLiteral("SELECT recipient FROM mail_outbox")), FieldValue());
    QCOMPARE(desk.database().value(QStringLiteral("SELECT CAST(next_attempt_at AS text) FROM mail_outbox")),
             FieldValue());
}

void TestRecorderSaves::save_mailNamesWhatTheLetterNeeds()
{
    DESK const FieldValues before = desk.row();
    const auto outcome = desk.recorder().save(
        desk.request({{city, paris, lyon}, {zipCode, QStringLiteral("75002"), std::nullopt}}));
    QVERIFY(outcome.has_value());
    QCOMPARE(desk.database().value(QStringLiteral("SELECT state FROM mail_outbox")),
             FieldValue(QStringLiteral("queued")));
    QCOMPARE(desk.database().value(QStringLiteral("SELECT recipient FROM mail_outbox")),
             FieldValue(QStringLiteral("anna@example.com")));
    const QJsonObject mail = desk.mails().first();
    QCOMPARE(mail.keys(), QStringList({QStringLiteral("address"), QStringLiteral("addressId"),
                                       QStringLiteral("byCustomer"), QStringLiteral("changes"),
                                       QStringLiteral("customer"), QStringLiteral("kind")}));
    QCOMPARE(mail.value(QLatin1String("kind")).toString(), QStringLiteral("changed"));
    QCOMPARE(mail.value(QLatin1String("byCustomer")), QJsonValue(false));
    QCOMPARE(mail.value(QLatin1String("addressId")).toString(), RecordingDesk::home);
    QCOMPARE(mail.value(QLatin1String("customer")).toObject(),
             QJsonObject({{QStringLiteral("id"), RecordingDesk::anna},
                          {QStringLiteral("firstName"), QStringLiteral("Anna")},
                          {QStringLiteral("lastName"), QString::fromUtf8("Lefèvre")}}));
    const QJsonObject address = mail.value(QLatin1String("address")).toObject();
    QCOMPARE(address.size(), before.size());
    for (auto it = before.cbegin(); it != before.cend(); ++it)
        QCOMPARE(address.value(it.key()).toString(), it.value().value_or(QString()));
    const QJsonArray changes = mail.value(QLatin1String("changes")).toArray();
    QCOMPARE(changes.size(), 2);
    for (qsizetype i = 0; i < changes.size(); ++i) {
        const Event &event = outcome->events.at(i);
        const QJsonObject change = changes.at(i).toObject();
        QCOMPARE(change.value(QLatin1String("field")).toString(), event.field());
        QCOMPARE(change.value(QLatin1String("from")), event.payload.value(QLatin1String("from")));
        QCOMPARE(change.value(QLatin1String("to")), event.payload.value(QLatin1String("to")));
        QCOMPARE(change.value(QLatin1String("code")).toString(),
                 RevertToken::codeOfDigest(event.tokenDigest()));
        const auto token = RevertToken::fromSecret(desk.secretOf(outcome->changeId, event.field()));
        QVERIFY(token.has_value());
        QCOMPARE(token->digest(), event.tokenDigest());
        QVERIFY(!change.contains(QLatin1String("secret")));
    }
}

void TestRecorderSaves::save_keepsSecretsOutOfTheHistory()
{
    DESK const SaveOutcome outcome = desk.change(city, lyon);
    const QString secret = desk.secretOf(outcome.changeId);
    QCOMPARE(secret.size(), 43);
    QVERIFY(outcome.events.first().tokenDigest() != secret);
    QCOMPARE(desk.database().value(
                 QStringLiteral("SELECT count(*) FROM events WHERE CAST(payload AS text) LIKE '%%1%' "
                                "OR reason LIKE '%%1%' OR CAST(change_id AS text) LIKE '%%1%'")
                     .arg(secret)),
             FieldValue(QStringLiteral("0")));
}

void TestRecorderSaves::save_onReadOnlyConnection_isReadOnly()
{
    DESK const QString before = desk.dump();
    ConnectionOptions options;
    options.isReadOnly = true;
    const auto connection = desk.database().connect(options);
    ChangeRecorder recorder(*connection, SchemaMapping::native(), QStringLiteral("marie"));
    const auto outcome = recorder.save(desk.request({{city, paris, lyon}}));
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, ErrorCode::ReadOnly);
    QCOMPARE(desk.dump(), before);
}

void TestRecorderSaves::save_onPostgresql_isOneStatement()
{
    DESK if (!desk.database().isPostgresql()) QSKIP("SQLite has no data-modifying common table expressions");
    desk.change(zipCode, QStringLiteral("75003")); // The first one looks for triggers, once.
    QSet<QString> texts;
    desk.connection().setFaultInjector([&texts](const QString &sql) -> std::optional<Error> {
        texts.insert(sql);
        return std::nullopt;
    });
    for (const QString &value : {lyon, brest, paris})
        desk.change(city, value);
    QCOMPARE(texts.size(), 1);
    QVERIFY(texts.values().first().startsWith(u"WITH updated"));
}

QTEST_GUILESS_MAIN(TestRecorderSaves)
#include "tst_recordersaves.moc"
