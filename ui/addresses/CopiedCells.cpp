#include "ui/addresses/CopiedCells.h"

#include <QItemSelectionRange>
#include <QTableView>

#include <algorithm>

namespace addressdesk {

QString copiedText(const QTableView &table, const QItemSelectionRange &range)
{
    constexpr int maximumRows = 1000;
    QStringList lines;
    for (int row = range.top(); row <= std::min(range.bottom(), range.top() + maximumRows - 1); ++row) {
        QStringList cells;
        for (int column = range.left(); column <= range.right(); ++column) {
            if (!table.isColumnHidden(column))
                cells.append(table.model()->index(row, column).data().toString());
        }
        lines.append(cells.join(u'\t'));
    }
    return lines.join(u'\n');
}

} // namespace addressdesk
