#include "app/mail/ReopeningQueue.h"

#include <utility>

namespace addressdesk {

ReopeningQueue::ReopeningQueue(OutboxQueueFactory factory) : m_factory(std::move(factory)) {}

template<typename Use> auto ReopeningQueue::with(Use use) -> decltype(use(std::declval<OutboxQueue &>()))
{
    if (!m_queue) {
        auto opened = m_factory();
        if (!opened)
            return tl::unexpected(opened.error());
        m_queue = std::move(*opened);
    }
    auto result = use(*m_queue);
    if (!result)
        m_queue.reset();
    return result;
}

Result<QList<OutgoingMail>> ReopeningQueue::claim(int limit, std::chrono::seconds lease)
{
    return with([&](OutboxQueue &queue) { return queue.claim(limit, lease); });
}

Result<qint64> ReopeningQueue::heldUp(std::chrono::seconds since)
{
    return with([&](OutboxQueue &queue) { return queue.heldUp(since); });
}

Done ReopeningQueue::markSent(const OutgoingMail &mail, const HandOver &how)
{
    return with([&](OutboxQueue &queue) { return queue.markSent(mail, how); });
}

Done ReopeningQueue::defer(const OutgoingMail &mail, std::chrono::seconds pause, const QString &why)
{
    return with([&](OutboxQueue &queue) { return queue.defer(mail, pause, why); });
}

Done ReopeningQueue::markFailed(const OutgoingMail &mail, const QString &why)
{
    return with([&](OutboxQueue &queue) { return queue.markFailed(mail, why); });
}

Done ReopeningQueue::putBack(const OutgoingMail &mail)
{
    return with([&](OutboxQueue &queue) { return queue.putBack(mail); });
}

Done ReopeningQueue::hasten()
{
    return with([](OutboxQueue &queue) { return queue.hasten(); });
}

} // namespace addressdesk
