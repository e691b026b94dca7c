#pragma once

#include "models/domain/History.h"
#include "models/domain/OfficeSettings.h"
#include "models/domain/OutgoingMail.h"

#include <QMap>

namespace addressdesk {

class Dialect;

/// When the links of a save end: as the outbox noted it when the mail was sent. A mail that nobody has marked
/// as sent may have been sent all the same; then days are reckoned from the save.
namespace linkExpiry {

/// Counted from the save where the outbox knows nothing better: as long as a mail may wait, and the longest
/// that links are made for.
constexpr int uncertainDays = static_cast<int>(mailPatience.count()) + OfficeSettings::mostLinkDays;

/// A column of a SELECT from `events` (without alias): since when the links of the event's save are too old
/// by the database's clock, NULL when they are not. Its only placeholder takes uncertainSeconds.
[[nodiscard]] QString endColumn(const Dialect &dialect);
constexpr qint64 uncertainSeconds = -qint64(uncertainDays) * 86'400; ///< Into the past.

/// Those whose links are too old, each with the verdict Expired, which says since when. `ends` are by save.
/// What has been used up is not among them: who comes twice is told what they did.
[[nodiscard]] QList<HistoryEntry> expired(const QList<HistoryEntry> &judged,
                                          const QMap<QString, QString> &ends);

} // namespace linkExpiry

} // namespace addressdesk
