#pragma once

#include "models/domain/MailService.h"

namespace addressdesk::mailSettingsRules {

/// Why a text that was typed into the settings cannot be meant, as a sentence; empty when it can. An empty
/// text is always fine here: whether something is missing depends on the rest.
[[nodiscard]] QString whyNotMailAddress(const QString &text);
[[nodiscard]] QString whyNotPublicUrl(const QString &text);
[[nodiscard]] QString whyNotHost(const QString &text);

/// The host is this computer: what is sent there passes nobody.
[[nodiscard]] bool isThisComputer(const QString &host);

/// The port that goes with a kind of security.
[[nodiscard]] int usualPort(MailRoute::Security security);

} // namespace addressdesk::mailSettingsRules
