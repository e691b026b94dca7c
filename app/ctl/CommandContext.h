#pragma once

#include "app/ctl/Arguments.h"
#include "app/ctl/DeskDatabase.h"
#include "app/ctl/Interruption.h"
#include "app/ctl/Output.h"

namespace addressdesk {

/// What a command works with.
struct CommandContext
{
    const Arguments &arguments;
    Output &output;
    Interruption &interruption;

    [[nodiscard]] tl::expected<std::unique_ptr<DeskDatabase>, Refusal>
    open(const DeskDatabase::Options &options = {}) const
    {
        return DeskDatabase::open(arguments, interruption, options);
    }
    [[nodiscard]] tl::expected<std::unique_ptr<DeskDatabase>, Refusal> openForReading() const
    {
        DeskDatabase::Options options;
        options.isReadOnly = true;
        return open(options);
    }
};

} // namespace addressdesk
