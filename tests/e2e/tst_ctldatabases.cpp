#include "CtlProcess.h"

#include "tests/support/TestDatabase.h"
#include "tests/support/TestPostgres.h"

#include <QFile>

#include <unistd.h>

using namespace addressdesk;
using namespace Qt::StringLiterals;

namespace {

CtlProcess onFile(const QString &file)
{
    return CtlProcess(DatabaseUrl::sqlite(file));
}

void write(const QString &file, const QByteArray &bytes)
{
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    QCOMPARE(out.write(bytes), bytes.size());
}

} // namespace

/// Files and servers that address-deskctl cannot use, or only in part.
class TestCtlDatabases : public QObject
{
    Q_OBJECT

private slots:
    void unusableFile_endsWith3_data();
    void unusableFile_endsWith3();
    void lockedFile_endsWith3();
    void readOnlyFile_canBeRead_andRefusesWriting();
    void dryRun_onAMissingFile_createsNothing();
    void dryRun_inFrench_translatesTheStepsButNotTheJson();
    void unreachableServer_endsWith3();
    void unknownDatabaseOfAServer_endsWith3();
    void serverFromTheEnvironment_isUsed();
};

void TestCtlDatabases::unusableFile_endsWith3_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("error");
    QTest::newRow("missing") << u"missing.db"_s << u"fileMissing"_s;
    QTest::newRow("missing folder") << u"no/folder.db"_s << u"fileMissing"_s;
    QTest::newRow("folder") << u"."_s << u"notADatabase"_s;
    QTest::newRow("not a database") << u"text.db"_s << u"notADatabase"_s;
    QTest::newRow("never initialised") << u"empty.db"_s << u"schemaMissing"_s;
}

void TestCtlDatabases::unusableFile_endsWith3()
{
    QFETCH(QString, file);
    QFETCH(QString, error);
    const QTemporaryDir folder;
    write(folder.filePath(u"text.db"_s), QByteArray("This is no database, only a text.\n").repeated(100));
    write(folder.filePath(u"empty.db"_s), {});
    const CtlProcess ctl = onFile(folder.filePath(file));
    for (const QStringList &words :
         {QStringList{u"verify"_s}, QStringList{u"sample"_s}, QStringList{u"set"_s, u"a"_s, u"city=x"_s}}) {
        const CtlAnswer answer = ctl.json(words);
        QVERIFY2(answer.exitCode == 3, answer.output + answer.errors);
        QCOMPARE(answer.error(), error);
    }
    QFile text(folder.filePath(u"text.db"_s));
    QVERIFY(text.open(QIODevice::ReadOnly));
    QVERIFY(text.readAll().startsWith("This is no database"));
}

void TestCtlDatabases::lockedFile_endsWith3()
{
    const TestDatabase database(DatabaseUrl::Kind::Sqlite);
    database.run(u"INSERT INTO addresses (id, city) VALUES ('a', 'Paris')"_s);
    const auto other = database.connect();
    QVERIFY(other->execute(u"BEGIN IMMEDIATE"_s).has_value());
    const CtlAnswer answer = CtlProcess(database.url()).json({u"set"_s, u"a"_s, u"city=Lyon"_s});
    QCOMPARE(answer.exitCode, 3);
    QCOMPARE(answer.error(), u"locked"_s);
    QVERIFY(other->execute(u"ROLLBACK"_s).has_value());
    QCOMPARE(shownText(database.value(u"SELECT city FROM addresses"_s)), u"Paris"_s);
}

void TestCtlDatabases::readOnlyFile_canBeRead_andRefusesWriting()
{
    if (geteuid() == 0)
        QSKIP("root may write everything");
    const TestDatabase database(DatabaseUrl::Kind::Sqlite);
    database.run(u"INSERT INTO addresses (id, city) VALUES ('a', 'Paris')"_s);
    QVERIFY(QFile::setPermissions(database.url().file, QFile::ReadOwner));
    const CtlProcess ctl(database.url());
    QCOMPARE(ctl.json({u"show"_s, u"a"_s}).exitCode, 0);
    const CtlAnswer answer = ctl.json({u"set"_s, u"a"_s, u"city=Lyon"_s});
    QCOMPARE(answer.exitCode, 1);
    QCOMPARE(answer.error(), u"readOnly"_s);
}

void TestCtlDatabases::dryRun_onAMissingFile_createsNothing()
{
    const QTemporaryDir folder;
    const CtlAnswer answer = onFile(folder.filePath(u"new.db"_s)).json({u"init"_s, u"--dry-run"_s});
    QCOMPARE(answer.exitCode, 0);
    QVERIFY(!answer.first().value("steps"_L1).toArray().isEmpty());
    QVERIFY(!QFile::exists(folder.filePath(u"new.db"_s)));
    QCOMPARE(onFile(folder.filePath(u"no/folder.db"_s)).json({u"init"_s, u"--dry-run"_s}).exitCode, 3);
}

void TestCtlDatabases::dryRun_inFrench_translatesTheStepsButNotTheJson()
{
    const QTemporaryDir folder;
    CtlProcess ctl = onFile(folder.filePath(u"new.db"_s));
    const QJsonValue english = ctl.json({u"init"_s, u"--dry-run"_s}).first().value("steps"_L1);
    ctl.setEnvironment(u"LC_ALL"_s, u"fr_FR.UTF-8"_s);
    QCOMPARE(ctl.json({u"init"_s, u"--dry-run"_s}).first().value("steps"_L1), english);
    const CtlAnswer answer =
        ctl.run({u"--database"_s, u"sqlite:"_s + folder.filePath(u"new.db"_s), u"init"_s, u"--dry-run"_s});
    QVERIFY2(answer.output.contains("créer la table events"), answer.output.constData());
}

void TestCtlDatabases::unreachableServer_endsWith3()
{
    // Nothing listens on port 1.
    const CtlAnswer answer =
        CtlProcess().run({u"--json"_s, u"--database"_s, u"postgresql://app@127.0.0.1:1/app"_s, u"verify"_s});
    QCOMPARE(answer.exitCode, 3);
    QVERIFY2(answer.output.contains("connectionFailed") || answer.output.contains("driverMissing"),
             answer.output);
}

void TestCtlDatabases::unknownDatabaseOfAServer_endsWith3()
{
    REQUIRE_DATABASE(DatabaseUrl::Kind::Postgresql);
    const DatabaseUrl url = TestPostgres::instance()->url(u"nowhere"_s);
    const CtlAnswer answer = CtlProcess(url).json({u"verify"_s});
    QCOMPARE(answer.exitCode, 3);
    QCOMPARE(answer.error(), u"databaseMissing"_s);
    QVERIFY2(answer.first().value("message"_L1).toString().contains(u"no database “nowhere”"),
             answer.output.constData());
}

void TestCtlDatabases::serverFromTheEnvironment_isUsed()
{
    REQUIRE_DATABASE(DatabaseUrl::Kind::Postgresql);
    const TestDatabase database(DatabaseUrl::Kind::Postgresql);
    CtlProcess ctl;
    ctl.setEnvironment(u"PGHOST"_s, database.url().host);
    ctl.setEnvironment(u"PGPORT"_s, QString::number(database.url().port));
    ctl.setEnvironment(u"PGUSER"_s, database.url().user);
    const CtlAnswer answer =
        ctl.run({u"--database"_s, u"postgresql:///"_s + database.url().database, u"verify"_s});
    QVERIFY2(answer.exitCode == 0, answer.errors.constData());
}

QTEST_GUILESS_MAIN(TestCtlDatabases)
#include "tst_ctldatabases.moc"
