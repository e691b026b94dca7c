#include "models/domain/PublicUrl.h"

#include <QtTest/QtTest>

using namespace addressdesk;

/// What may stand before the path of a revert link.
class TestPublicUrl : public QObject
{
    Q_OBJECT

private slots:
    void parse_ofAPage_isItsAddressWithoutASlash_data();
    void parse_ofAPage_isItsAddressWithoutASlash();
    void parse_ofAnythingElse_isRefused_data();
    void parse_ofAnythingElse_isRefused();
};

void TestPublicUrl::parse_ofAPage_isItsAddressWithoutASlash_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *typed, const char *text) {
        QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(text);
    };
    row("https://addresses.example.com", "https://addresses.example.com");
    row("  https://addresses.example.com// ", "https://addresses.example.com");
    row("http://127.0.0.1:8085", "http://127.0.0.1:8085");
    row("https://example.com/desk/", "https://example.com/desk");
    row("https://b\xc3\xbc"
        "cher.example",
        "https://xn--bcher-kva.example");
    row("https://[::1]:8085", "https://[::1]:8085");
}

void TestPublicUrl::parse_ofAPage_isItsAddressWithoutASlash()
{
    QFETCH(QString, typed);
    const Result<PublicUrl> url = PublicUrl::parse(typed);
    QVERIFY(url);
    QTEST(url->text(), "text");
}

void TestPublicUrl::parse_ofAnythingElse_isRefused_data()
{
    QTest::addColumn<QString>("typed");
    for (const char *typed :
         {"", "addresses.example.com", "ftp://example.com", "javascript:alert(1)", "https://",
          "https:///path", "https://user@example.com", "https://user:word@example.com",
          "https://example.com/?a=b", "https://example.com/#a", "https://exa mple.com",
          "https://example.com\r\nX: y", "https://example.com:99999"})
        QTest::newRow(*typed ? typed : "empty") << QString::fromUtf8(typed);
}

void TestPublicUrl::parse_ofAnythingElse_isRefused()
{
    QFETCH(QString, typed);
    const Result<PublicUrl> url = PublicUrl::parse(typed);
    QVERIFY2(!url, url ? qPrintable(url->text()) : "");
    QCOMPARE(url.error().code, ErrorCode::InvalidValue);
}

QTEST_GUILESS_MAIN(TestPublicUrl)
#include "tst_publicurl.moc"
