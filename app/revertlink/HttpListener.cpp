#include "app/revertlink/HttpListener.h"

#include "app/revertlink/ListenerLoop.h"
#include "app/revertlink/ListenSocket.h"

#include <algorithm>

namespace addressdesk {

namespace {

/// There must always be room for clients beside those who wait for the database.
HttpListenerOptions withRoom(HttpListenerOptions options)
{
    constexpr int roomForOthers = 8;
    options.threads = std::max(options.threads, 1);
    options.mostQueued = std::max(options.mostQueued, 0);
    options.mostConnections =
        std::max(options.mostConnections, options.threads + options.mostQueued + roomForOthers);
    return options;
}

} // namespace

HttpListener::HttpListener(std::shared_ptr<const RevertLinkService> service, RevertLinksFactory factory,
                           HttpListenerOptions options, LogLine log)
    : m_service(std::move(service)), m_factory(std::move(factory)), m_options(withRoom(std::move(options))),
      m_log(std::move(log))
{
}

HttpListener::~HttpListener()
{
    (void)stop();
}

Done HttpListener::start()
{
    Q_ASSERT(!m_loop);
    Result<ListenSocket> listening = ListenSocket::open(m_options.host, m_options.port);
    if (!listening)
        return tl::unexpected(listening.error());
    m_port = listening->port;
    m_workers =
        std::make_unique<LookupWorkers>(m_service, m_factory, m_options.threads, m_options.mostQueued);
    m_loop =
        std::make_unique<ListenerLoop>(std::move(listening->socket), m_service, *m_workers, m_options, m_log);
    if (!m_loop->isValid()) {
        (void)stop();
        return failure(ErrorCode::Internal, QStringLiteral("libmicrohttpd or epoll would not start"));
    }
    m_thread = std::thread([this] { m_loop->run(); });
    return {};
}

bool HttpListener::stop()
{
    if (!m_loop)
        return m_hasEndedWell;
    const auto deadline = std::chrono::steady_clock::now() + m_options.answerDeadline;
    if (m_thread.joinable()) {
        m_loop->requestStop();
        m_thread.join();
    }
    m_loop.reset();
    m_hasEndedWell = m_workers->stop(std::max(deadline, std::chrono::steady_clock::now()));
    m_workers.reset();
    return m_hasEndedWell;
}

} // namespace addressdesk
