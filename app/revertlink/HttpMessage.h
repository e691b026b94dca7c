#pragma once

#include <QByteArray>
#include <QList>

namespace addressdesk {

/// What the gateway looks at in a request; nothing else of it is kept. Bytes as they came, nothing decoded.
struct HttpRequest
{
    QByteArray method;         ///< Case matters (RFC 9110, 9.1).
    QByteArray path;           ///< Without the query, which nothing here reads.
    QByteArray acceptLanguage; ///< All fields of this name, joined by commas.
};

/// One header field.
struct HttpHeader
{
    QByteArray name;
    QByteArray value;

    [[nodiscard]] bool operator==(const HttpHeader &) const = default;
};

/// An answer. For HEAD it is that of GET, body included: whoever sends it leaves the body out, but says its
/// length (RFC 9110, 9.3.2).
struct HttpResponse
{
    int status = 0;
    QList<HttpHeader> headers; ///< Without Content-Length, Date and Connection.
    QByteArray body;

    [[nodiscard]] QByteArray header(const QByteArray &name) const
    {
        for (const auto &[known, value] : headers) {
            if (known.compare(name, Qt::CaseInsensitive) == 0)
                return value;
        }
        return {};
    }

    [[nodiscard]] bool operator==(const HttpResponse &) const = default;
};

} // namespace addressdesk
