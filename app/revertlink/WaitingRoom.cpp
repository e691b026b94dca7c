#include "app/revertlink/WaitingRoom.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <cerrno>

#include <sys/epoll.h>

namespace addressdesk {

WaitingRoom::WaitingRoom(int pollFd, std::chrono::milliseconds arrivalDeadline)
    : m_pollFd(pollFd), m_arrivalDeadline(arrivalDeadline)
{
}

WaitingRoom::Clock::time_point WaitingRoom::nextDeadline() const
{
    Clock::time_point next = Clock::time_point::max();
    for (const Guests *guests : {&m_clients, &m_refused}) {
        if (!guests->empty())
            next = std::min(next, guests->front().deadline);
    }
    return next;
}

bool WaitingRoom::admit(Client client, Clock::time_point now)
{
    const int fd = client.socket.get();
    epoll_event event = {};
    // Edges, because what has been looked at stays readable.
    event.events = EPOLLIN | EPOLLRDHUP | EPOLLET;
    event.data.fd = fd;
    if (epoll_ctl(m_pollFd, EPOLL_CTL_ADD, fd, &event) != 0)
        return false;
    m_clients.push_back({std::move(client), now + m_arrivalDeadline, false});
    m_places.emplace(fd, std::prev(m_clients.end()));
    return true;
}

Screening WaitingRoom::look(int fd, bool hasEnded)
{
    if (Guest &guest = *m_places.at(fd); guest.isRefused) {
        drain(guest);
        return {};
    }
    // One byte more than may come, to see that it is too much.
    std::array<char, largestRequest + 1> bytes = {};
    const ssize_t size = recv(fd, bytes.data(), bytes.size(), MSG_PEEK | MSG_DONTWAIT);
    if (size < 0 && (errno == EAGAIN || errno == EINTR) && !hasEnded)
        return {};
    if (size <= 0) {
        close(fd);
        return {};
    }
    const Screening result = screened(QByteArrayView(bytes.data(), size));
    if (result.verdict == Screening::Verdict::Incomplete && hasEnded)
        close(fd);
    return result;
}

/// Reads away what a refused client still sends: closing on unread bytes would reset the connection before
/// the client has read its answer (RFC 9112, 9.6).
void WaitingRoom::drain(Guest &guest)
{
    const int fd = guest.client.socket.get();
    std::array<char, 16384> bytes = {};
    const ssize_t size = recv(fd, bytes.data(), bytes.size(), MSG_DONTWAIT);
    if (size < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    guest.drained += size;
    if (size <= 0 || guest.drained > partingBytes)
        close(fd);
}

Client WaitingRoom::release(int fd)
{
    const auto place = m_places.find(fd);
    Client client = std::move(place->second->client);
    (void)epoll_ctl(m_pollFd, EPOLL_CTL_DEL, fd, nullptr);
    (place->second->isRefused ? m_refused : m_clients).erase(place->second);
    m_places.erase(place);
    return client;
}

void WaitingRoom::refuse(int fd, const QByteArray &response, Clock::time_point now)
{
    const Guests::iterator guest = m_places.at(fd);
    // A fresh socket has room for one page; whoever makes it small themselves gets what fits.
    epoll_event event = {};
    event.events = EPOLLIN; // levels from now on: bytes are read away piece by piece
    event.data.fd = fd;
    const ssize_t sent = send(fd, response.constData(), static_cast<std::size_t>(response.size()),
                              MSG_NOSIGNAL | MSG_DONTWAIT);
    if (sent < 0 || shutdown(fd, SHUT_WR) != 0 || epoll_ctl(m_pollFd, EPOLL_CTL_MOD, fd, &event) != 0) {
        close(fd);
        return;
    }
    guest->isRefused = true;
    guest->deadline = now + partingTime;
    m_refused.splice(m_refused.end(), m_clients, guest);
}

void WaitingRoom::close(int fd)
{
    (void)release(fd);
}

bool WaitingRoom::closeOldest()
{
    const Guests &guests = m_refused.empty() ? m_clients : m_refused;
    if (guests.empty())
        return false;
    close(guests.front().client.socket.get());
    return true;
}

void WaitingRoom::closeLate(Clock::time_point now)
{
    for (const Guests *guests : {&m_clients, &m_refused}) {
        while (!guests->empty() && guests->front().deadline <= now)
            close(guests->front().client.socket.get());
    }
}

void WaitingRoom::closeAll()
{
    while (closeOldest()) {
    }
}

} // namespace addressdesk
