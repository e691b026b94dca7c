#include "app/mail/DispatcherThread.h"

#include <utility>

namespace addressdesk {

DispatcherThread::DispatcherThread(Parts parts)
    : m_thread([this, parts = std::move(parts)]() mutable { run(std::move(parts)); })
{
}

DispatcherThread::~DispatcherThread()
{
    stop();
    m_thread.join();
}

void DispatcherThread::run(Parts parts)
{
    ReopeningQueue queue(std::move(parts.queue));
    RenewingTransport transport(std::move(parts.transport));
    Dispatcher dispatcher(queue, transport, std::move(parts.composers), std::move(parts.reports),
                          parts.timing);
    {
        const std::lock_guard lock(m_mutex);
        if (m_isStopped)
            return;
        m_dispatcher = &dispatcher;
        if (m_isRetryWanted)
            dispatcher.retryNow();
    }
    dispatcher.run();
    const std::lock_guard lock(m_mutex);
    m_dispatcher = nullptr;
}

void DispatcherThread::wake()
{
    const std::lock_guard lock(m_mutex);
    if (m_dispatcher)
        m_dispatcher->wake();
}

void DispatcherThread::retryNow()
{
    const std::lock_guard lock(m_mutex);
    if (m_dispatcher)
        m_dispatcher->retryNow();
    else
        m_isRetryWanted = true;
}

void DispatcherThread::stop()
{
    const std::lock_guard lock(m_mutex);
    m_isStopped = true;
    if (m_dispatcher)
        m_dispatcher->stop();
}

} // namespace addressdesk
