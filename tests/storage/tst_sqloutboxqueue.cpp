#include "models/storage/Migrator.h"
#include "models/storage/SchemaInitialiser.h"
#include "tests/storage/OutboxDesk.h"

using namespace addressdesk;
using namespace std::chrono_literals;

namespace {

const QString city = QStringLiteral("city");
const QString lyon = QStringLiteral("Lyon");
const QString annaMail = QStringLiteral("anna@example.com");

} // namespace

/// The outbox as its sender sees it.
class TestSqlOutboxQueue : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestDatabase::addKinds(); }
    void init();

    void claim_takesWhatIsDueWithEverythingToWriteIt();
    void claim_leavesWhatAnotherHasTaken();
    void claim_afterTheLease_takesItAgain();
    void claim_ofABrokenMail_givesItUpAndGoesOn();
    void markSent_withoutLinks_leavesTheEndOfEarlierOnes();
    void claim_ofAKeyThatCannotBe_holdsUpNobody();
    void claim_afterALeaseOfAClockAhead_takesIt();
    void heldUp_countsWhatIsDueAndLockedByAnother();
    void claim_readsTheLanguageWhereTheTableKnowsIt();
    void markSent_wipesTheSecretAndStartsTheDays();
    void markSent_ofAMailWithoutLinks_startsNoDays();
    void markSent_remembersTheFolder();
    void hasten_makesDeferredMailsDue_andNoOthers();
    void defer_waitsAndKeepsTheSecret();
    void markFailed_wipesTheSecret();
    void putBack_leavesItAsItWas();
    void mark_afterAnotherTookIt_changesNothing();
    void migration_ofOldRows_wipesSecretsAndSendsNothing();
};

void TestSqlOutboxQueue::init()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    REQUIRE_DATABASE(kind);
}

void TestSqlOutboxQueue::claim_takesWhatIsDueWithEverythingToWriteIt()
{
    QUEUE const SaveOutcome saved = desk.change(city, lyon);
    const auto claimed = queue.claim(10, 60s);
    VERIFY_RESULT(claimed);
    QCOMPARE(claimed->size(), 1);
    const OutgoingMail &mail = claimed->first();
    QCOMPARE(mail.changeId, saved.changeId);
    QCOMPARE(mail.recipient, annaMail);
    QCOMPARE(mail.audience, MailAudience::Customer);
    QCOMPARE(mail.attempts, 1);
    QCOMPARE(mail.createdAt.isEmpty(), false);
    QCOMPARE(mail.notice.changes.size(), 1);
    QCOMPARE(mail.notice.changes.first().from, FieldValue(QStringLiteral("Paris")));
    QCOMPARE(mail.notice.changes.first().to, FieldValue(lyon));
    QCOMPARE(mail.notice.customer.firstName, FieldValue(QStringLiteral("Anna")));
    QVERIFY(mail.saveToken.has_value());
    QCOMPARE(mail.saveToken->derivedForField(city).digest(), saved.events.first().tokenDigest());
    QCOMPARE(mails.mail(mail.id)->state, MailState::Sending);
}

void TestSqlOutboxQueue::claim_leavesWhatAnotherHasTaken()
{
    QUEUE desk.change(city, lyon);
    QCOMPARE(queue.claim(10, 60s)->size(), 1);
    const auto other = desk.database().connect();
    SqlOutboxQueue second(*other, desk.schema());
    QCOMPARE(second.claim(10, 60s)->size(), 0);
    // On PostgreSQL a second sender helps; on SQLite it waits for the first.
    desk.change(city, QStringLiteral("Nice"));
    QCOMPARE(second.claim(10, 60s)->size(), desk.database().isPostgresql() ? 1 : 0);
}

void TestSqlOutboxQueue::claim_afterTheLease_takesItAgain()
{
    QUEUE desk.change(city, lyon);
    const auto first = queue.claim(10, -1s);
    QCOMPARE(first->size(), 1);
    const auto again = queue.claim(10, 60s);
    QCOMPARE(again->size(), 1);
    QCOMPARE(again->first().id, first->first().id);
    QCOMPARE(again->first().attempts, 2);
    QVERIFY(again->first().saveToken.has_value());
}

