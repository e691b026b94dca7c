#pragma once

#include <QString>

namespace addressdesk {

/// One way in which a stream and its row, or a stream and itself, disagree.
struct StreamDifference
{
    enum class Kind {
        ValueDrift,    ///< The row's field differs from the folded one.
        RowMissing,    ///< History says that the address exists; there is no row.
        RowUnexpected, ///< History says that the address was deleted; there is a row.
        VersionGap,    ///< Stream versions do not count 1, 2, 3, …
        HashMismatch   ///< The stored chain hash is not the recomputed one.
    };

    Kind kind = Kind::ValueDrift;
    QString streamId;
    int streamVersion = 0; ///< For VersionGap and HashMismatch.
    QString field;         ///< For ValueDrift.

    [[nodiscard]] bool operator==(const StreamDifference &) const = default;
};

} // namespace addressdesk
