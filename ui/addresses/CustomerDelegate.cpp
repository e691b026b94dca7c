#include "ui/addresses/CustomerDelegate.h"

#include "models/items/CustomerListModel.h"
#include "ui/appearance/Appearance.h"
#include "ui/appearance/ReadingOrder.h"

#include <QPainter>

#include <algorithm>

namespace addressdesk {

QSize CustomerDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {PlainTextDelegate::sizeHint(option, index).width(),
            option.fontMetrics.height() + 2 * appearance::step};
}

void CustomerDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option,
                             const QModelIndex &index) const
{
    const QString email = index.data(CustomerListModel::EmailRole).toString();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    PlainTextDelegate::paint(painter, option, index);
    if (email == index.data().toString())
        return;
    const int nameWidth =
        option.fontMetrics.horizontalAdvance(index.data().toString()) + 4 * appearance::step;
    QRect room = option.rect.adjusted(2 * appearance::step, 0, -2 * appearance::step, 0);
    const int width = std::max(0, room.width() - nameWidth);
    room = QStyle::alignedRect(option.direction, Qt::AlignRight | Qt::AlignVCenter, {width, room.height()},
                               room);
    painter->save();
    painter->setPen(isSelected ? option.palette.color(QPalette::HighlightedText)
                               : appearance::quietText(option.palette));
    const QString shown = option.fontMetrics.elidedText(email, Qt::ElideMiddle, width);
    painter->drawText(
        room, static_cast<int>(QStyle::visualAlignment(option.direction, Qt::AlignRight | Qt::AlignVCenter)),
        appearance::inOwnOrder(shown, option.direction));
    painter->restore();
}

} // namespace addressdesk
