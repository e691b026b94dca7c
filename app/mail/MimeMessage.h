#pragma once

#include "models/domain/MailAddress.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace addressdesk {

/// A mail with a text and an HTML body, written out as RFC 5322 and MIME (RFC 2045 to 2049) want it.
struct MimeMessage
{
    MailAddress from;
    QString fromName; ///< May be empty.
    MailAddress to;
    QString subject;
    QDateTime date;
    QString idLeft;      ///< Of the Message-ID: what stands before the @; a dot-atom in ASCII.
    QString languageTag; ///< Content-Language (RFC 3282).
    QString text;        ///< Lines end with a line feed.
    QString html;

    /// Lines end with CR LF and have at most 998 characters, in practice 76; all is ASCII.
    [[nodiscard]] QByteArray toBytes() const;
};

} // namespace addressdesk
