#include "app/mail/RenewingTransport.h"

#include <utility>

namespace addressdesk {

RenewingTransport::RenewingTransport(MailTransportFactory factory) : m_factory(std::move(factory)) {}

Delivery RenewingTransport::deliver(const MailMessage &message)
{
    if (isAborted())
        return {Delivery::Kind::Stopped, 0, {}};
    const auto transport = current();
    if (!transport && isAborted())
        return {Delivery::Kind::Stopped, 0, {}};
    if (!transport)
        return {Delivery::Kind::Unusable, 0, transport.error().detail, transport.error().code};
    const Delivery delivery = (*transport)->deliver(message);
    if (delivery.kind == Delivery::Kind::Unusable) {
        const std::lock_guard lock(m_mutex);
        m_transport.reset();
    }
    return delivery;
}

void RenewingTransport::abort()
{
    const std::lock_guard lock(m_mutex);
    m_isAborted = true;
    if (m_transport)
        m_transport->abort();
}

bool RenewingTransport::isAborted()
{
    const std::lock_guard lock(m_mutex);
    return m_isAborted;
}

Result<MailTransport *> RenewingTransport::current()
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_transport)
            return m_transport.get();
    }
    auto made = m_factory(); // May take its time; abort() must not wait for it.
    if (!made)
        return tl::unexpected(made.error());
    const std::lock_guard lock(m_mutex);
    m_transport = std::move(*made);
    if (m_isAborted)
        m_transport->abort();
    return m_transport.get();
}

} // namespace addressdesk
