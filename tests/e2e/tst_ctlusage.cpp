#include "CtlProcess.h"

#include "models/domain/OfficeSettings.h"
#include "tests/support/TestDatabase.h"
#include "tests/support/TestPostgres.h"

#include <QFile>

#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace addressdesk;
using namespace Qt::StringLiterals;

namespace {

void write(const QString &file, const QByteArray &bytes)
{
    QFile out(file);
    QVERIFY(out.open(QIODevice::WriteOnly));
    QCOMPARE(out.write(bytes), bytes.size());
}

} // namespace

class TestCtlUsage : public QObject
{
    Q_OBJECT

private slots:
    void wrongUsage_endsWith2_data();
    void wrongUsage_endsWith2();
    void noDatabase_isNamedAsTheReason();
    void passwordInUrl_isRefused();
    void databaseFromTheEnvironment_isUsed();
    void options_mayComeBeforeOrAfterTheCommand();
    void helpAndVersion_needNoDatabase_data();
    void helpAndVersion_needNoDatabase();
    void argumentThatIsNoText_endsWith2();
    void settingThatCannotBe_isToldWhatCan_data();
    void settingThatCannotBe_isToldWhatCan();
    void password_comesFromEnvironmentOrFile();
    void text_showsControlCharacters();
    void text_isAlignedForPeople();
    void refusal_inText_goesToStderr();
    void find_ofMoreThanTheLimit_saysSo();
    void readerThatLeaves_doesNoHarm();
    void fullOutput_isAFailure();
    void interrupt_ofALongSample_leavesNothing_data() { TestDatabase::addKinds(); }
    void interrupt_ofALongSample_leavesNothing();
};

void TestCtlUsage::wrongUsage_endsWith2_data()
{
    QTest::addColumn<QStringList>("words");
    const auto row = [](const char *name, const QString &words) {
        QTest::newRow(name) << words.split(u' ', Qt::SkipEmptyParts);
    };
    row("no command", QString());
    row("unknown command", u"drop"_s);
    row("unknown option", u"verify --fast"_s);
    row("option of another command", u"verify --limit 1"_s);
    row("value missing", u"find x --limit"_s);
    row("no number", u"find x --limit many"_s);
    row("zero", u"find x --limit 0"_s);
    row("negative", u"sample --customers -1"_s);
    row("argument missing", u"show"_s);
    row("too many arguments", u"show a b"_s);
    row("nothing to set", u"set a"_s);
    row("no equals sign", u"set a city"_s);
    row("unknown field", u"set a town=x"_s);
    row("unknown expected field", u"set a city=x --expect town=x"_s);
    row("field twice", u"set a city=x city=y"_s);
    row("field and null", u"set a city=x --null city"_s);
    row("nothing to create", u"create a"_s);
    row("nothing to revert", u"revert"_s);
    row("two things to revert", u"revert 1 --code x"_s);
    row("event without number", u"revert one"_s);
    row("override by a customer", u"revert --code x --override"_s);
    row("option twice", u"find x --limit 1 --limit 2"_s);
    row("no thread", u"serve --threads 0"_s);
    row("too many threads", u"serve --threads 33"_s);
    row("value for a switch", u"init --dry-run=yes"_s);
    row("second database", u"verify --database sqlite:x"_s);
}

void TestCtlUsage::wrongUsage_endsWith2()
{
    QFETCH(QStringList, words);
    const TestDatabase database(DatabaseUrl::Kind::Sqlite);
    const CtlProcess ctl(database.url());
    const CtlAnswer answer = ctl.json(words);
    QVERIFY2(answer.exitCode == 2, answer.output + answer.errors);
    QCOMPARE(answer.error(), u"usage"_s);
    QVERIFY(!answer.first().value("message"_L1).toString().isEmpty());
}

void TestCtlUsage::noDatabase_isNamedAsTheReason()
{
    const CtlAnswer answer = CtlProcess().run({u"verify"_s});
    QCOMPARE(answer.exitCode, 2);
    QVERIFY(answer.errors.contains("--database"));
    QVERIFY(answer.errors.contains("ADDRESS_DESK_DATABASE"));
}

void TestCtlUsage::passwordInUrl_isRefused()
{
    const CtlAnswer answer =
        CtlProcess().run({u"--database"_s, u"postgresql://app:hunter2@127.0.0.1/app"_s, u"verify"_s});
    QCOMPARE(answer.exitCode, 2);
    QVERIFY(!(answer.output + answer.errors).contains("hunter2"));
}

