#pragma once

#include "ui/widgets/PlainTextDelegate.h"

namespace addressdesk {

/// A customer in a list: the name, and the e-mail in second rank at the far side.
class CustomerDelegate final : public PlainTextDelegate
{
    Q_OBJECT

public:
    using PlainTextDelegate::PlainTextDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
};

} // namespace addressdesk
