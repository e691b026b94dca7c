#include "tests/revertlink/SlowCrowd.h"

#include <netinet/in.h>
#include <poll.h>
#include <sys/eventfd.h>
#include <sys/resource.h>
#include <sys/socket.h>

namespace addressdesk {

namespace {

void allowManySockets()
{
    rlimit limit = {};
    if (getrlimit(RLIMIT_NOFILE, &limit) == 0) {
        limit.rlim_cur = limit.rlim_max;
        (void)setrlimit(RLIMIT_NOFILE, &limit);
    }
}

} // namespace

SlowCrowd::SlowCrowd(quint16 port, int senders, int silent, std::chrono::milliseconds beat)
    : m_port(port), m_beat(beat), m_end(eventfd(0, EFD_CLOEXEC))
{
    allowManySockets();
    m_thread = std::thread([this, senders, silent] { run(senders, silent); });
}

SlowCrowd::~SlowCrowd()
{
    (void)eventfd_write(m_end.get(), 1);
    m_thread.join();
}

void SlowCrowd::waitForBeats(int count) const
{
    const int enough = m_beats + count;
    for (int seen = m_beats; seen < enough; seen = m_beats)
        m_beats.wait(seen);
}

void SlowCrowd::run(int senders, int silent)
{
    std::vector<FileDescriptor> sockets(static_cast<std::size_t>(senders + silent));
    pollfd end{m_end.get(), POLLIN, 0};
    do {
        for (std::size_t i = 0; i < sockets.size(); ++i)
            beat(sockets[i], i < static_cast<std::size_t>(senders));
        ++m_beats;
        m_beats.notify_all();
    } while (poll(&end, 1, static_cast<int>(m_beat.count())) == 0);
}

void SlowCrowd::beat(FileDescriptor &socket, bool sends)
{
    char byte = 'G';
    const bool wasConnected = socket.isOpen();
    const bool isOut = wasConnected && recv(socket.get(), &byte, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
    const bool isHeard =
        wasConnected && !isOut && (!sends || send(socket.get(), "A", 1, MSG_NOSIGNAL | MSG_DONTWAIT) == 1);
    if (isHeard)
        return;
    m_returns += wasConnected ? 1 : 0;
    socket = connected();
}

FileDescriptor SlowCrowd::connected() const
{
    FileDescriptor socket(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0));
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_port = htons(m_port);
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    (void)connect(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address);
    return socket;
}

} // namespace addressdesk
