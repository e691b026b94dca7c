#include "models/storage/EventRow.h"

#include "models/storage/Dialect.h"
#include "models/storage/Statement.h"

#include <QJsonDocument>

namespace addressdesk::eventRow {

QString columns(const Dialect &dialect, const QString &prefix)
{
    return QStringLiteral(
               "%1sequence_num, %1stream_id, %1stream_version, %1event_type, %2, %3, %1actor, %1change_id, "
               "%1reason, %1chain_hash")
        .arg(prefix, dialect.jsonText(prefix + QStringLiteral("payload")),
             dialect.instantText(prefix + QStringLiteral("occurred_at")));
}

Result<Event> read(const Statement &statement, int firstColumn)
{
    Event event;
    event.sequenceNum = statement.integer(firstColumn);
    event.streamId = statement.text(firstColumn + 1).value_or(QString());
    event.streamVersion = static_cast<int>(statement.integer(firstColumn + 2));
    const auto type = eventTypeFromName(statement.text(firstColumn + 3).value_or(QString()));
    // Escaped, because of WholeText.h.
    const QJsonDocument payload =
        QJsonDocument::fromJson(statement.text(firstColumn + 4)
                                    .value_or(QString())
                                    .replace(QChar(QChar::ByteOrderMark), QStringLiteral("\\ufeff"))
                                    .toUtf8());
    if (!type || !payload.isObject())
        return failure(ErrorCode::Internal, QStringLiteral("event %1 cannot be read").arg(event.sequenceNum));
    event.type = *type;
    event.payload = payload.object();
    event.occurredAt = statement.text(firstColumn + 5).value_or(QString());
    event.actor = statement.text(firstColumn + 6).value_or(QString());
    event.changeId = statement.text(firstColumn + 7).value_or(QString());
    event.reason = statement.text(firstColumn + 8);
    event.chainHash = statement.bytes(firstColumn + 9);
    return event;
}

} // namespace addressdesk::eventRow
