#pragma once

#include "models/domain/Error.h"
#include "models/domain/FieldValue.h"

#include <QString>

#include <chrono>
#include <optional>

namespace addressdesk {

class SqlConnection;

/// The e-mail address that mails to a customer went to before the present one. While that one is new, both
/// are told of a change: who has taken over a customer's account must not be the only one to hear of it. The
/// outbox itself remembers; the company's table keeps no former addresses.
class FormerRecipient final
{
public:
    /// A row of `mail_outbox`; no `recipient` means a customer without an e-mail address.
    struct Row
    {
        qint64 id = 0;
        FieldValue customerId;
        FieldValue recipient;
    };

    /// For how long an e-mail address counts as new.
    static constexpr std::chrono::hours newAddressPeriod{30 * 24};

    explicit FormerRecipient(SqlConnection &connection) : m_connection(connection) {}

    /// Queues the mail to the former address too, where there is one to be told; says whether.
    [[nodiscard]] Result<bool> tell(const Row &row);

private:
    [[nodiscard]] Result<std::optional<QString>> find(const Row &row);
    [[nodiscard]] Result<bool> isNewSince(const Row &row, qint64 formerId);
    [[nodiscard]] Done add(const Row &row, const QString &former);

    SqlConnection &m_connection;
};

} // namespace addressdesk
