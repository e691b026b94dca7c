#include "app/mail/HeaderText.h"
#include "app/mail/MailComposer.h"
#include "tests/mail/MailReader.h"
#include "tests/mail/MailSamples.h"

#include <QJsonArray>
#include <QtTest>

using namespace addressdesk;

namespace {

/// Tags of the templates; a value that became markup would bring others.
const QStringList ownTags{u"a"_qs,     u"bdi"_qs,   u"body"_qs, u"br"_qs,   u"del"_qs,   u"h1"_qs,
                          u"head"_qs,  u"html"_qs,  u"i"_qs,    u"meta"_qs, u"p"_qs,     u"strong"_qs,
                          u"style"_qs, u"table"_qs, u"td"_qs,   u"th"_qs,   u"title"_qs, u"tr"_qs};

QString simplified(QString text)
{
    return text.remove(QChar(0x2068)).remove(QChar(0x2069)).simplified();
}

/// A mail with one text in every place that a database or a setting fills.
OutgoingMail mailFullOf(const QString &value)
{
    OutgoingMail mail = mailSamples::mail();
    mail.changeId = value;
    mail.notice.customer.firstName = value;
    mail.notice.customer.lastName = value;
    mail.notice.address[u"city"_qs] = value;
    mail.notice.address[u"label"_qs] = value;
    for (SafetyNotice::Change &change : mail.notice.changes) {
        change.from = value;
        change.to = value;
    }
    mail.notice.changes.append({value, value, value, u"0123ABCD"_qs});
    return mail;
}

} // namespace

/// Values that are meant to do harm, in every place of a mail, read back by Python.
class TestMailHostile final : public QObject
{
    Q_OBJECT

private slots:
    void compose_ofHostileValues_isInert_data();
    void compose_ofHostileValues_isInert();
    void compose_ofRightToLeftValues_isolatesThem();
    void headerText_ofAnyName_comesBack_data();
    void headerText_ofAnyName_comesBack();
};

void TestMailHostile::compose_ofHostileValues_isInert_data()
{
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("shown");
    const auto same = [](const char *name, const QString &value) {
        QTest::newRow(name) << value << value;
    };
    QTest::newRow("header injection")
        << u"x\r\nBcc: eve@example.org\r\n\r\nbody"_qs << u"x Bcc: eve@example.org body"_qs;
    QTest::newRow("line separators") << u"a\u2028b\u2029c\u0085d"_qs << u"a b c d"_qs;
    QTest::newRow("NUL and escape") << QString(u"a"_qs + QChar(0) + u"\u001B[31mb"_qs) << u"a [31mb"_qs;
    same("script", u"<script>alert('x')</script>"_qs);
    same("attribute", u"\" onmouseover=\"alert(1)\" x='"_qs);
    same("entity", u"&lt;b&gt; &amp; &#x3c;"_qs);
    same("comment", u"--> <!-- </style></table>"_qs);
    same("placeholders", u"{{title}} {{{main}}} %1 %2 %n"_qs);
    same("boundary", u"--=_x =_ =3D"_qs);
    same("encoded word", u"=?UTF-8?Q?a?= =?utf-8?B?YQ==?="_qs);
    same("quotes and backslash", u"\\\"Anna\\\" (x), <y@z>;"_qs);
    same("dots", u"."_qs);
    same("mbox", u"From eve"_qs);
    same("emoji", u"🏠👨‍👩‍👧"_qs.repeated(30));
    same("255 letters", QString(255, u'x'));
    same("255 wide letters", QString(255, u'語'));
    same("right to left", u"שלום (a) עולם"_qs);
    QTest::newRow("override") << u"a\u202Etxt.exe\u202C \u2066b\u2069\u2069"_qs << u"atxt.exe b"_qs;
    QTest::newRow("half a character") << QString(u"a"_qs + QChar(0xD83D) + u"b"_qs) << u"a\uFFFDb"_qs;
}

