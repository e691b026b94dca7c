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
    const Result<std::optional<std::optional<QString>>> noted = statements::firstRow<std::optional<QString>>(
        m_connection,
        QStringLiteral("SELECT %1 FROM mail_outbox WHERE change_id = ? AND expires_at IS NOT NULL "
                       "ORDER BY expires_at DESC LIMIT 1")
            .arg(dialect.instantText(
                QStringLiteral("CASE WHEN expires_at <= %1 THEN expires_at END").arg(dialect.clock()))),
        [&](Statement &s) { s.bind(changeId); },
        [](const Statement &s) -> Result<std::optional<QString>> { return s.text(0); });
    if (!noted)
        return tl::unexpected(noted.error());
    if (*noted)
        return **noted;
    constexpr qint64 daySeconds = 86'400;
    return statements::firstRow<QString>(
        m_connection,
        QStringLiteral("SELECT %1 FROM events WHERE change_id = ? AND occurred_at <= %2 LIMIT 1")
            .arg(dialect.instantText(QStringLiteral("occurred_at")), dialect.clockMoved()),
        [&](Statement &s) { s.bind(changeId).bind(-uncertainDays * daySeconds); },
        [](const Statement &s) -> Result<QString> { return s.text(0).value_or(QString()); });
}

} // namespace addressdesk
