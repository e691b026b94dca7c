#pragma once

#include <QString>

namespace addressdesk::appearance {

/// The tooltip of a text that is shown as it is, whatever tags it holds; empty for none.
[[nodiscard]] QString plainToolTip(const QString &text);

} // namespace addressdesk::appearance
