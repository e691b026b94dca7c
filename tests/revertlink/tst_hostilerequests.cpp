#include "tests/revertlink/ListeningGateway.h"

#include <QRandomGenerator>
#include <QtTest>

using namespace addressdesk;
using namespace std::chrono_literals;

/// Over real sockets what TestRequestScreen checks of bytes: nothing refused reaches the database.
class TestHostileRequests final : public QObject
{
    Q_OBJECT

private slots:
    void malformed_isRefusedAndClosed_data();
    void malformed_isRefusedAndClosed();
    void smuggledRequest_isNeverAnswered_data();
    void smuggledRequest_isNeverAnswered();
    void longUrl_isRefused();
    void hugeBody_whenDeclared_isRefusedAtOnce();
    void hugeBody_whenStreamed_isCutOff();
    void incompleteRequest_whenItKeepsComing_isClosedAtTheDeadline();
    void randomBytes_areSurvived();
};

void TestHostileRequests::malformed_isRefusedAndClosed_data()
{
    QTest::addColumn<QByteArray>("request");
    const QByteArray line = "POST /healthz HTTP/1.1\r\n";
    const QByteArray post = line + "Host: a\r\n";
    QTest::newRow("garbage") << QByteArray("\x16\x03\x01garbage");
    QTest::newRow("HTTP/0.9") << QByteArray("GET /healthz\r\n");
    QTest::newRow("no host") << line + "\r\n";
    QTest::newRow("doubled host") << post + "Host: a\r\n\r\n";
    QTest::newRow("negative length") << post + "Content-Length: -1\r\n\r\n";
    QTest::newRow("length with letters") << post + "Content-Length: 1a\r\n\r\n";
    QTest::newRow("doubled length") << post + "Content-Length: 1\r\nContent-Length: 2\r\n\r\na";
    QTest::newRow("length and chunked")
        << post + "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    QTest::newRow("chunked") << post + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n";
    QTest::newRow("bare CR") << post + "A: b\rC: d\r\n\r\n";
    QTest::newRow("bare LF") << QByteArray("GET /healthz HTTP/1.1\nHost: a\n\n");
    QTest::newRow("NUL") << post + QByteArray("A: \0\r\n\r\n", 8);
    QTest::newRow("folded") << post + "A: b\r\n c\r\n\r\n";
    QTest::newRow("space before colon") << post + "Content-Length : 0\r\n\r\n";
}

void TestHostileRequests::malformed_isRefusedAndClosed()
{
    QFETCH(QByteArray, request);
    ListeningGateway gateway;
    const QByteArray answer = answerTo(gateway.port(), request);
    QCOMPARE(statusOf(answer), 400);
    QCOMPARE(answer.count("HTTP/1.1"), 1);
    QVERIFY(answer.endsWith("</html>\n")); // closed, and all of it came before that
    QCOMPARE(gateway.database.looks + gateway.database.putBacks, 0);
}

void TestHostileRequests::smuggledRequest_isNeverAnswered_data()
{
    QTest::addColumn<bool>("comesAtOnce");
    QTest::newRow("at once") << true;
    QTest::newRow("a little later") << false;
}

void TestHostileRequests::smuggledRequest_isNeverAnswered()
{
    QFETCH(bool, comesAtOnce);
    ListeningGateway gateway;
    const QByteArray first = requestFor("GET", gateway.linkPath());
    const QByteArray second = requestFor("POST", gateway.linkPath());
    for (int i = 0; i < 200; ++i) {
        TestClient client(gateway.port());
        if (comesAtOnce) {
            client.send(first + second);
            QCOMPARE(statusOf(client.readAll()), 400);
        } else {
            client.send(first);
            client.send(second);
            QVERIFY(client.readAll().count("HTTP/1.1 ") <= 1);
        }
    }
    QCOMPARE(gateway.database.putBacks.load(), 0);
}

void TestHostileRequests::longUrl_isRefused()
{
    ListeningGateway gateway;
    QCOMPARE(statusOf(gateway.ask("GET", "/r/" + QByteArray(200LL * 1024, 'a'))), 414);
    QCOMPARE(statusOf(gateway.ask("GET", "/", "A: " + QByteArray(200LL * 1024, 'a') + "\r\n")), 431);
}

void TestHostileRequests::hugeBody_whenDeclared_isRefusedAtOnce()
{
    ListeningGateway gateway;
    QCOMPARE(statusOf(gateway.ask("POST", gateway.linkPath(), "Content-Length: 1073741824\r\n")), 413);
    QCOMPARE(statusOf(gateway.ask("POST", gateway.linkPath(), "Content-Length: 99999999999999999999\r\n")),
             413);
    QCOMPARE(gateway.database.putBacks.load(), 0);
}

void TestHostileRequests::hugeBody_whenStreamed_isCutOff()
{
    ListeningGateway gateway;
    TestClient client(gateway.port());
    QVERIFY(client.send(requestFor("POST", gateway.linkPath(), "Content-Length: 1073741824\r\n")));
    const QByteArray piece(64LL * 1024, 'a');
    qint64 taken = 0;
    while (taken < 1073741824 && client.send(piece))
        taken += piece.size();
    QVERIFY2(taken < 64LL * 1024 * 1024, "a body of this size was not cut off");
    QCOMPARE(statusOf(gateway.ask("GET", gateway.linkPath())), 200);
    QCOMPARE(gateway.database.putBacks.load(), 0);
}

void TestHostileRequests::incompleteRequest_whenItKeepsComing_isClosedAtTheDeadline()
{
    HttpListenerOptions options = ListeningGateway::withoutRateLimit();
    options.arrivalDeadline = 200ms;
    ListeningGateway gateway(options);
    TestClient client(gateway.port());
    client.send("GET / HTTP/1.1\r\nHost: a\r\nA: ");
    // Never idle: an idle time-out would let this go on until the request is too large.
    int sent = 0;
    while (!client.closesWithin(5) && sent < 5000)
        sent += client.send("a");
    QVERIFY(sent < 5000);
    QVERIFY(gateway.logLines().isEmpty()); // closed, not refused for its size
}

void TestHostileRequests::randomBytes_areSurvived()
{
    ListeningGateway gateway;
    QRandomGenerator random(7);
    const QByteArray good =
        requestFor("GET", gateway.linkPath(), "Accept-Language: fr;q=0.5\r\nCookie: a=b\r\n");
    for (int i = 0; i < 2000; ++i) {
        QByteArray bytes = good;
        for (int change = random.bounded(4); change >= 0; --change)
            bytes[random.bounded(int(bytes.size()))] = static_cast<char>(random.bounded(256));
        TestClient client(gateway.port());
        client.send(bytes);
        client.endSending();
        const QByteArray answer = client.readAll();
        QVERIFY2(answer.isEmpty() || answer.contains("Content-Security-Policy: "), bytes.toHex());
        QVERIFY(answer.count("HTTP/1.1 ") <= 1);
    }
    QCOMPARE(gateway.database.putBacks.load(), 0);
    QCOMPARE(statusOf(gateway.ask("GET", gateway.linkPath())), 200);
}

QTEST_GUILESS_MAIN(TestHostileRequests)
#include "tst_hostilerequests.moc"
