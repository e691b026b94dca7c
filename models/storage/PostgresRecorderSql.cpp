#include "models/storage/PostgresRecorderSql.h"

#include "models/storage/PostgresDialect.h"

namespace addressdesk {

namespace {

constexpr QLatin1String uniqueViolation("23505");

} // namespace

QString PostgresRecorderSql::textOf(const QString &expression) const
{
    return QStringLiteral("CAST(%1 AS text) COLLATE \"C\"").arg(expression);
}

QString PostgresRecorderSql::rowLock(const QString &alias) const
{
    return QStringLiteral(" FOR UPDATE OF ") + alias;
}

QString PostgresRecorderSql::keepingGivenKey() const
{
    return QStringLiteral(" OVERRIDING SYSTEM VALUE");
}

QString PostgresRecorderSql::isInRange(const QString &expression) const
{
    return QStringLiteral("%1 ~>=~ ? AND %1 ~<~ ?").arg(expression);
}

QString PostgresRecorderSql::rewriters() const
{
    // What stands behind a view, a partition or a foreign table is not looked into. tgtype: 4 INSERT, 16
    // UPDATE.
    return QStringLiteral("SELECT 1 FROM pg_class AS c WHERE c.oid = CAST(to_regclass(?) AS oid) AND "
                          "(c.relkind <> 'r' OR c.relhasrules "
                          "OR c.relhassubclass OR EXISTS (SELECT 1 FROM pg_trigger AS t WHERE t.tgrelid = "
                          "c.oid AND NOT t.tgisinternal "
                          "AND t.tgenabled <> 'D' AND t.tgtype & 20 <> 0 AND NOT starts_with(CAST(t.tgname "
                          "AS text), 'address_desk_')))");
}

bool PostgresRecorderSql::isMalformedKey(const Error &error) const
{
    return error.nativeCode == u"22P02" || error.nativeCode == u"22003" || error.nativeCode == u"22021";
}

bool PostgresRecorderSql::isCollision(const Error &error) const
{
    return error.nativeCode == u"40001" || error.nativeCode == u"40P01" ||
           (isUniqueViolation(error) && error.detail.contains(u"events_stream_id_stream_version_key"));
}

bool PostgresRecorderSql::isUniqueViolation(const Error &error) const
{
    return error.nativeCode == uniqueViolation;
}

bool PostgresRecorderSql::isTokenReuse(const Error &error) const
{
    return isUniqueViolation(error) && error.detail.contains(u"events_token_used_once");
}

bool PostgresRecorderSql::canSaveInOneStatement() const
{
    return true;
}

} // namespace addressdesk
