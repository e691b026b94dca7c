#include "models/storage/Verifier.h"

#include "models/storage/AddressTable.h"
#include "models/storage/EventStore.h"
#include "models/storage/FoldTable.h"
#include "models/storage/ReadSnapshot.h"
#include "models/storage/RecorderSql.h"
#include "models/storage/StatementRun.h"

namespace addressdesk {

namespace {

void note(VerifyReport &report, const QList<StreamDifference> &differences)
{
    report.differenceCount += differences.size();
    report.differences += differences.mid(0, Verifier::maximumListed - report.differences.size());
}

tl::unexpected<Error> nothingKnown()
{
    return failure(ErrorCode::NotFound, QStringLiteral("no address and no history has this key"));
}

/// What is left of an event that eventRow::read() refuses.
Event torso(const Statement &statement)
{
    Event event;
    event.sequenceNum = statement.integer(0);
    event.streamId = statement.text(1).value_or(QString());
    event.streamVersion = static_cast<int>(statement.integer(2));
    event.chainHash = statement.bytes(9);
    return event;
}

} // namespace

Verifier::Verifier(SqlConnection &connection, const SchemaMapping &effective)
    : m_connection(connection), m_mapping(effective), m_sql(RecorderSql::of(connection.dialect().kind()))
{
}

Verifier::~Verifier() = default;

Result<VerifyReport> Verifier::verify()
{
    const Result<ReadSnapshot> snapshot = ReadSnapshot::begin(m_connection);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    FoldTable table(m_mapping);
    VerifyReport report;
    if (const Done done = foldEvents(table, report); !done)
        return tl::unexpected(done.error());
    if (const Done done = compareRows(table, report); !done)
        return tl::unexpected(done.error());
    if (const Done done = nameMissing(table, report); !done)
        return tl::unexpected(done.error());
    report.streamCount = table.streamCount();
    return report;
}

Result<VerifyReport> Verifier::verify(const QString &addressId)
{
    const Result<ReadSnapshot> snapshot = ReadSnapshot::begin(m_connection);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    FoldTable table(m_mapping);
    VerifyReport report;
    if (const Done folded = foldEvents(table, report, addressId); !folded) {
        // That ends the snapshot, too; but a key that cannot be one has no row either.
        return m_sql->isMalformedKey(folded.error()) ? nothingKnown() : tl::unexpected(folded.error());
    }
    const Result<std::optional<AddressRow>> row =
        AddressTable(m_connection, *m_sql, m_mapping).find(addressId);
    if (!row)
        return tl::unexpected(row.error());
    if (!*row && report.eventCount == 0)
        return nothingKnown();
    if (*row) {
        report.addressCount = 1;
        note(report, table.compare((*row)->address.id, (*row)->address.values));
    }
    if (const Done done = nameMissing(table, report); !done)
        return tl::unexpected(done.error());
    report.streamCount = table.streamCount();
    return report;
}

Done Verifier::foldEvents(FoldTable &table, VerifyReport &report, const QString &streamId)
{
    const QString condition = streamId.isEmpty() ? QString() : QStringLiteral(" WHERE stream_id = ?");
    const QString sql = QStringLiteral("SELECT %1 FROM events%2 ORDER BY sequence_num")
                            .arg(eventRow::columns(m_connection.dialect()), condition);
    const Result<Statement *> statement = statements::run(m_connection, sql, [&streamId](Statement &s) {
        if (!streamId.isEmpty())
            s.bind(streamId);
    });
    if (!statement)
        return tl::unexpected(statement.error());
    while ((*statement)->next()) {
        const Result<Event> event = eventRow::read(**statement);
        note(report, event ? table.apply(*event) : table.applyUnreadable(torso(**statement)));
        ++report.eventCount;
    }
    const Done fetched = (*statement)->fetchError();
    (*statement)->finish();
    return fetched;
}

Done Verifier::compareRows(FoldTable &table, VerifyReport &report)
{
    const Dialect &dialect = m_connection.dialect();
    QString columns = QStringLiteral("CAST(%1 AS text)").arg(dialect.quoted(m_mapping.addressKey));
    for (const FieldMapping &field : m_mapping.fields)
        columns += QStringLiteral(", ") + m_sql->textOf(dialect.quoted(field.column));
    const QString sql =
        QStringLiteral("SELECT %1 FROM %2").arg(columns, dialect.quoted(m_mapping.addressTable));
    const Result<Statement *> statement = statements::run(m_connection, sql, [](Statement &) {});
    if (!statement)
        return tl::unexpected(statement.error());
    FieldValues row;
    while ((*statement)->next()) {
        for (int i = 0; i < m_mapping.fields.size(); ++i)
            row.insert(m_mapping.fields[i].id, (*statement)->text(i + 1));
        note(report, table.compare((*statement)->text(0).value_or(QString()), row));
        ++report.addressCount;
    }
    const Done fetched = (*statement)->fetchError();
    (*statement)->finish();
    return fetched;
}

Done Verifier::nameMissing(const FoldTable &table, VerifyReport &report)
{
    EventStore events(m_connection, *m_sql, {});
    for (const qint64 sequenceNum : table.missing()) {
        if (report.differences.size() >= maximumListed) {
            ++report.differenceCount;
            continue;
        }
        const Result<std::optional<Event>> event = events.bySequence(sequenceNum);
        if (!event)
            return tl::unexpected(event.error());
        note(report, {{StreamDifference::Kind::RowMissing, *event ? (*event)->streamId : QString(), 0, {}}});
    }
    return {};
}

} // namespace addressdesk
