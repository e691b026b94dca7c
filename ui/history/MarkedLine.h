#pragma once

#include "ui/history/TextDifference.h"

#include <QColor>
#include <QFont>
#include <QRectF>

class QPainter;
class QTextLayout;

namespace addressdesk {

/// One line of text in which some letters are marked by weight, underline and colour. Where it does not fit
/// it is elided so that the first marked letter stays visible.
class MarkedLine final
{
public:
    MarkedLine(QString text, QList<TextRun> marks, const QFont &font);

    void setColors(const QColor &text, const QColor &mark);

    [[nodiscard]] qreal width() const; ///< Of the whole text.
    [[nodiscard]] qreal height() const;
    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }

    /// Draws at the leading edge of `direction`, vertically from the top.
    void draw(QPainter *painter, const QRectF &rect, Qt::LayoutDirection direction) const;

    /// What is drawn into this width; exposed for tests.
    [[nodiscard]] QString elidedTo(qreal width) const;

private:
    /// The part of the text that is drawn: [start, end), with an ellipsis where something is cut off.
    struct Window
    {
        qsizetype start = 0;
        qsizetype end = 0;
    };

    [[nodiscard]] Window visiblePart(qreal width) const;
    [[nodiscard]] QString textOf(const Window &window) const;
    void layOut(QTextLayout &layout, const Window &window) const;
    [[nodiscard]] qreal widthOf(const Window &window) const;

    QString m_text;
    QList<TextRun> m_marks;
    QFont m_font;
    QColor m_textColor;
    QColor m_markColor;
};

} // namespace addressdesk
