#pragma once

#include "models/domain/Error.h"

#include <QByteArray>
#include <QString>

namespace addressdesk {

/// One prepared statement as a database's own library runs it: sqlite3 and libpq are called without QSqlQuery
/// between, which writes each run's values into a text that PostgreSQL has to parse again. Belongs to one
/// Statement, which says more about the use; ends before its connection is closed. Errors are not refined()
/// yet.
class DriverStatement
{
public:
    DriverStatement() = default;
    virtual ~DriverStatement() = default;
    DriverStatement(const DriverStatement &) = delete;
    DriverStatement &operator=(const DriverStatement &) = delete;

    [[nodiscard]] virtual int placeholders() const = 0;
    /// Values by position, counted from 0. Binding the first one ends the run before.
    virtual void bindNull(int position) = 0;
    virtual void bindText(int position, const QString &text) = 0;
    virtual void bindInteger(int position, qint64 value) = 0;
    virtual void bindBytes(int position, const QByteArray &bytes) = 0;

    /// Runs to the first row or the end.
    [[nodiscard]] virtual Done exec() = 0;
    /// Runs what gives no rows that anybody wants, at the latest with the next statement or the commit, whose
    /// failure its own may be. Only inside a transaction.
    [[nodiscard]] virtual Done execAhead() = 0;
    /// Goes to the next row, the first one after exec(); false when there is none.
    [[nodiscard]] virtual Result<bool> next() = 0;

    /// A column of the row that next() went to.
    [[nodiscard]] virtual bool isNull(int column) const = 0;
    [[nodiscard]] virtual QString text(int column) const = 0;
    [[nodiscard]] virtual qint64 integer(int column) const = 0; ///< Of a truth value 0 or 1.
    [[nodiscard]] virtual QByteArray bytes(int column) const = 0;

    [[nodiscard]] virtual qint64 rowsAffected() const = 0;
    /// Frees the result; the statement stays prepared.
    virtual void finish() = 0;
};

} // namespace addressdesk
