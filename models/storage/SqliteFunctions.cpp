#include "models/storage/SqliteFunctions.h"

#include "models/storage/SearchFolding.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>
#include <string>
#include <string_view>

namespace addressdesk::sqliteFunctions {

namespace {

std::string_view textOf(sqlite3_value *value)
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return bytes ? std::string_view(bytes, static_cast<std::size_t>(sqlite3_value_bytes(value))) : std::string_view();
}

void fold(sqlite3_context *context, int, sqlite3_value **arguments)
{
    if (sqlite3_value_type(arguments[0]) == SQLITE_NULL) {
        sqlite3_result_null(context);
        return;
    }
    std::string folded;
    searchFolding::appendFolded(folded, textOf(arguments[0]));
    sqlite3_result_text64(context, folded.data(), folded.size(), SQLITE_TRANSIENT, SQLITE_UTF8);
}

void matches(sqlite3_context *context, int count, sqlite3_value **arguments)
{
    thread_local std::string haystack; // Called for every row: its memory is kept.
    haystack.clear();
    for (int i = 1; i < count; ++i) {
        searchFolding::appendFolded(haystack, textOf(arguments[i]));
        haystack.push_back('\n');
    }
    std::string_view words = textOf(arguments[0]);
    bool hasAll = true;
    while (hasAll && !words.empty()) {
        const std::size_t end = std::min(words.find('\x1f'), words.size());
        const std::string_view word = words.substr(0, end);
        hasAll = memmem(haystack.data(), haystack.size(), word.data(), word.size()) != nullptr;
        words.remove_prefix(std::min(end + 1, words.size()));
    }
    sqlite3_result_int(context, hasAll ? 1 : 0);
}

} // namespace

Done registerOn(sqlite3 *handle)
{
    constexpr int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
    const bool isRegistered =
        sqlite3_create_function_v2(handle, "desk_fold", 1, flags, nullptr, &fold, nullptr, nullptr, nullptr) == SQLITE_OK
        && sqlite3_create_function_v2(handle, "desk_matches", -1, flags, nullptr, &matches, nullptr, nullptr, nullptr)
            == SQLITE_OK;
    if (!isRegistered)
        return failure(ErrorCode::Internal, QString::fromUtf8(sqlite3_errmsg(handle)));
    return {};
}

} // namespace addressdesk::sqliteFunctions
