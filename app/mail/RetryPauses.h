#pragma once

#include <QDateTime>

#include <chrono>
#include <optional>

namespace addressdesk::retryPauses {

constexpr std::chrono::minutes first{1};
constexpr std::chrono::hours longest{4};
/// After this time nobody needs the mail any more; RFC 5321, 4.5.4.1 asks for four to five days.
constexpr std::chrono::days patience{5};
/// No mail gets to so many attempts within `patience`: for rows whose time cannot be read.
constexpr int mostAttempts = 50;

/// How long to wait after a mail's attempt number `attempts` (from 1) failed: a minute, doubling up to four
/// hours. std::nullopt when it is to be given up, five days after `createdAt`.
[[nodiscard]] std::optional<std::chrono::seconds> after(int attempts, const QDateTime &createdAt,
                                                        const QDateTime &now);

} // namespace addressdesk::retryPauses
