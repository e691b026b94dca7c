#include "models/storage/JudgedTargets.h"

#include "models/domain/RevertRules.h"

#include <algorithm>

namespace addressdesk {

int oldestVersion(const QList<Event> &events)
{
    const auto oldest = std::min_element(events.cbegin(), events.cend(), [](const Event &a, const Event &b) {
        return a.streamVersion < b.streamVersion;
    });
    return oldest->streamVersion;
}

QList<HistoryEntry> judgedTargets(const QList<Event> &history, const QList<Event> &targets,
                                  const std::optional<FieldValues> &row)
{
    QList<HistoryEntry> judged = RevertRules::judged(history, row);
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
