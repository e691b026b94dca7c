#pragma once

#include "models/domain/FieldValue.h"
#include "models/domain/SchemaMapping.h"

namespace addressdesk::deliverable {

/// Ids of the fields without which nobody finds a new address, in the mapping's order: the city, and the
/// street where not even a label names the place. Of tables that know neither: the first field of the
/// address, while all of them are empty. What countries ask for beyond that is the owner's to know.
[[nodiscard]] QStringList missingFields(const SchemaMapping &mapping, const FieldValues &values);

} // namespace addressdesk::deliverable
