#pragma once

#include "models/domain/Error.h"
#include "models/domain/MailRoute.h"

#include <QString>

#include <chrono>

namespace addressdesk {

/// How mails are handed to the company's mail server.
struct SmtpSettings
{
    using Security = MailRoute::Security;

    QString host;
    int port = MailRoute::usualPort(Security::StartTls);
    Security security = Security::StartTls;
    QString user; ///< Empty: without AUTH.
    QString password;
    QString caFile;              ///< PEM file of the authorities to trust; empty: that of the environment's
                                 ///< SSL_CERT_FILE, as programs with OpenSSL have it, else the system's.
    QString heloName;            ///< What this machine calls itself in EHLO; empty: its host name.
    bool allowClearText = false; ///< Allows Security::Clear to other machines.
    std::chrono::milliseconds connectTimeout{15'000};
    std::chrono::milliseconds messageTimeout{60'000}; ///< For one whole message, connecting included.

    /// Of a server's command line: "smtp://user@host:587" for StartTls, "smtps://user@host:465" for
    /// ImplicitTls, "smtp://localhost:25?tls=none" for Clear; the ports may be left out. An @ in the user's
    /// name is written %40. InvalidArgument with a detail that says what is wrong, in English, and never
    /// repeats a password; a URL that holds one is refused.
    [[nodiscard]] static Result<SmtpSettings> fromUrl(const QString &text);

    /// Whether these settings can be used. InvalidArgument as fromUrl(): no host, no port, or clear text
    /// where it must not be.
    [[nodiscard]] Done check() const;

    [[nodiscard]] bool operator==(const SmtpSettings &) const = default;
};

} // namespace addressdesk
