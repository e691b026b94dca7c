#include "tests/revertlink/ListeningGateway.h"

#include <QtTest>

using namespace addressdesk;

class TestHttpListener final : public QObject
{
    Q_OBJECT

private slots:
    void start_whenPortIsTaken_saysSo();
    void start_whenHostIsNone_saysSo();
    void start_listensOnIpv6();
    void link_isShownThenPutBack();
    void head_hasTheLengthOfGetButNoBody();
    void reading_whenDoneTenThousandTimes_neverPutsBack();
    void tokens_whenMalformedOrUnknown_getTheSameBytes();
    void everyAnswer_carriesTheSafetyHeaders_data();
    void everyAnswer_carriesTheSafetyHeaders();
    void request_whenItComesByteByByte_isAnswered();
    void client_whenItEndsSendingFirst_isAnswered();
    void client_whenItGoesAwayEarly_harmsNobody();
    void rateLimit_isKeptForEachClient();
    void rateLimit_behindATrustedProxy_countsTheProxysClients();
    void log_saysWhatHappenedButNothingOfTheClient();
    void stop_whenClientsAreConnected_endsThem();
    void stop_whenTwice_isHarmless();
};

void TestHttpListener::start_whenPortIsTaken_saysSo()
{
    ListeningGateway first;
    QVERIFY(first.isListening);
    HttpListenerOptions options;
    options.port = first.port();
    HttpListener second(std::make_shared<RevertLinkService>(OfficeSettings()),
                        FakeRevertLinks::factoryFor(first.database), options);
    const Done started = second.start();
    QVERIFY(!started);
    QCOMPARE(started.error().code, ErrorCode::InvalidArgument);
    QVERIFY(!started.error().detail.isEmpty());
}

void TestHttpListener::start_whenHostIsNone_saysSo()
{
    HttpListenerOptions options;
    options.host = QStringLiteral("not an address");
    const ListeningGateway gateway(options);
    QVERIFY(!gateway.isListening);
}

void TestHttpListener::start_listensOnIpv6()
{
    HttpListenerOptions options;
    options.host = QStringLiteral("::");
    ListeningGateway gateway(options);
    if (!gateway.isListening)
        QSKIP("This machine has no IPv6.");
    QCOMPARE(statusOf(gateway.ask("GET", gateway.linkPath())), 200); // over IPv4
}

void TestHttpListener::link_isShownThenPutBack()
{
    ListeningGateway gateway;
    const QByteArray page =
        gateway.ask("GET", gateway.linkPath() + "?utm_source=mail", "Accept-Language: fr\r\n");
    QCOMPARE(statusOf(page), 200);
    QVERIFY(page.contains("Content-Language: fr\r\n"));
    QVERIFY(page.contains("\r\nConnection: close\r\n"));
    QVERIFY(bodyOf(page).endsWith("</html>\n"));
    QCOMPARE(gateway.database.putBacks.load(), 0);
    QCOMPARE(gateway.pagesFetched.load(), 1);
    const QByteArray done =
        answerTo(gateway.port(), requestFor("POST", gateway.linkPath(), "Content-Length: 5\r\n") + "a=b&c");
    QCOMPARE(statusOf(done), 200);
    QVERIFY(bodyOf(done).contains("It is put back"));
    QCOMPARE(gateway.database.putBacks.load(), 1);
    QCOMPARE(statusOf(gateway.ask("PUT", gateway.linkPath())), 405);
    QCOMPARE(statusOf(gateway.ask("GET", "/")), 404);
    QCOMPARE(bodyOf(gateway.ask("GET", "/healthz")), QByteArray("ok\n"));
}

void TestHttpListener::head_hasTheLengthOfGetButNoBody()
{
    ListeningGateway gateway;
    const QByteArray get = gateway.ask("GET", gateway.linkPath());
    const QByteArray head = gateway.ask("HEAD", gateway.linkPath());
    QCOMPARE(statusOf(head), 200);
    QVERIFY(bodyOf(head).isEmpty());
    QVERIFY(head.contains("Content-Length: " + QByteArray::number(bodyOf(get).size()) + "\r\n"));
    QCOMPARE(gateway.pagesFetched.load(), 1);
}

void TestHttpListener::reading_whenDoneTenThousandTimes_neverPutsBack()
{
    ListeningGateway gateway;
    for (int i = 0; i < 5000; ++i) {
        QCOMPARE(statusOf(gateway.ask("GET", gateway.linkPath())), 200);
        QCOMPARE(statusOf(gateway.ask("HEAD", gateway.linkPath())), 200);
    }
    QCOMPARE(gateway.database.looks.load(), 10000);
    QCOMPARE(gateway.database.putBacks.load(), 0);
    QVERIFY(gateway.database.opened <= HttpListenerOptions().threads);
}

