#pragma once

#include "models/domain/Error.h"
#include "models/domain/OfficeSettings.h"

namespace addressdesk {

class SqlConnection;

/// The table `address_desk_settings`. Used on the connection's thread.
class OfficeSettingsRepository final
{
public:
    explicit OfficeSettingsRepository(SqlConnection &connection) : m_connection(connection) {}

    /// What is not there has its default; values that cannot be are passed over.
    [[nodiscard]] Result<OfficeSettings> load();
    /// All of them, in one transaction.
    [[nodiscard]] Done save(const OfficeSettings &settings);
    /// All of them, inside the caller's transaction.
    [[nodiscard]] Done write(const OfficeSettings &settings);

private:
    SqlConnection &m_connection;
};

} // namespace addressdesk
