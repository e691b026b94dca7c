#include "models/domain/RevertRules.h"

namespace addressdesk {

namespace {

bool isRevert(const Event &event)
{
    return event.type == EventType::AddressFieldReverted || event.type == EventType::AddressRestored;
}

Verdict verdict(Reversibility state, const Event *because = nullptr)
{
    Verdict result;
    result.state = state;
    if (because) {
        result.becauseSequenceNum = because->sequenceNum;
        result.becauseAt = because->occurredAt;
        result.becauseActor = because->actor;
        result.isBecauseRevert = isRevert(*because);
    }
    return result;
}

/// The event's token was used by `use`; `later` made it count again.
Verdict alreadyReverted(const Event &use, const Event *later)
{
    Verdict result = verdict(Reversibility::AlreadyReverted, &use);
    if (later && later->streamVersion > use.streamVersion) {
        result.againSequenceNum = later->sequenceNum;
        result.againAt = later->occurredAt;
        result.againActor = later->actor;
        result.isAgainRevert = isRevert(*later);
    }
    return result;
}

/// The snapshot agrees with the row in every field that the row has.
bool agrees(const FieldValues &snapshot, const FieldValues &row)
{
    for (auto it = row.cbegin(); it != row.cend(); ++it) {
        if (snapshot.value(it.key()) != it.value())
            return false;
    }
    return true;
}

} // namespace

RevertRules::RevertRules(std::optional<FieldValues> row) : m_row(std::move(row)) {}

Verdict RevertRules::judge(const Event &event)
{
    Verdict result = event.field().isEmpty() ? judgeWhole(event) : judgeField(event);
    remember(event);
    return result;
}

QList<HistoryEntry> RevertRules::judged(const QList<Event> &newestFirst, std::optional<FieldValues> row)
{
    RevertRules rules(std::move(row));
    QList<HistoryEntry> entries;
    entries.reserve(newestFirst.size());
    for (const Event &event : newestFirst)
        entries.append({event, rules.judge(event)});
    return entries;
}

Verdict RevertRules::judgeField(const Event &event) const
{
    const auto laterOfField = m_fieldEvents.constFind(event.field());
    const Event *later = laterOfField == m_fieldEvents.cend() ? nullptr : &*laterOfField;

    Verdict result;
    const auto use = event.issuesToken() ? m_tokenUses.constFind(event.tokenDigest()) : m_tokenUses.cend();
    const bool isInForce =
        m_row && m_row->contains(event.field()) && m_row->value(event.field()) == event.to();
    if (use != m_tokenUses.cend())
        result = alreadyReverted(*use, isInForce ? later : nullptr);
    else if (!m_row)
        result = verdict(Reversibility::AddressDeleted, m_newestExistence ? &*m_newestExistence : nullptr);
    else if (!m_row->contains(event.field()))
        result = verdict(Reversibility::NotSupported);
    else if (m_row->value(event.field()) == event.to())
        result = verdict(Reversibility::Revertible);
    else if (m_row->value(event.field()) == event.from())
        result = verdict(Reversibility::AlreadyBack, later);
    else
        result = verdict(Reversibility::ChangedSince, later);

    if (m_row)
        result.now = m_row->value(event.field());
    result.wouldBecome = event.from();
    return result;
}

Verdict RevertRules::judgeWhole(const Event &event) const
{
    const Event *existence = m_newestExistence ? &*m_newestExistence : nullptr;
    if (event.type == EventType::AddressDeleted) {
        const auto use = m_tokenUses.constFind(event.tokenDigest());
        if (event.issuesToken() && use != m_tokenUses.cend())
            return alreadyReverted(*use, m_row ? nullptr : existence);
        return m_row ? verdict(Reversibility::AlreadyBack, existence) : verdict(Reversibility::Revertible);
    }
    if (!m_row)
        return verdict(Reversibility::AlreadyBack, existence);
    if (agrees(event.snapshot(), *m_row))
        return verdict(Reversibility::Revertible);
    return verdict(Reversibility::ChangedSince, m_newest ? &*m_newest : nullptr);
}

void RevertRules::remember(const Event &event)
{
    if (event.usesToken() && !m_tokenUses.contains(event.tokenDigest()))
        m_tokenUses.insert(event.tokenDigest(), event);
    if (event.field().isEmpty()) {
        if (!m_newestExistence)
            m_newestExistence = event;
    } else if (!m_fieldEvents.contains(event.field())) {
        m_fieldEvents.insert(event.field(), event);
    }
    if (!m_newest)
        m_newest = event;
}

} // namespace addressdesk
