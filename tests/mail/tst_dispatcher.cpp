#include "tests/mail/DispatchDesk.h"

#include <QtTest>

#include <thread>

using namespace addressdesk;
using Kind = Delivery::Kind;
using Step = Dispatcher::Step;

namespace {

/// Answers by the row's id, which ends the file's name.
auto answerOf(qint64 id, const Delivery &delivery)
{
    return [id, delivery](const MailMessage &message) {
        return message.fileName.endsWith(u'.' + QString::number(id)) ? delivery : Delivery{};
    };
}

Done databaseGone()
{
    return failure(ErrorCode::ConnectionLost, u"gone"_qs);
}

} // namespace

class TestDispatcher final : public QObject
{
    Q_OBJECT

private slots:
    void step_sendsWhatIsDue();
    void step_afterTemporaryFailure_triesAgainLater();
    void step_afterFiveDays_givesUp();
    void step_afterPermanentFailure_givesUpThatMailAlone();
    void step_ofAMailThatCannotBeWritten_givesUpThatMailAlone();
    void step_withUnusableTransport_putsAllBackAndTellsOnce();
    void step_withUnusableSettings_putsAllBack();
    void step_ofMailsWithoutLinks_countsNoDays();
    void step_withoutAnyAnswer_leavesTheServerAlone();
    void step_whenStopped_putsAllBack();
    void step_whenTheDatabaseIsGone_tellsOnceAndGoesOn();
    void step_whenTheEndCannotBeRecorded_doesNotSendTwice();
    void step_whenOneRowCannotBeRecorded_sendsTheOthers();
    void step_whenTheLeaseRunsOut_claimsAnew();
    void step_whenMailsStayLocked_tellsOnceInAWhile();
    void run_wakesUp_andStops();
    void run_afterAProblem_waitsForWhoeverMendsIt();
};

void TestDispatcher::step_sendsWhatIsDue()
{
    DispatchDesk desk;
    QCOMPARE(desk.dispatcher.step(), Step::Idle);
    desk.add(45);
    QCOMPARE(desk.dispatcher.step(), Step::Idle);
    QVERIFY(desk.outbox.isEveryRow(u"sent 14"_qs));
    QCOMPARE(desk.transport.fileNames.size(), 45);
    QCOMPARE(desk.told.size(), 45);
    QCOMPARE(desk.told.first(), u"sent 1"_qs);
}

void TestDispatcher::step_afterTemporaryFailure_triesAgainLater()
{
    DispatchDesk desk;
    desk.add(2);
    desk.transport.answer = answerOf(1, {Kind::Temporary, 450, u"later"_qs});
    QCOMPARE(desk.dispatcher.step(), Step::Idle);
    QCOMPARE(desk.outbox.stateOf(1), u"deferred 60"_qs);
    QCOMPARE(desk.outbox.reasonOf(1), u"later"_qs);
    QCOMPARE(desk.outbox.stateOf(2), u"sent 14"_qs);
    desk.outbox.letTimePass();
    QCOMPARE(desk.dispatcher.step(), Step::Idle);
    QCOMPARE(desk.outbox.stateOf(1), u"deferred 120"_qs);
    desk.transport.answer = [](const MailMessage &) {
        return Delivery{};
    };
    desk.outbox.letTimePass();
    QCOMPARE(desk.dispatcher.step(), Step::Idle);
    QCOMPARE(desk.outbox.stateOf(1), u"sent 14"_qs);
    QCOMPARE(desk.told, (QStringList{u"deferred 1"_qs, u"sent 2"_qs, u"deferred 1"_qs, u"sent 1"_qs}));
}

void TestDispatcher::step_afterFiveDays_givesUp()
{
    DispatchDesk desk;
    desk.add(1);
    desk.now = desk.now.addDays(5);
    desk.transport.answer = answerOf(1, {Kind::Temporary, 450, u"later"_qs});
    // However old it is, a mail is not given up at its first try: no server may have been there before.
    QCOMPARE(desk.dispatcher.step(), Step::Idle);
    QCOMPARE(desk.outbox.stateOf(1), u"deferred 60"_qs);
    desk.outbox.letTimePass();
    QCOMPARE(desk.dispatcher.step(), Step::Idle);
    QCOMPARE(desk.outbox.stateOf(1), u"failed"_qs);
    QCOMPARE(desk.told, (QStringList{u"deferred 1"_qs, u"failed 1"_qs}));
}

