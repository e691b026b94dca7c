#pragma once

#include "models/domain/SchemaMapping.h"

namespace addressdesk::fieldOrder {

/// The order in which a form shows fields: label and country first, because they decide what the rest looks
/// like.
[[nodiscard]] QList<FieldMapping> forForms(QList<FieldMapping> fields);

/// The fields of one row of a form: label beside country, a number before its street, a postal code before
/// its town.
[[nodiscard]] QList<QList<FieldMapping>> rows(const QList<FieldMapping> &fields);

} // namespace addressdesk::fieldOrder
