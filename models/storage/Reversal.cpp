#include "models/storage/Reversal.h"

#include "models/storage/JudgedTargets.h"
#include "models/storage/LinkExpiry.h"

#include <algorithm>

namespace addressdesk {

namespace {

using Target = RevertRequest::Target;

/// By what the mail says. A customer may undo what it tells of, not what was done since.
bool isByMail(const RevertRequest &request)
{
    return request.target == Target::Token || request.target == Target::Code;
}

/// Only the mail has the secret. A code can be worked out from the history, so whoever types it stays the
/// actor.
bool isByCustomer(const RevertRequest &request)
{
    return request.target == Target::Token;
}

RevertOutcome refused(const QString &addressId, const QList<HistoryEntry> &refusals)
{
    RevertOutcome outcome;
    outcome.addressId = addressId;
    outcome.refusals = refusals;
    return outcome;
}

tl::unexpected<Error> unchangedRow()
{
    return failure(ErrorCode::ConstraintViolated, QStringLiteral("the database left the row as it was"));
}

} // namespace

Result<QList<Event>> Reversal::targets(const RevertRequest &request)
{
    const auto asList = [](const std::optional<Event> &event) {
        return event ? QList<Event>{*event} : QList<Event>();
    };
    Result<QList<Event>> found;
    if (request.target == Target::Event) {
        found = m_parts.events.bySequence(request.sequenceNum).map(asList);
    } else if (request.target == Target::Save) {
        found = m_parts.events.byChange(request.text);
        if (found && !request.onlyFields.isEmpty()) {
            found->removeIf(
                [&request](const Event &event) { return !request.onlyFields.contains(event.field()); });
        }
    } else if (request.target == Target::Token) {
        if (const auto token = RevertToken::fromSecret(request.text.trimmed()))
            found = m_parts.events.issuersOfToken(*token, m_parts.mapping.fieldIds());
    } else {
        found = m_parts.codes.issuers(request.text);
        if (found && found->size() > 1)
            return failure(ErrorCode::InvalidArgument, QStringLiteral("the code fits several changes"));
    }
    if (found && found->isEmpty())
        return failure(ErrorCode::NotFound, QStringLiteral("nothing to put back is known by this"));
    return found;
}

Result<RevertOutcome> Reversal::revert(const RevertRequest &request, const QList<Event> &targets,
                                       const SaveLabel &label)
{
    Result<ChangeTransaction> transaction = ChangeTransaction::begin(m_parts, label);
    if (!transaction)
        return tl::unexpected(transaction.error());
    Result<QList<Part>> parts = judgedParts(request, targets);
    if (!parts)
        return tl::unexpected(parts.error());
    if (const auto reasons = refusalsOf(*parts))
        return refused(targets.first().streamId, *reasons);

    QList<Event> events;
    FieldValues current;
    for (Part &part : *parts) {
        if (part.wanted.isEmpty())
            continue;
        const Result<QList<Event>> appended = apply(*transaction, part, isByCustomer(request));
        if (!appended)
            return tl::unexpected(appended.error());
        events += *appended;
        if (part.row)
            current = part.row->address.values;
    }
    return finished(*transaction, events).map([&current](RevertOutcome outcome) {
        outcome.current = current;
        return outcome;
    });
}

Result<QList<Reversal::Part>> Reversal::judgedParts(const RevertRequest &request, const QList<Event> &targets)
{
    // Rows are locked in the order of their keys: no deadlock with a like request.
    QMap<QString, QList<Event>> byStream;
    for (const Event &event : targets)
        byStream[event.streamId].append(event);
    QList<Part> parts;
    for (auto it = byStream.cbegin(); it != byStream.cend(); ++it) {
        Result<Part> part = judge(request, it.key(), it.value());
        if (!part)
            return tl::unexpected(part.error());
        parts.append(*std::move(part));
    }
    return parts;
}

/// What stands in the way of all of them together; std::nullopt when nothing does.
std::optional<QList<HistoryEntry>> Reversal::refusalsOf(const QList<Part> &parts)
{
    QList<HistoryEntry> expired;
    QList<HistoryEntry> refusals;
    QList<HistoryEntry> done;
    bool isAnythingWanted = false;
    for (const Part &part : parts) {
        expired += part.expired;
        refusals += part.refusals;
        done += part.done;
        isAnythingWanted = isAnythingWanted || !part.wanted.isEmpty();
    }
    if (!expired.isEmpty())
        return expired;
    if (!refusals.isEmpty())
        return refusals;
    return isAnythingWanted ? std::nullopt : std::optional(done);
}

Result<Reversal::Part> Reversal::judge(const RevertRequest &request, const QString &streamId,
                                       const QList<Event> &targets)
{
    const Result<std::optional<AddressRow>> row = m_parts.addresses.lock(streamId);
    if (!row)
        return tl::unexpected(row.error());
    Part part;
    part.streamId = streamId;
    part.row = *row;
    const auto values = *row ? std::optional((*row)->address.values) : std::nullopt;
    const bool isOfWholeSave =
        request.target == Target::Save || (request.target == Target::Token && targets.size() > 1);
    const bool mayOverride = request.overrideLaterChanges && !isByMail(request);
    const auto links =
        request.target == Target::Token ? EventStore::Links::Judged : EventStore::Links::Ignored;
    const Result<EventStore::Recent> recent = m_parts.events.recent(streamId, oldestVersion(targets), links);
    if (!recent)
        return tl::unexpected(recent.error());
    part.head = recent->head;
    const QList<HistoryEntry> judged = judgedTargets(recent->events, targets, values);
    part.expired = linkExpiry::expired(judged, recent->linkEnds);
    for (const HistoryEntry &entry : judged) {
        if (entry.verdict.isRevertible() || (entry.verdict.isOverridable() && mayOverride))
            part.wanted.append(entry);
        else if (isOfWholeSave && isAtGoal(entry))
            part.done.append(entry);
        else
            part.refusals.append(entry);
    }
    return part;
}

Result<QList<Event>> Reversal::apply(ChangeTransaction &transaction, Part &part, bool isByCustomer)
{
    ChangeDrafts drafts(m_parts.mapping.fieldIds(), isByCustomer);
    for (const HistoryEntry &entry : part.wanted) {
        const Event &event = entry.event;
        if (event.type == EventType::AddressDeleted)
            return insertAgain(transaction, part, event, event.tokenDigest(), drafts);
        if (event.field().isEmpty())
            return deleteAgain(transaction, part, drafts);
    }
    return putFieldsBack(transaction, part, drafts);
}

Result<QList<Event>> Reversal::putFieldsBack(ChangeTransaction &transaction, Part &part, ChangeDrafts drafts)
{
    FieldValues changes;
    QMap<QString, QString> usedTokens;
    for (const HistoryEntry &entry : part.wanted) {
        changes.insert(entry.event.field(), entry.event.from());
        if (entry.event.issuesToken())
            usedTokens.insert(entry.event.field(), entry.event.tokenDigest());
    }
    const Result<std::optional<FieldValues>> stored = m_parts.addresses.update(part.row->address, changes);
    if (!stored)
        return tl::unexpected(stored.error());
    if (!*stored)
        return unchangedRow();
    drafts.addFields(part.row->address.values, **stored, usedTokens);
    if (drafts.isEmpty())
        return unchangedRow();
    Result<QList<Event>> events = transaction.record(*part.row, drafts, part.head);
    part.row->address.values = **stored;
    return events;
}

Result<QList<Event>> Reversal::deleteAgain(ChangeTransaction &transaction, const Part &part,
                                           ChangeDrafts drafts)
{
    const Result<bool> isRemoved = m_parts.addresses.remove(part.row->address);
    if (!isRemoved)
        return tl::unexpected(isRemoved.error());
    if (!*isRemoved)
        return unchangedRow();
    drafts.addDeletion(part.row->address);
    return transaction.record(*part.row, drafts, part.head);
}

Result<QList<Event>> Reversal::insertAgain(ChangeTransaction &transaction, const Part &part,
                                           const Event &deletion, const QString &usedDigest,
                                           ChangeDrafts drafts)
{
    AddressRow row;
    row.address.id = deletion.streamId;
    row.address.customerId = deletion.snapshotCustomerId();
    const FieldValues snapshot = deletion.snapshot();
    for (const FieldMapping &field : m_parts.mapping.fields) {
        if (snapshot.contains(field.id))
            row.address.values.insert(field.id, snapshot.value(field.id));
    }
    if (!row.address.customerId.isEmpty()) {
        const Result<std::optional<Customer>> customer = m_parts.addresses.customer(row.address.customerId);
        if (!customer)
            return tl::unexpected(customer.error());
        if (!*customer)
            return failure(ErrorCode::NotFound,
                           QStringLiteral("the address's customer does not exist any more"));
        row.customer = **customer;
    }
    const Result<Address> stored = m_parts.addresses.insert(row.address);
    if (!stored)
        return tl::unexpected(stored.error());
    row.address = *stored;
    drafts.addRestoration(*stored, usedDigest);
    return transaction.record(row, drafts, part.head);
}

Result<RevertOutcome> Reversal::restore(const Event &deletion, const SaveLabel &label)
{
    Result<ChangeTransaction> transaction = ChangeTransaction::begin(m_parts, label);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const Result<Part> part = judge({}, deletion.streamId, {deletion});
    if (!part)
        return tl::unexpected(part.error());
    if (part->row)
        return refused(deletion.streamId, part->refusals);
    // A used token means that the address came back once and was then removed by another program.
    const QString usableDigest = part->wanted.isEmpty() ? QString() : deletion.tokenDigest();
    const Result<QList<Event>> events =
        insertAgain(*transaction, *part, deletion, usableDigest, ChangeDrafts({}));
    if (!events)
        return tl::unexpected(events.error());
    return finished(*transaction, *events);
}

Result<RevertOutcome> Reversal::finished(ChangeTransaction &transaction, const QList<Event> &events)
{
    if (const Done committed = transaction.commit(); !committed)
        return tl::unexpected(committed.error());
    RevertOutcome outcome;
    outcome.isReverted = true;
    outcome.addressId = events.first().streamId;
    outcome.changeId = events.first().changeId;
    outcome.events = events;
    return outcome;
}

Result<RevertOutcome> Reversal::refusalOfUsedTokens(const QList<Event> &targets)
{
    QList<HistoryEntry> refusals;
    for (const Event &event : targets) {
        const Result<std::optional<Event>> use = m_parts.events.userOfDigest(event.tokenDigest());
        if (!use)
            return tl::unexpected(use.error());
        if (!event.issuesToken() || !*use)
            continue;
        HistoryEntry entry{event, {}};
        entry.verdict.state = Reversibility::AlreadyReverted;
        entry.verdict.becauseSequenceNum = (*use)->sequenceNum;
        entry.verdict.becauseAt = (*use)->occurredAt;
        entry.verdict.becauseActor = (*use)->actor;
        entry.verdict.isBecauseRevert = true;
        refusals.append(entry);
    }
    return refused(targets.first().streamId, refusals);
}

} // namespace addressdesk
