#include "ui/addresses/SortMenu.h"

#include "ui/widgets/Mnemonics.h"

#include <QActionGroup>
#include <QHeaderView>
#include <QTableView>

namespace addressdesk {

SortMenu::SortMenu(QTableView &table, QWidget *parent) : QMenu(parent), m_table(table)
{
    setObjectName(QStringLiteral("sortMenu"));
    setTitle(tr("&Sort by"));
    connect(this, &QMenu::aboutToShow, this, &SortMenu::rebuild);
    rebuild();
}

void SortMenu::rebuild()
{
    clear();
    const QHeaderView *header = m_table.horizontalHeader();
    auto *columns = new QActionGroup(this);
    for (int column = 0; column < header->count(); ++column) {
        const QString title = m_table.model()->headerData(column, Qt::Horizontal).toString();
        QAction *action = addAction(mnemonics::literal(title));
        action->setCheckable(true);
        action->setChecked(column == header->sortIndicatorSection());
        columns->addAction(action);
        connect(action, &QAction::triggered, this, [this, column] {
            m_table.sortByColumn(column, m_table.horizontalHeader()->sortIndicatorOrder());
        });
    }
    addSeparator();
    addOrder(tr("&Ascending"), Qt::AscendingOrder);
    addOrder(tr("&Descending"), Qt::DescendingOrder);
}

void SortMenu::addOrder(const QString &text, Qt::SortOrder order)
{
    const QHeaderView *header = m_table.horizontalHeader();
    QAction *action = addAction(text);
    action->setCheckable(true);
    action->setChecked(header->sortIndicatorOrder() == order);
    connect(action, &QAction::triggered, this, [this, order] {
        m_table.sortByColumn(m_table.horizontalHeader()->sortIndicatorSection(), order);
    });
}

} // namespace addressdesk
