#include "app/revertlink/RequestScreen.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace addressdesk;

using Verdict = Screening::Verdict;

class TestRequestScreen final : public QObject
{
    Q_OBJECT

private slots:
    void screened_takesWhatBrowsersSend_data();
    void screened_takesWhatBrowsersSend();
    void screened_whenAnythingIsMissing_waits();
    void screened_refusesWhatCouldBeReadInTwoWays_data();
    void screened_refusesWhatCouldBeReadInTwoWays();
    void screened_refusesWhatIsTooLarge_data();
    void screened_refusesWhatIsTooLarge();
    void screened_whenRefused_staysRefused();
};

namespace {

const QByteArray host = "Host: a.example\r\n";
const QByteArray get = "GET /r/x HTTP/1.1\r\n" + host;
const QByteArray post = "POST /r/x HTTP/1.1\r\n" + host;

} // namespace

void TestRequestScreen::screened_takesWhatBrowsersSend_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::newRow("plain") << get + "\r\n";
    QTest::newRow("browser") << get + "User-Agent: Mozilla/5.0 (X11; Linux)\r\nAccept: */*\r\n"
                                      "Accept-Language: fr-FR,fr;q=0.9\r\nCookie: a=b; c=d\r\n"
                                      "Upgrade-Insecure-Requests: 1\r\nSec-Fetch-Mode: navigate\r\n\r\n";
    QTest::newRow("query") << QByteArray("GET /r/x?utm_source=mail&a=%20 HTTP/1.1\r\n") + host + "\r\n";
    QTest::newRow("form") << post + "Content-Type: application/x-www-form-urlencoded\r\n"
                                    "Content-Length: 0\r\n\r\n";
    QTest::newRow("body") << post + "Content-Length: 3\r\n\r\na=b";
    QTest::newRow("body of any bytes") << post + "Content-Length: 4\r\n\r\n" + QByteArray("\0\r\n\xff", 4);
    QTest::newRow("no body") << post + "\r\n";
    QTest::newRow("old") << QByteArray("GET / HTTP/1.0\r\n\r\n");
    QTest::newRow("IPv6 host") << QByteArray("GET / HTTP/1.1\r\nHost: [::1]:8080\r\n\r\n");
    QTest::newRow("cookies with quotation marks") << get + "Cookie: a=\"b\"; c=\"; d=\"\"\r\n\r\n";
    QTest::newRow("empty value, tabs") << get + "X-Empty:\r\nX-Tab:\ta\tb\t\r\n\r\n";
    QTest::newRow("Latin-1 value") << get + "X-Name: caf\xe9\r\n\r\n";
    QTest::newRow("unknown method") << QByteArray("BREW / HTTP/1.1\r\n") + host + "\r\n";
}

void TestRequestScreen::screened_takesWhatBrowsersSend()
{
    QFETCH(QByteArray, request);
    QCOMPARE(screened(request).verdict, Verdict::Complete);
}

void TestRequestScreen::screened_whenAnythingIsMissing_waits()
{
    const QByteArray request = post + "Content-Length: 3\r\nAccept-Language: fr\r\n\r\na=b";
    for (qsizetype size = 0; size < request.size(); ++size)
        QCOMPARE(screened(QByteArrayView(request).first(size)).verdict, Verdict::Incomplete);
    QCOMPARE(screened(request).verdict, Verdict::Complete);
}

