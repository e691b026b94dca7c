#include "ui/widgets/ListTable.h"

#include "ui/appearance/Appearance.h"
#include "ui/widgets/ColumnWidths.h"
#include "ui/widgets/PlainTextDelegate.h"

#include <QHeaderView>
#include <QTableView>

namespace addressdesk::listTable {

void setUp(QTableView &table, QAbstractItemModel &model, const QList<int> &shares)
{
    table.setModel(&model);
    table.setItemDelegate(new PlainTextDelegate(&table));
    table.setSelectionBehavior(QAbstractItemView::SelectRows);
    table.setSelectionMode(QAbstractItemView::SingleSelection);
    table.setShowGrid(false);
    table.setAlternatingRowColors(true);
    table.setWordWrap(false);
    table.setTabKeyNavigation(false);
    table.verticalHeader()->hide();
    table.verticalHeader()->setDefaultSectionSize(table.fontMetrics().height() + 2 * appearance::step + 2);
    table.horizontalHeader()->setHighlightSections(false);
    table.horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    auto *widths = new ColumnWidths(&table);
    widths->setShares(shares);
}

} // namespace addressdesk::listTable
