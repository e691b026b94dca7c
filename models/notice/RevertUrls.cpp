#include "models/notice/RevertUrls.h"

#include <QUrl>

namespace addressdesk {

Result<RevertUrls> RevertUrls::make(const QString &publicUrl, const std::optional<RevertToken> &saveToken)
{
    RevertUrls urls;
    const QString trimmed = publicUrl.trimmed();
    if (trimmed.isEmpty())
        return urls;
    const QUrl url(trimmed, QUrl::StrictMode);
    const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    if (!url.isValid() || !isWeb || url.host().isEmpty() || !url.userInfo().isEmpty() || url.hasQuery() ||
        url.hasFragment())
        return failure(
            ErrorCode::InvalidValue,
            QStringLiteral("the public address of the links is not one that begins with https://"));
    urls.m_base = url.toString(QUrl::FullyEncoded);
    while (urls.m_base.endsWith(u'/'))
        urls.m_base.chop(1);
    urls.m_token = saveToken;
    return urls;
}

std::optional<QString> RevertUrls::forField(const QString &fieldId) const
{
    return m_token ? urlOf(m_token->derivedForField(fieldId)) : std::nullopt;
}

std::optional<QString> RevertUrls::forAddress() const
{
    return m_token ? urlOf(m_token->derivedForAddress()) : std::nullopt;
}

std::optional<QString> RevertUrls::forSave() const
{
    return m_token ? urlOf(*m_token) : std::nullopt;
}

std::optional<QString> RevertUrls::urlOf(const RevertToken &token) const
{
    return m_base + QStringLiteral("/r/") + token.secret();
}

} // namespace addressdesk
