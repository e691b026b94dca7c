#pragma once

#include "models/domain/RevertToken.h"
#include "models/domain/SafetyNotice.h"

#include <optional>

namespace addressdesk {

class SqlConnection;

/// A mail that a save makes due.
struct OutboxDraft
{
    QString changeId;
    QString addressId;
    FieldValue recipient; ///< The customer's e-mail as it was at the save; without one the row's state is
                          ///< `noAddress`.
    QString dueAt;        ///< As Event::occurredAt.
    QString customerId;   ///< Empty when the address has no customer.
    SafetyNotice notice;
    std::optional<RevertToken> saveToken;
};

/// Puts mails into the `mail_outbox` table.
class OutboxRepository final
{
public:
    explicit OutboxRepository(SqlConnection &connection) : m_connection(connection) {}

    /// Inside the transaction of the save that it tells of. On PostgreSQL a refusal may be that of the next
    /// statement or the commit (DriverStatement::execAhead()).
    [[nodiscard]] Done enqueue(const OutboxDraft &draft);

private:
    SqlConnection &m_connection;
};

} // namespace addressdesk
