#pragma once

#include "models/domain/CodeMatch.h"
#include "models/storage/EventStore.h"

namespace addressdesk {

class AddressTable;

/// Redeems revert codes that customers read out. A code is short, so guessing is slowed down: after too many
/// wrong ones nobody asks under the same name for a minute. Used on the connection's thread, outside any
/// transaction.
class RevertCodes final
{
public:
    static constexpr int wrongCodesAMinute = 5;

    /// The references have to outlive this. `actor` is who asks where the database has no users.
    RevertCodes(SqlConnection &connection, EventStore &events, AddressTable &addresses, QString actor);

    /// The changes that issued a token with this code; mostly one. Errors: NotFound, also for what cannot be
    /// a code; TooManyAttempts.
    [[nodiscard]] Result<QList<Event>> issuers(const QString &typed);
    /// Errors also: InvalidArgument when the code fits several changes.
    [[nodiscard]] Result<CodeMatch> find(const QString &typed);

private:
    [[nodiscard]] Done checkPatience();
    [[nodiscard]] Done noteWrong();

    SqlConnection &m_connection;
    EventStore &m_events;
    AddressTable &m_addresses;
    QString m_actor;
};

} // namespace addressdesk
