#pragma once

#include "models/storage/DriverStatement.h"
#include "models/storage/PostgresWire.h"

#include <vector>

namespace addressdesk {

/// A statement that the server prepared under a name, by libpq's extended protocol. Rows come one by one, so
/// that a long answer is never in memory as a whole; another statement of the connection ends it.
class PostgresStatement final : public DriverStatement
{
public:
    /// `sql` has "?" for its placeholders, as SQLite's has.
    [[nodiscard]] static Result<std::unique_ptr<DriverStatement>> prepare(PostgresWire &wire,
                                                                          const QString &sql);
    PostgresStatement(PostgresWire &wire, QByteArray name, int placeholders);

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

    /// `sql` with its "?" outside of quotes numbered "$1", "$2"…, and how many there are.
    [[nodiscard]] static std::pair<QByteArray, int> numbered(const QString &sql);

private:
    enum class Row { None, First, Later };

    template<typename Ask> [[nodiscard]] Done sendBy(Ask ask);
    [[nodiscard]] Done take(PostgresResult result);

    struct Value
    {
        QByteArray bytes;
        bool isNull = true;
        bool isBinary = false;
    };

    PostgresWire &m_wire;
    QByteArray m_name;
    std::vector<Value> m_values;
    PostgresResult m_result; ///< The row, or how the statement ended.
    Row m_row = Row::None;
    quint64 m_turn = 0;
};

} // namespace addressdesk
