#pragma once

#include "models/domain/Error.h"

#include <QString>

#include <memory>

class QSqlDatabase;
struct pg_conn;
struct pg_result;

namespace addressdesk {

/// Of a PostgresResult.
struct ClearPostgresResult
{
    void operator()(pg_result *result) const;
};
using PostgresResult = std::unique_ptr<pg_result, ClearPostgresResult>;

/// A libpq connection as statements share it: the server answers one at a time, and who sends throws away
/// what is left of the answer before. Used on the connection's thread, and only while it is open.
class PostgresWire final
{
public:
    explicit PostgresWire(pg_conn *connection) : m_connection(connection) {}

    /// Of an open database of QPSQL; null when Qt was built so that it does not tell.
    [[nodiscard]] static pg_conn *connectionOf(const QSqlDatabase &database);
    [[nodiscard]] pg_conn *connection() const { return m_connection; }

    /// Whoever calls this may send; the number says later whether the answer is still its own.
    [[nodiscard]] quint64 beginTurn();
    [[nodiscard]] bool isTurn(quint64 turn) const { return turn == m_turn; }

    /// The next part of the answer, null at its end.
    [[nodiscard]] PostgresResult nextResult();
    /// Reads the answer to its end. Fails with the first error in it.
    [[nodiscard]] Done readToEnd();

    /// Statements in one text, without values and results that anybody wants.
    [[nodiscard]] Done run(const QString &script);
    /// Fails as well, with 25P02, when a statement of the transaction has failed before.
    [[nodiscard]] Done commit();

    /// By SQLSTATE, without values of rows; `result` may be null.
    [[nodiscard]] Error errorOf(const pg_result *result) const;
    [[nodiscard]] static bool isError(const pg_result *result);

private:
    pg_conn *m_connection;
    quint64 m_turn = 0;
};

} // namespace addressdesk
