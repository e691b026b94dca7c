#include "models/storage/DriverLink.h"

#include "models/storage/PostgresLink.h"
#include "models/storage/SqliteLink.h"

namespace addressdesk {

std::unique_ptr<DriverLink> DriverLink::of(DatabaseUrl::Kind kind)
{
    if (kind == DatabaseUrl::Kind::Postgresql)
        return std::make_unique<PostgresLink>();
    return std::make_unique<SqliteLink>();
}

} // namespace addressdesk
