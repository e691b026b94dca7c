#pragma once

#include <QString>

class QItemSelectionRange;
class QTableView;

namespace addressdesk {

/// The shown columns of the selected rows as other programs paste them: tabs between cells, lines between
/// rows. Only so many rows as a person can mean.
[[nodiscard]] QString copiedText(const QTableView &table, const QItemSelectionRange &range);

} // namespace addressdesk
