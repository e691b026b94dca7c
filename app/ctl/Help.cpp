#include "app/ctl/Help.h"

#include "app/ctl/CtlText.h"

namespace addressdesk::help {

namespace {

QStringList indented(const QStringList &lines)
{
    QStringList result;
    for (const QString &line : lines)
        result.append(QStringLiteral("  ") + line);
    return result;
}

QStringList optionLines(const QList<OptionSpec> &options)
{
    QList<QStringList> rows;
    for (const OptionSpec &option : options) {
        const QString value = option.valueName.isEmpty() ? QString() : u' ' + option.valueName;
        const QString letter =
            option.letter.isNull() ? QString() : QStringLiteral("-%1, ").arg(option.letter);
        rows.append({letter + QStringLiteral("--") + option.name + value, option.help});
    }
    return indented(CtlText::aligned(rows));
}

} // namespace

QStringList ofProgram()
{
    QStringList lines{
        CtlText::tr("Usage: %1").arg(QStringLiteral("address-deskctl [--database URL] [--json] COMMAND …")),
        {},
        CtlText::tr("Looks up and corrects customers' addresses, with a history that can be set back."),
        {},
        CtlText::tr("Commands:")};
    QList<QStringList> rows;
    for (const Command &command : allCommands())
        rows.append({command.name, command.summary});
    lines += indented(CtlText::aligned(rows));
    lines += {QString(), CtlText::tr("Options:")};
    lines += optionLines(commonOptions());
    lines += {QString(), CtlText::tr("Exit status:")};
    lines += indented(CtlText::aligned({{QStringLiteral("0"), CtlText::tr("done")},
                                        {QStringLiteral("1"), CtlText::tr("refused, the reason is told")},
                                        {QStringLiteral("2"), CtlText::tr("wrong usage")},
                                        {QStringLiteral("3"), CtlText::tr("the database cannot be used")}}));
    lines += {QString(), CtlText::tr("“address-deskctl COMMAND --help” tells about one command.")};
    return lines;
}

QStringList ofCommand(const Command &command)
{
    QString synopsis = QStringLiteral("address-deskctl [--database URL] [--json] ") + command.name;
    if (!command.synopsis.isEmpty())
        synopsis += u' ' + QString(command.synopsis).replace(u'\n', QStringLiteral("\n         "));
    QStringList lines = CtlText::tr("Usage: %1").arg(synopsis).split(u'\n');
    lines += {QString(), command.summary};
    if (!command.help.isEmpty())
        lines += QStringList{QString()} + command.help.split(u'\n');
    lines += {QString(), CtlText::tr("Options:")};
    lines += optionLines(command.options + commonOptions());
    return lines;
}

} // namespace addressdesk::help
