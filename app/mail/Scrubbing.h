#pragma once

#include "models/domain/OutgoingMail.h"

namespace addressdesk {

/// A server's words for a log or an operator: on one line, at most 300 characters, without the recipient,
/// anything else that looks like an e-mail address, or the password.
[[nodiscard]] QString scrubbed(const QString &words, const MailMessage &message, const QString &password);

} // namespace addressdesk
