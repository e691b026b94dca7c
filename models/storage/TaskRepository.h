#pragma once

#include "models/domain/OfficeTask.h"
#include "models/storage/AddressReader.h"

namespace addressdesk {

class SqlConnection;

/// The table `address_desk_tasks`: what customers asked for and only an operator can decide. Used on the
/// connection's thread, outside any transaction.
class TaskRepository final
{
public:
    TaskRepository(SqlConnection &connection, const EffectiveSchema &schema);

    /// Once for each event as long as the task is open.
    [[nodiscard]] Done add(const Event &event);
    /// Open tasks, oldest first, at most `limit`.
    [[nodiscard]] Result<QList<OfficeTask>> open(int limit);
    /// `actor` is who does it where the database has no users. Errors: NotFound when no such task is open.
    [[nodiscard]] Done finish(qint64 id, const QString &actor);
    /// Errors: NotFound when the task is not finished, or another one of the same event is open.
    [[nodiscard]] Done reopen(qint64 id);

private:
    SqlConnection &m_connection;
    AddressReader m_addresses;
};

} // namespace addressdesk
