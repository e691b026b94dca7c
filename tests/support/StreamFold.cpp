#include "tests/support/StreamFold.h"

#include "models/domain/CanonicalEvent.h"

namespace addressdesk {

using Kind = StreamDifference::Kind;

void StreamFold::apply(const Event &event)
{
    m_streamId = event.streamId;
    if (event.streamVersion != m_version + 1)
        m_chainDifferences.append({Kind::VersionGap, event.streamId, event.streamVersion, {}});
    if (canonical::chainHash(m_hash, event) != event.chainHash)
        m_chainDifferences.append({Kind::HashMismatch, event.streamId, event.streamVersion, {}});
    m_version = event.streamVersion;
    m_hash = event.chainHash;

    switch (event.type) {
    case EventType::AddressFieldChanged:
    case EventType::AddressFieldReverted:
        m_values.insert(event.field(), event.to());
        break;
    case EventType::AddressDeleted:
        m_isDeleted = true;
        break;
    case EventType::AddressCreated:
    case EventType::AddressRestored:
        m_isDeleted = false;
        m_values = event.snapshot();
        break;
    }
}

QList<StreamDifference> StreamFold::differences(const std::optional<FieldValues> &row) const
{
    QList<StreamDifference> found = m_chainDifferences;
    if (m_version == 0)
        return found;
    if (!row) {
        if (!m_isDeleted)
            found.append({Kind::RowMissing, m_streamId, 0, {}});
        return found;
    }
    if (m_isDeleted) {
        found.append({Kind::RowUnexpected, m_streamId, 0, {}});
        return found;
    }
    for (auto it = row->cbegin(); it != row->cend(); ++it) {
        if (m_values.contains(it.key()) && m_values.value(it.key()) != it.value())
            found.append({Kind::ValueDrift, m_streamId, 0, it.key()});
    }
    return found;
}

} // namespace addressdesk
