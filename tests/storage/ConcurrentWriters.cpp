#include "tests/storage/ConcurrentWriters.h"

#include "models/storage/AddressTable.h"
#include "models/storage/ChangeRecorder.h"
#include "models/storage/EventStore.h"
#include "models/storage/RecorderSql.h"
#include "models/storage/StatementRun.h"
#include "models/storage/Verifier.h"
#include "tests/storage/RecordingDesk.h"

#include <QRandomGenerator>

#include <algorithm>
#include <thread>
#include <vector>

namespace addressdesk {

namespace {

const QString city = QStringLiteral("city");
const QString zipCode = QStringLiteral("zipCode");

/// One thread's work.
class Writer final
{
public:
    Writer(SqlConnection &connection, const QStringList &addressIds, quint32 seed)
        : m_random(seed), m_addressIds(addressIds), m_sql(RecorderSql::of(connection.dialect().kind())),
          m_addresses(connection, *m_sql, SchemaMapping::native()), m_events(connection, *m_sql, {}),
          m_recorder(connection, SchemaMapping::native(), QStringLiteral("writer"))
    {
    }

    WritersTally run(int operations)
    {
        for (int i = 0; i < operations; ++i) {
            const QString id = m_addressIds.at(m_random.bounded(static_cast<int>(m_addressIds.size())));
            if (m_random.bounded(10) < 6)
                save(id, i);
            else
                revert(id);
        }
        return m_tally;
    }

private:
    void save(const QString &id, int number)
    {
        const auto row = m_addresses.find(id);
        if (!row || !*row) {
            m_tally.errors.append(QStringLiteral("no row"));
            return;
        }
        SaveRequest request{id, {}, std::nullopt};
        const int which = m_random.bounded(3);
        for (const QString &field : {city, zipCode}) {
            if (which == 2 || (which == 0) == (field == city))
                request.edits.append(
                    {field, (*row)->address.values.value(field), QString::number(number) + field});
        }
        const auto outcome = m_recorder.save(request);
        if (!outcome)
            m_tally.errors.append(outcome.error().detail);
        else if (outcome->kind == SaveOutcome::Kind::Recorded)
            acknowledge(outcome->changeId, m_tally.recorded);
        else if (outcome->kind == SaveOutcome::Kind::Conflict)
            ++m_tally.conflicts;
    }

    void revert(const QString &id)
    {
        const auto events = m_events.newestFirst(id);
        if (!events) {
            m_tally.errors.append(events.error().detail);
            return;
        }
        if (events->isEmpty())
            return;
        const Event &event = events->at(m_random.bounded(std::min(static_cast<int>(events->size()), 4)));
        const bool isOverriding = m_random.bounded(2) == 0;
        const RevertRequest request =
            m_random.bounded(2) == 0 ? eventRequest(event, isOverriding)
                                     : textRequest(RevertRequest::Target::Save, event.changeId, isOverriding);
        const auto outcome = m_recorder.revert(request);
        if (!outcome)
            m_tally.errors.append(outcome.error().detail);
        else if (outcome->isReverted)
            acknowledge(outcome->changeId, m_tally.reverted);
        else
            ++m_tally.refusals;
    }

    void acknowledge(const QString &changeId, int &counter)
    {
        ++counter;
        m_tally.changeIds.insert(changeId);
    }

    QRandomGenerator m_random;
    QStringList m_addressIds;
    std::unique_ptr<RecorderSql> m_sql;
    AddressTable m_addresses;
    EventStore m_events;
    ChangeRecorder m_recorder;
    WritersTally m_tally;
};

} // namespace

void WritersTally::add(const WritersTally &other)
{
    recorded += other.recorded;
    reverted += other.reverted;
    conflicts += other.conflicts;
    refusals += other.refusals;
    errors += other.errors;
    changeIds.unite(other.changeIds);
}

QString WritersTally::toText() const
{
    return QStringLiteral("%1 saves, %2 reverts, %3 conflicts, %4 refusals, %5 errors")
        .arg(recorded)
        .arg(reverted)
        .arg(conflicts)
        .arg(refusals)
        .arg(errors.size());
}

ConcurrentWriters::ConcurrentWriters(const TestDatabase &database, int addresses) : m_database(database)
{
    for (int i = 0; i < addresses; ++i) {
        m_addressIds.append(QStringLiteral("44444444-0000-4000-8000-%1").arg(i, 12, 10, QLatin1Char('0')));
        database.run(QStringLiteral("INSERT INTO addresses (id, city, zip_code) VALUES ('%1', 'Paris', NULL)")
                         .arg(m_addressIds.last()));
    }
}

WritersTally ConcurrentWriters::run(int threads, int operations) const
{
    std::vector<WritersTally> tallies(static_cast<std::size_t>(threads));
    std::vector<std::thread> workers;
    workers.reserve(static_cast<std::size_t>(threads));
    for (int i = 0; i < threads; ++i) {
        workers.emplace_back([this, i, operations, threads, &tallies] {
            tallies[static_cast<std::size_t>(i)] = work(static_cast<quint32>(i + 1), operations / threads);
        });
    }
    for (std::thread &worker : workers)
        worker.join();
    WritersTally all;
    for (const WritersTally &tally : tallies)
        all.add(tally);
    return all;
}

WritersTally ConcurrentWriters::work(quint32 seed, int operations) const
{
    ConnectionOptions options;
    options.lockTimeout = std::chrono::minutes(1);
    const auto connection = m_database.connect(options);
    return Writer(*connection, m_addressIds, seed).run(operations);
}

QStringList ConcurrentWriters::lostUpdates() const
{
    const auto connection = m_database.connect();
    const auto sql = RecorderSql::of(m_database.kind());
    QStringList found;
    for (const QString &id : m_addressIds) {
        QList<Event> events = EventStore(*connection, *sql, {}).newestFirst(id).value_or(QList<Event>());
        std::reverse(events.begin(), events.end());
        FieldValues values{{city, QStringLiteral("Paris")}, {zipCode, std::nullopt}};
        for (const Event &event : std::as_const(events)) {
            if (event.from() != values.value(event.field()))
                found.append(QStringLiteral("lost update: event %1").arg(event.sequenceNum));
            values.insert(event.field(), event.to());
        }
    }
    return found;
}

QStringList ConcurrentWriters::problems(const WritersTally &tally) const
{
    QStringList found = tally.errors + lostUpdates();
    const auto connection = m_database.connect();
    for (const QString &table : {QStringLiteral("events"), QStringLiteral("mail_outbox")}) {
        const auto ids = statements::allRows<QString>(
            *connection, QStringLiteral("SELECT DISTINCT CAST(change_id AS text) FROM ") + table,
            [](Statement &) {},
            [](const Statement &s) -> Result<QString> { return s.text(0).value_or(QString()); });
        if (!ids || QSet<QString>(ids->cbegin(), ids->cend()) != tally.changeIds)
            found.append(QStringLiteral("%1 does not hold exactly what was acknowledged").arg(table));
    }
    const auto report = Verifier(*connection, SchemaMapping::native()).verify();
    if (!report)
        found.append(report.error().detail);
    else if (!report->isClean())
        found.append(QStringLiteral("verify: ") + addressdesk::toText(report->differences));
    return found;
}

} // namespace addressdesk
