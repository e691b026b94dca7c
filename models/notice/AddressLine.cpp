#include "models/notice/AddressLine.h"

#include "models/notice/InertText.h"
#include "models/wording/Isolation.h"

namespace addressdesk {

namespace {

QString shownLine(const FieldValues &address, const QString &fieldId)
{
    return inertText::singleLine(shownText(address.value(fieldId)));
}

} // namespace

QString addressLine(const SchemaMapping &mapping, const FieldValues &address)
{
    QString line;
    bool isPrefix = false; // Of what follows: a number or a postal code.
    for (const FieldMapping &field : mapping.fields) {
        const QString value = shownLine(address, field.id);
        if (field.kind == FieldKind::Label || value.isEmpty())
            continue;
        if (!line.isEmpty())
            line += isPrefix ? QStringLiteral(" ") : QStringLiteral(", ");
        line += wording::isolatedIfRightToLeft(value);
        isPrefix = field.kind == FieldKind::Number || field.kind == FieldKind::PostalCode;
    }
    return line;
}

QString addressLabel(const SchemaMapping &mapping, const FieldValues &address)
{
    return shownLine(address, mapping.labelField());
}

} // namespace addressdesk
