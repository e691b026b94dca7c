#pragma once

#include "app/revertlink/HttpListenerOptions.h"
#include "app/revertlink/MhdServer.h"
#include "models/domain/Error.h"

#include <thread>

namespace addressdesk {

class ListenerLoop;

/// The gateway on the network: answers the links of safety mails over HTTP, with RevertLinkService, until it
/// is stopped. Meant to stand behind a web server that speaks TLS, but does not rely on it for its safety.
///
/// One thread accepts, reads and writes and never waits for anything; the database is asked on
/// `options.threads` others, each with its own RevertLinks. A database that stalls makes requests end with
/// 503 after `options.answerDeadline`, and at once when too many wait already.
///
/// Each connection carries one request and is closed (RFC 9112, 9.6): then nothing can be smuggled behind it.
/// When all connections are taken, the one that has been incomplete for longest gives way to the next client.
class HttpListener final
{
public:
    /// `log` is called on the listener's thread. What `factory` and the callbacks refer to must live until
    /// stop() has returned true.
    HttpListener(std::shared_ptr<const RevertLinkService> service, RevertLinksFactory factory,
                 HttpListenerOptions options, LogLine log = {});
    ~HttpListener(); ///< Stops.
    Q_DISABLE_COPY_MOVE(HttpListener)

    /// Listens from now on; to be called once. Errors: InvalidArgument, with the system's words in `detail`.
    [[nodiscard]] Done start();

    /// The port in use; 0 before start().
    [[nodiscard]] quint16 port() const { return m_port; }

    /// Accepts nobody any more, lets running requests end within their deadlines and waits for that. False
    /// when a look-up is still stuck in the database: its thread ends when the database lets go of it, so
    /// whoever wants the program to end then ends it without tidying up (std::_Exit).
    bool stop();

private:
    std::shared_ptr<const RevertLinkService> m_service;
    RevertLinksFactory m_factory;
    HttpListenerOptions m_options;
    LogLine m_log;
    quint16 m_port = 0;
    std::unique_ptr<LookupWorkers> m_workers;
    std::unique_ptr<ListenerLoop> m_loop;
    std::thread m_thread;
    bool m_hasEndedWell = true;
};

} // namespace addressdesk
