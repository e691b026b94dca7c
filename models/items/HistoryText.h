#pragma once

#include "models/domain/History.h"
#include "models/domain/SchemaMapping.h"

#include <QDateTime>

namespace addressdesk::historyText {

/// An address on one line in the order of the mapping: "4 Rue de la Paix, 75002 Paris, France".
[[nodiscard]] QString summary(const SchemaMapping &mapping, const FieldValues &values);

/// "Now: 4 Rue de la Paix, …", the one field's value when `fieldId` is given, or that the address is deleted.
[[nodiscard]] QString currentSentence(const SchemaMapping &mapping, const History &history,
                                      const QString &fieldId);

/// "City changed from “Lyon” to “Paris”", "Address created: …".
[[nodiscard]] QString eventSentence(const SchemaMapping &mapping, const Event &event);

/// Everything that a row shows, as sentences for a screen reader; `mailLines` of its save's mails.
[[nodiscard]] QString rowSentence(const SchemaMapping &mapping, const HistoryEntry &entry,
                                  const QStringList &mailLines, const QDateTime &now);

/// The exact time, who, the full values, the reason, the state and `mailDetails`; plain text of several
/// lines.
[[nodiscard]] QString tooltip(const SchemaMapping &mapping, const HistoryEntry &entry,
                              const QStringList &mailDetails);

} // namespace addressdesk::historyText
