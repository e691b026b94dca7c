#include "models/storage/JudgedTargets.h"

#include "models/domain/RevertRules.h"

#include <algorithm>

namespace addressdesk {

Result<QList<HistoryEntry>> judgedTargets(EventStore &store, const QString &streamId,
                                          const QList<Event> &targets, const std::optional<FieldValues> &row)
{
    const auto oldest =
        std::min_element(targets.cbegin(), targets.cend(),
                         [](const Event &a, const Event &b) { return a.streamVersion < b.streamVersion; });
    const Result<QList<Event>> events = store.newestFirst(streamId, oldest->streamVersion);
    if (!events)
        return tl::unexpected(events.error());
    QList<HistoryEntry> judged = RevertRules::judged(*events, row);
    judged.removeIf([&targets](const HistoryEntry &entry) {
        return std::none_of(targets.cbegin(), targets.cend(), [&entry](const Event &target) {
            return target.sequenceNum == entry.event.sequenceNum;
        });
    });
    return judged;
}

bool isAtGoal(const HistoryEntry &entry)
{
    if (entry.verdict.state == Reversibility::AlreadyBack)
        return true;
    return entry.verdict.state == Reversibility::AlreadyReverted && !entry.event.field().isEmpty() &&
           entry.verdict.now == entry.verdict.wouldBecome;
}

} // namespace addressdesk
