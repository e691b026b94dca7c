#pragma once

#include "app/mail/MailComposer.h"
#include "models/domain/MailService.h"

#include <memory>

namespace addressdesk::routeTransport {

/// What hands mails over as `route` says, which is not None. Errors: InvalidArgument, InvalidValue for a
/// server that cannot be one.
[[nodiscard]] Result<std::unique_ptr<MailTransport>> make(const MailRoute &route, const QString &password);

/// One test mail, on a thread that may wait for the server. Errors: as MailService::sendTest().
[[nodiscard]] Done sendTest(const MailRoute &route, const QString &password, const MailComposer &composer,
                            const QString &recipient);

} // namespace addressdesk::routeTransport
