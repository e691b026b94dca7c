#include "ui/addresses/FieldOrder.h"

#include <algorithm>

namespace addressdesk::fieldOrder {

namespace {

int rank(const FieldMapping &field)
{
    if (field.kind == FieldKind::Label)
        return 0;
    return field.kind == FieldKind::Country ? 1 : 2;
}

bool belongTogether(const FieldMapping &first, const FieldMapping &second)
{
    if (rank(first) == 0)
        return rank(second) == 1;
    const bool isNarrow = first.kind == FieldKind::Number || first.kind == FieldKind::PostalCode;
    return isNarrow && rank(second) == 2;
}

} // namespace

QList<FieldMapping> forForms(QList<FieldMapping> fields)
{
    std::stable_sort(fields.begin(), fields.end(), [](const FieldMapping &first, const FieldMapping &second) {
        return rank(first) < rank(second);
    });
    return fields;
}

QList<QList<FieldMapping>> rows(const QList<FieldMapping> &fields)
{
    QList<QList<FieldMapping>> result;
    const QList<FieldMapping> ordered = forForms(fields);
    for (const FieldMapping &field : ordered) {
        if (!result.isEmpty() && result.last().size() == 1 && belongTogether(result.last().first(), field))
            result.last().append(field);
        else
            result.append({field});
    }
    return result;
}

} // namespace addressdesk::fieldOrder
