#pragma once

#include "app/mail/MailComposer.h"

#include <optional>

namespace addressdesk::storedMail {

/// The text and HTML of a mail that FolderTransport wrote, read back; its subject is left empty. Reads what
/// MimeMessage writes, not every mail: std::nullopt for anything else.
[[nodiscard]] std::optional<MailBodies> read(const QByteArray &eml);

} // namespace addressdesk::storedMail
