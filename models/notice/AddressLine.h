#pragma once

#include "models/domain/FieldValue.h"
#include "models/domain/SchemaMapping.h"

namespace addressdesk {

/// An address on one line, without its label: "12 rue de la Paix, 75002 Paris, France". A number or postal
/// code stands before what follows it in the mapping. Empty when all its values are.
[[nodiscard]] QString addressLine(const SchemaMapping &mapping, const FieldValues &address);

/// The address's label; empty when it has none.
[[nodiscard]] QString addressLabel(const SchemaMapping &mapping, const FieldValues &address);

} // namespace addressdesk
