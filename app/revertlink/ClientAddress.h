#pragma once

#include <QByteArray>

struct sockaddr;

namespace addressdesk {

/// Whom a request counts against: the binary address of the client, of IPv6 the network's 64 bits, because
/// one household or server owns as many addresses below them as it likes (RFC 6177).
///
/// With `trustForwardedFor`, and when the peer is this machine itself, the client is the last address in
/// `forwardedFor` (X-Forwarded-For, all fields joined by commas): the one that the proxy wrote; those before
/// it are what the client says. An address that cannot be read leaves the peer.
[[nodiscard]] QByteArray clientKey(const sockaddr *peer, const QByteArray &forwardedFor,
                                   bool trustForwardedFor);

} // namespace addressdesk
