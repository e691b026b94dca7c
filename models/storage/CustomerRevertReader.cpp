#include "models/storage/CustomerRevertReader.h"

#include "models/storage/EventRow.h"
#include "models/storage/StatementRun.h"

namespace addressdesk {

CustomerRevertReader::CustomerRevertReader(SqlConnection &connection, const EffectiveSchema &schema)
    : m_connection(connection), m_addresses(connection, schema)
{
}

Result<CustomerReverts> CustomerRevertReader::after(qint64 sequenceNum, int limit)
{
    CustomerReverts found;
    const Result<std::optional<qint64>> last = statements::firstRow<qint64>(
        m_connection, QStringLiteral("SELECT COALESCE(max(sequence_num), 0) FROM events"), [](Statement &) {},
        [](const Statement &s) -> Result<qint64> { return s.integer(0); });
    if (!last)
        return tl::unexpected(last.error());
    found.lastSequenceNum = last->value_or(0);
    if (limit <= 0)
        return found;
    const Result<QList<Event>> events = statements::allRows<Event>(
        m_connection,
        QStringLiteral("SELECT %1 FROM events WHERE sequence_num > ? AND actor = ? AND event_type IN "
                       "('AddressFieldReverted', 'AddressRestored') ORDER BY sequence_num DESC LIMIT ?")
            .arg(eventRow::columns(m_connection.dialect())),
        [&](Statement &s) { s.bind(sequenceNum).bind(customerActor).bind(static_cast<qint64>(limit)); },
        [](const Statement &s) { return eventRow::read(s); });
    if (!events)
        return tl::unexpected(events.error());
    for (const Event &event : *events) {
        if (!event.isByCustomer())
            continue;
        CustomerRevert revert{{{event.streamId, {}, {}}, {}}, event};
        Result<AddressRow> row = m_addresses.address(event.streamId);
        if (!row && row.error().code != ErrorCode::NotFound)
            return tl::unexpected(row.error());
        if (row)
            revert.row = *std::move(row);
        found.reverts.append(revert);
    }
    return found;
}

} // namespace addressdesk
