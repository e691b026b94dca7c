#include "app/ctl/AddressLookUp.h"
#include "app/ctl/ChangeAnswer.h"
#include "app/ctl/CommandContext.h"
#include "app/ctl/Commands.h"
#include "app/ctl/CtlText.h"
#include "app/ctl/FieldArguments.h"
#include "app/ctl/JsonShapes.h"
#include "models/wording/TimeWording.h"

#include <limits>

namespace addressdesk {

namespace {

constexpr int pageSize = 10000;

/// The line above the events of one save.
QString saveLine(const Event &event)
{
    QString line = wording::exactTime(event.occurredAtTime()) + QStringLiteral("  ") + event.actor;
    if (event.reason)
        line += QStringLiteral("  ") + CtlText::tr("“%1”").arg(*event.reason);
    return CtlText::visible(line + QStringLiteral("  ") + CtlText::tr("(save %1)").arg(event.changeId));
}

/// Events, newest first, grouped by their saves.
void tell(Output &output, const QList<HistoryEntry> &entries, const SchemaMapping &mapping)
{
    for (qsizetype start = 0; start < entries.size();) {
        qsizetype end = start;
        while (end < entries.size() && entries[end].event.changeId == entries[start].event.changeId)
            output.object(json::event(entries[end++]));
        output.lines({saveLine(entries[start].event)});
        output.lines(ChangeAnswer::eventLines(entries.sliced(start, end - start), mapping));
        start = end;
    }
}

} // namespace

CommandResult runHistory(const CommandContext &context)
{
    const auto limit =
        context.arguments.number(QStringLiteral("limit"), 1, std::numeric_limits<qint64>::max());
    if (!limit)
        return tl::unexpected(limit.error());
    const auto database = context.openForReading();
    if (!database)
        return tl::unexpected(database.error());
    HistoryRequest request;
    request.addressId = context.arguments.positional().first();
    request.field = context.arguments.value(QStringLiteral("field")).value_or(QString());
    request.limit = static_cast<int>(std::min<qint64>(*limit, pageSize));
    if (!request.field.isEmpty()) {
        if (const auto known = fieldArguments::check(request.field, (*database)->mapping()); !known)
            return tl::unexpected(known.error());
    }

    qint64 told = 0;
    Result<History> page = AddressLookUp(**database).history(request);
    while (page && !page->entries.isEmpty()) {
        tell(context.output, page->entries.first(std::min<qint64>(page->entries.size(), *limit - told)),
             (*database)->mapping());
        told += page->entries.size();
        if (!page->hasMore || told >= *limit)
            break;
        request.beforeVersion = page->entries.last().event.streamVersion;
        page = AddressLookUp(**database).history(request);
    }
    // With a field, no event may only mean none of this field.
    const bool mayBeUnknown = page && page->isDeleted && told == 0;
    if (mayBeUnknown && !request.field.isEmpty())
        page = AddressLookUp(**database).history({request.addressId, {}, 0, 1});
    if (!page && page.error().code == ErrorCode::NotFound)
        return tl::unexpected(AddressLookUp::unknown(request.addressId));
    if (!page)
        return (*database)->refused(page.error());
    if (told == 0)
        context.output.lines({CtlText::tr("Nothing has been recorded of this address.")});
    return ExitStatus::Success;
}

} // namespace addressdesk
