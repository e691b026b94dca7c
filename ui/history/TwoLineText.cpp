#include "ui/history/TwoLineText.h"

#include "ui/appearance/ReadingOrder.h"

#include <QFontMetrics>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace addressdesk::twoLineText {

namespace {

/// The painter turns it round in right-to-left windows.
constexpr int leading = Qt::AlignLeft;

/// How much of a text stands on its first line.
qsizetype firstLineLength(const QFont &font, const QString &text, int width)
{
    QTextLayout layout(text, font);
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    line.setLineWidth(width);
    layout.endLayout();
    return line.textLength();
}

} // namespace

int height(const QFont &font, const QString &text, int width)
{
    const QFontMetrics metrics(font);
    const int whole = metrics.boundingRect(QRect(0, 0, width, 10000), Qt::TextWordWrap, text).height();
    return std::min(whole, 2 * metrics.lineSpacing());
}

void draw(QPainter *painter, const QRect &rect, const QFont &font, const QString &text)
{
    const QFontMetrics metrics(font);
    painter->setFont(font);
    const bool isOneLine = rect.height() < 2 * metrics.lineSpacing();
    const qsizetype end = isOneLine ? 0 : firstLineLength(font, text, rect.width());
    QRect line = rect;
    if (end > 0) {
        painter->drawText(line, leading | Qt::AlignTop,
                          appearance::inOwnOrder(text.left(end).trimmed(), painter->layoutDirection()));
        line.setTop(line.top() + metrics.lineSpacing());
    }
    // The last line takes what is left of the text, or as much as fits.
    painter->drawText(line, leading | Qt::AlignTop,
                      appearance::inOwnOrder(metrics.elidedText(text.mid(end), Qt::ElideRight, line.width()),
                                             painter->layoutDirection()));
}

} // namespace addressdesk::twoLineText
