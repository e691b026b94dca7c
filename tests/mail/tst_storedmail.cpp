#include "app/mail/MailComposer.h"
#include "app/mail/StoredMail.h"

#include <QTest>

using namespace addressdesk;

/// Mails read back from the folder that they were written into.
class TestStoredMail : public QObject
{
    Q_OBJECT

private slots:
    void read_ofAWrittenMail_isWhatWasWritten_data();
    void read_ofAWrittenMail_isWhatWasWritten();
    void read_ofAnythingElse_isNothing();
};

void TestStoredMail::read_ofAWrittenMail_isWhatWasWritten_data()
{
    QTest::addColumn<QString>("city");
    QTest::newRow("plain") << QStringLiteral("Lyon");
    QTest::newRow("accents, quotes and equals signs") << QString::fromUtf8("Saint-Étienne = “A=C3” .");
    QTest::newRow("so far from ASCII that it is base64") << QString::fromUtf8("東京都千代田区").repeated(15);
}

void TestStoredMail::read_ofAWrittenMail_isWhatWasWritten()
{
    QFETCH(QString, city);
    OfficeSettings office;
    office.senderAddress = QStringLiteral("desk@example.com");
    office.publicUrl = QStringLiteral("https://addresses.example.com");
    OutgoingMail mail;
    mail.id = 7;
    mail.changeId = QStringLiteral("33333333-0000-4000-8000-000000000001");
    mail.recipient = QStringLiteral("anna@example.com");
    mail.createdAt = QStringLiteral("2026-03-03T13:02:00.000Z");
    mail.saveToken = RevertToken::generate();
    mail.notice.changes = {
        {QStringLiteral("city"), QStringLiteral("Paris"), city, QStringLiteral("ABCD1234")}};
    const auto now = [] {
        return QDateTime::fromString(QStringLiteral("2026-03-03T13:03:00Z"), Qt::ISODate);
    };
    const MailComposer composer(office, SchemaMapping::native(), now);
    const auto message = composer.compose(mail);
    const auto bodies = composer.bodies(mail);
    QVERIFY(message && bodies);
    const auto stored = storedMail::read(message->data);
    QVERIFY(stored.has_value());
    QCOMPARE(stored->text.trimmed(), bodies->text.trimmed());
    QCOMPARE(stored->html.trimmed(), bodies->html.trimmed());
    QVERIFY(stored->text.contains(city));
}

void TestStoredMail::read_ofAnythingElse_isNothing()
{
    for (const QByteArray &eml :
         {QByteArray(), QByteArray("boundary=\"x\""), QByteArray("Content-Type: text/plain\r\n\r\nHello\r\n"),
          QByteArray(" boundary=\"b\"\r\n\r\n--b\r\n--b\r\n--b--")})
        QVERIFY(!storedMail::read(eml).has_value());
}

QTEST_GUILESS_MAIN(TestStoredMail)
#include "tst_storedmail.moc"
