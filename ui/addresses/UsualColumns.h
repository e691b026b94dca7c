#pragma once

#include "models/domain/SchemaMapping.h"

#include <QString>

/// What the columns of AddressTableModel usually hold, which their widths are made from.
namespace addressdesk::usualColumns {

/// How many of most values.
[[nodiscard]] int characters(int column, FieldKind kind);
/// A short value that loses what matters when its last letters are cut; empty where values may be cut.
[[nodiscard]] QString shortSample(FieldKind kind);

} // namespace addressdesk::usualColumns
