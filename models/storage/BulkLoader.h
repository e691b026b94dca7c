#pragma once

#include "models/domain/Address.h"
#include "models/domain/Event.h"
#include "models/domain/SchemaMapping.h"

#include <QList>

#include <memory>

namespace addressdesk {

class SqlConnection;

/// Fills an empty database with customers, addresses and their ready-made history in one transaction, fast:
/// sample data. It is not a way of changing addresses: it refuses when there are any. Events get their
/// sequence numbers in the order of their times.
///
/// Customers come before their addresses. What fails, or is not finished, leaves the database as it was.
class BulkLoader
{
public:
    /// Errors: InvalidArgument when the customers' or addresses' table or the history has rows,
    /// PermissionDenied when the role does not own the tables (on PostgreSQL, the history's actor must be set
    /// aside while loading), and what the database says.
    [[nodiscard]] static Result<std::unique_ptr<BulkLoader>> begin(SqlConnection &connection,
                                                                   const SchemaMapping &mapping);

    virtual ~BulkLoader() = default;
    BulkLoader(const BulkLoader &) = delete;
    BulkLoader &operator=(const BulkLoader &) = delete;

    [[nodiscard]] virtual Done addCustomers(const QList<Customer> &customers) = 0;
    /// Each with a value for every field of the mapping.
    [[nodiscard]] virtual Done addAddresses(const QList<Address> &addresses) = 0;
    /// Complete but for the sequence numbers; `occurredAt` in UTC with six digits after the second.
    [[nodiscard]] virtual Done addEvents(const QList<Event> &events) = 0;
    /// Orders the events, builds the indexes and commits. Nothing may be added afterwards.
    [[nodiscard]] virtual Done finish() = 0;

protected:
    BulkLoader() = default;

    [[nodiscard]] virtual Done start() = 0;   ///< Opens the transaction.
    [[nodiscard]] virtual Done prepare() = 0; ///< Once the tables are known to be empty.
};

} // namespace addressdesk
