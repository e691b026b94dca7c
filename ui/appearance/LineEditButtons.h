#pragma once

#include <QString>

class QLineEdit;

namespace addressdesk::appearance {

/// An icon at the beginning of a field in which something is looked for, and a button at its end that empties
/// it; both have names for screen readers, and pressing the icon goes to the field.
void addFindButtons(QLineEdit &edit, const QString &iconName);

} // namespace addressdesk::appearance
