#include "ServingCtl.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

using namespace addressdesk;
using namespace Qt::StringLiterals;

namespace {

/// The mail with this number in the outbox, without the soft line breaks of quoted-printable.
QByteArray mailIn(const QString &folder, int number)
{
    const QDir files(folder);
    const QStringList names = files.entryList({u"*.%1.eml"_s.arg(number)});
    QFile file(files.filePath(names.value(0)));
    return file.open(QIODevice::ReadOnly) ? file.readAll().replace("=\r\n", "") : QByteArray();
}

} // namespace

class TestCtlServe : public QObject
{
    Q_OBJECT

private slots:
    void serve_withoutWhatMailsNeed_saysSoOnce();
    void serve_withWhatMailsNeed_logsOnlyWhatHappens();
    void serve_whosePublicUrlIsTakenOut_writesMailsWithoutLinks_data() { TestDatabase::addKinds(); }
    void serve_whosePublicUrlIsTakenOut_writesMailsWithoutLinks();
    void serve_onAFile_leavesNothingBesideIt();
};

void TestCtlServe::serve_withoutWhatMailsNeed_saysSoOnce()
{
    const CtlDesk desk(DatabaseUrl::Kind::Sqlite);
    ServingCtl serving(desk, {u"--smtp"_s, u"smtp://user@localhost:1"_s});
    QCOMPARE(serving.stop(), 0);
    const QByteArray log = serving.log();
    for (const QByteArray &named :
         {QByteArrayLiteral("--smtp-password-file"), QByteArrayLiteral("senderAddress="),
          QByteArrayLiteral("companyName="), QByteArrayLiteral("--public-url")})
        QVERIFY2(log.count(named) == 1, log.constData());
}

void TestCtlServe::serve_withWhatMailsNeed_logsOnlyWhatHappens()
{
    const CtlDesk desk(DatabaseUrl::Kind::Sqlite);
    QCOMPARE(
        desk.ctl.json({u"settings"_s, u"senderAddress=desk@example.com"_s, u"companyName=Mills"_s}).exitCode,
        0);
    const QTemporaryDir mails;
    ServingCtl serving(desk, {u"--mail-folder"_s, mails.path(), u"--public-url"_s, u"https://example.com"_s});
    QTRY_VERIFY_WITH_TIMEOUT(serving.log().contains(" mail 1 sent"), 30000);
    QCOMPARE(serving.stop(), 0);
    static const QRegularExpression dated(
        u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z mail 1 sent$"_s);
    const QStringList lines = QString::fromUtf8(serving.log()).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 1);
    QVERIFY2(dated.match(lines.first()).hasMatch(), qPrintable(lines.first()));
}

/// As letters do: the option became the setting.
void TestCtlServe::serve_whosePublicUrlIsTakenOut_writesMailsWithoutLinks()
{
    FETCH_KIND();
    const CtlDesk desk(kind);
    QCOMPARE(desk.ctl.json({u"settings"_s, u"senderAddress=desk@example.com"_s}).exitCode, 0);
    const QTemporaryDir mails;
    ServingCtl serving(desk, {u"--mail-folder"_s, mails.path(), u"--public-url"_s, u"https://example.com"_s});
    QTRY_VERIFY_WITH_TIMEOUT(serving.log().contains(" mail 1 sent"), 30000);
    QCOMPARE(desk.ctl.json({u"settings"_s, u"publicUrl="_s}).exitCode, 0);
    QCOMPARE(desk.set({u"city=Nice"_s}).exitCode, 0);
    QTRY_VERIFY_WITH_TIMEOUT(serving.log().contains(" mail 2 sent"), 30000);
    QCOMPARE(serving.stop(), 0);
    const QByteArray without = mailIn(mails.path(), 2);
    QVERIFY(without.contains("Nice"));
    QVERIFY2(!without.contains("https://example.com/"), without.constData());

    ServingCtl again(desk, {u"--mail-folder"_s, mails.path(), u"--public-url"_s, u"https://example.com"_s});
    QCOMPARE(desk.set({u"city=Lyon"_s}).exitCode, 0);
    QTRY_VERIFY_WITH_TIMEOUT(again.log().contains(" mail 3 sent"), 30000);
    QCOMPARE(again.stop(), 0);
    QVERIFY(mailIn(mails.path(), 3).contains("https://example.com/r/"));
}

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
