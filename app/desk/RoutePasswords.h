#pragma once

#include "models/domain/CredentialStore.h"
#include "models/domain/MailService.h"

#include <functional>

namespace addressdesk {

/// The passwords of mail servers: in the keyring, and the one that was used last in memory. Lives on the GUI
/// thread.
class RoutePasswords final : public QObject
{
    Q_OBJECT

public:
    using Use = std::function<void(const Result<QString> &)>;

    /// `credentials` has to outlive this.
    explicit RoutePasswords(CredentialStore &credentials, QObject *parent = nullptr);

    /// Calls `use` with the password for `route`: `given`, or the one that is known, at once; otherwise later
    /// with what the keyring says. Empty where none is needed or kept.
    void with(const MailRoute &route, const std::optional<QString> &given, Use use);
    /// Known until the program ends, whatever the keyring says.
    void remember(const MailRoute &route, const QString &password);
    /// remember(), and puts it into the keyring. Errors: CredentialsUnavailable.
    void keep(const MailRoute &route, const QString &password, QObject *context,
              MailService::DoneHandler handler);

private:
    [[nodiscard]] static QString keyOf(const MailRoute &route);

    CredentialStore &m_credentials;
    QString m_key; ///< Of the password that is known.
    QString m_password;
};

} // namespace addressdesk
