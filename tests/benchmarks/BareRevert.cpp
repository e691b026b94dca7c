#include "BareRevert.h"

#include <QUuid>

#include <libpq-fe.h>
#include <sqlite3.h>

#include <array>
#include <vector>

namespace addressdesk {

namespace {

struct Step
{
    QByteArray sql;
    std::vector<std::size_t> parameters; ///< Which of the five values, in the order of the placeholders.
    int rows;                            ///< That it gives.
};

using Values = std::array<QByteArray, 5>;
constexpr std::size_t address = 0;
constexpr std::size_t digest = 1;
constexpr std::size_t payload = 2;
constexpr std::size_t change = 3;
constexpr std::size_t hash = 4;

/// What the recorder promises of a customer's click, in as few statements as that takes one by one.
std::vector<Step> steps(bool isRowToBeLocked)
{
    return {
        {"SELECT stream_id, stream_version, payload, change_id FROM events WHERE "
         "(payload ->> 'revertToken') = $1 AND payload ->> 'revertToken' IS NOT NULL",
         {digest},
         1},
        {QByteArray("SELECT id, user_id, label, street_number, street_name, zip_code, city, country "
                    "FROM addresses WHERE id = $1") +
             (isRowToBeLocked ? " FOR UPDATE" : ""),
         {address},
         1},
        {"SELECT stream_version, event_type, payload, chain_hash FROM events WHERE stream_id = $1 "
         "ORDER BY stream_version DESC",
         {address},
         1},
        {"UPDATE addresses SET city = 'Paris' WHERE id = $1 AND city = 'Lyon'", {address}, 0},
        {"INSERT INTO events (stream_id, stream_version, event_type, payload, actor, change_id, chain_hash) "
         "VALUES ($1, 2, 'AddressFieldReverted', $2, 'customer', $3, $4)",
         {address, payload, change, hash},
         0},
        {"INSERT INTO mail_outbox (change_id, address_id, recipient, content, state) "
         "VALUES ($1, $2, 'anna@example.com', $3, 'queued')",
         {change, address, payload},
         0},
    };
}

Values valuesOf(const QByteArray &addressId, const QByteArray &tokenDigest)
{
    return {addressId, tokenDigest,
            R"({"field":"city","from":"Lyon","revertToken":")" + tokenDigest + R"(","to":"Paris"})",
            QUuid::createUuid().toByteArray(QUuid::WithoutBraces), QByteArray(32, '\0')};
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
        m_steps = steps(false);
        m_steps.insert(m_steps.begin(), Step{"BEGIN IMMEDIATE", {}, 0});
        m_steps.push_back(Step{"COMMIT", {}, 0});
        for (const Step &step : m_steps) {
            // "$1" would be a name to SQLite, "?1" is a place.
            const QByteArray text = QByteArray(step.sql).replace('$', '?');
            m_statements.push_back(nullptr);
            check(sqlite3_prepare_v3(m_db, text.constData(), -1, SQLITE_PREPARE_PERSISTENT,
                                     &m_statements.back(), nullptr));
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

    void putBack(const QByteArray &addressId, const QByteArray &tokenDigest) override
    {
        const Values values = valuesOf(addressId, tokenDigest);
        for (std::size_t i = 0; i < m_steps.size(); ++i)
            run(m_steps[i], m_statements[i], values);
    }

private:
    void run(const Step &step, sqlite3_stmt *statement, const Values &values) const
    {
        int place = 0;
        for (const std::size_t which : step.parameters)
            bind(statement, ++place, which, values[which]);
        int rows = 0;
        int code = sqlite3_step(statement);
        for (; code == SQLITE_ROW; code = sqlite3_step(statement)) {
            ++rows;
            for (int column = 0; column < sqlite3_column_count(statement); ++column)
                sqlite3_column_text(statement, column);
        }
        if (code != SQLITE_DONE || rows != step.rows)
            qFatal("bare SQLite: %d rows, %s", rows, sqlite3_errmsg(m_db));
        check(sqlite3_reset(statement));
    }
    void bind(sqlite3_stmt *statement, int place, std::size_t which, const QByteArray &value) const
    {
        const int size = static_cast<int>(value.size());
        check(which == hash ? sqlite3_bind_blob(statement, place, value.constData(), size, SQLITE_TRANSIENT)
                            : sqlite3_bind_text(statement, place, value.constData(), size, SQLITE_TRANSIENT));
    }
    void check(int code) const
    {
        if (code != SQLITE_OK)
            qFatal("bare SQLite: %s", sqlite3_errmsg(m_db));
    }

    sqlite3 *m_db = nullptr;
    std::vector<Step> m_steps;
    std::vector<sqlite3_stmt *> m_statements;
};

class PostgresRevert final : public BareRevert
{
public:
    explicit PostgresRevert(const DatabaseUrl &url) : m_steps(steps(true))
    {
        const QString conninfo = QStringLiteral("host='%1' port=%2 dbname='%3' user='%4'")
                                     .arg(url.host, QString::number(url.port), url.database, url.user);
        m_connection = PQconnectdb(conninfo.toUtf8().constData());
        if (PQstatus(m_connection) != CONNECTION_OK)
            qFatal("bare PostgreSQL: %s", PQerrorMessage(m_connection));
        for (std::size_t i = 0; i < m_steps.size(); ++i)
            expect(PQprepare(m_connection, nameOf(i).constData(), m_steps[i].sql.constData(), 0, nullptr), 0);
    }
    ~PostgresRevert() override { PQfinish(m_connection); }
    PostgresRevert(const PostgresRevert &) = delete;
    PostgresRevert &operator=(const PostgresRevert &) = delete;

    void putBack(const QByteArray &addressId, const QByteArray &tokenDigest) override
    {
        Values values = valuesOf(addressId, tokenDigest);
        values[hash] = "\\x" + values[hash].toHex();
        expect(PQexec(m_connection, "BEGIN"), 0);
        for (std::size_t i = 0; i < m_steps.size(); ++i) {
            std::vector<const char *> bound;
            for (const std::size_t which : m_steps[i].parameters)
                bound.push_back(values[which].constData());
            expect(PQexecPrepared(m_connection, nameOf(i).constData(), static_cast<int>(bound.size()),
                                  bound.data(), nullptr, nullptr, 0),
                   m_steps[i].rows);
        }
        expect(PQexec(m_connection, "COMMIT"), 0);
    }

private:
    static QByteArray nameOf(std::size_t step) { return "step" + QByteArray::number(qsizetype(step)); }

    void expect(PGresult *result, int rows) const
    {
        const ExecStatusType status = PQresultStatus(result);
        if ((status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) || PQntuples(result) != rows)
            qFatal("bare PostgreSQL: %d rows, %s", PQntuples(result), PQerrorMessage(m_connection));
        PQclear(result);
    }

    std::vector<Step> m_steps;
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
