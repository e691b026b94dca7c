#include "models/storage/CustomerRevertReader.h"
#include "models/storage/MailRepository.h"
#include "models/storage/OfficeSettingsRepository.h"
#include "models/storage/RevertCodes.h"
#include "models/storage/TaskRepository.h"
#include "tests/storage/RecordingDesk.h"

using namespace addressdesk;

namespace {

const QString city = QStringLiteral("city");
const QString lyon = QStringLiteral("Lyon");

} // namespace

/// Codes, letters, settings and what a desk does with mails.
class TestSqlOfficeDesk : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestDatabase::addKinds(); }
    void init();

    void findCode_tellsTheWholeSave();
    void findCode_afterFiveWrongOnes_refusesEvenRightOnes();
    void letterToken_isThereUntilTheLetterIsPrinted();
    void letterToken_onPostgresql_isOnlyForThoseGranted();
    void cancel_wipesTheSecretAndOnlyWhatWaits();
    void sendAgain_onlyWhatWasSent();
    void counts_countWhatIsOpen();
    void task_canBeOpenedAgain();
    void letterWithoutLink_startsNoDays();
    void list_tellsWhatOfAMailWasPutBack();
    void list_withoutRights_isEmpty();
    void settings_comeBackAsTheyWereSaved();
    void settings_saveOfAnother_keepsAPhoneThatIsNone();
    void customerReverts_areThoseOfLinksAfterAnEvent();
};

void TestSqlOfficeDesk::init()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    REQUIRE_DATABASE(kind);
}

void TestSqlOfficeDesk::findCode_tellsTheWholeSave()
{
    DESK const auto saved = desk.recorder().save(desk.request(
        {{city, QStringLiteral("Paris"), lyon},
         {QStringLiteral("zipCode"), desk.row().value(QStringLiteral("zipCode")), QStringLiteral("69001")}}));
    const Event cityEvent = saved->events[0].field() == city ? saved->events[0] : saved->events[1];
    QString code = RevertToken::codeOfDigest(cityEvent.tokenDigest());
    const auto match = desk.recorder().findCode(code.insert(4, u'-').toLower());
    VERIFY_RESULT(match);
    QCOMPARE(match->sequenceNum, cityEvent.sequenceNum);
    QCOMPARE(match->row.address.id, RecordingDesk::home);
    QCOMPARE(match->entries.size(), 2);
    QVERIFY(match->entries.first().verdict.isRevertible());
}

void TestSqlOfficeDesk::findCode_afterFiveWrongOnes_refusesEvenRightOnes()
{
    DESK const SaveOutcome saved = desk.change(city, lyon);
    const QString right = RevertToken::codeOfDigest(saved.events.first().tokenDigest());
    for (int i = 0; i < RevertCodes::wrongCodesAMinute; ++i)
        QCOMPARE(desk.recorder().findCode(QStringLiteral("0000000%1").arg(i)).error().code,
                 ErrorCode::NotFound);
    QCOMPARE(desk.recorder().findCode(right).error().code, ErrorCode::TooManyAttempts);
    QCOMPARE(desk.recorder().revert(textRequest(RevertRequest::Target::Code, right)).error().code,
             ErrorCode::TooManyAttempts);
    QCOMPARE(desk.row().value(city), FieldValue(lyon));
    // A minute later patience is back.
    desk.database().run(
        desk.database().isPostgresql()
            ? QStringLiteral("UPDATE address_desk_wrong_codes SET tried_at = tried_at - interval '61 s'")
            : QStringLiteral("UPDATE address_desk_wrong_codes SET tried_at = "
                             "strftime('%Y-%m-%dT%H:%M:%fZ', tried_at, '-61 seconds')"));
    VERIFY_RESULT(desk.recorder().findCode(right));
}

void TestSqlOfficeDesk::letterToken_isThereUntilTheLetterIsPrinted()
{
    DESK const SaveOutcome saved = desk.change(city, QStringLiteral("Lille"), RecordingDesk::work);
    MailRepository mails(desk.connection());
    const auto letters = mails.list({{MailState::NoAddress}});
    VERIFY_RESULT(letters);
    QCOMPARE(letters->size(), 1);
    const auto token = mails.letterToken(letters->first().id);
    VERIFY_RESULT(token);
    QVERIFY(token->has_value());
    QCOMPARE((*token)->derivedForField(city).digest(), saved.events.first().tokenDigest());

    const auto printed = mails.apply(letters->first().id, MailAction::MarkPrinted, 14);
    VERIFY_RESULT(printed);
    QVERIFY(printed->isLetter());
    QVERIFY(!printed->expiresAt.isEmpty());
    QVERIFY(!*mails.letterToken(letters->first().id));
    QCOMPARE(mails.apply(letters->first().id, MailAction::MarkPrinted, 14).error().code, ErrorCode::Outdated);
}

