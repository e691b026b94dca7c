#pragma once

#include "app/revertlink/FileDescriptor.h"

#include <QtGlobal>

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

namespace addressdesk {

/// Clients who hold on to a gateway: some send one byte of a request at each beat, others nothing at all.
/// Whoever is thrown out comes back at the next beat.
class SlowCrowd final
{
public:
    SlowCrowd(quint16 port, int senders, int silent, std::chrono::milliseconds beat);
    ~SlowCrowd(); ///< All leave.
    Q_DISABLE_COPY_MOVE(SlowCrowd)

    /// Lets at least so many more beats pass.
    void waitForBeats(int count) const;
    /// How often one of them had to connect again.
    [[nodiscard]] long returns() const { return m_returns; }

private:
    void run(int senders, int silent);
    void beat(FileDescriptor &socket, bool sends);
    [[nodiscard]] FileDescriptor connected() const;

    quint16 m_port;
    std::chrono::milliseconds m_beat;
    std::atomic<int> m_beats = 0;
    std::atomic<long> m_returns = 0;
    FileDescriptor m_end; ///< Readable when the crowd is to leave.
    std::thread m_thread;
};

} // namespace addressdesk
