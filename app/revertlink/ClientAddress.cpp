#include "app/revertlink/ClientAddress.h"

#include <optional>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace addressdesk {

namespace {

QByteArray bytesOf(const in_addr &address)
{
    return QByteArray(reinterpret_cast<const char *>(&address), sizeof address);
}

/// An IPv4 address in IPv6 clothes ("::ffff:192.0.2.1") is the IPv4 address.
QByteArray bytesOf(const in6_addr &address)
{
    const QByteArray all(reinterpret_cast<const char *>(&address), sizeof address);
    return IN6_IS_ADDR_V4MAPPED(&address) ? all.last(4) : all;
}

QByteArray bytesOf(const sockaddr *peer)
{
    if (peer && peer->sa_family == AF_INET)
        return bytesOf(reinterpret_cast<const sockaddr_in *>(peer)->sin_addr);
    if (peer && peer->sa_family == AF_INET6)
        return bytesOf(reinterpret_cast<const sockaddr_in6 *>(peer)->sin6_addr);
    return {};
}

bool isLoopback(const QByteArray &bytes)
{
    if (bytes.size() == 4)
        return bytes.front() == 127;
    return bytes == bytesOf(in6addr_loopback);
}

std::optional<QByteArray> parsed(const QByteArray &text)
{
    in_addr four = {};
    if (inet_pton(AF_INET, text.constData(), &four) == 1)
        return bytesOf(four);
    in6_addr six = {};
    if (inet_pton(AF_INET6, text.constData(), &six) == 1)
        return bytesOf(six);
    return std::nullopt;
}

} // namespace

QByteArray clientKey(const sockaddr *peer, const QByteArray &forwardedFor, bool trustForwardedFor)
{
    QByteArray bytes = bytesOf(peer);
    if (trustForwardedFor && isLoopback(bytes)) {
        const QByteArray last = forwardedFor.mid(forwardedFor.lastIndexOf(',') + 1).trimmed();
        bytes = parsed(last).value_or(bytes);
    }
    return bytes.size() == 16 ? bytes.first(8) : bytes;
}

} // namespace addressdesk
