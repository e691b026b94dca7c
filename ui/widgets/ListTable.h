#pragma once

#include <QList>
#include <QString>

class QAbstractItemModel;
class QTableView;

namespace addressdesk::listTable {

/// Makes `table` a list of `model`: one whole row is chosen, cells show plain text, and the columns share the
/// width as ColumnWidths::setShares() says.
void setUp(QTableView &table, QAbstractItemModel &model, const QList<int> &shares);

} // namespace addressdesk::listTable
