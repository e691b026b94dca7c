#include "models/domain/DatabaseUrl.h"

#include <QFileInfo>
#include <QStringList>
#include <QUrl>
#include <QUrlQuery>

#include <algorithm>
#include <optional>

namespace addressdesk {

namespace {

const QStringList &sslModes()
{
    static const QStringList modes{QStringLiteral("disable"),   QStringLiteral("allow"),
                                   QStringLiteral("prefer"),    QStringLiteral("require"),
                                   QStringLiteral("verify-ca"), QStringLiteral("verify-full")};
    return modes;
}

/// The port where a URL names none, as libpq has it: the environment's, else PostgreSQL's own.
Result<int> defaultPort()
{
    constexpr int usualPort = 5432;
    const QString given = qEnvironmentVariable("PGPORT");
    if (given.isEmpty())
        return usualPort;
    bool isNumber = false;
    const int port = given.toInt(&isNumber);
    if (!isNumber || port < 1 || port > 65535)
        return failure(ErrorCode::InvalidArgument,
                       QStringLiteral("the environment variable PGPORT is not a port"));
    return port;
}

Result<DatabaseUrl> parsePostgresql(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    if (!url.isValid())
        return failure(ErrorCode::InvalidArgument,
                       url.errorString().section(u';', 0, 0)); // The rest repeats the URL.
    if (!url.password().isEmpty())
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a password does not belong into a URL"));

    DatabaseUrl result;
    result.kind = DatabaseUrl::Kind::Postgresql;
    result.user = url.userName(QUrl::FullyDecoded);
    result.host = url.host(QUrl::FullyDecoded);
    std::optional<int> port;
    if (url.port() != -1)
        port = url.port();
    result.database = url.path(QUrl::FullyDecoded).mid(1);
    const QUrlQuery query(url);
    for (const auto &[key, value] : query.queryItems(QUrl::FullyDecoded)) {
        if (key == u"sslmode" && sslModes().contains(value))
            result.sslMode = value;
        else if (key == u"sslrootcert")
            result.sslRootCert = value;
        else if (key == u"host")
            result.host = value;
        else if (key == u"port" && value.toInt() > 0)
            port = value.toInt();
        else
            return failure(ErrorCode::InvalidArgument,
                           QStringLiteral("the parameter %1 is unknown or has no such value").arg(key));
    }
    if (!DatabaseUrl::canBeHost(result.host)) // Not repeated: it may be a misplaced password.
        return failure(
            ErrorCode::InvalidArgument,
            QStringLiteral("the host is neither a server's name or address nor a socket's folder"));
    const Result<int> used = port ? Result<int>(*port) : defaultPort();
    if (!used)
        return tl::unexpected(used.error());
    result.port = *used;
    if (result.database.isEmpty())
        result.database = result.user;
    if (result.database.isEmpty())
        return failure(ErrorCode::InvalidArgument, QStringLiteral("no database name"));
    return result;
}

} // namespace

Result<DatabaseUrl> DatabaseUrl::parse(const QString &text)
{
    if (text.startsWith(u"sqlite:")) {
        QString file = text.mid(7);
        if (file.startsWith(u"//"))
            file = QUrl(QStringLiteral("file:") + file).toLocalFile();
        if (file.isEmpty())
            return failure(ErrorCode::InvalidArgument, QStringLiteral("no file name"));
        return sqlite(file);
    }
    if (text.startsWith(u"postgresql://") || text.startsWith(u"postgres://"))
        return parsePostgresql(text);
    return failure(ErrorCode::InvalidArgument, QStringLiteral("neither sqlite: nor postgresql://"));
}

bool DatabaseUrl::canBeHost(const QString &text)
{
    if (text.isEmpty())
        return true;
    const QStringList parts = text.split(u',');
    return std::all_of(parts.cbegin(), parts.cend(), [](const QString &part) {
        QUrl url;
        url.setHost(part, QUrl::DecodedMode);
        return part.startsWith(u'/') || !url.host().isEmpty();
    });
}

DatabaseUrl DatabaseUrl::sqlite(const QString &file)
{
    DatabaseUrl url;
    url.kind = Kind::Sqlite;
    url.file = QFileInfo(file).absoluteFilePath();
    return url;
}

QString DatabaseUrl::toString() const
{
    if (kind == Kind::Sqlite)
        return QStringLiteral("sqlite:") + file;
    QUrl url;
    url.setScheme(QStringLiteral("postgresql"));
    url.setUserName(user, QUrl::DecodedMode);
    QUrlQuery query;
    const bool isParameter = host.startsWith(u'/') || host.contains(u',');
    if (isParameter)
        query.addQueryItem(QStringLiteral("host"), host);
    // Not a null text, without which there would be no "//" either.
    url.setHost(host.isEmpty() || isParameter ? QStringLiteral("") : host, QUrl::DecodedMode);
    if (url.host().isEmpty()) {
        // Without a host there is no place for a port before the path. It is always named: what is kept under
        // this text must not belong to another server tomorrow, when PGPORT says something else.
        query.addQueryItem(QStringLiteral("port"), QString::number(port));
    } else {
        url.setPort(port);
    }
    url.setPath(u'/' + database, QUrl::DecodedMode);
    if (!sslMode.isEmpty())
        query.addQueryItem(QStringLiteral("sslmode"), sslMode);
    if (!sslRootCert.isEmpty())
        query.addQueryItem(QStringLiteral("sslrootcert"), sslRootCert);
    if (!query.isEmpty())
        url.setQuery(query);
    return url.toString(QUrl::FullyEncoded);
}

QString DatabaseUrl::displayName() const
{
    if (kind == Kind::Sqlite)
        return QFileInfo(file).completeBaseName();
    return host.isEmpty() || host.startsWith(u'/') ? database : database + u'@' + host;
}

QString DatabaseUrl::credentialKey() const
{
    return QStringLiteral("postgresql://%1@%2:%3/%4").arg(user, host, QString::number(port), database);
}

QString DatabaseUrl::effectiveSslMode() const
{
    if (!sslMode.isEmpty())
        return sslMode;
    // Where the URL names no host, libpq takes the environment's.
    const QString server = host.isEmpty() ? qEnvironmentVariable("PGHOST") : host;
    const QStringList parts = server.split(u',');
    const bool isLocal = !qEnvironmentVariableIsSet("PGHOSTADDR") &&
                         std::all_of(parts.cbegin(), parts.cend(), [](const QString &part) {
                             return part.isEmpty() || part.startsWith(u'/') || part == u"localhost" ||
                                    part == u"127.0.0.1" || part == u"::1";
                         });
    return isLocal ? QStringLiteral("prefer") : QStringLiteral("require");
}

} // namespace addressdesk
