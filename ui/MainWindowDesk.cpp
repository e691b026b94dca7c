// What MainWindow does when its parts tell it something.
#include "ui/MainWindow.h"

#include "models/wording/Sentences.h"
#include "ui/addresses/AddressForm.h"
#include "ui/addresses/AddressGrid.h"
#include "ui/addresses/SaveBar.h"
#include "ui/addresses/SearchField.h"
#include "ui/connection/ConnectionController.h"
#include "ui/desk/AddressFinder.h"
#include "ui/desk/AddressLifecycle.h"
#include "ui/desk/DeskActions.h"
#include "ui/desk/EditsBar.h"
#include "ui/desk/EditTour.h"
#include "ui/desk/EmptyDesk.h"
#include "ui/desk/Panes.h"
#include "ui/desk/RefusedTexts.h"
#include "ui/desk/SaveController.h"
#include "ui/desk/SideDocks.h"
#include "ui/desk/WelcomePage.h"
#include "ui/desk/WindowState.h"
#include "ui/history/HistoryPanel.h"
#include "ui/messages/MessageBar.h"
#include "ui/messages/StatusLine.h"

#include <QApplication>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>

namespace addressdesk {

void MainWindow::setOpening(bool isOpening)
{
    m_welcome->setOpening(isOpening);
    m_status->setBusy(QStringLiteral("opening"), isOpening);
    if (isOpening)
        m_messages->dismiss(QStringLiteral("opening"));
    tellOpening(isOpening);
}

/// A server that does not answer can be given up; what opens at once is not worth a message.
void MainWindow::tellOpening(bool isOpening)
{
    constexpr int patienceMs = 800;
    if (!isOpening) {
        m_messages->dismiss(QStringLiteral("patience"));
        return;
    }
    QTimer::singleShot(patienceMs, this, [this] {
        if (!m_connection->isOpening())
            return;
        m_messages->tell({QStringLiteral("patience"),
                          Message::Kind::Information,
                          tr("The database is being opened…"),
                          {{tr("Cancel"),
                            [this] {
                                m_connection->cancelOpening();
                            }}},
                          {}});
    });
}

void MainWindow::restoreDrafts()
{
    const auto found = m_drafts.open(m_session->description().url);
    if (!found) {
        m_messages->tell({QStringLiteral("drafts"),
                          Message::Kind::Warning,
                          tr("The unsaved edits of last time could not be read. Their file was kept."),
                          {},
                          found.error().detail});
        return;
    }
    m_editsBar->saveBar().setReason(found->reason);
    if (!found->isKept)
        tellDraftsNotKept({});
    if (found->fieldCount == 0)
        return;
    // The bar of unsaved edits, just below, shows and discards them.
    m_messages->tell(
        {QStringLiteral("restored"),
         Message::Kind::Information,
         tr("Your unsaved edits of last time are back: %n field(s).", nullptr, found->fieldCount),
         {},
         {}});
}

void MainWindow::tellDraftsNotKept(const QString &details)
{
    m_messages->tell({QStringLiteral("drafts"),
                      Message::Kind::Warning,
                      tr("Unsaved edits cannot be kept for the next start. Save them before you leave."),
                      {},
                      details});
}

void MainWindow::save()
{
    if (!finishTyping())
        return;
    if (m_edits.isEmpty()) {
        m_status->tell(tr("There is nothing to save."));
        return;
    }
    m_panes->giveFocusBack();
    m_saving->save(m_editsBar->saveBar().reason());
}

/// Takes what is still in an editor into the edits. False when a value is refused, here or in another
/// address: that is told, and what was typed stays where it is.
bool MainWindow::finishTyping()
{
    return m_grid->commitEditor() && !m_refused->tellFirst();
}

void MainWindow::tellSaved(bool isEverythingSaved, int fields, int addresses)
{
    if (addresses > 0) {
        m_undo.stack().clear();
        m_state->addReason(m_editsBar->saveBar().reason());
        m_editsBar->saveBar().setRecentReasons(m_state->recentReasons());
        //: Both halves of "Saved: 2 fields in 1 address."
        const QString where = tr("%n address(es)", nullptr, addresses);
        m_status->tell(tr("Saved: %1 in %2.").arg(tr("%n field(s)", nullptr, fields), where));
    }
    if (isEverythingSaved) {
        m_editsBar->saveBar().setReason({});
        m_messages->dismiss(QStringLiteral("drafts"));
        m_messages->dismiss(QStringLiteral("restored"));
    }
}

void MainWindow::discard()
{
    const int count = m_edits.fieldCount();
    if (count == 0 || m_saving->isSaving())
        return;
    m_panes->giveFocusBack();
    m_undo.discardAll();
    m_messages->dismiss(QStringLiteral("drafts"));
    m_messages->dismiss(QStringLiteral("restored"));
    m_messages->tell({QStringLiteral("discard"),
                      Message::Kind::Information,
                      tr("%n edit(s) discarded.", nullptr, count),
                      {{tr("&Undo"),
                        [this] {
                            m_undo.stack().undo();
                        }}},
                      {}});
}

void MainWindow::askDiscard()
{
    if (m_edits.isEmpty() || m_saving->isSaving())
        return;
    auto *question = new QMessageBox(QMessageBox::Question, tr("Discard?"),
                                     tr("Discard %n unsaved edit(s)?", nullptr, m_edits.fieldCount()),
                                     QMessageBox::NoButton, this);
    question->setObjectName(QStringLiteral("discardQuestion"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton *yes = question->addButton(tr("&Discard"), QMessageBox::DestructiveRole);
    QPushButton *no = question->addButton(tr("&Keep editing"), QMessageBox::RejectRole);
    question->setDefaultButton(no);
    question->setEscapeButton(no);
    connect(yes, &QPushButton::clicked, this, &MainWindow::discard);
    question->open();
}

void MainWindow::showEdits()
{
    const bool hasEdits = !m_edits.isEmpty();
    if (hasEdits) // What its button would undo is no longer what was discarded.
        m_messages->dismiss(QStringLiteral("discard"));
    else if (m_editsBar->isAncestorOf(focusWidget())) // Before its buttons go and the focus wanders off.
        m_panes->giveFocusBack();
    m_status->setUnsaved(m_edits.fieldCount());
    m_actions->setHasEdits(hasEdits);
    updateTyping();
    setWindowModified(hasEdits);
    m_editsBar->showEdits();
}

void MainWindow::chooseAddress(const AddressRow &row)
{
    // The address under the person's hands left the list, deleted or changed by somebody: what they type next
    // must not reach its neighbour. Only a search of their own brings another address into the form while
    // they are in it.
    const bool isUnderHands =
        m_current.row() && !m_docks->form().isHeld() && m_docks->form().isAncestorOf(focusWidget());
    if (isUnderHands && row.address.id != m_current.id())
        return;
    m_current.show(row);
}

void MainWindow::tellVanished(const QString &addressId)
{
    if (m_edits.contains(addressId)) {
        m_saving->tellMissing(addressId);
        return;
    }
    m_messages->tell({SaveController::missingTopic(addressId),
                      Message::Kind::Warning,
                      tr("Somebody else has deleted the address that was shown here."),
                      {{tr("&Restore"),
                        [this, addressId] {
                            m_lifecycle->restore(addressId);
                        }}},
                      {}});
}

void MainWindow::showAppeared(const AddressRow &row)
{
    m_saving->noteThere(row.address.id);
    m_finder->show(row);
}

void MainWindow::goToAddress(const AddressRow &row)
{
    if (finishTyping())
        showAppeared(row);
}

void MainWindow::tellReadingFailed(const Error &error)
{
    if (!m_session || error.code == ErrorCode::ConnectionLost)
        return;
    m_messages->tell({QStringLiteral("reading"),
                      Message::Kind::Problem,
                      wording::sentence(error, &m_session->description().url),
                      {{tr("&Try again"),
                        [this] {
                            m_model.reload();
                        }}},
                      error.detail});
}

void MainWindow::tellRefused(const QString &fieldId, const ValueProblem &problem)
{
    const QString title = m_session ? wording::fieldTitle(m_session->mapping(), fieldId) : fieldId;
    m_messages->tell(
        {QStringLiteral("value"), Message::Kind::Problem, wording::sentence(problem, title), {}, {}});
}

/// What is typed in a cell becomes an edit first, so that the reason is about it.
void MainWindow::giveReason()
{
    if (m_grid->commitEditor() && !m_edits.isEmpty())
        m_editsBar->saveBar().focusReason();
}

void MainWindow::updateTyping()
{
    m_actions->setTyping(m_grid->isEditing());
    m_editsBar->setTyping(m_grid->isEditing());
}

void MainWindow::copy()
{
    if (auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget()))
        line->copy();
    else
        m_grid->copySelection();
}

} // namespace addressdesk
