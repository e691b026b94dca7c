#include "ui/addresses/ConflictCause.h"

#include "models/wording/Isolation.h"
#include "models/wording/Sentences.h"

#include <QLocale>

#include <algorithm>

namespace addressdesk {

ConflictCause ConflictCause::of(const History &history, const QList<FieldConflict> &conflicts)
{
    QStringList actors;
    ConflictCause cause;
    for (const FieldConflict &conflict : conflicts) {
        const auto newest = std::find_if(
            history.entries.cbegin(), history.entries.cend(),
            [&conflict](const HistoryEntry &entry) { return entry.event.field() == conflict.field; });
        if (newest == history.entries.cend() || newest->event.to() != conflict.theirs)
            return {};
        const QString actor = wording::isolated(wording::actorName(newest->event));
        if (!actors.contains(actor))
            actors.append(actor);
        const QDateTime when = newest->event.occurredAtTime();
        if (!cause.when.isValid() || when > cause.when)
            cause.when = when;
    }
    cause.actors = QLocale().createSeparatedList(actors);
    return cause;
}

} // namespace addressdesk
