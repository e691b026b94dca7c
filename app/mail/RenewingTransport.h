#pragma once

#include "models/domain/OutgoingMail.h"

#include <functional>
#include <memory>
#include <mutex>

namespace addressdesk {

/// Makes a transport from the settings of the moment. Errors: settings that cannot be used, or no keyring.
using MailTransportFactory = std::function<Result<std::unique_ptr<MailTransport>>()>;

/// A transport that is made with its first use, and again with the next use after it was Unusable: so a new
/// password or server counts without a restart.
class RenewingTransport final : public MailTransport
{
public:
    explicit RenewingTransport(MailTransportFactory factory);

    /// Unusable, with the factory's detail, where none can be made.
    [[nodiscard]] Delivery deliver(const MailMessage &message) override;
    void abort() override;

private:
    [[nodiscard]] bool isAborted();
    [[nodiscard]] Result<MailTransport *> current();

    MailTransportFactory m_factory;
    std::mutex m_mutex; ///< Guards what follows against abort().
    std::unique_ptr<MailTransport> m_transport;
    bool m_isAborted = false;
};

} // namespace addressdesk
