#include "app/revertlink/ClientAddress.h"
#include "app/revertlink/RateLimiter.h"

#include <QtTest>

#include <arpa/inet.h>
#include <netinet/in.h>

using namespace addressdesk;
using namespace std::chrono_literals;

class TestClientLimits final : public QObject
{
    Q_OBJECT

private slots:
    void take_allowsABurstThenTheRate();
    void take_keepsClientsApart();
    void take_whenThereIsNoLimit_remembersNobody();
    void take_whenTooManyClients_forgetsTheQuietest();
    void clientKey_isThePeerUnlessAProxyHereSaysOtherwise_data();
    void clientKey_isThePeerUnlessAProxyHereSaysOtherwise();
};

namespace {

sockaddr_storage addressOf(const QByteArray &text)
{
    sockaddr_storage storage = {};
    auto *four = reinterpret_cast<sockaddr_in *>(&storage);
    auto *six = reinterpret_cast<sockaddr_in6 *>(&storage);
    if (inet_pton(AF_INET, text.constData(), &four->sin_addr) == 1) {
        storage.ss_family = AF_INET;
    } else if (inet_pton(AF_INET6, text.constData(), &six->sin6_addr) == 1) {
        storage.ss_family = AF_INET6;
    }
    return storage;
}

QByteArray keyOf(const QByteArray &peer, const QByteArray &forwardedFor = {}, bool isTrusted = false)
{
    const sockaddr_storage address = addressOf(peer);
    return clientKey(reinterpret_cast<const sockaddr *>(&address), forwardedFor, isTrusted);
}

} // namespace

void TestClientLimits::take_allowsABurstThenTheRate()
{
    RateLimiter limiter(30, 5);
    RateLimiter::Clock::time_point now{1000h};
    for (int i = 0; i < 5; ++i)
        QVERIFY(limiter.take("a", now));
    QVERIFY(!limiter.take("a", now));
    now += 1900ms;
    QVERIFY(!limiter.take("a", now));
    now += 200ms;
    QVERIFY(limiter.take("a", now));
    QVERIFY(!limiter.take("a", now));
    now += 24h; // a long rest gives a burst, not more
    for (int i = 0; i < 5; ++i)
        QVERIFY(limiter.take("a", now));
    QVERIFY(!limiter.take("a", now));
}

void TestClientLimits::take_keepsClientsApart()
{
    RateLimiter limiter(1, 1);
    const RateLimiter::Clock::time_point now{1000h};
    QVERIFY(limiter.take("a", now));
    QVERIFY(!limiter.take("a", now));
    QVERIFY(limiter.take("b", now));
}

void TestClientLimits::take_whenThereIsNoLimit_remembersNobody()
{
    RateLimiter limiter(0, 1);
    for (int i = 0; i < 1000; ++i)
        QVERIFY(limiter.take("a", RateLimiter::Clock::time_point{1000h}));
    QCOMPARE(limiter.size(), 0);
}

void TestClientLimits::take_whenTooManyClients_forgetsTheQuietest()
{
    RateLimiter limiter(1, 1);
    const RateLimiter::Clock::time_point now{1000h};
    QVERIFY(limiter.take("quiet", now));
    QVERIFY(limiter.take("busy", now));
    for (int i = 0; i < 3 * RateLimiter::mostClients; ++i) {
        QVERIFY(limiter.take(QByteArray::number(i), now));
        QVERIFY(!limiter.take("busy", now));
        QVERIFY(limiter.size() <= RateLimiter::mostClients);
    }
    QVERIFY(limiter.take("quiet", now));
}

void TestClientLimits::clientKey_isThePeerUnlessAProxyHereSaysOtherwise_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("same");
    const auto row = [](const char *name, const QByteArray &key, const QByteArray &same) {
        QTest::newRow(name) << key << same;
    };
    row("peer", keyOf("192.0.2.1"), QByteArray::fromHex("c0000201"));
    row("mapped", keyOf("::ffff:192.0.2.1"), keyOf("192.0.2.1"));
    row("one network", keyOf("2001:db8:1:2::1"), keyOf("2001:db8:1:2:ffff::9"));
    row("untrusted", keyOf("127.0.0.1", "192.0.2.1"), keyOf("127.0.0.1"));
    row("peer from elsewhere", keyOf("192.0.2.9", "192.0.2.1", true), keyOf("192.0.2.9"));
    row("trusted", keyOf("127.0.0.1", "192.0.2.1", true), keyOf("192.0.2.1"));
    row("trusted IPv6", keyOf("::1", "2001:db8::1", true), keyOf("2001:db8::2"));
    row("trusted mapped", keyOf("::ffff:127.0.0.1", "192.0.2.1", true), keyOf("192.0.2.1"));
    row("the last one counts", keyOf("127.0.0.1", "192.0.2.7, 192.0.2.8 ,192.0.2.1 ", true),
        keyOf("192.0.2.1"));
    row("garbage", keyOf("127.0.0.1", "192.0.2.1, unknown", true), keyOf("127.0.0.1"));
    row("nothing", keyOf("127.0.0.1", "", true), keyOf("127.0.0.1"));
    row("no peer", clientKey(nullptr, "192.0.2.1", true), QByteArray());
}

void TestClientLimits::clientKey_isThePeerUnlessAProxyHereSaysOtherwise()
{
    QFETCH(QByteArray, key);
    QTEST(key, "same");
}

QTEST_APPLESS_MAIN(TestClientLimits)
#include "tst_clientlimits.moc"
