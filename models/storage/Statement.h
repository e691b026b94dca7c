#pragma once

#include "models/domain/Error.h"
#include "models/domain/FieldValue.h"
#include "models/storage/DriverStatement.h"

#include <QByteArray>

#include <memory>

namespace addressdesk {

class SqlConnection;

/// A prepared, forward-only statement that lives as long as its connection; get one from
/// SqlConnection::prepared(). Values are bound by position. Used on the connection's thread only.
class Statement final
{
public:
    Statement(SqlConnection &connection, QString sql, std::unique_ptr<DriverStatement> driver);

    Statement &bind(const FieldValue &value); ///< std::nullopt binds NULL, an empty string ''.
    Statement &bind(const QString &value);
    Statement &bind(qint64 value);
    Statement &bind(const QByteArray &bytes);

    /// Runs with the values bound since the last run, which must be as many as placeholders. Errors in
    /// the program's terms, refined() already.
    [[nodiscard]] Done exec();

    /// DriverStatement::execAhead(), otherwise as exec().
    [[nodiscard]] Done execAhead();

    /// The next row. False at the end; a failure while fetching is kept for `fetchError()`.
    [[nodiscard]] bool next();
    [[nodiscard]] Done fetchError() const { return m_fetchError; }
    [[nodiscard]] FieldValue text(int column) const;
    [[nodiscard]] qint64 integer(int column) const;
    [[nodiscard]] QByteArray bytes(int column) const;
    [[nodiscard]] qint64 rowsAffected() const;

    /// Frees the result (and SQLite's read lock) but keeps the statement prepared.
    void finish();

private:
    [[nodiscard]] Done run(Done (DriverStatement::*execute)());

    SqlConnection &m_connection;
    QString m_sql;
    std::unique_ptr<DriverStatement> m_driver;
    int m_nextPlaceholder = 0;
    Done m_fetchError;
};

} // namespace addressdesk
