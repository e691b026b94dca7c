#include "app/ctl/CommandContext.h"
#include "app/ctl/Commands.h"
#include "app/ctl/CtlText.h"
#include "app/sample/FillSample.h"

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
                    counts.error().detail});
    if (!counts)
        return (*database)->refused(counts.error());
    const QLocale locale;
    context.output.answer({{QStringLiteral("customers"), counts->customers},
                           {QStringLiteral("addresses"), counts->addresses},
                           {QStringLiteral("events"), counts->events}},
                          {CtlText::tr("Filled in %1 customers with %2 addresses and %3 events of history.")
                               .arg(locale.toString(counts->customers), locale.toString(counts->addresses),
                                    locale.toString(counts->events))});
    return ExitStatus::Success;
}

} // namespace addressdesk
