#pragma once

#include <QDateTime>

#include <chrono>
#include <optional>

namespace addressdesk::retryPauses {

constexpr std::chrono::minutes first{1};
constexpr std::chrono::hours longest{4};
/// No mail gets to so many attempts within mailPatience: for rows whose time cannot be read.
constexpr int mostAttempts = 50;

/// How long to wait after a mail's attempt number `attempts` (from 1) failed: a minute, doubling up to four
/// hours. std::nullopt when it is to be given up, mailPatience after `createdAt`.
[[nodiscard]] std::optional<std::chrono::seconds> after(int attempts, const QDateTime &createdAt,
                                                        const QDateTime &now);

} // namespace addressdesk::retryPauses
