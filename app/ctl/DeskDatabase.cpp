#include "app/ctl/DeskDatabase.h"

#include "app/credentials/KeychainCredentialStore.h"
#include "app/ctl/Arguments.h"
#include "app/ctl/CtlText.h"
#include "app/ctl/Interruption.h"
#include "models/storage/DeskOpening.h"
#include "models/wording/Sentences.h"

#include <QEventLoop>
#include <QFileInfo>

namespace addressdesk {

namespace {

constexpr std::chrono::seconds keyringPatience{30};

/// Asking libsecret without a session bus would only cost time.
bool hasSessionBus()
{
    const QString runtimeFolder = qEnvironmentVariable("XDG_RUNTIME_DIR");
    return qEnvironmentVariableIsSet("DBUS_SESSION_BUS_ADDRESS") ||
           (!runtimeFolder.isEmpty() && QFileInfo::exists(runtimeFolder + QStringLiteral("/bus")));
}

std::optional<QString> passwordFromKeyring(const DatabaseUrl &url)
{
    if (!hasSessionBus())
        return std::nullopt;
    KeychainCredentialStore store(nullptr, keyringPatience);
    std::optional<QString> password;
    QEventLoop loop;
    store.read(url.credentialKey(), &loop, [&](const Result<std::optional<QString>> &read) {
        password = read.value_or(std::nullopt);
        loop.quit();
    });
    loop.exec();
    return password;
}

/// `password` is set when the keyring had to be asked.
Result<std::unique_ptr<SqlConnection>> connect(const DatabaseUrl &url, const ConnectionOptions &options,
                                               QString &password)
{
    auto connection = SqlConnection::open(url, {}, options);
    if (connection || connection.error().code != ErrorCode::PasswordRequired)
        return connection;
    const std::optional<QString> kept = passwordFromKeyring(url);
    if (!kept)
        return connection;
    password = *kept;
    return SqlConnection::open(url, password, options);
}

} // namespace

tl::expected<DatabaseUrl, Refusal> DeskDatabase::urlOf(const Arguments &arguments)
{
    const QString given =
        arguments.value(QStringLiteral("database")).value_or(qEnvironmentVariable("ADDRESS_DESK_DATABASE"));
    if (given.isEmpty())
        return tl::unexpected(wrongUsage(
            CtlText::tr("Which database? Give --database URL or set ADDRESS_DESK_DATABASE; a URL is "
                        "sqlite:FILE or postgresql://user@host:port/name.")));
    const Result<DatabaseUrl> url = DatabaseUrl::parse(given);
    if (!url)
        return tl::unexpected(Refusal{ExitStatus::WrongUsage, QStringLiteral("usage"),
                                      CtlText::tr("The database's URL is not understood."),
                                      wording::technicalDetails(url.error())});
    return *url;
}

DeskDatabase::DeskDatabase(std::unique_ptr<SqlConnection> connection, QString password,
                           Interruption &interruption)
    : m_connection(std::move(connection)), m_url(m_connection->url()), m_password(std::move(password)),
      m_interruption(interruption)
{
    m_interruption.watch(m_connection.get());
}

DeskDatabase::~DeskDatabase()
{
    m_interruption.watch(nullptr);
}

tl::expected<std::unique_ptr<DeskDatabase>, Refusal>
DeskDatabase::open(const Arguments &arguments, Interruption &interruption, const Options &options)
{
    const auto url = urlOf(arguments);
    if (!url)
        return tl::unexpected(url.error());
    ConnectionOptions connectionOptions;
    connectionOptions.isReadOnly = options.isReadOnly;
    connectionOptions.mayCreateFile = options.mayCreateFile;
    if (!options.hasTimeLimit)
        connectionOptions.statementTimeout = std::chrono::milliseconds(0);

    const auto unavailable = [&url](const Error &error) {
        Refusal refusal = refusalOf(error, &*url);
        refusal.status = ExitStatus::Unavailable;
        return tl::unexpected(refusal);
    };
    QString password;
    auto connection = connect(*url, connectionOptions, password);
    if (!connection)
        return unavailable(connection.error());
    std::unique_ptr<DeskDatabase> database(new DeskDatabase(std::move(*connection), password, interruption));
    if (options.wants == Wants::Connection)
        return database;
    auto schema = SchemaInitialiser(database->connection(), SchemaMapping::native()).effective();
    if (!schema)
        return unavailable(schema.error());
    database->m_schema = std::move(*schema);
    return database;
}

QString DeskDatabase::actor() const
{
    return deskOpening::accountName();
}

tl::unexpected<Refusal> DeskDatabase::refused(const Error &error) const
{
    return tl::unexpected(refusalOf(error, &m_url));
}

} // namespace addressdesk
