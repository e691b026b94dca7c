#include "RawSave.h"

#include <libpq-fe.h>

#include <array>

namespace addressdesk {

namespace {

constexpr int parameterCount = 11;

/// libpq's $1, $2, … for the driver's question marks.
QByteArray numbered(const QString &sql)
{
    QByteArray text;
    int count = 0;
    for (const char c : sql.toUtf8())
        text += c == '?' ? '$' + QByteArray::number(++count) : QByteArray(1, c);
    if (count != parameterCount)
        qFatal("the recorder's statement has %d parameters, this baseline %d", count, parameterCount);
    return text;
}

class RawSavePostgresql final : public RawSave
{
public:
    RawSavePostgresql(const QString &conninfo, const Recipe &recipe)
        : m_content(recipe.content), m_connection(PQconnectdb(conninfo.toUtf8().constData()))
    {
        if (PQstatus(m_connection) != CONNECTION_OK)
            qFatal("raw PostgreSQL: %s", PQerrorMessage(m_connection));
        if (recipe.statements.size() != 1)
            qFatal("the recorder saves in %d statements, this baseline in one",
                   static_cast<int>(recipe.statements.size()));
        expect(PQprepare(m_connection, "save", numbered(recipe.statements.first()).constData(), 0, nullptr),
               PGRES_COMMAND_OK);
    }

    ~RawSavePostgresql() override { PQfinish(m_connection); }

    void save(const QByteArray &addressId, const QByteArray &from, const QByteArray &to) override
    {
        const QByteArray changeId = newId();
        const QByteArray change = payload(from, to);
        // The framed bytes that the recorder computes: here any bytes of the same length.
        const QByteArray tail = "\\x" + changeId.toHex();
        const QByteArray body = "\\x" + change.toHex();
        const QByteArray secret = digest();
        const QByteArray replaced = "{\"city\":\"" + from + "\"}";
        const std::array<const char *, parameterCount> values{to.constData(),
                                                              addressId.constData(),
                                                              from.constData(),
                                                              changeId.constData(),
                                                              nullptr,
                                                              tail.constData(),
                                                              m_content.constData(),
                                                              replaced.constData(),
                                                              secret.constData(),
                                                              change.constData(),
                                                              body.constData()};
        expect(PQexecPrepared(m_connection, "save", parameterCount, values.data(), nullptr, nullptr, 0),
               PGRES_TUPLES_OK);
    }

private:
    void expect(PGresult *result, ExecStatusType status)
    {
        if (PQresultStatus(result) != status || (status == PGRES_TUPLES_OK && PQntuples(result) != 1))
            qFatal("raw PostgreSQL: %s", PQerrorMessage(m_connection));
        PQclear(result);
    }

    QByteArray m_content;
    PGconn *m_connection;
};

} // namespace

std::unique_ptr<RawSave> RawSave::postgresql(const QString &conninfo, const Recipe &recipe)
{
    return std::make_unique<RawSavePostgresql>(conninfo, recipe);
}

} // namespace addressdesk
