// FakeDeskSession's histories and reverts.
#include "tests/support/FakeDeskSession.h"

#include "models/domain/RevertRules.h"
#include "models/domain/RevertToken.h"
#include "models/domain/ValueRules.h"

#include <QUuid>

#include <algorithm>
#include <utility>

namespace addressdesk {

namespace {

/// As models/storage has it: nothing is left to do for this part of a save.
bool isAtGoal(const HistoryEntry &entry)
{
    return entry.verdict.state == Reversibility::AlreadyBack ||
           (entry.verdict.state == Reversibility::AlreadyReverted && !entry.event.field().isEmpty() &&
            entry.verdict.now == entry.verdict.wouldBecome);
}

} // namespace

DeskSession::RequestId FakeDeskSession::fetchDeleted(const QString &search, int limit, QObject *context,
                                                     Handler<QList<DeletedAddress>> handler)
{
    return ask<QList<DeletedAddress>>(
        context, std::move(handler), [this, search, limit]() -> Result<QList<DeletedAddress>> {
            QList<DeletedAddress> deleted;
            for (auto stream = m_events.cbegin(); stream != m_events.cend(); ++stream) {
                const std::optional<Event> deletion = newestDeletion(stream.key());
                if (!deletion || stored(stream.key()))
                    continue;
                const Customer customer = m_customers.value(deletion->snapshotCustomerId());
                if (matches({{{}, {}, deletion->snapshot()}, customer}, search))
                    deleted.append({*deletion, customer});
            }
            std::sort(deleted.begin(), deleted.end(), [](const DeletedAddress &a, const DeletedAddress &b) {
                return a.deletion.sequenceNum > b.deletion.sequenceNum;
            });
            return deleted.mid(0, limit);
        });
}

std::optional<Event> FakeDeskSession::newestDeletion(const QString &addressId) const
{
    const QList<Event> events = m_events.value(addressId);
    const auto deletion = std::find_if(events.cbegin(), events.cend(), [](const Event &event) {
        return event.type == EventType::AddressDeleted;
    });
    return deletion == events.cend() ? std::nullopt : std::optional(*deletion);
}

Result<RevertOutcome> FakeDeskSession::restored(const QString &addressId, const FieldValue &reason)
{
    const std::optional<Event> deletion = newestDeletion(addressId);
    if (!deletion)
        return failure(ErrorCode::NotFound, QStringLiteral("nothing tells that this address was deleted"));
    if (stored(addressId)) {
        RevertOutcome refused;
        refused.addressId = addressId;
        refused.refusals = judged(addressId);
        refused.refusals.removeIf([&deletion](const HistoryEntry &entry) {
            return entry.event.sequenceNum != deletion->sequenceNum;
        });
        return refused;
    }
    const QString customerId = deletion->snapshotCustomerId();
    if (!customerId.isEmpty() && !m_customers.contains(customerId))
        return failure(ErrorCode::NotFound, QStringLiteral("the address's customer does not exist any more"));
    m_rows.append({{addressId, customerId, deletion->snapshot()}, m_customers.value(customerId)});
    RevertOutcome outcome;
    outcome.isReverted = true;
    outcome.addressId = addressId;
    outcome.events = {append(addressId, EventType::AddressRestored,
                             payload::restored(customerId, deletion->snapshot(), deletion->tokenDigest()),
                             reason)};
    outcome.changeId = outcome.events.first().changeId;
    emit addressesChanged({addressId});
    return outcome;
}

DeskSession::RequestId FakeDeskSession::restoreAddress(const QString &addressId, QObject *context,
                                                       Handler<RevertOutcome> handler)
{
    return ask<RevertOutcome>(context, std::move(handler),
                              [this, addressId] { return restored(addressId, {}); });
}

QList<HistoryEntry> FakeDeskSession::judged(const QString &addressId) const
{
    const auto row = stored(addressId);
    return RevertRules::judged(m_events.value(addressId),
                               row ? std::optional(row->address.values) : std::nullopt);
}

Result<History> FakeDeskSession::history(const HistoryRequest &request) const
{
    History history;
    const auto row = stored(request.addressId);
    history.isDeleted = !row;
    history.current = row.value_or(AddressRow{{request.addressId, {}, {}}, {}});
    const QList<HistoryEntry> all = judged(request.addressId);
    if (!row && all.isEmpty())
        return failure(ErrorCode::NotFound, QStringLiteral("no such address"));
    for (const HistoryEntry &entry : all) {
        const QString field = entry.event.field();
        const bool isWanted = request.field.isEmpty() || field.isEmpty() || field == request.field;
        if (!isWanted || (request.beforeVersion > 0 && entry.event.streamVersion >= request.beforeVersion))
            continue;
        history.hasMore = history.entries.size() >= request.limit &&
                          history.entries.constLast().event.changeId != entry.event.changeId;
        if (history.hasMore)
            break;
        history.entries.append(entry);
    }
    std::for_each(m_office.mails.crbegin(), m_office.mails.crend(), [&history](const MailRecord &mail) {
        const bool isOfEntries =
            std::any_of(history.entries.cbegin(), history.entries.cend(),
                        [&](const HistoryEntry &entry) { return entry.event.changeId == mail.changeId; });
        if (isOfEntries)
            history.mails.append(mail);
    });
    return history;
}

DeskSession::RequestId FakeDeskSession::fetchHistory(const HistoryRequest &request, QObject *context,
                                                     Handler<History> handler)
{
    m_historyRequests.append(request);
    return ask<History>(context, std::move(handler), [this, request] { return history(request); });
}

DeskSession::RequestId FakeDeskSession::revert(const RevertRequest &request, QObject *context,
                                               Handler<RevertOutcome> handler)
{
    m_revertRequests.append(request);
    return ask<RevertOutcome>(context, std::move(handler), [this, request] { return reverted(request); });
}

QList<HistoryEntry> FakeDeskSession::targets(const RevertRequest &request) const
{
    const std::optional<CodeMatch> code =
        request.target == RevertRequest::Target::Code ? m_office.match(request.text) : std::nullopt;
    QList<HistoryEntry> found;
    for (auto stream = m_events.cbegin(); stream != m_events.cend(); ++stream) {
        const QList<HistoryEntry> entries = judged(stream.key());
        for (const HistoryEntry &entry : entries) {
            const bool isInSave =
                request.target == RevertRequest::Target::Save && entry.event.changeId == request.text &&
                (request.onlyFields.isEmpty() || request.onlyFields.contains(entry.event.field()));
            const bool isEvent = request.target == RevertRequest::Target::Event &&
                                 entry.event.sequenceNum == request.sequenceNum;
            const bool isOfCode = code && entry.event.sequenceNum == code->sequenceNum;
            if (isInSave || isEvent || isOfCode)
                found.append(entry);
        }
    }
    return found;
}

Result<RevertOutcome> FakeDeskSession::reverted(const RevertRequest &request)
{
    const QList<HistoryEntry> found = targets(request);
    if (found.isEmpty())
        return failure(ErrorCode::NotFound, QStringLiteral("nothing to put back is known by this"));
    const auto reason = valueRules::clean(request.reason);
    if (!reason)
        return failure(ErrorCode::InvalidValue, QStringLiteral("reason"));

    RevertOutcome outcome;
    outcome.addressId = found.first().event.streamId;
    const bool mayOverride = request.overrideLaterChanges && request.target != RevertRequest::Target::Code;
    QList<HistoryEntry> wanted;
    QList<HistoryEntry> done;
    for (const HistoryEntry &entry : found) {
        if (entry.verdict.isRevertible() || (entry.verdict.isOverridable() && mayOverride))
            wanted.append(entry);
        else if (request.target == RevertRequest::Target::Save && isAtGoal(entry))
            done.append(entry);
        else
            outcome.refusals.append(entry);
    }
    if (outcome.refusals.isEmpty() && wanted.isEmpty())
        outcome.refusals = done;
    if (!outcome.refusals.isEmpty())
        return outcome;
    if (wanted.first().event.type == EventType::AddressDeleted)
        return restored(outcome.addressId, *reason);
    outcome.isReverted = true;
    outcome.current = stored(outcome.addressId)->address.values;
    outcome.changeId = QUuid::createUuid().toString(QUuid::WithoutBraces);
    for (const HistoryEntry &entry : std::as_const(wanted))
        outcome.events.append(putBack(entry.event, *reason, outcome.changeId));
    if (const auto row = stored(outcome.addressId))
        outcome.current = row->address.values;
    emit addressesChanged({outcome.addressId});
    return outcome;
}

/// A change is reverted; a revert is changed back; a creation or restoration is deleted again.
Event FakeDeskSession::putBack(const Event &event, const FieldValue &reason, const QString &changeId)
{
    AddressRow *row = find(event.streamId);
    if (event.field().isEmpty())
        return removeRow(AddressRow(*row), reason, changeId);
    const FieldValue now = std::exchange(row->address.values[event.field()], event.from());
    if (event.type == EventType::AddressFieldChanged) {
        return append(event.streamId, EventType::AddressFieldReverted,
                      payload::reverted(event.field(), now, event.from(), event.tokenDigest()), reason,
                      changeId);
    }
    return append(event.streamId, EventType::AddressFieldChanged,
                  payload::changed(event.field(), now, event.from(), RevertToken::generate().digest()),
                  reason, changeId);
}

} // namespace addressdesk
