#include "ui/history/HistoryDelegate.h"

#include "models/items/HistoryModel.h"
#include "ui/appearance/Appearance.h"
#include "ui/appearance/PlainToolTip.h"
#include "ui/history/CardLayout.h"
#include "ui/history/CardPainter.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace addressdesk {

namespace {

bool isCurrent(const QModelIndex &index)
{
    return index.data(HistoryModel::IsCurrentRole).toBool();
}

} // namespace

void HistoryDelegate::setTitles(const QStringList &titles)
{
    m_heights.setTitles(titles);
}

void HistoryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given,
                            const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    CardPainter card(*painter, option, index);
    if (isCurrent(index))
        card.paintCurrent();
    else
        card.paintChange(CardLayout::of(option, index, m_heights.titles()));
    painter->restore();
}

QSize HistoryDelegate::sizeHint(const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    if (const auto *view = qobject_cast<const QAbstractItemView *>(option.widget))
        option.rect.setWidth(view->viewport()->width());
    const int height = isCurrent(index) ? option.fontMetrics.height() + 3 * appearance::step
                                        : m_heights.height(option, index);
    return {option.rect.width(), height};
}

bool HistoryDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    const QString text = index.data(Qt::ToolTipRole).toString();
    QToolTip::showText(event->globalPos(), appearance::plainToolTip(text), view);
    return true;
}

} // namespace addressdesk
