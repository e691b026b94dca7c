#pragma once

#include "models/domain/SchemaStep.h"

#include <QList>

namespace addressdesk::wording {

/// A step in the person's language, for a list: "create table events".
[[nodiscard]] QString schemaStep(const SchemaStep &step);

/// All steps, a line each.
[[nodiscard]] QString schemaSteps(const QList<SchemaStep> &steps);

} // namespace addressdesk::wording
