#include "models/storage/PostgresStatement.h"

#include "models/storage/PostgresDialect.h"
#include "models/storage/WholeText.h"

#include <libpq-fe.h>

#include <algorithm>
#include <atomic>
#include <cstdlib>

namespace addressdesk {

namespace {

constexpr Oid booleanType = 16; // Of PostgreSQL's pg_type.dat, where these numbers are fixed.
constexpr Oid bytesType = 17;
constexpr QLatin1String characterNotInRepertoire("22021");

QByteArray nextName()
{
    static std::atomic<quint64> counter = 0;
    return "address_desk_" + QByteArray::number(++counter);
}

} // namespace

std::pair<QByteArray, int> PostgresStatement::numbered(const QString &sql)
{
    const QByteArray text = sql.toUtf8();
    QByteArray numbered;
    numbered.reserve(text.size() + 32);
    int count = 0;
    char quote = '\0';
    for (const char c : text) {
        if (quote != '\0')
            quote = c == quote ? '\0' : quote; // A doubled quote ends one text and begins the next.
        else if (c == '\'' || c == '"')
            quote = c;
        if (c == '?' && quote == '\0')
            numbered.append('$').append(QByteArray::number(++count));
        else
            numbered.append(c);
    }
    return {numbered, count};
}

Result<std::unique_ptr<DriverStatement>> PostgresStatement::prepare(PostgresWire &wire, const QString &sql)
{
    const auto [text, placeholders] = numbered(sql);
    QByteArray name = nextName();
    const Result<quint64> turn = wire.ask([&name, &sent = text](PGconn *connection) {
        return PQsendPrepare(connection, name.constData(), sent.constData(), 0, nullptr);
    });
    if (!turn)
        return tl::unexpected(turn.error());
    if (const Done isPrepared = wire.readToEnd(); !isPrepared)
        return tl::unexpected(isPrepared.error());
    return std::make_unique<PostgresStatement>(wire, std::move(name), placeholders);
}

PostgresStatement::PostgresStatement(PostgresWire &wire, QByteArray name, int placeholders)
    : m_wire(wire), m_name(std::move(name)), m_values(static_cast<std::size_t>(placeholders))
{
}

int PostgresStatement::placeholders() const
{
    return static_cast<int>(m_values.size());
}

void PostgresStatement::bindNull(int position)
{
    m_values[static_cast<std::size_t>(position)] = {};
}

void PostgresStatement::bindText(int position, const QString &text)
{
    m_values[static_cast<std::size_t>(position)] = {text.toUtf8(), false, false};
}

void PostgresStatement::bindInteger(int position, qint64 value)
{
    m_values[static_cast<std::size_t>(position)] = {QByteArray::number(value), false, false};
}

void PostgresStatement::bindBytes(int position, const QByteArray &bytes)
{
    m_values[static_cast<std::size_t>(position)] = {bytes, false, true};
}

/// Hands `ask(send)` over what sends the values that are bound.
template<typename Ask> Done PostgresStatement::sendBy(Ask ask)
{
    // libpq takes a text up to its first U+0000, and would send the rest of it to nobody.
    if (std::any_of(m_values.cbegin(), m_values.cend(),
                    [](const Value &value) { return !value.isBinary && value.bytes.contains('\0'); }))
        return tl::unexpected(Error{PostgresDialect::codeOf(characterNotInRepertoire),
                                    QStringLiteral("U+0000 in a text"), characterNotInRepertoire});
    std::vector<const char *> texts;
    std::vector<int> lengths;
    std::vector<int> formats;
    for (const Value &value : m_values) {
        texts.push_back(value.isNull ? nullptr : value.bytes.constData());
        lengths.push_back(static_cast<int>(value.bytes.size()));
        formats.push_back(value.isBinary ? 1 : 0);
    }
    return ask([&](PGconn *connection) {
        return PQsendQueryPrepared(connection, m_name.constData(), placeholders(), texts.data(),
                                   lengths.data(), formats.data(), 0);
    });
}

Done PostgresStatement::execAhead()
{
    finish();
    return sendBy([this](const auto &send) { return m_wire.askAhead(send); });
}

/// A row, or the end: then the rest of the answer is read, which may still hold the failure of a constraint
/// that is checked last.
Done PostgresStatement::take(PostgresResult result)
{
    m_result = std::move(result);
    if (PQresultStatus(m_result.get()) == PGRES_SINGLE_TUPLE)
        return {};
    m_row = Row::None;
    Done done;
    if (PostgresWire::isError(m_result.get()))
        done = tl::unexpected(m_wire.errorOf(m_result.get()));
    const Done rest = m_wire.readToEnd();
    return done ? rest : done;
}

Done PostgresStatement::exec()
{
    finish();
    const Done sent = sendBy(
        [this](const auto &send) { return m_wire.ask(send).map([this](quint64 turn) { m_turn = turn; }); });
    if (!sent)
        return sent;
    PQsetSingleRowMode(m_wire.connection());
    m_row = Row::First;
    return take(m_wire.nextResult());
}

Result<bool> PostgresStatement::next()
{
    if (m_row == Row::None)
        return false;
    if (std::exchange(m_row, Row::Later) == Row::First)
        return true;
    if (!m_wire.isTurn(m_turn)) {
        m_row = Row::None;
        return failure(ErrorCode::Internal, QStringLiteral("another statement ran between two rows"));
    }
    if (const Done taken = take(m_wire.nextResult()); !taken)
        return tl::unexpected(taken.error());
    return m_row != Row::None;
}

bool PostgresStatement::isNull(int column) const
{
    return PQgetisnull(m_result.get(), 0, column) == 1;
}

QString PostgresStatement::text(int column) const
{
    if (PQftype(m_result.get(), column) == booleanType) // As a cast to text has it, not "t" and "f".
        return integer(column) == 1 ? QStringLiteral("true") : QStringLiteral("false");
    return wholeText({PQgetvalue(m_result.get(), 0, column), PQgetlength(m_result.get(), 0, column)});
}

qint64 PostgresStatement::integer(int column) const
{
    const char *text = PQgetvalue(m_result.get(), 0, column);
    Q_ASSERT(text);
    if (PQftype(m_result.get(), column) == booleanType)
        return *text == 't' ? 1 : 0;
    return std::strtoll(text, nullptr, 10);
}

QByteArray PostgresStatement::bytes(int column) const
{
    const char *text = PQgetvalue(m_result.get(), 0, column);
    if (PQftype(m_result.get(), column) != bytesType)
        return {text, PQgetlength(m_result.get(), 0, column)};
    std::size_t size = 0;
    const std::unique_ptr<unsigned char, decltype(&PQfreemem)> bytes(
        PQunescapeBytea(reinterpret_cast<const unsigned char *>(text), &size), &PQfreemem);
    return {reinterpret_cast<const char *>(bytes.get()), static_cast<qsizetype>(size)};
}

qint64 PostgresStatement::rowsAffected() const
{
    return QByteArray(PQcmdTuples(m_result.get())).toLongLong();
}

void PostgresStatement::finish()
{
    if (m_row != Row::None && m_wire.isTurn(m_turn)) [[maybe_unused]]
        const Done rest = m_wire.readToEnd();
    m_row = Row::None;
    m_result.reset();
}

} // namespace addressdesk
