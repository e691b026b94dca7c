#include "app/desk/RoutePasswords.h"

#include "app/desk/MailRoutes.h"

#include <utility>

namespace addressdesk {

RoutePasswords::RoutePasswords(CredentialStore &credentials, QObject *parent)
    : QObject(parent), m_credentials(credentials)
{
}

QString RoutePasswords::keyOf(const MailRoute &route)
{
    return MailRoutes::credentialKey(route);
}

void RoutePasswords::with(const MailRoute &route, const std::optional<QString> &given, Use use)
{
    const QString key = keyOf(route);
    if (given || route.kind != MailRoute::Kind::Smtp || route.user.isEmpty() || key == m_key) {
        use(given.value_or(key == m_key ? m_password : QString()));
        return;
    }
    m_credentials.read(
        key, this, [this, route, use = std::move(use)](const Result<std::optional<QString>> &read) {
            if (read && *read)
                remember(route, **read);
            use(read.map([](const std::optional<QString> &kept) { return kept.value_or(QString()); }));
        });
}

void RoutePasswords::remember(const MailRoute &route, const QString &password)
{
    m_key = keyOf(route);
    m_password = password;
}

void RoutePasswords::keep(const MailRoute &route, const QString &password, QObject *context,
                          MailService::DoneHandler handler)
{
    remember(route, password);
    m_credentials.write(m_key, password, context, std::move(handler));
}

} // namespace addressdesk
