#pragma once

#include "models/notice/MailContent.h"

namespace addressdesk {

/// The HTML of a mail, from the templates in resources/mail: needs nothing from outside, runs no script, and
/// follows a dark appearance.
[[nodiscard]] QString htmlBody(const MailContent &content);

} // namespace addressdesk
