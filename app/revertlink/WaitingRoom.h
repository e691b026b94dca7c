#pragma once

#include "app/revertlink/FileDescriptor.h"
#include "app/revertlink/RequestScreen.h"

#include <chrono>
#include <list>
#include <unordered_map>

#include <sys/socket.h>

namespace addressdesk {

/// A client that has connected.
struct Client
{
    FileDescriptor socket;
    sockaddr_storage peer = {};
};

/// Where clients are until their request has come in full, and where those who were refused get time to read
/// why. Slow ones cost a socket here, and no thread or buffer: requests are only looked at (MSG_PEEK) and
/// stay in the kernel for whoever answers them. Used on one thread.
class WaitingRoom final
{
public:
    using Clock = std::chrono::steady_clock;

    /// How long and how much a refused client may go on sending before it is cut off.
    static constexpr std::chrono::milliseconds partingTime{1000};
    static constexpr qsizetype partingBytes = 1048576;

    /// `pollFd` is an epoll instance that reports the sockets with their descriptor as the event's number.
    WaitingRoom(int pollFd, std::chrono::milliseconds arrivalDeadline);

    [[nodiscard]] std::size_t size() const { return m_places.size(); }
    [[nodiscard]] bool holds(int fd) const { return m_places.contains(fd); }
    [[nodiscard]] Clock::time_point nextDeadline() const;

    /// Lets a client in. False when the system would not watch it; it is closed then.
    [[nodiscard]] bool admit(Client client, Clock::time_point now);
    /// Looks at what the client has sent. `hasEnded`: it will send no more. One that can never complete its
    /// request is closed here.
    [[nodiscard]] Screening look(int fd, bool hasEnded);
    /// Takes a client out, to be answered.
    [[nodiscard]] Client release(int fd);
    /// Sends a whole response and closes when the client has read it or its parting time is over.
    void refuse(int fd, const QByteArray &response, Clock::time_point now);

    /// Closes one that waits: the oldest refused one, else the oldest incomplete one. False when there is
    /// none.
    bool closeOldest();
    /// Closes those whose time is over.
    void closeLate(Clock::time_point now);
    void closeAll();

private:
    struct Guest
    {
        Client client;
        Clock::time_point deadline;
        bool isRefused = false;
        qsizetype drained = 0; ///< Bytes that came after the refusal.
    };
    using Guests = std::list<Guest>;

    void close(int fd);
    void drain(Guest &guest);

    int m_pollFd;
    std::chrono::milliseconds m_arrivalDeadline;
    Guests m_clients; ///< Incomplete, the oldest first.
    Guests m_refused; ///< The oldest first.
    std::unordered_map<int, Guests::iterator> m_places;
};

} // namespace addressdesk
