#include "ui/desk/FormHeight.h"

#include <QApplication>
#include <QDockWidget>
#include <QEvent>
#include <QLayout>
#include <QMainWindow>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace addressdesk {

namespace {

bool isMovedByHand()
{
    return QGuiApplication::mouseButtons() != Qt::NoButton;
}

} // namespace

FormHeight::FormHeight(QMainWindow &window, QDockWidget &form, QDockWidget &other, Usual usual)
    : QObject(&window), m_window(window), m_form(form), m_other(other), m_usual(std::move(usual))
{
    m_window.installEventFilter(this);
    m_form.installEventFilter(this);
    m_other.installEventFilter(this); // Which is laid out after the form.
    connect(qApp, &QApplication::focusChanged, this, [this](const QWidget *, const QWidget *now) {
        if (m_lent > 0 && m_form.isAncestorOf(now)) {
            m_lent = 0;
            restore();
        }
    });
}

void FormHeight::lend(int otherHeight)
{
    m_window.layout()->activate(); // It may have been hidden until now.
    if (m_other.height() >= otherHeight)
        return;
    m_lent = otherHeight;
    restore();
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
    } else if (!m_isChanging && m_window.isVisible() && m_window.height() == m_windowHeight && isForGood()) {
        m_height = m_form.height();
        if (isMovedByHand())
            m_chosen = m_other.height();
        m_lent = 0;
    }
    return QObject::eventFilter(watched, event);
}

/// While it lends, only a person who moves the line between the docks gives the form another height.
bool FormHeight::isForGood() const
{
    return m_lent == 0 || isMovedByHand();
}

void FormHeight::shareAnew()
{
    m_window.layout()->activate();
    m_height = m_usual().form;
    m_chosen = QWIDGETSIZE_MAX;
    m_lent = 0;
    restore();
}

int FormHeight::heightIn(int room) const
{
    if (m_lent > 0)
        return std::max(1, std::min(m_height, room - m_lent));
    const Heights usual = m_usual();
    return std::min(m_height, std::max(usual.briefForm, room - std::min(usual.other, m_chosen)));
}

void FormHeight::restore()
{
    for (const QDockWidget *dock : {&m_form, &m_other}) {
        if (!dock->isVisible() || dock->isFloating())
            return;
    }
    const int room = m_form.height() + m_other.height();
    const int wanted = heightIn(room);
    if (m_height == 0 || m_form.height() == wanted || !m_window.tabifiedDockWidgets(&m_form).isEmpty())
        return;
    const QScopedValueRollback changing(m_isChanging, true);
    m_window.resizeDocks({&m_form, &m_other}, {wanted, std::max(1, room - wanted)}, Qt::Vertical);
    m_window.layout()->activate();
}

} // namespace addressdesk
