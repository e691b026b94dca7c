#include "models/storage/SchemaInitialiser.h"
#include "models/storage/SqlConnection.h"
#include "models/storage/UnitOfWork.h"
#include "tests/support/TestDatabase.h"

#include <QDir>
#include <QFile>

#include <unistd.h>

using namespace addressdesk;

namespace {

constexpr uid_t nobody = 65534;
constexpr uid_t daemonAccount = 1;

/// File permissions mean nothing to root: becomes another account for a while.
class AsOrdinaryAccount final
{
public:
    explicit AsOrdinaryAccount(uid_t account = nobody) : m_isRoot(geteuid() == 0)
    {
        if (m_isRoot && setresuid(account, account, 0) != 0)
            qFatal("the account cannot be changed");
    }
    ~AsOrdinaryAccount()
    {
        if (m_isRoot && setresuid(0, 0, 0) != 0)
            qFatal("the account cannot be changed back");
    }
    AsOrdinaryAccount(const AsOrdinaryAccount &) = delete;
    AsOrdinaryAccount &operator=(const AsOrdinaryAccount &) = delete;

private:
    bool m_isRoot;
};

ErrorCode openError(const QString &file, const ConnectionOptions &options = {})
{
    const auto connection = SqlConnection::open(DatabaseUrl::sqlite(file), {}, options);
    return connection ? static_cast<ErrorCode>(-1) : connection.error().code;
}

ConnectionOptions creating()
{
    ConnectionOptions options;
    options.mayCreateFile = true;
    return options;
}

} // namespace

/// Everything that can be wrong with a file that somebody wants to open.
class TestOpenSqlite : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void open_missingFile_isFileMissing();
    void open_missingFileThatMayBeCreated_isCreated();
    void open_inMissingFolder_isFileMissing();
    void open_folder_isNotADatabase();
    void open_otherFile_isNotADatabase();
    void open_emptyFile_isAnEmptyDatabase();
    void open_strangeNames_opensThatFile_data();
    void open_strangeNames_opensThatFile();
    void open_somebodyElsesDatabase_leavesItsJournalAlone();
    void open_readOnlyFile_readsAndRefusesToWrite();
    void open_newFileInReadOnlyFolder_isReadOnly();
    void open_databaseInReadOnlyFolder_isReadOnly();
    void open_unreadableFile_isPermissionDenied();
    void open_inAFolderThatMayNotBeEntered_isPermissionDenied();
    void open_lockedFile_isLocked();
    void open_settings_areSafe();
    void write_whenTheFileIsFull_isDiskFull();
    void write_whenTheFileWasDeleted_isConnectionLost();
    void write_whenTheFileWasReplaced_isConnectionLost();
    void write_whenTheFileIsDamaged_saysSo();
    void write_besideFilesOfAnotherReader_namesThemAndTheirOwner();
    void open_besideFilesThatMayNotBeRead_namesThem_data();
    void open_besideFilesThatMayNotBeRead_namesThem();
    void open_whenASideFileIsAFolder_speaksOfNoServer();
    void close_ofAReader_leavesNothingBesideTheFile();
    void close_afterAnInterruption_leavesNothingBesideTheFile();

private:
    [[nodiscard]] QString file(const QString &name) const { return m_folder->path() + u'/' + name; }
    void makeNative(const QString &path) const
    {
        const auto connection = SqlConnection::open(DatabaseUrl::sqlite(path), {}, creating());
        QVERIFY(connection);
        QVERIFY(SchemaInitialiser(**connection, SchemaMapping::native()).apply());
    }
    static void write(const QString &path, const QByteArray &content)
    {
        QFile target(path);
        QVERIFY(target.open(QIODevice::WriteOnly));
        QCOMPARE(target.write(content), content.size());
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestOpenSqlite::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(m_folder->isValid());
}

