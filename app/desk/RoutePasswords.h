#pragma once

#include "models/domain/CredentialStore.h"
#include "models/domain/MailService.h"

#include <QHash>

#include <functional>

namespace addressdesk {

/// The passwords of mail servers: in the keyring, and those that were used in memory. Lives on the GUI
/// thread.
class RoutePasswords final : public QObject
{
    Q_OBJECT

public:
    using Use = std::function<void(const Result<QString> &)>;

    /// `credentials` has to outlive this.
    explicit RoutePasswords(CredentialStore &credentials, QObject *parent = nullptr);

    /// Calls `use` with the password for `route`: `given`, or the one that is known, at once; otherwise later
    /// with what the keyring says. Empty where none is needed; PasswordRequired where none is known, with the
    /// keyring's words.
    void with(const MailRoute &route, const std::optional<QString> &given, Use use);
    /// Known until the program ends, whatever the keyring says.
    void remember(const MailRoute &route, const QString &password);
    /// remember(), and puts it into the keyring. Errors: CredentialsUnavailable.
    void keep(const MailRoute &route, const QString &password, QObject *context,
              MailService::DoneHandler handler);

private:
    [[nodiscard]] static QString keyOf(const MailRoute &route);

    CredentialStore &m_credentials;
    QHash<QString, QString> m_known; ///< By keyOf().
};

} // namespace addressdesk
