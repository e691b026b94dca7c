#pragma once

#include "models/domain/MailService.h"
#include "models/domain/SchemaMapping.h"

namespace addressdesk::storedPreview {

/// A mail as it lies in the route's folder, with its links; where it does not, as it would be written now,
/// without links. Errors: InvalidValue when it cannot be written.
[[nodiscard]] Result<MailPreview> of(const MailRecord &mail, const OfficeSettings &settings,
                                     const SchemaMapping &mapping, const MailRoute &route);

} // namespace addressdesk::storedPreview