void TestDispatcher::step_afterPermanentFailure_givesUpThatMailAlone()
{
    DispatchDesk desk;
    desk.add(3);
    desk.transport.answer = answerOf(2, {Kind::Permanent, 550, u"550 no such user"_qs});
    QCOMPARE(desk.dispatcher.step(), Step::Idle);
    QCOMPARE(desk.outbox.stateOf(2), u"failed"_qs);
    QCOMPARE(desk.outbox.reasonOf(2), u"550 no such user"_qs);
    QCOMPARE(desk.told, (QStringList{u"sent 1"_qs, u"failed 2"_qs, u"sent 3"_qs}));
}

void TestDispatcher::step_ofAMailThatCannotBeWritten_givesUpThatMailAlone()
{
    DispatchDesk desk;
    desk.add(3);
    desk.add(2, u"no address\r\n"_qs);
    QCOMPARE(desk.dispatcher.step(), Step::Idle);
    QCOMPARE(desk.told, (QStringList{u"sent 1"_qs, u"failed 2"_qs, u"sent 3"_qs}));
    QVERIFY(!desk.outbox.reasonOf(2).contains(u"no address"_qs));
}

void TestDispatcher::step_withUnusableTransport_putsAllBackAndTellsOnce()
{
    DispatchDesk desk;
    desk.add(3);
    desk.transport.answer = [](const MailMessage &) {
        return Delivery{Kind::Unusable, 535, u"login"_qs};
    };
    for (int i = 0; i < 3; ++i)
        QCOMPARE(desk.dispatcher.step(), Step::Problem);
    QVERIFY(desk.outbox.isEveryRow(u"waiting"_qs));
    QCOMPARE(desk.outbox.attemptsOf(1), 0);
    QCOMPARE(desk.transport.fileNames.size(), 3);
    QCOMPARE(desk.told, QStringList{u"problem login"_qs});
    desk.transport.answer = [](const MailMessage &) {
        return Delivery{};
    };
    QCOMPARE(desk.dispatcher.step(), Step::Idle);
    QVERIFY(desk.outbox.isEveryRow(u"sent 14"_qs));
    QCOMPARE(desk.told.mid(1, 2), (QStringList{u"recovered"_qs, u"sent 1"_qs}));
}

void TestDispatcher::step_withUnusableSettings_putsAllBack()
{
    DispatchDesk desk;
    desk.add(2);
    desk.settings.senderAddress.clear();
    QCOMPARE(desk.dispatcher.step(), Step::Problem);
    QVERIFY(desk.outbox.isEveryRow(u"waiting"_qs));
    QVERIFY(desk.transport.fileNames.isEmpty());
    desk.settings = mailSamples::office();
    desk.settings.linkDays = 3;
    QCOMPARE(desk.dispatcher.step(), Step::Idle);
    QVERIFY(desk.outbox.isEveryRow(u"sent 3"_qs));
    QVERIFY(desk.told.first().startsWith(u"problem "_qs));
    QCOMPARE(desk.told.at(1), u"recovered"_qs);
}

void TestDispatcher::step_ofMailsWithoutLinks_countsNoDays()
{
    DispatchDesk desk;
    desk.add(1);
    desk.settings.publicUrl.clear();
    QCOMPARE(desk.dispatcher.step(), Step::Idle);
    QCOMPARE(desk.outbox.stateOf(1), u"sent without links"_qs);
}

