#pragma once

#include "models/domain/History.h"
#include "models/storage/EventStore.h"

namespace addressdesk {

/// The verdicts on some events of one stream, newest first. `history` is the stream, newest first, at least
/// back to the oldest of them. `row` is the address as it is now, std::nullopt
/// when it does not exist; inside a writing transaction on the locked row the verdicts bind.
[[nodiscard]] QList<HistoryEntry> judgedTargets(const QList<Event> &history, const QList<Event> &targets,
                                                const std::optional<FieldValues> &row);

/// The version of the oldest of some events, which must not be none.
[[nodiscard]] int oldestVersion(const QList<Event> &events);

/// The field already has the value that putting the event back would give it.
[[nodiscard]] bool isAtGoal(const HistoryEntry &entry);

} // namespace addressdesk
