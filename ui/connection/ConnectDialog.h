#pragma once

#include "models/domain/CredentialStore.h"
#include "ui/connection/DatabaseOpener.h"

#include <QDialog>

class QComboBox;
class QProgressBar;
class QPushButton;

namespace addressdesk {

class ConnectForm;
class FoldedMessage;

/// Connects to a PostgreSQL server: the form, recent servers, a test, and the connection itself. Closes when
/// the database is open; what was typed stays while it is not.
class ConnectDialog final : public QDialog
{
    Q_OBJECT

public:
    /// `recent` is offered on top, newest first. The references have to outlive the dialog.
    ConnectDialog(DatabaseOpener &opener, CredentialStore &credentials, const QList<DatabaseUrl> &recent,
                  QWidget *parent = nullptr);
    ~ConnectDialog() override;

    void reject() override; ///< While connecting: stops that, and leaves the dialog open.

protected:
    bool event(QEvent *event) override;

private:
    enum class Activity { None, Testing, Connecting };

    void buildWidgets(const QList<DatabaseUrl> &recent);
    void buildRecent(const QList<DatabaseUrl> &recent);
    [[nodiscard]] QWidget *buildButtons();
    void chooseRecent(int index);
    void startTest();
    void startConnecting();
    void setActivity(Activity activity);
    void tellTested(const Result<DatabaseDescription> &result, const DatabaseUrl &url);
    void tellFailed(const Error &error, const DatabaseUrl &url);
    [[nodiscard]] bool isComplete();
    [[nodiscard]] DatabaseOpener::Attempt attempt() const;

    DatabaseOpener &m_opener;
    CredentialStore &m_credentials;
    Activity m_activity = Activity::None;
    std::unique_ptr<QObject> m_test; ///< Context of a running test: without it the answer is dropped.
    bool m_wasRemembered = false;    ///< The keyring had this password.
    QComboBox *m_recent = nullptr;
    ConnectForm *m_form = nullptr;
    FoldedMessage *m_message = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_testButton = nullptr;
    QPushButton *m_connectButton = nullptr;
    QPushButton *m_cancelButton = nullptr;
};

} // namespace addressdesk
