#include "ui/widgets/ColumnWidths.h"

#include "ui/appearance/Appearance.h"

#include <QApplication>
#include <QEvent>
#include <QHeaderView>
#include <QTableView>

#include <algorithm>
#include <utility>

namespace addressdesk {

ColumnWidths::ColumnWidths(QTableView *table) : QObject(table), m_table(table)
{
    table->viewport()->installEventFilter(this);
    connect(table->horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
        const bool isByHand = QApplication::mouseButtons() != Qt::NoButton;
        if (!m_isSharing && isByHand)
            m_isChosen = true;
    });
    // The sign of the order stands beside a title.
    connect(table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &ColumnWidths::share);
}

void ColumnWidths::setShares(const QList<int> &characters)
{
    m_characters = characters;
    share();
}

void ColumnWidths::setSamples(const QStringList &samples)
{
    m_samples = samples;
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
    QList<int> columns;
    for (int i = 0; i < header->count(); ++i) {
        if (!header->isSectionHidden(i))
            columns.append(i);
    }
    const QHash<int, int> widths = shared(columns);
    for (const int column : columns)
        header->resizeSection(column, widths.value(column));
    m_isSharing = false;
}

int ColumnWidths::least(int column) const
{
    const QHeaderView *header = m_table->horizontalHeader();
    const int title = std::max(header->minimumSectionSize(), header->sectionSizeHint(column));
    const QString sample = m_samples.value(column);
    constexpr int margins = 4 * appearance::step; // With room for a mark.
    return sample.isEmpty() ? title
                            : std::max(title, m_table->fontMetrics().horizontalAdvance(sample) + margins);
}

/// In proportion, but no title or sample is cut: what these take more, the others give.
QHash<int, int> ColumnWidths::shared(QList<int> columns) const
{
    QHash<int, int> widths;
    int left = m_table->viewport()->width();
    int shares = 0;
    for (const int column : std::as_const(columns))
        shares += m_characters[column];
    const auto takes = [&](int column, int width) {
        widths.insert(column, width);
        left -= width;
        shares -= m_characters[column];
    };
    for (bool isSettled = false; !isSettled;) {
        isSettled = true;
        for (const int column : QList<int>(columns)) {
            if (left * m_characters[column] / std::max(shares, 1) >= least(column))
                continue;
            takes(column, least(column));
            columns.removeOne(column);
            isSettled = false;
        }
    }
    // In reading order, so that the last one gets what rounding leaves.
    for (const int column : std::as_const(columns))
        takes(column, left * m_characters[column] / std::max(shares, 1));
    return widths;
}

} // namespace addressdesk
