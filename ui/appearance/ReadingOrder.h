#pragma once

#include <QString>

#include <Qt>

namespace addressdesk::appearance {

/// A text as it has to be drawn on a line that runs in `direction`: where it runs the other way itself, it
/// keeps its own order, also once it is cut. Without that "anna@example.com" ends with its "…" in front.
[[nodiscard]] QString inOwnOrder(const QString &text, Qt::LayoutDirection direction);

/// Where a text stands in a field on whose leading side its caption stands, whatever its own direction: by
/// itself QLineEdit goes by the letters.
[[nodiscard]] Qt::Alignment leadingSide(Qt::LayoutDirection direction);

} // namespace addressdesk::appearance
