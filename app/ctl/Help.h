#pragma once

#include "app/ctl/Command.h"

#include <QStringList>

namespace addressdesk::help {

/// What the program can do.
[[nodiscard]] QStringList ofProgram();
[[nodiscard]] QStringList ofCommand(const Command &command);

} // namespace addressdesk::help
