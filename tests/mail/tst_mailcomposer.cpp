#include "app/mail/MailComposer.h"
#include "tests/mail/MailReader.h"
#include "tests/mail/MailSamples.h"

#include <QJsonArray>
#include <QtTest>

using namespace addressdesk;

namespace {

MailComposer composer(const OfficeSettings &settings = mailSamples::office())
{
    return MailComposer(settings, SchemaMapping::native(), mailSamples::now);
}

MailBodies bodies(const OutgoingMail &mail, const OfficeSettings &settings = mailSamples::office())
{
    return composer(settings).bodies(mail).value();
}

} // namespace

class TestMailComposer final : public QObject
{
    Q_OBJECT

private slots:
    void compose_writesHeadersOfAnAutomaticMail();
    void compose_twice_hasTheSameIdAndName();
    void compose_hasTextAndHtml();
    void composeTest_saysThatItIsOne();
    void composeTest_intoAFolder_promisesNoMail();
    void compose_saysWhetherThereAreLinks();
    void compose_tellsTimesOfTheOfficesZone();
    void compose_saysHowLongACodeWorks();
    void check_ofUnusableSettings_refuses_data();
    void check_ofUnusableSettings_refuses();
};

void TestMailComposer::compose_writesHeadersOfAnAutomaticMail()
{
    const MailMessage message = composer().compose(mailSamples::mail()).value();
    QCOMPARE(message.sender, u"adresses@example.com"_qs);
    QCOMPARE(message.recipient, u"anna@example.org"_qs);
    const QJsonObject read = readMail(message.data);
    QCOMPARE(read[u"defects"_qs].toArray(), QJsonArray());
    QCOMPARE(read[u"fromName"_qs].toString(), u"Éditions du Marais"_qs);
    QCOMPARE(read[u"fromAddress"_qs].toString(), u"adresses@example.com"_qs);
    QCOMPARE(read[u"toAddresses"_qs].toArray(), QJsonArray{u"anna@example.org"_qs});
    const QJsonObject headers = read[u"headers"_qs].toObject();
    QCOMPARE(headers[u"Subject"_qs].toString(), u"Your address was changed – Éditions du Marais"_qs);
    QCOMPARE(headers[u"Date"_qs].toString(), u"Tue, 03 Mar 2026 15:00:00 +0100"_qs);
    QCOMPARE(headers[u"Message-ID"_qs].toString(),
             u"<0e3c0f0e-2b5c-4a3f-9a58-5b4ea0e7b7aa.7@example.com>"_qs);
    QCOMPARE(headers[u"Auto-Submitted"_qs].toString(), u"auto-generated"_qs);
    QCOMPARE(headers[u"X-Auto-Response-Suppress"_qs].toString(), u"All"_qs);
    QCOMPARE(headers[u"MIME-Version"_qs].toString(), u"1.0"_qs);
    QCOMPARE(headers[u"Content-Language"_qs].toString(), u"en"_qs);
    QCOMPARE(read[u"names"_qs].toArray().size(), 10);
}

void TestMailComposer::compose_twice_hasTheSameIdAndName()
{
    const MailMessage first = composer().compose(mailSamples::mail()).value();
    OutgoingMail again = mailSamples::mail();
    again.attempts = 5;
    const MailMessage second = composer().compose(again).value();
    QCOMPARE(second.fileName, first.fileName);
    QCOMPARE(second.data, first.data);
    again.id = 8;
    QVERIFY(composer().compose(again)->fileName != first.fileName);
}

void TestMailComposer::compose_hasTextAndHtml()
{
    const QJsonObject read = readMail(composer().compose(mailSamples::mail())->data);
    QCOMPARE(read[u"contentType"_qs].toString(), u"multipart/alternative"_qs);
    QCOMPARE(read[u"partTypes"_qs].toArray(), (QJsonArray{u"text/plain"_qs, u"text/html"_qs}));
    QCOMPARE(read[u"charsets"_qs].toArray(), (QJsonArray{u"utf-8"_qs, u"utf-8"_qs}));
    const MailBodies expected = bodies(mailSamples::mail());
    QCOMPARE(read[u"text"_qs].toString().trimmed(), expected.text);
    QCOMPARE(read[u"html"_qs].toString().trimmed(), expected.html.trimmed());
    QVERIFY(read[u"longestLine"_qs].toInt() <= 76);
    QVERIFY(read[u"isAscii"_qs].toBool());
    QVERIFY(!read[u"hasBareLineEnds"_qs].toBool(true));
}

