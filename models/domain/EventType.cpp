#include "models/domain/EventType.h"

namespace addressdesk {

QString eventTypeName(EventType type)
{
    switch (type) {
    case EventType::AddressCreated:
        return QStringLiteral("AddressCreated");
    case EventType::AddressFieldChanged:
        return QStringLiteral("AddressFieldChanged");
    case EventType::AddressFieldReverted:
        return QStringLiteral("AddressFieldReverted");
    case EventType::AddressDeleted:
        return QStringLiteral("AddressDeleted");
    case EventType::AddressRestored:
        return QStringLiteral("AddressRestored");
    }
    Q_UNREACHABLE();
}

std::optional<EventType> eventTypeFromName(const QString &name)
{
    for (const EventType type :
         {EventType::AddressCreated, EventType::AddressFieldChanged, EventType::AddressFieldReverted,
          EventType::AddressDeleted, EventType::AddressRestored}) {
        if (eventTypeName(type) == name)
            return type;
    }
    return std::nullopt;
}

} // namespace addressdesk
