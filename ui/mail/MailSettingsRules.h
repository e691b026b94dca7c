#pragma once

#include <QString>

namespace addressdesk::mailSettingsRules {

/// Why a text that was typed into the settings cannot be meant, as a sentence; empty when it can. An empty
/// text is always fine here: whether something is missing depends on the rest.
[[nodiscard]] QString whyNotMailAddress(const QString &text);
[[nodiscard]] QString whyNotPublicUrl(const QString &text);
[[nodiscard]] QString whyNotPhone(const QString &text);
[[nodiscard]] QString whyNotHost(const QString &text);

} // namespace addressdesk::mailSettingsRules
