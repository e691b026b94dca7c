#include "app/desk/RouteTransport.h"

#include "app/mail/FolderTransport.h"
#include "app/mail/SmtpTransport.h"

#include <QDir>

namespace addressdesk::routeTransport {

namespace {

using Kind = MailRoute::Kind;

SmtpSettings smtpSettings(const MailRoute &route, const QString &password)
{
    SmtpSettings settings;
    settings.host = route.host;
    settings.port = route.port;
    settings.security = route.security;
    settings.user = route.user;
    settings.password = password;
    return settings;
}

} // namespace

Result<std::unique_ptr<MailTransport>> make(const MailRoute &route, const QString &password)
{
    if (route.kind == Kind::Folder)
        return std::make_unique<FolderTransport>(route.folder);
    const SmtpSettings settings = smtpSettings(route, password);
    if (const Done checked = settings.check(); !checked)
        return tl::unexpected(checked.error());
    return std::make_unique<SmtpTransport>(settings);
}

Done sendTest(const MailRoute &route, const QString &password, const MailComposer &composer,
              const QString &recipient)
{
    const QString folder = route.kind == Kind::Folder ? QDir::toNativeSeparators(route.folder) : QString();
    const Result<MailMessage> message = composer.composeTest(recipient, folder);
    if (!message)
        return tl::unexpected(message.error());
    const auto transport = make(route, password);
    if (!transport)
        return tl::unexpected(transport.error());
    const Delivery delivery = (*transport)->deliver(*message);
    if (delivery.kind == Delivery::Kind::Accepted)
        return {};
    return failure(delivery.code, delivery.detail,
                   delivery.replyCode > 0 ? QString::number(delivery.replyCode) : QString());
}

} // namespace addressdesk::routeTransport
