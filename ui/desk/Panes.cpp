#include "ui/desk/Panes.h"

#include "ui/addresses/AddressForm.h"
#include "ui/addresses/AddressGrid.h"
#include "ui/addresses/SaveBar.h"
#include "ui/addresses/SearchField.h"
#include "ui/desk/EditsBar.h"
#include "ui/desk/FocusReturn.h"
#include "ui/history/HistoryPanel.h"
#include "ui/messages/MessageBar.h"
#include "ui/widgets/Mnemonics.h"

#include <QApplication>
#include <QMainWindow>
#include <QMenuBar>

namespace addressdesk {

Panes::Panes(const Parts &parts, QMainWindow &window)
    : QObject(&window), m_parts(parts), m_window(window),
      m_focus(new FocusReturn({&parts.edits, &parts.messages}, &window))
{
    connect(&parts.messages, &MessageBar::aboutToTakeFocusAway, this, &Panes::giveFocusBack);
}

void Panes::arrange()
{
    orderTabs();
    shareMnemonics();
}

void Panes::orderTabs()
{
    QWidget::setTabOrder(&m_parts.search, &m_parts.grid);
    QWidget *before = &m_parts.grid;
    const QList<QWidget *> others =
        m_parts.form.tabStops() + QList<QWidget *>{&m_parts.history} + m_parts.edits.saveBar().tabStops();
    for (QWidget *widget : others) {
        QWidget::setTabOrder(before, widget);
        before = widget;
    }
}

/// Each letter with Alt means one thing: menus come first, then what is always there, then what comes and
/// goes. Undo has its own wherever it stands.
void Panes::shareMnemonics()
{
    QStringList texts;
    const QList<QAction *> menus = m_window.menuBar()->actions();
    for (const QAction *menu : menus)
        texts.append(menu->text());
    const QString taken = mnemonics::lettersOf(texts) + m_parts.edits.saveBar().usedMnemonics();
    m_parts.history.setTakenMnemonics(taken);
    const QString undo = m_parts.history.usedMnemonics();
    m_parts.form.setTakenMnemonics(taken + undo);
    m_parts.messages.setTakenMnemonics(taken + m_parts.form.usedMnemonics(), undo);
}

void Panes::giveFocusBack()
{
    if (!m_focus->isInBar())
        return;
    QWidget *place = m_focus->place();
    if (!place) // It was an editor of the grid.
        m_parts.grid.focusCurrent();
    else if (m_parts.grid.isAncestorOf(place))
        m_parts.grid.setFocus(Qt::OtherFocusReason);
    else
        place->setFocus(Qt::OtherFocusReason);
}

void Panes::cycle(int step)
{
    QList<QWidget *> panes{&m_parts.search, &m_parts.grid};
    for (QWidget *pane : {static_cast<QWidget *>(&m_parts.form), static_cast<QWidget *>(&m_parts.history),
                          static_cast<QWidget *>(&m_parts.edits.saveBar())}) {
        if (pane->isVisible())
            panes.append(pane);
    }
    QWidget *focus = QApplication::focusWidget();
    qsizetype now = 0;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (panes[i] == focus || panes[i]->isAncestorOf(focus))
            now = i;
    }
    QWidget *next = panes[(now + step + panes.size()) % panes.size()];
    if (next == &m_parts.grid)
        m_parts.grid.focusCurrent();
    else if (next == &m_parts.edits.saveBar())
        m_parts.edits.saveBar().focusReason();
    else if (next == &m_parts.form)
        m_parts.form.focusFirst();
    else
        next->setFocus(Qt::ShortcutFocusReason);
}

} // namespace addressdesk
