#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace addressdesk {

/// A revert token: 32 random bytes, written as base64url without padding (43 characters). The secret goes
/// into the outbox row and the mail only; events keep its digest.
class RevertToken final
{
public:
    /// From the system's cryptographic generator (QRandomGenerator::system()).
    [[nodiscard]] static RevertToken generate();
    /// A token as a person or a link gives it; std::nullopt unless it is exactly 43 base64url characters.
    [[nodiscard]] static std::optional<RevertToken> fromSecret(const QString &secret);

    /// The token of one part of what this token stands for: HMAC-SHA256 of the part's name under this secret.
    /// A save has one random token; those of its changes are derived, so that one secret is kept and mailed
    /// for all of them, while none of them reveals another.
    [[nodiscard]] RevertToken derivedForField(const QString &fieldId) const;
    [[nodiscard]] RevertToken derivedForAddress() const; ///< Of a deletion.

    /// The digests that events of its save may have when this is a save's token: of these fields and of the
    /// address.
    [[nodiscard]] QStringList digestsOfParts(const QStringList &fieldIds) const;

    [[nodiscard]] QString secret() const;
    /// base64url of SHA-256 over the 32 bytes.
    [[nodiscard]] QString digest() const;

    /// The revert code of a digest: its first 40 bits as 8 characters of Crockford's base32.
    [[nodiscard]] static QString codeOfDigest(const QString &digest);
    /// A code as somebody reads it out: case, spaces, hyphens and the look-alikes O, I, L do not matter.
    /// std::nullopt unless 8 characters of Crockford's base32 remain.
    [[nodiscard]] static std::optional<QString> normalizedCode(const QString &typed);
    /// The first five bytes of the digest that a normalised code stands for.
    [[nodiscard]] static QByteArray digestPrefixOfCode(const QString &code);

private:
    explicit RevertToken(QByteArray bytes);
    [[nodiscard]] RevertToken derived(const QByteArray &name) const;

    QByteArray m_bytes;
};

} // namespace addressdesk
