#include "ui/widgets/PlainTextDelegate.h"

#include "ui/appearance/PlainToolTip.h"
#include "ui/appearance/ReadingOrder.h"

#include <QAbstractItemView>
#include <QHelpEvent>
#include <QToolTip>

namespace addressdesk {

bool PlainTextDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
                                  const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip)
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QString text = index.data(Qt::ToolTipRole).toString();
    const QString shown = index.data().toString();
    const bool isCut = sizeHint(option, index).width() > view->visualRect(index).width();
    if (isCut && text != shown)
        text = text.isEmpty() ? shown : shown + u'\n' + text;
    QToolTip::showText(event->globalPos(), appearance::plainToolTip(text), view);
    return true;
}

void PlainTextDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->text = appearance::inOwnOrder(option->text, option->direction);
}

} // namespace addressdesk
