#include "tests/revertlink/ListeningGateway.h"
#include "tests/revertlink/StallingLinks.h"

#include <QtTest>

#include <thread>

using namespace addressdesk;
using namespace std::chrono_literals;

class TestStalledDatabase final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();
    void stalledLookUps_areToldToComeBack();
    void stalledFactory_isToldToComeBack();
    void queue_whenFull_refusesAtOnce();
    void postThatWasGivenUp_isNotDoneLater();
    void connection_whenBroken_isMadeAgain();
    void stop_whenALookUpIsRunning_waitsForIt();
    void stop_whenALookUpIsStuck_saysSo();

private:
    [[nodiscard]] static HttpListenerOptions impatient();
    [[nodiscard]] RevertLinksFactory stallingLinks();
    [[nodiscard]] static std::vector<std::unique_ptr<TestClient>> askers(const ListeningGateway &gateway,
                                                                         int count, const QByteArray &method);

    std::shared_ptr<Turnstile> m_turnstile;
    std::shared_ptr<FakeDatabase> m_database;
};

void TestStalledDatabase::init()
{
    m_turnstile = std::make_shared<Turnstile>();
    m_database = std::make_shared<FakeDatabase>();
    m_database->view = fieldChange(LinkView::State::Open);
    m_database->answer = fieldChange(LinkView::State::PutBack);
}

void TestStalledDatabase::cleanup()
{
    m_turnstile->set(true);
    QTRY_COMPARE_WITH_TIMEOUT(m_turnstile->waiting(), 0, TestClient::patience);
}

HttpListenerOptions TestStalledDatabase::impatient()
{
    HttpListenerOptions options = ListeningGateway::withoutRateLimit();
    options.answerDeadline = 300ms;
    return options;
}

RevertLinksFactory TestStalledDatabase::stallingLinks()
{
    return [database = m_database, turnstile = m_turnstile]() -> Result<std::unique_ptr<RevertLinks>> {
        ++database->opened;
        return std::make_unique<StallingLinks>(*database, *turnstile);
    };
}

std::vector<std::unique_ptr<TestClient>> TestStalledDatabase::askers(const ListeningGateway &gateway,
                                                                     int count, const QByteArray &method)
{
    std::vector<std::unique_ptr<TestClient>> clients;
    for (int i = 0; i < count; ++i) {
        clients.push_back(std::make_unique<TestClient>(gateway.port()));
        clients.back()->send(requestFor(method, gateway.linkPath()));
    }
    return clients;
}

void TestStalledDatabase::stalledLookUps_areToldToComeBack()
{
    ListeningGateway gateway(impatient(), stallingLinks());
    m_turnstile->set(false);
    const auto clients = askers(gateway, 10, "GET");
    QTRY_COMPARE_WITH_TIMEOUT(m_turnstile->waiting(), impatient().threads, TestClient::patience);
    QCOMPARE(statusOf(gateway.ask("GET", "/")), 404); // needs no database, so it waits for none
    for (const auto &client : clients) {
        const QByteArray answer = client->readAll();
        QCOMPARE(statusOf(answer), 503);
        QVERIFY(answer.contains("Retry-After: "));
    }
    QCOMPARE(statusOf(gateway.ask("GET", "/healthz")), 503);
    m_turnstile->set(true);
    QTRY_COMPARE_WITH_TIMEOUT(statusOf(gateway.ask("GET", gateway.linkPath())), 200, TestClient::patience);
}

void TestStalledDatabase::stalledFactory_isToldToComeBack()
{
    const auto factory = [database = m_database,
                          turnstile = m_turnstile]() -> Result<std::unique_ptr<RevertLinks>> {
        turnstile->pass();
        return std::make_unique<FakeRevertLinks>(*database);
    };
    ListeningGateway gateway(impatient(), factory);
    m_turnstile->set(false);
    QCOMPARE(statusOf(gateway.ask("GET", gateway.linkPath())), 503);
    m_turnstile->set(true);
    QTRY_COMPARE_WITH_TIMEOUT(statusOf(gateway.ask("GET", gateway.linkPath())), 200, TestClient::patience);
}

