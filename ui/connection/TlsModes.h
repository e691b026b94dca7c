#pragma once

#include <QList>
#include <QString>

namespace addressdesk {

/// One way to protect the connection to a server.
struct TlsMode
{
    QString name;  ///< libpq's sslmode; empty: chosen by where the server is.
    QString words; ///< For people, with libpq's name in brackets.
    bool verifiesCertificate = false;
};

/// In the order in which they are offered.
[[nodiscard]] QList<TlsMode> tlsModes();

} // namespace addressdesk
