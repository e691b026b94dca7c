#pragma once

#include "models/storage/DriverStatement.h"

#include <memory>

struct sqlite3;
struct sqlite3_stmt;

namespace addressdesk {

/// A statement of sqlite3, which it owns. The handle has to outlive it.
class SqliteStatement final : public DriverStatement
{
public:
    [[nodiscard]] static Result<std::unique_ptr<DriverStatement>> prepare(sqlite3 *handle,
                                                                          const QString &sql);
    SqliteStatement(sqlite3 *handle, sqlite3_stmt *statement);
    ~SqliteStatement() override;

    [[nodiscard]] int placeholders() const override;
    void bindNull(int position) override;
    void bindText(int position, const QString &text) override;
    void bindInteger(int position, qint64 value) override;
    void bindBytes(int position, const QByteArray &bytes) override;
    [[nodiscard]] Done exec() override;
    [[nodiscard]] Done execAhead() override;
    [[nodiscard]] Result<bool> next() override;
    [[nodiscard]] bool isNull(int column) const override;
    [[nodiscard]] QString text(int column) const override;
    [[nodiscard]] qint64 integer(int column) const override;
    [[nodiscard]] QByteArray bytes(int column) const override;
    [[nodiscard]] qint64 rowsAffected() const override;
    void finish() override;

    /// What the handle says of its last call.
    [[nodiscard]] static Error lastError(sqlite3 *handle);

private:
    enum class Row { None, First, Later };

    [[nodiscard]] Result<bool> step();
    /// A value can be bound only while the statement does not run.
    void stopBeforeBinding();
    void check(int code);

    sqlite3 *m_handle;
    sqlite3_stmt *m_statement;
    Row m_row = Row::None;
    Done m_bound; ///< What binding failed with, told by exec().
};

} // namespace addressdesk
