// How the parts of MainWindow hear of each other.
#include "ui/MainWindow.h"

#include "models/wording/Sentences.h"
#include "ui/addresses/AddressForm.h"
#include "ui/addresses/AddressGrid.h"
#include "ui/addresses/ColumnsMenu.h"
#include "ui/addresses/SaveBar.h"
#include "ui/addresses/SearchField.h"
#include "ui/connection/ConnectionController.h"
#include "ui/desk/AboutDialog.h"
#include "ui/desk/AddressFinder.h"
#include "ui/desk/AddressLifecycle.h"
#include "ui/desk/DeskActions.h"
#include "ui/desk/EditsBar.h"
#include "ui/desk/EditTour.h"
#include "ui/desk/EmptyDesk.h"
#include "ui/desk/KeysDialog.h"
#include "ui/desk/LeaveGuard.h"
#include "ui/desk/Panes.h"
#include "ui/desk/RefusedTexts.h"
#include "ui/desk/SaveController.h"
#include "ui/desk/SideDocks.h"
#include "ui/desk/WelcomePage.h"
#include "ui/desk/WindowState.h"
#include "ui/history/HistoryPanel.h"
#include "ui/mail/MailDesk.h"
#include "ui/messages/MessageBar.h"
#include "ui/messages/StatusLine.h"
#include "ui/tasks/CustomerRequests.h"
#include "ui/widgets/ColumnWidths.h"

#include <QApplication>
#include <QHeaderView>

