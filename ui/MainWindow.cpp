#include "ui/MainWindow.h"

#include "ui/addresses/AddressForm.h"
#include "ui/addresses/AddressGrid.h"
#include "ui/addresses/ColumnsMenu.h"
#include "ui/addresses/SaveBar.h"
#include "ui/addresses/SearchField.h"
#include "ui/addresses/SortMenu.h"
#include "ui/appearance/Appearance.h"
#include "ui/appearance/Icons.h"
#include "ui/connection/ConnectionController.h"
#include "ui/desk/AddressFinder.h"
#include "ui/desk/AddressLifecycle.h"
#include "ui/desk/AddressNews.h"
#include "ui/desk/ConnectionNews.h"
#include "ui/desk/DeskActions.h"
#include "ui/desk/DeskPages.h"
#include "ui/desk/EditsBar.h"
#include "ui/desk/EditsDesk.h"
#include "ui/desk/EditTour.h"
#include "ui/desk/HelpDialogs.h"
#include "ui/desk/LeaveGuard.h"
#include "ui/desk/NoAddresses.h"
#include "ui/desk/Panes.h"
#include "ui/desk/RecentReasons.h"
#include "ui/desk/RefusedTexts.h"
#include "ui/desk/SaveController.h"
#include "ui/desk/SetBackGuard.h"
#include "ui/desk/SideDocks.h"
#include "ui/desk/TextKeys.h"
#include "ui/desk/UndoOffers.h"
#include "ui/desk/WelcomePage.h"
#include "ui/desk/WindowState.h"
#include "ui/history/HistoryPanel.h"
#include "ui/mail/MailDesk.h"
#include "ui/messages/MessageBar.h"
#include "ui/messages/StatusLine.h"
#include "ui/tasks/CustomerRequests.h"

#include <QApplication>
#include <QCloseEvent>
#include <QLineEdit>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

namespace addressdesk {

MainWindow::MainWindow(DeskConnector &connector, CredentialStore &credentials, MailService &mailService,
                       QSettings &settings, const QString &draftFolder, QWidget *parent)
    : QMainWindow(parent), m_model(m_edits), m_drafts(draftFolder, m_edits), m_undo(m_edits)
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowIcon(icons::applicationIcon());
    m_status = new StatusLine(*statusBar());
    buildCentre();
    m_actions = new DeskActions(m_undo.stack(), *this);
    m_saving = new SaveController(m_edits, m_model, m_current, *m_messages, this);
    m_refused = new RefusedTexts(m_edits, m_current, *m_messages, this);
    m_leaving = new LeaveGuard(m_edits, *m_saving, this);
    m_lifecycle = new AddressLifecycle(m_current, m_edits, *m_messages, this);
    m_connection = new ConnectionController(connector, credentials, settings, this);
    m_mails = new MailDesk(mailService, *m_status, *m_messages, settings, this);
    m_requests = new CustomerRequests(*m_messages, settings, this);
    m_docks = new SideDocks(m_current, m_edits, *this);
    m_state = new WindowState(settings, *this, *m_grid, m_model);
    m_editing = new EditsDesk({m_edits, m_undo, m_drafts, m_model, m_current, *m_grid, *m_docks, *m_actions,
                               *m_saving, *m_refused, RecentReasons(settings), *m_messages, *m_status},
                              *this);
    buildToolBar();
    m_panes = new Panes(
        {*m_search, *m_grid, m_docks->form(), m_docks->history(), m_editing->bar(), *m_messages}, *this);
    m_noAddresses = new NoAddresses(m_model, *m_grid, *m_search, this);
    m_finder =
        new AddressFinder({m_model, m_current, *m_search, *m_grid, m_docks->form(), *m_messages}, this);
    m_tour = new EditTour(m_edits, m_current, *m_finder, *m_grid, *m_docks, this);
    m_setBackGuard = new SetBackGuard(
        {m_model, m_current, *m_finder, *m_saving, *m_lifecycle, m_docks->history(), *m_messages}, this);
    m_news =
        new AddressNews({m_model, m_edits, m_current, *m_grid, *m_saving, *m_lifecycle, *m_messages}, this);
    m_connectionNews = new ConnectionNews(*m_connection, *m_messages, *m_status, this);
    buildMenus();
    new TextKeys(this);
    new HelpDialogs(*m_actions, m_docks->history(), *this);
    new UndoOffers({m_undo.stack(), m_edits, *m_actions->undo, *m_messages, m_docks->history(), *m_saving},
                   this);
    connectActions();
    connectGrid();
    connectAddress();
    connectEdits();
    connectConnection();
    connectHistory();
    connectMails();
    connectRequests();
    m_state->restoreGeometry();
    takeSession(nullptr);
}

MainWindow::~MainWindow()
{
    m_drafts.close();
    m_mails->setSession(nullptr);
    m_edits.disconnect(); // Nobody is told any more: the widgets go, and before what they show.
    m_model.disconnect();
    m_current.disconnect();
    const QList<QObject *> all = findChildren<QObject *>();
    for (const QObject *child : all)
        disconnect(qApp, &QApplication::focusChanged, child, nullptr);
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
}

