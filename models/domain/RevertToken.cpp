#include "models/domain/RevertToken.h"

#include <QCryptographicHash>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

#include <array>

namespace addressdesk {

namespace {

constexpr qsizetype secretBytes = 32;
constexpr auto urlEncoding = QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals;

/// https://www.crockford.com/base32.html: no I, L, O, U.
constexpr QLatin1String crockford("0123456789ABCDEFGHJKMNPQRSTVWXYZ");
constexpr int codeLength = 8;

} // namespace

RevertToken::RevertToken(QByteArray bytes) : m_bytes(std::move(bytes)) {}

RevertToken RevertToken::generate()
{
    std::array<quint32, secretBytes / sizeof(quint32)> words{};
    QRandomGenerator::system()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    return RevertToken(QByteArray(reinterpret_cast<const char *>(words.data()), secretBytes));
}

std::optional<RevertToken> RevertToken::fromSecret(const QString &secret)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        secret.toLatin1(), urlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || (*decoded).size() != secretBytes)
        return std::nullopt;
    RevertToken token(*decoded);
    if (token.secret() != secret)
        return std::nullopt;
    return token;
}

RevertToken RevertToken::derived(const QByteArray &name) const
{
    return RevertToken(QMessageAuthenticationCode::hash(name, m_bytes, QCryptographicHash::Sha256));
}

RevertToken RevertToken::derivedForField(const QString &fieldId) const
{
    return derived("field:" + fieldId.toUtf8());
}

RevertToken RevertToken::derivedForAddress() const
{
    return derived(QByteArrayLiteral("address"));
}

QStringList RevertToken::digestsOfParts(const QStringList &fieldIds) const
{
    QStringList list{derivedForAddress().digest()};
    for (const QString &fieldId : fieldIds)
        list.append(derivedForField(fieldId).digest());
    return list;
}

QString RevertToken::secret() const
{
    return QString::fromLatin1(m_bytes.toBase64(urlEncoding));
}

QString RevertToken::digest() const
{
    return QString::fromLatin1(
        QCryptographicHash::hash(m_bytes, QCryptographicHash::Sha256).toBase64(urlEncoding));
}

QString RevertToken::codeOfDigest(const QString &digest)
{
    const QByteArray bytes = QByteArray::fromBase64(digest.toLatin1(), urlEncoding);
    quint64 bits = 0;
    for (int i = 0; i < 5; ++i)
        bits = (bits << 8) | static_cast<uchar>(i < bytes.size() ? bytes[i] : 0);
    QString code;
    for (int i = codeLength - 1; i >= 0; --i)
        code.append(crockford[static_cast<qsizetype>((bits >> (5 * i)) & 31)]);
    return code;
}

std::optional<QString> RevertToken::normalizedCode(const QString &typed)
{
    QString code;
    for (QChar c : typed.toUpper()) {
        if (c.isSpace() || c == u'-')
            continue;
        if (c == u'O')
            c = u'0';
        else if (c == u'I' || c == u'L')
            c = u'1';
        if (!QString(crockford).contains(c))
            return std::nullopt;
        code.append(c);
    }
    return code.size() == codeLength ? std::optional(code) : std::nullopt;
}

QByteArray RevertToken::digestPrefixOfCode(const QString &code)
{
    quint64 bits = 0;
    for (const QChar c : code)
        bits = (bits << 5) | static_cast<quint64>(QString(crockford).indexOf(c));
    QByteArray bytes;
    for (int shift = 32; shift >= 0; shift -= 8)
        bytes.append(static_cast<char>((bits >> shift) & 0xff));
    return bytes;
}

} // namespace addressdesk
