#include "ui/history/MarkedLine.h"

#include <QPainter>
#include <QTextBoundaryFinder>
#include <QTextLayout>

#include <algorithm>

namespace addressdesk {

namespace {

constexpr QChar ellipsis(0x2026);
/// Letters left before the first mark where the beginning is cut off.
constexpr qsizetype lead = 4;

/// Line and paragraph separators in old rows must not make a second line.
QString singleLine(QString text)
{
    for (QChar &c : text) {
        if (c == QChar::LineFeed || c == QChar::CarriageReturn || c == QChar::LineSeparator ||
            c == QChar::ParagraphSeparator || c == QChar::Tabulation)
            c = QChar::Space;
    }
    return text;
}

QList<qsizetype> boundaries(const QString &text)
{
    QList<qsizetype> result{0};
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text);
    for (qsizetype end = finder.toNextBoundary(); end >= 0; end = finder.toNextBoundary()) {
        if (end > result.constLast())
            result.append(end);
    }
    return result;
}

} // namespace

MarkedLine::MarkedLine(QString text, QList<TextRun> marks, const QFont &font)
    : m_text(singleLine(std::move(text))), m_marks(std::move(marks)), m_font(font)
{
}

void MarkedLine::setColors(const QColor &text, const QColor &mark)
{
    m_textColor = text;
    m_markColor = mark;
}

qreal MarkedLine::width() const
{
    return widthOf({0, m_text.size()});
}

qreal MarkedLine::height() const
{
    return QFontMetricsF(m_font).height();
}

QString MarkedLine::elidedTo(qreal width) const
{
    return textOf(visiblePart(width));
}

void MarkedLine::draw(QPainter *painter, const QRectF &rect, Qt::LayoutDirection direction) const
{
    QTextLayout layout;
    layOut(layout, visiblePart(rect.width()));
    const qreal drawn = std::min(layout.lineAt(0).naturalTextWidth(), rect.width());
    const qreal x = direction == Qt::RightToLeft ? rect.right() - drawn : rect.left();
    painter->setPen(m_textColor);
    layout.draw(painter, QPointF(x, rect.top()));
}

MarkedLine::Window MarkedLine::visiblePart(qreal width) const
{
    Window window{0, m_text.size()};
    if (widthOf(window) <= width)
        return window;
    const QList<qsizetype> stops = boundaries(m_text);
    const auto lastFitting = [&](qsizetype start) {
        auto first = std::upper_bound(stops.cbegin(), stops.cend(), start);
        const auto tooWide = std::partition_point(first, stops.cend(), [&](qsizetype end) {
            return widthOf({start, end}) <= width;
        });
        return tooWide == first ? start : *std::prev(tooWide);
    };
    window.end = lastFitting(0);
    if (m_marks.isEmpty() || m_marks.constFirst().start < window.end)
        return window;

    // The first mark would be cut off: begin a little before it instead.
    const auto mark = std::lower_bound(stops.cbegin(), stops.cend(), m_marks.constFirst().start);
    window.start = *std::prev(mark, std::min<qsizetype>(lead, std::distance(stops.cbegin(), mark)));
    window.end = lastFitting(window.start);
    return window;
}

QString MarkedLine::textOf(const Window &window) const
{
    QString text = m_text.mid(window.start, window.end - window.start);
    if (window.start > 0)
        text.prepend(ellipsis);
    if (window.end < m_text.size())
        text.append(ellipsis);
    return text;
}

void MarkedLine::layOut(QTextLayout &layout, const Window &window) const
{
    layout.setText(textOf(window));
    layout.setFont(m_font);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    option.setTextDirection(m_text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(Qt::AlignLeft | Qt::AlignAbsolute);
    layout.setTextOption(option);

    const qsizetype shift = (window.start > 0 ? 1 : 0) - window.start;
    QList<QTextLayout::FormatRange> formats;
    for (const TextRun &mark : m_marks) {
        const qsizetype from = std::max(mark.start, window.start);
        const qsizetype to = std::min(mark.start + mark.length, window.end);
        if (from >= to)
            continue;
        QTextLayout::FormatRange range;
        range.start = static_cast<int>(from + shift);
        range.length = static_cast<int>(to - from);
        range.format.setFontWeight(QFont::Bold);
        range.format.setFontUnderline(true);
        if (m_markColor.isValid())
            range.format.setForeground(m_markColor);
        formats.append(range);
    }
    layout.setFormats(formats);
    layout.beginLayout();
    layout.createLine().setLineWidth(1e6);
    layout.endLayout();
}

qreal MarkedLine::widthOf(const Window &window) const
{
    QTextLayout layout;
    layOut(layout, window);
    return layout.lineAt(0).naturalTextWidth();
}

} // namespace addressdesk
