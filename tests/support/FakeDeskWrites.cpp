// FakeDeskSession's saves, histories and reverts.
#include "tests/support/FakeDeskSession.h"

#include "models/domain/RevertRules.h"
#include "models/domain/RevertToken.h"

#include <QDateTime>
#include <QUuid>

#include <algorithm>

namespace addressdesk {

namespace {

QString newKey()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces);
}

} // namespace

Event FakeDeskSession::append(const QString &addressId, EventType type, const QJsonObject &payload,
                              const FieldValue &reason, const QString &changeId)
{
    Event event;
    event.sequenceNum = ++m_lastSequence;
    event.streamId = addressId;
    event.streamVersion = static_cast<int>(m_events[addressId].size()) + 1;
    event.type = type;
    event.payload = payload;
    event.occurredAt = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs);
    event.actor = m_description.actor;
    event.changeId = changeId.isEmpty() ? newKey() : changeId;
    event.reason = reason;
    m_events[addressId].prepend(event);
    return event;
}

void FakeDeskSession::addPast(Event event)
{
    event.sequenceNum = ++m_lastSequence;
    event.streamVersion = static_cast<int>(m_events[event.streamId].size()) + 1;
    m_events[event.streamId].prepend(event);
}

void FakeDeskSession::changeElsewhere(const QString &addressId, const QString &field, const FieldValue &value)
{
    if (AddressRow *row = find(addressId))
        row->address.values.insert(field, value);
    emit addressesChanged({addressId});
}

void FakeDeskSession::deleteElsewhere(const QString &addressId)
{
    if (const auto row = stored(addressId)) {
        append(addressId, EventType::AddressDeleted,
               payload::deleted(row->customer.id, row->address.values, RevertToken::generate().digest()));
    }
    m_rows.removeIf([&addressId](const AddressRow &row) { return row.address.id == addressId; });
    emit addressesChanged({addressId});
}

void FakeDeskSession::insertElsewhere(const AddressRow &row)
{
    m_customers.insert(row.customer.id, row.customer);
    m_rows.append(row);
    emit addressesChanged({row.address.id});
}

DeskSession::RequestId FakeDeskSession::save(const SaveRequest &request, QObject *context,
                                             Handler<SaveOutcome> handler)
{
    m_saveRequests.append(request);
    return ask<SaveOutcome>(context, std::move(handler), [this, request] { return saved(request); });
}

Result<SaveOutcome> FakeDeskSession::saved(const SaveRequest &request)
{
    SaveOutcome outcome;
    outcome.addressId = request.addressId;
    AddressRow *row = find(request.addressId);
    if (!row) {
        outcome.kind = SaveOutcome::Kind::AddressMissing;
        return outcome;
    }
    FieldValues &values = row->address.values;
    for (const FieldEdit &edit : request.edits) {
        const FieldValue now = values.value(edit.field);
        if (now != edit.expected && now != edit.value)
            outcome.conflicts.append({edit.field, edit.expected, now, edit.value});
    }
    if (!outcome.conflicts.isEmpty()) {
        outcome.kind = SaveOutcome::Kind::Conflict;
        outcome.current = values;
        return outcome;
    }
    outcome.changeId = newKey();
    for (const FieldEdit &edit : request.edits) {
        const FieldValue from = values.value(edit.field);
        if (from == edit.value)
            continue;
        values.insert(edit.field, edit.value);
        outcome.events.append(
            append(request.addressId, EventType::AddressFieldChanged,
                   payload::changed(edit.field, from, edit.value, RevertToken::generate().digest()),
                   request.reason, outcome.changeId));
    }
    outcome.kind = outcome.events.isEmpty() ? SaveOutcome::Kind::Unchanged : SaveOutcome::Kind::Recorded;
    outcome.current = values;
    emit addressesChanged({request.addressId});
    return outcome;
}

