#include "ui/appearance/WrappedLines.h"

#include <QPainter>
#include <QStyle>
#include <QTextLayout>

#include <algorithm>
#include <cmath>

namespace addressdesk::wrappedLines {

namespace {

/// The height that it takes.
qreal layOut(QTextLayout &layout, int width, Qt::LayoutDirection direction)
{
    const QString text = layout.text();
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    // Each text in its own order, all of them on the window's side.
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(QStyle::visualAlignment(direction, Qt::AlignLeft) | Qt::AlignAbsolute);
    layout.setTextOption(option);
    qreal height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(width, 1));
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    return height;
}

} // namespace

int height(const QFont &font, const QString &text, int width)
{
    QTextLayout layout(text, font);
    return static_cast<int>(std::ceil(layOut(layout, width, Qt::LeftToRight)));
}

void draw(QPainter *painter, const QRect &rect, const QString &text, Qt::LayoutDirection direction)
{
    QTextLayout layout(text, painter->font());
    layOut(layout, rect.width(), direction);
    layout.draw(painter, rect.topLeft());
}

} // namespace addressdesk::wrappedLines
