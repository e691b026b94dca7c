#include "models/storage/SqliteRecorderSql.h"

#include <sqlite3.h>

namespace addressdesk {

namespace {

bool hasCode(const Error &error, int extendedResultCode)
{
    return error.nativeCode == QString::number(extendedResultCode);
}

} // namespace

QString SqliteRecorderSql::textOf(const QString &expression) const
{
    return QStringLiteral("CAST(%1 AS TEXT) COLLATE BINARY").arg(expression);
}

QString SqliteRecorderSql::rowLock(const QString &) const
{
    // BEGIN IMMEDIATE has locked the whole database for writing.
    return {};
}

QString SqliteRecorderSql::keepingGivenKey() const
{
    return {};
}

QString SqliteRecorderSql::isInRange(const QString &expression) const
{
    return QStringLiteral("%1 >= ? AND %1 < ?").arg(expression);
}

QString SqliteRecorderSql::rewriters() const
{
    return QStringLiteral("SELECT 1 FROM sqlite_schema WHERE type = 'trigger' AND '\"' || replace(tbl_name, "
                          "'\"', '\"\"') || '\"' = ? "
                          "COLLATE NOCASE AND name NOT LIKE 'address!_desk!_%' ESCAPE '!' LIMIT 1");
}

bool SqliteRecorderSql::isMalformedKey(const Error &) const
{
    // SQLite compares any text with any key; a malformed one finds nothing.
    return false;
}

bool SqliteRecorderSql::isCollision(const Error &error) const
{
    return hasCode(error, SQLITE_BUSY_SNAPSHOT);
}

bool SqliteRecorderSql::isUniqueViolation(const Error &error) const
{
    return hasCode(error, SQLITE_CONSTRAINT_UNIQUE) || hasCode(error, SQLITE_CONSTRAINT_PRIMARYKEY) ||
           hasCode(error, SQLITE_CONSTRAINT_ROWID);
}

bool SqliteRecorderSql::isTokenReuse(const Error &error) const
{
    return (hasCode(error, SQLITE_CONSTRAINT_TRIGGER) && error.detail.contains(u"revert token")) ||
           (hasCode(error, SQLITE_CONSTRAINT_UNIQUE) && error.detail.contains(u"events_token_used_once"));
}

bool SqliteRecorderSql::canSaveInOneStatement() const
{
    return false;
}

} // namespace addressdesk
