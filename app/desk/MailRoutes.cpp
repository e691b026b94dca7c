#include "app/desk/MailRoutes.h"

#include <QCryptographicHash>
#include <QSettings>

namespace addressdesk {

namespace {

using Kind = MailRoute::Kind;
using Security = MailRoute::Security;

/// File names may hold what settings' keys may not.
QString groupOf(const DatabaseUrl &url)
{
    const QByteArray digest =
        QCryptographicHash::hash(url.toString().toUtf8(), QCryptographicHash::Sha256).toHex();
    return QStringLiteral("mail/") + QString::fromLatin1(digest.left(16)) + u'/';
}

QString nameOf(Kind kind)
{
    switch (kind) {
    case Kind::None:
        return QStringLiteral("none");
    case Kind::Folder:
        return QStringLiteral("folder");
    case Kind::Smtp:
        return QStringLiteral("smtp");
    }
    Q_UNREACHABLE();
}

QString nameOf(Security security)
{
    switch (security) {
    case Security::ImplicitTls:
        return QStringLiteral("tls");
    case Security::StartTls:
        return QStringLiteral("starttls");
    case Security::Clear:
        return QStringLiteral("clear");
    }
    Q_UNREACHABLE();
}

} // namespace

MailRoutes::MailRoutes(QSettings &settings, QString sampleFile, QString sampleFolder)
    : m_settings(settings), m_sampleFile(std::move(sampleFile)), m_sampleFolder(std::move(sampleFolder))
{
}

MailRoute MailRoutes::route(const DatabaseUrl &url) const
{
    const QString group = groupOf(url);
    const auto text = [&](const char *key) {
        return m_settings.value(group + QLatin1String(key)).toString();
    };
    MailRoute route;
    const QString kind = text("kind");
    if (kind.isEmpty()) {
        if (url.kind == DatabaseUrl::Kind::Sqlite && url.file == m_sampleFile) {
            route.kind = Kind::Folder;
            route.folder = m_sampleFolder;
        }
        return route;
    }
    route.kind = kind == nameOf(Kind::Folder) ? Kind::Folder
                 : kind == nameOf(Kind::Smtp) ? Kind::Smtp
                                              : Kind::None;
    route.folder = text("folder");
    route.host = text("host");
    route.port = m_settings.value(group + QStringLiteral("smtpPort"), route.port).toInt();
    const QString security = text("security");
    // What is not understood is never sent in the clear.
    route.security = security == nameOf(Security::ImplicitTls) ? Security::ImplicitTls
                     : security == nameOf(Security::Clear)     ? Security::Clear
                                                               : Security::StartTls;
    route.user = text("user");
    return route;
}

void MailRoutes::setRoute(const DatabaseUrl &url, const MailRoute &route)
{
    const QString group = groupOf(url);
    m_settings.setValue(group + QStringLiteral("kind"), nameOf(route.kind));
    m_settings.setValue(group + QStringLiteral("folder"), route.folder);
    m_settings.setValue(group + QStringLiteral("host"), route.host);
    m_settings.setValue(group + QStringLiteral("smtpPort"), route.port);
    m_settings.setValue(group + QStringLiteral("security"), nameOf(route.security));
    m_settings.setValue(group + QStringLiteral("user"), route.user);
}

quint16 MailRoutes::port(const DatabaseUrl &url) const
{
    return static_cast<quint16>(m_settings.value(groupOf(url) + QStringLiteral("linkPort"), 0).toUInt());
}

void MailRoutes::setPort(const DatabaseUrl &url, quint16 port)
{
    m_settings.setValue(groupOf(url) + QStringLiteral("linkPort"), port);
}

QString MailRoutes::credentialKey(const MailRoute &route)
{
    return QStringLiteral("smtp://%1@%2:%3").arg(route.user, route.host, QString::number(route.port));
}

} // namespace addressdesk
