#include "ui/mail/MailSettingsRules.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

namespace addressdesk::mailSettingsRules {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("MailSettingsRules", text);
}

} // namespace

QString whyNotMailAddress(const QString &text)
{
    static const QRegularExpression pattern(
        QStringLiteral("^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                       "@[^\\s@<>(),;:\\[\\]\\\\\"]+$"));
    if (text.isEmpty() || pattern.match(text).hasMatch())
        return {};
    return say(QT_TRANSLATE_NOOP("MailSettingsRules",
                                 "This is not an e-mail address, for example office@example.com."));
}

QString whyNotPublicUrl(const QString &text)
{
    if (text.isEmpty())
        return {};
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (url.isValid() && isWeb && !url.host().isEmpty() && url.userInfo().isEmpty() && !url.hasQuery() &&
        !url.hasFragment())
        return {};
    return say(
        QT_TRANSLATE_NOOP("MailSettingsRules",
                          "This is not the address of a page, for example https://addresses.example.com."));
}

QString whyNotHost(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^[A-Za-z0-9._:-]{1,253}$"));
    if (text.isEmpty() || pattern.match(text).hasMatch())
        return {};
    return say(
        QT_TRANSLATE_NOOP("MailSettingsRules", "This is not a server's name, for example mail.example.com."));
}

bool isThisComputer(const QString &host)
{
    static const QRegularExpression numbers(QStringLiteral("^127(\\.[0-9]{1,3}){3}$"));
    return host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 ||
           host == QLatin1String("::1") || numbers.match(host).hasMatch();
}

int usualPort(MailRoute::Security security)
{
    switch (security) {
    case MailRoute::Security::ImplicitTls:
        return 465;
    case MailRoute::Security::StartTls:
        return 587;
    case MailRoute::Security::Clear:
        return 25;
    }
    Q_UNREACHABLE();
}

} // namespace addressdesk::mailSettingsRules
