#pragma once

#include "models/notice/MailContent.h"
#include "ui/letter/QrCode.h"
#include "ui/letter/TextBlock.h"

#include <QPointF>
#include <QRectF>

#include <vector>

class QPainter;

namespace addressdesk {

/// How much room a letter's body takes, from comfortable to what always fits.
struct LetterFit
{
    qreal points = 10.5;       ///< Size of the text.
    int valueLines = 0;        ///< Lines of a value until it is cut; 0: any number.
    qsizetype mostChanges = 0; ///< Changed fields until the rest is only counted; 0: any number.
};

/// All that a safety letter says below its address, laid out from top to bottom. In hundredths of a
/// millimetre.
class LetterBody final
{
public:
    /// As `content` has it, with the most comfortable fit that ends above `area`'s lower edge.
    [[nodiscard]] static LetterBody fitted(const MailContent &content, const QRectF &area);

    LetterBody(const MailContent &content, const QRectF &area, const LetterFit &fit);

    [[nodiscard]] bool fits() const { return m_y <= m_area.bottom(); }
    void draw(QPainter &painter) const;

private:
    struct Item
    {
        TextBlock block;
        QPointF position;
    };
    struct Table; ///< Columns of the changed fields.

    [[nodiscard]] TextBlock::Style style(qreal factor = 1, bool isBold = false) const;
    [[nodiscard]] TextBlock::Style quietStyle(qreal factor) const;
    [[nodiscard]] TextBlock::Style valueStyle(const MailValue &value, bool isBold) const;
    [[nodiscard]] TextBlock::Style codeStyle(qreal factor = 1) const;
    [[nodiscard]] qreal gap(qreal factor = 1) const;
    /// Places a text at the current height; answers with its own height.
    qreal place(const QString &text, const TextBlock::Style &style, qreal x, qreal width);
    void paragraph(const QString &text, const TextBlock::Style &style);
    void rule();
    void addFootnote(const QString &text);
    void addFacts(const MailContent &content);
    void addChanges(const MailContent &content);
    void addTableHead(const MailContent &content, const Table &table);
    void addRow(const MailContent::Change &change, const Table &table);
    void addClosing(const MailContent &content);
    void addLink(const MailContent &content, const QStringList &sentences);

    QRectF m_area;
    LetterFit m_fit;
    qreal m_y;
    std::vector<Item> m_items;
    QList<QRectF> m_rules;
    std::optional<QrCode> m_code;
    QRectF m_codeSquare;
};

} // namespace addressdesk
