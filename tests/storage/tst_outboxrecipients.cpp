#include "tests/storage/OutboxDesk.h"

using namespace addressdesk;
using namespace std::chrono_literals;

namespace {

const QString city = QStringLiteral("city");
const QString lyon = QStringLiteral("Lyon");
const QString annaMail = QStringLiteral("anna@example.com");

QList<QString> recipientsOf(const QList<OutgoingMail> &mails)
{
    QList<QString> recipients;
    for (const OutgoingMail &mail : mails)
        recipients.append(mail.recipient);
    return recipients;
}

} // namespace

/// Whom the outbox tells of a save when a customer's e-mail address has changed.
class TestOutboxRecipients : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestDatabase::addKinds(); }
    void init();

    void claim_afterTheAddressChanged_tellsBothAndHidesOldValues();
    void claim_afterTheAddressChangedTwice_tellsTheOneThatWasKnown();
    void claim_whenTheAddressIsLongKnown_tellsOnlyThat();
    void claim_afterTheAddressWasTakenOut_tellsTheFormer();
    void claim_afterAMistypedAddressWasCorrected_tellsThatOneAlone();
};

void TestOutboxRecipients::init()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    REQUIRE_DATABASE(kind);
}

void TestOutboxRecipients::claim_afterTheAddressChanged_tellsBothAndHidesOldValues()
{
    QUEUE desk.change(city, lyon);
    QCOMPARE(recipientsOf(*queue.claim(10, -1s)), QList<QString>{annaMail});
    desk.database().run(QStringLiteral("UPDATE mail_outbox SET state = 'sent'"));
    desk.database().run(
        QStringLiteral("UPDATE users SET email = 'thief@example.net' WHERE first_name = 'Anna'"));
    desk.change(city, QStringLiteral("Nice"));
    const auto claimed = queue.claim(10, -1s);
    VERIFY_RESULT(claimed);
    QCOMPARE(recipientsOf(*claimed), QList<QString>{QStringLiteral("thief@example.net")});
    QCOMPARE(claimed->first().audience, MailAudience::New);

    // The former address has a mail of its own, with a secret that outlives the other's.
    QVERIFY(queue.markSent(claimed->first(), {14}));
    const auto former = queue.claim(10, 60s);
    VERIFY_RESULT(former);
    QCOMPARE(recipientsOf(*former), QList<QString>{annaMail});
    QCOMPARE(former->first().audience, MailAudience::Former);
    QVERIFY(former->first().saveToken.has_value());
    // Only the former address has a way back.
    QVERIFY(!claimed->first().saveToken);
    QVERIFY(claimed->first().notice.changes.first().code.isEmpty());
    QVERIFY(!former->first().notice.changes.first().code.isEmpty());
    QVERIFY(queue.markSent(former->first(), {14}));
    QCOMPARE(queue.claim(10, 60s)->size(), 0);
}

void TestOutboxRecipients::claim_afterTheAddressChangedTwice_tellsTheOneThatWasKnown()
{
    QUEUE desk.change(city, lyon);
    QVERIFY(queue.markSent(queue.claim(1, 60s)->first(), {14}));
    for (const QString &address :
         {QStringLiteral("first@example.net"), QStringLiteral("second@example.net")}) {
        desk.database().run(
            QStringLiteral("UPDATE users SET email = '%1' WHERE first_name = 'Anna'").arg(address));
        desk.change(city, address.section(u'@', 0, 0));
        for (const QString &recipient : {address, annaMail}) {
            const auto claimed = queue.claim(1, 60s);
            QCOMPARE(recipientsOf(*claimed), QList<QString>{recipient});
            QVERIFY(queue.markSent(claimed->first(), {14}));
        }
    }
}

void TestOutboxRecipients::claim_whenTheAddressIsLongKnown_tellsOnlyThat()
{
    QUEUE desk.change(city, lyon);
    desk.database().run(
        QStringLiteral("UPDATE users SET email = 'new@example.net' WHERE first_name = 'Anna'"));
    desk.change(city, QStringLiteral("Nice"));
    const QString longAgo = desk.database().isPostgresql()
                                ? QStringLiteral("clock_timestamp() - interval '31 days'")
                                : QStringLiteral("strftime('%Y-%m-%dT%H:%M:%fZ', 'now', '-31 days')");
    desk.database().run(
        QStringLiteral("UPDATE mail_outbox SET state = 'sent', audience = 'customer', created_at = %1")
            .arg(longAgo));
    desk.change(city, QStringLiteral("Brest"));
    const auto claimed = queue.claim(10, -1s);
    VERIFY_RESULT(claimed);
    QCOMPARE(recipientsOf(*claimed), QList<QString>{QStringLiteral("new@example.net")});
    QCOMPARE(claimed->first().audience, MailAudience::Customer);
    QCOMPARE(queue.claim(10, -1s)->size(), 1); // The same one again: no mail to the former address.
}

void TestOutboxRecipients::claim_afterTheAddressWasTakenOut_tellsTheFormer()
{
    QUEUE desk.change(city, lyon);
    QVERIFY(queue.markSent(queue.claim(1, 60s)->first(), {14}));
    desk.database().run(QStringLiteral("UPDATE users SET email = NULL WHERE first_name = 'Anna'"));
    const SaveOutcome saved = desk.change(city, QStringLiteral("Nice"));
    const auto claimed = queue.claim(10, 60s);
    VERIFY_RESULT(claimed);
    QCOMPARE(recipientsOf(*claimed), QList<QString>{annaMail});
    QCOMPARE(claimed->first().changeId, saved.changeId);
    QCOMPARE(claimed->first().audience, MailAudience::Former);
    QVERIFY(claimed->first().saveToken.has_value());
    QVERIFY(queue.markSent(claimed->first(), {14}));
    // The letter is there as well, and once told is told.
    QCOMPARE(mails.list({{MailState::NoAddress}})->size(), 1);
    QCOMPARE(queue.claim(10, 60s)->size(), 0);
    QCOMPARE(mails.list({})->size(), 3);
}

void TestOutboxRecipients::claim_afterAMistypedAddressWasCorrected_tellsThatOneAlone()
{
    QUEUE desk.change(city, lyon);
    QVERIFY(queue.markFailed(queue.claim(1, 60s)->first(), QStringLiteral("550 no such user")));
    desk.database().run(
        QStringLiteral("UPDATE users SET email = 'right@example.com' WHERE first_name = 'Anna'"));
    desk.change(city, QStringLiteral("Nice"));
    const auto claimed = queue.claim(10, 60s);
    QCOMPARE(recipientsOf(*claimed), QList<QString>{QStringLiteral("right@example.com")});
    QCOMPARE(claimed->first().audience, MailAudience::Customer);
    QVERIFY(claimed->first().saveToken.has_value());
}

QTEST_GUILESS_MAIN(TestOutboxRecipients)
#include "tst_outboxrecipients.moc"
