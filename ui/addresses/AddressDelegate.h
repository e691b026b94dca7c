#pragma once

#include "ui/widgets/PlainTextDelegate.h"

namespace addressdesk {

/// Draws a cell of the address grid, its mark when edited, and a quiet bar while it is loading; edits it in a
/// plain text field that is never overwritten while somebody types in it.
class AddressDelegate final : public PlainTextDelegate
{
    Q_OBJECT

public:
    using PlainTextDelegate::PlainTextDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
                                        const QModelIndex &index) const override;
    void setEditorData(QWidget *editor, const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const override;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;

private:
    void paintBesideMark(QPainter *painter, const QStyleOptionViewItem &option,
                         const QModelIndex &index) const;
    static void paintLoading(QPainter *painter, const QStyleOptionViewItem &option, int column);
    static void paintMark(QPainter *painter, const QStyleOptionViewItem &option, const QColor &color);
    static void paintOvertaken(QPainter *painter, const QStyleOptionViewItem &option, const QColor &color);
};

} // namespace addressdesk
