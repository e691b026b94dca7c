#include "app/mail/MailComposer.h"
#include "tests/mail/MailReader.h"
#include "tests/mail/MailSamples.h"

#include <QJsonArray>
#include <QtTest>

using namespace addressdesk;
using Kind = SafetyNotice::Kind;

namespace {

MailComposer composer(const OfficeSettings &settings = mailSamples::office())
{
    return MailComposer(settings, SchemaMapping::native(), mailSamples::now);
}

MailBodies bodies(const OutgoingMail &mail, const OfficeSettings &settings = mailSamples::office())
{
    return composer(settings).bodies(mail).value();
}

/// The links of a text: lines that are nothing else.
QStringList linksOf(const QString &text)
{
    return text.split(u'\n').filter(QRegularExpression(u"^https://[!-~]+$"_qs));
}

QString linkOf(const RevertToken &token)
{
    return u"https://adresses.example.com/r/"_qs + token.secret();
}

} // namespace

class tst_MailComposer final : public QObject
{
    Q_OBJECT

private slots:
    void compose_writesHeadersOfAnAutomaticMail();
    void compose_twice_hasTheSameIdAndName();
    void compose_hasTextAndHtml();
    void bodies_tellWhatChanged();
    void bodies_haveALinkForEachChangeAndOneForAll();
    void bodies_ofOneChange_haveOneLink();
    void bodies_ofADeletion_haveTheAddressLink();
    void bodies_ofOtherKinds_haveNoLinks_data();
    void bodies_ofOtherKinds_haveNoLinks();
    void bodies_withoutTokenOrUrl_haveCodesOnly_data();
    void bodies_withoutTokenOrUrl_haveCodesOnly();
    void bodies_toANewAddress_haveNoOldValue_data();
    void bodies_toANewAddress_haveNoOldValue();
    void bodies_toAFormerAddress_tellEverything();
    void bodies_ofMissingValues_sayWhich();
    void bodies_areInTheCustomersLanguage_data();
    void bodies_areInTheCustomersLanguage();
    void bodies_inBothLanguages_haveNoPlaceholderLeft();
    void composeTest_saysThatItIsOne();
    void composeTest_intoAFolder_promisesNoMail();
    void compose_saysWhetherThereAreLinks();
    void compose_tellsTimesOfTheOfficesZone();
    void compose_saysHowLongACodeWorks();
    void check_ofUnusableSettings_refuses_data();
    void check_ofUnusableSettings_refuses();
};

void tst_MailComposer::compose_writesHeadersOfAnAutomaticMail()
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

void tst_MailComposer::compose_twice_hasTheSameIdAndName()
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

void tst_MailComposer::compose_hasTextAndHtml()
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

void tst_MailComposer::bodies_tellWhatChanged()
{
    const QString text = bodies(mailSamples::mail()).text;
    QVERIFY(text.contains(u"Hello Anna Lefèvre,"_qs));
    QVERIFY(text.contains(u"Address: 12 Old Street, 75002 Lyon, France\n"_qs));
    QVERIFY(text.contains(u"When: 3 March 2026 at 14:02 (CET)\n"_qs));
    QVERIFY(text.contains(u"Done by: our customer service\n"_qs));
    QVERIFY(text.contains(u"Street\n  Before: Old Street\n  Now: New Street\n  Phone code: 7K3D-9Q2M\n"_qs));
    QVERIFY(text.contains(u"City\n  Before: Lyon\n  Now: Paris\n  Phone code: AB12-CD34\n"_qs));
    QVERIFY(text.contains(u"It works until 17 March 2026 at 15:00 (CET)."_qs));
    QVERIFY(text.contains(u"Then there is nothing for you to do."_qs));
    QVERIFY(text.contains(u"call us on +33 1 42 68 53 00"_qs));
    QVERIFY(text.contains(u"\nÉditions du Marais\n"_qs));
    OutgoingMail labelled = mailSamples::mail();
    labelled.notice.address[u"label"_qs] = u"Home"_qs;
    QVERIFY(bodies(labelled).text.contains(u"Address: Home\n"_qs));
}

