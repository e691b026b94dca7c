#include "models/domain/OfficeSettings.h"

#include "models/domain/MailAddress.h"
#include "models/domain/PublicUrl.h"
#include "models/domain/ValueRules.h"

#include <algorithm>

namespace addressdesk {

namespace {

const QString linkDaysName = QStringLiteral("linkDays");
const QString publicUrlName = QStringLiteral("publicUrl");
const QString phoneName = QStringLiteral("companyPhone");
const QString senderName = QStringLiteral("senderAddress");
const QString languageName = QStringLiteral("language");

QMap<QString, QString OfficeSettings::*> textMembers()
{
    return {{QStringLiteral("companyName"), &OfficeSettings::companyName},
            {phoneName, &OfficeSettings::companyPhone},
            {senderName, &OfficeSettings::senderAddress},
            {publicUrlName, &OfficeSettings::publicUrl},
            {languageName, &OfficeSettings::language}};
}

} // namespace

QMap<QString, QString> OfficeSettings::toNamed() const
{
    QMap<QString, QString> named{{linkDaysName, QString::number(linkDays)}};
    const auto members = textMembers();
    for (auto it = members.cbegin(); it != members.cend(); ++it)
        named.insert(it.key(), this->*it.value());
    return named;
}

bool OfficeSettings::isPhone(const QString &text)
{
    constexpr int fewestDigits = 3;
    static const QString signs =
        QStringLiteral("+().-/,:;&#*[]_'\u2019\u2022\u00b7|\u2010\u2011\u2013\u2014");
    const bool isPlausible = std::all_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.isDigit() || c.isLetter() || c.isMark() || c.isSpace() || signs.contains(c);
    });
    const auto digits = std::count_if(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit(); });
    return isPlausible && digits >= fewestDigits && text.size() <= longestPhone;
}

bool OfficeSettings::set(const QString &name, const QString &value)
{
    const QString phone = value.trimmed();
    return (name != phoneName || phone.isEmpty() || isPhone(phone)) && setStored(name, value);
}

bool OfficeSettings::setStored(const QString &name, const QString &value)
{
    if (name == linkDaysName) {
        bool isNumber = false;
        const int days = value.toInt(&isNumber);
        const bool isPossible = isNumber && days >= fewestLinkDays && days <= mostLinkDays;
        if (isPossible)
            linkDays = days;
        return isPossible;
    }
    const auto members = textMembers();
    const auto member = members.constFind(name);
    const auto clean = valueRules::clean(value);
    if (member == members.constEnd() || !clean)
        return false;
    const QString text = clean->value_or(QString());
    if (name == languageName && !text.isEmpty() && !knownLanguages().contains(text))
        return false;
    const bool isPossible = text.isEmpty() || (name == publicUrlName ? PublicUrl::parse(text).has_value()
                                               : name == senderName  ? MailAddress::parse(text).has_value()
                                                                     : true);
    if (!isPossible)
        return false;
    this->*member.value() = text;
    return true;
}

} // namespace addressdesk
