#include "models/storage/Dialect.h"

#include "models/storage/PostgresDialect.h"
#include "models/storage/SqliteDialect.h"

namespace addressdesk {

std::unique_ptr<Dialect> Dialect::of(DatabaseUrl::Kind kind)
{
    if (kind == DatabaseUrl::Kind::Postgresql)
        return std::make_unique<PostgresDialect>();
    return std::make_unique<SqliteDialect>();
}

QString Dialect::quoted(const QString &identifier) const
{
    QString escaped = identifier;
    escaped.replace(u'"', QStringLiteral("\"\""));
    return u'"' + escaped + u'"';
}

} // namespace addressdesk
