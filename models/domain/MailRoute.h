#pragma once

#include <QString>

namespace addressdesk {

/// Where a desk hands its mails over. Kept on this machine for one database, never in the database: a file
/// that somebody sends must not choose where another machine's mails go.
struct MailRoute
{
    enum class Kind {
        None,   ///< Mails wait.
        Folder, ///< Each mail becomes a file; nothing leaves the machine.
        Smtp    ///< A mail server.
    };
    enum class Security {
        ImplicitTls, ///< TLS from the first byte (RFC 8314), as on port 465.
        StartTls,    ///< Clear at first, then TLS or nothing at all (RFC 3207), as on port 587.
        Clear        ///< For a relay on the same machine. Never with a password.
    };

    Kind kind = Kind::None;
    QString folder;
    QString host;
    int port = 587;
    Security security = Security::StartTls;
    QString user; ///< Empty: the server wants none.

    /// The port that goes with a kind of security.
    [[nodiscard]] static int usualPort(Security security);
    /// Whether the text is a host name or an IP address that may stand in a URL.
    [[nodiscard]] static bool isHost(const QString &text);
    /// Whether the host is this computer: what is sent there passes nobody.
    [[nodiscard]] static bool isThisComputer(const QString &host);

    [[nodiscard]] bool operator==(const MailRoute &) const = default;
};

} // namespace addressdesk
