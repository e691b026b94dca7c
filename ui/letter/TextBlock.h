#pragma once

#include <QColor>
#include <QFont>
#include <QString>

#include <memory>
#include <vector>

class QPainter;
class QPointF;
class QTextLayout;

namespace addressdesk {

/// A piece of plain text broken into lines of a width; what is beyond its last line is cut with "…". In the
/// units of the font's pixel size, whatever device it is drawn on, so that a preview is what is printed.
class TextBlock final
{
public:
    struct Style
    {
        QFont font;
        QColor colour = Qt::black;
        int maximumLines = 0; ///< 0: any number.
        Qt::Alignment alignment = Qt::AlignLeft;
    };

    TextBlock(const QString &text, const Style &style, qreal width);
    TextBlock(TextBlock &&) noexcept;
    TextBlock &operator=(TextBlock &&) noexcept;
    ~TextBlock();

    [[nodiscard]] qreal height() const { return m_height; }
    [[nodiscard]] qreal naturalWidth() const { return m_naturalWidth; }
    [[nodiscard]] bool isCut() const { return m_isCut; }
    void draw(QPainter &painter, const QPointF &topLeft) const;

private:
    void addLayout(const QString &text, const Style &style, qreal width, int lines);

    std::vector<std::unique_ptr<QTextLayout>> m_layouts;
    QColor m_colour;
    qreal m_height = 0;
    qreal m_naturalWidth = 0;
    bool m_isCut = false;
};

} // namespace addressdesk