void TestOpenSqlite::cleanup()
{
    QFile::setPermissions(m_folder->path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    m_folder.reset();
}

void TestOpenSqlite::open_missingFile_isFileMissing()
{
    QCOMPARE(openError(file(QStringLiteral("none.sqlite"))), ErrorCode::FileMissing);
    QVERIFY(!QFile::exists(file(QStringLiteral("none.sqlite"))));
}

void TestOpenSqlite::open_missingFileThatMayBeCreated_isCreated()
{
    const auto connection =
        SqlConnection::open(DatabaseUrl::sqlite(file(QStringLiteral("new.sqlite"))), {}, creating());
    QVERIFY(connection);
    QVERIFY(QFile::exists(file(QStringLiteral("new.sqlite"))));
}

void TestOpenSqlite::open_inMissingFolder_isFileMissing()
{
    QCOMPARE(openError(file(QStringLiteral("none/new.sqlite")), creating()), ErrorCode::FileMissing);
}

void TestOpenSqlite::open_folder_isNotADatabase()
{
    QCOMPARE(openError(m_folder->path()), ErrorCode::NotADatabase);
    QCOMPARE(openError(m_folder->path(), creating()), ErrorCode::NotADatabase);
}

void TestOpenSqlite::open_otherFile_isNotADatabase()
{
    const QByteArray letter = QByteArray("Dear Mrs Lefèvre,\n").repeated(500);
    write(file(QStringLiteral("letter.txt")), letter);
    QCOMPARE(openError(file(QStringLiteral("letter.txt"))), ErrorCode::NotADatabase);
    QFile after(file(QStringLiteral("letter.txt")));
    QVERIFY(after.open(QIODevice::ReadOnly));
    QCOMPARE(after.readAll(), letter);
}

void TestOpenSqlite::open_emptyFile_isAnEmptyDatabase()
{
    write(file(QStringLiteral("empty")), {});
    const auto connection = SqlConnection::open(DatabaseUrl::sqlite(file(QStringLiteral("empty"))), {});
    QVERIFY(connection);
    const auto schema = SchemaInitialiser(**connection, SchemaMapping::native()).effective();
    QVERIFY(!schema);
    QCOMPARE(schema.error().code, ErrorCode::SchemaMissing);
}

void TestOpenSqlite::open_strangeNames_opensThatFile_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("space and accent") << QStringLiteral("ma base d'été.sqlite");
    QTest::newRow("question mark") << QStringLiteral("what?mode=memory.sqlite");
    QTest::newRow("hash and percent") << QStringLiteral("100%41 #1.sqlite");
    QTest::newRow("semicolon") << QStringLiteral("a;b=c.sqlite");
    QTest::newRow("memory") << QStringLiteral(":memory:");
}

void TestOpenSqlite::open_strangeNames_opensThatFile()
{
    QFETCH(QString, name);
    makeNative(file(name));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList(name));
    QVERIFY(SqlConnection::open(DatabaseUrl::sqlite(file(name)), {}));
}

void TestOpenSqlite::open_somebodyElsesDatabase_leavesItsJournalAlone()
{
    const TestDatabase database(DatabaseUrl::Kind::Sqlite, TestDatabase::Content::Document);
    QCOMPARE(database.value(QStringLiteral("PRAGMA journal_mode")), QStringLiteral("delete"));
    QVERIFY(SchemaInitialiser(*database.connect(), SchemaMapping::native()).apply());
    QCOMPARE(database.value(QStringLiteral("PRAGMA journal_mode")), QStringLiteral("wal"));
}

void TestOpenSqlite::open_readOnlyFile_readsAndRefusesToWrite()
{
    const QString path = file(QStringLiteral("desk.sqlite"));
    makeNative(path);
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7777)));
    QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::ReadGroup | QFile::ReadOther));
    const AsOrdinaryAccount account;
    const auto connection = SqlConnection::open(DatabaseUrl::sqlite(path), {});
    QVERIFY2(connection, connection ? "" : qPrintable(connection.error().detail));
    QVERIFY((*connection)->isReadOnly());
    QVERIFY(SchemaInitialiser(**connection, SchemaMapping::native()).effective());
    const auto work = UnitOfWork::begin(**connection);
    QVERIFY(!work);
    QCOMPARE(work.error().code, ErrorCode::ReadOnly);
}

void TestOpenSqlite::open_newFileInReadOnlyFolder_isReadOnly()
{
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x5555)));
    const AsOrdinaryAccount account;
    QCOMPARE(openError(file(QStringLiteral("new.sqlite")), creating()), ErrorCode::ReadOnly);
}

void TestOpenSqlite::open_databaseInReadOnlyFolder_isReadOnly()
{
    const QString path = file(QStringLiteral("desk.sqlite"));
    makeNative(path);
    QVERIFY(QFile::setPermissions(path, QFile::Permissions(0x6666)));
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x5555)));
    const AsOrdinaryAccount account;
    QCOMPARE(openError(path), ErrorCode::ReadOnly);
}

void TestOpenSqlite::open_unreadableFile_isPermissionDenied()
{
    const QString path = file(QStringLiteral("desk.sqlite"));
    makeNative(path);
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7777)));
    QVERIFY(QFile::setPermissions(path, QFile::Permissions()));
    const AsOrdinaryAccount account;
    QCOMPARE(openError(path), ErrorCode::PermissionDenied);
}

void TestOpenSqlite::open_inAFolderThatMayNotBeEntered_isPermissionDenied()
{
    const QString path = file(QStringLiteral("desk.sqlite"));
    makeNative(path);
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions()));
    const AsOrdinaryAccount account;
    QCOMPARE(openError(path), ErrorCode::PermissionDenied);
    QCOMPARE(openError(file(QStringLiteral("new.sqlite")), creating()), ErrorCode::PermissionDenied);
}

