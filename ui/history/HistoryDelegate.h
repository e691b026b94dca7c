#pragma once

#include "ui/history/CardHeights.h"

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
    mutable CardHeights m_heights;
};

} // namespace addressdesk