void TestCtlUsage::databaseFromTheEnvironment_isUsed()
{
    const TestDatabase database(DatabaseUrl::Kind::Sqlite);
    CtlProcess ctl;
    ctl.setEnvironment(u"ADDRESS_DESK_DATABASE"_s, database.url().toString());
    QCOMPARE(ctl.run({u"verify"_s}).exitCode, 0);
}

void TestCtlUsage::options_mayComeBeforeOrAfterTheCommand()
{
    const TestDatabase database(DatabaseUrl::Kind::Sqlite);
    const QString url = database.url().toString();
    const CtlProcess ctl;
    QCOMPARE(ctl.run({u"verify"_s, u"--database"_s, url, u"--json"_s}).exitCode, 0);
    QCOMPARE(ctl.run({u"--json"_s, u"verify"_s, u"--database="_s + url}).exitCode, 0);
    QCOMPARE(ctl.run({u"--limit"_s, u"3"_s, u"find"_s, u"x"_s, u"--database"_s, url}).exitCode, 0);
    QCOMPARE(ctl.run({u"--database"_s, url, u"find"_s, u"--"_s, u"--limit"_s}).exitCode, 0);
}

void TestCtlUsage::helpAndVersion_needNoDatabase_data()
{
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("help") << QStringList{u"--help"_s} << QByteArray("ADDRESS_DESK_DATABASE");
    QTest::newRow("version") << QStringList{u"--version"_s} << QByteArray(ADDRESSDESK_VERSION);
    QTest::newRow("version by its letter") << QStringList{u"-v"_s} << QByteArray(ADDRESSDESK_VERSION);
    for (const char *command : {"init", "sample", "find", "show", "set", "create", "delete", "restore",
                                "history", "revert", "verify", "settings", "serve"})
        QTest::newRow(command) << QStringList{QString::fromLatin1(command), u"--help"_s}
                               << QByteArray("address-deskctl [--database URL] [--json] ") + command;
}

void TestCtlUsage::helpAndVersion_needNoDatabase()
{
    QFETCH(QStringList, words);
    QFETCH(QByteArray, said);
    const CtlAnswer answer = CtlProcess().run(words);
    QCOMPARE(answer.exitCode, 0);
    QVERIFY2(answer.output.contains(said), answer.output);
    QVERIFY(answer.errors.isEmpty());
}

void TestCtlUsage::argumentThatIsNoText_endsWith2()
{
    // QProcess would encode it, so by hand.
    QByteArray program = QFile::encodeName(CtlProcess::program());
    QByteArray find("find");
    QByteArray invalid("\xff\xfe");
    char *argv[] = {program.data(), find.data(), invalid.data(), nullptr};
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
    pid_t pid = 0;
    QCOMPARE(posix_spawn(&pid, program.constData(), &actions, nullptr, argv, environ), 0);
    posix_spawn_file_actions_destroy(&actions);
    int status = 0;
    QCOMPARE(waitpid(pid, &status, 0), pid);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 2);
}

void TestCtlUsage::settingThatCannotBe_isToldWhatCan_data()
{
    QTest::addColumn<QString>("assignment");
    QTest::addColumn<QString>("said");
    QTest::newRow("days") << u"linkDays=91"_s
                          << u"linkDays: a whole number from %1 to %2."_s.arg(OfficeSettings::fewestLinkDays)
                                 .arg(OfficeSettings::mostLinkDays);
    QTest::newRow("language") << u"language=de"_s << OfficeSettings::knownLanguages().join(u", "_s);
    QTest::newRow("sender") << u"senderAddress=nonsense"_s << u"addresses@example.com"_s;
    QTest::newRow("phone") << u"companyPhone=call us"_s << u"+33 1 23 45 67 89"_s;
    QTest::newRow("public URL") << u"publicUrl=javascript:alert(1)"_s << u"https://"_s;
    QTest::newRow("company") << u"companyName="_s + QString(256, u'x') << u"255"_s;
    QTest::newRow("name") << u"companyname=Mills"_s << u"companyName, companyPhone"_s;
}

void TestCtlUsage::settingThatCannotBe_isToldWhatCan()
{
    QFETCH(const QString, assignment);
    QFETCH(const QString, said);
    const TestDatabase database(DatabaseUrl::Kind::Sqlite);
    const CtlAnswer answer = CtlProcess(database.url()).json({u"settings"_s, assignment});
    QCOMPARE(answer.exitCode, 2);
    QCOMPARE(answer.error(), u"usage"_s);
    QVERIFY2(answer.first().value("message"_L1).toString().contains(said), answer.output.constData());
}

