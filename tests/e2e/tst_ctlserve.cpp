#include "ServingCtl.h"

#include <QFileInfo>

using namespace addressdesk;
using namespace Qt::StringLiterals;

class TestCtlServe : public QObject
{
    Q_OBJECT

private slots:
    void serve_onAFile_leavesNothingBesideIt();
};

void TestCtlServe::serve_onAFile_leavesNothingBesideIt()
{
    const CtlDesk desk(DatabaseUrl::Kind::Sqlite);
    const QString file = desk.database.url().file;
    QCOMPARE(desk.ctl.json({u"settings"_s, u"senderAddress=desk@example.com"_s}).exitCode, 0);
    const QTemporaryDir mails;
    ServingCtl serving(desk, {u"--mail-folder"_s, mails.path()});
    QTRY_VERIFY_WITH_TIMEOUT(serving.log().contains("mail 1 sent"), 30000);
    QVERIFY(QFileInfo::exists(file + u"-wal"_s));
    QCOMPARE(serving.stop(), 0);
    QVERIFY(!QFileInfo::exists(file + u"-wal"_s));
    QVERIFY(!QFileInfo::exists(file + u"-shm"_s));
}

QTEST_GUILESS_MAIN(TestCtlServe)
#include "tst_ctlserve.moc"