void TestMailHostile::compose_ofHostileValues_isInert()
{
    QFETCH(QString, value);
    QFETCH(QString, shown);
    OfficeSettings settings = mailSamples::office();
    settings.companyName = value;
    settings.companyPhone = value;
    const MailComposer composer(settings, SchemaMapping::native(), mailSamples::now);
    const auto message = composer.compose(mailFullOf(value));
    QVERIFY(message);
    QVERIFY(!message->fileName.contains(u'/') && message->fileName.endsWith(u".7"_qs));
    const QJsonObject read = readMail(message->data);
    QCOMPARE(read[u"defects"_qs].toArray(), QJsonArray());
    QCOMPARE(read[u"names"_qs].toArray().size(), 10);
    QCOMPARE(read[u"fromName"_qs].toString(), shown);
    QCOMPARE(read[u"fromAddress"_qs].toString(), settings.senderAddress);
    QCOMPARE(read[u"toAddresses"_qs].toArray(), QJsonArray{u"anna@example.org"_qs});
    QVERIFY(read[u"headers"_qs][u"Subject"_qs].toString().endsWith(u" – "_qs + shown));
    QVERIFY(read[u"longestLine"_qs].toInt() <= 76 || shown.size() > 200);
    QVERIFY(read[u"isAscii"_qs].toBool() && !read[u"hasBareLineEnds"_qs].toBool(true));
    const QString text = simplified(read[u"text"_qs].toString());
    const QString page = simplified(read[u"page"_qs].toString());
    QVERIFY2(text.contains(u"Before: "_qs + shown), qPrintable(text));
    QVERIFY2(page.contains(u"Now "_qs + shown), qPrintable(page));
    QVERIFY2(page.contains(u"Hello "_qs + shown + u' ' + shown), qPrintable(page));
    QCOMPARE(text.count(u"https://adresses.example.com/r/"_qs), 4);
    QCOMPARE(read[u"links"_qs].toArray().size(), 4);
    const QJsonArray tags = read[u"tags"_qs].toArray();
    for (const QJsonValue tag : tags)
        QVERIFY2(ownTags.contains(tag.toString()), qPrintable(tag.toString()));
    const QJsonArray attributes = read[u"attributes"_qs].toArray();
    for (const QJsonValue attribute : attributes)
        QVERIFY2(!attribute.toString().startsWith(u"on"_qs), qPrintable(attribute.toString()));
}

void TestMailHostile::compose_ofRightToLeftValues_isolatesThem()
{
    OutgoingMail mail = mailSamples::smallMail();
    mail.notice.changes[0].from = u"\u2069שלום"_qs;
    const MailBodies bodies =
        MailComposer(mailSamples::office(), SchemaMapping::native()).bodies(mail).value();
    QVERIFY(bodies.text.contains(u"Before: \u2068שלום\u2069\n"_qs));
    QVERIFY(bodies.html.contains(u"<bdi>שלום</bdi>"_qs));
    QVERIFY(bodies.text.contains(u"Now: New Street\n"_qs));
}

void TestMailHostile::headerText_ofAnyName_comesBack_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("ascii") << u"Muster Ltd"_qs;
    QTest::newRow("long ascii") << u"Muster and Sons "_qs.repeated(9).trimmed();
    QTest::newRow("specials") << u"Muster, Inc. \"Desk\" \\ (c)"_qs;
    for (int length = 1; length <= 60; length += 3) {
        QTest::addRow("accents, %d", length) << QString(length, u'é');
        QTest::addRow("emoji, %d", length) << u"a"_qs.repeated(length % 4) + u"🏠"_qs.repeated(length);
    }
}

void TestMailHostile::headerText_ofAnyName_comesBack()
{
    QFETCH(QString, text);
    const QByteArray head = headerText::mailbox("From", text, u"a@example.org"_qs) +
                            headerText::mailbox("To", {}, u"b@example.org"_qs) +
                            headerText::unstructured("Subject", text);
    const QByteArray part = "--b\r\nContent-Type: text/plain\r\n\r\n\r\n";
    const QJsonObject read = readMail(head + "Content-Type: multipart/alternative; boundary=b\r\n\r\n" +
                                      part + part + "--b--\r\n");
    QCOMPARE(read[u"defects"_qs].toArray(), QJsonArray());
    QCOMPARE(read[u"fromName"_qs].toString(), text);
    QCOMPARE(read[u"headers"_qs][u"Subject"_qs].toString(), text);
}

QTEST_GUILESS_MAIN(TestMailHostile)
#include "tst_mailhostile.moc"