void TestOpenSqlite::open_lockedFile_isLocked()
{
    const QString path = file(QStringLiteral("other.sqlite"));
    const auto holder = SqlConnection::open(DatabaseUrl::sqlite(path), {}, creating());
    QVERIFY(holder);
    QVERIFY((*holder)->execute(QStringLiteral("CREATE TABLE t (id INTEGER)")));
    QVERIFY((*holder)->execute(QStringLiteral("BEGIN EXCLUSIVE")));
    ConnectionOptions options;
    options.lockTimeout = std::chrono::milliseconds(50);
    QCOMPARE(openError(path, options), ErrorCode::Locked);
}

void TestOpenSqlite::open_settings_areSafe()
{
    const TestDatabase database(DatabaseUrl::Kind::Sqlite);
    QCOMPARE(database.value(QStringLiteral("PRAGMA journal_mode")), QStringLiteral("wal"));
    QCOMPARE(database.value(QStringLiteral("PRAGMA synchronous")), QStringLiteral("2"));
    QCOMPARE(database.value(QStringLiteral("PRAGMA foreign_keys")), QStringLiteral("1"));
    QCOMPARE(database.value(QStringLiteral("PRAGMA busy_timeout")), QStringLiteral("5000"));
    QCOMPARE(database.value(QStringLiteral("SELECT 'a' LIKE 'A'")), QStringLiteral("0"));
    const TestDatabase foreign(DatabaseUrl::Kind::Sqlite, TestDatabase::Content::Document);
    QCOMPARE(foreign.value(QStringLiteral("PRAGMA trusted_schema")), QStringLiteral("0"));
}

void TestOpenSqlite::write_whenTheFileIsFull_isDiskFull()
{
    const TestDatabase database(DatabaseUrl::Kind::Sqlite);
    const auto connection = database.connect();
    QVERIFY(
        connection->execute(QStringLiteral("PRAGMA max_page_count = 1"))); // Rounds up to the present size.
    auto work = UnitOfWork::begin(*connection);
    QVERIFY(work);
    auto insert = connection->prepared(QStringLiteral("INSERT INTO users (id, last_name) VALUES (?, ?)"));
    QVERIFY(insert);
    const Done done = (*insert)->bind(QStringLiteral("1")).bind(QString(1'000'000, u'x')).exec();
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::DiskFull);
}

void TestOpenSqlite::write_whenTheFileWasDeleted_isConnectionLost()
{
    const TestDatabase database(DatabaseUrl::Kind::Sqlite);
    const auto connection = database.connect();
    QVERIFY(UnitOfWork::begin(*connection));
    QVERIFY(QFile::remove(database.url().file));
    const auto work = UnitOfWork::begin(*connection);
    QVERIFY(!work);
    QCOMPARE(work.error().code, ErrorCode::ConnectionLost);
    const Done reopened = connection->reopen();
    QVERIFY(!reopened);
    QCOMPARE(reopened.error().code, ErrorCode::FileMissing);
}

void TestOpenSqlite::write_whenTheFileWasReplaced_isConnectionLost()
{
    const TestDatabase database(DatabaseUrl::Kind::Sqlite);
    const auto connection = database.connect();
    const QString copy = file(QStringLiteral("copy.sqlite"));
    makeNative(copy);
    QVERIFY(QFile::remove(database.url().file));
    QVERIFY(QFile::rename(copy, database.url().file));
    const auto work = UnitOfWork::begin(*connection);
    QVERIFY(!work);
    QCOMPARE(work.error().code, ErrorCode::ConnectionLost);
    QVERIFY(connection->reopen());
    QVERIFY(UnitOfWork::begin(*connection));
}

void TestOpenSqlite::write_whenTheFileIsDamaged_saysSo()
{
    const QString path = file(QStringLiteral("desk.sqlite"));
    makeNative(path);
    QFile damaged(path);
    QVERIFY(damaged.open(QIODevice::ReadWrite));
    QVERIFY(damaged.seek(200));
    const QByteArray noise(damaged.size() - 200, '\x5a');
    QCOMPARE(damaged.write(noise), noise.size());
    damaged.close();
    QCOMPARE(openError(path), ErrorCode::NotADatabase);
}

