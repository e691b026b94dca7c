#include "models/storage/HistoryReader.h"

#include "models/domain/RevertRules.h"
#include "models/storage/EventRow.h"
#include "models/storage/ReadSnapshot.h"
#include "models/storage/StatementRun.h"

#include <limits>

namespace addressdesk {

namespace {

/// More events than one save makes of one address: as many as a save may be cut off by.
constexpr int longestSave = 64;

QString eventsSql(const Dialect &dialect, const HistoryRequest &request, const QString &versions)
{
    const QString field = request.field.isEmpty()
                              ? QString()
                              : QStringLiteral(" AND (payload ->> 'field' = ? OR event_type IN "
                                               "('AddressCreated', 'AddressDeleted', 'AddressRestored'))");
    return QStringLiteral("SELECT ") + eventRow::columns(dialect) +
           QStringLiteral(" FROM events WHERE stream_id = ") + dialect.keyPlaceholder() +
           QStringLiteral(" AND stream_version ") + versions + QStringLiteral(" ?") + field +
           QStringLiteral(" ORDER BY stream_version DESC LIMIT ?");
}

} // namespace

HistoryReader::HistoryReader(SqlConnection &connection, const EffectiveSchema &schema)
    : m_connection(connection), m_addressKeyType(schema.keyTypes.address), m_addresses(connection, schema),
      m_mails(connection)
{
}

Result<std::optional<AddressRow>> HistoryReader::row(const QString &addressId)
{
    Result<AddressRow> found = m_addresses.address(addressId);
    if (!found && found.error().code == ErrorCode::NotFound)
        return std::optional<AddressRow>();
    if (!found)
        return tl::unexpected(found.error());
    return std::optional<AddressRow>(*std::move(found));
}

template<typename Take>
Done HistoryReader::forEach(const HistoryRequest &request, const QString &versions, qint64 atMost, Take take)
{
    const auto bindAll = [&](Statement &s) {
        s.bind(request.addressId).bind(qint64(request.beforeVersion));
        if (!request.field.isEmpty())
            s.bind(request.field);
        s.bind(atMost);
    };
    const auto statement =
        statements::run(m_connection, eventsSql(m_connection.dialect(), request, versions), bindAll);
    if (!statement)
        return tl::unexpected(statement.error());
    while ((*statement)->next()) {
        Result<Event> event = eventRow::read(**statement);
        if (!event) {
            (*statement)->finish();
            return tl::unexpected(event.error());
        }
        take(*std::move(event));
    }
    const Done fetched = (*statement)->fetchError();
    (*statement)->finish();
    return fetched;
}

Result<History> HistoryReader::history(const HistoryRequest &request)
{
    if (!m_connection.dialect().canBeKey(request.addressId, m_addressKeyType))
        return failure(ErrorCode::NotFound, QStringLiteral("no such address"));
    History history;
    history.current.address.id = request.addressId;
    const auto snapshot = ReadSnapshot::begin(m_connection);
    if (!snapshot)
        return tl::unexpected(snapshot.error());
    const auto found = row(request.addressId);
    if (!found)
        return tl::unexpected(found.error());
    history.isDeleted = !*found;
    if (*found)
        history.current = **found;

    // The rules need what is newer than the wanted stretch, but do not keep it.
    RevertRules rules(*found ? std::optional(history.current.address.values) : std::nullopt);
    HistoryRequest wanted = request;
    if (request.beforeVersion > 0) {
        const Done newer = forEach(
            request, QStringLiteral(">="), std::numeric_limits<qint64>::max(),
            [&rules](const Event &event) { [[maybe_unused]] const Verdict verdict = rules.judge(event); });
        if (!newer)
            return tl::unexpected(newer.error());
    } else {
        wanted.beforeVersion = std::numeric_limits<int>::max();
    }
    const Done read =
        forEach(wanted, QStringLiteral("<"), qint64(request.limit) + longestSave, [&](const Event &event) {
            const bool isFull = history.entries.size() >= request.limit &&
                                history.entries.constLast().event.changeId != event.changeId;
            history.hasMore = history.hasMore || isFull;
            if (!history.hasMore)
                history.entries.append({event, rules.judge(event)});
        });
    if (!read)
        return tl::unexpected(read.error());
    if (history.isDeleted && history.entries.isEmpty() && request.beforeVersion == 0 &&
        request.field.isEmpty())
        return failure(ErrorCode::NotFound, QStringLiteral("no such address"));
    if (const Done mailed = addMails(history); !mailed)
        return tl::unexpected(mailed.error());
    return history;
}

Done HistoryReader::addMails(History &history)
{
    QStringList changeIds;
    for (const HistoryEntry &entry : std::as_const(history.entries)) {
        if (changeIds.isEmpty() || changeIds.constLast() != entry.event.changeId)
            changeIds.append(entry.event.changeId);
    }
    Result<QList<MailRecord>> mails = m_mails.ofChanges(changeIds);
    if (!mails)
        return tl::unexpected(mails.error());
    mails->removeIf(
        [&history](const MailRecord &mail) { return mail.addressId != history.current.address.id; });
    history.mails = *mails;
    return {};
}

} // namespace addressdesk
