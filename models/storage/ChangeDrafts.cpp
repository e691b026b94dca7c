#include "models/storage/ChangeDrafts.h"

#include "models/domain/RevertToken.h"

namespace addressdesk {

QString ChangeDrafts::issuedDigest()
{
    const RevertToken token = RevertToken::generate();
    const QString digest = token.digest();
    m_tokens.insert(digest, token.secret());
    return digest;
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
                             payload::changed(field, from, to, issuedDigest()), QString()});
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
    m_events.append({EventType::AddressDeleted,
                     payload::deleted(deleted.customerId, deleted.values, issuedDigest()), QString()});
}

void ChangeDrafts::addRestoration(const Address &restored, const QString &usedDigest)
{
    m_events.append({EventType::AddressRestored,
                     payload::restored(restored.customerId, restored.values, usedDigest),
                     usedDigest.isEmpty() ? QString() : actorOfUse()});
}

} // namespace addressdesk