void tst_MailComposer::bodies_haveALinkForEachChangeAndOneForAll()
{
    const RevertToken token = *RevertToken::fromSecret(mailSamples::secret);
    const QStringList links{linkOf(token.derivedForField(u"streetName"_qs)),
                            linkOf(token.derivedForField(u"city"_qs)), linkOf(token)};
    const MailBodies mail = bodies(mailSamples::mail());
    QCOMPARE(linksOf(mail.text), links);
    const QJsonObject read = readMail(composer().compose(mailSamples::mail())->data);
    QCOMPARE(read[u"links"_qs].toArray(), QJsonArray::fromStringList(links));
    // What was put back in the same save cannot be put back by a link.
    OutgoingMail mixed = mailSamples::mail();
    mixed.notice.changes[0].code.clear();
    QCOMPARE(linksOf(bodies(mixed).text), links.mid(1, 1));
}

void tst_MailComposer::bodies_ofOneChange_haveOneLink()
{
    const RevertToken token = *RevertToken::fromSecret(mailSamples::secret);
    QCOMPARE(linksOf(bodies(mailSamples::smallMail()).text),
             QStringList{linkOf(token.derivedForField(u"streetName"_qs))});
}

void tst_MailComposer::bodies_ofADeletion_haveTheAddressLink()
{
    const RevertToken token = *RevertToken::fromSecret(mailSamples::secret);
    const QString text = bodies(mailSamples::mailOf(Kind::Deleted)).text;
    QCOMPARE(linksOf(text), QStringList{linkOf(token.derivedForAddress())});
    QVERIFY(text.contains(u"Phone code: ZZ99-YY88"_qs));
    QVERIFY(text.contains(u"12 Old Street, 75002 Lyon, France"_qs));
}

void tst_MailComposer::bodies_ofOtherKinds_haveNoLinks_data()
{
    QTest::addColumn<SafetyNotice::Kind>("kind");
    QTest::addColumn<bool>("isByCustomer");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("doer");
    const QString office = u"Done by: our customer service\n"_qs;
    QTest::newRow("created") << Kind::Created << false << u"An address was added for you"_qs << office;
    QTest::newRow("restored") << Kind::Restored << false << u"Your address was restored"_qs << office;
    QTest::newRow("put back") << Kind::Reverted << false << u"A change to your address was put back"_qs
                              << office;
    QTest::newRow("put back by link") << Kind::Reverted << true << u"A change to your address was put back"_qs
                                      << u"Done by: you, with the link from our e-mail\n"_qs;
}

void tst_MailComposer::bodies_ofOtherKinds_haveNoLinks()
{
    QFETCH(SafetyNotice::Kind, kind);
    QFETCH(bool, isByCustomer);
    QFETCH(QString, subject);
    QFETCH(QString, doer);
    OutgoingMail mail = mailSamples::mail();
    mail.notice.kind = kind;
    mail.notice.isByCustomer = isByCustomer;
    if (kind != Kind::Reverted)
        mail.notice.changes.clear();
    const MailBodies written = bodies(mail);
    QVERIFY(written.subject.startsWith(subject));
    QVERIFY(written.text.contains(doer));
    QCOMPARE(linksOf(written.text), QStringList());
    QVERIFY(!written.html.contains(u"href"_qs));
    QVERIFY(!written.text.contains(u"7K3D"_qs));
    QCOMPARE(written.text.contains(u"Before: Lyon\n  Now: Paris"_qs), kind == Kind::Reverted);
}

void tst_MailComposer::bodies_withoutTokenOrUrl_haveCodesOnly_data()
{
    QTest::addColumn<bool>("hasToken");
    QTest::addColumn<QString>("publicUrl");
    QTest::newRow("no token") << false << u"https://adresses.example.com"_qs;
    QTest::newRow("no address of the gateway") << true << QString();
}

