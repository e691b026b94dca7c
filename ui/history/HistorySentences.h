#pragma once

#include "models/domain/SaveRequest.h"
#include "models/domain/SchemaMapping.h"

namespace addressdesk::historySentences {

/// "City set back to “Lyon”.", "2 fields set back.", "Address restored."
[[nodiscard]] QString reverted(const SchemaMapping &mapping, const RevertOutcome &outcome);

/// Why nothing was set back, field by field.
[[nodiscard]] QString refused(const SchemaMapping &mapping, const RevertOutcome &outcome);

/// The button's text, short enough for a button; "…" at the end when a dialog follows. Literal: ampersands
/// are doubled.
[[nodiscard]] QString buttonText(const HistoryEntry &entry);

} // namespace addressdesk::historySentences
