#include "ui/desk/FocusReturn.h"

#include <QApplication>

#include <algorithm>

namespace addressdesk {

FocusReturn::FocusReturn(const QList<QWidget *> &bars, QWidget *window)
    : QObject(window), m_bars(bars.cbegin(), bars.cend()), m_window(window)
{
    connect(qApp, &QApplication::focusChanged, this,
            [this](const QWidget *, QWidget *focus) { follow(focus); });
}

void FocusReturn::follow(QWidget *focus)
{
    if (focus && focus->window() == m_window && !isOfBar(focus))
        m_place = focus;
}

bool FocusReturn::isOfBar(const QWidget *widget) const
{
    return std::any_of(m_bars.cbegin(), m_bars.cend(), [widget](const QPointer<QWidget> &bar) {
        return bar && (bar == widget || bar->isAncestorOf(widget));
    });
}

bool FocusReturn::isInBar() const
{
    const QWidget *focus = m_window->focusWidget();
    return focus && isOfBar(focus);
}

QWidget *FocusReturn::place() const
{
    return m_place && m_place->isVisible() && m_place->isEnabled() ? m_place.data() : nullptr;
}

} // namespace addressdesk
