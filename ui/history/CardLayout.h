#pragma once

#include "ui/appearance/Appearance.h"

#include <QList>
#include <QRect>
#include <QStringList>

class QModelIndex;
class QStyleOptionViewItem;

namespace addressdesk {

/// Where the parts of one row of the history lie, in left-to-right coordinates; empty rectangles are not
/// there.
struct CardLayout
{
    static constexpr int padding = 2 * appearance::step; ///< Between a card's edge and its texts.

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
    int height = 0;     ///< Of the row, with the gap below a save.

    /// Of the row of a change or a whole address, as wide as `option.rect`. `titles`: of all fields; values
    /// begin behind the widest.
    [[nodiscard]] static CardLayout of(const QStyleOptionViewItem &option, const QModelIndex &index,
                                       const QStringList &titles);
};

} // namespace addressdesk
