#include "models/storage/SqliteStatement.h"

#include "models/storage/SqliteDialect.h"
#include "models/storage/WholeText.h"

#include <sqlite3.h>

namespace addressdesk {

Result<std::unique_ptr<DriverStatement>> SqliteStatement::prepare(sqlite3 *handle, const QString &sql)
{
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt *statement = nullptr;
    const char *rest = nullptr;
    if (sqlite3_prepare_v3(handle, text.constData(), static_cast<int>(text.size()), SQLITE_PREPARE_PERSISTENT,
                           &statement, &rest) != SQLITE_OK)
        return tl::unexpected(lastError(handle));
    if (!statement || !QByteArrayView(rest).trimmed().isEmpty()) { // It would be left out without a word.
        sqlite3_finalize(statement);
        return failure(ErrorCode::InvalidArgument, QStringLiteral("not one statement"));
    }
    return std::make_unique<SqliteStatement>(handle, statement);
}

SqliteStatement::SqliteStatement(sqlite3 *handle, sqlite3_stmt *statement)
    : m_handle(handle), m_statement(statement)
{
}

SqliteStatement::~SqliteStatement()
{
    sqlite3_finalize(m_statement);
}

Error SqliteStatement::lastError(sqlite3 *handle)
{
    const int code = sqlite3_extended_errcode(handle);
    return {SqliteDialect::codeOf(code), QString::fromUtf8(sqlite3_errmsg(handle)), QString::number(code)};
}

int SqliteStatement::placeholders() const
{
    return sqlite3_bind_parameter_count(m_statement);
}

void SqliteStatement::stopBeforeBinding()
{
    if (m_row != Row::None)
        finish();
}

void SqliteStatement::check(int code)
{
    if (code != SQLITE_OK && m_bound)
        m_bound = tl::unexpected(lastError(m_handle));
}

void SqliteStatement::bindNull(int position)
{
    stopBeforeBinding();
    check(sqlite3_bind_null(m_statement, position + 1));
}

void SqliteStatement::bindText(int position, const QString &text)
{
    stopBeforeBinding();
    const QByteArray utf8 = text.toUtf8();
    check(sqlite3_bind_text64(m_statement, position + 1, utf8.constData(),
                              static_cast<sqlite3_uint64>(utf8.size()), SQLITE_TRANSIENT, SQLITE_UTF8));
}

void SqliteStatement::bindInteger(int position, qint64 value)
{
    stopBeforeBinding();
    check(sqlite3_bind_int64(m_statement, position + 1, value));
}

void SqliteStatement::bindBytes(int position, const QByteArray &bytes)
{
    stopBeforeBinding();
    check(sqlite3_bind_blob64(m_statement, position + 1, bytes.constData(),
                              static_cast<sqlite3_uint64>(bytes.size()), SQLITE_TRANSIENT));
}

Result<bool> SqliteStatement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    Error error = lastError(m_handle);
    finish();
    return tl::unexpected(std::move(error));
}

Done SqliteStatement::exec()
{
    stopBeforeBinding();
    if (const Done bound = std::exchange(m_bound, Done()); !bound)
        return bound;
    const Result<bool> hasRow = step();
    if (!hasRow)
        return tl::unexpected(hasRow.error());
    if (*hasRow)
        m_row = Row::First;
    else
        sqlite3_reset(m_statement);
    return {};
}

Done SqliteStatement::execAhead()
{
    const Done done = exec();
    finish();
    return done;
}

Result<bool> SqliteStatement::next()
{
    if (m_row == Row::None)
        return false;
    if (std::exchange(m_row, Row::Later) == Row::First)
        return true;
    Result<bool> hasRow = step();
    if (hasRow && !*hasRow)
        finish();
    return hasRow;
}

bool SqliteStatement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

QString SqliteStatement::text(int column) const
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return wholeText({text, sqlite3_column_bytes(m_statement, column)});
}

qint64 SqliteStatement::integer(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

QByteArray SqliteStatement::bytes(int column) const
{
    const auto *bytes = static_cast<const char *>(sqlite3_column_blob(m_statement, column));
    return {bytes, sqlite3_column_bytes(m_statement, column)};
}

qint64 SqliteStatement::rowsAffected() const
{
    return sqlite3_changes64(m_handle);
}

void SqliteStatement::finish()
{
    m_row = Row::None;
    m_bound = {};
    sqlite3_reset(m_statement);
}

} // namespace addressdesk
