#include "RawFirstRows.h"

#include <libpq-fe.h>

#include <string>
#include <vector>

namespace addressdesk {

qsizetype rawFirstRows::postgresql(const QString &conninfo)
{
    PGconn *connection = PQconnectdb(conninfo.toUtf8().constData());
    if (PQstatus(connection) != CONNECTION_OK)
        qFatal("raw PostgreSQL: %s", PQerrorMessage(connection));
    PGresult *result = PQexec(
        connection, "SELECT a.*, c.* FROM users AS c JOIN addresses AS a ON a.user_id = c.id"
                    " ORDER BY c.last_name NULLS FIRST, c.first_name NULLS FIRST, c.id, a.id LIMIT 200");
    if (PQresultStatus(result) != PGRES_TUPLES_OK)
        qFatal("raw PostgreSQL: %s", PQerrorMessage(connection));
    std::vector<std::string> values;
    for (int row = 0; row < PQntuples(result); ++row) {
        for (int column = 0; column < PQnfields(result); ++column)
            values.emplace_back(PQgetvalue(result, row, column));
    }
    PQclear(result);
    PQfinish(connection);
    qsizetype bytes = 0;
    for (const std::string &value : values)
        bytes += static_cast<qsizetype>(value.size());
    return bytes;
}

} // namespace addressdesk
