#include "models/items/DeliverableEdits.h"

#include "models/domain/DeliverableAddress.h"

namespace addressdesk::deliverable {

QStringList missingAfter(const SchemaMapping &mapping, FieldValues stored, const StagedFields &staged)
{
    if (staged.isEmpty())
        return {};
    for (auto field = staged.cbegin(); field != staged.cend(); ++field)
        stored.insert(field.key(), field->edited);
    return missingFields(mapping, stored);
}

} // namespace addressdesk::deliverable
