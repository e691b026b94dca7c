#include "models/domain/DeliverableAddress.h"

#include <algorithm>

namespace addressdesk::deliverable {

namespace {

const QString street = QStringLiteral("streetName");
const QString city = QStringLiteral("city");

bool isFilled(const FieldValues &values, const QString &fieldId)
{
    return !values.value(fieldId).value_or(QString()).trimmed().isEmpty();
}

/// The first part of an address, when there is none at all.
QStringList missingOfOtherTables(const SchemaMapping &mapping, const FieldValues &values)
{
    QStringList parts;
    for (const FieldMapping &field : mapping.fields) {
        if (field.kind != FieldKind::Label && field.kind != FieldKind::Country)
            parts.append(field.id);
    }
    const bool isAnyFilled = std::any_of(parts.cbegin(), parts.cend(),
                                         [&values](const QString &id) { return isFilled(values, id); });
    return isAnyFilled ? QStringList() : parts.mid(0, 1);
}

} // namespace

QStringList missingFields(const SchemaMapping &mapping, const FieldValues &values)
{
    if (!mapping.field(street) && !mapping.field(city))
        return missingOfOtherTables(mapping, values);
    const bool isPlaceNamed = isFilled(values, street) || isFilled(values, mapping.labelField());
    QStringList missing;
    for (const FieldMapping &field : mapping.fields) {
        const bool isMissing =
            (field.id == street && !isPlaceNamed) || (field.id == city && !isFilled(values, city));
        if (isMissing)
            missing.append(field.id);
    }
    return missing;
}

} // namespace addressdesk::deliverable
