#pragma once

#include <QStringList>

namespace addressdesk::wording {

/// What it means that a field is empty without which nobody finds an address: "City is empty: …".
[[nodiscard]] QString missingField(const QString &fieldTitle);
/// The same of one or more fields, in one sentence.
[[nodiscard]] QString missingFields(const QStringList &fieldTitles);

} // namespace addressdesk::wording
