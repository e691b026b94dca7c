#include "ui/letter/LetterBody.h"

#include "ui/letter/LetterFonts.h"

#include <QCoreApplication>
#include <QPainter>

#include <algorithm>

namespace addressdesk {

namespace {

using letterFonts::unitsPerMillimetre;

const QColor quietInk(0x55, 0x55, 0x55);
const QColor ruleInk(0xB0, 0xB0, 0xB0);

constexpr char moreFields[] =
    QT_TRANSLATE_N_NOOP("Mail", "%n more field(s) changed; our customer service can tell you.");

constexpr qreal mm(qreal millimetres)
{
    return millimetres * unitsPerMillimetre;
}

/// From comfortable to what fits whatever the values are.
const std::vector<LetterFit> &knownFits()
{
    static const std::vector<LetterFit> list{
        {10.5, 0, 0}, {10, 0, 0},  {9.5, 0, 0}, {9, 0, 0},   {8.5, 0, 0}, {8.5, 6, 0},
        {8.5, 4, 0},  {8.5, 3, 0}, {8, 3, 0},   {8, 2, 0},   {8, 1, 0},   {7.5, 1, 0},
        {7.5, 1, 12}, {7.5, 1, 8}, {7.5, 1, 4}, {7.5, 1, 2}, {7, 1, 1}};
    return list;
}

} // namespace

/// Where the columns begin and how wide they are; a column without width is not there.
struct LetterBody::Table
{
    qreal gutter = mm(4);
    qreal titleWidth = 0;
    qreal beforeWidth = 0;
    qreal afterWidth = 0;
    qreal codeWidth = 0;
    qreal left = 0;

