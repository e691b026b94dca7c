#include "models/notice/RevertUrls.h"

#include "models/domain/PublicUrl.h"

namespace addressdesk {

Result<RevertUrls> RevertUrls::make(const QString &publicUrl, const std::optional<RevertToken> &saveToken)
{
    RevertUrls urls;
    if (publicUrl.trimmed().isEmpty())
        return urls;
    const Result<PublicUrl> url = PublicUrl::parse(publicUrl);
    if (!url)
        return tl::unexpected(url.error());
    urls.m_base = url->text();
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
