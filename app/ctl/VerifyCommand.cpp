#include "app/ctl/AddressLookUp.h"
#include "app/ctl/CommandContext.h"
#include "app/ctl/Commands.h"
#include "app/ctl/CtlText.h"
#include "app/ctl/JsonShapes.h"
#include "models/storage/SchemaInitialiser.h"
#include "models/storage/Verifier.h"
#include "models/wording/Sentences.h"

#include <QJsonArray>
#include <QLocale>

namespace addressdesk {

namespace {

using Kind = StreamDifference::Kind;

QString differenceText(const StreamDifference &difference, const SchemaMapping &mapping)
{
    switch (difference.kind) {
    case Kind::ValueDrift:
        return CtlText::tr("the row's field “%1” differs from the history")
            .arg(wording::fieldTitle(mapping, difference.field));
    case Kind::RowMissing:
        return CtlText::tr("the row is missing, though the history knows of no deletion");
    case Kind::RowUnexpected:
        return CtlText::tr("there is a row, though the history says that it was deleted");
    case Kind::VersionGap:
        return CtlText::tr("version %1 does not follow the one before").arg(difference.streamVersion);
    case Kind::HashMismatch:
        return CtlText::tr("version %1 does not match its check sum").arg(difference.streamVersion);
    }
    Q_UNREACHABLE();
}

QStringList guardLines(const QList<SchemaStep> &missing)
{
    QStringList lines;
    for (const SchemaStep &guard : missing)
        lines.append(
            CtlText::tr("%1, which guards the history or its mails, is gone, switched off, changed or made "
                        "for other tables. “address-deskctl init” renews it.")
                .arg(guard.name));
    return lines;
}

QJsonArray guardNames(const QList<SchemaStep> &missing)
{
    QJsonArray names;
    for (const SchemaStep &guard : missing)
        names.append(guard.name);
    return names;
}

void tellSummary(Output &output, const VerifyReport &report, const QList<SchemaStep> &missingGuards)
{
    const QLocale locale;
    const QString events = CtlText::tr("%Ln event(s)", nullptr, static_cast<int>(report.eventCount));
    const QString histories = CtlText::tr("%Ln history(s)", nullptr, static_cast<int>(report.streamCount));
    const QString addresses = CtlText::tr("%Ln address(es)", nullptr, static_cast<int>(report.addressCount));
    //: %1 for example "4 events", %2 "1 history", %3 "1 address"
    QStringList lines{CtlText::tr("Checked %1 of %2 against %3.").arg(events, histories, addresses)};
    if (report.differenceCount > report.differences.size())
        lines.append(CtlText::tr("Only the first %1 differences are listed.")
                         .arg(locale.toString(report.differences.size())));
    if (!report.isClean())
        lines.append(CtlText::tr("%n difference(s).", nullptr, static_cast<int>(report.differenceCount)));
    else
        lines.append(missingGuards.isEmpty() ? CtlText::tr("No differences.")
                                             : CtlText::tr("No differences in the histories."));
    lines += guardLines(missingGuards);
    output.answer({{QStringLiteral("missingGuards"), guardNames(missingGuards)},
                   {QStringLiteral("events"), report.eventCount},
                   {QStringLiteral("streams"), report.streamCount},
                   {QStringLiteral("addresses"), report.addressCount},
                   {QStringLiteral("differences"), report.differenceCount}},
                  lines);
}

} // namespace

CommandResult runVerify(const CommandContext &context)
{
    DeskDatabase::Options options;
    options.isReadOnly = true;
    options.hasTimeLimit = false;
    const auto database = context.open(options);
    if (!database)
        return tl::unexpected(database.error());

    Verifier verifier((*database)->connection(), (*database)->mapping());
    const QStringList &addresses = context.arguments.positional();
    const Result<VerifyReport> report =
        addresses.isEmpty() ? verifier.verify() : verifier.verify(addresses.first());
    if (!report && report.error().code == ErrorCode::NotFound && !addresses.isEmpty())
        return tl::unexpected(AddressLookUp::unknown(addresses.first()));
    if (!report)
        return (*database)->refused(report.error());
    const auto guards = SchemaInitialiser((*database)->connection(), SchemaMapping::native()).missingGuards();
    if (!guards)
        return (*database)->refused(guards.error());
    QList<QStringList> rows;
    for (const StreamDifference &difference : report->differences) {
        context.output.object(json::difference(difference));
        rows.append({difference.streamId, differenceText(difference, (*database)->mapping())});
    }
    context.output.lines(CtlText::aligned(rows));
    tellSummary(context.output, *report, *guards);
    return report->isClean() && guards->isEmpty() ? ExitStatus::Success : ExitStatus::Refused;
}

} // namespace addressdesk