void TestCtlUsage::password_comesFromEnvironmentOrFile()
{
    REQUIRE_DATABASE(DatabaseUrl::Kind::Postgresql);
    const TestDatabase database(DatabaseUrl::Kind::Postgresql);
    TestPostgres *server = TestPostgres::instance();
    server->createRole(u"ctl_operator"_s, u"se:cret\\"_s, database.url().database);
    const DatabaseUrl url = server->tcpUrl(database.url(), u"ctl_operator"_s);
    CtlProcess ctl(url);
    const CtlAnswer without = ctl.json({u"verify"_s});
    QCOMPARE(without.exitCode, 3);
    QCOMPARE(without.error(), u"passwordRequired"_s);

    ctl.setEnvironment(u"PGPASSWORD"_s, u"wrong"_s);
    QCOMPARE(ctl.json({u"verify"_s}).error(), u"authenticationFailed"_s);
    ctl.setEnvironment(u"PGPASSWORD"_s, u"se:cret\\"_s);
    QCOMPARE(ctl.json({u"verify"_s}).exitCode, 0);
    // The role does not own the tables, so it cannot write history in others' names.
    const CtlAnswer sample = ctl.json({u"sample"_s, u"--customers"_s, u"2"_s});
    QCOMPARE(sample.exitCode, 1);
    QCOMPARE(sample.error(), u"permissionDenied"_s);

    const QTemporaryDir folder;
    const QString file = folder.filePath(u"pgpass"_s);
    write(file, "*:*:*:ctl_operator:se\\:cret\\\\\n");
    QVERIFY(QFile::setPermissions(file, QFile::ReadOwner | QFile::WriteOwner));
    CtlProcess withFile(url);
    withFile.setEnvironment(u"PGPASSFILE"_s, file);
    QCOMPARE(withFile.json({u"verify"_s}).exitCode, 0);
}

void TestCtlUsage::text_showsControlCharacters()
{
    const TestDatabase database(DatabaseUrl::Kind::Sqlite);
    database.run(
        u"INSERT INTO users (id, last_name) VALUES ('u', 'x' || char(27) || '[31mred' || char(8238))"_s);
    database.run(
        u"INSERT INTO addresses (id, user_id, city) VALUES ('a', 'u', 'Pa' || char(10) || 'ris' || char(7))"_s);
    const CtlProcess ctl;
    for (const QStringList &words : {QStringList{u"show"_s, u"a"_s}, QStringList{u"find"_s, u"red"_s}}) {
        const CtlAnswer answer = ctl.run(QStringList{u"--database"_s, database.url().toString()} + words);
        QCOMPARE(answer.exitCode, 0);
        QVERIFY2(answer.output.contains("\\u{1B}[31mred\\u{202E}"), answer.output);
        QVERIFY(answer.output.contains("Pa\\u{A}ris\\u{7}"));
        QVERIFY(!answer.output.contains('\x1b') && !answer.output.contains('\a'));
    }
    const CtlAnswer refused = ctl.run({u"--database"_s, database.url().toString(), u"show"_s, u"\x1b[2J"_s});
    QVERIFY(!refused.errors.contains('\x1b'));
}

void TestCtlUsage::text_isAlignedForPeople()
{
    const TestDatabase database(DatabaseUrl::Kind::Sqlite);
    database.run(
        u"INSERT INTO users (id, first_name, last_name, email) VALUES ('u', 'Anna', 'Lefèvre', 'anna@example.com')"_s);
    database.run(
        u"INSERT INTO addresses (id, user_id, city, label) VALUES ('a', 'u', 'Paris', ''), ('bbb', 'u', 'Paris', NULL)"_s);
    const CtlProcess ctl;
    const CtlAnswer found = ctl.run({u"find"_s, u"paris"_s, u"--database"_s, database.url().toString()});
    const QStringList lines = QString::fromUtf8(found.output).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QCOMPARE(lines[0].indexOf(u"Paris"), lines[1].indexOf(u"Paris"));
    QCOMPARE(lines[0].indexOf(u"anna@example.com"), lines[1].indexOf(u"anna@example.com"));
    const CtlAnswer set =
        ctl.run({u"set"_s, u"a"_s, u"city=Lyon"_s, u"--database"_s, database.url().toString()});
    QVERIFY2(set.output.contains("“Paris” → “Lyon”"), set.output);
}

