#include "models/notice/MailContent.h"

#include <algorithm>

namespace addressdesk {

bool MailContent::hasLinks() const
{
    return mainLink ||
           std::any_of(changes.cbegin(), changes.cend(), [](const Change &change) { return change.link; });
}

bool MailContent::hasCodes() const
{
    return !mainCode.isEmpty() || std::any_of(changes.cbegin(), changes.cend(),
                                              [](const Change &change) { return !change.code.isEmpty(); });
}

} // namespace addressdesk
