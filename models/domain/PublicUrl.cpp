#include "models/domain/PublicUrl.h"

#include <QUrl>

namespace addressdesk {

Result<PublicUrl> PublicUrl::parse(const QString &text)
{
    const QUrl url(text.trimmed(), QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !isWeb || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() ||
        url.hasFragment())
        return failure(
            ErrorCode::InvalidValue,
            QStringLiteral("the public address of the links is not one that begins with https://"));
    QString encoded = url.toString(QUrl::FullyEncoded);
    while (encoded.endsWith(u'/'))
        encoded.chop(1);
    return PublicUrl(std::move(encoded));
}

} // namespace addressdesk
