#pragma once

#include "models/domain/History.h"
#include "models/storage/CustomerReader.h"
#include "models/storage/SchemaInitialiser.h"

#include <QList>

namespace addressdesk {

class SqlConnection;

/// Reads addresses that were deleted and not restored since. Used on its connection's thread.
class DeletedReader final
{
public:
    DeletedReader(SqlConnection &connection, const EffectiveSchema &schema);

    /// Newest deletion first, at most `limit`, those whose snapshot and customer contain every word of the
    /// search.
    [[nodiscard]] Result<QList<DeletedAddress>> find(const QString &search, int limit);

private:
    [[nodiscard]] Result<QList<DeletedAddress>> before(qint64 sequenceNum);

    SqlConnection &m_connection;
    CustomerReader m_customers;
    QString m_select;
};

} // namespace addressdesk