void TestStalledDatabase::queue_whenFull_refusesAtOnce()
{
    HttpListenerOptions options = ListeningGateway::withoutRateLimit();
    options.answerDeadline = std::chrono::hours(1); // so that whoever is answered was refused at once
    options.threads = 2;
    options.mostQueued = 3;
    ListeningGateway gateway(options, stallingLinks());
    m_turnstile->set(false);
    const auto waiting = askers(gateway, 5, "GET");
    QTRY_COMPARE_WITH_TIMEOUT(m_turnstile->waiting(), 2, TestClient::patience);
    for (int i = 0; i < 200; ++i)
        QCOMPARE(statusOf(gateway.ask("GET", gateway.linkPath())), 503);
    m_turnstile->set(true);
    for (const auto &client : waiting)
        QCOMPARE(statusOf(client->readAll()), 200);
}

void TestStalledDatabase::postThatWasGivenUp_isNotDoneLater()
{
    HttpListenerOptions options = impatient();
    options.threads = 1;
    ListeningGateway gateway(options, stallingLinks());
    m_turnstile->set(false);
    const auto reader = askers(gateway, 1, "GET");
    QTRY_COMPARE_WITH_TIMEOUT(m_turnstile->waiting(), 1, TestClient::patience);
    QCOMPARE(statusOf(gateway.ask("POST", gateway.linkPath())), 503);
    m_turnstile->set(true);
    QTRY_COMPARE_WITH_TIMEOUT(statusOf(gateway.ask("GET", gateway.linkPath())), 200, TestClient::patience);
    QCOMPARE(m_database->putBacks.load(), 0);
}

void TestStalledDatabase::connection_whenBroken_isMadeAgain()
{
    HttpListenerOptions options = ListeningGateway::withoutRateLimit();
    options.threads = 1;
    ListeningGateway gateway(options);
    QCOMPARE(gateway.database.opened.load(), 0); // not before it is needed
    QCOMPARE(statusOf(gateway.ask("GET", gateway.linkPath())), 200);
    QCOMPARE(statusOf(gateway.ask("GET", gateway.linkPath())), 200);
    QCOMPARE(gateway.database.opened.load(), 1);
    gateway.database.isBroken = true;
    for (int i = 0; i < 3; ++i)
        QCOMPARE(statusOf(gateway.ask("POST", gateway.linkPath())), 503);
    QCOMPARE(statusOf(gateway.ask("GET", "/healthz")), 503);
    gateway.database.isBroken = false;
    QCOMPARE(statusOf(gateway.ask("GET", gateway.linkPath())), 200);
    QCOMPARE(gateway.database.opened.load(), 5);
}

void TestStalledDatabase::stop_whenALookUpIsRunning_waitsForIt()
{
    ListeningGateway gateway(ListeningGateway::withoutRateLimit(), stallingLinks());
    m_turnstile->set(false);
    const auto clients = askers(gateway, 3, "POST");
    QTRY_COMPARE_WITH_TIMEOUT(m_turnstile->waiting(), 3, TestClient::patience);
    std::atomic<bool> hasEndedWell = false;
    std::thread stopper([&] { hasEndedWell = gateway.listener->stop(); });
    QTRY_VERIFY_WITH_TIMEOUT(!TestClient(gateway.port()).isConnected(), TestClient::patience);
    m_turnstile->set(true);
    stopper.join();
    QVERIFY(hasEndedWell);
    for (const auto &client : clients)
        QCOMPARE(statusOf(client->readAll()), 200);
    QCOMPARE(m_database->putBacks.load(), 3);
}

void TestStalledDatabase::stop_whenALookUpIsStuck_saysSo()
{
    ListeningGateway gateway(impatient(), stallingLinks());
    m_turnstile->set(false);
    const auto clients = askers(gateway, 1, "POST");
    QTRY_COMPARE_WITH_TIMEOUT(m_turnstile->waiting(), 1, TestClient::patience);
    QVERIFY(!gateway.listener->stop());
    QCOMPARE(statusOf(clients.front()->readAll()), 503);
}

QTEST_GUILESS_MAIN(TestStalledDatabase)
#include "tst_stalleddatabase.moc"