void TestOpenSqlite::write_besideFilesOfAnotherReader_namesThemAndTheirOwner()
{
    if (geteuid() != 0)
        QSKIP("NOT TESTED: it takes two accounts, and so root.");
    const QString path = file(QStringLiteral("desk.sqlite"));
    makeNative(path);
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7777)));
    QVERIFY(QFile::setPermissions(path, QFile::Permissions(0x6644)));
    QCOMPARE(chown(QFile::encodeName(path).constData(), nobody, nobody), 0);
    {
        const AsOrdinaryAccount reader(daemonAccount);
        ConnectionOptions options;
        options.isReadOnly = true;
        QVERIFY(SqlConnection::open(DatabaseUrl::sqlite(path), {}, options));
    }
    QVERIFY(QFile::exists(path + QStringLiteral("-wal"))); // SQLite cannot remove them for a mere reader.
    const AsOrdinaryAccount owner;
    const auto connection = SqlConnection::open(DatabaseUrl::sqlite(path), {});
    QVERIFY2(connection, connection ? "" : qPrintable(connection.error().detail));
    const auto work = UnitOfWork::begin(**connection);
    QVERIFY(!work);
    QCOMPARE(work.error().code, ErrorCode::SideFilesForeign);
    QVERIFY2(work.error().detail.endsWith(QStringLiteral("/desk.sqlite-wal (daemon)")),
             qPrintable(work.error().detail));
}

void TestOpenSqlite::open_besideFilesThatMayNotBeRead_namesThem_data()
{
    QTest::addColumn<QString>("suffix");
    QTest::addColumn<bool>("isThroughALink");
    QTest::newRow("log") << QStringLiteral("-wal") << false;
    QTest::newRow("shared memory") << QStringLiteral("-shm") << false;
    QTest::newRow("through a link") << QStringLiteral("-wal") << true;
}

void TestOpenSqlite::open_besideFilesThatMayNotBeRead_namesThem()
{
    QFETCH(QString, suffix);
    QFETCH(bool, isThroughALink);
    if (geteuid() != 0)
        QSKIP("NOT TESTED: it takes two accounts, and so root.");
    const QString path = file(QStringLiteral("desk.sqlite"));
    makeNative(path);
    for (const QString &side : {QStringLiteral("-wal"), QStringLiteral("-shm")})
        QVERIFY(QFile(path + side).open(QIODevice::WriteOnly));
    QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7777)));
    QVERIFY(QFile::setPermissions(path, QFile::Permissions(0x6666)));
    for (const QString &side : {QStringLiteral("-wal"), QStringLiteral("-shm")})
        QVERIFY(QFile::setPermissions(path + side, QFile::Permissions(side == suffix ? 0x6600 : 0x6666)));
    QTemporaryDir elsewhere;
    QVERIFY(QFile::setPermissions(elsewhere.path(), QFile::Permissions(0x7777)));
    const QString link = elsewhere.filePath(QStringLiteral("link.sqlite"));
    QVERIFY(QFile::link(path, link));
    const AsOrdinaryAccount account;
    const auto connection = SqlConnection::open(DatabaseUrl::sqlite(isThroughALink ? link : path), {});
    QVERIFY(!connection);
    QCOMPARE(connection.error().code, ErrorCode::SideFilesForeign);
    QVERIFY2(connection.error().detail.endsWith(QStringLiteral("/desk.sqlite%1 (root)").arg(suffix)),
             qPrintable(connection.error().detail));
}

void TestOpenSqlite::open_whenASideFileIsAFolder_speaksOfNoServer()
{
    const QString path = file(QStringLiteral("desk.sqlite"));
    makeNative(path);
    QVERIFY(QDir().mkdir(path + QStringLiteral("-wal")));
    const ErrorCode code = openError(path);
    QVERIFY(code != ErrorCode::ConnectionFailed);
}

void TestOpenSqlite::close_ofAReader_leavesNothingBesideTheFile()
{
    const QString path = file(QStringLiteral("desk.sqlite"));
    makeNative(path);
    {
        ConnectionOptions options;
        options.isReadOnly = true;
        const auto reader = SqlConnection::open(DatabaseUrl::sqlite(path), {}, options);
        QVERIFY(reader);
        QVERIFY(SchemaInitialiser(**reader, SchemaMapping::native()).effective());
    }
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{QStringLiteral("desk.sqlite")});
}

void TestOpenSqlite::close_afterAnInterruption_leavesNothingBesideTheFile()
{
    const TestDatabase database(DatabaseUrl::Kind::Sqlite);
    auto connection = database.connect();
    QVERIFY(connection->execute(QStringLiteral("INSERT INTO users (id) VALUES ('u')")));
    const QString log = database.url().file + QStringLiteral("-wal");
    QVERIFY(QFile::exists(log));
    connection->interrupt();
    connection.reset();
    QVERIFY(!QFile::exists(log));
    QCOMPARE(shownText(database.value(QStringLiteral("SELECT count(*) FROM users"))), QStringLiteral("1"));
}

QTEST_GUILESS_MAIN(TestOpenSqlite)
#include "tst_opensqlite.moc"
