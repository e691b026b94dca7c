#include "models/storage/SqliteDialect.h"

#include <QRegularExpression>

#include <sqlite3.h>

namespace addressdesk {

namespace {

const QString uniqueVersions = QStringLiteral("events_stream_versions");

} // namespace

QString SqliteDialect::migrationFolder() const
{
    return QStringLiteral("sqlite");
}

QString SqliteDialect::keyPlaceholder() const
{
    return QStringLiteral("?");
}

QString SqliteDialect::sameValue(const QString &left, const QString &right) const
{
    return left + QStringLiteral(" IS ") + right;
}

QString SqliteDialect::beginWrite() const
{
    // A deferred begin fails at once when it upgrades after another writer; an immediate one waits.
    return QStringLiteral("BEGIN IMMEDIATE");
}

QString SqliteDialect::beginRead() const
{
    return QStringLiteral("BEGIN");
}

SqlCondition SqliteDialect::containsWord(const QStringList &columns, const QString &word) const
{
    return {QStringLiteral("desk_matches(?, %1)").arg(columns.join(u", ")), {FieldValue(word)}};
}

QString SqliteDialect::joinInOrder() const
{
    return QStringLiteral(" CROSS JOIN "); // SQLite's way of saying so.
}

QString SqliteDialect::isInList(const QString &key, const QString &) const
{
    return key + QStringLiteral(" IN (SELECT value FROM json_each(?))");
}

bool SqliteDialect::canBeKey(const QString &, const QString &) const
{
    return true; // Any text can be compared with any key.
}

QString SqliteDialect::sortTerm(const QString &expression) const
{
    return expression + QStringLiteral(" COLLATE NOCASE");
}

QString SqliteDialect::nullsSmallest(bool) const
{
    return {}; // They are.
}

QString SqliteDialect::sessionActor() const
{
    return QStringLiteral("NULL");
}

QString SqliteDialect::clock() const
{
    return QStringLiteral("strftime('%Y-%m-%dT%H:%M:%fZ', 'now')");
}

QString SqliteDialect::clockMoved() const
{
    return QStringLiteral("strftime('%Y-%m-%dT%H:%M:%fZ', 'now', ? || ' seconds')");
}

QString SqliteDialect::isDue() const
{
    // No mail waits for five hours (retryPauses::longest): such a time is of a machine whose clock was ahead.
    return QStringLiteral("(next_attempt_at <= %1 OR next_attempt_at > strftime('%Y-%m-%dT%H:%M:%fZ', 'now', "
                          "'+5 hours'))")
        .arg(clock());
}

QString SqliteDialect::leaseHasEnded() const
{
    // Nobody takes a mail for an hour: such a lease is of a machine whose clock was ahead.
    return QStringLiteral("NOT COALESCE(lease_until > %1 AND lease_until < strftime('%Y-%m-%dT%H:%M:%fZ', "
                          "'now', '+1 hour'), FALSE)")
        .arg(clock());
}

QString SqliteDialect::isFreeToSend() const
{
    // One sender at a time: two would take turns for the file's lock with every mail.
    return QStringLiteral("NOT EXISTS (SELECT 1 FROM mail_outbox WHERE state IN ('queued', 'sending') AND "
                          "state = 'sending' AND NOT %1)")
        .arg(leaseHasEnded());
}

QString SqliteDialect::skipTaken() const
{
    return {};
}

QString SqliteDialect::announcePageFetched() const
{
    return {};
}

QList<SchemaGuard> SqliteDialect::guardsOf(const QString &script, const GuardedTables &) const
{
    // SQLite keeps the statement as it was.
    static const QRegularExpression statement(
        QStringLiteral("^(CREATE (?:TRIGGER|UNIQUE INDEX) (\\w+)\\b[^;]*? ON (\\w+)\\b.*);$"),
        QRegularExpression::MultilineOption | QRegularExpression::DotMatchesEverythingOption);
    const auto match = statement.match(script);
    if (!match.hasMatch())
        return {};
    const QString name = match.captured(2);
    return {{name, name == uniqueVersions ? uniqueVersions
                                          : match.captured(3) + QStringLiteral("|") + match.captured(1)}};
}

QString SqliteDialect::guardsQuery() const
{
    return QStringLiteral(
               "SELECT name, tbl_name || '|' || sql FROM sqlite_schema "
               "WHERE type IN ('trigger', 'index') AND sql IS NOT NULL UNION ALL SELECT '%1', '%1' "
               "WHERE EXISTS (SELECT 1 FROM pragma_index_list('events') AS i "
               "WHERE i.\"unique\" <> 0 AND i.partial = 0 AND (SELECT group_concat(name) FROM "
               "(SELECT name FROM pragma_index_info(i.name) ORDER BY name)) "
               "= 'stream_id,stream_version')")
        .arg(uniqueVersions);
}

QString SqliteDialect::guardedTablesQuery() const
{
    return {};
}

QString SqliteDialect::namesAtHistory() const
{
    return {};
}

QString SqliteDialect::dropTrigger(const QString &name, const QString &) const
{
    return QStringLiteral("DROP TRIGGER IF EXISTS %1;\n").arg(name);
}

QString SqliteDialect::uniqueVersionsScript() const
{
    // The table's own index has no name that could be used, and does not come back without the table.
    return QStringLiteral("CREATE UNIQUE INDEX %1 ON events (stream_id, stream_version);")
        .arg(uniqueVersions);
}

QString SqliteDialect::mayReadColumns(const QString &, const QStringList &) const
{
    return QStringLiteral("SELECT 1");
}

QString SqliteDialect::letterSecretQuery() const
{
    return QStringLiteral(
        "SELECT secret FROM mail_outbox WHERE id = ? AND state = 'noAddress' AND recipient IS NULL");
}

QString SqliteDialect::instantText(const QString &expression) const
{
    return expression;
}

QString SqliteDialect::jsonText(const QString &expression) const
{
    return expression;
}

QString SqliteDialect::columnsQuery() const
{
    return QStringLiteral(
        "SELECT s.name, c.name, c.type, c.hidden <> 0 FROM sqlite_schema AS s, pragma_table_xinfo(s.name) AS "
        "c "
        "WHERE s.type IN ('table', 'view') AND c.hidden <> 1 AND s.name = ? COLLATE NOCASE ORDER BY c.cid");
}

QString SqliteDialect::anyTableQuery() const
{
    return QStringLiteral("SELECT 1 FROM sqlite_schema WHERE type IN ('table', 'view') LIMIT 1");
}

QString SqliteDialect::uniqueColumnQuery() const
{
    return QStringLiteral(
        "SELECT 1 FROM sqlite_schema AS s, pragma_table_xinfo(s.name) AS c "
        "WHERE s.name = ? AND c.name = ? AND (s.type = 'view' OR "
        "(c.pk = 1 AND NOT EXISTS (SELECT 1 FROM pragma_table_info(s.name) WHERE pk > 1)) OR "
        "EXISTS (SELECT 1 FROM pragma_index_list(s.name) AS i WHERE i.\"unique\" AND NOT i.partial AND "
        "(SELECT group_concat(k.cid) FROM pragma_index_info(i.name) AS k) = CAST(c.cid AS TEXT))) LIMIT 1");
}

std::optional<QString> SqliteDialect::keyType(const QString &declaredType) const
{
    // STRICT tables know few types. A column that is declared as UUID keeps texts as they are.
    if (declaredType == u"blob" || declaredType == u"real" || declaredType == u"double" ||
        declaredType == u"float")
        return std::nullopt;
    return declaredType.contains(u"int") ? QStringLiteral("INTEGER") : QStringLiteral("TEXT");
}

QString SqliteDialect::lockForMigration() const
{
    return {};
}

QString SqliteDialect::beforeMigration() const
{
    // Up to SQLite 3.40 the JSON functions of the indexes on `payload` count as unsafe; see
    // SqliteLink::setUp().
    return QStringLiteral("PRAGMA trusted_schema = ON");
}

QString SqliteDialect::afterMigration() const
{
    return QStringLiteral("PRAGMA journal_mode = WAL");
}

ErrorCode SqliteDialect::codeOf(int extendedResultCode)
{
    switch (extendedResultCode) {
    case SQLITE_BUSY_SNAPSHOT:
        return ErrorCode::Busy;
    case SQLITE_READONLY_DBMOVED:
        return ErrorCode::ConnectionLost;
    case SQLITE_IOERR_SHMSIZE: // Growing the shared memory file found no space.
    case SQLITE_IOERR_SHMMAP:
        return ErrorCode::DiskFull;
    case SQLITE_IOERR_NOMEM:
        return ErrorCode::Internal;
    default:
        break;
    }
    switch (extendedResultCode & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return ErrorCode::Locked;
    case SQLITE_READONLY:
        return ErrorCode::ReadOnly;
    case SQLITE_FULL:
        return ErrorCode::DiskFull;
    case SQLITE_NOTADB:
    case SQLITE_CORRUPT:
        return ErrorCode::NotADatabase;
    case SQLITE_CONSTRAINT:
    case SQLITE_MISMATCH:
    case SQLITE_TOOBIG:
        return ErrorCode::ConstraintViolated;
    case SQLITE_INTERRUPT:
        return ErrorCode::Cancelled;
    case SQLITE_IOERR:
        return ErrorCode::ConnectionLost;
    case SQLITE_CANTOPEN:
        return ErrorCode::ConnectionFailed;
    case SQLITE_AUTH:
    case SQLITE_PERM:
        return ErrorCode::PermissionDenied;
    default:
        return ErrorCode::Internal;
    }
}

} // namespace addressdesk
