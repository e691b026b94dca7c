#pragma once

#include "models/domain/Address.h"
#include "models/domain/Event.h"

#include <QHash>
#include <QJsonObject>
#include <QList>

namespace addressdesk {

/// Digest of a revert token → its secret, for the tokens that one save issues.
using IssuedTokens = QHash<QString, QString>;

/// What `mail_outbox.content` holds: all that a safety mail or letter says, so that composing it needs no
/// other row. The only place besides the mail itself where a token's secret is; it is wiped once sent.
///
///     {"kind": "changed" | "reverted" | "created" | "deleted" | "restored",
///      "byCustomer": true when a customer's token or code did it,
///      "addressId": …, "customer": {"id", "firstName", "lastName"},
///      "address": every field as it was before the save (after it, for a creation or restoration),
///      "changes": [{"field", "from", "to", "secret", "code"}],    secret and code only where a token was
///      issued "secret": …, "code": …}                                     of a deletion's token
namespace safetyMail {

inline constexpr QLatin1String addressIdKey("addressId");
inline constexpr QLatin1String addressKey("address");
inline constexpr QLatin1String customerKey("customer");
inline constexpr QLatin1String customerIdKey("id");
inline constexpr QLatin1String customerFirstNameKey("firstName");
inline constexpr QLatin1String customerLastNameKey("lastName");

/// The part that follows from the events alone: kind, byCustomer, changes, secret and code. Sequence and
/// version are not needed.
[[nodiscard]] QJsonObject ofEvents(const QList<Event> &events, const IssuedTokens &tokens, bool isByCustomer);

/// The whole content.
[[nodiscard]] QJsonObject content(const AddressRow &address, const QList<Event> &events,
                                  const IssuedTokens &tokens, bool isByCustomer);

} // namespace safetyMail

} // namespace addressdesk