void TestSqlOutboxQueue::claim_ofABrokenMail_givesItUpAndGoesOn()
{
    QUEUE desk.change(city, lyon);
    desk.database().run(QStringLiteral("UPDATE mail_outbox SET content = '[]'"));
    desk.change(city, QStringLiteral("Nice"));
    const auto claimed = queue.claim(10, 60s);
    VERIFY_RESULT(claimed);
    QCOMPARE(claimed->size(), 1);
    QCOMPARE(claimed->first().notice.changes.first().to, FieldValue(QStringLiteral("Nice")));
    QCOMPARE(mails.list({{MailState::Failed}})->size(), 1);
    QCOMPARE(mails.list({{MailState::Failed}})->first().lastError,
             QStringLiteral("the mail's content cannot be read")); // mailTroubleOf() knows it.
}

void TestSqlOutboxQueue::markSent_withoutLinks_leavesTheEndOfEarlierOnes()
{
    QUEUE desk.change(city, lyon);
    const OutgoingMail mail = queue.claim(1, 60s)->first();
    QVERIFY(queue.markSent(mail, {1}));
    const QString before = MailRepository(desk.connection()).mail(mail.id)->expiresAt;
    VERIFY_RESULT(mails.apply(mail.id, MailAction::SendAgain, 14));
    QVERIFY(queue.markSent(queue.claim(1, 60s)->first(), {30}));
    QCOMPARE(mails.mail(mail.id)->state, MailState::Sent);
    QCOMPARE(mails.mail(mail.id)->expiresAt, before);
}

void TestSqlOutboxQueue::claim_ofAKeyThatCannotBe_holdsUpNobody()
{
    DESK desk.database().run(QStringLiteral("ALTER TABLE users ADD COLUMN language TEXT"));
    SqlOutboxQueue queue(desk.connection(), desk.schema());
    desk.change(city, lyon);
    desk.database().run(QStringLiteral("UPDATE mail_outbox SET customer_id = 'no key'"));
    desk.change(city, QStringLiteral("Nice"));
    QCOMPARE(queue.claim(10, 60s)->size(), 2);
}

void TestSqlOutboxQueue::claim_afterALeaseOfAClockAhead_takesIt()
{
    QUEUE if (desk.database().isPostgresql()) QSKIP("the server's clock is the only one");
    desk.change(city, lyon);
    QCOMPARE(queue.claim(10, 26h)->size(), 1);
    const auto claimed = queue.claim(10, 60s);
    QCOMPARE(claimed->size(), 1);
    QCOMPARE(queue.claim(10, 60s)->size(), 0);
    QVERIFY(queue.defer(claimed->first(), 24h * 365, QStringLiteral("450 later")));
    QCOMPARE(queue.claim(10, 60s)->size(), 1);
}

void TestSqlOutboxQueue::heldUp_countsWhatIsDueAndLockedByAnother()
{
    QUEUE desk.change(city, lyon);
    QCOMPARE(*queue.heldUp(0s), 1); // Nobody has asked for it yet.
    QCOMPARE(*queue.heldUp(60s), 0);
    const OutgoingMail mail = queue.claim(1, 60s)->first();
    QCOMPARE(*queue.heldUp(0s), 0); // It is a sender's.
    QVERIFY(queue.putBack(mail));
    const auto other = desk.database().connect();
    if (desk.database().isPostgresql()) {
        QVERIFY(other->execute(QStringLiteral("BEGIN; SELECT id FROM mail_outbox FOR UPDATE")));
        const auto none = queue.claim(10, 60s);
        VERIFY_RESULT(none);
        QCOMPARE(none->size(), 0);
        QCOMPARE(*queue.heldUp(0s), 1);
    } else {
        QVERIFY(other->execute(QStringLiteral("BEGIN IMMEDIATE")));
        QCOMPARE(queue.claim(10, 60s).error().code, ErrorCode::Locked); // That tells by itself.
    }
    QVERIFY(other->execute(QStringLiteral("ROLLBACK")));
    QCOMPARE(queue.claim(10, 60s)->size(), 1);
    QCOMPARE(*queue.heldUp(0s), 0);
}

