#pragma once

#include "ui/connection/DatabaseOpener.h"
#include "ui/connection/RecentDatabases.h"

class QDialog;
class QMenu;
class QSettings;

namespace addressdesk {

/// Everything of the menu File that opens a database. Lives on the GUI thread; nothing here waits.
class ConnectionController final : public QObject
{
    Q_OBJECT

public:
    /// The references have to outlive the controller; `window` is what dialogs stand above and owns the menu.
    ConnectionController(DeskConnector &connector, CredentialStore &credentials, QSettings &settings,
                         QWidget *window);

    /// Recent databases; kept up to date.
    [[nodiscard]] QMenu *recentMenu() const { return m_recentMenu; }
    [[nodiscard]] bool isOpening() const { return m_opener.isBusy(); }

public slots:
    void openDatabaseDialog();
    void newDatabaseDialog();
    void connectDialog();
    void openUrl(const addressdesk::DatabaseUrl &url);
    /// Stops an attempt to open; opening(false) follows, and nothing else. Does nothing when none runs.
    void cancelOpening();

signals:
    void sessionOpened(const std::shared_ptr<addressdesk::DeskSession> &session);
    /// Not for failures that an open dialog shows itself.
    void openFailed(const QString &sentence, const QString &details);
    void opening(bool isOpening);
    /// A sentence worth telling beside an opened database: the keyring did not keep the password.
    void noticeRaised(const QString &sentence);

private:
    void createDatabase(const QString &file);
    void fillRecentMenu();
    void tellFailed(const Error &error, const DatabaseUrl &url);
    void rememberFolder(const DatabaseUrl &url);
    [[nodiscard]] QString startFolder() const;

    CredentialStore &m_credentials;
    QSettings &m_settings;
    QPointer<QWidget> m_window;
    RecentDatabases m_recent;
    DatabaseOpener m_opener;
    QPointer<QDialog> m_connectDialog;
    QMenu *m_recentMenu;
};

} // namespace addressdesk
