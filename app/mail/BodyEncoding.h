#pragma once

#include <QByteArray>
#include <QString>

namespace addressdesk {

/// A text as the body of a MIME part: ASCII lines of at most 76 characters, ended by CR LF.
struct EncodedBody
{
    QByteArray encoding; ///< For Content-Transfer-Encoding: "quoted-printable" or "base64".
    QByteArray data;

    /// UTF-8 of `text`, whose lines end with a line feed, in whichever encoding of RFC 2045, 6.7 and 6.8 is
    /// shorter.
    [[nodiscard]] static EncodedBody of(const QString &text);
};

} // namespace addressdesk
