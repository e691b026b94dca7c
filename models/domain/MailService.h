#pragma once

#include "models/domain/MailRecord.h"
#include "models/domain/MailRoute.h"
#include "models/domain/OfficeSettings.h"

#include <QObject>

#include <functional>

namespace addressdesk {

class DeskSession;

/// A mail as it can be shown.
struct MailPreview
{
    QString subject;
    QString text;
    QString html;
    bool hasLinks = false; ///< It is the mail itself, with the links that the customer has.
    QString file;          ///< Where the mail itself was written, absolute; empty when it is not known.
};

/// Port: what sends mails on this machine. Lives on the GUI thread and follows the open database. Answers
/// exactly once, later, on that thread, unless `context` is gone.
class MailService : public QObject
{
    Q_OBJECT

public:
    using DoneHandler = std::function<void(const Done &)>;
    using PreviewHandler = std::function<void(const Result<MailPreview> &)>;

    using QObject::QObject;

    /// nullptr: no database is open.
    virtual void setSession(DeskSession *session) = 0;

    /// Whether this desk sends the mails of its database. On PostgreSQL `address-deskctl serve` sends for the
    /// office.
    [[nodiscard]] virtual bool sendsHere() const = 0;
    [[nodiscard]] virtual MailRoute route() const = 0;
    /// Keeps the route; a password goes into the keyring, std::nullopt leaves the one that is there. Errors:
    /// CredentialsUnavailable (the route is kept all the same, the password until the program ends).
    virtual void setRoute(const MailRoute &route, const std::optional<QString> &password, QObject *context,
                          DoneHandler handler) = 0;
    /// Sends a test mail by a route that need not be kept yet. Errors: InvalidValue for an address that
    /// cannot be one; PasswordRequired, and nothing was tried, where none is known; ConnectionFailed;
    /// RecipientRefused, SenderRefused, MessageRefused and ServiceRefused with the server's words in
    /// `detail`; AuthenticationFailed; CertificateRejected; TlsUnavailable; ReadOnly for a folder.
    virtual void sendTest(const MailRoute &route, const std::optional<QString> &password,
                          const OfficeSettings &settings, const QString &recipient, QObject *context,
                          DoneHandler handler) = 0;
    /// Tries at once what waits after a problem.
    virtual void retry() = 0;
    /// The mail as it went into the folder, or as it would be written now, without links.
    virtual void preview(const MailRecord &mail, QObject *context, PreviewHandler handler) = 0;

    /// Where this desk itself answers links while its database is open, for example "http://127.0.0.1:41234";
    /// empty when it does not.
    [[nodiscard]] virtual QString gatewayUrl() const = 0;
    /// Why no mail can be sent now; std::nullopt when nothing is wrong. PasswordRequired: the route's
    /// password is not known, so nothing is tried.
    [[nodiscard]] virtual std::optional<Error> problem() const = 0;

signals:
    /// Route, gateway or problem have changed.
    void stateChanged();
};

} // namespace addressdesk
