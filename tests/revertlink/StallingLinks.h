#pragma once

#include "tests/revertlink/FakeRevertLinks.h"

#include <condition_variable>
#include <mutex>

namespace addressdesk {

/// Lets whoever calls pass() wait until it is opened.
class Turnstile final
{
public:
    void pass()
    {
        std::unique_lock lock(m_mutex);
        ++m_waiting;
        m_changed.wait(lock, [this] { return m_isOpen; });
        --m_waiting;
    }
    void set(bool isOpen)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_isOpen = isOpen;
        }
        m_changed.notify_all();
    }
    [[nodiscard]] int waiting() const
    {
        const std::lock_guard lock(m_mutex);
        return m_waiting;
    }

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_isOpen = true;
    int m_waiting = 0;
};

/// A database that does not answer while its turnstile is closed.
class StallingLinks final : public RevertLinks
{
public:
    StallingLinks(FakeDatabase &database, Turnstile &turnstile) : m_links(database), m_turnstile(turnstile) {}

    [[nodiscard]] Result<LinkView> look(const RevertToken &token) override
    {
        m_turnstile.pass();
        return m_links.look(token);
    }
    [[nodiscard]] Result<LinkView> putBack(const RevertToken &token) override
    {
        m_turnstile.pass();
        return m_links.putBack(token);
    }

private:
    FakeRevertLinks m_links;
    Turnstile &m_turnstile;
};

} // namespace addressdesk
