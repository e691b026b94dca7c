#pragma once

#include "models/domain/Error.h"

#include <QString>

namespace addressdesk {

/// Where customers reach the gateway, for example "https://addresses.example.com": http or https, a host,
/// perhaps a port and a path. No user, query or fragment.
class PublicUrl final
{
public:
    /// Surrounding white space is left out. InvalidValue for anything else, an empty text too.
    [[nodiscard]] static Result<PublicUrl> parse(const QString &text);

    /// Encoded, without a slash at the end.
    [[nodiscard]] const QString &text() const { return m_text; }

private:
    explicit PublicUrl(QString text) : m_text(std::move(text)) {}

    QString m_text;
};

} // namespace addressdesk
