#pragma once

#include <QByteArrayView>

namespace addressdesk {

/// What the bytes that a client has sent so far amount to.
struct Screening
{
    enum class Verdict { Incomplete, Complete, Refused };

    Verdict verdict = Verdict::Incomplete;
    int status = 0; ///< Of the answer to a refused one.

    [[nodiscard]] bool operator==(const Screening &) const = default;
};

/// Request line, header fields and body together.
inline constexpr qsizetype largestRequest = 8192;
inline constexpr qsizetype mostFields = 64;
/// Parameters of the target and cookies together; a link has none, other programs on the same host set some.
inline constexpr qsizetype mostParts = 96;

/// Looks at a request before libmicrohttpd sees it, which forgives more than is safe behind another server.
/// What passes can be read in one way only, so nothing can be smuggled: lines end in CR LF and hold no other
/// control character, one valid Host, at most one Content-Length of digits, no Transfer-Encoding, no folded
/// line, and not a byte behind the body (RFC 9112, 2.2, 3, 5 and 6; RFC 9110, 5.5 and 8.6).
///
/// Refused with 400; 413, 414 or 431 what is larger than `largestRequest` or has too many parts; 417 any
/// Expect, because nothing that may be sent here is worth waiting for. Targets are those of origin servers:
/// "/…" (RFC 9112, 3.2.1).
[[nodiscard]] Screening screened(QByteArrayView received);

} // namespace addressdesk
