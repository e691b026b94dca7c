// Where the keyboard leads in MainWindow.
#include "ui/MainWindow.h"

#include "ui/addresses/AddressForm.h"
#include "ui/addresses/AddressGrid.h"
#include "ui/addresses/SaveBar.h"
#include "ui/addresses/SearchField.h"
#include "ui/desk/DeskActions.h"
#include "ui/desk/FocusReturn.h"
#include "ui/history/HistoryPanel.h"
#include "ui/messages/MessageBar.h"
#include "ui/widgets/Mnemonics.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenuBar>
#include <QShortcut>

namespace addressdesk {

/// Each letter with Alt means one thing: menus come first, then what is always there, then what comes and
/// goes.
void MainWindow::shareMnemonics()
{
    QStringList texts;
    const QList<QAction *> menus = menuBar()->actions();
    for (const QAction *menu : menus)
        texts.append(menu->text());
    QString taken = mnemonics::lettersOf(texts) + m_saveBar->usedMnemonics();
    m_form->setReservedMnemonics(taken);
    taken += m_form->usedMnemonics();
    m_history->setTakenMnemonics(taken);
    taken += m_history->usedMnemonics();
    m_messages->setTakenMnemonics(taken);
}

/// Back to where somebody works, before a bar goes or its buttons are disabled.
void MainWindow::giveFocusBack()
{
    if (!m_focus->isInBar())
        return;
    QWidget *place = m_focus->place();
    if (!place) // It was an editor of the grid.
        m_grid->focusCurrent();
    else if (m_grid->isAncestorOf(place))
        m_grid->setFocus(Qt::OtherFocusReason);
    else
        place->setFocus(Qt::OtherFocusReason);
}

/// What is typed in a cell becomes an edit first, so that the reason is about it.
void MainWindow::giveReason()
{
    if (m_grid->commitEditor() && !m_edits.isEmpty())
        m_saveBar->focusReason();
}

/// The bar comes with the first edit; the key of its reason works already while that is being typed.
void MainWindow::updateTyping()
{
    m_actions->setTyping(m_grid->isEditing());
    m_reasonKey->setEnabled(m_grid->isEditing() && m_edits.isEmpty());
}

/// Keys meant for the results of a search wait until these are there.
void MainWindow::updateHeld()
{
    m_form->setHeld(m_session && (m_search->isPending() || (!m_model.isQueryApplied() && m_model.isBusy())));
}

void MainWindow::goToGrid()
{
    const bool isKnown = m_model.isQueryApplied() || !m_model.isBusy();
    if (isKnown && m_model.rowCount() > 0) // Else the search goes on being typed.
        m_grid->focusCurrent();
    else if (!isKnown)
        m_isGridWanted = true;
}

/// Search, rows, form, history, edits: the order in which the job is done.
void MainWindow::orderTabs()
{
    QWidget *before = m_grid;
    setTabOrder(m_search, m_grid);
    const QList<QWidget *> fields = m_form->tabStops();
    for (QWidget *field : fields) {
        setTabOrder(before, field);
        before = field;
    }
    setTabOrder(before, m_history);
    const QList<QWidget *> last = m_saveBar->tabStops();
    before = m_history;
    for (QWidget *widget : last) {
        setTabOrder(before, widget);
        before = widget;
    }
}

void MainWindow::copy()
{
    if (auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget()))
        line->copy();
    else
        m_grid->copySelection();
}

void MainWindow::cyclePanes(int step)
{
    QList<QWidget *> panes{m_search, m_grid};
    if (m_form->isVisible())
        panes.append(m_form);
    if (m_history->isVisible())
        panes.append(m_history);
    if (m_saveBar->isVisible())
        panes.append(m_saveBar);
    QWidget *focus = QApplication::focusWidget();
    qsizetype now = 0;
    for (qsizetype i = 0; i < panes.size(); ++i) {
        if (panes[i] == focus || panes[i]->isAncestorOf(focus))
            now = i;
    }
    QWidget *next = panes[(now + step + panes.size()) % panes.size()];
    if (next == m_grid)
        m_grid->focusCurrent();
    else if (next == m_saveBar)
        m_saveBar->focusReason();
    else if (next == m_form)
        m_form->focusFirst();
    else
        next->setFocus(Qt::ShortcutFocusReason);
}

} // namespace addressdesk
