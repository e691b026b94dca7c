#include "models/items/FieldsMissingAfterEdits.h"

#include "models/domain/DeliverableAddress.h"

namespace addressdesk {

QStringList fieldsMissingAfterEdits(const SchemaMapping &mapping, FieldValues stored,
                                    const StagedFields &staged)
{
    if (staged.isEmpty())
        return {};
    for (auto field = staged.cbegin(); field != staged.cend(); ++field)
        stored.insert(field.key(), field->edited);
    return deliverable::missingFields(mapping, stored);
}

} // namespace addressdesk
