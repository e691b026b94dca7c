#pragma once

#include "models/domain/History.h"
#include "models/domain/SaveRequest.h"
#include "models/domain/SchemaStep.h"
#include "models/domain/StreamDifference.h"

#include <QJsonArray>
#include <QJsonObject>

namespace addressdesk::json {

[[nodiscard]] QJsonValue value(const FieldValue &value); ///< null for NULL.
[[nodiscard]] QJsonObject customer(const Customer &customer);
/// id, userId, the fields by their ids, and the customer.
[[nodiscard]] QJsonObject address(const AddressRow &row);

/// sequenceNum, streamId, streamVersion, eventType, payload, occurredAt, actor, changeId, reason, revertible
/// and why.
[[nodiscard]] QJsonObject event(const HistoryEntry &entry);
[[nodiscard]] QJsonArray events(const QList<HistoryEntry> &entries);

[[nodiscard]] QJsonArray conflicts(const QList<FieldConflict> &conflicts);
[[nodiscard]] QJsonObject difference(const StreamDifference &difference);
/// The difference's kind, for example "valueDrift".
[[nodiscard]] QString differenceName(StreamDifference::Kind kind);

/// The steps in English words that do not change with the language: "create table events".
[[nodiscard]] QJsonArray schemaSteps(const QList<SchemaStep> &steps);

} // namespace addressdesk::json
