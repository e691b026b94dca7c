#include "RawSave.h"

#include <QCryptographicHash>

#include <sqlite3.h>

#include <array>

namespace addressdesk {

namespace {

class RawSaveSqlite final : public RawSave
{
public:
    RawSaveSqlite(const QString &file, const Recipe &recipe) : m_content(recipe.content)
    {
        check(sqlite3_open(file.toUtf8().constData(), &m_db));
        for (const char *pragma :
             {"PRAGMA journal_mode=WAL", "PRAGMA synchronous=FULL", "PRAGMA foreign_keys=ON",
              "PRAGMA secure_delete=ON", "PRAGMA cache_size=-32768", "PRAGMA temp_store=MEMORY"})
            check(sqlite3_exec(m_db, pragma, nullptr, nullptr, nullptr));
        if (recipe.statements.size() != StepCount)
            qFatal("the recorder saves in %d statements, this baseline in %d",
                   static_cast<int>(recipe.statements.size()), static_cast<int>(StepCount));
        for (std::size_t i = 0; i < StepCount; ++i) {
            check(sqlite3_prepare_v3(m_db,
                                     recipe.statements.at(static_cast<qsizetype>(i)).toUtf8().constData(), -1,
                                     SQLITE_PREPARE_PERSISTENT, &m_statements[i], nullptr));
        }
    }

    ~RawSaveSqlite() override
    {
        for (sqlite3_stmt *statement : m_statements)
            sqlite3_finalize(statement);
        sqlite3_close(m_db);
    }

    void save(const QByteArray &addressId, const QByteArray &from, const QByteArray &to) override
    {
        const QByteArray changeId = newId();
        run(Begin, {}, SQLITE_DONE);

        run(Row, {addressId}, SQLITE_ROW);
        const QByteArray recipient(
            reinterpret_cast<const char *>(sqlite3_column_text(m_statements[Row], emailColumn)));
        const QByteArray customerId(
            reinterpret_cast<const char *>(sqlite3_column_text(m_statements[Row], customerColumn)));
        sqlite3_reset(m_statements[Row]);

        run(Update, {to, addressId, from}, SQLITE_ROW);
        sqlite3_reset(m_statements[Update]);

        run(Head, {addressId}, SQLITE_ROW);
        const QByteArray now(reinterpret_cast<const char *>(sqlite3_column_text(m_statements[Head], 0)));
        const QByteArray version = QByteArray::number(sqlite3_column_int(m_statements[Head], 2) + 1);
        const QByteArray hash(static_cast<const char *>(sqlite3_column_blob(m_statements[Head], 3)),
                              sqlite3_column_bytes(m_statements[Head], 3));
        sqlite3_reset(m_statements[Head]);

        const QByteArray change = payload(from, to);
        const QByteArray chain = QCryptographicHash::hash(hash + change, QCryptographicHash::Sha256);
        check(sqlite3_bind_blob(m_statements[Event], 9, chain.constData(), static_cast<int>(chain.size()),
                                SQLITE_TRANSIENT));
        run(Event, {addressId, version, "AddressFieldChanged", change, now, "bench", changeId}, SQLITE_ROW);
        sqlite3_reset(m_statements[Event]);

        run(Outbox, {changeId, addressId, recipient, m_content, "queued", now, digest(), customerId},
            SQLITE_DONE);
        run(Commit, {}, SQLITE_DONE);
    }

private:
    enum Step : std::size_t { Begin, Row, Update, Head, Event, Outbox, Commit, StepCount };
    static constexpr int customerColumn = 2;
    static constexpr int emailColumn = 5;

    void check(int code) const
    {
        if (code != SQLITE_OK)
            qFatal("raw SQLite: %s", sqlite3_errmsg(m_db));
    }

    void run(Step which, const QList<QByteArray> &texts, int expected)
    {
        sqlite3_stmt *statement = m_statements[which];
        for (int i = 0; i < texts.size(); ++i)
            check(sqlite3_bind_text(statement, i + 1, texts[i].constData(), static_cast<int>(texts[i].size()),
                                    SQLITE_TRANSIENT));
        if (sqlite3_step(statement) != expected)
            qFatal("raw SQLite: %s", sqlite3_errmsg(m_db));
        if (expected == SQLITE_DONE)
            sqlite3_reset(statement);
    }

    QByteArray m_content;
    sqlite3 *m_db = nullptr;
    std::array<sqlite3_stmt *, StepCount> m_statements{};
};

} // namespace

std::unique_ptr<RawSave> RawSave::sqlite(const QString &file, const Recipe &recipe)
{
    return std::make_unique<RawSaveSqlite>(file, recipe);
}

} // namespace addressdesk