// NOLINTNEXTLINE(readability-function-size): a table.
void TestRequestScreen::screened_refusesWhatCouldBeReadInTwoWays_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    const auto row = [](const char *name, const QByteArray &request, int status = 400) {
        QTest::newRow(name) << request << status;
    };
    const QByteArray end = "\r\n\r\n";
    row("TLS", QByteArray::fromHex("16030100c8010000c40303"));
    row("garbage line", "hello there how are you\r\n");
    row("HTTP/0.9", "GET /\r\n");
    row("HTTP/0.9 with version", "GET / HTTP/0.9\r\n" + host + end);
    row("HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n");
    row("HTTP/1.2", "GET / HTTP/1.2\r\n" + host + "\r\n");
    row("lower case version", "GET / http/1.1\r\n" + host + "\r\n");
    row("empty line first", "\r\n" + get + "\r\n");
    row("two spaces", "GET  / HTTP/1.1\r\n" + host + "\r\n");
    row("space behind version", "GET / HTTP/1.1 \r\n" + host + "\r\n");
    row("tab", "GET\t/\tHTTP/1.1\r\n" + host + "\r\n");
    row("absolute target", "GET http://a.example/ HTTP/1.1\r\n" + host + "\r\n");
    row("authority target", "CONNECT a.example:443 HTTP/1.1\r\n" + host + "\r\n");
    row("asterisk target", "OPTIONS * HTTP/1.1\r\n" + host + "\r\n");
    row("fragment", "GET /#a HTTP/1.1\r\n" + host + "\r\n");
    row("target not ASCII", "GET /\xc3\xa9 HTTP/1.1\r\n" + host + "\r\n");
    row("method with colon", "GE:T / HTTP/1.1\r\n" + host + "\r\n");
    row("long method", QByteArray(17, 'A') + " / HTTP/1.1\r\n" + host + "\r\n");
    row("bare LF", "GET / HTTP/1.1\n" + host + "\n");
    row("bare LF between fields", get + "A: b\nC: d" + end);
    row("bare CR in a value", get + "A: b\rC: d" + end);
    row("bare CR in the request line", "GET /\r HTTP/1.1\r\n" + host + "\r\n");
    row("CR CR LF", get + "A: b\r\r\n\r\n");
    row("NUL in a value", get + QByteArray("A: b\0c\r\n\r\n", 10));
    row("NUL in the target", QByteArray("GET /\0 HTTP/1.1\r\n", 17) + host + "\r\n");
    row("escape character", get + "A: \x1b[2J" + end);
    row("DEL", get + "A: \x7f" + end);
    row("folded", get + "A: b\r\n c" + end);
    row("space before colon", get + "Content-Length : 3\r\n\r\nabc");
    row("space before name", "GET / HTTP/1.1\r\n Host: a" + end);
    row("empty name", get + ": b" + end);
    row("no colon", get + "Content-Length" + end);
    row("name not ASCII", get + "N\xe9: b" + end);
    row("no host", "GET / HTTP/1.1\r\nA: b" + end);
    row("doubled host", get + host + "\r\n");
    row("doubled host in HTTP/1.0", "GET / HTTP/1.0\r\n" + host + host + "\r\n");
    row("empty host", "GET / HTTP/1.1\r\nHost:" + end);
    row("two hosts in one", "GET / HTTP/1.1\r\nHost: a, b" + end);
    row("host with path", "GET / HTTP/1.1\r\nHost: a/b" + end);
    row("host with user", "GET / HTTP/1.1\r\nHost: u@a" + end);
    for (const char *length : {"-1", "+1", "0x1", "1,1", "1 1", "", "a", "1;", "1.0", "\"1\"", "\xb2"})
        row(qPrintable(QStringLiteral("length “%1”").arg(QString::fromLatin1(length))),
            post + "Content-Length: " + length + "\r\n\r\na");
    row("space behind length", post + "Content-Length: 1 \r\n\r\na");
    row("cookie of one quotation mark", get + "Cookie: a=b; c=\"" + end);
    row("doubled length", post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\na");
    row("doubled same length", post + "Content-Length: 1\r\ncontent-length: 1\r\n\r\na");
    row("chunked", post + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    row("chunked and length", post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n");
    row("length and chunked", post + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n");
    row("hidden chunked", post + "TRANSFER-ENCODING: xchunked\r\n\r\n0\r\n\r\n");
    row("identity", post + "Transfer-Encoding: identity" + end);
    row("second request", get + "\r\n" + get + "\r\n");
    row("second request behind a body", post + "Content-Length: 1\r\n\r\naGET / HTTP/1.1\r\n");
    row("too many parameters",
        "GET /?" + QByteArray("&").repeated(mostParts) + " HTTP/1.1\r\n" + host + "\r\n", 414);
    row("too many cookies", get + "Cookie: " + QByteArray(",").repeated(mostParts - 1) + end, 431);
    row("too many cookie fields", get + QByteArray("Cookie: a;b\r\n").repeated(mostParts / 2) + "A: b" + end,
        431);
    row("expects something", post + "Expect: 100-continue\r\nContent-Length: 1" + end, 417);
}

void TestRequestScreen::screened_refusesWhatCouldBeReadInTwoWays()
{
    QFETCH(QByteArray, request);
    const Screening result = screened(request);
    QCOMPARE(result.verdict, Verdict::Refused);
    QTEST(result.status, "status");
}

void TestRequestScreen::screened_refusesWhatIsTooLarge_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::newRow("URL") << "GET /" + QByteArray(200000, 'a') << 414;
    QTest::newRow("field") << get + "A: " + QByteArray(9000, 'a') << 431;
    QTest::newRow("many fields") << get + QByteArray("A: b\r\n").repeated(64) + "\r\n" << 431;
    QTest::newRow("declared") << post + "Content-Length: 1073741824\r\n\r\n" << 413;
    QTest::newRow("declared beyond all numbers")
        << post + "Content-Length: " + QByteArray(30, '9') + "\r\n\r\n"
        << 413;
    QTest::newRow("declared 2^64") << post + "Content-Length: 18446744073709551617\r\n\r\n" << 413;
    QTest::newRow("just too large") << post + "Content-Length: 8192\r\n\r\n" << 413;
}

void TestRequestScreen::screened_refusesWhatIsTooLarge()
{
    QFETCH(QByteArray, request);
    const Screening result = screened(request);
    QCOMPARE(result.verdict, Verdict::Refused);
    QTEST(result.status, "status");
}

/// Whatever comes after it: otherwise more bytes could make something of what was refused.
void TestRequestScreen::screened_whenRefused_staysRefused()
{
    QRandomGenerator random(42);
    for (int i = 0; i < 20000; ++i) {
        QByteArray request = post + "Content-Length: 3\r\nA: b\r\n\r\na=b";
        for (int change = 0; change < 2; ++change)
            request[random.bounded(int(request.size()))] = static_cast<char>(random.bounded(256));
        bool isRefused = false;
        for (qsizetype size = 1; size <= request.size(); ++size) {
            const Verdict verdict = screened(QByteArrayView(request).first(size)).verdict;
            QVERIFY2(!isRefused || verdict == Verdict::Refused, request.toHex());
            isRefused = verdict == Verdict::Refused;
        }
    }
}

QTEST_APPLESS_MAIN(TestRequestScreen)
#include "tst_requestscreen.moc"
