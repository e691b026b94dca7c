#include "ui/desk/FormHeight.h"

#include <QDockWidget>
#include <QEvent>
#include <QLayout>
#include <QMainWindow>
#include <QScopedValueRollback>

#include <algorithm>

namespace addressdesk {

FormHeight::FormHeight(QMainWindow &window, QDockWidget &form, QDockWidget &other)
    : QObject(&window), m_window(window), m_form(form), m_other(other)
{
    m_window.installEventFilter(this);
    m_form.installEventFilter(this);
}

void FormHeight::keepDuring(const std::function<void()> &change)
{
    m_window.layout()->activate(); // What was arranged just before counts.
    {
        const QScopedValueRollback changing(m_isChanging, true);
        change();
        m_window.layout()->activate();
    }
    restore();
}

bool FormHeight::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::Resize)
        return QObject::eventFilter(watched, event);
    if (watched == &m_window) { // The docks are laid out for it already.
        m_windowHeight = m_window.height();
        restore();
    } else if (!m_isChanging && m_window.isVisible() && m_window.height() == m_windowHeight) {
        m_height = m_form.height();
    }
    return QObject::eventFilter(watched, event);
}

void FormHeight::restore()
{
    for (const QDockWidget *dock : {&m_form, &m_other}) {
        if (!dock->isVisible() || dock->isFloating())
            return;
    }
    if (m_height == 0 || m_form.height() == m_height || !m_window.tabifiedDockWidgets(&m_form).isEmpty())
        return;
    const QScopedValueRollback changing(m_isChanging, true);
    const int room = m_form.height() + m_other.height();
    m_window.resizeDocks({&m_form, &m_other}, {m_height, std::max(1, room - m_height)}, Qt::Vertical);
    m_window.layout()->activate();
}

} // namespace addressdesk
