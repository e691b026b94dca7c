#pragma once

#include <atomic>
#include <functional>
#include <mutex>
#include <thread>

namespace addressdesk {

class SqlConnection;

/// Turns SIGINT and SIGTERM into an interrupted statement, so that nothing is left half done. A second signal
/// ends the program at once. Make it first in main(), before there are other threads.
class Interruption final
{
public:
    Interruption();
    ~Interruption();
    Interruption(const Interruption &) = delete;
    Interruption &operator=(const Interruption &) = delete;

    /// The connection whose statement a signal interrupts; nullptr for none. It must be set back before it
    /// goes.
    void watch(SqlConnection *connection);

    /// Called once, on a thread of this object's, when a signal comes; at once when one has come already.
    /// Must be quick. An empty function takes it back.
    void setHandler(std::function<void()> handler);

    /// Whether a signal has come.
    [[nodiscard]] const std::atomic<bool> &isRequested() const { return m_isRequested; }

private:
    void listen();

    std::mutex m_mutex;
    SqlConnection *m_connection = nullptr;
    std::function<void()> m_handler;
    std::atomic<bool> m_isRequested = false;
    std::atomic<bool> m_isEnding = false;
    std::thread m_thread;
};

} // namespace addressdesk
