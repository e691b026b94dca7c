#include "ui/history/MarkedText.h"

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

MarkedText::MarkedText(QString text, QList<TextRun> marks, const QFont &font)
    : m_text(singleLine(std::move(text))), m_marks(std::move(marks)), m_font(font)
{
}

void MarkedText::setColors(const QColor &text, const QColor &mark)
{
    m_textColor = text;
    m_markColor = mark;
}

qreal MarkedText::width() const
{
    QTextLayout layout;
    layOut(layout, {0, m_text.size()}, {});
    return layout.lineAt(0).naturalTextWidth();
}

int MarkedText::lineCount(qreal width, int most) const
{
    for (int lines = 1; lines < most; ++lines) {
        if (fits({0, m_text.size()}, {width, lines}))
            return lines;
    }
    return most;
}

qreal MarkedText::height() const
{
    return QFontMetricsF(m_font).height();
}

QString MarkedText::elidedTo(qreal width, int lines) const
{
    return textOf(visiblePart({width, lines}));
}

void MarkedText::draw(QPainter *painter, const QRectF &rect, Qt::LayoutDirection direction) const
{
    const Room room{rect.width(), std::max(1, static_cast<int>(rect.height() / height()))};
    QTextLayout layout;
    layOut(layout, visiblePart(room), room);
    painter->setPen(m_textColor);
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        const qreal drawn = std::min(line.naturalTextWidth(), rect.width());
        const qreal x = direction == Qt::RightToLeft ? rect.right() - drawn : rect.left();
        line.draw(painter, QPointF(x, rect.top() + i * height()));
    }
}

MarkedText::Window MarkedText::visiblePart(const Room &room) const
{
    Window window{0, m_text.size()};
    if (fits(window, room))
        return window;
    const QList<qsizetype> stops = boundaries(m_text);
    const auto lastFitting = [&](qsizetype start) {
        auto first = std::upper_bound(stops.cbegin(), stops.cend(), start);
        const auto tooLong = std::partition_point(first, stops.cend(), [&](qsizetype end) {
            return fits({start, end}, room);
        });
        return tooLong == first ? start : *std::prev(tooLong);
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

QString MarkedText::textOf(const Window &window) const
{
    QString text = m_text.mid(window.start, window.end - window.start);
    if (window.start > 0)
        text.prepend(ellipsis);
    if (window.end < m_text.size())
        text.append(ellipsis);
    return text;
}

void MarkedText::layOut(QTextLayout &layout, const Window &window, const Room &room) const
{
    layout.setText(textOf(window));
    layout.setFont(m_font);
    QTextOption option;
    option.setWrapMode(room.lines > 1 ? QTextOption::WrapAtWordBoundaryOrAnywhere : QTextOption::NoWrap);
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
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine())
        line.setLineWidth(room.lines > 1 ? room.width : 1e6);
    layout.endLayout();
}

bool MarkedText::fits(const Window &window, const Room &room) const
{
    QTextLayout layout;
    layOut(layout, window, room);
    return room.lines > 1 ? layout.lineCount() <= room.lines
                          : layout.lineAt(0).naturalTextWidth() <= room.width;
}

} // namespace addressdesk
