#include "app/mail/SmtpSettings.h"

#include <QRegularExpression>
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

/// A host name or an IP address, which may stand in a URL.
bool isHost(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^[A-Za-z0-9._:-]{1,253}$"));
    return pattern.match(text).hasMatch();
}

bool isLoopback(const QString &host)
{
    static const QRegularExpression numbers(QStringLiteral("^127(\\.[0-9]{1,3}){3}$"));
    return host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 ||
           host == QLatin1String("::1") || numbers.match(host).hasMatch();
}

int usualPort(Security security)
{
    switch (security) {
    case Security::ImplicitTls:
        return SmtpSettings::implicitTlsPort;
    case Security::StartTls:
        return SmtpSettings::startTlsPort;
    case Security::Clear:
        return SmtpSettings::relayPort;
    }
    Q_UNREACHABLE();
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
    settings.port = url.port(usualPort(*security));
    settings.user = url.userName(QUrl::FullyDecoded);
    const Done checked = settings.check();
    if (!checked)
        return tl::unexpected(checked.error());
    return settings;
}

Done SmtpSettings::check() const
{
    if (!isHost(host))
        return refusal("the mail server's host name is missing or is not one");
    if (port < 1 || port > lastPort)
        return refusal("the mail server's port must be between 1 and 65535");
    if (!heloName.isEmpty() && !isHost(heloName))
        return refusal("the name to greet the mail server with is not a host name");
    if (security == Security::Clear && !allowClearText && !isLoopback(host))
        return refusal("mails to another machine must be encrypted");
    if (security == Security::Clear && !user.isEmpty())
        return refusal("a password must not be sent unencrypted");
    return {};
}

} // namespace addressdesk
