#pragma once

#include "models/domain/History.h"
#include "models/storage/EventStore.h"

namespace addressdesk {

/// The verdicts on some events of one stream, newest first. `row` is the address as it is now, std::nullopt
/// when it does not exist; inside a writing transaction on the locked row the verdicts bind.
[[nodiscard]] Result<QList<HistoryEntry>> judgedTargets(EventStore &store, const QString &streamId,
                                                        const QList<Event> &targets,
                                                        const std::optional<FieldValues> &row);

/// The field already has the value that putting the event back would give it.
[[nodiscard]] bool isAtGoal(const HistoryEntry &entry);

} // namespace addressdesk
