#pragma once

#include "models/storage/DriverLink.h"

namespace addressdesk {

/// While it lives, libpq and the C library speak English on this thread, whatever the desk's language is.
class EnglishMessages final
{
public:
    EnglishMessages();
    ~EnglishMessages();
    EnglishMessages(const EnglishMessages &) = delete;
    EnglishMessages &operator=(const EnglishMessages &) = delete;

private:
    void *m_english = nullptr;
    void *m_previous = nullptr;
};

/// Finds out why a server refused a connection. Qt passes only a text on, which is in the server's language;
/// a second attempt through libpq asks for the SQLSTATE.
class PostgresConnectionProbe final
{
public:
    /// The error with its code and SQLSTATE, or unchanged when the second attempt tells nothing new.
    [[nodiscard]] static Error explained(Error error, const DatabaseUrl &url, const QString &password,
                                         const ConnectionOptions &options);
};

} // namespace addressdesk
