#pragma once

#include "models/domain/SaveRequest.h"
#include "models/storage/ChangeTransaction.h"

namespace addressdesk {

/// Saves, creations and deletions, each as one attempt in one transaction of several steps, on every
/// database. Values are clean by now.
class AddressChanges final
{
public:
    explicit AddressChanges(RecorderParts &parts) : m_parts(parts) {}

    [[nodiscard]] Result<SaveOutcome> save(const SaveRequest &request, const QString &changeId);
    [[nodiscard]] Result<SaveOutcome> create(const Address &address, const SaveLabel &label);
    [[nodiscard]] Result<SaveOutcome> remove(const QString &addressId, const FieldValues &expected,
                                             const SaveLabel &label);

private:
    [[nodiscard]] Result<SaveOutcome> write(ChangeTransaction &transaction, const AddressRow &row,
                                            const FieldValues &changes);
    [[nodiscard]] Result<Address> insertNew(Address address);
    [[nodiscard]] Result<SaveOutcome> finished(ChangeTransaction &transaction, const AddressRow &told,
                                               const ChangeDrafts &drafts, const FieldValues &current);

    RecorderParts &m_parts;
};

} // namespace addressdesk
