#include "ui/history/HistoryView.h"

#include "ui/appearance/Appearance.h"
#include "ui/history/HistoryDelegate.h"

#include <QEvent>
#include <QMouseEvent>
#include <QResizeEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace addressdesk {

namespace {

/// Beyond this a list fills its panel anyway.
constexpr int enoughRows = 60;

} // namespace

HistoryView::HistoryView(QWidget *parent) : QListView(parent)
{
    setObjectName(QStringLiteral("historyView"));
    setAccessibleName(tr("History"));
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new HistoryDelegate(this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(QListView::Adjust);
    setContextMenuPolicy(Qt::CustomContextMenu);
    setTabKeyNavigation(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    applyGround();
}

void HistoryView::setModel(QAbstractItemModel *model)
{
    QListView::setModel(model);
    const auto update = [this] {
        updateGeometry();
    };
    connect(model, &QAbstractItemModel::modelReset, this, update);
    connect(model, &QAbstractItemModel::rowsInserted, this, update);
    connect(model, &QAbstractItemModel::rowsRemoved, this, update);
    connect(model, &QAbstractItemModel::dataChanged, this, update);
}

QSize HistoryView::sizeHint() const
{
    return {64 * appearance::step, contentHeight()};
}

QSize HistoryView::minimumSizeHint() const
{
    return {40 * appearance::step, m_isLow ? 0 : usualMinimumHeight()};
}

int HistoryView::usualMinimumHeight() const
{
    return std::min(contentHeight(), 3 * fontMetrics().lineSpacing());
}

int HistoryView::heightForAChange() const
{
    const int manyLines = 10 * fontMetrics().lineSpacing();
    return std::max(usualMinimumHeight(), std::min(sizeHintForIndex(currentIndex()).height(), manyLines));
}

int HistoryView::usualHeightForAChange() const
{
    return 7 * fontMetrics().lineSpacing();
}

void HistoryView::setLow(bool isLow)
{
    if (std::exchange(m_isLow, isLow) != isLow)
        updateGeometry();
}

void HistoryView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        scheduleDelayedItemsLayout();
}

void HistoryView::doItemsLayout()
{
    // QListView leaves the rows alone when a scroll bar comes or goes meanwhile, though they have another
    // width then, and wrap elsewhere.
    const int width = viewport()->width();
    QListView::doItemsLayout();
    if (viewport()->width() != width)
        QListView::doItemsLayout();
    keepNewestWhole();
}

void HistoryView::resizeEvent(QResizeEvent *event)
{
    const bool isLower = event->size().height() < event->oldSize().height();
    const bool wasSeen = QRect({0, 0}, event->oldSize()).contains(visualRect(currentIndex()).center());
    QListView::resizeEvent(event);
    // What is chosen and in sight stays so when less fits.
    if (isLower && wasSeen && currentIndex().isValid())
        scrollTo(currentIndex());
    if (event->oldSize().width() != event->size().width()) {
        scheduleDelayedItemsLayout(); // QListView does so for another height only.
        updateGeometry();
    }
    keepNewestWhole();
}

/// A click does not scroll by itself to a card that is cut.
void HistoryView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && indexAt(event->pos()) == currentIndex())
        reveal(currentIndex());
}

void HistoryView::keepNewestWhole()
{
    QScrollBar *bar = verticalScrollBar();
    const bool isElsewhere = bar->value() != 0 && bar->value() != m_ownScroll;
    if (!m_isChosenByDefault || currentIndex().row() != 1 || isElsewhere)
        return;
    const QRect newest = visualRect(currentIndex()).translated(0, bar->value());
    m_ownScroll = std::clamp(newest.bottom() + 1 - viewport()->height(), 0, newest.top());
    bar->setValue(m_ownScroll);
}

void HistoryView::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!m_isChosenByDefault)
        QListView::scrollTo(index, hint);
}

void HistoryView::beginAtTop()
{
    m_isChosenByDefault = true;
    scrollToTop();
}

void HistoryView::chooseByDefault(const QModelIndex &index)
{
    const QScopedValueRollback choosing(m_isChoosing, true);
    setCurrentIndex(index);
    scrollTo(index);
}

void HistoryView::reveal(const QModelIndex &index)
{
    m_isChosenByDefault = false;
    setCurrentIndex(index);
    scrollTo(index);
}

void HistoryView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    // A list that gets the focus without any choice makes the first one itself.
    if (!m_isChoosing && previous.isValid())
        m_isChosenByDefault = false;
    QListView::currentChanged(current, previous);
}

void HistoryView::applyGround()
{
    // Cards lie on the window's ground, as in a reader of messages.
    viewport()->setBackgroundRole(QPalette::Window);
    viewport()->setAutoFillBackground(true);
}

int HistoryView::contentHeight() const
{
    int height = 0;
    const int rows = model() ? std::min(model()->rowCount(), enoughRows) : 0;
    for (int row = 0; row < rows; ++row)
        height += sizeHintForRow(row);
    return height;
}

} // namespace addressdesk