    [[nodiscard]] qreal beforeLeft() const { return left + titleWidth + gutter; }
    [[nodiscard]] qreal afterLeft() const
    {
        return beforeWidth > 0 ? beforeLeft() + beforeWidth + gutter : beforeLeft();
    }
    [[nodiscard]] qreal codeLeft() const { return afterLeft() + afterWidth + gutter; }
};

LetterBody LetterBody::fitted(const MailContent &content, const QRectF &area)
{
    for (const LetterFit &fit : knownFits()) {
        LetterBody body(content, area, fit);
        if (body.fits())
            return body;
    }
    return {content, area, knownFits().back()};
}

LetterBody::LetterBody(const MailContent &content, const QRectF &area, const LetterFit &fit)
    : m_area(area), m_fit(fit), m_y(area.top())
{
    addFootnote(content.footnote);
    TextBlock::Style title = style(1.35, true);
    title.maximumLines = 2;
    paragraph(content.title, title);
    TextBlock::Style greeting = style();
    greeting.maximumLines = 2;
    paragraph(content.greeting, greeting);
    for (const QString &text : content.opening)
        paragraph(text, style());
    addFacts(content);
    addChanges(content);
    addClosing(content);
}

TextBlock::Style LetterBody::style(qreal factor, bool isBold) const
{
    return {letterFonts::text(factor * m_fit.points, isBold)};
}

TextBlock::Style LetterBody::quietStyle(qreal factor) const
{
    TextBlock::Style quiet = style(factor);
    quiet.colour = quietInk;
    return quiet;
}

TextBlock::Style LetterBody::valueStyle(const MailValue &value, bool isBold) const
{
    TextBlock::Style chosen = style(1, isBold && !value.isWord);
    chosen.maximumLines = m_fit.valueLines;
    if (value.isWord) {
        chosen.font.setItalic(true);
        chosen.colour = quietInk;
    }
    return chosen;
}

TextBlock::Style LetterBody::codeStyle(qreal factor) const
{
    return {letterFonts::code(factor * m_fit.points, true)};
}

qreal LetterBody::gap(qreal factor) const
{
    return factor * 0.75 * m_fit.points * letterFonts::unitsPerPoint;
}

qreal LetterBody::place(const QString &text, const TextBlock::Style &style, qreal x, qreal width)
{
    TextBlock block(text, style, width);
    const qreal height = block.height();
    m_items.push_back({std::move(block), {x, m_y}});
    return height;
}

void LetterBody::paragraph(const QString &text, const TextBlock::Style &style)
{
    if (!text.isEmpty())
        m_y += place(text, style, m_area.left(), m_area.width()) + gap();
}

void LetterBody::rule()
{
    m_rules.append({m_area.left(), m_y, m_area.width(), mm(0.15)});
}

void LetterBody::addFootnote(const QString &text)
{
    TextBlock block(text, quietStyle(0.78), m_area.width());
    m_area.setBottom(m_area.bottom() - block.height());
    m_items.push_back({std::move(block), m_area.bottomLeft()});
    m_area.setBottom(m_area.bottom() - gap());
}

void LetterBody::addFacts(const MailContent &content)
{
    qreal width = 0;
    for (const MailContent::Fact &fact : content.facts)
        width = std::max(width, TextBlock(fact.title, quietStyle(1), mm(60)).naturalWidth());
    if (!content.mainCode.isEmpty())
        width = std::max(width, TextBlock(content.codeTitle, quietStyle(1), mm(60)).naturalWidth());
    const qreal valueLeft = m_area.left() + width + mm(5);
    const qreal valueWidth = m_area.right() - valueLeft;
    for (const MailContent::Fact &fact : content.facts) {
        place(fact.title, quietStyle(1), m_area.left(), width + mm(1));
        TextBlock::Style value = style();
        value.maximumLines = m_fit.valueLines;
        m_y += place(fact.value.text, value, valueLeft, valueWidth) + gap(0.2);
    }
    if (!content.mainCode.isEmpty()) {
        place(content.codeTitle, quietStyle(1), m_area.left(), width + mm(1));
        m_y += place(content.mainCode, codeStyle(), valueLeft, valueWidth);
    }
    m_y += gap();
}

void LetterBody::addChanges(const MailContent &content)
{
    if (content.changes.isEmpty())
        return;
    Table table;
    table.left = m_area.left();
    bool hasBefore = false;
    bool hasCode = false;
    for (const MailContent::Change &change : content.changes) {
        hasBefore = hasBefore || change.before;
        hasCode = hasCode || !change.code.isEmpty();
        table.titleWidth =
            std::max(table.titleWidth, TextBlock(change.title, style(), mm(200)).naturalWidth() + mm(1));
        table.codeWidth =
            std::max(table.codeWidth, TextBlock(change.code, codeStyle(), mm(60)).naturalWidth() + mm(1));
    }
    table.titleWidth = std::min(table.titleWidth, mm(38));
    qreal left = m_area.width() - table.titleWidth - table.gutter;
    if (!hasCode)
        table.codeWidth = 0;
    if (hasCode) {
        table.codeWidth = std::max(
            table.codeWidth, TextBlock(content.codeTitle, quietStyle(0.85), mm(40)).naturalWidth() + mm(1));
        left -= table.codeWidth + table.gutter;
    }
    table.beforeWidth = hasBefore ? (left - table.gutter) / 2 : 0;
    table.afterWidth = hasBefore ? table.beforeWidth : left;
    addTableHead(content, table);
    const qsizetype all = content.changes.size();
    const qsizetype shown = m_fit.mostChanges > 0 ? std::min(m_fit.mostChanges, all) : all;
    for (const MailContent::Change &change : content.changes.first(shown))
        addRow(change, table);
    rule();
    m_y += gap(1.4);
    if (shown < all)
        paragraph(content.language.translate("Mail", moreFields, static_cast<int>(all - shown)), style());
}

void LetterBody::addTableHead(const MailContent &content, const Table &table)
{
    const TextBlock::Style head = quietStyle(0.85);
    m_y += gap(0.3);
    const qreal height = place(content.afterTitle, head, table.afterLeft(), table.afterWidth);
    if (table.beforeWidth > 0)
        place(content.beforeTitle, head, table.beforeLeft(), table.beforeWidth);
    if (table.codeWidth > 0)
        place(content.codeTitle, head, table.codeLeft(), table.codeWidth);
    m_y += height + gap(0.25);
}

void LetterBody::addRow(const MailContent::Change &change, const Table &table)
{
    rule();
    m_y += gap(0.4);
    TextBlock::Style title = quietStyle(1);
    title.maximumLines = 2;
    qreal height = place(change.title, title, table.left, table.titleWidth);
    if (change.before)
        height = std::max(height, place(change.before->text, valueStyle(*change.before, false),
                                        table.beforeLeft(), table.beforeWidth));
    height = std::max(height, place(change.after.text, valueStyle(change.after, true), table.afterLeft(),
                                    table.afterWidth));
    if (!change.code.isEmpty())
        place(change.code, codeStyle(), table.codeLeft(), table.codeWidth);
    m_y += height + gap(0.4);
}

void LetterBody::addClosing(const MailContent &content)
{
    if (content.closing.isEmpty())
        return;
    paragraph(content.closing.first(), style(1, true));
    const QStringList rest = content.closing.mid(1);
    if (content.mainLink) {
        addLink(content, rest);
        return;
    }
    for (const QString &text : rest)
        paragraph(text, style());
}

void LetterBody::addLink(const MailContent &content, const QStringList &sentences)
{
    const qreal top = m_y;
    qreal left = m_area.left();
    qreal codeBottom = top;
    m_code = QrCode::ofText(content.mainLink->url);
    if (m_code) {
        const qreal module = std::max(mm(32) / m_code->modules(), mm(0.42));
        const qreal quiet = QrCode::quietModules * module;
        const qreal side = m_code->modules() * module;
        // The quiet zone reaches into the margin and the gaps, so that the code stands where the text does.
        m_codeSquare = {left - quiet, top - quiet + gap(0.3), side, side};
        codeBottom = m_codeSquare.bottom();
        left = m_codeSquare.right() + mm(1);
    }
    const qreal width = m_area.right() - left;
    m_y += place(content.mainLink->title, style(1.1, true), left, width) + gap(0.4);
    for (const QString &text : sentences)
        m_y += place(text, style(), left, width) + gap(0.6);
    m_y = std::max(m_y + gap(0.2), codeBottom);
    TextBlock::Style link{letterFonts::code(0.8 * m_fit.points)};
    m_y += place(content.mainLink->url, link, m_area.left(), m_area.width());
}

void LetterBody::draw(QPainter &painter) const
{
    if (m_code)
        m_code->draw(painter, m_codeSquare);
    for (const QRectF &line : m_rules)
        painter.fillRect(line, ruleInk);
    for (const Item &item : m_items)
        item.block.draw(painter, item.position);
}

} // namespace addressdesk
