#pragma once

#include "models/domain/Address.h"
#include "models/domain/SchemaMapping.h"

namespace addressdesk {

/// One line of an address as it stands on an envelope, and the fields that it is made of.
struct EnvelopeLine
{
    QString text;
    QStringList fieldIds;
};

namespace envelope {

/// The lines in the order of the address's country: number before or after the street, postal code before,
/// after or below the town. Empty parts and lines are left out; the label is no part of an envelope.
[[nodiscard]] QList<EnvelopeLine> lines(const SchemaMapping &mapping, const FieldValues &values);

/// Whether letters in the address's country are on Letter paper (United States, Canada) instead of A4.
[[nodiscard]] bool isInLetterPaperCountry(const SchemaMapping &mapping, const FieldValues &values);

/// "Anna Lefèvre"; empty without a name.
[[nodiscard]] QString recipient(const Customer &customer);

} // namespace envelope

} // namespace addressdesk
