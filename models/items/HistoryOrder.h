#pragma once

#include "models/domain/History.h"

namespace addressdesk::historyOrder {

/// Saves newest first, the changes of one save as they were made: that is how a card is read.
void orderForReading(QList<HistoryEntry> &entries);

/// How many entries of `fresh` are newer than all of `known`; -1 when the lists do not continue each other.
[[nodiscard]] qsizetype newerEntries(const QList<HistoryEntry> &known, const QList<HistoryEntry> &fresh);

/// 0 without entries.
[[nodiscard]] int oldestVersion(const QList<HistoryEntry> &entries);

} // namespace addressdesk::historyOrder
