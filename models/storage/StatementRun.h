#pragma once

#include "models/storage/SqlConnection.h"

#include <QList>

namespace addressdesk::statements {

/// Prepares (once), binds with `bind(Statement &)` and runs.
template<typename Bind>
[[nodiscard]] Result<Statement *> run(SqlConnection &connection, const QString &sql, Bind bind)
{
    const Result<Statement *> statement = connection.prepared(sql);
    if (!statement)
        return statement;
    bind(**statement);
    if (const Done done = (*statement)->exec(); !done)
        return tl::unexpected(done.error());
    return statement;
}

/// Prepares (once), binds with `bind(Statement &)` and runs by Statement::execAhead().
template<typename Bind> [[nodiscard]] Done runAhead(SqlConnection &connection, const QString &sql, Bind bind)
{
    const Result<Statement *> statement = connection.prepared(sql);
    if (!statement)
        return tl::unexpected(statement.error());
    bind(**statement);
    return (*statement)->execAhead();
}

/// Every row that `sql` gives, each read by `read(const Statement &) -> Result<T>`. The rows are read to
/// their end, because PostgreSQL may refuse a statement after it has given its first rows.
template<typename T, typename Bind, typename Read>
[[nodiscard]] Result<QList<T>> allRows(SqlConnection &connection, const QString &sql, Bind bind, Read read)
{
    const Result<Statement *> statement = run(connection, sql, bind);
    if (!statement)
        return tl::unexpected(statement.error());
    QList<T> rows;
    while ((*statement)->next()) {
        Result<T> row = read(**statement);
        if (!row) {
            (*statement)->finish();
            return tl::unexpected(row.error());
        }
        rows.append(*std::move(row));
    }
    const Done fetched = (*statement)->fetchError();
    (*statement)->finish();
    if (!fetched)
        return tl::unexpected(fetched.error());
    return rows;
}

/// The first row, std::nullopt when there is none.
template<typename T, typename Bind, typename Read>
[[nodiscard]] Result<std::optional<T>> firstRow(SqlConnection &connection, const QString &sql, Bind bind,
                                                Read read)
{
    Result<QList<T>> rows = allRows<T>(connection, sql, bind, read);
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->isEmpty() ? std::nullopt : std::optional<T>(std::move(rows->first()));
}

} // namespace addressdesk::statements
