#pragma once

#include "app/mail/SmtpSettings.h"
#include "models/domain/OutgoingMail.h"

#include <memory>

namespace addressdesk {

/// Hands messages to a mail server by SMTP (RFC 5321) through libcurl, over one connection that stays open
/// between messages. The server's certificate and name are always checked.
class SmtpTransport final : public MailTransport
{
public:
    explicit SmtpTransport(SmtpSettings settings);
    ~SmtpTransport() override; ///< Says QUIT.

    /// Blocks for at most SmtpSettings::messageTimeout, twice that when the server had closed the kept
    /// connection. A mail that broke off while the server had all of it counts as not sent: at least once.
    [[nodiscard]] Delivery deliver(const MailMessage &message) override;
    /// Takes effect within about a second.
    void abort() override;

private:
    class Session;
    std::unique_ptr<Session> m_session;
};

} // namespace addressdesk
