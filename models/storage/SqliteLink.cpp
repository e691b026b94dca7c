#include "models/storage/SqliteLink.h"

#include "models/storage/SqliteDialect.h"
#include "models/storage/SqliteFunctions.h"
#include "models/storage/SqliteStatement.h"

#include <QFile>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QUrl>
#include <QVariant>

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

namespace addressdesk {

namespace {

constexpr int progressInterval = 4000; ///< Virtual machine steps between two looks at the clock.

sqlite3 *handleOf(const QSqlDatabase &database)
{
    const QVariant handle = database.driver()->handle();
    if (!handle.isValid() || qstrcmp(handle.typeName(), "sqlite3*") != 0)
        return nullptr;
    return *static_cast<sqlite3 *const *>(handle.data());
}

/// For the account that runs the program now; R_OK, W_OK or both.
bool may(int access, const QString &file)
{
    return faccessat(AT_FDCWD, QFile::encodeName(file).constData(), access, AT_EACCESS) == 0;
}

/// Where SQLite keeps its side files: beside what a symbolic link leads to.
QString linkTarget(const QString &file)
{
    const QString target = QFileInfo(file).canonicalFilePath();
    return target.isEmpty() ? file : target;
}

/// One of the files that SQLite keeps beside `link`'s target, with its owner, when it is another account's
/// and keeps this one from what it may do with the database; empty when there is none. Who may only read a
/// file makes them, too, and cannot remove them.
QString foreignSideFile(const QString &link)
{
    const QString file = linkTarget(link);
    const int access = may(W_OK, file) ? R_OK | W_OK : R_OK;
    for (const QString &suffix : {QStringLiteral("-wal"), QStringLiteral("-shm")}) {
        const QFileInfo side(file + suffix);
        if (side.exists() && !may(access, side.filePath()))
            return QStringLiteral("%1 (%2)").arg(
                side.filePath(), side.owner().isEmpty() ? QString::number(side.ownerId()) : side.owner());
    }
    return {};
}

/// It cannot be told whether the file exists.
bool isHidden(const QString &file)
{
    struct stat status = {};
    return stat(QFile::encodeName(file).constData(), &status) != 0 && errno == EACCES;
}

/// What the file system can already say before SQLite is asked.
Done checkFile(const QString &file, const ConnectionOptions &options)
{
    if (isHidden(file))
        return failure(ErrorCode::PermissionDenied,
                       QStringLiteral("%1: a folder on the way to it may not be entered").arg(file));
    const QFileInfo info(file);
    if (info.isDir())
        return failure(ErrorCode::NotADatabase, QStringLiteral("%1 is a folder").arg(file));
    if (!info.exists()) {
        const QFileInfo folder(info.absolutePath());
        if (!options.mayCreateFile || !folder.isDir())
            return failure(ErrorCode::FileMissing, file);
        return {};
    }
    if (!info.isFile())
        return failure(ErrorCode::NotADatabase, QStringLiteral("%1 is not a file").arg(file));
    return {};
}

} // namespace

QString SqliteLink::driverName() const
{
    return QStringLiteral("QSQLITE");
}

Done SqliteLink::open(QSqlDatabase &database, const DatabaseUrl &url, const QString &,
                      const ConnectionOptions &options)
{
    m_file = url.file;
    if (const Done checked = checkFile(url.file, options); !checked)
        return checked;
    if (const Done opened = openFile(database, url.file, options); !opened)
        return tl::unexpected(explained(opened.error()));
    const Result<bool> isOurs = looksOurs();
    if (!isOurs)
        return tl::unexpected(explained(isOurs.error()));
    m_isReadOnly = options.isReadOnly || sqlite3_db_readonly(m_handle, "main") == 1;
    if (const Done done = setUp(*isOurs, options.isReadOnly); !done)
        return tl::unexpected(explained(done.error()));
    m_statementTimeout = options.statementTimeout;
    sqlite3_progress_handler(m_handle, progressInterval, &SqliteLink::onProgress, this);
    const std::lock_guard lock(m_interruptibleMutex);
    m_interruptible = m_handle;
    return {};
}

Done SqliteLink::openFile(QSqlDatabase &database, const QString &file, const ConnectionOptions &options)
{
    // As a URI, because only its mode keeps SQLite from creating a file that was missing. Never "ro": the
    // last connection of those leaves the write-ahead log behind, in the way of others who may write.
    const QString mode = options.mayCreateFile ? QStringLiteral("rwc") : QStringLiteral("rw");
    const QByteArray path = QUrl::toPercentEncoding(file, "/");
    database.setDatabaseName(QStringLiteral("file:%1?mode=%2").arg(QString::fromLatin1(path), mode));
    database.setConnectOptions(
        QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=%1").arg(options.lockTimeout.count()));
    if (!database.open()) {
        const QSqlError error = database.lastError();
        return tl::unexpected(Error{SqliteDialect::codeOf(error.nativeErrorCode().toInt()),
                                    error.databaseText(), error.nativeErrorCode()});
    }
    m_handle = handleOf(database);
    if (!m_handle)
        return failure(ErrorCode::DriverMissing, QStringLiteral("QSQLITE gives no sqlite3 handle"));
    return {};
}

/// The first query: it tells a database from another file, and one that this program uses from somebody
/// else's.
Result<bool> SqliteLink::looksOurs()
{
    sqlite3_stmt *statement = nullptr;
    constexpr auto sql =
        "SELECT count(*) FROM sqlite_schema WHERE type = 'table' AND name = 'address_desk_migrations'";
    bool isOurs = false;
    if (sqlite3_prepare_v2(m_handle, sql, -1, &statement, nullptr) != SQLITE_OK)
        return tl::unexpected(handleError(QStringLiteral("reading the schema")));
    const int step = sqlite3_step(statement);
    if (step == SQLITE_ROW)
        isOurs = sqlite3_column_int(statement, 0) > 0;
    if (sqlite3_finalize(statement) != SQLITE_OK || step != SQLITE_ROW)
        return tl::unexpected(handleError(QStringLiteral("reading the schema")));
    return isOurs;
}

Done SqliteLink::setUp(bool isOurs, bool isForReading)
{
    QByteArray script =
        "PRAGMA foreign_keys = ON; PRAGMA trusted_schema = OFF; PRAGMA synchronous = FULL; "
        "PRAGMA secure_delete = ON;"
        "PRAGMA case_sensitive_like = ON; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY;";
    // Up to SQLite 3.40 an untrusted schema may not use JSON functions, which the indexes on `payload` need.
    // This program's own functions are DIRECTONLY and extensions cannot be loaded, so a schema reaches
    // nothing of the program all the same.
    if (isOurs)
        script += "PRAGMA trusted_schema = ON;";
    // A file that is not (yet) this program's keeps its journal mode; the Migrator changes it with the
    // tables.
    if (isOurs && !m_isReadOnly)
        script += "PRAGMA journal_mode = WAL;";
    if (isForReading)
        script += "PRAGMA query_only = ON;";
    if (sqlite3_exec(m_handle, script.constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return tl::unexpected(handleError(QStringLiteral("setting the connection up")));
    if (sqlite3_db_config(m_handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr) != SQLITE_OK)
        return tl::unexpected(handleError(QStringLiteral("setting the connection up")));
    return sqliteFunctions::registerOn(m_handle);
}

void SqliteLink::aboutToClose()
{
    const std::lock_guard lock(m_interruptibleMutex);
    m_interruptible = nullptr;
    // An interruption that came while nothing ran stays in force until the next statement begins. It would
    // keep the last connection from moving the write-ahead log into the file, which then stays beside it.
    if (m_handle) {
        sqlite3_progress_handler(m_handle, 0, nullptr, nullptr);
        sqlite3_exec(m_handle, "SELECT 1", nullptr, nullptr, nullptr);
    }
    m_handle = nullptr;
}

bool SqliteLink::aboutToRun()
{
    m_isTimedOut = false;
    if (m_statementTimeout.count() > 0)
        m_deadline = std::chrono::steady_clock::now() + m_statementTimeout;
    return !m_isInterrupted;
}

void SqliteLink::interrupt()
{
    const std::lock_guard lock(m_interruptibleMutex);
    m_isInterrupted = true;
    if (m_interruptible)
        sqlite3_interrupt(m_interruptible);
}

void SqliteLink::resume()
{
    m_isInterrupted = false;
}

/// Sees what sqlite3_interrupt() cannot: that a statement which was just about to begin is not wanted any
/// more.
int SqliteLink::onProgress(void *link)
{
    auto *self = static_cast<SqliteLink *>(link);
    self->m_isTimedOut = std::chrono::steady_clock::now() > self->m_deadline;
    return self->m_isTimedOut || self->m_isInterrupted ? 1 : 0;
}

Error SqliteLink::refined(Error error) const
{
    if (error.code == ErrorCode::Cancelled && m_isTimedOut)
        error.code = ErrorCode::TimedOut;
    if (error.code == ErrorCode::ReadOnly || error.code == ErrorCode::ConnectionFailed) {
        if (const QString sideFile = foreignSideFile(m_file); !sideFile.isEmpty())
            return {ErrorCode::SideFilesForeign, sideFile, error.nativeCode};
    }
    return error;
}

Done SqliteLink::checkAlive() const
{
    int hasMoved = 0;
    // In WAL mode SQLite itself goes on writing to a file that has been deleted.
    if (m_handle && sqlite3_file_control(m_handle, "main", SQLITE_FCNTL_HAS_MOVED, &hasMoved) == SQLITE_OK &&
        hasMoved)
        return failure(ErrorCode::ConnectionLost, QStringLiteral("the file was moved, replaced or deleted"));
    return {};
}

Result<std::unique_ptr<DriverStatement>> SqliteLink::prepare(const QString &sql)
{
    return SqliteStatement::prepare(m_handle, sql);
}

Done SqliteLink::run(const QString &sql)
{
    if (sqlite3_exec(m_handle, sql.toUtf8().constData(), nullptr, nullptr, nullptr) != SQLITE_OK)
        return tl::unexpected(handleError({}));
    return {};
}

Done SqliteLink::begin(const QString &sql)
{
    return run(sql);
}

Done SqliteLink::commit()
{
    return run(QStringLiteral("COMMIT"));
}

Done SqliteLink::rollBack()
{
    return run(QStringLiteral("ROLLBACK"));
}

Result<bool> SqliteLink::listen(const QStringList &, Receiver)
{
    return false;
}

QString SqliteLink::serverVersion() const
{
    return QStringLiteral("SQLite ") + QLatin1String(sqlite3_libversion());
}

Error SqliteLink::handleError(const QString &what) const
{
    Error error = SqliteStatement::lastError(m_handle);
    if (!what.isEmpty())
        error.detail = what + QStringLiteral(": ") + error.detail;
    return error;
}

/// SQLite says only "unable to open" for most reasons; the file system knows which.
Error SqliteLink::explained(Error error) const
{
    error = refined(error);
    const QFileInfo info(m_file);
    const bool isUnopenable = error.code == ErrorCode::ConnectionFailed;
    if (isUnopenable && info.exists() && !info.isReadable())
        error.code = ErrorCode::PermissionDenied;
    else if (isUnopenable && !QFileInfo(QFileInfo(linkTarget(m_file)).absolutePath()).isWritable())
        error.code = ErrorCode::ReadOnly; // A new file, or the side files of a WAL database, cannot be made.
    else if (isUnopenable && !info.exists())
        error.code = ErrorCode::FileMissing;
    else if (isUnopenable)
        error.code = ErrorCode::Internal; // There is no server that could be asked to be started.
    if (error.detail.isEmpty() || isUnopenable)
        error.detail = m_file + QStringLiteral(": ") + error.detail;
    return error;
}

} // namespace addressdesk
