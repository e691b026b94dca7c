#pragma once

#include "app/ctl/Refusal.h"

namespace addressdesk {

struct CommandContext;

[[nodiscard]] CommandResult runInit(const CommandContext &context);
[[nodiscard]] CommandResult runSample(const CommandContext &context);
[[nodiscard]] CommandResult runFind(const CommandContext &context);
[[nodiscard]] CommandResult runShow(const CommandContext &context);
[[nodiscard]] CommandResult runSet(const CommandContext &context);
[[nodiscard]] CommandResult runCreate(const CommandContext &context);
[[nodiscard]] CommandResult runDelete(const CommandContext &context);
[[nodiscard]] CommandResult runRestore(const CommandContext &context);
[[nodiscard]] CommandResult runHistory(const CommandContext &context);
[[nodiscard]] CommandResult runRevert(const CommandContext &context);
[[nodiscard]] CommandResult runSettings(const CommandContext &context);
[[nodiscard]] CommandResult runServe(const CommandContext &context);
[[nodiscard]] CommandResult runVerify(const CommandContext &context);

} // namespace addressdesk