void TestDispatcher::step_withoutAnyAnswer_leavesTheServerAlone()
{
    DispatchDesk desk;
    desk.add(5);
    desk.transport.answer = [](const MailMessage &) {
        return Delivery{Kind::Temporary, 0, u"refused"_qs};
    };
    QCOMPARE(desk.dispatcher.step(), Step::Problem);
    QCOMPARE(desk.told, (QStringList{u"deferred 1"_qs, u"deferred 2"_qs, u"problem refused"_qs}));
    QCOMPARE(desk.outbox.stateOf(3), u"waiting"_qs);
    QCOMPARE(desk.dispatcher.step(), Step::Problem);
    QCOMPARE(desk.told.mid(3), QStringList{u"deferred 3"_qs});
    // A mail that makes the server hang up is not in the others' way.
    desk.transport.answer = answerOf(1, {Kind::Temporary, 0, u"dropped"_qs});
    desk.outbox.letTimePass();
    QCOMPARE(desk.dispatcher.step(), Step::Problem);
    QCOMPARE(desk.dispatcher.step(), Step::Idle);
    for (const int id : {2, 3, 4, 5})
        QCOMPARE(desk.outbox.stateOf(id), u"sent 14"_qs);
    QCOMPARE(desk.told.count(u"recovered"_qs), 1);
}

void TestDispatcher::step_whenStopped_putsAllBack()
{
    DispatchDesk desk;
    desk.add(3);
    desk.transport.answer = [&desk](const MailMessage &message) {
        desk.dispatcher.stop();
        return message.fileName.endsWith(u".1"_qs) ? Delivery{} : Delivery{Kind::Stopped, 0, {}};
    };
    QCOMPARE(desk.dispatcher.step(), Step::Stopped);
    QCOMPARE(desk.outbox.stateOf(1), u"sent 14"_qs);
    QCOMPARE(desk.outbox.stateOf(2), u"waiting"_qs);
    QCOMPARE(desk.outbox.stateOf(3), u"waiting"_qs);
    QVERIFY(desk.transport.isAborted);
    QCOMPARE(desk.dispatcher.step(), Step::Stopped);
}

void TestDispatcher::step_whenTheDatabaseIsGone_tellsOnceAndGoesOn()
{
    DispatchDesk desk;
    desk.add(1);
    desk.outbox.fault = [](const QString &, qint64) {
        return databaseGone();
    };
    QCOMPARE(desk.dispatcher.step(), Step::Problem);
    QCOMPARE(desk.dispatcher.step(), Step::Problem);
    desk.outbox.fault = nullptr;
    QCOMPARE(desk.dispatcher.step(), Step::Idle);
    QCOMPARE(desk.told, (QStringList{u"problem gone"_qs, u"recovered"_qs, u"sent 1"_qs}));
}

void TestDispatcher::step_whenTheEndCannotBeRecorded_doesNotSendTwice()
{
    DispatchDesk desk;
    desk.add(3);
    bool isGone = false;
    desk.outbox.fault = [&isGone](const QString &call, qint64 id) {
        isGone = isGone || (call == u"markSent"_qs && id == 2);
        return isGone ? databaseGone() : Done();
    };
    QCOMPARE(desk.dispatcher.step(), Step::Problem);
    QCOMPARE(desk.dispatcher.step(), Step::Problem);
    QCOMPARE(desk.transport.fileNames.size(), 2);
    desk.outbox.fault = nullptr;
    QCOMPARE(desk.dispatcher.step(), Step::Idle);
    QCOMPARE(desk.outbox.stateOf(1), u"sent 14"_qs);
    QCOMPARE(desk.outbox.stateOf(2), u"sent 14"_qs);
    QCOMPARE(desk.outbox.stateOf(3), u"claimed"_qs); // Until its lease runs out.
    QCOMPARE(desk.transport.fileNames.size(), 2);
}

void TestDispatcher::step_whenOneRowCannotBeRecorded_sendsTheOthers()
{
    DispatchDesk desk;
    desk.add(4);
    desk.outbox.fault = [](const QString &call, qint64 id) {
        return call == u"markSent"_qs && id == 2 ? Done(failure(ErrorCode::Internal, u"row"_qs)) : Done();
    };
    QCOMPARE(desk.dispatcher.step(), Step::Problem);
    QCOMPARE(desk.dispatcher.step(), Step::Idle);
    for (const int id : {1, 3, 4})
        QCOMPARE(desk.outbox.stateOf(id), u"sent 14"_qs);
    QCOMPARE(desk.transport.fileNames.size(), 4);
}

