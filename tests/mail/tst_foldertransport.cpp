#include "app/mail/FolderTransport.h"

#include <QTemporaryDir>
#include <QtTest>

#include <unistd.h>

using namespace addressdesk;
using Kind = Delivery::Kind;

namespace {

MailMessage message(const QString &fileName, const QByteArray &data, bool hasLinks = true)
{
    return {u"desk@example.com"_qs, u"anna@example.org"_qs, fileName, data, hasLinks};
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("cannot be read");
}

QStringList allIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
}

} // namespace

class TestFolderTransport final : public QObject
{
    Q_OBJECT

private slots:
    void deliver_makesAPrivateFolderAndFile();
    void deliver_twice_leavesOneFile();
    void deliver_againWithoutLinks_keepsTheFileThatHasThem();
    void deliver_ofBadFileName_isPermanent_data();
    void deliver_ofBadFileName_isPermanent();
    void deliver_whereNothingCanBeWritten_isUnusable();
    void deliver_afterAbort_isStopped();
};

void TestFolderTransport::deliver_makesAPrivateFolderAndFile()
{
    const QTemporaryDir root;
    const QString folder = root.filePath(u"a/b/mails"_qs);
    FolderTransport transport(folder);
    QCOMPARE(transport.deliver(message(u"change.1"_qs, "first\r\n")).kind, Kind::Accepted);
    QCOMPARE(allIn(folder), QStringList{u"change.1.eml"_qs});
    QCOMPARE(contentOf(folder + u"/change.1.eml"_qs), QByteArray("first\r\n"));
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther |
                        QFile::WriteOther | QFile::ExeOther;
    QVERIFY(!(QFile::permissions(folder) & others));
    QVERIFY(!(QFile::permissions(folder + u"/change.1.eml"_qs) & others));
}

void TestFolderTransport::deliver_twice_leavesOneFile()
{
    const QTemporaryDir root;
    FolderTransport transport(root.path());
    QCOMPARE(transport.deliver(message(u"change.1"_qs, "first, which is longer")).kind, Kind::Accepted);
    QCOMPARE(transport.deliver(message(u"change.1"_qs, "second")).kind, Kind::Accepted);
    QCOMPARE(allIn(root.path()), QStringList{u"change.1.eml"_qs});
    QCOMPARE(contentOf(root.filePath(u"change.1.eml"_qs)), QByteArray("second"));
}

void TestFolderTransport::deliver_againWithoutLinks_keepsTheFileThatHasThem()
{
    const QTemporaryDir root;
    FolderTransport transport(root.path());
    QCOMPARE(transport.deliver(message(u"change.1"_qs, "links")).kind, Kind::Accepted);
    for (const QByteArray &again : {QByteArray("second"), QByteArray("third")})
        QCOMPARE(transport.deliver(message(u"change.1"_qs, again, false)).kind, Kind::Accepted);
    QCOMPARE(allIn(root.path()),
             (QStringList{u"change.1-2.eml"_qs, u"change.1-3.eml"_qs, u"change.1.eml"_qs}));
    QCOMPARE(contentOf(root.filePath(u"change.1.eml"_qs)), QByteArray("links"));
    QCOMPARE(contentOf(root.filePath(u"change.1-3.eml"_qs)), QByteArray("third"));
}

void TestFolderTransport::deliver_ofBadFileName_isPermanent_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("empty") << QString();
    QTest::newRow("elsewhere") << u"../change"_qs;
    QTest::newRow("hidden") << u".change"_qs;
}

void TestFolderTransport::deliver_ofBadFileName_isPermanent()
{
    QFETCH(QString, name);
    const QTemporaryDir root;
    FolderTransport transport(root.path());
    QCOMPARE(transport.deliver(message(name, "x")).kind, Kind::Permanent);
    QCOMPARE(allIn(root.path()), QStringList());
}

void TestFolderTransport::deliver_whereNothingCanBeWritten_isUnusable()
{
    const QTemporaryDir root;
    QFile file(root.filePath(u"file"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    FolderTransport inFile(root.filePath(u"file/mails"_qs));
    const Delivery delivery = inFile.deliver(message(u"change.1"_qs, "x"));
    QCOMPARE(delivery.kind, Kind::Unusable);
    QVERIFY(!delivery.detail.contains(u"change"_qs));
    // A folder in the file's place: the draft is taken away again.
    QVERIFY(QDir(root.path()).mkpath(u"change.1.eml/x"_qs));
    FolderTransport transport(root.path());
    QCOMPARE(transport.deliver(message(u"change.1"_qs, "x")).kind, Kind::Unusable);
    QCOMPARE(allIn(root.path()), (QStringList{u"change.1.eml"_qs, u"file"_qs}));
}

void TestFolderTransport::deliver_afterAbort_isStopped()
{
    const QTemporaryDir root;
    FolderTransport transport(root.path());
    transport.abort();
    QCOMPARE(transport.deliver(message(u"change.1"_qs, "x")).kind, Kind::Stopped);
    QCOMPARE(allIn(root.path()), QStringList());
}

QTEST_GUILESS_MAIN(TestFolderTransport)
#include "tst_foldertransport.moc"
