#include "ui/addresses/ColumnsMenu.h"

#include "ui/appearance/Icons.h"
#include "ui/widgets/Mnemonics.h"

#include <QHeaderView>
#include <QTableView>

namespace addressdesk {

ColumnsMenu::ColumnsMenu(QTableView &table, QWidget *parent) : QMenu(parent), m_table(table)
{
    setObjectName(QStringLiteral("columnsMenu"));
    setTitle(tr("&Columns"));
    setIcon(icons::icon(QStringLiteral("columns")));
    connect(this, &QMenu::aboutToShow, this, &ColumnsMenu::rebuild);
    rebuild();
}

int ColumnsMenu::shownCount() const
{
    const QHeaderView *header = m_table.horizontalHeader();
    return header->count() - header->hiddenSectionCount();
}

void ColumnsMenu::rebuild()
{
    clear();
    QHeaderView *header = m_table.horizontalHeader();
    for (int column = 0; column < header->count(); ++column) {
        const QString title = m_table.model()->headerData(column, Qt::Horizontal).toString();
        QAction *action = addAction(mnemonics::literal(title));
        action->setCheckable(true);
        const bool isShown = !header->isSectionHidden(column);
        action->setChecked(isShown);
        action->setEnabled(!isShown || shownCount() > 1);
        connect(action, &QAction::toggled, this, [this, header, column](bool isWanted) {
            header->setSectionHidden(column, !isWanted);
            emit columnsChanged();
        });
    }
    addSeparator();
    connect(addAction(tr("Show &all columns")), &QAction::triggered, this, [this, header] {
        for (int column = 0; column < header->count(); ++column)
            header->setSectionHidden(column, false);
        emit columnsChanged();
    });
    connect(addAction(tr("&Fit columns to the window")), &QAction::triggered, this,
            &ColumnsMenu::fitRequested);
}

} // namespace addressdesk
