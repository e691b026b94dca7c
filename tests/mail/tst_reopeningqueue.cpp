#include "app/mail/ReopeningQueue.h"
#include "tests/mail/MailSamples.h"
#include "tests/support/MemoryOutbox.h"

using namespace addressdesk;
using namespace std::chrono_literals;

namespace {

/// Passes everything on to an outbox that outlives it, and tells when it is closed.
class OpenedOutbox final : public OutboxQueue
{
public:
    OpenedOutbox(MemoryOutbox &outbox, int &open) : m_outbox(outbox), m_open(open) { ++m_open; }
    ~OpenedOutbox() override { --m_open; }
    OpenedOutbox(const OpenedOutbox &) = delete;
    OpenedOutbox &operator=(const OpenedOutbox &) = delete;

    Result<QList<OutgoingMail>> claim(int limit, std::chrono::seconds lease) override
    {
        return m_outbox.claim(limit, lease);
    }
    Result<qint64> heldUp(std::chrono::seconds since) override { return m_outbox.heldUp(since); }
    Done markSent(const OutgoingMail &mail, const HandOver &how) override
    {
        return m_outbox.markSent(mail, how);
    }
    Done defer(const OutgoingMail &mail, std::chrono::seconds pause, const QString &why) override
    {
        return m_outbox.defer(mail, pause, why);
    }
    Done markFailed(const OutgoingMail &mail, const QString &why) override
    {
        return m_outbox.markFailed(mail, why);
    }
    Done putBack(const OutgoingMail &mail) override { return m_outbox.putBack(mail); }
    Done hasten() override { return m_outbox.hasten(); }

private:
    MemoryOutbox &m_outbox;
    int &m_open;
};

/// A database that comes and goes.
struct Database
{
    MemoryOutbox outbox;
    std::optional<Error> absence;
    int openings = 0;
    int open = 0;
    ReopeningQueue queue{[this]() -> Result<std::unique_ptr<OutboxQueue>> {
        ++openings;
        if (absence)
            return tl::unexpected(*absence);
        return std::make_unique<OpenedOutbox>(outbox, open);
    }};

    Database() { outbox.add(mailSamples::mail()); }
};

using Call = std::function<Done(OutboxQueue &)>;

/// Every call of the port, by its name.
QList<std::pair<QString, Call>> calls()
{
    const OutgoingMail mail = mailSamples::mail();
    return {{u"claim"_qs,
             [](OutboxQueue &queue) -> Done {
                 const auto claimed = queue.claim(10, 60s);
                 return claimed ? Done() : tl::unexpected(claimed.error());
             }},
            {u"markSent"_qs,
             [mail](OutboxQueue &queue) {
                 return queue.markSent(mail, HandOver{14});
             }},
            {u"defer"_qs,
             [mail](OutboxQueue &queue) {
                 return queue.defer(mail, 60s, u"later"_qs);
             }},
            {u"markFailed"_qs,
             [mail](OutboxQueue &queue) {
                 return queue.markFailed(mail, u"why"_qs);
             }},
            {u"putBack"_qs,
             [mail](OutboxQueue &queue) {
                 return queue.putBack(mail);
             }},
            {u"hasten"_qs, [](OutboxQueue &queue) {
                 return queue.hasten();
             }}};
}

} // namespace

Q_DECLARE_METATYPE(Call)

class TestReopeningQueue final : public QObject
{
    Q_OBJECT

private slots:
    void beforeItsFirstUse_nothingIsOpened();
    void calls_reachTheOutbox();
    void uses_shareOneOpening();
    void call_whichFails_isToldAndReopens_data();
    void call_whichFails_isToldAndReopens();
    void call_withoutDatabase_isToldAndTriedAgain_data() { call_whichFails_isToldAndReopens_data(); }
    void call_withoutDatabase_isToldAndTriedAgain();
};

void TestReopeningQueue::beforeItsFirstUse_nothingIsOpened()
{
    const Database database;
    QCOMPARE(database.openings, 0);
}

void TestReopeningQueue::calls_reachTheOutbox()
{
    Database database;
    const OutgoingMail mail = mailSamples::mail();
    const auto claimed = database.queue.claim(10, 60s);
    QVERIFY(claimed.has_value());
    QCOMPARE(claimed->size(), 1);
    QCOMPARE(claimed->first().id, mail.id);
    QVERIFY(database.queue.claim(10, 60s)->isEmpty());
    QVERIFY(database.queue.defer(mail, 120s, u"later"_qs));
    QCOMPARE(database.outbox.stateOf(mail.id), u"deferred 120"_qs);
    QCOMPARE(database.outbox.reasonOf(mail.id), u"later"_qs);
    QVERIFY(database.queue.putBack(mail));
    QCOMPARE(database.outbox.stateOf(mail.id), u"waiting"_qs);
    QVERIFY(database.queue.claim(0, 60s)->isEmpty());
    QVERIFY(database.queue.markFailed(mail, u"no such user"_qs));
    QCOMPARE(database.outbox.stateOf(mail.id), u"failed"_qs);
    QCOMPARE(database.outbox.reasonOf(mail.id), u"no such user"_qs);
    QVERIFY(database.queue.markSent(mail, HandOver{30}));
    QCOMPARE(database.outbox.stateOf(mail.id), u"sent 30"_qs);
}

void TestReopeningQueue::uses_shareOneOpening()
{
    Database database;
    for (const auto &[name, call] : calls())
        QVERIFY2(call(database.queue), qPrintable(name));
    QCOMPARE(database.openings, 1);
    QCOMPARE(database.open, 1);
}

void TestReopeningQueue::call_whichFails_isToldAndReopens_data()
{
    QTest::addColumn<Call>("call");
    for (const auto &[name, call] : calls())
        QTest::newRow(qPrintable(name)) << call;
}

void TestReopeningQueue::call_whichFails_isToldAndReopens()
{
    QFETCH(const Call, call);
    Database database;
    QVERIFY(call(database.queue));
    database.outbox.fault = [](const QString &, qint64) {
        return failure(ErrorCode::ConnectionLost, u"terminated by the administrator"_qs);
    };
    const Done failed = call(database.queue);
    QVERIFY(!failed);
    QCOMPARE(failed.error().code, ErrorCode::ConnectionLost);
    QCOMPARE(failed.error().detail, u"terminated by the administrator"_qs);
    QCOMPARE(database.open, 0); // At once: a dead connection holds nothing on the server.
    QCOMPARE(database.openings, 1);

    database.outbox.fault = {};
    QVERIFY(call(database.queue));
    QCOMPARE(database.openings, 2);
    QCOMPARE(database.open, 1);
}

void TestReopeningQueue::call_withoutDatabase_isToldAndTriedAgain()
{
    QFETCH(const Call, call);
    Database database;
    database.absence = Error{ErrorCode::ConnectionFailed, u"connection refused"_qs, {}};
    for (int attempt = 1; attempt <= 2; ++attempt) {
        const Done failed = call(database.queue);
        QVERIFY(!failed);
        QCOMPARE(failed.error().code, ErrorCode::ConnectionFailed);
        QCOMPARE(failed.error().detail, u"connection refused"_qs);
        QCOMPARE(database.openings, attempt);
    }
    database.absence.reset();
    QVERIFY(call(database.queue));
    QCOMPARE(database.openings, 3);
}

QTEST_GUILESS_MAIN(TestReopeningQueue)
#include "tst_reopeningqueue.moc"
