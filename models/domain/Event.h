#pragma once

#include "models/domain/Error.h"
#include "models/domain/EventType.h"
#include "models/domain/FieldValue.h"

#include <QByteArray>
#include <QDateTime>
#include <QJsonObject>

namespace addressdesk {

/// Whoever uses a token from outside has no login; a reversal of theirs is recorded under this name.
inline const QString customerActor = QStringLiteral("customer");

/// One row of the append-only `events` table.
struct Event
{
    qint64 sequenceNum = 0;
    QString streamId;      ///< The address's key.
    int streamVersion = 0; ///< 1 for the first event of a stream, without gaps.
    EventType type = EventType::AddressFieldChanged;
    QJsonObject payload; ///< By type as ARCHITECTURE.md's table of payloads has it.
    QString occurredAt;  ///< The database's clock: ISO 8601 in UTC, exactly the digits that were hashed.
    QString actor;
    QString changeId; ///< The save; all events of one transaction share it.
    FieldValue reason;
    QByteArray chainHash; ///< 32 bytes: SHA-256 over the previous hash and this event (CanonicalEvent.h).

    [[nodiscard]] QDateTime occurredAtTime() const; ///< In UTC, to the millisecond.

    /// Of AddressFieldChanged and AddressFieldReverted; empty for others.
    [[nodiscard]] QString field() const;
    [[nodiscard]] FieldValue from() const;
    [[nodiscard]] FieldValue to() const;

    /// The digest of the revert token that this event issued (Changed, Deleted) or used up (Reverted,
    /// Restored).
    [[nodiscard]] QString tokenDigest() const;
    [[nodiscard]] bool issuesToken() const;
    [[nodiscard]] bool usesToken() const;
    /// Whether a customer's link put something back: nobody at a desk did it.
    [[nodiscard]] bool isByCustomer() const;

    /// The field values of a creation, a deletion's snapshot or a restoration's snapshot.
    [[nodiscard]] FieldValues snapshot() const;
    /// The customer's key in a creation or a snapshot.
    [[nodiscard]] QString snapshotCustomerId() const;

    [[nodiscard]] bool operator==(const Event &) const = default;
};

/// Payloads, as ARCHITECTURE.md's table has them.
namespace payload {
[[nodiscard]] QJsonObject created(const QString &customerId, const FieldValues &values);
[[nodiscard]] QJsonObject changed(const QString &field, const FieldValue &from, const FieldValue &to,
                                  const QString &tokenDigest);
[[nodiscard]] QJsonObject reverted(const QString &field, const FieldValue &from, const FieldValue &to,
                                   const QString &tokenDigest);
[[nodiscard]] QJsonObject deleted(const QString &customerId, const FieldValues &values,
                                  const QString &tokenDigest);
/// `tokenDigest` is empty when the restoration used no token.
[[nodiscard]] QJsonObject restored(const QString &customerId, const FieldValues &values,
                                   const QString &tokenDigest);
} // namespace payload

} // namespace addressdesk
