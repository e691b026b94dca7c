#include "models/storage/SqliteFunctions.h"

#include "models/storage/SearchFolding.h"

#include <sqlite3.h>

#include <cstring>
#include <string>
#include <string_view>

namespace addressdesk::sqliteFunctions {

namespace {

std::string_view textOf(sqlite3_value *value)
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_value_bytes(value)))
                 : std::string_view();
}

void matches(sqlite3_context *context, int count, sqlite3_value **arguments)
{
    thread_local std::string haystack; // Called for every row: its memory is kept.
    haystack.clear();
    for (int i = 1; i < count; ++i) {
        searchFolding::appendFolded(haystack, textOf(arguments[i]));
        haystack.push_back('\n');
    }
    const std::string_view word = textOf(arguments[0]);
    const bool isFound = memmem(haystack.data(), haystack.size(), word.data(), word.size()) != nullptr;
    sqlite3_result_int(context, isFound ? 1 : 0);
}

} // namespace

Done registerOn(sqlite3 *handle)
{
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
    const bool isRegistered = sqlite3_create_function_v2(handle, "desk_matches", -1, flags, nullptr, &matches,
                                                         nullptr, nullptr, nullptr) == SQLITE_OK;
    if (!isRegistered)
        return failure(ErrorCode::Internal, QString::fromUtf8(sqlite3_errmsg(handle)));
    return {};
}

} // namespace addressdesk::sqliteFunctions
