#include "app/ctl/CommandContext.h"
#include "app/ctl/Commands.h"
#include "app/ctl/CtlText.h"
#include "app/ctl/JsonShapes.h"
#include "models/wording/SchemaWording.h"

#include <QFileInfo>
#include <QTemporaryDir>

#include <algorithm>

namespace addressdesk {

namespace {

DeskDatabase::Options initOptions(bool isDryRun)
{
    DeskDatabase::Options options;
    options.wants = DeskDatabase::Wants::Connection;
    options.hasTimeLimit = false;
    options.isReadOnly = isDryRun;
    options.mayCreateFile = !isDryRun;
    return options;
}

/// A file that init would create.
bool isNewFile(const DatabaseUrl &url)
{
    const QFileInfo file(url.file);
    return url.kind == DatabaseUrl::Kind::Sqlite && !file.exists() && QFileInfo(file.absolutePath()).isDir();
}

/// What init would do to a file that is not there: the same as to an empty one.
tl::expected<QList<SchemaStep>, Refusal> planOfNewFile()
{
    const QTemporaryDir folder;
    ConnectionOptions options;
    options.mayCreateFile = true;
    const auto connection =
        SqlConnection::open(DatabaseUrl::sqlite(folder.filePath(QStringLiteral("new.db"))), {}, options);
    if (!connection)
        return tl::unexpected(refusalOf(connection.error(), nullptr));
    const auto plan = SchemaInitialiser(**connection, SchemaMapping::native()).plan();
    if (!plan)
        return tl::unexpected(refusalOf(plan.error(), nullptr));
    return *plan;
}

tl::expected<QList<SchemaStep>, Refusal> initialised(const CommandContext &context, bool isDryRun)
{
    const auto url = DeskDatabase::urlOf(context.arguments);
    if (!url)
        return tl::unexpected(url.error());
    if (isDryRun && isNewFile(*url))
        return planOfNewFile();
    const auto database = context.open(initOptions(isDryRun));
    if (!database)
        return tl::unexpected(database.error());
    const SchemaInitialiser schema((*database)->connection(), SchemaMapping::native());
    const auto plan = schema.plan();
    if (!plan)
        return (*database)->refused(plan.error());
    if (!isDryRun) {
        if (const Done done = schema.apply(); !done)
            return (*database)->refused(done.error());
    }
    return *plan;
}

bool renewsGuards(const QList<SchemaStep> &plan)
{
    return std::any_of(plan.cbegin(), plan.cend(),
                       [](const SchemaStep &step) { return step.kind == SchemaStep::Kind::RenewGuard; });
}

} // namespace

CommandResult runInit(const CommandContext &context)
{
    const bool isDryRun = context.arguments.has(QStringLiteral("dry-run"));
    const auto plan = initialised(context, isDryRun);
    if (!plan)
        return tl::unexpected(plan.error());

    QStringList lines;
    if (plan->isEmpty())
        lines.append(CtlText::tr("Nothing to do: the tables are there."));
    else
        lines.append(isDryRun ? CtlText::tr("Would do:") : CtlText::tr("Done:"));
    for (const SchemaStep &step : *plan)
        lines.append(QStringLiteral("  ") + CtlText::visible(wording::schemaStep(step)));
    if (!isDryRun && renewsGuards(*plan))
        lines.append(
            CtlText::tr("“address-deskctl verify” tells what happened meanwhile and left a difference."));
    context.output.answer(
        {{QStringLiteral("dryRun"), isDryRun}, {QStringLiteral("steps"), json::schemaSteps(*plan)}}, lines);
    return ExitStatus::Success;
}

} // namespace addressdesk
