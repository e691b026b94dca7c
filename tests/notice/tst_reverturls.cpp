#include "models/notice/RevertUrls.h"

#include <QSet>
#include <QtTest>
#include <QUrl>

using namespace addressdesk;

namespace {

std::optional<RevertToken> token()
{
    return RevertToken::fromSecret(u"AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8"_qs);
}

} // namespace

class TestRevertUrls final : public QObject
{
    Q_OBJECT

private slots:
    void forSave_isBelowThePublicAddress_data();
    void forSave_isBelowThePublicAddress();
    void make_refusesWhatIsNoWebAddress_data();
    void make_refusesWhatIsNoWebAddress();
    void withoutAddressOrToken_thereAreNoLinks();
    void links_areOfTheirOwnTokens_andNeverAlike();
    void forField_ofAnyName_staysInItsPlace();
};

void TestRevertUrls::forSave_isBelowThePublicAddress_data()
{
    QTest::addColumn<QString>("publicUrl");
    QTest::addColumn<QString>("base");
    const auto row = [](const char *title, const QString &publicUrl, const QString &base) {
        QTest::newRow(title) << publicUrl << base;
    };
    row("plain", u"https://addresses.example.com"_qs, u"https://addresses.example.com"_qs);
    row("slash at the end", u"https://example.com/"_qs, u"https://example.com"_qs);
    row("slashes at the end", u"https://example.com///"_qs, u"https://example.com"_qs);
    row("spaces around", u" https://example.com\n"_qs, u"https://example.com"_qs);
    row("folder", u"https://example.com/my/desk/"_qs, u"https://example.com/my/desk"_qs);
    row("this machine", u"http://127.0.0.1:41234"_qs, u"http://127.0.0.1:41234"_qs);
    row("IPv6", u"http://[::1]:8085"_qs, u"http://[::1]:8085"_qs);
    row("capitals", u"HTTPS://Example.COM"_qs, u"https://example.com"_qs);
    row("letters beyond ASCII in the host", u"https://müller.example"_qs,
        u"https://xn--mller-kva.example"_qs);
    row("letters beyond ASCII in the path", u"https://example.com/é"_qs, u"https://example.com/%C3%A9"_qs);
    row("override", u"https://example.com/\u202egpj"_qs, u"https://example.com/%E2%80%AEgpj"_qs);
    row("an encoded line break stays one", u"https://example.com/a%0D%0Ab"_qs,
        u"https://example.com/a%0D%0Ab"_qs);
}

void TestRevertUrls::forSave_isBelowThePublicAddress()
{
    QFETCH(const QString, publicUrl);
    QFETCH(const QString, base);
    const auto urls = RevertUrls::make(publicUrl, token());
    QVERIFY2(urls.has_value(), urls ? "" : qPrintable(urls.error().detail));
    const QString link = urls->forSave().value_or(QString());
    QCOMPARE(link, base + u"/r/"_qs + token()->secret());
    for (const QChar c : link)
        QVERIFY2(c.unicode() > 0x20 && c.unicode() < 0x7F && c != u'"' && c != u'<', qPrintable(link));
}

void TestRevertUrls::make_refusesWhatIsNoWebAddress_data()
{
    QTest::addColumn<QString>("publicUrl");
    for (const char *text : {"addresses.example.com",
                             "//example.com",
                             "/r/",
                             "https://",
                             "https:///r",
                             "https:example.com",
                             "javascript:alert(1)",
                             "data:text/html,x",
                             "file:///etc/passwd",
                             "ftp://example.com",
                             "mailto:a@example.com",
                             "https://user@example.com",
                             "https://user:secret@example.com",
                             "https://@example.com@evil.example",
                             "https://example.com?a=b",
                             "https://example.com/?",
                             "https://example.com#r",
                             "https://example.com/#",
                             "https://exa mple.com",
                             "https://example.com/a b",
                             "https://example.com/\"><script>",
                             "https://example.com:99999",
                             "https://example.com:port",
                             "https://[::1",
                             "https://example.com\r\nBcc: x",
                             "https://example.com/%zz"})
        QTest::newRow(text) << QString::fromLatin1(text);
    QTest::newRow("NULL") << u"https://example.com/"_qs + QChar(0) + u"x"_qs;
}

void TestRevertUrls::make_refusesWhatIsNoWebAddress()
{
    QFETCH(const QString, publicUrl);
    const auto urls = RevertUrls::make(publicUrl, token());
    QVERIFY2(!urls, urls ? qPrintable(urls->forSave().value_or(u"no link"_qs)) : "");
    QCOMPARE(urls.error().code, ErrorCode::InvalidValue);
    QVERIFY(!urls.error().detail.contains(u"secret"));
    QVERIFY(!RevertUrls::make(publicUrl, std::nullopt));
}

void TestRevertUrls::withoutAddressOrToken_thereAreNoLinks()
{
    const QList<Result<RevertUrls>> without{RevertUrls::make(QString(), token()),
                                            RevertUrls::make(u"  \n"_qs, token()),
                                            RevertUrls::make(u"https://example.com"_qs, std::nullopt)};
    for (const auto &urls : without) {
        QVERIFY(urls.has_value());
        QVERIFY(!urls->forSave() && !urls->forAddress() && !urls->forField(u"city"_qs));
    }
}

void TestRevertUrls::links_areOfTheirOwnTokens_andNeverAlike()
{
    const auto urls = RevertUrls::make(u"https://example.com"_qs, token());
    QVERIFY(urls.has_value());
    const QString base = u"https://example.com/r/"_qs;
    QCOMPARE(urls->forField(u"city"_qs).value_or(QString()),
             base + token()->derivedForField(u"city"_qs).secret());
    QCOMPARE(urls->forAddress().value_or(QString()), base + token()->derivedForAddress().secret());
    const QSet<QString> all{urls->forSave().value_or(QString()), urls->forAddress().value_or(QString()),
                            urls->forField(u"city"_qs).value_or(QString()),
                            urls->forField(u"zipCode"_qs).value_or(QString())};
    QCOMPARE(all.size(), 4);
}

void TestRevertUrls::forField_ofAnyName_staysInItsPlace()
{
    const auto urls = RevertUrls::make(u"https://example.com"_qs, token());
    static const QRegularExpression link(u"^https://example\\.com/r/[A-Za-z0-9_-]{43}$"_qs);
    for (const QString &field :
         {u""_qs, u"../../etc"_qs, u"a\r\nb"_qs, u"<script>"_qs, u"שם"_qs, QString(10000, u'x')})
        QVERIFY2(link.match(urls->forField(field).value_or(QString())).hasMatch(), qPrintable(field));
}

QTEST_GUILESS_MAIN(TestRevertUrls)
#include "tst_reverturls.moc"
