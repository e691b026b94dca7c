#pragma once

#include "models/domain/History.h"
#include "models/domain/SaveRequest.h"

namespace addressdesk {

/// Who got ahead of a person's save, and when. Unknown where another program did, or where the history cannot
/// be read.
struct ConflictCause
{
    QString actors; ///< For a sentence: "marie", "marie and paul"; empty: unknown.
    QDateTime when; ///< The latest of their changes.

    /// Known only when the history leads from every one of the values back to what the person saw.
    [[nodiscard]] static ConflictCause of(const History &history, const QList<FieldConflict> &conflicts);
};

} // namespace addressdesk
