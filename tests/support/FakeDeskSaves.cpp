// FakeDeskSession's saves, creations and deletions.
#include "tests/support/FakeDeskSession.h"

#include "models/domain/RevertToken.h"
#include "models/domain/ValueRules.h"

#include <QDateTime>
#include <QUuid>

#include <utility>

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
    if (const auto row = stored(addressId))
        removeRow(*row, {});
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

Result<SaveOutcome> FakeDeskSession::saved(SaveRequest request)
{
    if (request.edits.isEmpty())
        return failure(ErrorCode::InvalidArgument, QStringLiteral("a save without edits"));
    QStringList fields;
    for (const FieldEdit &edit : std::as_const(request.edits))
        fields.append(edit.field);
    if (const Done known = checkFields(fields); !known)
        return tl::unexpected(known.error());
    SaveOutcome outcome;
    outcome.addressId = request.addressId;
    for (FieldEdit &edit : request.edits) {
        if (edit.value != edit.expected && !clean(edit.field, edit.value, outcome))
            return outcome;
    }
    if (!clean(QStringLiteral("reason"), request.reason, outcome))
        return outcome;
    request.edits.removeIf([](const FieldEdit &edit) { return edit.value == edit.expected; });

    AddressRow *row = find(request.addressId);
    outcome.kind = row ? SaveOutcome::Kind::Unchanged : SaveOutcome::Kind::AddressMissing;
    if (!row)
        return outcome;
    outcome.current = row->address.values;
    FieldValues changes;
    for (const FieldEdit &edit : std::as_const(request.edits)) {
        const FieldValue now = outcome.current.value(edit.field);
        if (now == edit.value)
            continue;
        if (now == edit.expected)
            changes.insert(edit.field, edit.value);
        else
            outcome.conflicts.append({edit.field, edit.expected, now, edit.value});
    }
    if (!outcome.conflicts.isEmpty())
        outcome.kind = SaveOutcome::Kind::Conflict;
    else if (!changes.isEmpty())
        write(*row, changes, request.reason, outcome);
    return outcome;
}

void FakeDeskSession::write(AddressRow &row, const FieldValues &changes, const FieldValue &reason,
                            SaveOutcome &outcome)
{
    outcome.kind = SaveOutcome::Kind::Recorded;
    outcome.changeId = newKey();
    const QStringList fields = mapping().fieldIds();
    for (const QString &field : fields) {
        if (!changes.contains(field))
            continue;
        const FieldValue from = std::exchange(row.address.values[field], changes[field]);
        outcome.events.append(
            append(row.address.id, EventType::AddressFieldChanged,
                   payload::changed(field, from, changes[field], RevertToken::generate().digest()), reason,
                   outcome.changeId));
    }
    outcome.current = row.address.values;
    emit addressesChanged({outcome.addressId});
}

Done FakeDeskSession::checkFields(const QStringList &fields) const
{
    const QStringList known = mapping().fieldIds();
    for (const QString &field : fields) {
        if (!known.contains(field) || fields.count(field) > 1)
            return failure(ErrorCode::InvalidArgument, field);
    }
    return {};
}

/// False, and told in the outcome, when the rules refuse the value.
bool FakeDeskSession::clean(const QString &field, FieldValue &value, SaveOutcome &outcome)
{
    const auto cleaned = valueRules::clean(value);
    if (!cleaned) {
        outcome.kind = SaveOutcome::Kind::InvalidValue;
        outcome.problemField = field;
        outcome.problem = cleaned.error();
        return false;
    }
    value = *cleaned;
    if (field == u"reason" && value && value->isEmpty())
        value.reset();
    return true;
}

DeskSession::RequestId FakeDeskSession::createAddress(const QString &customerId, const FieldValues &values,
                                                      const FieldValue &reason, QObject *context,
                                                      Handler<SaveOutcome> handler)
{
    return ask<SaveOutcome>(context, std::move(handler), [this, customerId, values, reason] {
        return created(customerId, values, reason);
    });
}

Result<SaveOutcome> FakeDeskSession::created(const QString &customerId, FieldValues values, FieldValue reason)
{
    if (const Done known = checkFields(values.keys()); !known)
        return tl::unexpected(known.error());
    SaveOutcome outcome;
    for (auto value = values.begin(); value != values.end(); ++value) {
        if (!clean(value.key(), value.value(), outcome))
            return outcome;
    }
    if (!clean(QStringLiteral("reason"), reason, outcome))
        return outcome;
    if (!m_customers.contains(customerId))
        return failure(ErrorCode::NotFound, QStringLiteral("no customer has this key"));
    outcome.kind = SaveOutcome::Kind::Recorded;
    outcome.addressId = newKey();
    outcome.current = values;
    m_rows.append({{outcome.addressId, customerId, values}, m_customers.value(customerId)});
    outcome.events = {
        append(outcome.addressId, EventType::AddressCreated, payload::created(customerId, values), reason)};
    outcome.changeId = outcome.events.first().changeId;
    emit addressesChanged({outcome.addressId});
    return outcome;
}

DeskSession::RequestId FakeDeskSession::deleteAddress(const QString &addressId, const FieldValues &expected,
                                                      const FieldValue &reason, QObject *context,
                                                      Handler<SaveOutcome> handler)
{
    return ask<SaveOutcome>(context, std::move(handler), [this, addressId, expected, reason] {
        return removed(addressId, expected, reason);
    });
}

Result<SaveOutcome> FakeDeskSession::removed(const QString &addressId, const FieldValues &expected,
                                             FieldValue reason)
{
    if (const Done known = checkFields(expected.keys()); !known)
        return tl::unexpected(known.error());
    SaveOutcome outcome;
    outcome.addressId = addressId;
    if (!clean(QStringLiteral("reason"), reason, outcome))
        return outcome;
    const auto row = stored(addressId);
    outcome.kind = row ? SaveOutcome::Kind::Conflict : SaveOutcome::Kind::AddressMissing;
    if (!row)
        return outcome;
    for (auto value = expected.cbegin(); value != expected.cend(); ++value) {
        const FieldValue now = row->address.values.value(value.key());
        if (now != value.value())
            outcome.conflicts.append({value.key(), value.value(), now, value.value()});
    }
    outcome.current = row->address.values;
    if (!outcome.conflicts.isEmpty())
        return outcome;
    outcome.kind = SaveOutcome::Kind::Recorded;
    outcome.current = {};
    outcome.events = {removeRow(*row, reason)};
    outcome.changeId = outcome.events.first().changeId;
    emit addressesChanged({addressId});
    return outcome;
}

/// `row` is a copy: the stored one goes.
Event FakeDeskSession::removeRow(const AddressRow &row, const FieldValue &reason, const QString &changeId)
{
    m_rows.removeIf([&row](const AddressRow &other) { return other.address.id == row.address.id; });
    return append(row.address.id, EventType::AddressDeleted,
                  payload::deleted(row.customer.id, row.address.values, RevertToken::generate().digest()),
                  reason, changeId);
}

} // namespace addressdesk
