#pragma once

#include "models/notice/MailContent.h"

namespace addressdesk {

/// The plain text of a mail. Lines end with a line feed; each link stands alone on its line.
[[nodiscard]] QString textBody(const MailContent &content);

} // namespace addressdesk
