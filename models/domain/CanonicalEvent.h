#pragma once

#include "models/domain/Event.h"

namespace addressdesk {

/// The canonical bytes that a chain hash covers. JSON text would not do: jsonb reorders keys.
///
/// Every value is framed as one tag byte, a 4-byte big-endian length and that many bytes:
///   'N' NULL (length 0) · 'S' UTF-8 text · 'O' object: its framed keys and values, keys sorted by UTF-8
///   bytes.
/// An event is the concatenation of the frames of: streamId, streamVersion (decimal), eventType, payload,
/// occurredAt, actor, changeId, reason. Sequence numbers are not covered: the database gives them.
namespace canonical {

[[nodiscard]] QByteArray frame(const FieldValue &value);
[[nodiscard]] QByteArray framePayload(const QJsonObject &payload);
[[nodiscard]] QByteArray event(const Event &event);

/// SHA-256 over the previous event's hash (empty for the first of a stream) and the canonical event; 32
/// bytes.
[[nodiscard]] QByteArray chainHash(const QByteArray &previousHash, const Event &event);

} // namespace canonical

} // namespace addressdesk
