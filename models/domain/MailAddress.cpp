#include "models/domain/MailAddress.h"

#include <QStringList>
#include <QUrl>

#include <algorithm>
#include <utility>

namespace addressdesk {

namespace {

/// Octets, by RFC 5321, 4.5.3.1: local part, domain, and a path without its angle brackets.
constexpr qsizetype longestLocalPart = 64;
constexpr qsizetype longestDomain = 253;
constexpr qsizetype longestLabel = 63;
constexpr qsizetype longestAddress = 254;

bool isLetterOrDigit(QChar c)
{
    return (c >= u'a' && c <= u'z') || (c >= u'A' && c <= u'Z') || (c >= u'0' && c <= u'9');
}

/// atext of RFC 5322, 3.2.3.
bool isAtomText(QChar c)
{
    return isLetterOrDigit(c) || QStringLiteral("!#$%&'*+-/=?^_`{|}~").contains(c);
}

bool isDotAtom(const QString &text)
{
    const QStringList atoms = text.split(u'.');
    return text.size() <= longestLocalPart &&
           std::all_of(atoms.cbegin(), atoms.cend(), [](const QString &atom) {
               return !atom.isEmpty() && std::all_of(atom.cbegin(), atom.cend(), isAtomText);
           });
}

/// By RFC 1123, 2.1: letters, digits and hyphens, none of those at an end.
bool isHostName(const QString &text)
{
    const QStringList labels = text.split(u'.');
    return text.size() <= longestDomain &&
           std::all_of(labels.cbegin(), labels.cend(), [](const QString &label) {
               return !label.isEmpty() && label.size() <= longestLabel && !label.startsWith(u'-') &&
                      !label.endsWith(u'-') && std::all_of(label.cbegin(), label.cend(), [](QChar c) {
                          return isLetterOrDigit(c) || c == u'-';
                      });
           });
}

} // namespace

MailAddress::MailAddress(QString localPart, QString domain)
    : m_localPart(std::move(localPart)), m_domain(std::move(domain))
{
}

Result<MailAddress> MailAddress::parse(const QString &text)
{
    const QString trimmed = text.trimmed();
    const qsizetype at = trimmed.lastIndexOf(u'@');
    if (at < 0)
        return failure(ErrorCode::InvalidValue, QStringLiteral("an e-mail address needs an @"));
    const QString localPart = trimmed.left(at);
    if (!isDotAtom(localPart))
        return failure(ErrorCode::InvalidValue,
                       QStringLiteral("the part of an e-mail address before the @ is not a plain one"));
    // Only a host name beyond ASCII needs IDNA; toAce() would tidy up mistakes in others.
    const QString written = trimmed.mid(at + 1);
    const bool isAscii =
        std::all_of(written.cbegin(), written.cend(), [](QChar c) { return c.unicode() < 0x80; });
    const QString domain = isAscii ? written : QString::fromLatin1(QUrl::toAce(written));
    if (!isHostName(domain) || localPart.size() + 1 + domain.size() > longestAddress)
        return failure(ErrorCode::InvalidValue,
                       QStringLiteral("the part of an e-mail address after the @ is not a host name"));
    return MailAddress(localPart, domain);
}

} // namespace addressdesk