void MainWindow::buildCentre()
{
    auto *centre = new QWidget(this);
    m_pages = new DeskPages(m_model, centre);
    m_grid = &m_pages->grid();
    m_messages = new MessageBar(centre);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_pages, 1);
    // Below the rows: a message that comes pushes none of them.
    layout->addWidget(m_messages);
    setCentralWidget(centre);
}

void MainWindow::buildToolBar()
{
    auto *toolBar = new QToolBar(tr("Main toolbar"), this);
    toolBar->setObjectName(QStringLiteral("mainToolBar"));
    toolBar->setAccessibleName(tr("Main toolbar"));
    toolBar->setMovable(false);
    toolBar->toggleViewAction()->setVisible(false);
    toolBar->setIconSize({5 * appearance::step, 5 * appearance::step});
    toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_actions->fillToolBar(*toolBar);
    m_search = new SearchField(toolBar);
    m_search->setMaximumWidth(160 * appearance::step);
    toolBar->addWidget(m_search);
    addToolBar(Qt::TopToolBarArea, toolBar);
    setContextMenuPolicy(Qt::NoContextMenu);
}

void MainWindow::buildMenus()
{
    m_actions->buildMenus({m_connection->recentMenu(), new ColumnsMenu(*m_grid, this),
                           new SortMenu(*m_grid, this), m_docks->formAction(), m_docks->historyAction(),
                           m_docks->history().previousAction(), m_docks->history().nextAction(),
                           m_docks->history().setBackAction(), m_docks->history().setSaveBackAction()});
    m_grid->addActions(m_actions->cellActions());
    m_grid->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void MainWindow::showSession(const std::shared_ptr<DeskSession> &session)
{
    if (session == m_session || !m_editing->finishTyping())
        return;
    m_leaving->askThen(tr("Save the unsaved edits before the other database is shown?"),
                       [this, session] { takeSession(session); });
}

void MainWindow::giveParts(DeskSession *session)
{
    m_saving->setSession(session);
    m_lifecycle->setSession(session);
    m_current.setSession(session);
    m_docks->history().setSession(session);
    m_mails->setSession(session);
    m_requests->setSession(session);
    m_model.setSession(session);
    m_noAddresses->setSession(session);
    m_finder->setOpen(session != nullptr);
    m_setBackGuard->forget();
    m_tour->setSession(session);
    m_news->setSession(session);
}

void MainWindow::takeSession(const std::shared_ptr<DeskSession> &session)
{
    m_editing->bar().setArranging(true);
    if (m_session)
        m_state->saveWindow();
    m_search->clear();
    m_search->flush();
    m_state->restoreSort();
    // Every part lets go before the old session does.
    if (m_session) {
        giveParts(nullptr);
        m_drafts.close();
        m_edits.clear();
        m_undo.stack().clear();
        m_session.reset();
    }
    if (session)
        giveParts(session.get());
    m_session = session;
    const bool isWritable = session && !session->description().isReadOnly;
    m_messages->dismissAll();
    m_status->setDatabase(session ? &session->description() : nullptr);
    m_actions->setDatabaseOpen(session != nullptr, isWritable);
    const SchemaMapping mapping = session ? session->mapping() : SchemaMapping::native();
    m_editing->setMapping(mapping);
    m_docks->form().setMapping(mapping, isWritable);
    m_panes->arrange();
    m_search->setEnabled(session != nullptr);
    if (!m_state->showLayout(session != nullptr))
        m_docks->arrange();
    m_pages->showRows(session != nullptr);
    setWindowTitle(session ? tr("%1[*] — Address Desk").arg(session->description().url.displayName())
                           : tr("Address Desk"));
    m_connectionNews->setSession(session.get());
    if (session) {
        m_state->restoreColumns();
        m_editing->restore(session->description().url);
        m_search->setFocus();
    }
    m_editing->show();
    m_editing->bar().setArranging(false);
}

void MainWindow::setOpening(bool isOpening)
{
    m_pages->welcome().setOpening(isOpening);
    m_connectionNews->setOpening(isOpening);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const bool isFinished = m_isLeaving || m_editing->finishTyping();
    if (m_isLeaving || (isFinished && m_edits.isEmpty())) {
        if (m_session)
            m_state->saveWindow();
        m_drafts.flush();
        event->accept();
        return;
    }
    event->ignore();
    if (!isFinished)
        return;
    m_leaving->askThen(tr("Save the unsaved edits before closing?"), [this] {
        m_isLeaving = true;
        close();
    });
}

void MainWindow::save()
{
    m_editing->save();
}

void MainWindow::discard()
{
    m_editing->discard();
}

void MainWindow::showAppeared(const AddressRow &row)
{
    m_saving->noteThere(row.address.id);
    m_finder->show(row);
}

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
    on(m_actions->copy, [this] {
        if (auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget()))
            line->copy();
        else
            m_grid->copySelection();
    });
    on(m_actions->copyEnvelope, [this] { m_docks->form().copyEnvelope(); });
    on(m_actions->takeEditBack, [this] { m_grid->takeCurrentEditBack(); });
    on(m_actions->nextEdit, [this] {
        if (m_session && m_editing->finishTyping())
            m_tour->showNext();
    });
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
    on(m_actions->nextPane, [this] { m_panes->cycle(1); });
    on(m_actions->previousPane, [this] { m_panes->cycle(-1); });
}

