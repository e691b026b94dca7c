#pragma once

#include "models/storage/SqlConnection.h"

#include <QSemaphore>

#include <thread>

namespace addressdesk {

/// Interrupts a connection from another thread, again and again, for as long as it lives.
class Interrupter final
{
public:
    explicit Interrupter(SqlConnection &connection)
        : m_thread([this, &connection] {
              while (!m_end.tryAcquire(1, 5))
                  connection.interrupt();
          })
    {
    }
    ~Interrupter()
    {
        m_end.release();
        m_thread.join();
    }
    Interrupter(const Interrupter &) = delete;
    Interrupter &operator=(const Interrupter &) = delete;

private:
    QSemaphore m_end;
    std::thread m_thread;
};

} // namespace addressdesk
