#pragma once

#include "app/ctl/Refusal.h"

#include <QList>
#include <QString>

#include <functional>

namespace addressdesk {

struct CommandContext;

/// An option of a command or of the program.
struct OptionSpec
{
    enum class Takes {
        Nothing,
        OneValue,
        OneValueEach,   ///< May be given more than once.
        OneOrMoreFields ///< FIELD=VALUE; all that follow as well once the command has its own.
    };

    QString name; ///< Without the dashes.
    Takes takes = Takes::OneValue;
    QString valueName; ///< For the help, for example "N".
    QString help;
    QChar letter = {}; ///< Of its short form, for example 'h' for -h; null when it has none.
};

/// One command of the program: what it is called, what it takes and what does it.
struct Command
{
    QString name;
    QString
        synopsis; ///< All its arguments and options, for example "TEXT [--limit N]"; may have several lines.
    QString summary; ///< One sentence.
    QString help;    ///< More, in paragraphs; may be empty.
    int leastArguments = 0;
    int mostArguments = 0; ///< −1 for any number.
    QList<OptionSpec> options;
    std::function<CommandResult(const CommandContext &)> run;
};

/// All commands, in the order in which the help lists them.
[[nodiscard]] const QList<Command> &allCommands();
/// Options that every command has.
[[nodiscard]] const QList<OptionSpec> &commonOptions();

} // namespace addressdesk
