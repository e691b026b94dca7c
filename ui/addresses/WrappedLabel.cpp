#include "ui/addresses/WrappedLabel.h"

#include "ui/appearance/WrappedLines.h"

#include <QPainter>

#include <algorithm>

namespace addressdesk {

WrappedLabel::WrappedLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setWordWrap(true);
    QSizePolicy policy(QSizePolicy::Ignored, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize WrappedLabel::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()), minimumSizeHint().height()};
}

QSize WrappedLabel::minimumSizeHint() const
{
    return {0, fontMetrics().height()};
}

int WrappedLabel::heightForWidth(int width) const
{
    return std::max(wrappedLines::height(font(), text(), width), minimumSizeHint().height());
}

void WrappedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(palette().color(foregroundRole()));
    wrappedLines::draw(&painter, rect(), text(), layoutDirection());
}

} // namespace addressdesk
