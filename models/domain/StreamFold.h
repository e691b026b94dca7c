#pragma once

#include "models/domain/Event.h"

#include <optional>

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

/// Folds one stream, oldest event first, into the state that it describes and checks its hash chain on the
/// way. Fields that no event names stay unknown: rows that existed before the history need no events.
class StreamFold final
{
public:
    void apply(const Event &event);

    /// Differences in the chain so far, then those against the row (std::nullopt: there is none).
    [[nodiscard]] QList<StreamDifference> differences(const std::optional<FieldValues> &row) const;

    [[nodiscard]] const FieldValues &values() const { return m_values; }
    [[nodiscard]] bool isDeleted() const { return m_isDeleted; }
    [[nodiscard]] int version() const { return m_version; }

private:
    QString m_streamId;
    FieldValues m_values;
    bool m_isDeleted = false;
    int m_version = 0;
    QByteArray m_hash;
    QList<StreamDifference> m_chainDifferences;
};

} // namespace addressdesk
