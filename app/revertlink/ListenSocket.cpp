#include "app/revertlink/ListenSocket.h"

#include <cerrno>
#include <cstring>
#include <memory>

#include <netdb.h>
#include <netinet/in.h>
#include <sys/socket.h>

namespace addressdesk {

namespace {

using Addresses = std::unique_ptr<addrinfo, decltype(&freeaddrinfo)>;

FileDescriptor listening(const addrinfo &address)
{
    FileDescriptor socket(
        ::socket(address.ai_family, address.ai_socktype | SOCK_NONBLOCK | SOCK_CLOEXEC, address.ai_protocol));
    if (!socket.isOpen())
        return socket;
    const int on = 1;
    const int off = 0;
    // Without this a restarted server would have to wait for the last connections of its predecessor.
    (void)setsockopt(socket.get(), SOL_SOCKET, SO_REUSEADDR, &on, sizeof on);
    if (address.ai_family == AF_INET6)
        (void)setsockopt(socket.get(), IPPROTO_IPV6, IPV6_V6ONLY, &off, sizeof off);
    if (bind(socket.get(), address.ai_addr, address.ai_addrlen) != 0 ||
        listen(socket.get(), SOMAXCONN) != 0) {
        const int error = errno;
        socket.reset();
        errno = error;
    }
    return socket;
}

quint16 portOf(const FileDescriptor &socket)
{
    sockaddr_storage address = {};
    socklen_t length = sizeof address;
    if (getsockname(socket.get(), reinterpret_cast<sockaddr *>(&address), &length) != 0)
        return 0;
    return ntohs(address.ss_family == AF_INET6 ? reinterpret_cast<const sockaddr_in6 &>(address).sin6_port
                                               : reinterpret_cast<const sockaddr_in &>(address).sin_port);
}

} // namespace

Result<ListenSocket> ListenSocket::open(const QString &host, quint16 port)
{
    addrinfo wanted = {};
    wanted.ai_socktype = SOCK_STREAM;
    wanted.ai_flags = AI_PASSIVE | AI_NUMERICSERV;
    addrinfo *found = nullptr;
    const int problem =
        getaddrinfo(host.toUtf8().constData(), QByteArray::number(port).constData(), &wanted, &found);
    if (problem != 0)
        return failure(ErrorCode::InvalidArgument, QString::fromLocal8Bit(gai_strerror(problem)));
    const Addresses addresses(found, &freeaddrinfo);
    for (const addrinfo *address = found; address; address = address->ai_next) {
        ListenSocket opened{listening(*address), 0};
        if (opened.socket.isOpen()) {
            opened.port = portOf(opened.socket);
            return opened;
        }
    }
    return failure(ErrorCode::InvalidArgument, QString::fromLocal8Bit(std::strerror(errno)));
}

} // namespace addressdesk
