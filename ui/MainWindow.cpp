#include "ui/MainWindow.h"

#include "models/wording/Sentences.h"
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
#include "ui/desk/DeliveryDoubts.h"
#include "ui/desk/DeskActions.h"
#include "ui/desk/EditsBar.h"
#include "ui/desk/EditTour.h"
#include "ui/desk/EmptyDesk.h"
#include "ui/desk/LeaveGuard.h"
#include "ui/desk/Panes.h"
#include "ui/desk/RefusedTexts.h"
#include "ui/desk/SaveController.h"
#include "ui/desk/SideDocks.h"
#include "ui/desk/TextKeys.h"
#include "ui/desk/WelcomePage.h"
#include "ui/desk/WindowState.h"
#include "ui/history/HistoryPanel.h"
#include "ui/mail/MailDesk.h"
#include "ui/messages/MessageBar.h"
#include "ui/messages/StatusLine.h"
#include "ui/tasks/CustomerRequests.h"
#include "ui/widgets/ColumnWidths.h"
#include "ui/widgets/ScrolledForm.h"

#include <QCloseEvent>
#include <QHeaderView>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>
#include <QStatusBar>
#include <QToolBar>
#include <QVBoxLayout>

namespace addressdesk {

using appearance::step;

MainWindow::MainWindow(DeskConnector &connector, CredentialStore &credentials, MailService &mailService,
                       QSettings &settings, const QString &draftFolder, QWidget *parent)
    : QMainWindow(parent), m_model(m_edits), m_drafts(draftFolder, m_edits), m_undo(m_edits)
{
    setObjectName(QStringLiteral("mainWindow"));
    setWindowTitle(tr("Address Desk"));
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
    buildEditsBar();
    buildToolBar();
    m_panes =
        new Panes({*m_search, *m_grid, m_docks->form(), m_docks->history(), *m_editsBar, *m_messages}, *this);
    m_empty = new EmptyDesk(m_model, *m_grid, *m_search, this);
    m_finder =
        new AddressFinder({m_model, m_current, *m_search, *m_grid, m_docks->form(), *m_messages}, this);
    m_tour = new EditTour(m_edits, m_current, *m_finder, *m_grid, *m_docks, this);
    buildMenus();
    new TextKeys(this);
    m_state = new WindowState(settings, *this, *m_grid, m_model);
    connectActions();
    connectGrid();
    connectSearch();
    connectEdits();
    connectSaving();
    connectConnection();
    connectHistory();
    connectMails();
    connectRequests();
    m_editsBar->saveBar().setRecentReasons(m_state->recentReasons());
    m_state->restoreGeometry();
    takeSession(nullptr);
}

MainWindow::~MainWindow()
{
    m_drafts.close();
    m_mails->setSession(nullptr);
    m_edits.disconnect();
    m_model.disconnect();
    m_current.disconnect();
    // The widgets go before what they show.
    qDeleteAll(findChildren<QWidget *>(QString(), Qt::FindDirectChildrenOnly));
}

void MainWindow::buildCentre()
{
    m_pages = new QStackedWidget(this);
    m_welcome = new WelcomePage(m_pages);
    auto *desk = new QWidget(m_pages);
    m_grid = new AddressGrid(m_model, desk);
    m_pages->addWidget(new ScrolledForm(m_welcome, m_pages));
    m_pages->addWidget(desk);
    auto *deskLayout = new QVBoxLayout(desk);
    deskLayout->setContentsMargins(0, 0, 0, 0);
    deskLayout->addWidget(m_grid);

    auto *centre = new QWidget(this);
    m_messages = new MessageBar(centre);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_pages, 1);
    // Below the rows: a message that comes pushes none of them.
    layout->addWidget(m_messages);
    setCentralWidget(centre);
}

void MainWindow::buildEditsBar()
{
    m_editsBar = new EditsBar(m_edits, *m_grid, *m_docks, *this);
    m_doubts = new DeliveryDoubts(m_edits, m_model, m_current, m_editsBar->saveBar(), this);
    m_editsBar->saveBar().setDiscardKey(m_actions->discard->shortcut());
}