void TestSqlOutboxQueue::claim_readsTheLanguageWhereTheTableKnowsIt()
{
    DESK desk.database().run(QStringLiteral("ALTER TABLE users ADD COLUMN language TEXT"));
    desk.database().run(QStringLiteral("UPDATE users SET language = 'fr'"));
    SqlOutboxQueue queue(desk.connection(), desk.schema());
    desk.change(city, lyon);
    QCOMPARE(queue.claim(10, 60s)->first().language, QStringLiteral("fr"));
}

void TestSqlOutboxQueue::markSent_wipesTheSecretAndStartsTheDays()
{
    QUEUE const SaveOutcome saved = desk.change(city, lyon);
    const OutgoingMail mail = queue.claim(1, 60s)->first();
    QVERIFY(queue.markSent(mail, {14}));
    const auto sent = mails.mail(mail.id);
    VERIFY_RESULT(sent);
    QCOMPARE(sent->state, MailState::Sent);
    QCOMPARE(desk.saveSecretOf(saved.changeId), QString());
    const QDateTime finished = QDateTime::fromString(sent->finishedAt, Qt::ISODateWithMs);
    const QDateTime expires = QDateTime::fromString(sent->expiresAt, Qt::ISODateWithMs);
    QVERIFY(finished.isValid() && expires.isValid());
    QCOMPARE(finished.daysTo(expires), 14);
    QCOMPARE(queue.claim(10, 60s)->size(), 0);
}

void TestSqlOutboxQueue::markSent_ofAMailWithoutLinks_startsNoDays()
{
    QUEUE const SaveOutcome saved = desk.change(city, lyon);
    const OutgoingMail mail = queue.claim(1, 60s)->first();
    QVERIFY(queue.markSent(mail, {std::nullopt}));
    const auto sent = mails.mail(mail.id);
    QCOMPARE(sent->state, MailState::Sent);
    QCOMPARE(sent->expiresAt, QString());
    QVERIFY(!sent->hasLinks());
    QCOMPARE(desk.saveSecretOf(saved.changeId), QString());
}

void TestSqlOutboxQueue::markSent_remembersTheFolder()
{
    QUEUE desk.change(city, lyon);
    const OutgoingMail mail = queue.claim(1, 60s)->first();
    QVERIFY(queue.markSent(mail, {14, true}));
    QVERIFY(mails.mail(mail.id)->isInFolder);
    VERIFY_RESULT(mails.apply(mail.id, MailAction::SendAgain, 14));
    QVERIFY(!mails.mail(mail.id)->isInFolder);
    QVERIFY(queue.markSent(queue.claim(1, 60s)->first(), {std::nullopt, false}));
    QVERIFY(!mails.mail(mail.id)->isInFolder);
    QVERIFY(mails.mail(mail.id)->hasLinks()); // Those of the first one.
}

void TestSqlOutboxQueue::hasten_makesDeferredMailsDue_andNoOthers()
{
    QUEUE desk.change(city, lyon);
    desk.change(city, QStringLiteral("Nice"));
    QVERIFY(queue.defer(queue.claim(1, 60s)->first(), 4h, QStringLiteral("no answer")));
    QVERIFY(queue.markFailed(queue.claim(1, 60s)->first(), QStringLiteral("550")));
    QCOMPARE(queue.claim(10, 60s)->size(), 0);
    VERIFY_RESULT(queue.hasten());
    const auto again = queue.claim(10, 60s);
    VERIFY_RESULT(again);
    QCOMPARE(again->size(), 1);
    QCOMPARE(again->first().attempts, 2); // Its pauses go on from there.
}

void TestSqlOutboxQueue::defer_waitsAndKeepsTheSecret()
{
    QUEUE const SaveOutcome saved = desk.change(city, lyon);
    const OutgoingMail mail = queue.claim(1, 60s)->first();
    QVERIFY(queue.defer(mail, 60s, QStringLiteral("450 later")));
    const auto deferred = mails.mail(mail.id);
    QCOMPARE(deferred->state, MailState::Queued);
    QCOMPARE(deferred->lastError, QStringLiteral("450 later"));
    QCOMPARE(deferred->attempts, 1);
    QVERIFY(!desk.saveSecretOf(saved.changeId).isEmpty());
    QCOMPARE(queue.claim(10, 60s)->size(), 0);
    VERIFY_RESULT(mails.apply(mail.id, MailAction::Retry, 14));
    QCOMPARE(queue.claim(10, 60s)->size(), 1);
}

