#include "models/storage/ReadSnapshot.h"

#include "models/storage/SqlConnection.h"

#include <utility>

namespace addressdesk {

Result<ReadSnapshot> ReadSnapshot::begin(SqlConnection &connection)
{
    return connection.begin(connection.dialect().beginRead()).map([&connection] {
        return ReadSnapshot(connection);
    });
}

ReadSnapshot::ReadSnapshot(ReadSnapshot &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{
}

ReadSnapshot::~ReadSnapshot()
{
    if (!m_connection)
        return;
    // Nothing was written; a rollback that fails means that the transaction ended with its connection.
    [[maybe_unused]] const Done ended = m_connection->rollBack();
}

} // namespace addressdesk
