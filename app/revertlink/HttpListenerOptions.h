#pragma once

#include <QString>

#include <chrono>

namespace addressdesk {

/// How the gateway listens and what it puts up with.
struct HttpListenerOptions
{
    QString host =
        QStringLiteral("127.0.0.1"); ///< A name or address; "::" listens on every IPv4 and IPv6 one.
    quint16 port = 0;                ///< 0: a free one.
    int threads = 4;                 ///< Connections to the database.
    int mostQueued = 24;             ///< Requests that may wait for one; the rest are told 503.
    int mostConnections = 64;        ///< At once; at least threads + mostQueued + 8 are made of it.
    int requestsPerMinute = 30;      ///< Of one client; 0: no limit.
    int burst = 30;                  ///< As many of them may come at once.
    bool trustForwardedFor = false;  ///< A proxy on this machine says who the client is.
    std::chrono::milliseconds arrivalDeadline{5000}; ///< For a whole request, from being connected.
    std::chrono::milliseconds answerDeadline{5000};  ///< For the database; then 503.
};

} // namespace addressdesk