void tst_MailComposer::bodies_withoutTokenOrUrl_haveCodesOnly()
{
    QFETCH(bool, hasToken);
    OutgoingMail mail = mailSamples::mail();
    if (!hasToken)
        mail.saveToken.reset();
    OfficeSettings settings = mailSamples::office();
    settings.publicUrl = QTest::currentDataTag() == QByteArray("no token") ? settings.publicUrl : QString();
    const MailBodies written = bodies(mail, settings);
    QVERIFY(!written.html.contains(u"href"_qs));
    QVERIFY(!written.text.contains(u"://"_qs));
    QVERIFY(!written.text.contains(u"works until"_qs));
    QVERIFY(written.text.contains(u"7K3D-9Q2M"_qs));
    QVERIFY(written.html.contains(u"AB12-CD34"_qs));
}

void tst_MailComposer::bodies_toANewAddress_haveNoOldValue_data()
{
    QTest::addColumn<SafetyNotice::Kind>("kind");
    QTest::newRow("changed") << Kind::Changed;
    QTest::newRow("put back") << Kind::Reverted;
    QTest::newRow("deleted") << Kind::Deleted;
}

void tst_MailComposer::bodies_toANewAddress_haveNoOldValue()
{
    QFETCH(SafetyNotice::Kind, kind);
    OutgoingMail mail = kind == Kind::Deleted ? mailSamples::mailOf(kind) : mailSamples::mail();
    mail.notice.kind = kind;
    mail.audience = MailAudience::New;
    mail.notice.address[u"label"_qs] = kind == Kind::Deleted ? u"Old Label"_qs : QString();
    const MailBodies written = bodies(mail);
    QVERIFY(written.text.contains(u"This e-mail address is new on file for you."_qs));
    for (const QString &body : {written.text, written.html}) {
        QVERIFY(!body.contains(u"Old "_qs));
        QVERIFY(!body.contains(u"Lyon"_qs));
        QVERIFY(!body.contains(u"Before"_qs));
        // What was put back is an old value; and fields that did not change are nobody's news.
        QCOMPARE(body.contains(u"Paris"_qs), kind == Kind::Changed);
        QVERIFY(!body.contains(u"France"_qs));
    }
}

void tst_MailComposer::bodies_toAFormerAddress_tellEverything()
{
    OutgoingMail mail = mailSamples::mail();
    mail.audience = MailAudience::Former;
    const QString text = bodies(mail).text;
    QVERIFY(text.contains(u"The e-mail address that we have on file for you was changed."_qs));
    QVERIFY(text.contains(u"Before: Lyon"_qs));
    QCOMPARE(linksOf(text).size(), 3);
    mail.audience = MailAudience::Customer;
    QVERIFY(!bodies(mail).text.contains(u"e-mail address"_qs));
}

void tst_MailComposer::bodies_ofMissingValues_sayWhich()
{
    OutgoingMail mail = mailSamples::mail();
    mail.notice.changes[0].from = std::nullopt;
    mail.notice.changes[1].to = QString();
    mail.notice.customer = {};
    mail.notice.address.clear();
    OfficeSettings settings = mailSamples::office();
    settings.companyName.clear();
    settings.companyPhone.clear();
    const MailBodies written = bodies(mail, settings);
    QVERIFY(written.text.contains(u"Before: (no value)\n"_qs));
    QVERIFY(written.text.contains(u"Now: (empty)\n"_qs));
    QVERIFY(written.html.contains(u"<i>no value</i>"_qs));
    QVERIFY(written.text.contains(u"Hello,\n"_qs));
    QVERIFY(!written.text.contains(u"Address:"_qs));
    QVERIFY(written.text.contains(u"Or call our customer service"_qs));
    QCOMPARE(written.subject, u"Your address was changed"_qs);
    const QJsonObject read = readMail(composer(settings).compose(mail)->data);
    QCOMPARE(read[u"defects"_qs].toArray(), QJsonArray());
    QCOMPARE(read[u"fromName"_qs].toString(), QString());
}

void tst_MailComposer::bodies_areInTheCustomersLanguage_data()
{
    QTest::addColumn<QString>("customer");
    QTest::addColumn<QString>("office");
    QTest::addColumn<bool>("isFrench");
    QTest::newRow("customer's") << u"fr"_qs << u"en"_qs << true;
    QTest::newRow("customer's first") << u"en_GB"_qs << u"fr"_qs << false;
    QTest::newRow("office's") << QString() << u"fr"_qs << true;
    QTest::newRow("unknown, office's") << u"de"_qs << u"fr"_qs << true;
    QTest::newRow("none") << QString() << QString() << false;
}

