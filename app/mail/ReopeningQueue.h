#pragma once

#include "models/domain/OutgoingMail.h"

#include <functional>
#include <memory>

namespace addressdesk {

/// Opens an outbox on the calling thread. Errors: as opening a database.
using OutboxQueueFactory = std::function<Result<std::unique_ptr<OutboxQueue>>()>;

/// An outbox that is opened with its first use, and again with the next use after an error: databases come
/// and go while a server runs for months.
class ReopeningQueue final : public OutboxQueue
{
public:
    explicit ReopeningQueue(OutboxQueueFactory factory);

    [[nodiscard]] Result<QList<OutgoingMail>> claim(int limit, std::chrono::seconds lease) override;
    [[nodiscard]] Result<qint64> heldUp(std::chrono::seconds since) override;
    [[nodiscard]] Done markSent(const OutgoingMail &mail, const HandOver &how) override;
    [[nodiscard]] Done defer(const OutgoingMail &mail, std::chrono::seconds pause,
                             const QString &why) override;
    [[nodiscard]] Done markFailed(const OutgoingMail &mail, const QString &why) override;
    [[nodiscard]] Done putBack(const OutgoingMail &mail) override;
    [[nodiscard]] Done hasten() override;

private:
    template<typename Use> [[nodiscard]] auto with(Use use) -> decltype(use(std::declval<OutboxQueue &>()));

    OutboxQueueFactory m_factory;
    std::unique_ptr<OutboxQueue> m_queue;
};

} // namespace addressdesk
