#include "app/ctl/ChangeAnswer.h"
#include "app/ctl/CommandContext.h"
#include "app/ctl/Commands.h"
#include "app/ctl/CtlText.h"
#include "models/storage/ChangeRecorder.h"
#include "models/wording/CustomerSentences.h"

#include <QFile>

#include <cstdio>
#include <cstdlib>

namespace addressdesk {

namespace {

/// The first line of standard input, so that a secret is in no list of processes.
QString lineOfStandardInput()
{
    constexpr qint64 longestLine = 1024;
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return {};
    return QString::fromUtf8(input.readLine(longestLine)).trimmed();
}

tl::expected<RevertRequest, Refusal> requestOf(const Arguments &arguments)
{
    using Target = RevertRequest::Target;
    struct Named
    {
        QString option;
        Target target;
    };
    const QList<Named> named{{QStringLiteral("save"), Target::Save},
                             {QStringLiteral("token"), Target::Token},
                             {QStringLiteral("code"), Target::Code}};
    RevertRequest request;
    request.overrideLaterChanges = arguments.has(QStringLiteral("override"));
    qsizetype targets = arguments.positional().size();
    for (const Named &one : named) {
        if (const auto text = arguments.value(one.option)) {
            request.target = one.target;
            request.text = *text;
            ++targets;
        }
    }
    request.reason = arguments.value(QStringLiteral("reason"));
    if (!request.reason && request.target == Target::Code)
        request.reason = wording::reasonOfCode();
    if (targets != 1)
        return tl::unexpected(
            wrongUsage(CtlText::tr("Set back what? Give one of EVENT, --save, --token and --code.")));
    if (request.overrideLaterChanges && (request.target == Target::Token || request.target == Target::Code))
        return tl::unexpected(
            wrongUsage(CtlText::tr("A customer's token or code cannot override later changes.")));
    if (request.target == Target::Event) {
        bool isNumber = false;
        request.sequenceNum = arguments.positional().first().toLongLong(&isNumber);
        if (!isNumber || request.sequenceNum <= 0)
            return tl::unexpected(wrongUsage(CtlText::tr("EVENT is the number of an event in the history.")));
    }
    return request;
}

Refusal unknownTarget(const RevertRequest &request)
{
    QString message;
    switch (request.target) {
    case RevertRequest::Target::Event:
        message = CtlText::tr("There is no event of this number. Nothing was written.");
        break;
    case RevertRequest::Target::Save:
        message = CtlText::tr("There is no save of this id. Nothing was written.");
        break;
    case RevertRequest::Target::Token:
    case RevertRequest::Target::Code:
        message = CtlText::tr("No change is known by this token or code. Nothing was written.");
        break;
    }
    return {ExitStatus::Refused, errorCodeName(ErrorCode::NotFound), message, {}};
}

/// Which of the changes the customer means only the address tells.
Refusal ambiguousCode()
{
    return {ExitStatus::Refused,
            errorCodeName(ErrorCode::InvalidArgument),
            CtlText::tr("This code fits several changes, which is very rare. Nothing was written. Find the "
                        "change in its address's “history”, and set it back by its EVENT."),
            {}};
}

/// What the database did, in this command's own words where it has better ones.
std::optional<Refusal> refusalOfTarget(const RevertRequest &request, const Result<RevertOutcome> &outcome)
{
    if (!outcome && outcome.error().code == ErrorCode::NotFound)
        return unknownTarget(request);
    if (!outcome && outcome.error().code == ErrorCode::InvalidArgument &&
        request.target == RevertRequest::Target::Code)
        return ambiguousCode();
    return std::nullopt;
}

} // namespace

CommandResult runRevert(const CommandContext &context)
{
    auto request = requestOf(context.arguments);
    if (!request)
        return tl::unexpected(request.error());
    if (request->target == RevertRequest::Target::Token && request->text == u"-") {
        // Whoever waits at a terminal may think better of it; nothing has begun.
        context.interruption.setHandler([&context] {
            context.output.refuse(refusalOf({ErrorCode::Cancelled, {}, {}}, nullptr));
            (void)context.output.flush();
            std::_Exit(static_cast<int>(ExitStatus::Refused));
        });
        request->text = lineOfStandardInput();
        context.interruption.setHandler({});
        if (request->text.isEmpty())
            return tl::unexpected(wrongUsage(CtlText::tr("Standard input holds no token.")));
    }
    const auto database = context.open();
    if (!database)
        return tl::unexpected(database.error());
    ChangeRecorder recorder((*database)->connection(), (*database)->mapping(), (*database)->actor());
    const Result<RevertOutcome> outcome = recorder.revert(*request);
    if (const auto refusal = refusalOfTarget(*request, outcome))
        return tl::unexpected(*refusal);
    const bool isOperators =
        request->target == RevertRequest::Target::Event || request->target == RevertRequest::Target::Save;
    return ChangeAnswer(context, **database)
        .tell(outcome, isOperators ? ChangeAnswer::Override::Possible : ChangeAnswer::Override::NotPossible);
}

} // namespace addressdesk
