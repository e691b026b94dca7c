#pragma once

#include <QIcon>

namespace addressdesk::icons {

/// The icon ":/icons/NAME.svg", drawn in the palette's colours at the moment of painting, so that it follows
/// light, dark, disabled and selected. Arrows back and forth are mirrored in right-to-left windows. An
/// unknown name gives an empty icon.
[[nodiscard]] QIcon icon(const QString &name);

/// The coloured icon of the program, for windows and the About dialog.
[[nodiscard]] QIcon applicationIcon();

} // namespace addressdesk::icons