DeskSession::RequestId FakeDeskSession::createAddress(const QString &customerId, const FieldValues &values,
                                                      const FieldValue &reason, QObject *context,
                                                      Handler<SaveOutcome> handler)
{
    return ask<SaveOutcome>(
        context, std::move(handler), [this, customerId, values, reason]() -> Result<SaveOutcome> {
            SaveOutcome outcome;
            outcome.kind = SaveOutcome::Kind::Recorded;
            outcome.addressId = newKey();
            outcome.current = values;
            m_rows.append({{outcome.addressId, customerId, values}, m_customers.value(customerId)});
            outcome.events = {append(outcome.addressId, EventType::AddressCreated,
                                     payload::created(customerId, values), reason)};
            emit addressesChanged({outcome.addressId});
            return outcome;
        });
}

DeskSession::RequestId FakeDeskSession::deleteAddress(const QString &addressId, const FieldValues &expected,
                                                      const FieldValue &, QObject *context,
                                                      Handler<SaveOutcome> handler)
{
    return ask<SaveOutcome>(
        context, std::move(handler), [this, addressId, expected]() -> Result<SaveOutcome> {
            SaveOutcome outcome;
            outcome.addressId = addressId;
            const auto row = stored(addressId);
            outcome.kind = !row                              ? SaveOutcome::Kind::AddressMissing
                           : row->address.values != expected ? SaveOutcome::Kind::Conflict
                                                             : SaveOutcome::Kind::Recorded;
            if (outcome.kind == SaveOutcome::Kind::Recorded)
                deleteElsewhere(addressId);
            else if (row)
                outcome.current = row->address.values;
            return outcome;
        });
}

DeskSession::RequestId FakeDeskSession::fetchDeleted(const QString &search, int limit, QObject *context,
                                                     Handler<QList<DeletedAddress>> handler)
{
    return ask<QList<DeletedAddress>>(
        context, std::move(handler), [this, search, limit]() -> Result<QList<DeletedAddress>> {
            QList<DeletedAddress> deleted;
            for (const QList<Event> &events : std::as_const(m_events)) {
                if (events.first().type != EventType::AddressDeleted || deleted.size() >= limit)
                    continue;
                const Customer customer = m_customers.value(events.first().snapshotCustomerId());
                const QString text = shownText(customer.lastName) +
                                     shownText(events.first().snapshot().value(QStringLiteral("city")));
                if (text.contains(search, Qt::CaseInsensitive))
                    deleted.append({events.first(), customer});
            }
            return deleted;
        });
}

Result<RevertOutcome> FakeDeskSession::restored(const QString &addressId)
{
    const QList<Event> events = m_events.value(addressId);
    if (events.isEmpty() || events.first().type != EventType::AddressDeleted)
        return failure(ErrorCode::NotFound);
    const Event deletion = events.first();
    const QString customerId = deletion.snapshotCustomerId();
    m_rows.append({{addressId, customerId, deletion.snapshot()}, m_customers.value(customerId)});
    RevertOutcome outcome;
    outcome.isReverted = true;
    outcome.addressId = addressId;
    outcome.events = {append(addressId, EventType::AddressRestored,
                             payload::restored(customerId, deletion.snapshot(), deletion.tokenDigest()))};
    outcome.changeId = outcome.events.first().changeId;
    emit addressesChanged({addressId});
    return outcome;
}

DeskSession::RequestId FakeDeskSession::restoreAddress(const QString &addressId, QObject *context,
                                                       Handler<RevertOutcome> handler)
{
    return ask<RevertOutcome>(context, std::move(handler), [this, addressId] { return restored(addressId); });
}

History FakeDeskSession::history(const HistoryRequest &request)
{
    History history;
    const auto row = stored(request.addressId);
    history.isDeleted = !row;
    history.current = row.value_or(AddressRow{{request.addressId, {}, {}}, {}});
    const auto values = row ? std::optional(row->address.values) : std::nullopt;
    const QList<HistoryEntry> all = RevertRules::judged(m_events.value(request.addressId), values);
    for (const HistoryEntry &entry : all) {
        const QString field = entry.event.field();
        const bool isWanted = request.field.isEmpty() || field.isEmpty() || field == request.field;
        if (isWanted && (request.beforeVersion == 0 || entry.event.streamVersion < request.beforeVersion))
            history.entries.append(entry);
    }
    history.hasMore = history.entries.size() > request.limit;
    history.entries = history.entries.mid(0, request.limit);
    for (auto mail = m_office.mails.crbegin(); mail != m_office.mails.crend(); ++mail) {
        const bool isOfEntries =
            std::any_of(history.entries.cbegin(), history.entries.cend(),
                        [&](const HistoryEntry &entry) { return entry.event.changeId == mail->changeId; });
        if (isOfEntries)
            history.mails.append(*mail);
    }
    return history;
}

