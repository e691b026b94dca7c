#pragma once

#include "models/domain/DatabaseUrl.h"

#include <QStringList>

#include <optional>

namespace addressdesk {

/// What the command line asks the window for.
struct DeskOptions
{
    std::optional<DatabaseUrl> database;
    bool isSample = false;
    QString tourFolder; ///< --tour: where its pictures go.

    /// What to print instead of opening a window: help, the version or what is wrong with the command line.
    QString answer;
    int exitStatus = 0; ///< With an answer: 0, or 2 for wrong usage.

    [[nodiscard]] static DeskOptions parse(const QStringList &arguments);

    /// What another running program is asked to open, as one line; and back. Nothing is an empty line.
    [[nodiscard]] QString toMessage() const;
    [[nodiscard]] static DeskOptions fromMessage(const QString &message);
};

} // namespace addressdesk
