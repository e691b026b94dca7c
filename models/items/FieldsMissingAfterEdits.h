#pragma once

#include "models/domain/SchemaMapping.h"
#include "models/items/StagedField.h"

namespace addressdesk {

/// Ids of the fields that an address lacks so that mail arrives, once its edits are saved over what is
/// stored; also a postal code that they empty. None where nothing is edited: what is wrong with old addresses
/// is told when somebody works on them.
[[nodiscard]] QStringList fieldsMissingAfterEdits(const SchemaMapping &mapping, FieldValues stored,
                                                  const StagedFields &staged);

} // namespace addressdesk
