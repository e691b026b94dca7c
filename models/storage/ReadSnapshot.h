#pragma once

#include "models/domain/Error.h"

namespace addressdesk {

class SqlConnection;

/// A reading transaction: everything read while it lives belongs to one moment. Ends with the object; never
/// nested.
class ReadSnapshot final
{
public:
    [[nodiscard]] static Result<ReadSnapshot> begin(SqlConnection &connection);
    ~ReadSnapshot();
    ReadSnapshot(ReadSnapshot &&other) noexcept;
    ReadSnapshot &operator=(ReadSnapshot &&) = delete;
    ReadSnapshot(const ReadSnapshot &) = delete;
    ReadSnapshot &operator=(const ReadSnapshot &) = delete;

private:
    explicit ReadSnapshot(SqlConnection &connection) : m_connection(&connection) {}

    SqlConnection *m_connection;
};

} // namespace addressdesk