void TestSqlOfficeDesk::letterToken_onPostgresql_isOnlyForThoseGranted()
{
    DESK if (!desk.database().isPostgresql()) QSKIP("SQLite has no roles");
    desk.change(city, lyon);
    desk.change(city, QStringLiteral("Lille"), RecordingDesk::work);
    desk.database().run(
        QStringLiteral("CREATE ROLE clerk; GRANT SELECT (id, state) ON mail_outbox TO clerk"));
    const auto connection = desk.database().connect();
    QVERIFY(connection->execute(QStringLiteral("SET ROLE clerk")));
    MailRepository asClerk(*connection);
    for (qint64 id : {1, 2})
        QVERIFY(!*asClerk.letterToken(id));
    desk.database().run(
        QStringLiteral("GRANT EXECUTE ON FUNCTION address_desk_letter_secret(bigint) TO clerk"));
    QVERIFY(!*asClerk.letterToken(1)); // A mail, not a letter.
    QVERIFY(asClerk.letterToken(2)->has_value());
    QVERIFY(connection->execute(QStringLiteral("RESET ROLE")));
    desk.database().run(QStringLiteral("DROP OWNED BY clerk; DROP ROLE clerk"));
}

void TestSqlOfficeDesk::cancel_wipesTheSecretAndOnlyWhatWaits()
{
    DESK const SaveOutcome saved = desk.change(city, lyon);
    MailRepository mails(desk.connection());
    const auto cancelled = mails.apply(1, MailAction::Cancel, 14);
    VERIFY_RESULT(cancelled);
    QCOMPARE(cancelled->state, MailState::Cancelled);
    QCOMPARE(desk.saveSecretOf(saved.changeId), QString());
    QCOMPARE(mails.apply(1, MailAction::Cancel, 14).error().code, ErrorCode::Outdated);
    QCOMPARE(mails.apply(99, MailAction::Cancel, 14).error().code, ErrorCode::NotFound);
}

void TestSqlOfficeDesk::sendAgain_onlyWhatWasSent()
{
    DESK desk.change(city, lyon);
    MailRepository mails(desk.connection());
    QCOMPARE(mails.apply(1, MailAction::SendAgain, 14).error().code, ErrorCode::Outdated);
    desk.database().run(QStringLiteral("UPDATE mail_outbox SET state = 'sent'"));
    QCOMPARE(mails.apply(1, MailAction::SendAgain, 14)->state, MailState::Queued);
}

void TestSqlOfficeDesk::counts_countWhatIsOpen()
{
    DESK desk.change(city, lyon);
    desk.change(city, QStringLiteral("Nice"));
    desk.change(city, QStringLiteral("Lille"), RecordingDesk::work);
    desk.database().run(QStringLiteral("UPDATE mail_outbox SET state = 'failed' WHERE id = 1"));
    const auto counts = MailRepository(desk.connection()).counts();
    VERIFY_RESULT(counts);
    QCOMPARE(*counts, (MailCounts{1, 1, 1, 0}));
}

void TestSqlOfficeDesk::task_canBeOpenedAgain()
{
    DESK const Event event = desk.change(city, lyon).events.first();
    TaskRepository tasks(desk.connection(), desk.schema());
    VERIFY_RESULT(tasks.add(event));
    const qint64 id = tasks.open(10)->first().id;
    QCOMPARE(tasks.reopen(id).error().code, ErrorCode::NotFound); // It is open.
    VERIFY_RESULT(tasks.finish(id, QStringLiteral("marie")));
    QCOMPARE(tasks.open(10)->size(), 0);
    VERIFY_RESULT(tasks.reopen(id));
    QCOMPARE(tasks.open(10)->first().id, id);
    QCOMPARE(desk.database().value(QStringLiteral("SELECT done_by FROM address_desk_tasks")), std::nullopt);

    // The customer was quicker: one request is enough.
    VERIFY_RESULT(tasks.finish(id, QStringLiteral("marie")));
    VERIFY_RESULT(tasks.add(event));
    QCOMPARE(tasks.reopen(id).error().code, ErrorCode::NotFound);
    QCOMPARE(tasks.open(10)->size(), 1);
    QCOMPARE(tasks.reopen(99).error().code, ErrorCode::NotFound);
}

void TestSqlOfficeDesk::letterWithoutLink_startsNoDays()
{
    DESK desk.change(city, QStringLiteral("Lille"), RecordingDesk::work);
    MailRepository mails(desk.connection());
    const auto printed = mails.apply(1, MailAction::MarkPrinted, std::nullopt);
    VERIFY_RESULT(printed);
    QVERIFY(printed->isLetter());
    QCOMPARE(printed->expiresAt, QString());
}

