#pragma once

#include "models/domain/Error.h"

#include <QString>

namespace addressdesk {

/// An e-mail address that may stand in an envelope and a header: an addr-spec (RFC 5322, 3.4.1) whose local
/// part is a dot-atom in ASCII and whose domain is a host name in ASCII.
class MailAddress final
{
public:
    /// Surrounding white space is left out and a domain beyond ASCII becomes its IDNA form. InvalidValue for
    /// anything else: line breaks, control characters, spaces, commas, angle brackets, quoted local parts,
    /// local parts beyond ASCII (they would need SMTPUTF8, RFC 6531, from every server on the way), domain
    /// literals, and what is longer than RFC 5321, 4.5.3.1 allows. The error does not repeat the text.
    [[nodiscard]] static Result<MailAddress> parse(const QString &text);

    [[nodiscard]] QString text() const { return m_localPart + u'@' + m_domain; }
    [[nodiscard]] const QString &domain() const { return m_domain; }

private:
    MailAddress(QString localPart, QString domain);

    QString m_localPart;
    QString m_domain;
};

} // namespace addressdesk
