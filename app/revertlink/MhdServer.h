#pragma once

#include "app/revertlink/FileDescriptor.h"
#include "app/revertlink/HttpListenerOptions.h"
#include "app/revertlink/LookupWorkers.h"
#include "app/revertlink/RateLimiter.h"

#include <deque>

struct MHD_Daemon;
struct sockaddr_storage;

namespace addressdesk {

/// One line about an answered request: time, method, kind of path, status, duration. Never a token, query,
/// address or user agent.
using LogLine = std::function<void(const QString &line)>;

/// GNU libmicrohttpd around the service: takes connections whose request has come in full and was screened,
/// has them answered and closes them. Everything happens on the one thread that calls run(); only the
/// database is asked elsewhere, while the connection is suspended.
class MhdServer final
{
public:
    using Clock = std::chrono::steady_clock;

    MhdServer(std::shared_ptr<const RevertLinkService> service, LookupWorkers &workers,
              const HttpListenerOptions &options, LogLine log);
    ~MhdServer();
    Q_DISABLE_COPY_MOVE(MhdServer)

    /// False when libmicrohttpd would not start.
    [[nodiscard]] bool isValid() const { return m_daemon != nullptr; }
    /// Becomes readable when run() has something to do.
    [[nodiscard]] int readySignal() const;
    /// When run() must be called at the latest.
    [[nodiscard]] Clock::time_point nextDeadline() const;
    /// Connections that are not closed yet.
    [[nodiscard]] int connections() const { return m_connections; }

    void take(FileDescriptor socket, const sockaddr_storage &peer);
    /// Does what is to be done now; never blocks.
    void run(Clock::time_point now);
    /// Tells everybody who still waits 503, at once.
    void giveUpWaiting();

private:
    struct Exchange;
    struct Callbacks;
    friend struct Callbacks;

    void dispatch(Exchange &exchange);
    void answerWaiting(Exchange &exchange, HttpResponse response);
    void logEnd(const Exchange &exchange) const;

    std::shared_ptr<const RevertLinkService> m_service;
    LookupWorkers &m_workers;
    HttpListenerOptions m_options;
    LogLine m_log;
    RateLimiter m_limiter;
    std::deque<Exchange *> m_waiting; ///< Suspended, the oldest first. They belong to their connections.
    int m_connections = 0;
    MHD_Daemon *m_daemon = nullptr;
};

} // namespace addressdesk
