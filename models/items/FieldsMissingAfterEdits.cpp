#include "models/items/FieldsMissingAfterEdits.h"

#include "models/domain/DeliverableAddress.h"

namespace addressdesk {

namespace {

/// Whether a country has postal codes is not known here; an address that had one and stays in its country
/// needs one.
QStringList emptiedCodes(const SchemaMapping &mapping, const StagedFields &staged)
{
    if (staged.contains(mapping.countryField()))
        return {};
    QStringList emptied;
    for (const FieldMapping &field : mapping.fields) {
        const auto edit = staged.constFind(field.id);
        // Its base, not what is stored: that is the edit itself once it is saved.
        const bool isEmptied = field.kind == FieldKind::PostalCode && edit != staged.cend() &&
                               !shownText(edit->base).isEmpty() && shownText(edit->edited).isEmpty();
        if (isEmptied)
            emptied.append(field.id);
    }
    return emptied;
}

} // namespace

QStringList fieldsMissingAfterEdits(const SchemaMapping &mapping, FieldValues stored,
                                    const StagedFields &staged)
{
    if (staged.isEmpty())
        return {};
    const QStringList codes = emptiedCodes(mapping, staged);
    for (auto field = staged.cbegin(); field != staged.cend(); ++field)
        stored.insert(field.key(), field->edited);
    const QStringList lacking = deliverable::missingFields(mapping, stored);
    QStringList missing;
    for (const FieldMapping &field : mapping.fields) {
        if (lacking.contains(field.id) || codes.contains(field.id))
            missing.append(field.id);
    }
    return missing;
}

} // namespace addressdesk
