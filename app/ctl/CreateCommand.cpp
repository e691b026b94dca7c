#include "app/ctl/AddressLookUp.h"
#include "app/ctl/ChangeAnswer.h"
#include "app/ctl/CommandContext.h"
#include "app/ctl/Commands.h"
#include "app/ctl/CtlText.h"
#include "app/ctl/FieldArguments.h"
#include "models/storage/ChangeRecorder.h"

namespace addressdesk {

namespace {

tl::expected<Customer, Refusal> customerOf(const QString &user, const DeskDatabase &database)
{
    const Result<QList<Customer>> customers = AddressLookUp(database).customers(user);
    if (!customers)
        return database.refused(customers.error());
    if (customers->isEmpty())
        return tl::unexpected(
            Refusal{ExitStatus::Refused,
                    errorCodeName(ErrorCode::NotFound),
                    CtlText::tr("There is no customer “%1”. Nothing was written.").arg(user),
                    {}});
    if (customers->size() > 1)
        return tl::unexpected(
            Refusal{ExitStatus::Refused,
                    QStringLiteral("ambiguous"),
                    CtlText::tr("Several customers have the e-mail address “%1”: give the key of one. "
                                "Nothing was written.")
                        .arg(user),
                    {}});
    return customers->first();
}

} // namespace

CommandResult runCreate(const CommandContext &context)
{
    const auto database = context.open();
    if (!database)
        return tl::unexpected(database.error());
    const auto written = fieldArguments::written(context.arguments, (*database)->mapping());
    if (!written)
        return tl::unexpected(written.error());
    if (written->isEmpty())
        return tl::unexpected(wrongUsage(CtlText::tr("An address needs at least one FIELD=VALUE.")));
    const auto customer = customerOf(context.arguments.positional().first(), **database);
    if (!customer)
        return tl::unexpected(customer.error());
    ChangeRecorder recorder((*database)->connection(), (*database)->mapping(), (*database)->actor());
    return ChangeAnswer(context, **database)
        .tell(recorder.create(customer->id, *written, context.arguments.value(QStringLiteral("reason"))));
}

} // namespace addressdesk
