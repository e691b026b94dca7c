#include "models/storage/LinkExpiry.h"

#include "models/storage/Dialect.h"

namespace addressdesk {

QString linkExpiry::endColumn(const Dialect &dialect)
{
    // The mail that was sent last counts: the customer may have only that one.
    const QString end =
        QStringLiteral("CASE WHEN m.expires_at IS NULL THEN CASE WHEN events.occurred_at <= %1 THEN "
                       "events.occurred_at END WHEN m.expires_at <= %2 THEN m.expires_at END")
            .arg(dialect.clockMoved(), dialect.clock());
    return QStringLiteral("(SELECT %1 FROM (SELECT max(o.expires_at) AS expires_at FROM mail_outbox AS o "
                          "WHERE o.change_id = events.change_id) AS m)")
        .arg(dialect.instantText(end));
}

QList<HistoryEntry> linkExpiry::expired(const QList<HistoryEntry> &judged, const QMap<QString, QString> &ends)
{
    QList<HistoryEntry> expired;
    for (const HistoryEntry &entry : judged) {
        const auto end = ends.constFind(entry.event.changeId);
        if (end == ends.cend() || entry.verdict.state == Reversibility::AlreadyReverted)
            continue;
        HistoryEntry tooOld{entry.event, {}};
        tooOld.verdict.state = Reversibility::Expired;
        tooOld.verdict.becauseAt = *end;
        expired.append(tooOld);
    }
    return expired;
}

} // namespace addressdesk
