#pragma once

#include "ui/history/TextDifference.h"

#include <QColor>
#include <QFont>
#include <QRectF>

class QPainter;
class QTextLayout;

namespace addressdesk {

/// Text in which some letters are marked by weight, underline and colour, on a line or a few. Where it does
/// not fit it is elided so that the first marked letter stays visible.
class MarkedText final
{
public:
    MarkedText(QString text, QList<TextRun> marks, const QFont &font);

    void setColors(const QColor &text, const QColor &mark);

    [[nodiscard]] qreal width() const; ///< Of the whole text on one line.
    /// Which the whole text needs in this width, if that is not more than `most`.
    [[nodiscard]] int lineCount(qreal width, int most) const;

    /// Draws at the leading edge of `direction`, from the top, on as many lines as `rect` is high.
    void draw(QPainter *painter, const QRectF &rect, Qt::LayoutDirection direction) const;

    /// What is drawn in this room; exposed for tests.
    [[nodiscard]] QString elidedTo(qreal width, int lines = 1) const;

private:
    /// The part of the text that is drawn: [start, end), with an ellipsis where something is cut off.
    struct Window
    {
        qsizetype start = 0;
        qsizetype end = 0;
    };

    /// Where the text goes.
    struct Room
    {
        qreal width = 0;
        int lines = 1;
    };

    [[nodiscard]] Window visiblePart(const Room &room) const;
    [[nodiscard]] QString textOf(const Window &window) const;
    /// One that has one line does not wrap, whatever its width.
    void layOut(QTextLayout &layout, const Window &window, const Room &room) const;
    [[nodiscard]] bool fits(const Window &window, const Room &room) const;
    [[nodiscard]] qreal height() const; ///< Of a line.

    QString m_text;
    QList<TextRun> m_marks;
    QFont m_font;
    QColor m_textColor;
    QColor m_markColor;
};

} // namespace addressdesk
