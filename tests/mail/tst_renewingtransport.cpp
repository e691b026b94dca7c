#include "app/mail/RenewingTransport.h"
#include "tests/mail/DispatchDesk.h"

#include <thread>

using namespace addressdesk;

namespace {

using Kind = Delivery::Kind;

/// Transports that answer as the test says, and how many were made.
struct Maker
{
    Delivery answer;
    std::optional<Error> problem;
    int made = 0;
    std::function<void()> whileMaking = [] {
    };
    ScriptedTransport *latest = nullptr;
    RenewingTransport transport{[this]() -> Result<std::unique_ptr<MailTransport>> {
        whileMaking();
        if (problem)
            return tl::unexpected(*problem);
        ++made;
        auto scripted = std::make_unique<ScriptedTransport>();
        scripted->answer = [this](const MailMessage &) {
            return answer;
        };
        latest = scripted.get();
        return scripted;
    }};

    Delivery deliver(const QString &fileName = u"mail"_qs)
    {
        return transport.deliver({{}, {}, fileName, {}});
    }
};

} // namespace

class TestRenewingTransport final : public QObject
{
    Q_OBJECT

private slots:
    void beforeItsFirstUse_nothingIsMade();
    void deliver_passesMessageAndAnswer_andIsMadeAnewOnlyWhenUnusable_data();
    void deliver_passesMessageAndAnswer_andIsMadeAnewOnlyWhenUnusable();
    void deliver_whenNoneCanBeMade_isUnusable_untilOneCan();
    void abort_beforeTheFirstUse_stops();
    void abort_reachesTheOneInUse();
    void abort_whileOneIsMade_stopsIt_data();
    void abort_whileOneIsMade_stopsIt();
    void abort_afterUnusable_makesNoOther();
};

void TestRenewingTransport::beforeItsFirstUse_nothingIsMade()
{
    const Maker maker;
    QCOMPARE(maker.made, 0);
}

void TestRenewingTransport::deliver_passesMessageAndAnswer_andIsMadeAnewOnlyWhenUnusable_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("made");
    QTest::newRow("accepted") << static_cast<int>(Kind::Accepted) << 1;
    QTest::newRow("temporary") << static_cast<int>(Kind::Temporary) << 1;
    QTest::newRow("permanent") << static_cast<int>(Kind::Permanent) << 1;
    QTest::newRow("stopped") << static_cast<int>(Kind::Stopped) << 1;
    QTest::newRow("unusable") << static_cast<int>(Kind::Unusable) << 3;
}

void TestRenewingTransport::deliver_passesMessageAndAnswer_andIsMadeAnewOnlyWhenUnusable()
{
    QFETCH(const int, kind);
    Maker maker;
    maker.answer = {static_cast<Kind>(kind), 535, u"the server's words"_qs, ErrorCode::AuthenticationFailed};
    for (int i = 0; i < 3; ++i) {
        const Delivery delivery = maker.deliver(u"mail-%1"_qs.arg(i));
        QCOMPARE(static_cast<int>(delivery.kind), kind);
        QCOMPARE(delivery.replyCode, 535);
        QCOMPARE(delivery.detail, u"the server's words"_qs);
        QCOMPARE(delivery.code, ErrorCode::AuthenticationFailed);
    }
    QTEST(maker.made, "made");
    maker.answer = {};
    QCOMPARE(maker.deliver(u"last"_qs).kind, Kind::Accepted);
    QCOMPARE(maker.latest->fileNames.last(), u"last"_qs);
}

void TestRenewingTransport::deliver_whenNoneCanBeMade_isUnusable_untilOneCan()
{
    Maker maker;
    maker.problem = Error{ErrorCode::CredentialsUnavailable, u"no keyring"_qs, {}};
    for (int i = 0; i < 2; ++i) {
        const Delivery delivery = maker.deliver();
        QCOMPARE(delivery.kind, Kind::Unusable);
        QCOMPARE(delivery.detail, u"no keyring"_qs);
        QCOMPARE(delivery.code, ErrorCode::CredentialsUnavailable);
        QCOMPARE(delivery.replyCode, 0);
    }
    maker.problem.reset();
    QCOMPARE(maker.deliver().kind, Kind::Accepted);
    QCOMPARE(maker.made, 1);
}

void TestRenewingTransport::abort_beforeTheFirstUse_stops()
{
    Maker maker;
    maker.transport.abort();
    QCOMPARE(maker.deliver().kind, Kind::Stopped);
    QCOMPARE(maker.made, 0); // Asking a keyring takes time that who ends does not have.
}

void TestRenewingTransport::abort_reachesTheOneInUse()
{
    Maker maker;
    QCOMPARE(maker.deliver().kind, Kind::Accepted);
    std::thread([&maker] { maker.transport.abort(); }).join();
    QVERIFY(maker.latest->isAborted);
    QCOMPARE(maker.deliver().kind, Kind::Stopped);
}

void TestRenewingTransport::abort_whileOneIsMade_stopsIt_data()
{
    QTest::addColumn<bool>("isMade");
    QTest::newRow("made") << true;
    QTest::newRow("not made") << false;
}

void TestRenewingTransport::abort_whileOneIsMade_stopsIt()
{
    QFETCH(const bool, isMade);
    Maker maker;
    // From another thread, which must not have to wait until it is made.
    maker.whileMaking = [&maker] {
        std::thread([&maker] { maker.transport.abort(); }).join();
    };
    if (!isMade)
        maker.problem = Error{ErrorCode::CredentialsUnavailable, u"no keyring"_qs, {}};
    QCOMPARE(maker.deliver().kind, Kind::Stopped);
    QVERIFY(!isMade || maker.latest->fileNames.isEmpty());
}

void TestRenewingTransport::abort_afterUnusable_makesNoOther()
{
    Maker maker;
    maker.answer.kind = Kind::Unusable;
    QCOMPARE(maker.deliver().kind, Kind::Unusable);
    maker.transport.abort();
    QCOMPARE(maker.deliver().kind, Kind::Stopped);
    QCOMPARE(maker.made, 1);
}

QTEST_GUILESS_MAIN(TestRenewingTransport)
#include "tst_renewingtransport.moc"
