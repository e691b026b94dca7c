#include "app/ctl/CommandContext.h"
#include "app/ctl/Commands.h"
#include "app/ctl/CtlText.h"
#include "app/sample/FillSample.h"
#include "models/wording/Sentences.h"

#include <QLocale>

#include <unistd.h>

namespace addressdesk {

namespace {

constexpr qint64 mostCustomers = 100'000'000;

tl::expected<SampleOptions, Refusal> optionsOf(const Arguments &arguments)
{
    SampleOptions options;
    const auto customers = arguments.number(QStringLiteral("customers"), 0, options.customers);
    if (!customers)
        return tl::unexpected(customers.error());
    if (*customers > mostCustomers)
        return tl::unexpected(wrongUsage(CtlText::tr("That many customers are no sample.")));
    const auto seed = arguments.number(QStringLiteral("seed"), 0, static_cast<qint64>(options.seed));
    if (!seed)
        return tl::unexpected(seed.error());
    options.customers = *customers;
    options.seed = static_cast<quint64>(*seed);
    return options;
}

/// Rewrites one line on a terminal, a line for each tenth in a file.
SampleProgress progressOn(const Output &output)
{
    if (output.isJson() || isatty(STDERR_FILENO) == 0)
        return {};
    return [](qint64 done, qint64 total) {
        const QString text =
            CtlText::tr("%1 of %2 customers").arg(QLocale().toString(done), QLocale().toString(total));
        std::fprintf(stderr, "\r%s%s", text.toUtf8().constData(), done == total ? "\n" : "");
    };
}

} // namespace

CommandResult runSample(const CommandContext &context)
{
    const auto sample = optionsOf(context.arguments);
    if (!sample)
        return tl::unexpected(sample.error());
    DeskDatabase::Options options;
    options.hasTimeLimit = false;
    const auto database = context.open(options);
    if (!database)
        return tl::unexpected(database.error());

    const Result<SampleCounts> counts =
        fillSample((*database)->connection(), (*database)->mapping(), *sample, progressOn(context.output),
                   &context.interruption.isRequested());
    if (!counts && counts.error().code == ErrorCode::InvalidArgument)
        return tl::unexpected(
            Refusal{ExitStatus::Refused, QStringLiteral("notEmpty"),
                    CtlText::tr("Sample data goes only into an empty database. Nothing was written."),
                    wording::technicalDetails(counts.error())});
    if (!counts)
        return (*database)->refused(counts.error());
    const QString customers = CtlText::tr("%Ln customer(s)", nullptr, static_cast<int>(counts->customers));
    const QString addresses = CtlText::tr("%Ln address(es)", nullptr, static_cast<int>(counts->addresses));
    const QString events = CtlText::tr("%Ln event(s)", nullptr, static_cast<int>(counts->events));
    //: %1 for example "1 customer", %2 "2 addresses", %3 "9 events"
    const QString line =
        CtlText::tr("Filled in %1 with %2 and %3 of history.").arg(customers, addresses, events);
    context.output.answer({{QStringLiteral("customers"), counts->customers},
                           {QStringLiteral("addresses"), counts->addresses},
                           {QStringLiteral("events"), counts->events}},
                          {line});
    return ExitStatus::Success;
}

} // namespace addressdesk
