#include "models/storage/DeskOpening.h"

#include "models/storage/OfficeSettingsRepository.h"
#include "models/storage/SqlConnection.h"
#include "models/storage/StatementRun.h"

#include <pwd.h>
#include <unistd.h>

namespace addressdesk::deskOpening {

namespace {

/// PostgreSQL's session user cannot be chosen by the desk; a file knows no users.
Result<QString> actorOf(SqlConnection &connection)
{
    if (connection.url().kind == DatabaseUrl::Kind::Sqlite)
        return accountName();
    const Result<Statement *> statement =
        connection.prepared(QStringLiteral("SELECT CAST(session_user AS text)"));
    if (!statement)
        return tl::unexpected(statement.error());
    if (const Done ran = (*statement)->exec(); !ran)
        return tl::unexpected(ran.error());
    const QString actor = (*statement)->next() ? (*statement)->text(0).value_or(QString()) : QString();
    (*statement)->finish();
    return actor;
}

/// An office that has said anything of itself keeps its language.
Done chooseLanguage(SqlConnection &connection, const QString &language)
{
    if (language.isEmpty())
        return {};
    OfficeSettingsRepository repository(connection);
    Result<OfficeSettings> settings = repository.load();
    if (!settings)
        return tl::unexpected(settings.error());
    if (*settings != OfficeSettings())
        return {};
    settings->language = language;
    return repository.save(*settings);
}

} // namespace

Result<OpenedDesk> open(SqlConnection &connection, const SchemaMapping &wanted, SchemaPolicy policy,
                        const QString &mailLanguage)
{
    const SchemaInitialiser initialiser(connection, wanted);
    if (policy == SchemaPolicy::Initialise) {
        if (const Done applied = initialiser.apply(); !applied)
            return tl::unexpected(applied.error());
        if (const Done chosen = chooseLanguage(connection, mailLanguage); !chosen)
            return tl::unexpected(chosen.error());
    }
    Result<EffectiveSchema> schema = initialiser.effective();
    if (!schema)
        return tl::unexpected(schema.error());
    Result<DatabaseDescription> description = describe(connection, schema->mapping);
    if (!description)
        return tl::unexpected(description.error());
    return OpenedDesk{std::move(*schema), std::move(*description)};
}

Result<DatabaseDescription> describe(SqlConnection &connection, const SchemaMapping &mapping)
{
    const Result<QString> actor = actorOf(connection);
    if (!actor)
        return tl::unexpected(actor.error());
    DatabaseDescription description;
    description.url = connection.url();
    description.actor = *actor;
    description.serverVersion = connection.serverVersion();
    description.isReadOnly = connection.isReadOnly();
    description.isEncrypted = connection.isEncrypted();
    description.mapping = mapping;
    return description;
}

QString accountName()
{
    const passwd *account = getpwuid(geteuid());
    return account ? QString::fromLocal8Bit(account->pw_name) : QString::number(geteuid());
}

} // namespace addressdesk::deskOpening
