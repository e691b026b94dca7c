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

/// What safety mails tell and which links they have.
class TestMailBodies final : public QObject
{
    Q_OBJECT

private slots:
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
};

void TestMailBodies::bodies_tellWhatChanged()
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

void TestMailBodies::bodies_haveALinkForEachChangeAndOneForAll()
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

void TestMailBodies::bodies_ofOneChange_haveOneLink()
{
    const RevertToken token = *RevertToken::fromSecret(mailSamples::secret);
    QCOMPARE(linksOf(bodies(mailSamples::smallMail()).text),
             QStringList{linkOf(token.derivedForField(u"streetName"_qs))});
}

void TestMailBodies::bodies_ofADeletion_haveTheAddressLink()
{
    const RevertToken token = *RevertToken::fromSecret(mailSamples::secret);
    const QString text = bodies(mailSamples::mailOf(Kind::Deleted)).text;
    QCOMPARE(linksOf(text), QStringList{linkOf(token.derivedForAddress())});
    QVERIFY(text.contains(u"Phone code: ZZ99-YY88"_qs));
    QVERIFY(text.contains(u"12 Old Street, 75002 Lyon, France"_qs));
}

void TestMailBodies::bodies_ofOtherKinds_haveNoLinks_data()
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

void TestMailBodies::bodies_ofOtherKinds_haveNoLinks()
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

void TestMailBodies::bodies_withoutTokenOrUrl_haveCodesOnly_data()
{
    QTest::addColumn<bool>("hasToken");
    QTest::addColumn<QString>("publicUrl");
    QTest::newRow("no token") << false << u"https://adresses.example.com"_qs;
    QTest::newRow("no address of the gateway") << true << QString();
}

void TestMailBodies::bodies_withoutTokenOrUrl_haveCodesOnly()
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

void TestMailBodies::bodies_toANewAddress_haveNoOldValue_data()
{
    QTest::addColumn<SafetyNotice::Kind>("kind");
    QTest::newRow("changed") << Kind::Changed;
    QTest::newRow("put back") << Kind::Reverted;
    QTest::newRow("deleted") << Kind::Deleted;
}

void TestMailBodies::bodies_toANewAddress_haveNoOldValue()
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

void TestMailBodies::bodies_toAFormerAddress_tellEverything()
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

void TestMailBodies::bodies_ofMissingValues_sayWhich()
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

void TestMailBodies::bodies_areInTheCustomersLanguage_data()
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

void TestMailBodies::bodies_areInTheCustomersLanguage()
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

void TestMailBodies::bodies_inBothLanguages_haveNoPlaceholderLeft()
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

QTEST_GUILESS_MAIN(TestMailBodies)
#include "tst_mailbodies.moc"
