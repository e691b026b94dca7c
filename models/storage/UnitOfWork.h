#pragma once

#include "models/domain/Error.h"

namespace addressdesk {

class SqlConnection;

/// One write transaction; rolls back unless committed; never nested. SQLite: BEGIN IMMEDIATE. PostgreSQL:
/// BEGIN, of which the server hears with the first statement: that it cannot begin is that one's failure.
class UnitOfWork final
{
public:
    [[nodiscard]] static Result<UnitOfWork> begin(SqlConnection &connection);
    ~UnitOfWork();
    UnitOfWork(UnitOfWork &&other) noexcept;
    UnitOfWork &operator=(UnitOfWork &&) = delete;
    UnitOfWork(const UnitOfWork &) = delete;

    [[nodiscard]] SqlConnection &connection() const { return *m_connection; }
    [[nodiscard]] Done commit();

private:
    explicit UnitOfWork(SqlConnection &connection) : m_connection(&connection) {}

    SqlConnection *m_connection;
    bool m_isOpen = true;
};

} // namespace addressdesk
