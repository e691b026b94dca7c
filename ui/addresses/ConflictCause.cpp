#include "ui/addresses/ConflictCause.h"

#include "models/wording/Isolation.h"
#include "models/wording/Sentences.h"

#include <QLocale>

namespace addressdesk {

namespace {

/// The changes of the field from theirs back to mine, newest first; empty when they do not lead there.
QList<Event> wayBack(const History &history, const FieldConflict &conflict)
{
    QList<Event> events;
    FieldValue reached = conflict.theirs;
    for (const HistoryEntry &entry : history.entries) {
        if (entry.event.field() != conflict.field)
            continue;
        if (entry.event.to() != reached) // Another program came between.
            return {};
        events.append(entry.event);
        reached = entry.event.from();
        if (reached == conflict.base)
            return events;
    }
    return {};
}

} // namespace

ConflictCause ConflictCause::of(const History &history, const QList<FieldConflict> &conflicts)
{
    QStringList actors;
    ConflictCause cause;
    for (const FieldConflict &conflict : conflicts) {
        const QList<Event> events = wayBack(history, conflict);
        if (events.isEmpty())
            return {};
        for (const Event &event : events) {
            const QString actor = wording::isolated(wording::actorName(event));
            if (!actors.contains(actor))
                actors.append(actor);
        }
        const QDateTime when = events.first().occurredAtTime();
        if (!cause.when.isValid() || when > cause.when)
            cause.when = when;
    }
    cause.actors = QLocale().createSeparatedList(actors);
    return cause;
}

} // namespace addressdesk