void TestDispatcher::step_whenTheLeaseRunsOut_claimsAnew()
{
    DispatchDesk desk;
    DispatcherTiming timing;
    timing.lease = timing.longestDelivery; // Only the first of a batch fits.
    desk.add(4);
    Dispatcher hasty(
        desk.outbox, desk.transport,
        [&desk]() -> Result<MailComposer> { return MailComposer(desk.settings, SchemaMapping::native()); },
        desk.reports(), timing);
    QCOMPARE(hasty.step(), Step::Idle);
    QVERIFY(desk.outbox.isEveryRow(u"sent 14"_qs));
    QCOMPARE(desk.transport.fileNames.size(), 4);
    QCOMPARE(desk.outbox.attemptsOf(4), 1);
}

void TestDispatcher::step_whenMailsStayLocked_tellsOnceInAWhile()
{
    DispatchDesk desk;
    DispatcherTiming timing;
    timing.heldCheck = std::chrono::milliseconds(0);
    Dispatcher dispatcher(
        desk.outbox, desk.transport,
        [&desk]() -> Result<MailComposer> { return MailComposer(desk.settings, SchemaMapping::native()); },
        desk.reports(), timing);
    const auto step = [&dispatcher](int times) {
        for (int i = 0; i < times; ++i)
            QCOMPARE(dispatcher.step(), Step::Idle);
    };
    desk.outbox.held = 3;
    step(1); // It may have been the moment when another sender took them.
    desk.outbox.held = 0;
    step(1);
    QCOMPARE(desk.told, QStringList());
    desk.outbox.held = 4;
    step(2);
    QCOMPARE(desk.told, QStringList{u"held up 4"_qs});
    step(9);
    QCOMPARE(desk.told.size(), 1);
    step(1);
    QCOMPARE(desk.told.size(), 2);
}

void TestDispatcher::run_wakesUp_andStops()
{
    DispatchDesk desk;
    DispatcherTiming timing;
    timing.poll = std::chrono::hours(1);
    Dispatcher patient(
        desk.outbox, desk.transport,
        [&desk]() -> Result<MailComposer> { return MailComposer(desk.settings, SchemaMapping::native()); },
        {}, timing);
    std::thread thread([&patient] { patient.run(); });
    for (int id = 1; id <= 20; ++id) {
        desk.add(id, u"anna@example.org"_qs);
        patient.wake();
        // No QVERIFY between a thread's start and its end: it would return.
        if (!QTest::qWaitFor([&] { return desk.outbox.stateOf(id) == u"sent 14"_qs; }))
            break;
    }
    patient.stop();
    thread.join();
    QVERIFY(desk.outbox.isEveryRow(u"sent 14"_qs));
    QCOMPARE(desk.transport.fileNames.size(), 20);
}

void TestDispatcher::run_afterAProblem_waitsForWhoeverMendsIt()
{
    DispatchDesk desk;
    std::atomic<bool> isMended = false;
    std::atomic<int> problems = 0;
    desk.transport.answer = [&](const MailMessage &) {
        problems += isMended ? 0 : 1;
        return Delivery{isMended ? Kind::Accepted : Kind::Unusable, 0, u"login"_qs};
    };
    DispatcherTiming timing;
    timing.problemPause = std::chrono::hours(1);
    Dispatcher dispatcher(
        desk.outbox, desk.transport,
        [&desk]() -> Result<MailComposer> { return MailComposer(desk.settings, SchemaMapping::native()); },
        {}, timing);
    desk.add(1);
    std::thread thread([&dispatcher] { dispatcher.run(); });
    const bool hasFailed = QTest::qWaitFor([&] { return problems == 1; });
    dispatcher.wake();
    isMended = true;
    dispatcher.retryNow();
    const bool isSent = QTest::qWaitFor([&] { return desk.outbox.stateOf(1) == u"sent 14"_qs; });
    dispatcher.stop();
    thread.join();
    QVERIFY(hasFailed && isSent);
}

QTEST_GUILESS_MAIN(TestDispatcher)
#include "tst_dispatcher.moc"
