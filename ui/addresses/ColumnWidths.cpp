#include "ui/addresses/ColumnWidths.h"

#include "ui/appearance/Appearance.h"

#include <QApplication>
#include <QEvent>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>

namespace addressdesk {

ColumnWidths::ColumnWidths(QTableView *table) : QObject(table), m_table(table)
{
    table->viewport()->installEventFilter(this);
    connect(table->horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
        const bool isByHand = QApplication::mouseButtons() != Qt::NoButton;
        if (!m_isSharing && isByHand)
            m_isChosen = true;
    });
}

void ColumnWidths::setShares(const QList<int> &characters)
{
    m_characters = characters;
    share();
}

void ColumnWidths::fit()
{
    m_isChosen = false;
    share();
}

bool ColumnWidths::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        share();
    return QObject::eventFilter(watched, event);
}

void ColumnWidths::share()
{
    QHeaderView *header = m_table->horizontalHeader();
    if (m_isChosen || m_isSharing || header->count() != m_characters.size())
        return;
    m_isSharing = true;
    int shares = 0;
    for (int i = 0; i < header->count(); ++i)
        shares += header->isSectionHidden(i) ? 0 : m_characters[i];
    int left = m_table->viewport()->width();
    const int total = left;
    int last = -1;
    for (int i = 0; i < header->count(); ++i) {
        if (header->isSectionHidden(i))
            continue;
        const int width =
            std::max(header->minimumSectionSize(), total * m_characters[i] / std::max(shares, 1));
        header->resizeSection(i, width);
        left -= width;
        last = i;
    }
    if (last >= 0 && left > 0)
        header->resizeSection(last, header->sectionSize(last) + left);
    m_isSharing = false;
}

} // namespace addressdesk
