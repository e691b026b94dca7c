#include "app/ctl/Interruption.h"

#include "models/storage/SqlConnection.h"

#include <csignal>
#include <pthread.h>
#include <unistd.h>

namespace addressdesk {

namespace {

constexpr int signalExit = 128;

/// SIGUSR2 ends the listener itself.
sigset_t listenedSignals()
{
    sigset_t listened;
    sigemptyset(&listened);
    for (const int signal : {SIGINT, SIGTERM, SIGUSR2})
        sigaddset(&listened, signal);
    return listened;
}

} // namespace

Interruption::Interruption()
{
    const sigset_t listened = listenedSignals();
    pthread_sigmask(SIG_BLOCK, &listened, nullptr);
    m_thread = std::thread([this] { listen(); });
}

Interruption::~Interruption()
{
    m_isEnding = true;
    pthread_kill(m_thread.native_handle(), SIGUSR2);
    m_thread.join();
}

void Interruption::watch(SqlConnection *connection)
{
    const std::lock_guard lock(m_mutex);
    m_connection = connection;
}

void Interruption::setHandler(std::function<void()> handler)
{
    const std::lock_guard lock(m_mutex);
    m_handler = std::move(handler);
    if (m_isRequested && m_handler)
        m_handler();
}

void Interruption::listen()
{
    const sigset_t listened = listenedSignals();
    int signal = 0;
    while (sigwait(&listened, &signal) == 0 && !m_isEnding) {
        if (signal == SIGUSR2)
            continue;
        if (m_isRequested.exchange(true))
            _exit(signalExit + signal);
        const std::lock_guard lock(m_mutex);
        if (m_connection)
            m_connection->interrupt();
        if (m_handler)
            m_handler();
    }
}

} // namespace addressdesk
