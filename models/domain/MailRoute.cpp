#include "models/domain/MailRoute.h"

#include <QRegularExpression>

namespace addressdesk {

int MailRoute::usualPort(Security security)
{
    switch (security) {
    case Security::ImplicitTls:
        return 465;
    case Security::StartTls:
        return 587;
    case Security::Clear:
        return 25;
    }
    Q_UNREACHABLE();
}

bool MailRoute::isHost(const QString &text)
{
    static const QRegularExpression pattern(QStringLiteral("^[A-Za-z0-9._:-]{1,253}$"));
    return pattern.match(text).hasMatch();
}

bool MailRoute::isThisComputer(const QString &host)
{
    static const QRegularExpression numbers(QStringLiteral("^127(\\.[0-9]{1,3}){3}$"));
    return host.compare(QLatin1String("localhost"), Qt::CaseInsensitive) == 0 ||
           host == QLatin1String("::1") || numbers.match(host).hasMatch();
}

} // namespace addressdesk
