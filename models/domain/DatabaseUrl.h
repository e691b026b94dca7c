#pragma once

#include "models/domain/Error.h"

#include <QString>

namespace addressdesk {

/// Where a database is: `sqlite:FILE` or libpq's `postgresql://user@host:port/name?sslmode=…`. Never holds a
/// password.
struct DatabaseUrl
{
    enum class Kind { Sqlite, Postgresql };

    Kind kind = Kind::Sqlite;
    QString file; ///< SQLite only; absolute after parse().
    QString host; ///< PostgreSQL: name, address or the folder of a Unix socket.
    int port = 5432;
    QString database;
    QString user;
    QString sslMode; ///< disable, allow, prefer, require, verify-ca, verify-full; empty: "prefer" on a Unix
                     ///< socket or loopback, else "require".
    QString sslRootCert; ///< File of trusted certificates; empty: libpq's default.

    /// Errors: InvalidArgument with what is wrong. A password in the URL is refused, because command lines
    /// and recent lists leak.
    [[nodiscard]] static Result<DatabaseUrl> parse(const QString &text);
    /// Whether `text` can be a URL's host: a name or an address, the folder of a Unix socket, several of them
    /// with commas between (libpq tries one after the other), or nothing.
    [[nodiscard]] static bool canBeHost(const QString &text);
    [[nodiscard]] static DatabaseUrl sqlite(const QString &file);

    [[nodiscard]] QString toString() const;
    /// Short, for title bars and lists: the file's name, or "name on host".
    [[nodiscard]] QString displayName() const;
    /// Key of this database's password in a credential store.
    [[nodiscard]] QString credentialKey() const;
    [[nodiscard]] QString effectiveSslMode() const;

    [[nodiscard]] bool operator==(const DatabaseUrl &) const = default;
};

} // namespace addressdesk
