#pragma once

#include "models/domain/FieldValue.h"

namespace addressdesk {

/// An edit of one field that is not saved yet.
struct StagedField
{
    FieldValue base;   ///< What the person saw when they began; a save insists on finding it.
    FieldValue edited; ///< What they typed, cleaned.

    [[nodiscard]] bool operator==(const StagedField &) const = default;
};

using StagedFields = QMap<QString, StagedField>;

} // namespace addressdesk