void tst_MailComposer::bodies_areInTheCustomersLanguage()
{
    QFETCH(QString, customer);
    QFETCH(QString, office);
    QFETCH(bool, isFrench);
    OutgoingMail mail = mailSamples::mail();
    mail.language = customer;
    OfficeSettings settings = mailSamples::office();
    settings.language = office;
    const MailBodies written = bodies(mail, settings);
    QCOMPARE(written.text.contains(u"Rue\n  Avant\u00A0: Old Street\n"_qs), isFrench);
    QCOMPARE(written.text.contains(u"Quand\u00A0: 3 mars 2026 à 14:02 (CET)\n"_qs), isFrench);
    QCOMPARE(written.text.contains(u"Street\n  Before: Old Street\n"_qs), !isFrench);
    QVERIFY(written.html.contains(isFrench ? u"<html lang=\"fr\">"_qs : u"<html lang=\"en\">"_qs));
    const QJsonObject read = readMail(composer(settings).compose(mail)->data);
    QCOMPARE(read[u"defects"_qs].toArray(), QJsonArray());
    QCOMPARE(read[u"headers"_qs][u"Content-Language"_qs].toString(), isFrench ? u"fr"_qs : u"en"_qs);
}

void tst_MailComposer::bodies_inBothLanguages_haveNoPlaceholderLeft()
{
    for (const QString &language : {u"en"_qs, u"fr"_qs}) {
        for (const Kind kind :
             {Kind::Changed, Kind::Reverted, Kind::Created, Kind::Deleted, Kind::Restored}) {
            for (const MailAudience audience :
                 {MailAudience::Customer, MailAudience::Former, MailAudience::New}) {
                OutgoingMail mail = mailSamples::mail();
                mail.language = language;
                mail.notice.kind = kind;
                mail.audience = audience;
                const MailBodies written = bodies(mail);
                QVERIFY2(!(written.subject + written.text).contains(u'%'), qPrintable(written.text));
                QVERIFY2(!written.html.contains(u"{{"_qs) && !written.html.contains(u"%1"_qs),
                         qPrintable(written.html));
                QVERIFY2(language == u"en"_qs || !written.text.contains(u"address"_qs) ||
                             !written.text.contains(u"Your"_qs),
                         qPrintable(written.text));
            }
        }
    }
}

void tst_MailComposer::composeTest_saysThatItIsOne()
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

void tst_MailComposer::composeTest_intoAFolder_promisesNoMail()
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

void tst_MailComposer::compose_saysWhetherThereAreLinks()
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
void tst_MailComposer::compose_tellsTimesOfTheOfficesZone()
{
    const QJsonObject read = readMail(composer().compose(mailSamples::mail())->data);
    for (const QString &part : {u"text"_qs, u"page"_qs}) {
        const QString text = read[part].toString().simplified();
        QVERIFY2(text.contains(u"3 March 2026 at 14:02 (CET)"_qs), qPrintable(text));  // The save.
        QVERIFY2(text.contains(u"17 March 2026 at 15:00 (CET)"_qs), qPrintable(text)); // The links' end.
        QVERIFY2(!text.contains(u"UTC"_qs), qPrintable(text));
    }
}

void tst_MailComposer::compose_saysHowLongACodeWorks()
{
    const auto textOf = [](const Result<MailMessage> &message) {
        return readMail(message->data)[u"text"_qs].toString().simplified();
    };
    const QString sentence = u"The code works for as long as the change can be put back."_qs;
    QVERIFY(textOf(composer().compose(mailSamples::mail())).contains(sentence));
    QVERIFY(
        !textOf(composer().compose(mailSamples::mailOf(SafetyNotice::Kind::Restored))).contains(sentence));
}

void tst_MailComposer::check_ofUnusableSettings_refuses_data()
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

void tst_MailComposer::check_ofUnusableSettings_refuses()
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

QTEST_GUILESS_MAIN(tst_MailComposer)
#include "tst_mailcomposer.moc"
