#pragma once

#include "models/domain/FieldValue.h"
#include "models/domain/ValueRules.h"

namespace addressdesk {

/// An edit of one field that is not saved yet.
struct StagedField
{
    FieldValue base;   ///< What the person saw when they began; a save insists on finding it.
    FieldValue edited; ///< What they typed, cleaned; as it is when it is refused.
    std::optional<ValueProblem> problem = std::nullopt; ///< Why it cannot be saved: it is only kept.

    [[nodiscard]] bool operator==(const StagedField &) const = default;
};

using StagedFields = QMap<QString, StagedField>;

} // namespace addressdesk
