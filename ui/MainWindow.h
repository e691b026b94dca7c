#pragma once

#include "models/domain/CredentialStore.h"
#include "models/domain/DeskConnector.h"
#include "models/items/AddressTableModel.h"
#include "models/items/CurrentAddress.h"
#include "models/items/DraftStore.h"
#include "ui/desk/UndoSteps.h"

#include <QMainWindow>

class QSettings;

namespace addressdesk {

class AddressFinder;
class AddressGrid;
class AddressLifecycle;
class AddressNews;
class ConnectionController;
class ConnectionNews;
class CustomerRequests;
class DeskActions;
class DeskPages;
class EditsDesk;
class EditTour;
class LeaveGuard;
class MailDesk;
class MailService;
class MessageBar;
class NoAddresses;
class Panes;
class RefusedTexts;
class SaveController;
class SearchField;
class SetBackGuard;
class SideDocks;
class StatusLine;
class WindowState;

/// The one window: search and grid, the selected address and its history, unsaved edits at the foot. Puts the
/// parts together.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// The references have to outlive the window. `draftFolder` keeps unsaved edits between runs.
    MainWindow(DeskConnector &connector, CredentialStore &credentials, MailService &mailService,
               QSettings &settings, const QString &draftFolder, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Shows an open database; asks first when unsaved edits of another one would be left.
    void showSession(const std::shared_ptr<DeskSession> &session);
    [[nodiscard]] DeskSession *session() const { return m_session.get(); }
    [[nodiscard]] ConnectionController &connection() { return *m_connection; }
    [[nodiscard]] MailDesk &mails() { return *m_mails; }
    [[nodiscard]] MessageBar &messages() { return *m_messages; }
    [[nodiscard]] StatusLine &status() { return *m_status; }
    [[nodiscard]] AddressTableModel &addresses() { return m_model; }
    void setOpening(bool isOpening);

public slots:
    void save();
    void discard();

signals:
    void sampleRequested();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildCentre();
    void buildToolBar();
    void buildMenus();
    void connectActions();
    void connectGrid();
    void connectAddress();
    void connectEdits();
    void connectConnection();
    void connectHistory();
    void connectMails();
    void connectRequests();

    void giveParts(DeskSession *session);
    void takeSession(const std::shared_ptr<DeskSession> &session);
    void showAppeared(const AddressRow &row);

    StagedEdits m_edits;
    AddressTableModel m_model;
    CurrentAddress m_current;
    DraftStore m_drafts;
    UndoSteps m_undo;
    std::shared_ptr<DeskSession> m_session;

    DeskPages *m_pages = nullptr;
    AddressGrid *m_grid = nullptr;
    MessageBar *m_messages = nullptr;
    SearchField *m_search = nullptr;
    SideDocks *m_docks = nullptr;
    EditsDesk *m_editing = nullptr;
    Panes *m_panes = nullptr;
    NoAddresses *m_noAddresses = nullptr;
    AddressFinder *m_finder = nullptr;
    SetBackGuard *m_setBackGuard = nullptr;
    EditTour *m_tour = nullptr;
    AddressNews *m_news = nullptr;
    ConnectionNews *m_connectionNews = nullptr;
    StatusLine *m_status = nullptr;

    DeskActions *m_actions = nullptr;
    WindowState *m_state = nullptr;
    SaveController *m_saving = nullptr;
    RefusedTexts *m_refused = nullptr;
    LeaveGuard *m_leaving = nullptr;
    AddressLifecycle *m_lifecycle = nullptr;
    ConnectionController *m_connection = nullptr;
    MailDesk *m_mails = nullptr;
    CustomerRequests *m_requests = nullptr;
    bool m_isLeaving = false;
};

} // namespace addressdesk
