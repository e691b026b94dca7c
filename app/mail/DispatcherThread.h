#pragma once

#include "app/mail/Dispatcher.h"
#include "app/mail/RenewingTransport.h"
#include "app/mail/ReopeningQueue.h"

#include <mutex>
#include <thread>

namespace addressdesk {

/// A Dispatcher on a thread of its own, for a desk or a server. Outbox and transport are made on that thread,
/// used there and destroyed there, and so is whatever the functions of Parts hold.
class DispatcherThread final
{
public:
    struct Parts
    {
        OutboxQueueFactory queue;
        MailTransportFactory transport;
        Dispatcher::ComposerSource composers;
        DispatcherReports reports; ///< Called on the thread.
        DispatcherTiming timing;
    };

    /// Begins at once.
    explicit DispatcherThread(Parts parts);
    /// stop(), then waits for the thread's end: about a second when a delivery is running.
    ~DispatcherThread();
    DispatcherThread(const DispatcherThread &) = delete;
    DispatcherThread &operator=(const DispatcherThread &) = delete;

    /// As those of Dispatcher; from any thread.
    void wake();
    void retryNow();
    void stop();

private:
    void run(Parts parts);

    std::mutex m_mutex;                 ///< Guards the three that follow.
    Dispatcher *m_dispatcher = nullptr; ///< While the thread runs it.
    bool m_isRetryWanted = false;       ///< Since before it did.
    bool m_isStopped = false;
    std::thread m_thread;
};

} // namespace addressdesk
