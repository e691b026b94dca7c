#include "app/mail/RetryPauses.h"

#include "models/domain/OutgoingMail.h"

#include <algorithm>

namespace addressdesk::retryPauses {

std::optional<std::chrono::seconds> after(int attempts, const QDateTime &createdAt, const QDateTime &now)
{
    const std::chrono::seconds limit = mailPatience;
    const bool isOld = createdAt.isValid() && createdAt.secsTo(now) >= limit.count();
    // Time without a usable server is nobody's attempt: even an old mail gets a second one.
    if ((isOld && attempts > 1) || attempts >= mostAttempts)
        return std::nullopt;
    std::chrono::seconds pause = first;
    for (int attempt = 1; attempt < attempts && pause < longest; ++attempt)
        pause *= 2;
    return std::min<std::chrono::seconds>(pause, longest);
}

} // namespace addressdesk::retryPauses
