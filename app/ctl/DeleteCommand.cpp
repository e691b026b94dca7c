#include "app/ctl/AddressLookUp.h"
#include "app/ctl/ChangeAnswer.h"
#include "app/ctl/CommandContext.h"
#include "app/ctl/Commands.h"
#include "app/ctl/FieldArguments.h"
#include "models/storage/ChangeRecorder.h"

namespace addressdesk {

CommandResult runDelete(const CommandContext &context)
{
    const auto database = context.open();
    if (!database)
        return tl::unexpected(database.error());
    auto expected = fieldArguments::expected(context.arguments, (*database)->mapping());
    if (!expected)
        return tl::unexpected(expected.error());

    const ChangeAnswer answer(context, **database);
    const QString &addressId = context.arguments.positional().first();
    const Result<AddressRow> row = AddressLookUp(**database).address(addressId);
    if (!row && row.error().code == ErrorCode::NotFound)
        return tl::unexpected(answer.addressMissing(addressId));
    if (!row)
        return (*database)->refused(row.error());
    for (auto it = row->address.values.cbegin(); it != row->address.values.cend(); ++it) {
        if (!expected->contains(it.key()))
            expected->insert(it.key(), it.value());
    }
    ChangeRecorder recorder((*database)->connection(), (*database)->mapping(), (*database)->actor());
    return answer.tell(
        recorder.remove(row->address.id, *expected, context.arguments.value(QStringLiteral("reason"))));
}

CommandResult runRestore(const CommandContext &context)
{
    const auto database = context.open();
    if (!database)
        return tl::unexpected(database.error());
    ChangeRecorder recorder((*database)->connection(), (*database)->mapping(), (*database)->actor());
    const QString addressId = context.arguments.positional().first();
    const Result<RevertOutcome> outcome = recorder.restore(addressId);
    const AddressLookUp lookUp(**database);
    if (!outcome && outcome.error().code == ErrorCode::NotFound && !lookUp.address(addressId))
        return tl::unexpected(lookUp.absence(addressId));
    return ChangeAnswer(context, **database).tell(outcome);
}

} // namespace addressdesk
