#include "app/revertlink/ListenerLoop.h"

#include "app/revertlink/AccessLog.h"

#include <QDateTime>
#include <QLocale>

#include <algorithm>
#include <array>
#include <cerrno>

#include <sys/epoll.h>
#include <sys/eventfd.h>

namespace addressdesk {

namespace {

constexpr int mostEvents = 64;
/// Clients let in before those who came earlier are looked at again: a crowd must not push out somebody
/// whose request is just arriving.
constexpr int mostAccepted = 16;
constexpr std::chrono::milliseconds acceptPause{50};

/// A response as it goes over the wire, for clients that libmicrohttpd never sees. The reason phrase may be
/// empty (RFC 9112, 4).
QByteArray serialized(const HttpResponse &response)
{
    // RFC 9110, 5.6.7
    const QString date = QLocale::c().toString(QDateTime::currentDateTimeUtc(),
                                               QStringLiteral("ddd, dd MMM yyyy HH:mm:ss 'GMT'"));
    QByteArray wire = "HTTP/1.1 " + QByteArray::number(response.status) + " \r\nDate: " + date.toLatin1() +
                      "\r\nConnection: close\r\nContent-Length: " + QByteArray::number(response.body.size()) +
                      "\r\n";
    for (const HttpHeader &header : response.headers)
        wire += header.name + ": " + header.value + "\r\n";
    return wire + "\r\n" + response.body;
}

} // namespace

ListenerLoop::ListenerLoop(FileDescriptor listening, std::shared_ptr<const RevertLinkService> service,
                           LookupWorkers &workers, const HttpListenerOptions &options, LogLine log)
    : m_service(service), m_workers(workers), m_options(options), m_log(log),
      m_poll(epoll_create1(EPOLL_CLOEXEC)), m_stopSignal(eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)),
      m_listening(std::move(listening)), m_room(m_poll.get(), options.arrivalDeadline),
      m_server(std::move(service), workers, options, std::move(log))
{
    if (!isValid())
        return;
    watch(m_stopSignal.get(), EPOLLIN);
    watch(m_listening.get(), EPOLLIN);
    watch(m_workers.readySignal(), EPOLLIN);
    watch(m_server.readySignal(), EPOLLIN);
}

bool ListenerLoop::isValid() const
{
    return m_poll.isOpen() && m_stopSignal.isOpen() && m_server.isValid();
}

void ListenerLoop::watch(int fd, quint32 events) const
{
    epoll_event event = {};
    event.events = events;
    event.data.fd = fd;
    (void)epoll_ctl(m_poll.get(), EPOLL_CTL_ADD, fd, &event);
}

void ListenerLoop::requestStop()
{
    m_shouldStop = true;
    (void)eventfd_write(m_stopSignal.get(), 1);
}

void ListenerLoop::run()
{
    for (;;) {
        waitForEvents();
        const Clock::time_point now = Clock::now();
        m_room.closeLate(now);
        m_server.run(now);
        if (m_shouldStop && !m_isStopping)
            beginStop(now);
        if (m_isStopping && (m_server.connections() == 0 || now >= m_stopDeadline))
            return;
    }
}

void ListenerLoop::beginStop(Clock::time_point now)
{
    m_isStopping = true;
    m_stopDeadline = now + m_options.answerDeadline;
    (void)epoll_ctl(m_poll.get(), EPOLL_CTL_DEL, m_stopSignal.get(), nullptr);
    m_listening.reset();
    m_room.closeAll();
}

ListenerLoop::Clock::time_point ListenerLoop::nextDeadline() const
{
    Clock::time_point next = std::min(m_room.nextDeadline(), m_server.nextDeadline());
    if (m_isStopping)
        next = std::min(next, m_stopDeadline);
    if (m_acceptAgainAt != Clock::time_point())
        next = std::min(next, m_acceptAgainAt);
    return next;
}

void ListenerLoop::waitForEvents()
{
    // The clock is read last: what libmicrohttpd wants at once must not become a millisecond.
    const Clock::time_point deadline = nextDeadline();
    const auto pause = std::chrono::ceil<std::chrono::milliseconds>(deadline - Clock::now());
    std::array<epoll_event, mostEvents> events = {};
    const int timeout = static_cast<int>(std::max<long long>(pause.count(), 0));
    const int count = epoll_wait(m_poll.get(), events.data(), mostEvents, timeout);
    handleEvents(events.data(), count);
}

void ListenerLoop::handleEvents(const epoll_event *events, int count)
{
    bool hasNewcomers = false;
    for (int i = 0; i < count; ++i) {
        const int fd = events[i].data.fd;
        if (fd == m_listening.get())
            hasNewcomers = true;
        else if (m_room.holds(fd))
            look(fd, (events[i].events & (EPOLLRDHUP | EPOLLHUP | EPOLLERR)) != 0);
    }
    if (m_acceptAgainAt != Clock::time_point() && m_acceptAgainAt <= Clock::now()) {
        m_acceptAgainAt = {};
        watch(m_listening.get(), EPOLLIN);
    }
    // Last, because a newcomer may get the descriptor of a client who has just left.
    if (hasNewcomers)
        acceptClients();
}

void ListenerLoop::acceptClients()
{
    for (int i = 0; i < mostAccepted; ++i) {
        Client client;
        socklen_t length = sizeof client.peer;
        client.socket.reset(accept4(m_listening.get(), reinterpret_cast<sockaddr *>(&client.peer), &length,
                                    SOCK_NONBLOCK | SOCK_CLOEXEC));
        if (client.socket.isOpen()) {
            admit(std::move(client));
        } else if (errno == EMFILE || errno == ENFILE || errno == ENOBUFS || errno == ENOMEM) {
            if (m_room.closeOldest())
                continue;
            (void)epoll_ctl(m_poll.get(), EPOLL_CTL_DEL, m_listening.get(), nullptr);
            m_acceptAgainAt = Clock::now() + acceptPause;
            return;
        } else if (errno != ECONNABORTED && errno != EINTR) {
            return;
        }
    }
}

bool ListenerLoop::makeRoom()
{
    const std::size_t taken = m_room.size() + static_cast<std::size_t>(m_server.connections());
    return taken < static_cast<std::size_t>(m_options.mostConnections) || m_room.closeOldest();
}

void ListenerLoop::admit(Client client)
{
    const int fd = client.socket.get();
    if (makeRoom() && m_room.admit(std::move(client), Clock::now()))
        look(fd, false);
}

void ListenerLoop::look(int fd, bool hasEnded)
{
    const Screening screening = m_room.look(fd, hasEnded);
    if (screening.verdict == Screening::Verdict::Refused) {
        refuse(fd, screening.status);
    } else if (screening.verdict == Screening::Verdict::Complete) {
        Client client = m_room.release(fd);
        m_server.take(std::move(client.socket), client.peer);
    }
}

void ListenerLoop::refuse(int fd, int status)
{
    m_room.refuse(fd, serialized(m_service->failure(status)), Clock::now());
    if (m_log)
        m_log(accessLogLine("-", "-", status, {}));
}

} // namespace addressdesk
