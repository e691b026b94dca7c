#include "BareRevert.h"

#include <QRandomGenerator>
#include <QUuid>

#include <libpq-fe.h>
#include <sqlite3.h>

#include <array>

namespace addressdesk {

namespace {

constexpr auto updateSql = "UPDATE addresses SET city = 'Paris' WHERE id = $1 AND city = 'Lyon'";
constexpr auto eventSql =
    "INSERT INTO events (stream_id, stream_version, event_type, payload, actor, change_id, "
    "chain_hash) VALUES ($1, 2, 'AddressFieldReverted', $2, 'customer', $3, $4)";
constexpr auto mailSql =
    "INSERT INTO mail_outbox (change_id, address_id, recipient, content, state) VALUES ($3, $1, "
    "'anna@example.com', $2, 'queued')";

/// As long as the recorder's, with a token of its own: the index on used tokens has work.
QByteArray payload()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::global()->fillRange(words.data(), static_cast<qsizetype>(words.size()));
    const QByteArray digest = QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words)
                                  .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    return "{\"field\":\"city\",\"from\":\"Lyon\",\"revertToken\":\"" + digest + "\",\"to\":\"Paris\"}";
}

QByteArray newId()
{
    return QUuid::createUuid().toByteArray(QUuid::WithoutBraces);
}

class SqliteRevert final : public BareRevert
{
public:
    explicit SqliteRevert(const QString &file)
    {
        check(sqlite3_open(file.toUtf8().constData(), &m_db));
        check(sqlite3_busy_timeout(m_db, 20000));
        for (const char *pragma :
             {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON"})
            check(sqlite3_exec(m_db, pragma, nullptr, nullptr, nullptr));
        for (std::size_t i = 0; i < texts.size(); ++i) {
            // "$1" would be a name to SQLite, "?1" is a place.
            const QByteArray text = QByteArray(texts[i]).replace('$', '?');
            check(sqlite3_prepare_v3(m_db, text.constData(), -1, SQLITE_PREPARE_PERSISTENT, &m_statements[i],
                                     nullptr));
        }
    }
    ~SqliteRevert() override
    {
        for (sqlite3_stmt *statement : m_statements)
            sqlite3_finalize(statement);
        sqlite3_close(m_db);
    }
    SqliteRevert(const SqliteRevert &) = delete;
    SqliteRevert &operator=(const SqliteRevert &) = delete;

    void putBack(const QByteArray &addressId) override
    {
        const QByteArray change = newId();
        const QByteArray what = payload();
        for (sqlite3_stmt *statement : m_statements) {
            const int count = sqlite3_bind_parameter_count(statement);
            if (count >= 1)
                bindText(statement, 1, addressId);
            if (count >= 2)
                bindText(statement, 2, what);
            if (count >= 3)
                bindText(statement, 3, change);
            if (count >= 4)
                check(sqlite3_bind_zeroblob(statement, 4, 32));
            if (sqlite3_step(statement) != SQLITE_DONE)
                qFatal("bare SQLite: %s", sqlite3_errmsg(m_db));
            check(sqlite3_reset(statement));
        }
    }

private:
    static constexpr std::array<const char *, 5> texts{"BEGIN IMMEDIATE", updateSql, eventSql, mailSql,
                                                       "COMMIT"};

    void bindText(sqlite3_stmt *statement, int place, const QByteArray &text) const
    {
        check(sqlite3_bind_text(statement, place, text.constData(), static_cast<int>(text.size()),
                                SQLITE_TRANSIENT));
    }
    void check(int code) const
    {
        if (code != SQLITE_OK)
            qFatal("bare SQLite: %s", sqlite3_errmsg(m_db));
    }

    sqlite3 *m_db = nullptr;
    std::array<sqlite3_stmt *, texts.size()> m_statements{};
};

class PostgresRevert final : public BareRevert
{
public:
    explicit PostgresRevert(const DatabaseUrl &url)
    {
        const QString conninfo = QStringLiteral("host='%1' port=%2 dbname='%3' user='%4'")
                                     .arg(url.host, QString::number(url.port), url.database, url.user);
        m_connection = PQconnectdb(conninfo.toUtf8().constData());
        if (PQstatus(m_connection) != CONNECTION_OK)
            qFatal("bare PostgreSQL: %s", PQerrorMessage(m_connection));
        expect(PQprepare(m_connection, "update", updateSql, 0, nullptr));
        expect(PQprepare(m_connection, "event", eventSql, 0, nullptr));
        expect(PQprepare(m_connection, "mail", mailSql, 0, nullptr));
    }
    ~PostgresRevert() override { PQfinish(m_connection); }
    PostgresRevert(const PostgresRevert &) = delete;
    PostgresRevert &operator=(const PostgresRevert &) = delete;

    void putBack(const QByteArray &addressId) override
    {
        const QByteArray change = newId();
        const QByteArray what = payload();
        const QByteArray hash = "\\x" + QByteArray(64, '0');
        const std::array<const char *, 4> values{addressId.constData(), what.constData(), change.constData(),
                                                 hash.constData()};
        expect(PQexec(m_connection, "BEGIN"));
        expect(PQexecPrepared(m_connection, "update", 1, values.data(), nullptr, nullptr, 0));
        expect(PQexecPrepared(m_connection, "event", 4, values.data(), nullptr, nullptr, 0));
        expect(PQexecPrepared(m_connection, "mail", 3, values.data(), nullptr, nullptr, 0));
        expect(PQexec(m_connection, "COMMIT"));
    }

private:
    void expect(PGresult *result) const
    {
        if (PQresultStatus(result) != PGRES_COMMAND_OK)
            qFatal("bare PostgreSQL: %s", PQerrorMessage(m_connection));
        PQclear(result);
    }

    PGconn *m_connection = nullptr;
};

} // namespace

std::unique_ptr<BareRevert> BareRevert::open(const DatabaseUrl &url)
{
    if (url.kind == DatabaseUrl::Kind::Sqlite)
        return std::make_unique<SqliteRevert>(url.file);
    return std::make_unique<PostgresRevert>(url);
}

} // namespace addressdesk
