#include "ui/appearance/ReadingOrder.h"

#include "models/wording/Isolation.h"

namespace addressdesk::appearance {

QString inOwnOrder(const QString &text, Qt::LayoutDirection direction)
{
    const bool isAgainst = text.isRightToLeft() != (direction == Qt::RightToLeft);
    return isAgainst && !text.isEmpty() ? wording::isolated(text) : text;
}

Qt::Alignment leadingSide(Qt::LayoutDirection direction)
{
    return (direction == Qt::RightToLeft ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute;
}

} // namespace addressdesk::appearance
