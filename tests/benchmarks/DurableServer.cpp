#include "DurableServer.h"

#include "tests/support/TestPostgres.h"

namespace addressdesk {

void syncWrites(DatabaseUrl::Kind kind)
{
    if (kind != DatabaseUrl::Kind::Postgresql)
        return;
    TestPostgres *server = TestPostgres::instance();
    if (!server->run(QStringLiteral("postgres"), QStringLiteral("ALTER SYSTEM SET fsync = on")) ||
        !server->run(QStringLiteral("postgres"), QStringLiteral("SELECT pg_reload_conf()")))
        qFatal("fsync could not be switched on");
}

} // namespace addressdesk
