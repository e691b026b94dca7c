#pragma once

#include "models/domain/Event.h"
#include "models/domain/StreamDifference.h"

#include <optional>

namespace addressdesk {

/// The fold of one stream with all its values in memory, which FoldTable has to agree with: oldest event
/// first, into the state that it describes and checks its hash chain on the way. Fields that no event names
/// stay unknown: rows that existed before the history need no events.
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
