#pragma once

#include "models/domain/Event.h"
#include "models/domain/SchemaMapping.h"
#include "models/domain/StreamDifference.h"

#include <QHash>

#include <array>
#include <deque>
#include <vector>

namespace addressdesk {

/// Folds all streams of a database at once, their events in the order of sequence numbers, with about a
/// hundred bytes for each stream: instead of values it keeps 64-bit hashes of them with a seed of its own.
class FoldTable final
{
public:
    explicit FoldTable(const SchemaMapping &mapping);

    /// The differences that show in the chain itself.
    [[nodiscard]] QList<StreamDifference> apply(const Event &event);
    /// An event that nobody can read breaks the chain too.
    [[nodiscard]] QList<StreamDifference> applyUnreadable(const Event &event);
    /// The differences between a row and its stream; remembers that the row is there.
    [[nodiscard]] QList<StreamDifference> compare(const QString &addressId, const FieldValues &row);

    /// Of each stream whose address should be there and has not been compared: the number of one of its
    /// events.
    [[nodiscard]] QList<qint64> missing() const;
    [[nodiscard]] qint64 streamCount() const { return static_cast<qint64>(m_streams.size()); }

private:
    using Key = std::array<quint64, 2>; ///< Of SHA-256 over the stream's id.

    struct Stream
    {
        Key key{};
        std::array<char, 32> hash{};
        qint64 sequenceNum = 0;
        quint64 knownFields = 0; ///< One bit for each field of the mapping.
        int version = 0;
        bool isDeleted = false;
        bool isCompared = false;
    };

    [[nodiscard]] static Key keyOf(const QString &streamId);
    [[nodiscard]] std::size_t slotOf(const Key &key) const;
    [[nodiscard]] std::size_t streamOf(const QString &streamId);
    [[nodiscard]] quint64 hashOf(const FieldValue &value) const;
    [[nodiscard]] QList<StreamDifference> link(Stream &stream, const Event &event, bool isIntact);
    void grow();
    void setValue(std::size_t stream, const QString &field, const FieldValue &value);

    QHash<QString, int> m_fields; ///< Field id → its place.
    std::size_t m_seed;
    std::deque<Stream> m_streams;
    std::deque<quint64> m_values; ///< Hashes of the streams' values, one stretch of m_fields.size() for each.
    std::vector<quint32> m_slots; ///< Open addressing: a stream's place plus one, 0 for none.
};

} // namespace addressdesk
