#include "app/mail/DispatcherThread.h"
#include "app/mail/FolderTransport.h"
#include "app/mail/SmtpTransport.h"
#include "tests/mail/MailSamples.h"
#include "tests/support/MemoryOutbox.h"
#include "tests/support/SmtpServer.h"

#include <QtTest>

using namespace addressdesk;

namespace {

/// Leads to an outbox that outlives it, as a connection leads to a database.
class Connection final : public OutboxQueue
{
public:
    explicit Connection(MemoryOutbox &outbox, std::thread::id &thread) : m_outbox(outbox), m_thread(thread) {}
    ~Connection() override { m_thread = std::this_thread::get_id(); }

    Result<QList<OutgoingMail>> claim(int limit, std::chrono::seconds lease) override
    {
        return m_outbox.claim(limit, lease);
    }
    Result<qint64> heldUp(std::chrono::seconds since) override { return m_outbox.heldUp(since); }
    Done markSent(const OutgoingMail &mail, const HandOver &how) override
    {
        return m_outbox.markSent(mail, how);
    }
    Done hasten() override { return m_outbox.hasten(); }
    Done defer(const OutgoingMail &mail, std::chrono::seconds pause, const QString &why) override
    {
        return m_outbox.defer(mail, pause, why);
    }
    Done markFailed(const OutgoingMail &mail, const QString &why) override
    {
        return m_outbox.markFailed(mail, why);
    }
    Done putBack(const OutgoingMail &mail) override { return m_outbox.putBack(mail); }

private:
    MemoryOutbox &m_outbox;
    std::thread::id &m_thread;
};

} // namespace

/// The whole way: outbox, dispatcher, SMTP, a real server.
class TestDispatcherThread final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void thread_sendsOverARealServer();
    void thread_whenThePasswordIsMended_sendsWhatWaited();
    void thread_whenTheServerIsAway_sendsWhenItIsBack();
    void thread_whenTheDatabaseIsAway_opensItAgain();
    void thread_whenStoppedWithinADelivery_putsItBack();
    void thread_intoAFolder_leavesOneFileAMail();
    void retryNow_triesDeferredMailsAtOnce();
    void retryNow_beforeTheThreadRuns_counts();

private:
    DispatcherThread::Parts parts();
    void add(qint64 id, const QString &recipient);
    SmtpSettings settingsOf(const SmtpServer &server);

    std::unique_ptr<MemoryOutbox> m_outbox;
    std::atomic<int> m_connections = 0;
    std::atomic<int> m_problems = 0;
    std::atomic<int> m_recoveries = 0;
    std::thread::id m_closedOn;
    std::function<Result<std::unique_ptr<MailTransport>>()> m_transport;
};

void TestDispatcherThread::init()
{
    m_outbox = std::make_unique<MemoryOutbox>();
    m_connections = m_problems = m_recoveries = 0;
}

DispatcherThread::Parts TestDispatcherThread::parts()
{
    DispatcherThread::Parts parts;
    parts.queue = [this]() -> Result<std::unique_ptr<OutboxQueue>> {
        ++m_connections;
        return std::make_unique<Connection>(*m_outbox, m_closedOn);
    };
    parts.transport = m_transport;
    parts.composers = []() -> Result<MailComposer> {
        return MailComposer(mailSamples::office(), SchemaMapping::native());
    };
    parts.reports.problem = [this](const DispatchProblem &) {
        ++m_problems;
    };
    parts.reports.recovered = [this] {
        ++m_recoveries;
    };
    parts.timing.poll = std::chrono::hours(1);
    parts.timing.problemPause = std::chrono::hours(1);
    return parts;
}

void TestDispatcherThread::add(qint64 id, const QString &recipient)
{
    OutgoingMail mail = mailSamples::mail();
    mail.id = id;
    mail.recipient = recipient + u"@customer.example"_qs;
    mail.createdAt = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    m_outbox->add(mail);
}

