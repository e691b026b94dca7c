#include "app/revertlink/LookupWorkers.h"

#include <thread>

#include <sys/eventfd.h>

namespace addressdesk {

/// What the threads use. They hold it too, so that one that is stuck may outlive the rest.
struct LookupWorkers::Shared
{
    std::shared_ptr<const RevertLinkService> service;
    RevertLinksFactory factory;
    std::size_t mostQueued = 0;
    FileDescriptor signal{eventfd(0, EFD_NONBLOCK | EFD_CLOEXEC)};

    std::mutex mutex;
    std::condition_variable changed;
    std::deque<std::shared_ptr<Lookup>> queue;
    std::vector<std::shared_ptr<Lookup>> answered;
    int running = 0;
    int idle = 0;
    bool isStopping = false;
};

LookupWorkers::LookupWorkers(std::shared_ptr<const RevertLinkService> service, RevertLinksFactory factory,
                             int threads, int mostQueued)
    : m_shared(std::make_shared<Shared>())
{
    m_shared->service = std::move(service);
    m_shared->factory = std::move(factory);
    m_shared->mostQueued = static_cast<std::size_t>(mostQueued);
    m_shared->running = threads;
    m_shared->idle = threads;
    for (int i = 0; i < threads; ++i)
        std::thread([shared = m_shared] { work(shared); }).detach(); // stop() waits for them
}

LookupWorkers::~LookupWorkers()
{
    (void)stop(std::chrono::steady_clock::now());
}

bool LookupWorkers::submit(const std::shared_ptr<Lookup> &lookup)
{
    {
        const std::lock_guard lock(m_shared->mutex);
        const std::size_t idle = static_cast<std::size_t>(m_shared->idle);
        if (m_shared->isStopping || m_shared->queue.size() >= m_shared->mostQueued + idle)
            return false;
        m_shared->queue.push_back(lookup);
    }
    m_shared->changed.notify_one();
    return true;
}

int LookupWorkers::readySignal() const
{
    return m_shared->signal.get();
}

std::vector<std::shared_ptr<Lookup>> LookupWorkers::takeAnswered()
{
    eventfd_t count = 0;
    (void)eventfd_read(m_shared->signal.get(), &count);
    const std::lock_guard lock(m_shared->mutex);
    return std::exchange(m_shared->answered, {});
}

bool LookupWorkers::stop(std::chrono::steady_clock::time_point deadline)
{
    std::unique_lock lock(m_shared->mutex);
    m_shared->isStopping = true;
    m_shared->queue.clear();
    m_shared->changed.notify_all();
    return m_shared->changed.wait_until(lock, deadline, [this] { return m_shared->running == 0; });
}

void LookupWorkers::work(const std::shared_ptr<Shared> &shared)
{
    std::unique_ptr<RevertLinks> links;
    std::unique_lock lock(shared->mutex);
    for (;;) {
        shared->changed.wait(lock, [&] { return shared->isStopping || !shared->queue.empty(); });
        if (shared->isStopping)
            break;
        const std::shared_ptr<Lookup> lookup = std::move(shared->queue.front());
        shared->queue.pop_front();
        if (lookup->isOver) // its customer was told to try again: doing it now would surprise them
            continue;
        --shared->idle;
        lock.unlock();
        if (!links) {
            if (Result<std::unique_ptr<RevertLinks>> made = shared->factory())
                links = *std::move(made);
        }
        lookup->response = links ? shared->service->answer(lookup->request, *links)
                                 : shared->service->failure(503, lookup->request.acceptLanguage);
        if (lookup->response.status == 503)
            links.reset();
        lock.lock();
        ++shared->idle;
        shared->answered.push_back(lookup);
        (void)eventfd_write(shared->signal.get(), 1);
    }
    lock.unlock();
    links.reset(); // here, because a connection belongs to its thread
    lock.lock();
    --shared->running;
    shared->changed.notify_all();
}

} // namespace addressdesk
