#pragma once

#include "app/revertlink/FileDescriptor.h"
#include "app/revertlink/RevertLinkService.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <memory>
#include <vector>

namespace addressdesk {

/// A request on its way to the database and back.
struct Lookup
{
    HttpRequest request;
    HttpResponse response;           ///< Set by the worker before it is handed back.
    std::atomic<bool> isOver{false}; ///< Nobody waits for it any more.
};

/// Asks the database on threads of its own, each with its own RevertLinks, which is made there when it is
/// first needed and again after a failure. Bounded: a database that stalls holds up a few requests, not the
/// server.
///
/// All functions are for one thread, the one that hands out requests.
class LookupWorkers final
{
public:
    /// Up to `threads` requests are asked at once and `mostQueued` more may wait.
    LookupWorkers(std::shared_ptr<const RevertLinkService> service, RevertLinksFactory factory, int threads,
                  int mostQueued);
    ~LookupWorkers();
    Q_DISABLE_COPY_MOVE(LookupWorkers)

    /// False when as many are waiting as may.
    [[nodiscard]] bool submit(const std::shared_ptr<Lookup> &lookup);

    /// Becomes readable when some have been answered.
    [[nodiscard]] int readySignal() const;
    [[nodiscard]] std::vector<std::shared_ptr<Lookup>> takeAnswered();

    /// Lets idle threads end and waits for busy ones until `deadline`. False when one is still stuck in the
    /// database: it ends by itself whenever that lets go, and then still uses the service and the factory.
    [[nodiscard]] bool stop(std::chrono::steady_clock::time_point deadline);

private:
    struct Shared;
    static void work(const std::shared_ptr<Shared> &shared);

    std::shared_ptr<Shared> m_shared;
};

} // namespace addressdesk