SmtpSettings TestDispatcherThread::settingsOf(const SmtpServer &server)
{
    SmtpSettings settings;
    settings.host = u"localhost"_qs;
    settings.port = server.port();
    settings.caFile = server.certificate();
    settings.user = u"user"_qs;
    settings.password = u"geheim"_qs;
    return settings;
}

void TestDispatcherThread::thread_sendsOverARealServer()
{
    SmtpServer server(SmtpServer::Security::StartTls,
                      {u"--password"_qs, u"geheim"_qs, u"--auth-required"_qs});
    const SmtpSettings settings = settingsOf(server);
    m_transport = [settings] {
        return std::make_unique<SmtpTransport>(settings);
    };
    add(1, u"anna"_qs);
    add(2, u"reject"_qs);
    add(3, u"grey"_qs);
    add(4, u"bert"_qs);
    add(5, u"drop"_qs);
    add(6, u"carla"_qs);
    {
        const DispatcherThread thread(parts());
        QTRY_COMPARE_WITH_TIMEOUT(m_outbox->stateOf(6), u"sent 14"_qs, 60000);
    }
    QCOMPARE(m_outbox->stateOf(1), u"sent 14"_qs);
    QCOMPARE(m_outbox->stateOf(2), u"failed"_qs);
    QVERIFY2(m_outbox->reasonOf(2).startsWith(u"550"_qs), qPrintable(m_outbox->reasonOf(2)));
    QCOMPARE(m_outbox->stateOf(3), u"deferred 60"_qs);
    QCOMPARE(m_outbox->stateOf(4), u"sent 14"_qs);
    QCOMPARE(m_outbox->stateOf(5), u"deferred 60"_qs);
    QCOMPARE(server.events(u"mail"_qs, 3).size(), 3);
    QCOMPARE(m_problems.load(), 0);
}

void TestDispatcherThread::thread_whenThePasswordIsMended_sendsWhatWaited()
{
    SmtpServer server(SmtpServer::Security::StartTls, {u"--password"_qs, u"geheim"_qs});
    const SmtpSettings right = settingsOf(server);
    std::atomic<bool> isMended = false;
    m_transport = [right, &isMended] {
        SmtpSettings settings = right;
        settings.password = isMended ? right.password : u"falsch"_qs;
        return std::make_unique<SmtpTransport>(settings);
    };
    add(1, u"anna"_qs);
    DispatcherThread thread(parts());
    QTRY_COMPARE_WITH_TIMEOUT(m_problems.load(), 1, 60000);
    QTRY_COMPARE(m_outbox->stateOf(1), u"waiting"_qs);
    isMended = true;
    thread.retryNow();
    QTRY_COMPARE_WITH_TIMEOUT(m_outbox->stateOf(1), u"sent 14"_qs, 60000);
    QCOMPARE(m_recoveries.load(), 1);
    QCOMPARE(m_outbox->attemptsOf(1), 1);
}

void TestDispatcherThread::thread_whenTheServerIsAway_sendsWhenItIsBack()
{
    auto server = std::make_unique<SmtpServer>(SmtpServer::Security::None);
    SmtpSettings settings;
    settings.host = u"localhost"_qs;
    settings.security = SmtpSettings::Security::Clear;
    std::atomic<int> port = server->port();
    m_transport = [settings, &port]() mutable {
        settings.port = port;
        return std::make_unique<SmtpTransport>(settings);
    };
    server->kill();
    for (int id = 1; id <= 4; ++id)
        add(id, u"anna"_qs);
    {
        const DispatcherThread thread(parts());
        QTRY_COMPARE_WITH_TIMEOUT(m_problems.load(), 1, 60000);
        QTRY_COMPARE(m_outbox->stateOf(4), u"waiting"_qs);
    }
    QCOMPARE(m_outbox->stateOf(1), u"deferred 60"_qs);
    server = std::make_unique<SmtpServer>(SmtpServer::Security::None);
    port = server->port();
    m_outbox->letTimePass();
    const DispatcherThread thread(parts());
    QTRY_VERIFY_WITH_TIMEOUT(m_outbox->isEveryRow(u"sent 14"_qs), 60000);
}

