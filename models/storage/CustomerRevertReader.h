#pragma once

#include "models/domain/CustomerReverts.h"
#include "models/storage/AddressReader.h"

namespace addressdesk {

class SqlConnection;

/// Finds what customers' links put back, from the end of `events`. Used on its connection's thread.
class CustomerRevertReader final
{
public:
    CustomerRevertReader(SqlConnection &connection, const EffectiveSchema &schema);

    /// Only events after this one, at most `limit`.
    [[nodiscard]] Result<CustomerReverts> after(qint64 sequenceNum, int limit);

private:
    SqlConnection &m_connection;
    AddressReader m_addresses;
};

} // namespace addressdesk
