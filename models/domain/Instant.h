#pragma once

#include <QDateTime>

namespace addressdesk {

/// The instant that the database wrote as text: ISO 8601 in UTC, read to the millisecond. Invalid for any
/// other text, the empty one of what has not happened yet too.
[[nodiscard]] QDateTime instantOf(const QString &text);

} // namespace addressdesk
