#pragma once

#include <QString>

namespace addressdesk::wording {

/// What it means that a field is empty without which nobody finds an address: "City is empty: …".
[[nodiscard]] QString missingField(const QString &fieldTitle);

} // namespace addressdesk::wording
