#include "ui/addresses/ColumnsMenu.h"

#include "ui/addresses/AddressGrid.h"
#include "ui/appearance/Icons.h"
#include "ui/widgets/ColumnWidths.h"
#include "ui/widgets/Mnemonics.h"

#include <QHeaderView>

namespace addressdesk {

ColumnsMenu::ColumnsMenu(AddressGrid &grid, QWidget *parent) : QMenu(parent), m_grid(grid)
{
    setObjectName(QStringLiteral("columnsMenu"));
    setTitle(tr("&Columns"));
    setIcon(icons::icon(QStringLiteral("columns")));
    connect(this, &QMenu::aboutToShow, this, &ColumnsMenu::rebuild);
    const QHeaderView *header = m_grid.horizontalHeader();
    connect(header, &QWidget::customContextMenuRequested, this,
            [this, header](const QPoint &place) { popup(header->mapToGlobal(place)); });
    rebuild();
}

int ColumnsMenu::shownCount() const
{
    const QHeaderView *header = m_grid.horizontalHeader();
    return header->count() - header->hiddenSectionCount();
}

void ColumnsMenu::rebuild()
{
    clear();
    QHeaderView *header = m_grid.horizontalHeader();
    for (int column = 0; column < header->count(); ++column) {
        const QString title = m_grid.model()->headerData(column, Qt::Horizontal).toString();
        QAction *action = addAction(mnemonics::literal(title));
        action->setCheckable(true);
        const bool isShown = !header->isSectionHidden(column);
        action->setChecked(isShown);
        action->setEnabled(!isShown || shownCount() > 1);
        connect(action, &QAction::toggled, this, [this, header, column](bool isWanted) {
            header->setSectionHidden(column, !isWanted);
            fitUnchosen();
        });
    }
    addSeparator();
    connect(addAction(tr("Show &all columns")), &QAction::triggered, this, [this, header] {
        for (int column = 0; column < header->count(); ++column)
            header->setSectionHidden(column, false);
        fitUnchosen();
    });
    connect(addAction(tr("&Fit columns to the window")), &QAction::triggered, this,
            [this] { m_grid.columnWidths().fit(); });
}

void ColumnsMenu::fitUnchosen()
{
    if (!m_grid.columnWidths().isChosen())
        m_grid.columnWidths().fit();
}

} // namespace addressdesk
