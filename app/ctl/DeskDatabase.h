#pragma once

#include "app/ctl/Command.h"
#include "models/storage/SchemaInitialiser.h"
#include "models/storage/SqlConnection.h"

#include <memory>

namespace addressdesk {

class Arguments;
class Interruption;

/// The database that a command works on: connected, with its schema known.
class DeskDatabase final
{
public:
    enum class Wants {
        Schema,    ///< The tables have to be there.
        Connection ///< Whatever is there; a missing SQLite file is created.
    };

    struct Options
    {
        Wants wants = Wants::Schema;
        bool isReadOnly = false;
        bool hasTimeLimit = true; ///< Long work has none.
        bool mayCreateFile = false;
    };

    /// The one that --database or ADDRESS_DESK_DATABASE names. The password comes from PGPASSWORD, a password
    /// file or, when the server asks for one, the keyring.
    [[nodiscard]] static tl::expected<std::unique_ptr<DeskDatabase>, Refusal>
    open(const Arguments &arguments, Interruption &interruption, const Options &options);
    /// What --database or ADDRESS_DESK_DATABASE says.
    [[nodiscard]] static tl::expected<DatabaseUrl, Refusal> urlOf(const Arguments &arguments);
    ~DeskDatabase();
    DeskDatabase(const DeskDatabase &) = delete;
    DeskDatabase &operator=(const DeskDatabase &) = delete;

    [[nodiscard]] SqlConnection &connection() const { return *m_connection; }
    [[nodiscard]] const DatabaseUrl &url() const { return m_url; }
    /// What further connections need; empty where the server wants none, or libpq finds it by itself.
    [[nodiscard]] const QString &password() const { return m_password; }
    [[nodiscard]] const SchemaMapping &mapping() const
    {
        return m_schema.mapping;
    } ///< Only with Wants::Schema.
    [[nodiscard]] const EffectiveSchema &schema() const { return m_schema; }
    [[nodiscard]] QString actor() const; ///< Whom SQLite's events name: the account that runs the program.

    [[nodiscard]] tl::unexpected<Refusal> refused(const Error &error) const;

private:
    DeskDatabase(std::unique_ptr<SqlConnection> connection, QString password, Interruption &interruption);

    std::unique_ptr<SqlConnection> m_connection;
    DatabaseUrl m_url;
    QString m_password;
    EffectiveSchema m_schema;
    Interruption &m_interruption;
};

} // namespace addressdesk
