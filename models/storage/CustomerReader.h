#pragma once

#include "models/domain/Address.h"
#include "models/domain/Error.h"
#include "models/storage/AddressRowSql.h"
#include "models/storage/SchemaInitialiser.h"

#include <QList>
#include <QMap>
#include <QStringList>

namespace addressdesk {

class SqlConnection;

/// Reads customers. Used on its connection's thread.
class CustomerReader final
{
public:
    CustomerReader(SqlConnection &connection, const EffectiveSchema &schema);

    /// Customers whose names and e-mail contain every word, by last and first name; all of them for an empty
    /// search.
    [[nodiscard]] Result<QList<Customer>> find(const QString &search, int limit);
    /// Those that exist, by key. Texts that are no keys name nobody.
    [[nodiscard]] Result<QMap<QString, Customer>> byIds(const QStringList &customerIds);

private:
    SqlConnection &m_connection;
    EffectiveSchema m_schema;
    AddressRowSql m_rows;
};

} // namespace addressdesk
