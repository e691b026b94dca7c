#pragma once

#include <QByteArray>
#include <QString>

namespace addressdesk::headerText {

/// A whole unstructured header field (RFC 5322, 2.2.1), ended by CR LF: "Subject: …". ASCII stays as it is;
/// anything else becomes encoded words (RFC 2047) of at most 75 characters on folded lines of at most 76,
/// none of which splits a character. Line breaks and control characters within `text` become spaces, so that
/// no text can begin another field.
[[nodiscard]] QByteArray unstructured(const QByteArray &name, const QString &text);

/// A field with one mailbox (RFC 5322, 3.4), ended by CR LF: "From: …". `displayName` may be empty and may
/// hold anything; `address` is an addr-spec in ASCII.
[[nodiscard]] QByteArray mailbox(const QByteArray &name, const QString &displayName, const QString &address);

} // namespace addressdesk::headerText
