#include "models/domain/MailAddress.h"

#include <QtTest>

using namespace addressdesk;

class TestMailAddress final : public QObject
{
    Q_OBJECT

private slots:
    void parse_ofAnAddress_keepsIt_data();
    void parse_ofAnAddress_keepsIt();
    void parse_ofAnythingElse_isRefused_data();
    void parse_ofAnythingElse_isRefused();
};

void TestMailAddress::parse_ofAnAddress_keepsIt_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("address");
    QTest::newRow("plain") << u"anna@example.org"_qs << u"anna@example.org"_qs;
    QTest::newRow("spaces around") << u"  anna@example.org\n"_qs << u"anna@example.org"_qs;
    QTest::newRow("tag and quote") << u"o'neil+desk@example.org"_qs << u"o'neil+desk@example.org"_qs;
    QTest::newRow("capitals") << u"Anna@Example.org"_qs << u"Anna@Example.org"_qs;
    QTest::newRow("intranet") << u"anna@mail"_qs << u"anna@mail"_qs;
    QTest::newRow("domain beyond ASCII") << u"anna@bücher.example"_qs << u"anna@xn--bcher-kva.example"_qs;
    QTest::newRow("longest local part")
        << QString(64, u'a') + u"@example.org"_qs << QString(64, u'a') + u"@example.org"_qs;
}

void TestMailAddress::parse_ofAnAddress_keepsIt()
{
    QFETCH(QString, typed);
    const auto parsed = MailAddress::parse(typed);
    QVERIFY(parsed);
    QTEST(parsed->text(), "address");
}

void TestMailAddress::parse_ofAnythingElse_isRefused_data()
{
    QTest::addColumn<QString>("typed");
    QTest::newRow("empty") << QString();
    QTest::newRow("no at") << u"anna.example.org"_qs;
    QTest::newRow("no local part") << u"@example.org"_qs;
    QTest::newRow("no domain") << u"anna@"_qs;
    QTest::newRow("two ats") << u"anna@b@example.org"_qs;
    QTest::newRow("line break") << u"anna@example.org\r\nRCPT TO:<eve@example.org>"_qs;
    QTest::newRow("line break in the local part") << u"an\r\nna@example.org"_qs;
    QTest::newRow("space") << u"an na@example.org"_qs;
    QTest::newRow("comma") << u"eve@example.org,anna@example.org"_qs;
    QTest::newRow("angle brackets") << u"<anna@example.org>"_qs;
    QTest::newRow("display name") << u"Anna <anna@example.org>"_qs;
    QTest::newRow("quoted") << u"\"anna\"@example.org"_qs;
    QTest::newRow("comment") << u"anna(x)@example.org"_qs;
    QTest::newRow("NUL") << QString(u"an"_qs + QChar(0) + u"na@example.org"_qs);
    QTest::newRow("tab in the domain") << u"anna@exam\tple.org"_qs;
    QTest::newRow("DEL") << u"an\u007Fna@example.org"_qs;
    QTest::newRow("local part beyond ASCII") << u"ännä@example.org"_qs;
    QTest::newRow("dot first") << u".anna@example.org"_qs;
    QTest::newRow("two dots") << u"an..na@example.org"_qs;
    QTest::newRow("hyphen first") << u"anna@-example.org"_qs;
    QTest::newRow("underscore") << u"anna@exa_mple.org"_qs;
    QTest::newRow("domain literal") << u"anna@[127.0.0.1]"_qs;
    QTest::newRow("long local part") << QString(65, u'a') + u"@example.org"_qs;
    QTest::newRow("long label") << u"anna@"_qs + QString(64, u'a') + u".org"_qs;
    QTest::newRow("long domain") << u"anna@"_qs + u"abcdefg."_qs.repeated(32) + u"org"_qs;
}

void TestMailAddress::parse_ofAnythingElse_isRefused()
{
    QFETCH(QString, typed);
    const auto parsed = MailAddress::parse(typed);
    QVERIFY(!parsed);
    QCOMPARE(parsed.error().code, ErrorCode::InvalidValue);
    QVERIFY(!parsed.error().detail.contains(u"anna"_qs));
}

QTEST_GUILESS_MAIN(TestMailAddress)
#include "tst_mailaddress.moc"
