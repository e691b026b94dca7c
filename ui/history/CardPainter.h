#pragma once

#include <QCoreApplication>
#include <QModelIndex>
#include <QStyleOptionViewItem>

class QPainter;

namespace addressdesk {

struct CardLayout;

/// Paints one row of the history: the address as it is now, or a change on the card of its save. Mirrors what
/// it paints where `option` runs from right to left. Changes the painter's pen, brush and font.
class CardPainter final
{
    Q_DECLARE_TR_FUNCTIONS(addressdesk::CardPainter)

public:
    /// All three have to outlive it.
    CardPainter(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index);

    void paintCurrent();
    void paintChange(const CardLayout &layout);

private:
    void paintGround(const QRect &card);
    void paintHeader(const QRect &rect);
    void paintSelection(const QRect &rect);
    void paintTitle(const QRect &rect);
    void paintValues(const CardLayout &layout);
    void paintState(const QRect &rect);
    void paintReason(const CardLayout &layout);
    void paintMails(const CardLayout &layout);
    /// One line in the text's colour.
    void paintLine(const QString &text, const QRect &rect);
    [[nodiscard]] QRect mirrored(const QRect &rect) const;

    QPainter &m_painter;
    const QStyleOptionViewItem &m_option;
    const QModelIndex &m_index;
    const QColor m_text;
    const QColor m_quiet;
};

} // namespace addressdesk
