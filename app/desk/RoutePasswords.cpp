#include "app/desk/RoutePasswords.h"

#include "app/desk/MailRoutes.h"

#include <utility>

namespace addressdesk {

namespace {

/// No server has an empty one: it is not known.
Result<QString> knownPassword(const QString &password)
{
    if (password.isEmpty())
        return failure(ErrorCode::PasswordRequired);
    return password;
}

} // namespace

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
    if (route.kind != MailRoute::Kind::Smtp || route.user.isEmpty()) {
        use(given.value_or(QString()));
        return;
    }
    const QString key = keyOf(route);
    if (given || m_known.contains(key)) {
        use(knownPassword(given.value_or(m_known.value(key))));
        return;
    }
    m_credentials.read(
        key, this, [this, route, use = std::move(use)](const Result<std::optional<QString>> &read) {
            const Result<QString> kept =
                read ? knownPassword(read->value_or(QString()))
                     : Result<QString>(failure(ErrorCode::PasswordRequired, read.error().detail));
            if (kept)
                remember(route, *kept);
            use(kept);
        });
}

void RoutePasswords::remember(const MailRoute &route, const QString &password)
{
    m_known.insert(keyOf(route), password);
}

void RoutePasswords::keep(const MailRoute &route, const QString &password, QObject *context,
                          MailService::DoneHandler handler)
{
    remember(route, password);
    m_credentials.write(keyOf(route), password, context, std::move(handler));
}

} // namespace addressdesk
