#include "models/storage/RecorderSql.h"

#include "models/storage/PostgresRecorderSql.h"
#include "models/storage/SqliteRecorderSql.h"

namespace addressdesk {

std::unique_ptr<RecorderSql> RecorderSql::of(DatabaseUrl::Kind kind)
{
    if (kind == DatabaseUrl::Kind::Postgresql)
        return std::make_unique<PostgresRecorderSql>();
    return std::make_unique<SqliteRecorderSql>();
}

} // namespace addressdesk
