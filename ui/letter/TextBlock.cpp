#include "ui/letter/TextBlock.h"

#include <QFontMetricsF>
#include <QPainter>
#include <QTextLayout>

#include <algorithm>

namespace addressdesk {

namespace {

constexpr qreal lineFactor = 1.26; ///< Of the font's size.
constexpr int anyNumber = 100'000;

} // namespace

TextBlock::TextBlock(const QString &text, const Style &style, qreal width) : m_colour(style.colour)
{
    if (text.isEmpty())
        return;
    addLayout(text, style, width, style.maximumLines > 0 ? style.maximumLines : anyNumber);
    const QTextLayout &whole = *m_layouts.front();
    const QTextLine last = whole.lineAt(whole.lineCount() - 1);
    const qsizetype shown = last.textStart() + last.textLength();
    if (shown >= text.size())
        return;
    m_isCut = true;
    const qsizetype lastStart = last.textStart();
    const QString rest = QFontMetricsF(style.font).elidedText(text.mid(lastStart), Qt::ElideRight, width);
    m_layouts.clear();
    m_height = 0;
    if (style.maximumLines > 1)
        addLayout(text.left(lastStart), style, width, style.maximumLines - 1);
    addLayout(rest, style, width, 1);
}

TextBlock::TextBlock(TextBlock &&) noexcept = default;
TextBlock &TextBlock::operator=(TextBlock &&) noexcept = default;
TextBlock::~TextBlock() = default;

void TextBlock::addLayout(const QString &text, const Style &style, qreal width, int lines)
{
    auto layout = std::make_unique<QTextLayout>(text, style.font);
    QTextOption option(style.alignment | Qt::AlignAbsolute);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    // The customer's language decides, not the desktop's.
    option.setTextDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    layout->setTextOption(option);
    layout->setCacheEnabled(true);
    const qreal step = lineFactor * style.font.pixelSize();
    layout->beginLayout();
    for (int i = 0; i < lines; ++i) {
        QTextLine line = layout->createLine();
        if (!line.isValid())
            break;
        line.setLineWidth(width);
        // Fonts that step in for missing letters must not push lines apart.
        line.setPosition({0, m_height + (step - line.ascent() - line.descent()) / 2});
        m_height += step;
        m_naturalWidth = std::max(m_naturalWidth, line.naturalTextWidth());
    }
    layout->endLayout();
    m_layouts.push_back(std::move(layout));
}

void TextBlock::draw(QPainter &painter, const QPointF &topLeft) const
{
    painter.setPen(m_colour);
    for (const auto &layout : m_layouts)
        layout->draw(&painter, topLeft);
}

} // namespace addressdesk
