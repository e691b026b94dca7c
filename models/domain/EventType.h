#pragma once

#include <QString>

#include <optional>

namespace addressdesk {

enum class EventType {
    AddressCreated,
    AddressFieldChanged,
    AddressFieldReverted,
    AddressDeleted,
    AddressRestored
};

/// The name in the column `event_type`, for example "AddressFieldChanged".
[[nodiscard]] QString eventTypeName(EventType type);
[[nodiscard]] std::optional<EventType> eventTypeFromName(const QString &name);

} // namespace addressdesk