void TestHttpListener::tokens_whenMalformedOrUnknown_getTheSameBytes()
{
    ListeningGateway gateway;
    const auto answer = [&](const QByteArray &path) {
        QByteArray all = gateway.ask("GET", path);
        const qsizetype date = all.indexOf("Date: ");
        return all.remove(date, all.indexOf("\r\n", date) - date);
    };
    const QByteArray unknown = answer("/r/" + RevertToken::generate().secret().toLatin1());
    QCOMPARE(statusOf(unknown), 404);
    QCOMPARE(answer("/r/short"), unknown);
    QCOMPARE(answer("/r/" + QByteArray(43, '%')), unknown);
    QCOMPARE(answer("/r/%41" + gateway.linkPath().mid(4)), unknown);
    QCOMPARE(answer(gateway.linkPath() + "%00"), unknown);
    QCOMPARE(gateway.database.looks.load(), 5);
}

void TestHttpListener::everyAnswer_carriesTheSafetyHeaders_data()
{
    QTest::addColumn<QByteArray>("request");
    QTest::addColumn<int>("status");
    QTest::newRow("health") << requestFor("GET", "/healthz") << 200;
    QTest::newRow("unknown") << requestFor("GET", "/r/a") << 404;
    QTest::newRow("other") << requestFor("GET", "/") << 404;
    QTest::newRow("many parameters") << requestFor("GET", "/?" + QByteArray("&").repeated(7000)) << 414;
    QTest::newRow("many cookies") << requestFor("GET", "/",
                                                "Cookie: " + QByteArray("a;").repeated(3500) + "\r\n")
                                  << 431;
    // As many of everything, and as large, as a request may be.
    QTest::newRow("most parts") << requestFor("GET", "/?" + QByteArray("a=b&").repeated(47),
                                              "Cookie: " + QByteArray("a=b;").repeated(47) + "\r\n" +
                                                  QByteArray("A: b\r\n").repeated(61) +
                                                  "B: " + QByteArray(7300, 'a') + "\r\n")
                                << 404;
    QTest::newRow("largest") << requestFor("GET", "/", "A: " + QByteArray(8100, 'a') + "\r\n") << 404;
    QTest::newRow("quotation mark") << requestFor("GET", "/", "Cookie: a=\"\r\n") << 400;
    QTest::newRow("quotation marks") << requestFor("GET", "/", "Cookie: a=\"; \"=; \"\"=\"\"; c=\"\"\r\n")
                                     << 404;
    QTest::newRow("odd cookies") << requestFor("GET", "/", "Cookie: ,;=;,= ;\"\r\nCookie: =\r\nCookie:\r\n")
                                 << 404;
    QTest::newRow("strange escapes") << requestFor("GET", "/%00%zz%?%00=%zz&%") << 404;
    QTest::newRow("method") << requestFor("BREW", "/healthz") << 405;
    QTest::newRow("lower case method") << requestFor("get", "/healthz") << 405;
    QTest::newRow("connect") << requestFor("CONNECT", "/healthz") << 405;
    QTest::newRow("upgrade") << requestFor("GET", "/",
                                           "Connection: Upgrade, HTTP2-Settings\r\nUpgrade: h2c\r\n")
                             << 404;
    QTest::newRow("HTTP/1.0") << QByteArray("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n") << 404;
    QTest::newRow("bad") << QByteArray("GET /\r\n") << 400;
    QTest::newRow("large") << requestFor("GET", "/" + QByteArray(9000, 'a')) << 414;
}

void TestHttpListener::everyAnswer_carriesTheSafetyHeaders()
{
    QFETCH(QByteArray, request);
    ListeningGateway gateway;
    const QByteArray answer = answerTo(gateway.port(), request);
    QTEST(statusOf(answer), "status");
    for (const char *header :
         {"Cache-Control: no-store\r\n", "Referrer-Policy: no-referrer\r\n",
          "Content-Security-Policy: default-src 'none';", "X-Content-Type-Options: nosniff\r\n",
          "X-Frame-Options: DENY\r\n", "X-Robots-Tag: noindex\r\n", "Connection: close\r\n", "Date: "})
        QVERIFY2(answer.contains(header), header);
    QCOMPARE(answer.count("HTTP/1.1 "), 1);
    QVERIFY(answer.contains("Content-Length: " + QByteArray::number(bodyOf(answer).size()) + "\r\n"));
}

void TestHttpListener::request_whenItComesByteByByte_isAnswered()
{
    ListeningGateway gateway;
    TestClient client(gateway.port());
    for (const char byte : requestFor("POST", gateway.linkPath(), "Content-Length: 3\r\n") + "a=b")
        QVERIFY(client.send(QByteArray(1, byte)));
    QCOMPARE(statusOf(client.readAll()), 200);
    QCOMPARE(gateway.database.putBacks.load(), 1);
}

