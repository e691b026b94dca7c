#include "tests/revertlink/ListeningGateway.h"
#include "tests/revertlink/SlowCrowd.h"

#include <QtTest>

using namespace addressdesk;
using namespace std::chrono_literals;

/// Customers are answered while others hold on to the gateway. How fast, stress_gateway measures.
class TestSlowClients final : public QObject
{
    Q_OBJECT

private slots:
    void customer_whileOthersHoldOn_isAnswered_data();
    void customer_whileOthersHoldOn_isAnswered();
    void oldestIncomplete_givesWay();
};

void TestSlowClients::customer_whileOthersHoldOn_isAnswered_data()
{
    QTest::addColumn<int>("senders");
    QTest::addColumn<int>("silent");
    QTest::newRow("900 send a byte at a time") << 900 << 0;
    QTest::newRow("60 are silent") << 0 << 60;
    QTest::newRow("both") << 900 << 60;
}

void TestSlowClients::customer_whileOthersHoldOn_isAnswered()
{
    QFETCH(int, senders);
    QFETCH(int, silent);
    ListeningGateway gateway;
    const SlowCrowd crowd(gateway.port(), senders, silent, 50ms);
    for (int i = 0; i < 10; ++i) {
        crowd.waitForBeats(1);
        QCOMPARE(statusOf(gateway.ask("GET", gateway.linkPath())), 200);
        QCOMPARE(statusOf(gateway.ask("POST", gateway.linkPath())), 200);
    }
    QCOMPARE(gateway.database.looks.load(), 10);
    QCOMPARE(gateway.database.putBacks.load(), 10);
    QVERIFY(senders == 0 || crowd.returns() > 0); // there was a crowd
}

void TestSlowClients::oldestIncomplete_givesWay()
{
    HttpListenerOptions options = ListeningGateway::withoutRateLimit();
    options.arrivalDeadline = std::chrono::hours(1);
    ListeningGateway gateway(options);
    std::vector<std::unique_ptr<TestClient>> clients;
    for (int i = 0; i < options.mostConnections; ++i) {
        clients.push_back(std::make_unique<TestClient>(gateway.port()));
        QVERIFY(clients.back()->send("GET / HTTP/1.1\r\n"));
    }
    TestClient late(gateway.port());
    QVERIFY(clients.front()->closesWithin(TestClient::patience));
    QVERIFY(clients.back()->send("Host: a\r\n\r\n"));
    QCOMPARE(statusOf(clients.back()->readAll()), 404);
    QVERIFY(late.send(requestFor("GET", gateway.linkPath())));
    QCOMPARE(statusOf(late.readAll()), 200);
}

QTEST_GUILESS_MAIN(TestSlowClients)
#include "tst_slowclients.moc"