void TestSqlOfficeDesk::list_tellsWhatOfAMailWasPutBack()
{
    DESK const auto saved = desk.recorder().save(desk.request(
        {{city, QStringLiteral("Paris"), lyon},
         {QStringLiteral("zipCode"), desk.row().value(QStringLiteral("zipCode")), QStringLiteral("69001")}}));
    VERIFY_RESULT(saved);
    const auto mail = [&] {
        return MailRepository(desk.connection()).mail(1).value_or(MailRecord());
    };
    QCOMPARE(mail().notice.tokenCount(), 2);
    QCOMPARE(mail().putBackCount, 0);
    QVERIFY(mail().putBackAt.isEmpty());
    // By an operator, then by the customer's code.
    VERIFY_RESULT(desk.recorder().revert(eventRequest(saved->events[0])));
    QCOMPARE(mail().putBackCount, 1);
    const auto last = desk.recorder().revert(
        textRequest(RevertRequest::Target::Code, RevertToken::codeOfDigest(saved->events[1].tokenDigest())));
    VERIFY_RESULT(last);
    QCOMPARE(mail().putBackCount, 2);
    QCOMPARE(mail().putBackAt, last->events.first().occurredAt);
    // Those of other saves have nothing to do with it.
    const auto others = MailRepository(desk.connection()).list({});
    VERIFY_RESULT(others);
    QCOMPARE(others->size(), 3);
    QCOMPARE(others->first().putBackCount, 0);
}

void TestSqlOfficeDesk::list_withoutRights_isEmpty()
{
    DESK if (!desk.database().isPostgresql()) QSKIP("SQLite has no roles");
    desk.change(city, lyon);
    desk.database().run(QStringLiteral("CREATE ROLE reader; GRANT SELECT ON address_desk_tasks TO reader"));
    const auto connection = desk.database().connect();
    QVERIFY(connection->execute(QStringLiteral("SET ROLE reader")));
    MailRepository asReader(*connection);
    QCOMPARE(asReader.list({})->size(), 0);
    VERIFY_RESULT(asReader.counts());
    QVERIFY(connection->execute(QStringLiteral("RESET ROLE")));
    desk.database().run(QStringLiteral("DROP OWNED BY reader; DROP ROLE reader"));
}

void TestSqlOfficeDesk::settings_comeBackAsTheyWereSaved()
{
    DESK OfficeSettingsRepository repository(desk.connection());
    QCOMPARE(*repository.load(), OfficeSettings());
    OfficeSettings settings;
    settings.companyName = QString::fromUtf8("Müller & Söhne <b>");
    settings.companyPhone = QStringLiteral("+33 1 23 45 67 89");
    settings.senderAddress = QStringLiteral("service@example.com");
    settings.publicUrl = QStringLiteral("https://addresses.example.com");
    settings.language = QStringLiteral("fr");
    settings.linkDays = 30;
    VERIFY_RESULT(repository.save(settings));
    settings.companyPhone = QStringLiteral("+33 1 99 00 12 34");
    VERIFY_RESULT(repository.save(settings));
    QCOMPARE(*repository.load(), settings);
    desk.database().run(
        QStringLiteral("UPDATE address_desk_settings SET value = '-5' WHERE name = 'linkDays'"));
    QCOMPARE(repository.load()->linkDays, OfficeSettings::defaultLinkDays);
}

/// Another version, or another program, may have stored it.
void TestSqlOfficeDesk::settings_saveOfAnother_keepsAPhoneThatIsNone()
{
    DESK OfficeSettingsRepository repository(desk.connection());
    VERIFY_RESULT(repository.save(OfficeSettings()));
    desk.database().run(
        QStringLiteral("UPDATE address_desk_settings SET value = 'call <us>' WHERE name = 'companyPhone'"));
    Result<OfficeSettings> settings = repository.load();
    VERIFY_RESULT(settings);
    QVERIFY(settings->set(QStringLiteral("companyName"), QStringLiteral("Mills")));
    VERIFY_RESULT(repository.save(*settings));
    QCOMPARE(desk.database().value(
                 QStringLiteral("SELECT value FROM address_desk_settings WHERE name = 'companyPhone'")),
             QStringLiteral("call <us>"));
}

void TestSqlOfficeDesk::customerReverts_areThoseOfLinksAfterAnEvent()
{
    DESK const auto schema = SchemaInitialiser(desk.connection(), SchemaMapping::native()).effective();
    VERIFY_RESULT(schema);
    CustomerRevertReader reader(desk.connection(), *schema);
    const SaveOutcome first = desk.change(city, lyon);
    const auto before = reader.after(0, 0);
    VERIFY_RESULT(before);
    QCOMPARE(before->lastSequenceNum, first.events.last().sequenceNum);
    QCOMPARE(before->reverts.size(), 0);

    VERIFY_RESULT(
        desk.recorder().revert(textRequest(RevertRequest::Target::Token, desk.secretOf(first.changeId))));
    const SaveOutcome second = desk.change(city, lyon);
    VERIFY_RESULT(desk.recorder().revert(eventRequest(second.events.first()))); // At a desk: no news.
    const auto found = reader.after(before->lastSequenceNum, 10);
    VERIFY_RESULT(found);
    QCOMPARE(found->reverts.size(), 1);
    QCOMPARE(found->reverts.first().event.field(), city);
    QVERIFY(found->reverts.first().event.isByCustomer());
    QCOMPARE(found->reverts.first().row.address.id, RecordingDesk::home);
    QVERIFY(!found->reverts.first().row.customer.id.isEmpty());
    QCOMPARE(reader.after(found->lastSequenceNum, 10)->reverts.size(), 0);
}

QTEST_GUILESS_MAIN(TestSqlOfficeDesk)
#include "tst_sqlofficedesk.moc"
