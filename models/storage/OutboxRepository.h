#pragma once

#include "models/domain/Error.h"
#include "models/domain/FieldValue.h"

#include <QJsonObject>

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
    QJsonObject content;  ///< As SafetyMail.h says.
};

/// The mails that wait, in the `mail_outbox` table.
class OutboxRepository final
{
public:
    explicit OutboxRepository(SqlConnection &connection) : m_connection(connection) {}

    /// Inside the transaction of the save that it tells of.
    [[nodiscard]] Done enqueue(const OutboxDraft &draft);

private:
    SqlConnection &m_connection;
};

} // namespace addressdesk
