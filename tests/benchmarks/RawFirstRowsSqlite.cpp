#include "RawFirstRows.h"

#include <sqlite3.h>

#include <string>
#include <vector>

namespace addressdesk {

qsizetype rawFirstRows::sqlite(const QString &file)
{
    sqlite3 *db = nullptr;
    sqlite3_stmt *statement = nullptr;
    constexpr auto sql = "SELECT a.*, c.* FROM users AS c JOIN addresses AS a ON a.user_id = c.id ORDER BY "
                         "c.last_name COLLATE NOCASE,"
                         " c.first_name COLLATE NOCASE, c.id, a.id LIMIT 200";
    if (sqlite3_open(file.toUtf8().constData(), &db) != SQLITE_OK ||
        sqlite3_prepare_v2(db, sql, -1, &statement, nullptr) != SQLITE_OK)
        qFatal("raw SQLite: %s", sqlite3_errmsg(db));
    std::vector<std::string> values;
    int code = SQLITE_DONE;
    while ((code = sqlite3_step(statement)) == SQLITE_ROW) {
        for (int column = 0; column < sqlite3_column_count(statement); ++column) {
            const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, column));
            values.emplace_back(text ? text : "");
        }
    }
    if (code != SQLITE_DONE)
        qFatal("raw SQLite: %s", sqlite3_errmsg(db));
    sqlite3_finalize(statement);
    sqlite3_close(db);
    qsizetype bytes = 0;
    for (const std::string &value : values)
        bytes += static_cast<qsizetype>(value.size());
    return bytes;
}

} // namespace addressdesk
