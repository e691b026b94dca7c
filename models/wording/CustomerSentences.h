#pragma once

#include "models/domain/CustomerReverts.h"
#include "models/domain/OfficeTask.h"
#include "models/domain/SchemaMapping.h"

/// What customers do by themselves and ask the desk for, in sentences.
namespace addressdesk::wording {

/// Reasons of what is put back because the customer wants it, as the history keeps them: in the language of
/// whoever does it.
[[nodiscard]] QString reasonOfCode();
[[nodiscard]] QString reasonOfLink();

/// "Anna Lefèvre asks to set “City” back (Home), but it has changed since."
[[nodiscard]] QString customerAsks(const SchemaMapping &mapping, const OfficeTask &task);
/// "3 customers ask …"
[[nodiscard]] QString customersAsk(int count);

/// "Anna Lefèvre set “City” back (Home).", bundled where there are several. `reverts` is not empty.
[[nodiscard]] QString customersPutBack(const SchemaMapping &mapping, const QList<CustomerRevert> &reverts);

} // namespace addressdesk::wording
