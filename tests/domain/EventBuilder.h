#pragma once

#include "models/domain/CanonicalEvent.h"
#include "models/domain/Event.h"

#include <QList>

namespace addressdesk {

/// Builds a stream of one address with right versions and chain hashes.
class EventBuilder final
{
public:
    Event add(EventType type, QJsonObject payload)
    {
        Event event;
        event.sequenceNum = 100 + m_events.size();
        event.streamId = QStringLiteral("a1");
        event.streamVersion = static_cast<int>(m_events.size()) + 1;
        event.type = type;
        event.payload = std::move(payload);
        event.occurredAt = QStringLiteral("2026-03-03T13:0%1:00.000Z").arg(m_events.size());
        event.actor = QStringLiteral("marie");
        event.changeId = QStringLiteral("c%1").arg(m_events.size());
        event.chainHash =
            canonical::chainHash(m_events.isEmpty() ? QByteArray() : m_events.last().chainHash, event);
        m_events.append(event);
        return event;
    }

    Event changed(const QString &field, const FieldValue &from, const FieldValue &to, const QString &token)
    {
        return add(EventType::AddressFieldChanged, payload::changed(field, from, to, token));
    }

    Event reverted(const QString &field, const FieldValue &from, const FieldValue &to, const QString &token)
    {
        return add(EventType::AddressFieldReverted, payload::reverted(field, from, to, token));
    }

    [[nodiscard]] const QList<Event> &events() const { return m_events; }
    [[nodiscard]] QList<Event> newestFirst() const { return {m_events.crbegin(), m_events.crend()}; }

private:
    QList<Event> m_events;
};

} // namespace addressdesk
