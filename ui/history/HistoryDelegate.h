#pragma once

#include "ui/history/MarkedLine.h"

#include <QHash>
#include <QStyledItemDelegate>

namespace addressdesk {

/// Paints the rows of a HistoryModel as cards: one card a save, with who and when on top, a line for each
/// change, the reason and the mails below.
class HistoryDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// Width of the column of field titles, at most.
    void setTitles(const QStringList &titles);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                   const QModelIndex &index) override;

private:
    /// Where the parts of one row lie, in left-to-right coordinates; empty rectangles are not there.
    struct Parts
    {
        QRect card;
        QRect header;
        QRect change; ///< What is selected.
        QRect title;
        QRect before; ///< Or the summary of a whole address.
        QRect arrow;
        QRect after;
        QRect state;
        QRect reason;
        QRect dot;          ///< Between the reason and the one mail beside it.
        QList<QRect> mails; ///< A line each.
        int height = 0;
    };

    /// What a row's height depends on, besides its event, the font and the width.
    struct Height
    {
        int reversibility = 0;
        qint64 because = 0;
        bool isFirst = false;
        bool isLast = false;
        size_t mails = 0; ///< Hash of their lines.
        int pixels = 0;
    };

    [[nodiscard]] int changeHeight(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    [[nodiscard]] Parts parts(const QStyleOptionViewItem &option, const QModelIndex &index) const;
    /// The reason and the mails, below `y`; the new lower end.
    [[nodiscard]] int layOutFoot(Parts &parts, const QRect &inner, int y, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const;
    void paintFoot(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                   const Parts &parts) const;
    void layOutValues(Parts &parts, const QRect &room, const QStyleOptionViewItem &option,
                      const QModelIndex &index) const;
    [[nodiscard]] int titleWidth(const QStyleOptionViewItem &option, int room) const;
    void paintCurrent(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintCard(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                   const QRect &card) const;
    void paintHeader(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                     const QRect &rect) const;
    void paintSelection(QPainter *painter, const QStyleOptionViewItem &option, const QRect &rect) const;
    void paintValues(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                     const Parts &parts) const;

    QStringList m_titles;
    // A view asks for the height of every row again and again; measuring text is slow.
    mutable QHash<qint64, Height> m_heights; ///< By sequence number.
    mutable int m_heightsWidth = 0;
    mutable QFont m_heightsFont;
};

} // namespace addressdesk