void TestSqlOutboxQueue::markFailed_wipesTheSecret()
{
    QUEUE const SaveOutcome saved = desk.change(city, lyon);
    const OutgoingMail mail = queue.claim(1, 60s)->first();
    QVERIFY(queue.markFailed(mail, QStringLiteral("550 no such user")));
    QCOMPARE(mails.mail(mail.id)->state, MailState::Failed);
    QCOMPARE(desk.saveSecretOf(saved.changeId), QString());
    // Sent again, the mail has no links, but everything else.
    VERIFY_RESULT(mails.apply(mail.id, MailAction::Retry, 14));
    const auto again = queue.claim(10, 60s);
    QCOMPARE(again->size(), 1);
    QVERIFY(!again->first().saveToken);
    QCOMPARE(again->first().notice, mail.notice);
}

void TestSqlOutboxQueue::putBack_leavesItAsItWas()
{
    QUEUE desk.change(city, lyon);
    const OutgoingMail mail = queue.claim(1, 60s)->first();
    QVERIFY(queue.putBack(mail));
    const auto again = queue.claim(1, 60s);
    QCOMPARE(again->size(), 1);
    QCOMPARE(again->first().attempts, 1);
}

void TestSqlOutboxQueue::mark_afterAnotherTookIt_changesNothing()
{
    QUEUE desk.change(city, lyon);
    const OutgoingMail slow = queue.claim(1, -1s)->first();
    const OutgoingMail quick = queue.claim(1, 60s)->first();
    QVERIFY(queue.markFailed(slow, QStringLiteral("too late")));
    QCOMPARE(mails.mail(slow.id)->state, MailState::Sending);
    QVERIFY(queue.markSent(quick, {14}));
    QCOMPARE(mails.mail(slow.id)->state, MailState::Sent);
}

void TestSqlOutboxQueue::migration_ofOldRows_wipesSecretsAndSendsNothing()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    const TestDatabase database(kind, TestDatabase::Content::Document);
    const auto connection = database.connect();
    const Migrator migrator(*connection);
    const QString keyType = database.isPostgresql() ? QStringLiteral("uuid") : QStringLiteral("TEXT");
    QVERIFY(migrator.skip(migrator.known()[0]));
    QVERIFY(migrator.apply(migrator.known()[1], SchemaMapping::native(), {keyType, keyType}));
    database.run(QStringLiteral(
        "INSERT INTO mail_outbox (change_id, address_id, recipient, content, state) VALUES "
        "('33333333-0000-4000-8000-000000000001', '22222222-0000-4000-8000-000000000001', "
        "'anna@example.com', "
        "'{\"kind\": \"changed\", \"address\": {\"city\": \"Paris\"}, \"customer\": {\"id\": \"c1\"}, "
        "\"changes\": [{\"field\": \"city\", \"from\": \"Paris\", \"to\": \"Lyon\", \"code\": \"ABCD1234\", "
        "\"secret\": \"xyz\"}]}', 'queued')"));
    QVERIFY(SchemaInitialiser(*connection, SchemaMapping::native()).apply());
    SqlOutboxQueue queue(*connection, *SchemaInitialiser(*connection, SchemaMapping::native()).effective());
    QCOMPARE(queue.claim(10, 60s)->size(), 0);
    const auto mail = MailRepository(*connection).mail(1);
    VERIFY_RESULT(mail);
    QCOMPARE(mail->state, MailState::Cancelled);
    QCOMPARE(mail->notice.changes.size(), 1);
    QCOMPARE(mail->notice.changes.first().code, QStringLiteral("ABCD1234"));
    QVERIFY(
        !database.value(QStringLiteral("SELECT CAST(content AS text) FROM mail_outbox"))->contains(u"xyz"));
    QCOMPARE(database.value(QStringLiteral("SELECT customer_id FROM mail_outbox")), QStringLiteral("c1"));
}

QTEST_GUILESS_MAIN(TestSqlOutboxQueue)
#include "tst_sqloutboxqueue.moc"
