#include "ui/addresses/ValueChoice.h"

#include "ui/appearance/Appearance.h"
#include "ui/appearance/WrappedLines.h"
#include "ui/widgets/Mnemonics.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QStyle>
#include <QStyleOptionButton>
#include <QStyleOptionFocusRect>

#include <algorithm>

namespace addressdesk {

namespace {

using appearance::step;
constexpr int usualCharacters = 30;
constexpr int fewestCharacters = 14;

} // namespace

ValueChoice::ValueChoice(const QString &value, QWidget *parent)
    : QRadioButton(mnemonics::literal(value), parent), m_value(value)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Minimum);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

/// Of the value behind the mark.
int ValueChoice::indent() const
{
    return style()->pixelMetric(QStyle::PM_ExclusiveIndicatorWidth, nullptr, this) +
           style()->pixelMetric(QStyle::PM_RadioButtonLabelSpacing, nullptr, this);
}

QSize ValueChoice::sizeHint() const
{
    const int usual = usualCharacters * fontMetrics().averageCharWidth();
    const int width = indent() + std::min(fontMetrics().horizontalAdvance(m_value) + step, usual);
    return {width, heightForWidth(width)};
}

QSize ValueChoice::minimumSizeHint() const
{
    const int fewest = fewestCharacters * fontMetrics().averageCharWidth();
    const int width = indent() + std::min(fontMetrics().horizontalAdvance(m_value) + step, fewest);
    return {width, fontMetrics().lineSpacing() + step};
}

int ValueChoice::heightForWidth(int width) const
{
    return wrappedLines::height(font(), m_value, width - indent()) + step;
}

/// Arrows choose, also while nothing of the group has been chosen yet.
void ValueChoice::keyPressEvent(QKeyEvent *event)
{
    QRadioButton::keyPressEvent(event);
    auto *reached = qobject_cast<ValueChoice *>(QApplication::focusWidget());
    if (reached && reached != this && reached->group() == group())
        reached->setChecked(true);
}

bool ValueChoice::hitButton(const QPoint &position) const
{
    return rect().contains(position);
}

void ValueChoice::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    QStyleOptionButton mark;
    initStyleOption(&mark);
    mark.text.clear();
    mark.rect.setHeight(fontMetrics().lineSpacing() + step);
    mark.state &= ~QStyle::State_HasFocus;
    style()->drawControl(QStyle::CE_RadioButton, &mark, &painter, this);

    const QRect value = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(indent(), 0, 0, 0));
    if (hasFocus()) {
        QStyleOptionFocusRect focus;
        focus.initFrom(this);
        // Nobody came to the first one by Tab, and yet has to see where the keyboard is.
        focus.state |= QStyle::State_KeyboardFocusChange;
        focus.rect = value;
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &focus, &painter, this);
    }
    painter.setPen(palette().color(foregroundRole()));
    wrappedLines::draw(&painter, value.adjusted(0, step / 2, 0, 0), m_value, layoutDirection());
}

} // namespace addressdesk