void MainWindow::buildToolBar()
{
    auto *toolBar = new QToolBar(tr("Main toolbar"), this);
    toolBar->setObjectName(QStringLiteral("mainToolBar"));
    toolBar->setAccessibleName(tr("Main toolbar"));
    toolBar->setMovable(false);
    toolBar->toggleViewAction()->setVisible(false);
    toolBar->setIconSize({5 * step, 5 * step});
    toolBar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_actions->fillToolBar(*toolBar);
    m_search = new SearchField(toolBar);
    m_search->setMaximumWidth(160 * step);
    toolBar->addWidget(m_search);
    addToolBar(Qt::TopToolBarArea, toolBar);
    setContextMenuPolicy(Qt::NoContextMenu);
}

void MainWindow::buildMenus()
{
    m_columnsMenu = new ColumnsMenu(*m_grid, this);
    m_actions->buildMenus({m_connection->recentMenu(), m_columnsMenu, new SortMenu(*m_grid, this),
                           m_docks->formAction(), m_docks->historyAction(),
                           m_docks->history().previousAction(), m_docks->history().nextAction(),
                           m_docks->history().setBackAction(), m_docks->history().setSaveBackAction()});
    m_grid->addActions(m_actions->cellActions());
    m_grid->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void MainWindow::showSession(const std::shared_ptr<DeskSession> &session)
{
    if (session == m_session || !finishTyping())
        return;
    m_leaving->askThen(tr("Save the unsaved edits before the other database is shown?"),
                       [this, session] { takeSession(session); });
}

void MainWindow::takeSession(const std::shared_ptr<DeskSession> &session)
{
    m_editsBar->setArranging(true);
    if (m_session)
        m_state->saveWindow();
    m_search->clear();
    m_search->flush();
    m_state->restoreSort();
    // Every part lets go before the old session does.
    for (DeskSession *part : {static_cast<DeskSession *>(nullptr), session.get()}) {
        if (!part && !m_session)
            continue;
        m_saving->setSession(part);
        m_lifecycle->setSession(part);
        m_current.setSession(part);
        m_docks->history().setSession(part);
        m_mails->setSession(part);
        m_requests->setSession(part);
        m_model.setSession(part);
        m_empty->setSession(part);
        m_finder->setOpen(part != nullptr);
        m_tour->setSession(part);
        if (!part) {
            m_drafts.close();
            m_edits.clear();
            m_undo.stack().clear();
            m_session.reset();
        }
    }
    m_session = session;
    const bool isWritable = session && !session->description().isReadOnly;
    m_messages->dismissAll();
    m_status->setDatabase(session ? &session->description() : nullptr);
    m_actions->setDatabaseOpen(session != nullptr, isWritable);
    m_undo.setMapping(m_session ? m_session->mapping() : SchemaMapping::native());
    m_refused->setMapping(m_session ? m_session->mapping() : SchemaMapping::native());
    m_doubts->setMapping(m_session ? m_session->mapping() : SchemaMapping::native());
    m_docks->form().setMapping(m_session ? m_session->mapping() : SchemaMapping::native(), isWritable);
    m_panes->arrange();
    m_search->setEnabled(session != nullptr);
    m_state->showLayout(session != nullptr);
    showPage(session ? 1 : 0);
    setWindowTitle(session ? tr("%1[*] — Address Desk").arg(session->description().url.displayName())
                           : tr("Address Desk"));
    if (session)
        connectSession();
    showEdits();
    m_editsBar->setArranging(false);
}

/// The window may be as small as the page that is shown, whatever the other one needs.
void MainWindow::showPage(int shown)
{
    for (int page = 0; page < m_pages->count(); ++page) {
        const QSizePolicy::Policy policy = page == shown ? QSizePolicy::Preferred : QSizePolicy::Ignored;
        m_pages->widget(page)->setSizePolicy(policy, policy);
    }
    m_pages->setCurrentIndex(shown);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    const bool isFinished = m_isLeaving || finishTyping();
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

} // namespace addressdesk