void TestDispatcherThread::thread_whenTheDatabaseIsAway_opensItAgain()
{
    const QTemporaryDir folder;
    m_transport = [&folder] {
        return std::make_unique<FolderTransport>(folder.path());
    };
    std::atomic<bool> isAway = true;
    m_outbox->fault = [&isAway](const QString &, qint64) {
        return isAway ? Done(failure(ErrorCode::ConnectionLost, u"gone"_qs)) : Done();
    };
    add(1, u"anna"_qs);
    {
        DispatcherThread thread(parts());
        QTRY_COMPARE(m_problems.load(), 1);
        isAway = false;
        thread.retryNow();
        QTRY_COMPARE(m_outbox->stateOf(1), u"sent 14 into the folder"_qs);
    }
    QCOMPARE(m_connections.load(), 2);
    QVERIFY(m_closedOn != std::this_thread::get_id());
    QCOMPARE(m_recoveries.load(), 1);
}

void TestDispatcherThread::thread_whenStoppedWithinADelivery_putsItBack()
{
    SmtpServer server(SmtpServer::Security::StartTls, {u"--password"_qs, u"geheim"_qs});
    const SmtpSettings settings = settingsOf(server);
    m_transport = [settings] {
        return std::make_unique<SmtpTransport>(settings);
    };
    add(1, u"slow"_qs);
    add(2, u"anna"_qs);
    {
        const DispatcherThread thread(parts());
        QCOMPARE(server.events(u"waiting"_qs, 1).size(), 1);
    }
    QVERIFY(m_outbox->isEveryRow(u"waiting"_qs));
    QCOMPARE(m_outbox->attemptsOf(1), 0);
}

void TestDispatcherThread::thread_intoAFolder_leavesOneFileAMail()
{
    const QTemporaryDir folder;
    m_transport = [&folder] {
        return std::make_unique<FolderTransport>(folder.path());
    };
    add(1, u"anna"_qs);
    add(2, u"bert"_qs);
    DispatcherThread thread(parts());
    QTRY_VERIFY(m_outbox->isEveryRow(u"sent 14 into the folder"_qs));
    add(2, u"bert"_qs);
    thread.wake();
    QTRY_VERIFY(m_outbox->isEveryRow(u"sent 14 into the folder"_qs));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 2);
}

/// Whoever mends the route wants to see mails go, not to wait for pauses that have grown.
void TestDispatcherThread::retryNow_triesDeferredMailsAtOnce()
{
    auto server = std::make_unique<SmtpServer>(SmtpServer::Security::None);
    SmtpSettings settings;
    settings.host = u"localhost"_qs;
    settings.security = SmtpSettings::Security::Clear;
    settings.port = server->port();
    m_transport = [settings] {
        return std::make_unique<SmtpTransport>(settings);
    };
    add(1, u"grey"_qs); // The server wants to see it a second time.
    DispatcherThread thread(parts());
    QTRY_COMPARE_WITH_TIMEOUT(m_outbox->stateOf(1), u"deferred 60"_qs, 60000);
    thread.retryNow();
    QTRY_COMPARE_WITH_TIMEOUT(m_outbox->attemptsOf(1), 2, 60000);
}

void TestDispatcherThread::retryNow_beforeTheThreadRuns_counts()
{
    const QTemporaryDir folder;
    m_transport = [&folder] {
        return std::make_unique<FolderTransport>(folder.path());
    };
    add(1, u"anna"_qs);
    OutgoingMail mail = m_outbox->claim(1, std::chrono::seconds(60))->first();
    QVERIFY(m_outbox->defer(mail, std::chrono::seconds(60), u"450"_qs));
    DispatcherThread thread(parts());
    thread.retryNow();
    QTRY_COMPARE(m_outbox->stateOf(1), u"sent 14 into the folder"_qs);
}

QTEST_GUILESS_MAIN(TestDispatcherThread)
#include "tst_dispatcherthread.moc"
