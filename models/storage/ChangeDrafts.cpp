#include "models/storage/ChangeDrafts.h"

#include <algorithm>

namespace addressdesk {

std::optional<RevertToken> ChangeDrafts::saveToken() const
{
    const bool issuesAny = std::any_of(m_events.cbegin(), m_events.cend(), [](const EventDraft &draft) {
        return draft.type == EventType::AddressFieldChanged || draft.type == EventType::AddressDeleted;
    });
    return issuesAny ? std::optional(m_token) : std::nullopt;
}

void ChangeDrafts::addFields(const FieldValues &before, const FieldValues &after,
                             const QMap<QString, QString> &usedTokens)
{
    for (const QString &field : std::as_const(m_fields)) {
        const FieldValue from = before.value(field);
        const FieldValue to = after.value(field);
        if (from == to)
            continue;
        if (const QString used = usedTokens.value(field); !used.isEmpty()) {
            m_events.append(
                {EventType::AddressFieldReverted, payload::reverted(field, from, to, used), actorOfUse()});
        } else {
            m_events.append({EventType::AddressFieldChanged,
                             payload::changed(field, from, to, m_token.derivedForField(field).digest()),
                             QString()});
        }
    }
}

void ChangeDrafts::addCreation(const Address &created)
{
    m_events.append(
        {EventType::AddressCreated, payload::created(created.customerId, created.values), QString()});
}

void ChangeDrafts::addDeletion(const Address &deleted)
{
    m_events.append(
        {EventType::AddressDeleted,
         payload::deleted(deleted.customerId, deleted.values, m_token.derivedForAddress().digest()),
         QString()});
}

void ChangeDrafts::addRestoration(const Address &restored, const QString &usedDigest)
{
    m_events.append({EventType::AddressRestored,
                     payload::restored(restored.customerId, restored.values, usedDigest),
                     usedDigest.isEmpty() ? QString() : actorOfUse()});
}

} // namespace addressdesk
