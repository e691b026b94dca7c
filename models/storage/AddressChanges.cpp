#include "models/storage/AddressChanges.h"

#include <QUuid>

namespace addressdesk {

namespace {

using Kind = SaveOutcome::Kind;

SaveOutcome outcomeOf(Kind kind, const QString &addressId, const FieldValues &current = {})
{
    SaveOutcome outcome;
    outcome.kind = kind;
    outcome.addressId = addressId;
    outcome.current = current;
    return outcome;
}

} // namespace

Result<SaveOutcome> AddressChanges::save(const SaveRequest &request, const QString &changeId)
{
    Result<ChangeTransaction> transaction = ChangeTransaction::begin(m_parts, {changeId, request.reason});
    if (!transaction)
        return tl::unexpected(transaction.error());
    const Result<std::optional<AddressRow>> found = m_parts.addresses.lock(request.addressId);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return outcomeOf(Kind::AddressMissing, request.addressId);

    const AddressRow &row = **found;
    SaveOutcome conflict = outcomeOf(Kind::Conflict, row.address.id, row.address.values);
    FieldValues changes;
    for (const FieldEdit &edit : request.edits) {
        const FieldValue current = row.address.values.value(edit.field);
        if (current == edit.value)
            continue;
        if (current == edit.expected)
            changes.insert(edit.field, edit.value);
        else
            conflict.conflicts.append({edit.field, edit.expected, current, edit.value});
    }
    if (!conflict.conflicts.isEmpty())
        return conflict;
    if (changes.isEmpty())
        return outcomeOf(Kind::Unchanged, row.address.id, row.address.values);
    return write(*transaction, row, changes);
}

Result<SaveOutcome> AddressChanges::write(ChangeTransaction &transaction, const AddressRow &row,
                                          const FieldValues &changes)
{
    const Result<std::optional<FieldValues>> stored = m_parts.addresses.update(row.address, changes);
    if (!stored)
        return tl::unexpected(stored.error());
    if (!*stored)
        return failure(ErrorCode::ConstraintViolated, QStringLiteral("the database left the row as it was"));
    ChangeDrafts drafts(m_parts.mapping.fieldIds());
    drafts.addFields(row.address.values, **stored);
    if (drafts.isEmpty())
        return outcomeOf(Kind::Unchanged, row.address.id, row.address.values);
    return finished(transaction, row, drafts, **stored);
}

Result<SaveOutcome> AddressChanges::create(const Address &address, const SaveLabel &label)
{
    Result<ChangeTransaction> transaction = ChangeTransaction::begin(m_parts, label);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const Result<std::optional<Customer>> customer = m_parts.addresses.customer(address.customerId);
    if (!customer)
        return tl::unexpected(customer.error());
    if (!*customer)
        return failure(ErrorCode::NotFound, QStringLiteral("no customer has this key"));
    const Result<Address> stored = insertNew(address);
    if (!stored)
        return tl::unexpected(stored.error());
    ChangeDrafts drafts(m_parts.mapping.fieldIds());
    drafts.addCreation(*stored);
    return finished(*transaction, {*stored, **customer}, drafts, stored->values);
}

Result<Address> AddressChanges::insertNew(Address address)
{
    const Result<bool> hasGeneratedKeys = m_parts.addresses.hasGeneratedKeys();
    if (!hasGeneratedKeys)
        return tl::unexpected(hasGeneratedKeys.error());
    if (!*hasGeneratedKeys) {
        address.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
        return m_parts.addresses.insert(address);
    }
    const Result<Address> stored = m_parts.addresses.insert(address);
    if (!stored)
        return stored;
    const Result<QList<Event>> earlier = m_parts.events.newestFirst(stored->id);
    if (!earlier)
        return tl::unexpected(earlier.error());
    if (earlier->isEmpty())
        return stored;
    // SQLite gives a deleted row's number again. It belongs to the deleted address, which may still be
    // restored.
    const Result<bool> isRemoved = m_parts.addresses.remove(*stored);
    if (!isRemoved)
        return tl::unexpected(isRemoved.error());
    const Result<QString> number = m_parts.events.unusedNumber();
    if (!number)
        return tl::unexpected(number.error());
    address.id = *number;
    return m_parts.addresses.insert(address);
}

Result<SaveOutcome> AddressChanges::remove(const QString &addressId, const FieldValues &expected,
                                           const SaveLabel &label)
{
    Result<ChangeTransaction> transaction = ChangeTransaction::begin(m_parts, label);
    if (!transaction)
        return tl::unexpected(transaction.error());
    const Result<std::optional<AddressRow>> found = m_parts.addresses.lock(addressId);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return outcomeOf(Kind::AddressMissing, addressId);

    const AddressRow &row = **found;
    SaveOutcome conflict = outcomeOf(Kind::Conflict, row.address.id, row.address.values);
    for (auto it = expected.cbegin(); it != expected.cend(); ++it) {
        const FieldValue current = row.address.values.value(it.key());
        if (current != it.value())
            conflict.conflicts.append({it.key(), it.value(), current, it.value()});
    }
    if (!conflict.conflicts.isEmpty())
        return conflict;
    const Result<bool> isRemoved = m_parts.addresses.remove(row.address);
    if (!isRemoved)
        return tl::unexpected(isRemoved.error());
    if (!*isRemoved)
        return failure(ErrorCode::ConstraintViolated, QStringLiteral("the database left the row as it was"));
    ChangeDrafts drafts(m_parts.mapping.fieldIds());
    drafts.addDeletion(row.address);
    return finished(*transaction, row, drafts, {});
}

Result<SaveOutcome> AddressChanges::finished(ChangeTransaction &transaction, const AddressRow &told,
                                             const ChangeDrafts &drafts, const FieldValues &current)
{
    const Result<QList<Event>> events = transaction.record(told, drafts);
    if (!events)
        return tl::unexpected(events.error());
    if (const Done committed = transaction.commit(); !committed)
        return tl::unexpected(committed.error());
    SaveOutcome outcome = outcomeOf(Kind::Recorded, told.address.id, current);
    outcome.changeId = events->first().changeId;
    outcome.events = *events;
    return outcome;
}

} // namespace addressdesk