void TestCtlUsage::refusal_inText_goesToStderr()
{
    const TestDatabase database(DatabaseUrl::Kind::Sqlite);
    const CtlAnswer answer =
        CtlProcess().run({u"--database"_s, database.url().toString(), u"show"_s, u"nobody"_s});
    QCOMPARE(answer.exitCode, 1);
    QVERIFY(answer.output.isEmpty());
    QVERIFY(answer.errors.contains("nobody"));
}

void TestCtlUsage::find_ofMoreThanTheLimit_saysSo()
{
    const TestDatabase database(DatabaseUrl::Kind::Sqlite);
    const CtlProcess ctl(database.url());
    QCOMPARE(ctl.json({u"sample"_s, u"--customers"_s, u"5"_s}).exitCode, 0);
    const CtlAnswer cut = ctl.json({u"find"_s, u"example"_s, u"--limit"_s, u"2"_s});
    QCOMPARE(cut.output.count('\n'), 2);
    QVERIFY2(cut.errors.contains("raise --limit"), cut.errors.constData());
    QCOMPARE(ctl.json({u"find"_s, u"example"_s}).errors, QByteArray());
}

void TestCtlUsage::readerThatLeaves_doesNoHarm()
{
    const TestDatabase database(DatabaseUrl::Kind::Sqlite);
    const CtlProcess ctl(database.url());
    QCOMPARE(ctl.json({u"sample"_s, u"--customers"_s, u"3000"_s}).exitCode, 0);
    QProcess shell;
    shell.setProcessEnvironment(ctl.environment());
    shell.start(
        u"bash"_s,
        {u"-c"_s,
         u"\"$0\" --json --database \"$1\" find example --limit 9000 | head -n 1; echo ${PIPESTATUS[0]}"_s,
         CtlProcess::program(), database.url().toString()});
    QVERIFY(shell.waitForFinished(60000));
    QVERIFY(shell.readAllStandardOutput().endsWith("\n0\n"));
    QVERIFY(shell.readAllStandardError().isEmpty());
}

void TestCtlUsage::fullOutput_isAFailure()
{
    if (!QFile::exists(u"/dev/full"_s))
        QSKIP("there is no /dev/full");
    QProcess process;
    process.setProcessEnvironment(CtlProcess().environment());
    process.setStandardOutputFile(u"/dev/full"_s);
    process.start(CtlProcess::program(), {u"--help"_s});
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(!process.readAllStandardError().isEmpty());
}

void TestCtlUsage::interrupt_ofALongSample_leavesNothing()
{
    QFETCH(DatabaseUrl::Kind, kind);
    REQUIRE_DATABASE(kind);
    const TestDatabase database(kind);
    const CtlProcess ctl(database.url());
    QProcess process;
    process.setProcessEnvironment(ctl.environment());
    process.start(CtlProcess::program(), {u"--json"_s, u"--database"_s, database.url().toString(),
                                          u"sample"_s, u"--customers"_s, u"50000000"_s});
    QVERIFY(process.waitForStarted());
    // Once it waits for signals and works: the write lock, or the session's transaction, is held.
    const auto works = [&database] {
        const auto connection = database.connect({.lockTimeout = std::chrono::milliseconds(1)});
        if (database.isPostgresql())
            return shownText(database.value(
                       u"SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'COPY%'"_s)) != u"0";
        const bool isFree = connection->execute(u"BEGIN IMMEDIATE"_s).has_value();
        return !isFree || !connection->execute(u"ROLLBACK"_s).has_value();
    };
    QTRY_VERIFY_WITH_TIMEOUT(works(), 30000);
    QCOMPARE(kill(static_cast<pid_t>(process.processId()), SIGINT), 0);
    QVERIFY(process.waitForFinished(30000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 1);
    QVERIFY(process.readAllStandardOutput().contains("\"cancelled\""));
    QCOMPARE(shownText(database.value(u"SELECT count(*) FROM users"_s)), u"0"_s);
    QCOMPARE(ctl.json({u"sample"_s, u"--customers"_s, u"10"_s}).exitCode, 0);
    QCOMPARE(ctl.json({u"verify"_s}).exitCode, 0);
}

QTEST_GUILESS_MAIN(TestCtlUsage)
#include "tst_ctlusage.moc"