void TestHttpListener::client_whenItEndsSendingFirst_isAnswered()
{
    ListeningGateway gateway;
    TestClient client(gateway.port());
    client.send(requestFor("GET", gateway.linkPath()));
    client.endSending();
    QCOMPARE(statusOf(client.readAll()), 200);
    TestClient incomplete(gateway.port());
    incomplete.send("GET / HT");
    incomplete.endSending();
    QCOMPARE(incomplete.readAll(), QByteArray());
}

void TestHttpListener::client_whenItGoesAwayEarly_harmsNobody()
{
    ListeningGateway gateway;
    for (int i = 0; i < 500; ++i) {
        TestClient client(gateway.port());
        client.send(i % 2 ? requestFor("GET", gateway.linkPath()) : QByteArray("GET / HTTP/1.1\r\nHo"));
        if (i % 3 == 0) { // resets instead of closing
            const linger hard{1, 0};
            setsockopt(client.descriptor(), SOL_SOCKET, SO_LINGER, &hard, sizeof hard);
        }
    }
    QCOMPARE(statusOf(gateway.ask("GET", gateway.linkPath())), 200);
}

void TestHttpListener::rateLimit_isKeptForEachClient()
{
    HttpListenerOptions options;
    options.requestsPerMinute = 1;
    options.burst = 3;
    ListeningGateway gateway(options);
    for (int i = 0; i < 3; ++i)
        QCOMPARE(statusOf(gateway.ask("GET", gateway.linkPath())), 200);
    const QByteArray refused = gateway.ask("GET", gateway.linkPath(), "X-Forwarded-For: 192.0.2.1\r\n");
    QCOMPARE(statusOf(refused), 429);
    QVERIFY(refused.contains("Retry-After: "));
    QVERIFY(refused.contains("Too many requests"));
    QCOMPARE(gateway.database.looks.load(), 3);
}

void TestHttpListener::rateLimit_behindATrustedProxy_countsTheProxysClients()
{
    HttpListenerOptions options;
    options.requestsPerMinute = 1;
    options.burst = 1;
    options.trustForwardedFor = true;
    ListeningGateway gateway(options);
    const QByteArray spoofed = "X-Forwarded-For: 192.0.2.9\r\nX-Forwarded-For: 192.0.2.7, 192.0.2.1\r\n";
    QCOMPARE(statusOf(gateway.ask("GET", gateway.linkPath(), "X-Forwarded-For: 192.0.2.1\r\n")), 200);
    QCOMPARE(statusOf(gateway.ask("GET", gateway.linkPath(), spoofed)), 429);
    QCOMPARE(statusOf(gateway.ask("GET", gateway.linkPath(), "X-Forwarded-For: 192.0.2.2\r\n")), 200);
}

void TestHttpListener::log_saysWhatHappenedButNothingOfTheClient()
{
    ListeningGateway gateway;
    (void)gateway.ask("GET", gateway.linkPath() + "?secret=query", "User-Agent: secretagent\r\n");
    (void)gateway.ask("SECRETMETHOD", "/secretpath");
    (void)answerTo(gateway.port(), "secret\r\n");
    QTRY_COMPARE(gateway.logLines().size(), 3);
    const QString all = gateway.logLines().join(u'\n');
    QVERIFY2(all.contains(QStringLiteral("Z GET /r/… 200 ")), qPrintable(all));
    QVERIFY(all.contains(QStringLiteral("Z other other 404 ")));
    QVERIFY(all.contains(QStringLiteral("Z - - 400 ")));
    QVERIFY(!all.contains(QStringLiteral("secret"), Qt::CaseInsensitive));
    QVERIFY(!all.contains(gateway.token.secret()) && !all.contains(QStringLiteral("127.0.0.1")));
}

void TestHttpListener::stop_whenClientsAreConnected_endsThem()
{
    ListeningGateway gateway;
    std::vector<std::unique_ptr<TestClient>> clients;
    for (int i = 0; i < 40; ++i) {
        clients.push_back(std::make_unique<TestClient>(gateway.port()));
        clients.back()->send(i % 2 ? "GET /" : "");
    }
    QCOMPARE(statusOf(gateway.ask("GET", gateway.linkPath())), 200);
    QVERIFY(gateway.listener->stop());
    for (const auto &client : clients)
        QVERIFY(client->closesWithin(TestClient::patience));
    QVERIFY(!TestClient(gateway.port()).isConnected());
}

void TestHttpListener::stop_whenTwice_isHarmless()
{
    ListeningGateway gateway;
    QVERIFY(gateway.listener->stop());
    QVERIFY(gateway.listener->stop());
}

QTEST_GUILESS_MAIN(TestHttpListener)
#include "tst_httplistener.moc"
