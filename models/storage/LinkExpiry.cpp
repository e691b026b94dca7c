#include "models/storage/LinkExpiry.h"

#include "models/storage/StatementRun.h"

namespace addressdesk {

Result<QList<HistoryEntry>> LinkExpiry::expired(const QList<Event> &targets)
{
    QList<HistoryEntry> expired;
    for (const Event &event : targets) {
        const Result<std::optional<QString>> since = expiredSince(event.changeId);
        if (!since)
            return tl::unexpected(since.error());
        if (!*since)
            continue;
        const Result<std::optional<Event>> use = m_events.userOfDigest(event.tokenDigest());
        if (!use)
            return tl::unexpected(use.error());
        if (*use)
            continue;
        HistoryEntry entry{event, {}};
        entry.verdict.state = Reversibility::Expired;
        entry.verdict.becauseAt = **since;
        expired.append(entry);
    }
    return expired;
}

Result<std::optional<QString>> LinkExpiry::expiredSince(const QString &changeId)
{
    const Dialect &dialect = m_connection.dialect();
    // The mail that was sent last counts: the customer may have only that one.
    const QString end =
        QStringLiteral("CASE WHEN m.expires_at IS NULL THEN (SELECT e.occurred_at FROM events AS e WHERE "
                       "e.change_id = ? AND e.occurred_at <= %1 LIMIT 1) "
                       "WHEN m.expires_at <= %2 THEN m.expires_at END")
            .arg(dialect.clockMoved(), dialect.clock());
    constexpr qint64 daySeconds = 86'400;
    return statements::firstRow<std::optional<QString>>(
               m_connection,
               QStringLiteral("SELECT %1 FROM (SELECT max(expires_at) AS expires_at FROM mail_outbox WHERE "
                              "change_id = ?) AS m")
                   .arg(dialect.instantText(end)),
               [&](Statement &s) { s.bind(changeId).bind(-uncertainDays * daySeconds).bind(changeId); },
               [](const Statement &s) -> Result<std::optional<QString>> { return s.text(0); })
        .map([](const std::optional<std::optional<QString>> &row) { return row.value_or(std::nullopt); });
}

} // namespace addressdesk
