#include "ui/mail/MailSettingsRules.h"

#include "models/domain/MailAddress.h"
#include "models/domain/MailRoute.h"
#include "models/domain/OfficeSettings.h"
#include "models/domain/PublicUrl.h"

#include <QCoreApplication>

namespace addressdesk::mailSettingsRules {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("MailSettingsRules", text);
}

} // namespace

QString whyNotMailAddress(const QString &text)
{
    if (text.isEmpty() || MailAddress::parse(text))
        return {};
    return say(QT_TRANSLATE_NOOP("MailSettingsRules",
                                 "This is not an e-mail address, for example office@example.com."));
}

QString whyNotPublicUrl(const QString &text)
{
    if (text.isEmpty() || PublicUrl::parse(text))
        return {};
    return say(
        QT_TRANSLATE_NOOP("MailSettingsRules",
                          "This is not the address of a page, for example https://addresses.example.com."));
}

QString whyNotPhone(const QString &text)
{
    if (text.isEmpty() || OfficeSettings::isPhone(text))
        return {};
    return say(
        QT_TRANSLATE_NOOP("MailSettingsRules", "This is not a phone number, for example +33 1 23 45 67 89."));
}

QString whyNotHost(const QString &text)
{
    if (text.isEmpty() || MailRoute::isHost(text))
        return {};
    return say(
        QT_TRANSLATE_NOOP("MailSettingsRules", "This is not a server's name, for example mail.example.com."));
}

} // namespace addressdesk::mailSettingsRules