void MainWindow::connectGrid()
{
    connect(m_grid, &AddressGrid::addressChosen, m_finder, &AddressFinder::choose);
    connect(m_grid, &AddressGrid::nothingChosen, &m_current, &CurrentAddress::clear);
    connect(&m_model, &AddressTableModel::countChanged, this, [this](qint64 count, bool isFinal) {
        m_status->setRows(count, isFinal, !m_model.query().search.isEmpty());
    });
    connect(&m_model, &AddressTableModel::busyChanged, this,
            [this](bool isBusy) { m_status->setBusy(QStringLiteral("addresses"), isBusy); });
    connect(m_noAddresses, &NoAddresses::newAddressRequested, m_lifecycle, &AddressLifecycle::createNew);
    connect(m_noAddresses, &NoAddresses::sampleRequested, this, &MainWindow::sampleRequested);
}

void MainWindow::connectAddress()
{
    connect(&m_current, &CurrentAddress::switched, this,
            [this] { m_actions->setAddressChosen(m_current.row().has_value()); });
    connect(m_lifecycle, &AddressLifecycle::appeared, this, &MainWindow::showAppeared);
    connect(m_lifecycle, &AddressLifecycle::restored, this,
            [this] { m_status->tell(tr("The address has been restored.")); });
    connect(m_lifecycle, &AddressLifecycle::deletedUnderEdits, m_saving, &SaveController::tellDeletedHere);
    connect(m_finder, &AddressFinder::wayBackChanged, m_actions->formerSearch, &QAction::setEnabled);
}

void MainWindow::connectEdits()
{
    connect(m_editing, &EditsDesk::barLeft, m_panes, &Panes::giveFocusBack);
    connect(&m_undo, &UndoSteps::stepped, m_tour, &EditTour::showStep);
    connect(m_tour, &EditTour::wentOn, m_editing, &EditsDesk::noteSeen);
    connect(m_tour, &EditTour::missed, m_saving, &SaveController::tellMissing);
    connect(m_tour, &EditTour::failed, m_finder, &AddressFinder::giveUp);
    connect(m_tour, &EditTour::failed, m_news, &AddressNews::tellReadingFailed);
    connect(m_refused, &RefusedTexts::showRequested, m_tour, &EditTour::showField);
    m_leaving->setReason([this] { return m_editing->bar().saveBar().reason(); });
}

void MainWindow::connectConnection()
{
    const WelcomePage *welcome = &m_pages->welcome();
    connect(welcome, &WelcomePage::openRequested, m_connection, &ConnectionController::openDatabaseDialog);
    connect(welcome, &WelcomePage::newRequested, m_connection, &ConnectionController::newDatabaseDialog);
    connect(welcome, &WelcomePage::connectRequested, m_connection, &ConnectionController::connectDialog);
    connect(welcome, &WelcomePage::sampleRequested, this, &MainWindow::sampleRequested);
    connect(m_connection, &ConnectionController::sessionOpened, this, &MainWindow::showSession);
    connect(m_connection, &ConnectionController::opening, this, &MainWindow::setOpening);
}

void MainWindow::connectHistory()
{
    connect(m_actions->showHistory, &QAction::triggered, this, [this] {
        m_docks->showHistory();
        m_docks->history().setFocus(Qt::ShortcutFocusReason);
    });
    connect(m_actions->fieldHistory, &QAction::triggered, this, [this] {
        const QString inForm = m_docks->form().focusedFieldId();
        m_docks->history().showField(inForm.isEmpty() ? m_grid->currentFieldId() : inForm);
        m_actions->showHistory->trigger();
    });
    connect(&m_docks->history(), &HistoryPanel::busyChanged, this,
            [this](bool isBusy) { m_status->setBusy(QStringLiteral("history"), isBusy); });
    // The history tells of it itself; what was told before is over.
    connect(&m_docks->history(), &HistoryPanel::reverted, m_status, &StatusLine::forget);
    connect(&m_docks->history(), &HistoryPanel::reverted, m_lifecycle, &AddressLifecycle::takeReverted);
    connect(&m_docks->history(), &HistoryPanel::reverted, m_editing, &EditsDesk::takeReverted);
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
    connect(m_requests, &CustomerRequests::addressRequested, this, [this](const AddressRow &row) {
        if (m_editing->finishTyping())
            showAppeared(row);
    });
    connect(m_requests, &CustomerRequests::restoreRequested, m_lifecycle, &AddressLifecycle::restore);
}

} // namespace addressdesk
