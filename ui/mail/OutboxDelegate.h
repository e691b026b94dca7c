#pragma once

#include "ui/widgets/PlainTextDelegate.h"

namespace addressdesk {

/// Cells of the outbox: a picture beside the words for a mail's state; failures in the colour of problems.
class OutboxDelegate final : public PlainTextDelegate
{
    Q_OBJECT

public:
    using PlainTextDelegate::PlainTextDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace addressdesk