void TestMailComposer::composeTest_saysThatItIsOne()
{
    const MailMessage english = composer().composeTest(u"office@example.org"_qs).value();
    const QJsonObject read = readMail(english.data);
    QCOMPARE(read[u"defects"_qs].toArray(), QJsonArray());
    QVERIFY(read[u"text"_qs].toString().contains(u"This is a test of Address Desk."_qs));
    QVERIFY(read[u"page"_qs].toString().contains(u"This is a test of Address Desk."_qs));
    QVERIFY(!english.hasLinks);
    OfficeSettings settings = mailSamples::office();
    settings.language = u"fr"_qs;
    const MailMessage french = composer(settings).composeTest(u"office@example.org"_qs).value();
    QVERIFY(readMail(french.data)[u"text"_qs].toString().contains(u"Ceci est un test"_qs));
    QVERIFY(french.fileName != english.fileName);
    QVERIFY(!composer().composeTest(u"office"_qs));
}

void TestMailComposer::composeTest_intoAFolder_promisesNoMail()
{
    const MailMessage test =
        composer().composeTest(u"office@example.org"_qs, u"/srv/mails & <more>"_qs).value();
    const QJsonObject read = readMail(test.data);
    for (const QString &part : {u"text"_qs, u"page"_qs}) {
        const QString text = read[part].toString().simplified();
        QVERIFY2(text.contains(u"/srv/mails & <more>"_qs), qPrintable(text));
        QVERIFY2(text.contains(u"sent to nobody"_qs), qPrintable(text));
        QVERIFY2(!text.contains(u"arrive"_qs), qPrintable(text));
    }
}

void TestMailComposer::compose_saysWhetherThereAreLinks()
{
    QVERIFY(composer().compose(mailSamples::mail())->hasLinks);
    QVERIFY(composer().compose(mailSamples::mailOf(SafetyNotice::Kind::Deleted))->hasLinks);
    QVERIFY(!composer().compose(mailSamples::mailOf(SafetyNotice::Kind::Restored))->hasLinks);
    OutgoingMail wiped = mailSamples::mail();
    wiped.saveToken.reset();
    QVERIFY(!composer().compose(wiped)->hasLinks);
    OfficeSettings withoutPage = mailSamples::office();
    withoutPage.publicUrl.clear();
    QVERIFY(!composer(withoutPage).compose(mailSamples::mail())->hasLinks);
}

/// Every time that a customer reads is the office's, whichever part of the mail it stands in.
void TestMailComposer::compose_tellsTimesOfTheOfficesZone()
{
    const QJsonObject read = readMail(composer().compose(mailSamples::mail())->data);
    for (const QString &part : {u"text"_qs, u"page"_qs}) {
        const QString text = read[part].toString().simplified();
        QVERIFY2(text.contains(u"3 March 2026 at 14:02 (CET)"_qs), qPrintable(text));  // The save.
        QVERIFY2(text.contains(u"17 March 2026 at 15:00 (CET)"_qs), qPrintable(text)); // The links' end.
        QVERIFY2(!text.contains(u"UTC"_qs), qPrintable(text));
    }
}

void TestMailComposer::compose_saysHowLongACodeWorks()
{
    const auto textOf = [](const Result<MailMessage> &message) {
        return readMail(message->data)[u"text"_qs].toString().simplified();
    };
    const QString sentence = u"The code works for as long as the change can be put back."_qs;
    QVERIFY(textOf(composer().compose(mailSamples::mail())).contains(sentence));
    QVERIFY(
        !textOf(composer().compose(mailSamples::mailOf(SafetyNotice::Kind::Restored))).contains(sentence));
}

void TestMailComposer::check_ofUnusableSettings_refuses_data()
{
    QTest::addColumn<QString>("sender");
    QTest::addColumn<QString>("publicUrl");
    const QString sender = u"adresses@example.com"_qs;
    QTest::newRow("no sender") << QString() << QString();
    QTest::newRow("sender with a name") << u"Desk <adresses@example.com>"_qs << QString();
    QTest::newRow("script") << sender << u"javascript:alert(1)"_qs;
    QTest::newRow("no host") << sender << u"https://"_qs;
    QTest::newRow("password") << sender << u"https://a:b@example.com"_qs;
    QTest::newRow("line break") << sender << u"https://example.com/\r\nx"_qs;
    QTest::newRow("quote") << sender << u"https://example.com/\" onclick=\"x"_qs;
    QTest::newRow("query") << sender << u"https://example.com/?a=b"_qs;
}

void TestMailComposer::check_ofUnusableSettings_refuses()
{
    QFETCH(QString, sender);
    QFETCH(QString, publicUrl);
    OfficeSettings settings = mailSamples::office();
    QVERIFY(composer(settings).check());
    settings.senderAddress = sender;
    settings.publicUrl = publicUrl;
    const Done checked = composer(settings).check();
    QVERIFY(!checked);
    QCOMPARE(checked.error().code, ErrorCode::InvalidValue);
    QCOMPARE(composer(settings).compose(mailSamples::mail()).error(), checked.error());
}

QTEST_GUILESS_MAIN(TestMailComposer)
#include "tst_mailcomposer.moc"
