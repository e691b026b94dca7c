#include "CtlDesk.h"
#include "tests/support/CuttingProxy.h"
#include "tests/support/TestPostgres.h"

#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>

#include <csignal>

using namespace addressdesk;
using namespace Qt::StringLiterals;

namespace {

/// Whether the process takes SIGINT itself by now: it has the signal blocked, to wait for it.
bool listensForSignals(const QProcess &process)
{
    QFile status(u"/proc/%1/status"_s.arg(process.processId()));
    if (!status.open(QIODevice::ReadOnly))
        return false;
    static const QRegularExpression blocked(u"SigBlk:\\s*([0-9a-f]+)"_s);
    const QString mask = blocked.match(QString::fromLatin1(status.readAll())).captured(1);
    return (mask.toULongLong(nullptr, 16) >> (SIGINT - 1)) & 1;
}

} // namespace

/// What the program says when it is cut off, by the network or by whoever waits for it.
class TestCtlInterrupted : public QObject
{
    Q_OBJECT

private slots:
    void change_whoseAnswerIsLost_isNotSaidToBeUnwritten_data();
    void change_whoseAnswerIsLost_isNotSaidToBeUnwritten();
    void reading_thatIsCutOff_saysOnlyThat();
    void revert_interruptedWhileItWaitsForTheToken_writesNothing();
};

void TestCtlInterrupted::change_whoseAnswerIsLost_isNotSaidToBeUnwritten_data()
{
    QTest::addColumn<QString>("command");
    QTest::addColumn<QByteArray>("lastMessage");
    QTest::newRow("set, in one statement") << u"set"_s << QByteArrayLiteral("Lyon");
    QTest::newRow("delete, in COMMIT") << u"delete"_s << QByteArrayLiteral("COMMIT");
}

void TestCtlInterrupted::change_whoseAnswerIsLost_isNotSaidToBeUnwritten()
{
    REQUIRE_DATABASE(DatabaseUrl::Kind::Postgresql);
    QFETCH(const QString, command);
    QFETCH(const QByteArray, lastMessage);
    const CtlDesk desk(DatabaseUrl::Kind::Postgresql);
    CuttingProxy proxy(static_cast<quint16>(desk.database.url().port));
    DatabaseUrl url = TestPostgres::instance()->tcpUrl(desk.database.url(), u"app"_s);
    url.port = proxy.port();
    proxy.cutAnswerTo(lastMessage);
    QStringList words{command, desk.address};
    if (command == u"set")
        words.append(u"city=Lyon"_s);
    const CtlAnswer answer = CtlProcess(url).json(words);
    QCOMPARE(proxy.cuts(), 1);
    QCOMPARE(answer.exitCode, 3);
    QCOMPARE(answer.error(), u"connectionLost"_s);
    const QString message = text(answer.first(), "message");
    QVERIFY2(message.contains(u"not known whether the change was written"), qPrintable(message));
    QVERIFY2(message.contains(u"address-deskctl history"), qPrintable(message));
    QVERIFY2(!message.contains(u"typed"), qPrintable(message));
    QCOMPARE(desk.eventCount(), 2); // It was.
}

void TestCtlInterrupted::reading_thatIsCutOff_saysOnlyThat()
{
    REQUIRE_DATABASE(DatabaseUrl::Kind::Postgresql);
    const CtlDesk desk(DatabaseUrl::Kind::Postgresql);
    CuttingProxy proxy(static_cast<quint16>(desk.database.url().port));
    DatabaseUrl url = TestPostgres::instance()->tcpUrl(desk.database.url(), u"app"_s);
    url.port = proxy.port();
    proxy.cutAnswerTo("zip_code");
    const CtlAnswer answer = CtlProcess(url).json({u"show"_s, desk.address});
    QCOMPARE(proxy.cuts(), 1);
    QCOMPARE(answer.exitCode, 3);
    const QString message = text(answer.first(), "message");
    QVERIFY2(message.endsWith(u"was lost."), qPrintable(message));
}

void TestCtlInterrupted::revert_interruptedWhileItWaitsForTheToken_writesNothing()
{
    const CtlDesk desk(DatabaseUrl::Kind::Sqlite);
    QProcess process;
    process.setProcessEnvironment(desk.ctl.environment());
    process.start(CtlProcess::program(), {u"--json"_s, u"--database"_s, desk.database.url().toString(),
                                          u"revert"_s, u"--token"_s, u"-"_s});
    QVERIFY(process.waitForStarted());
    QTRY_VERIFY_WITH_TIMEOUT(listensForSignals(process), 30000);
    QCOMPARE(kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    // Without the terminal's end of input: the signal alone ends it.
    QVERIFY(process.waitForFinished(30000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    const QJsonObject answer = QJsonDocument::fromJson(process.readAllStandardOutput()).object();
    QCOMPARE(text(answer, "error"), u"cancelled"_s);
    QCOMPARE(text(answer, "message"), u"Stopped as asked. Nothing was written."_s);
    QCOMPARE(desk.eventCount(), 1);
}

QTEST_GUILESS_MAIN(TestCtlInterrupted)
#include "tst_ctlinterrupted.moc"
