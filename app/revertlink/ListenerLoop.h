#pragma once

#include "app/revertlink/MhdServer.h"
#include "app/revertlink/WaitingRoom.h"

#include <atomic>

struct epoll_event;

namespace addressdesk {

/// The thread of HttpListener: accepts clients, has the WaitingRoom look at them until their request is
/// complete and hands them to the MhdServer.
class ListenerLoop final
{
public:
    using Clock = std::chrono::steady_clock;

    ListenerLoop(FileDescriptor listening, std::shared_ptr<const RevertLinkService> service,
                 LookupWorkers &workers, const HttpListenerOptions &options, LogLine log);

    [[nodiscard]] bool isValid() const;
    /// Until a stop was requested and running requests have ended.
    void run();
    /// From any thread.
    void requestStop();

private:
    void beginStop(Clock::time_point now);
    void waitForEvents();
    void handleEvents(const epoll_event *events, int count);
    void acceptClients();
    void admit(Client client);
    void look(int fd, bool hasEnded);
    void refuse(int fd, int status);
    [[nodiscard]] bool makeRoom();
    void watch(int fd, quint32 events) const;
    [[nodiscard]] Clock::time_point nextDeadline() const;

    std::shared_ptr<const RevertLinkService> m_service;
    LookupWorkers &m_workers;
    HttpListenerOptions m_options;
    LogLine m_log;
    FileDescriptor m_poll;
    FileDescriptor m_stopSignal;
    FileDescriptor m_listening;
    WaitingRoom m_room;
    MhdServer m_server;
    std::atomic<bool> m_shouldStop{false};
    bool m_isStopping = false;
    Clock::time_point m_stopDeadline;
    Clock::time_point m_acceptAgainAt; ///< Not before: the system had no descriptor left.
};

} // namespace addressdesk
