#pragma once

namespace addressdesk {

/// What the program tells the shell.
enum class ExitStatus {
    Success = 0,
    Refused = 1, ///< The reason is told; nothing was written.
    WrongUsage = 2,
    Unavailable = 3 ///< The database cannot be used.
};

} // namespace addressdesk
