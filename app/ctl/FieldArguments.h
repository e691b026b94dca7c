#pragma once

#include "app/ctl/Arguments.h"
#include "models/domain/Address.h"
#include "models/domain/SchemaMapping.h"

namespace addressdesk {

/// FIELD=VALUE words of a command line.
namespace fieldArguments {

/// The words as field values. Refusals: wrong usage for a word without "=", an unknown field or one that is
/// given twice.
[[nodiscard]] tl::expected<FieldValues, Refusal> parse(const QStringList &words,
                                                       const SchemaMapping &mapping);

/// The values that a command is to write: its arguments from the second on, and --null.
[[nodiscard]] tl::expected<FieldValues, Refusal> written(const Arguments &arguments,
                                                         const SchemaMapping &mapping);
/// The values of --expect.
[[nodiscard]] tl::expected<FieldValues, Refusal> expected(const Arguments &arguments,
                                                          const SchemaMapping &mapping);

/// Refusals: wrong usage for an unknown field.
[[nodiscard]] tl::expected<void, Refusal> check(const QString &field, const SchemaMapping &mapping);

} // namespace fieldArguments

} // namespace addressdesk
