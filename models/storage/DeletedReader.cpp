#include "models/storage/DeletedReader.h"

#include "models/storage/EventRow.h"
#include "models/storage/SearchFolding.h"
#include "models/storage/StatementRun.h"

#include <algorithm>
#include <limits>

namespace addressdesk {

namespace {

constexpr qint64 batchSize = 200;

QString haystack(const DeletedAddress &address)
{
    QStringList texts{shownText(address.customer.firstName), shownText(address.customer.lastName),
                      shownText(address.customer.email)};
    const FieldValues snapshot = address.deletion.snapshot();
    for (const FieldValue &value : snapshot)
        texts.append(shownText(value));
    return searchFolding::folded(texts.join(u'\n'));
}

} // namespace

DeletedReader::DeletedReader(SqlConnection &connection, const EffectiveSchema &schema)
    : m_connection(connection), m_customers(connection, schema)
{
    const Dialect &dialect = connection.dialect();
    m_select =
        QStringLiteral("SELECT ") + eventRow::columns(dialect, QStringLiteral("e.")) +
        QStringLiteral(" FROM events AS e WHERE e.event_type = 'AddressDeleted' AND e.sequence_num < ? "
                       "AND NOT EXISTS (SELECT 1 FROM ") +
        dialect.quoted(schema.mapping.addressTable) + QStringLiteral(" AS a WHERE a.") +
        dialect.quoted(schema.mapping.addressKey) +
        QStringLiteral(
            " = e.stream_id) AND NOT EXISTS (SELECT 1 FROM events AS n WHERE n.stream_id = e.stream_id "
            "AND n.stream_version > e.stream_version "
            "AND n.event_type IN ('AddressDeleted', 'AddressRestored')) "
            "ORDER BY e.sequence_num DESC LIMIT ?");
}

Result<QList<DeletedAddress>> DeletedReader::find(const QString &search, int limit)
{
    // The words are looked for here, not in SQL: a snapshot is JSON, whose keys are words too.
    const QStringList words = searchFolding::words(search);
    QList<DeletedAddress> found;
    qint64 position = std::numeric_limits<qint64>::max();
    while (found.size() < limit) {
        const Result<QList<DeletedAddress>> batch = before(position);
        if (!batch)
            return batch;
        for (const DeletedAddress &address : *batch) {
            const QString texts = haystack(address);
            const bool matches = std::all_of(words.cbegin(), words.cend(),
                                             [&texts](const QString &word) { return texts.contains(word); });
            if (matches && found.size() < limit)
                found.append(address);
        }
        if (batch->size() < batchSize)
            break;
        position = batch->last().deletion.sequenceNum;
    }
    return found;
}

Result<QList<DeletedAddress>> DeletedReader::before(qint64 sequenceNum)
{
    const Result<QList<Event>> deletions = statements::allRows<Event>(
        m_connection, m_select, [sequenceNum](Statement &s) { s.bind(sequenceNum).bind(batchSize); },
        [](const Statement &s) { return eventRow::read(s); });
    if (!deletions)
        return tl::unexpected(deletions.error());
    QStringList customerIds;
    for (const Event &deletion : *deletions) {
        if (!deletion.snapshotCustomerId().isEmpty())
            customerIds.append(deletion.snapshotCustomerId());
    }
    const auto customers = m_customers.byIds(customerIds);
    if (!customers)
        return tl::unexpected(customers.error());
    QList<DeletedAddress> addresses;
    for (const Event &deletion : *deletions)
        addresses.append({deletion, customers->value(deletion.snapshotCustomerId())});
    return addresses;
}

} // namespace addressdesk
