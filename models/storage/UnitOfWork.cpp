#include "models/storage/UnitOfWork.h"

#include "models/storage/SqlConnection.h"

#include <utility>

namespace addressdesk {

Result<UnitOfWork> UnitOfWork::begin(SqlConnection &connection)
{
    if (const Done alive = connection.checkAlive(); !alive)
        return tl::unexpected(alive.error());
    if (connection.isReadOnly())
        return failure(ErrorCode::ReadOnly, QStringLiteral("the database is open for reading only"));
    return connection.begin(connection.dialect().beginWrite()).map([&connection] {
        return UnitOfWork(connection);
    });
}

UnitOfWork::UnitOfWork(UnitOfWork &&other) noexcept
    : m_connection(other.m_connection), m_isOpen(std::exchange(other.m_isOpen, false))
{
}

UnitOfWork::~UnitOfWork()
{
    if (!m_isOpen)
        return;
    // A rollback that fails leaves nothing to do: the transaction ended by itself or with its connection.
    [[maybe_unused]] const Done rolledBack = m_connection->rollBack();
}

Done UnitOfWork::commit()
{
    Q_ASSERT(m_isOpen);
    const Done committed = m_connection->commit();
    if (committed)
        m_isOpen = false;
    return committed;
}

} // namespace addressdesk
