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

/// A libpq connection as statements share it: the server answers one at a time, and who asks throws away
/// what is left of the answer before. Used on the connection's thread, and only while it is open.
class PostgresWire final
{
public:
    explicit PostgresWire(pg_conn *connection) : m_connection(connection) {}
    PostgresWire(const PostgresWire &) = delete;
    PostgresWire &operator=(const PostgresWire &) = delete;

    /// Of an open database of QPSQL; null when Qt was built so that it does not tell.
    [[nodiscard]] static pg_conn *connectionOf(const QSqlDatabase &database);
    [[nodiscard]] pg_conn *connection() const { return m_connection; }

    /// Sends by one of libpq's functions that answer 1 when they could: `send(pg_conn *)`. The number says
    /// later whether the answer is still the asker's own.
    template<typename Send> [[nodiscard]] Result<quint64> ask(Send send);
    /// The same for what gives no rows that anybody wants. It goes with what is asked next, in one round trip
    /// (libpq's pipeline); its failure is that one's, which does not run then.
    template<typename Send> [[nodiscard]] Done askAhead(Send send);
    [[nodiscard]] bool isTurn(quint64 turn) const { return turn == m_turn; }

    /// The next part of the answer, null at its end.
    [[nodiscard]] PostgresResult nextResult();
    /// Reads the answer to its end. Fails with the first error in it.
    [[nodiscard]] Done readToEnd();

    /// Statements in one text, without values and results that anybody wants.
    [[nodiscard]] Done run(const QString &script);
    /// What goes with the next question is answered before this returns; then libpq's functions that send and
    /// wait may be called.
    [[nodiscard]] Done settle();
    /// Fails as well, with 25P02, when a statement of the transaction has failed before.
    [[nodiscard]] Done commit();
    /// Whatever became of what was asked ahead.
    [[nodiscard]] Done rollBack();

    /// By SQLSTATE, without values of rows; `result` may be null.
    [[nodiscard]] Error errorOf(const pg_result *result) const;
    [[nodiscard]] static bool isError(const pg_result *result);

private:
    void throwAnswerAway();
    [[nodiscard]] Done enterPipeline();
    void takeAnswersAhead();
    void leavePipeline();

    pg_conn *m_connection;
    quint64 m_turn = 0;
    int m_ahead = 0;               ///< Asked ahead and not sent yet.
    bool m_isPipelined = false;    ///< The answer that is read now is a pipeline's last.
    PostgresResult m_failureAhead; ///< To be told as what was asked next.
};

template<typename Send> Result<quint64> PostgresWire::ask(Send send)
{
    throwAnswerAway();
    if (send(m_connection) != 1) {
        const Error error = errorOf(nullptr);
        [[maybe_unused]] const Done settled = settle();
        return tl::unexpected(error);
    }
    takeAnswersAhead();
    return ++m_turn;
}

template<typename Send> Done PostgresWire::askAhead(Send send)
{
    throwAnswerAway();
    ++m_turn;
    if (const Done entered = enterPipeline(); !entered)
        return entered;
    const bool isSent = send(m_connection) == 1;
    m_ahead += isSent ? 1 : 0;
    if (isSent)
        return {};
    const Error error = errorOf(nullptr);
    [[maybe_unused]] const Done settled = settle();
    return tl::unexpected(error);
}

} // namespace addressdesk