namespace addressdesk {

void MainWindow::connectActions()
{
    const auto on = [this](QAction *action, auto slot) {
        connect(action, &QAction::triggered, this, slot);
    };
    on(m_actions->openDatabase, [this] { m_connection->openDatabaseDialog(); });
    on(m_actions->newDatabase, [this] { m_connection->newDatabaseDialog(); });
    on(m_actions->connectDatabase, [this] { m_connection->connectDialog(); });
    on(m_actions->openSample, [this] { emit sampleRequested(); });
    on(m_actions->quit, [this] { close(); });
    on(m_actions->editField, [this] { m_grid->editCurrent(); });
    on(m_actions->copy, [this] { copy(); });
    on(m_actions->copyEnvelope, [this] { m_docks->form().copyEnvelope(); });
    on(m_actions->takeEditBack, [this] { m_grid->takeCurrentEditBack(); });
    on(m_actions->nextEdit, [this] {
        if (m_session && finishTyping())
            m_tour->showNext();
    });
    on(m_actions->save, [this] { save(); });
    connect(m_actions, &DeskActions::idleSaveRequested, this, &MainWindow::save);
    on(m_actions->discard, [this] { discard(); });
    on(m_actions->reason, [this] { giveReason(); });
    on(m_actions->find, [this] {
        m_search->setFocus(Qt::ShortcutFocusReason);
        m_search->selectAll();
    });
    on(m_actions->formerSearch, [this] { m_finder->goBack(); });
    on(m_actions->reload, [this] {
        m_model.reload();
        m_current.refresh();
        m_docks->history().reload();
    });
    on(m_actions->newAddress, [this] { m_lifecycle->createNew(); });
    on(m_actions->deleteAddress, [this] { m_lifecycle->deleteCurrent(); });
    on(m_actions->deletedAddresses, [this] { m_lifecycle->showDeleted(); });
    on(m_actions->showHistory, [this] {
        m_docks->showHistory();
        m_docks->history().setFocus(Qt::ShortcutFocusReason);
    });
    on(m_actions->fieldHistory, [this] {
        const QString inForm = m_docks->form().focusedFieldId();
        m_docks->history().showField(inForm.isEmpty() ? m_grid->currentFieldId() : inForm);
        m_actions->showHistory->trigger();
    });
    on(m_actions->nextPane, [this] { m_panes->cycle(1); });
    on(m_actions->previousPane, [this] { m_panes->cycle(-1); });
    on(m_actions->keys, [this] {
        auto *dialog = new KeysDialog(actions() + m_docks->history().actions(), this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    on(m_actions->about, [this] {
        auto *dialog = new AboutDialog(this);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    on(m_actions->aboutQt, [] { QApplication::aboutQt(); });
}

void MainWindow::connectGrid()
{
    connect(m_grid, &AddressGrid::addressChosen, this, &MainWindow::chooseAddress);
    connect(m_grid, &AddressGrid::nothingChosen, &m_current, &CurrentAddress::clear);
    connect(m_grid, &AddressGrid::escaped, this, &MainWindow::askDiscard);
    connect(m_grid, &AddressGrid::editorClosed, this,
            [this] { m_messages->dismiss(QStringLiteral("value")); });
    connect(m_grid, &AddressGrid::refusedTextChanged, this,
            [this] { m_messages->dismiss(QStringLiteral("value")); });
    connect(m_grid, &AddressGrid::editorOpened, this, &MainWindow::updateTyping);
    connect(m_grid, &AddressGrid::editorClosed, this, &MainWindow::updateTyping);
    connect(&m_model, &AddressTableModel::valueRefused, this,
            [this](const QString &, const QString &fieldId, const ValueProblem &problem) {
                tellRefused(fieldId, problem);
            });
    connect(&m_model, &AddressTableModel::countChanged, this, [this](qint64 count, bool isFinal) {
        m_status->setRows(count, isFinal, !m_model.query().search.isEmpty());
    });
    connect(&m_model, &AddressTableModel::busyChanged, this,
            [this](bool isBusy) { m_status->setBusy(QStringLiteral("addresses"), isBusy); });
    connect(&m_model, &AddressTableModel::failed, this, &MainWindow::tellReadingFailed);
    connect(m_grid->horizontalHeader(), &QWidget::customContextMenuRequested, this,
            [this](const QPoint &place) {
                m_columnsMenu->popup(m_grid->horizontalHeader()->mapToGlobal(place));
            });
    connect(m_columnsMenu, &ColumnsMenu::fitRequested, this, [this] { m_grid->columnWidths().fit(); });
    connect(m_columnsMenu, &ColumnsMenu::columnsChanged, this, [this] {
        if (!m_grid->columnWidths().isChosen())
            m_grid->columnWidths().fit();
    });
    connect(&m_current, &CurrentAddress::switched, this, [this] {
        m_docks->history().showAddress(m_current.id());
        m_actions->setAddressChosen(m_current.row().has_value());
    });
    connect(&m_current, &CurrentAddress::vanished, this, &MainWindow::tellVanished);
    connect(m_lifecycle, &AddressLifecycle::appeared, this, &MainWindow::showAppeared);
    connect(m_lifecycle, &AddressLifecycle::restored, this,
            [this] { m_status->tell(tr("The address has been restored.")); });
    connect(m_lifecycle, &AddressLifecycle::deletedUnderEdits, m_saving, &SaveController::tellDeletedHere);
    connect(m_lifecycle, &AddressLifecycle::disappeared, this, [this](const QString &addressId) {
        m_messages->dismiss(SaveController::missingTopic(addressId));
        if (m_current.id() == addressId)
            m_current.clear();
    });
}

void MainWindow::connectSearch()
{
    connect(&m_model, &AddressTableModel::queryApplied, this,
            [this] { m_messages->dismiss(QStringLiteral("reading")); });
    connect(m_finder, &AddressFinder::wayBackChanged, m_actions->formerSearch, &QAction::setEnabled);
    connect(m_empty, &EmptyDesk::newAddressRequested, m_lifecycle, &AddressLifecycle::createNew);
    connect(m_empty, &EmptyDesk::sampleRequested, this, &MainWindow::sampleRequested);
}

void MainWindow::connectEdits()
{
    connect(&m_edits, &StagedEdits::fieldChanged, this, &MainWindow::showEdits);
    connect(&m_undo, &UndoSteps::stepped, m_tour, &EditTour::showStep);
    connect(m_tour, &EditTour::wentOn, this, [this] { m_messages->dismiss(QStringLiteral("restored")); });
    connect(m_tour, &EditTour::missed, m_saving, &SaveController::tellMissing);
    connect(m_tour, &EditTour::failed, m_finder, &AddressFinder::giveUp);
    connect(m_tour, &EditTour::failed, this, &MainWindow::tellReadingFailed);
    // What was told of the edits before is over with the next one.
    connect(&m_edits, &StagedEdits::stepMade, m_status, &StatusLine::forget);
    connect(&m_undo, &UndoSteps::stepped, m_status, &StatusLine::forget);
    connect(m_grid, &AddressGrid::editorOpened, m_status, &StatusLine::forget);
    connect(m_editsBar, &EditsBar::reasonRequested, this, &MainWindow::giveReason);
    connect(&m_editsBar->saveBar(), &SaveBar::showRequested, m_actions->nextEdit, &QAction::trigger);
    connect(&m_editsBar->saveBar(), &SaveBar::saveRequested, this, &MainWindow::save);
    connect(&m_editsBar->saveBar(), &SaveBar::discardRequested, this, &MainWindow::discard);
    connect(&m_editsBar->saveBar(), &SaveBar::escaped, this, &MainWindow::askDiscard);
    connect(&m_editsBar->saveBar(), &SaveBar::reasonChanged, &m_drafts, &DraftStore::setReason);
    connect(&m_docks->form(), &AddressForm::escaped, this, &MainWindow::askDiscard);
    connect(&m_drafts, &DraftStore::failed, this,
            [this](const Error &error) { tellDraftsNotKept(error.detail); });
}

void MainWindow::connectSaving()
{
    connect(m_saving, &SaveController::savingChanged, this, [this](bool isSaving) {
        m_editsBar->saveBar().setSaving(isSaving);
        m_actions->setSaving(isSaving);
        m_status->setBusy(QStringLiteral("saving"), isSaving);
    });
    connect(m_refused, &RefusedTexts::showRequested, m_tour, &EditTour::showField);
    connect(m_saving, &SaveController::reasonRefused, &m_editsBar->saveBar(), &SaveBar::focusReason);
    connect(m_saving, &SaveController::finished, this, &MainWindow::tellSaved);
    connect(m_saving, &SaveController::finished, &m_docks->history(), [this](bool, int savedFields) {
        if (savedFields > 0)
            m_docks->history().chooseNewest();
    });
    m_leaving->setReason([this] { return m_editsBar->saveBar().reason(); });
}

void MainWindow::connectConnection()
{
    connect(m_welcome, &WelcomePage::openRequested, m_connection, &ConnectionController::openDatabaseDialog);
    connect(m_welcome, &WelcomePage::newRequested, m_connection, &ConnectionController::newDatabaseDialog);
    connect(m_welcome, &WelcomePage::connectRequested, m_connection, &ConnectionController::connectDialog);
    connect(m_welcome, &WelcomePage::sampleRequested, this, &MainWindow::sampleRequested);
    connect(m_connection, &ConnectionController::sessionOpened, this, &MainWindow::showSession);
    connect(m_connection, &ConnectionController::opening, this, &MainWindow::setOpening);
    connect(m_connection, &ConnectionController::openFailed, this,
            [this](const QString &sentence, const QString &details) {
                m_messages->tell({QStringLiteral("opening"), Message::Kind::Problem, sentence, {}, details});
            });
    connect(m_connection, &ConnectionController::noticeRaised, this, [this](const QString &sentence) {
        m_messages->tell({QStringLiteral("notice"), Message::Kind::Warning, sentence, {}, {}});
    });
}

void MainWindow::connectHistory()
{
    connect(&m_docks->history(), &HistoryPanel::busyChanged, this,
            [this](bool isBusy) { m_status->setBusy(QStringLiteral("history"), isBusy); });
    // The history tells of it itself; what was told before is over.
    connect(&m_docks->history(), &HistoryPanel::reverted, m_status, &StatusLine::forget);
    connect(&m_docks->history(), &HistoryPanel::reverted, m_lifecycle, &AddressLifecycle::takeReverted);
    connect(&m_docks->history(), &HistoryPanel::fieldSetBack, this,
            [this](const QString &addressId, const QString &fieldId) {
                if (addressId == m_current.id())
                    m_docks->form().flashField(fieldId);
            });
}

void MainWindow::connectMails()
{
    connect(m_actions->outbox, &QAction::triggered, m_mails, &MailDesk::showOutbox);
    connect(m_actions->mailSettings, &QAction::triggered, m_mails, &MailDesk::showSettings);
    connect(&m_docks->history(), &HistoryPanel::letterRequested, m_mails, &MailDesk::showLetter);
    connect(m_mails, &MailDesk::addressRequested, m_requests, &CustomerRequests::goTo);
    connect(m_mails, &MailDesk::folderChanged, &m_docks->history(), &HistoryPanel::setMailFolder);
    connect(m_mails, &MailDesk::counted, m_requests, &CustomerRequests::setCounts);
    connect(m_status, &StatusLine::requestsRequested, m_requests, &CustomerRequests::showTasks);
}

void MainWindow::connectRequests()
{
    connect(m_requests, &CustomerRequests::changeRequested, this,
            [this](const QString &addressId, qint64 sequenceNum) {
                m_docks->showHistory();
                m_docks->history().showChange(addressId, sequenceNum);
            });
    connect(m_actions->redeemCode, &QAction::triggered, m_requests, &CustomerRequests::redeemCode);
    connect(m_actions->tasks, &QAction::triggered, m_requests, &CustomerRequests::showTasks);
    connect(m_requests, &CustomerRequests::addressRequested, this, &MainWindow::goToAddress);
    connect(m_requests, &CustomerRequests::restoreRequested, m_lifecycle, &AddressLifecycle::restore);
}

void MainWindow::connectSession()
{
    m_state->restoreColumns();
    connect(m_session.get(), &DeskSession::connectionLost, this, [this](const Error &error) {
        m_status->setConnected(false);
        m_messages->tell({QStringLiteral("connection"),
                          Message::Kind::Warning,
                          wording::sentence(error, &m_session->description().url),
                          {},
                          error.detail});
    });
    connect(m_session.get(), &DeskSession::connectionRestored, this, [this] {
        m_status->setConnected(true);
        m_messages->dismiss(QStringLiteral("connection"));
        m_messages->dismiss(QStringLiteral("reading"));
        m_status->tell(tr("Connected again."));
    });
    if (m_session->description().isReadOnly) {
        m_messages->tell({QStringLiteral("readOnly"),
                          Message::Kind::Information,
                          tr("This database can only be read: you can look things up, but change nothing."),
                          {},
                          {}});
    }
    restoreDrafts();
    m_search->setFocus();
}

} // namespace addressdesk
