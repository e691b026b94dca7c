#include "app/mail/SmtpSettings.h"

#include <QUrl>
#include <QUrlQuery>

namespace addressdesk {

namespace {

using Security = SmtpSettings::Security;

constexpr int lastPort = 65535;

tl::unexpected<Error> refusal(const char *why)
{
    return failure(ErrorCode::InvalidArgument, QString::fromLatin1(why));
}

Result<Security> securityOf(const QUrl &url)
{
    const bool isClear = url.query() == QLatin1String("tls=none");
    if (url.hasQuery() && !isClear)
        return refusal("after the ? of the mail server's URL only tls=none is understood");
    if (url.scheme() == QLatin1String("smtps"))
        return isClear ? Result<Security>(refusal("smtps:// and tls=none contradict each other"))
                       : Security::ImplicitTls;
    if (url.scheme() == QLatin1String("smtp"))
        return isClear ? Security::Clear : Security::StartTls;
    return refusal("the mail server's URL must begin with smtp:// or smtps://");
}

} // namespace

Result<SmtpSettings> SmtpSettings::fromUrl(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    // A password must not even reach an error message, a process list or a shell's history unnoticed.
    if (url.userInfo().contains(u':'))
        return refusal("the mail server's URL must not hold a password");
    if (!url.isValid())
        return refusal("the mail server's URL is not one, for example smtp://user@mail.example.com:587");
    const Result<Security> security = securityOf(url);
    if (!security)
        return tl::unexpected(security.error());
    if ((!url.path().isEmpty() && url.path() != QLatin1String("/")) || url.hasFragment())
        return refusal("nothing may follow the host and port of the mail server's URL");
    SmtpSettings settings;
    settings.security = *security;
    settings.host = url.host(QUrl::EncodeUnicode);
    settings.port = url.port(MailRoute::usualPort(*security));
    settings.user = url.userName(QUrl::FullyDecoded);
    const Done checked = settings.check();
    if (!checked)
        return tl::unexpected(checked.error());
    return settings;
}

Done SmtpSettings::check() const
{
    if (!MailRoute::isHost(host))
        return refusal("the mail server's host name is missing or is not one");
    if (port < 1 || port > lastPort)
        return refusal("the mail server's port must be between 1 and 65535");
    if (!heloName.isEmpty() && !MailRoute::isHost(heloName))
        return refusal("the name to greet the mail server with is not a host name");
    if (security == Security::Clear && !allowClearText && !MailRoute::isThisComputer(host))
        return refusal("mails to another machine must be encrypted");
    if (security == Security::Clear && !user.isEmpty())
        return refusal("a password must not be sent unencrypted");
    return {};
}

} // namespace addressdesk
