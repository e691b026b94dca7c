#include "models/storage/FoldTable.h"

#include "models/domain/CanonicalEvent.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <algorithm>
#include <cstring>

namespace addressdesk {

using Kind = StreamDifference::Kind;

namespace {

constexpr std::size_t firstSlots = 1024;

} // namespace

FoldTable::FoldTable(const SchemaMapping &mapping)
    : m_seed(static_cast<std::size_t>(QRandomGenerator::system()->generate64())), m_slots(firstSlots, 0)
{
    for (const QString &field : mapping.fieldIds().mid(0, 64))
        m_fields.insert(field, static_cast<int>(m_fields.size()));
}

FoldTable::Key FoldTable::keyOf(const QString &streamId)
{
    const QByteArray digest = QCryptographicHash::hash(streamId.toUtf8(), QCryptographicHash::Sha256);
    Key key;
    std::memcpy(key.data(), digest.constData(), sizeof key);
    return key;
}

std::size_t FoldTable::slotOf(const Key &key) const
{
    std::size_t slot = static_cast<std::size_t>(key[0]) & (m_slots.size() - 1);
    while (m_slots[slot] != 0 && m_streams[m_slots[slot] - 1].key != key)
        slot = (slot + 1) & (m_slots.size() - 1);
    return slot;
}

void FoldTable::grow()
{
    m_slots.assign(m_slots.size() * 2, 0);
    for (std::size_t i = 0; i < m_streams.size(); ++i)
        m_slots[slotOf(m_streams[i].key)] = static_cast<quint32>(i + 1);
}

std::size_t FoldTable::streamOf(const QString &streamId)
{
    const Key key = keyOf(streamId);
    std::size_t slot = slotOf(key);
    if (m_slots[slot] == 0) {
        if ((m_streams.size() + 1) * 4 > m_slots.size() * 3) {
            grow();
            slot = slotOf(key);
        }
        m_streams.emplace_back().key = key;
        m_values.resize(m_values.size() + static_cast<std::size_t>(m_fields.size()));
        m_slots[slot] = static_cast<quint32>(m_streams.size());
    }
    return m_slots[slot] - 1;
}

quint64 FoldTable::hashOf(const FieldValue &value) const
{
    return value ? qHash(*value, m_seed) : 0;
}

void FoldTable::setValue(std::size_t stream, const QString &field, const FieldValue &value)
{
    const auto place = m_fields.constFind(field);
    if (place == m_fields.cend())
        return;
    m_streams[stream].knownFields |= quint64(1) << *place;
    m_values[stream * static_cast<std::size_t>(m_fields.size()) + static_cast<std::size_t>(*place)] =
        hashOf(value);
}

QList<StreamDifference> FoldTable::link(Stream &stream, const Event &event, bool isIntact)
{
    QList<StreamDifference> differences;
    if (event.streamVersion != stream.version + 1)
        differences.append({Kind::VersionGap, event.streamId, event.streamVersion, {}});
    if (!isIntact)
        differences.append({Kind::HashMismatch, event.streamId, event.streamVersion, {}});
    stream.version = event.streamVersion;
    stream.sequenceNum = event.sequenceNum;
    std::memset(stream.hash.data(), 0, stream.hash.size());
    std::memcpy(stream.hash.data(), event.chainHash.constData(),
                std::min(stream.hash.size(), static_cast<std::size_t>(event.chainHash.size())));
    return differences;
}

QList<StreamDifference> FoldTable::apply(const Event &event)
{
    const std::size_t index = streamOf(event.streamId);
    Stream &stream = m_streams[index];
    const QByteArray previous =
        stream.sequenceNum == 0 ? QByteArray()
                                : QByteArray(stream.hash.data(), static_cast<qsizetype>(stream.hash.size()));
    const QList<StreamDifference> differences =
        link(stream, event, canonical::chainHash(previous, event) == event.chainHash);

    if (event.type == EventType::AddressDeleted) {
        stream.isDeleted = true;
    } else if (!event.field().isEmpty()) {
        setValue(index, event.field(), event.to());
    } else {
        stream.isDeleted = false;
        stream.knownFields = 0;
        const FieldValues snapshot = event.snapshot();
        for (auto it = snapshot.cbegin(); it != snapshot.cend(); ++it)
            setValue(index, it.key(), it.value());
    }
    return differences;
}

QList<StreamDifference> FoldTable::applyUnreadable(const Event &event)
{
    return link(m_streams[streamOf(event.streamId)], event, false);
}

QList<StreamDifference> FoldTable::compare(const QString &addressId, const FieldValues &row)
{
    const quint32 place = m_slots[slotOf(keyOf(addressId))];
    if (place == 0)
        return {};
    const std::size_t index = place - 1;
    Stream &stream = m_streams[index];
    stream.isCompared = true;
    if (stream.isDeleted)
        return {{Kind::RowUnexpected, addressId, 0, {}}};
    QList<StreamDifference> differences;
    for (auto it = row.cbegin(); it != row.cend(); ++it) {
        const auto field = m_fields.constFind(it.key());
        const bool isKnown = field != m_fields.cend() && (stream.knownFields >> *field & 1) != 0;
        if (isKnown &&
            m_values[index * static_cast<std::size_t>(m_fields.size()) + static_cast<std::size_t>(*field)] !=
                hashOf(it.value()))
            differences.append({Kind::ValueDrift, addressId, 0, it.key()});
    }
    return differences;
}

QList<qint64> FoldTable::missing() const
{
    QList<qint64> sequenceNums;
    for (const Stream &stream : m_streams) {
        if (!stream.isCompared && !stream.isDeleted)
            sequenceNums.append(stream.sequenceNum);
    }
    return sequenceNums;
}

} // namespace addressdesk