DeskSession::RequestId FakeDeskSession::fetchHistory(const HistoryRequest &request, QObject *context,
                                                     Handler<History> handler)
{
    m_historyRequests.append(request);
    return ask<History>(context, std::move(handler),
                        [this, request]() -> Result<History> { return history(request); });
}

DeskSession::RequestId FakeDeskSession::revert(const RevertRequest &request, QObject *context,
                                               Handler<RevertOutcome> handler)
{
    m_revertRequests.append(request);
    return ask<RevertOutcome>(context, std::move(handler), [this, request] { return reverted(request); });
}

Result<RevertOutcome> FakeDeskSession::reverted(const RevertRequest &request)
{
    const std::optional<CodeMatch> code =
        request.target == RevertRequest::Target::Code ? m_office.match(request.text) : std::nullopt;
    QList<HistoryEntry> wanted;
    for (auto stream = m_events.cbegin(); stream != m_events.cend(); ++stream) {
        const QList<HistoryEntry> entries = history({stream.key(), {}, 0, 1000}).entries;
        for (const HistoryEntry &entry : entries) {
            const bool isInSave =
                request.target == RevertRequest::Target::Save && entry.event.changeId == request.text &&
                (request.onlyFields.isEmpty() || request.onlyFields.contains(entry.event.field()));
            const bool isEvent = request.target == RevertRequest::Target::Event &&
                                 entry.event.sequenceNum == request.sequenceNum;
            const bool isOfCode = code && entry.event.sequenceNum == code->sequenceNum;
            if (isInSave || isEvent || isOfCode)
                wanted.append(entry);
        }
    }
    if (wanted.isEmpty())
        return failure(ErrorCode::NotFound);

    RevertOutcome outcome;
    outcome.addressId = wanted.first().event.streamId;
    for (const HistoryEntry &entry : std::as_const(wanted)) {
        if (!entry.verdict.isRevertible() &&
            !(entry.verdict.isOverridable() && request.overrideLaterChanges && !code))
            outcome.refusals.append(entry);
    }
    if (!outcome.refusals.isEmpty())
        return outcome;
    if (wanted.first().event.type == EventType::AddressDeleted)
        return restored(outcome.addressId);
    outcome.isReverted = true;
    outcome.changeId = newKey();
    for (const HistoryEntry &entry : std::as_const(wanted))
        outcome.events.append(putBack(entry.event, outcome.changeId));
    emit addressesChanged({outcome.addressId});
    return outcome;
}

/// A change is reverted; a revert is changed back; a creation or restoration is deleted again.
Event FakeDeskSession::putBack(const Event &event, const QString &changeId)
{
    const QString addressId = event.streamId;
    AddressRow *row = find(addressId);
    if (event.field().isEmpty()) {
        const QJsonObject snapshot =
            payload::deleted(row->customer.id, row->address.values, RevertToken::generate().digest());
        m_rows.removeIf([&addressId](const AddressRow &r) { return r.address.id == addressId; });
        return append(addressId, EventType::AddressDeleted, snapshot, {}, changeId);
    }
    const FieldValue now = row->address.values.value(event.field());
    row->address.values.insert(event.field(), event.from());
    if (event.type == EventType::AddressFieldChanged) {
        return append(addressId, EventType::AddressFieldReverted,
                      payload::reverted(event.field(), now, event.from(), event.tokenDigest()), {}, changeId);
    }
    return append(addressId, EventType::AddressFieldChanged,
                  payload::changed(event.field(), now, event.from(), RevertToken::generate().digest()), {},
                  changeId);
}

} // namespace addressdesk
