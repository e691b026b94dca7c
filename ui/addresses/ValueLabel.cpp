#include "ui/addresses/ValueLabel.h"

#include "ui/appearance/Appearance.h"
#include "ui/appearance/WrappedLines.h"

#include <QPainter>

#include <algorithm>

namespace addressdesk {

namespace {

using appearance::step;
constexpr int usualCharacters = 30;
constexpr int fewestCharacters = 14;

} // namespace

ValueLabel::ValueLabel(const QString &value, QWidget *parent) : QWidget(parent), m_value(value)
{
    setAccessibleName(value);
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

QSize ValueLabel::sizeHint() const
{
    const int usual = usualCharacters * fontMetrics().averageCharWidth();
    const int width = std::min(fontMetrics().horizontalAdvance(m_value) + step, usual);
    return {width, heightForWidth(width)};
}

QSize ValueLabel::minimumSizeHint() const
{
    const int fewest = fewestCharacters * fontMetrics().averageCharWidth();
    return {std::min(fontMetrics().horizontalAdvance(m_value) + step, fewest),
            fontMetrics().lineSpacing() + step};
}

int ValueLabel::heightForWidth(int width) const
{
    return wrappedLines::height(font(), m_value, width) + step;
}

void ValueLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(appearance::quietText(palette()));
    wrappedLines::draw(&painter, rect().adjusted(0, step / 2, 0, 0), m_value, layoutDirection());
}

} // namespace addressdesk
