#pragma once

#include "models/domain/CredentialStore.h"
#include "models/domain/DeskConnector.h"

#include <QHash>
#include <QPointer>
#include <QWidget>

#include <memory>
#include <optional>

namespace addressdesk {

/// Opens one database at a time: finds its password, asks where it has to, offers to create missing tables,
/// and answers once: opened(), failed() or cancelled().
class DatabaseOpener final : public QObject
{
    Q_OBJECT

public:
    struct Attempt
    {
        DatabaseUrl url;
        std::optional<QString> password; ///< None: from this session, the keyring or a question.
        std::optional<bool>
            isPasswordKept;     ///< Keep it in the keyring, or take it out; none: leave the keyring as it is.
        bool isNewFile = false; ///< Create the file and its tables without asking.
        QString mailLanguage;   ///< Of mails, in a new database.
    };

    /// The references have to outlive this object. `window` is what questions are asked above.
    DatabaseOpener(DeskConnector &connector, CredentialStore &credentials, QWidget *window,
                   QObject *parent = nullptr);
    ~DatabaseOpener() override;

    /// A running attempt is cancelled first.
    void open(const Attempt &attempt);
    void cancel();
    [[nodiscard]] bool isBusy() const { return m_attempt != nullptr; }

    /// Connects, looks and disconnects; the handler is dropped with `context`. Uses what this session knows
    /// as password when `attempt` has none.
    void test(const Attempt &attempt, QObject *context, DeskConnector::TestHandler handler);

    /// Questions stand above this dialog instead of the window, while it exists.
    void askAbove(QWidget *dialog) { m_above = dialog; }

signals:
    void opened(const std::shared_ptr<addressdesk::DeskSession> &session);
    void failed(const addressdesk::Error &error, const addressdesk::DatabaseUrl &url);
    void cancelled();
    void busyChanged(bool isBusy);
    /// The keyring did not take or give the password; the sentence says so.
    void passwordNotKept(const QString &sentence);

private:
    class Running;

    void findPassword();
    void readKeyring();
    void connectNow();
    void handle(const Result<std::shared_ptr<DeskSession>> &result);
    void handleRefusal(const Error &error);
    void askPassword(const Error &error);
    void askForTables();
    void offerTables(const QList<SchemaStep> &steps);
    void finishOpened(const std::shared_ptr<DeskSession> &session);
    void finishFailed(const Error &error);
    void finishCancelled();
    void keepPassword(const DatabaseUrl &url, const QString &password, bool isKept);
    void sayNotKept();
    [[nodiscard]] QWidget *above() const;
    [[nodiscard]] std::unique_ptr<Running> end();

    DeskConnector &m_connector;
    CredentialStore &m_credentials;
    QPointer<QWidget> m_window;
    QPointer<QWidget> m_above;
    std::unique_ptr<Running> m_attempt;
    QHash<QString, QString> m_sessionPasswords; ///< By credential key; in memory only.
};

} // namespace addressdesk
