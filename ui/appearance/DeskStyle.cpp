#include "ui/appearance/DeskStyle.h"

#include <QPainter>
#include <QScopedValueRollback>

namespace addressdesk {

void DeskStyle::drawItemText(QPainter *painter, const QRect &rect, int flags, const QPalette &palette,
                             bool isEnabled, const QString &text, QPalette::ColorRole role) const
{
    constexpr int sides = Qt::AlignHorizontal_Mask;
    constexpr int directions = Qt::TextForceLeftToRight | Qt::TextForceRightToLeft;
    const Qt::LayoutDirection direction = painter->layoutDirection();
    if (direction == Qt::RightToLeft && !text.isRightToLeft() && (flags & directions) == 0) {
        if (!m_isPlaced) { // A text of that direction would stand on the other side.
            const auto side = visualAlignment(direction, Qt::Alignment(flags & sides));
            flags = (flags & ~sides) | static_cast<int>(side);
        }
        flags |= Qt::TextForceLeftToRight;
    }
    QProxyStyle::drawItemText(painter, rect, flags, palette, isEnabled, text, role);
}

void DeskStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                            const QWidget *widget) const
{
    // Qt places a button's text beside its icon from right to left, and then mirrors it once more.
    const QScopedValueRollback placing(m_isPlaced, element == CE_PushButtonLabel);
    QProxyStyle::drawControl(element, option, painter, widget);
}

int DeskStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                         QStyleHintReturn *returnData) const
{
    return hint == SH_DialogButtonBox_ButtonsHaveIcons
               ? 0
               : QProxyStyle::styleHint(hint, option, widget, returnData);
}

} // namespace addressdesk
