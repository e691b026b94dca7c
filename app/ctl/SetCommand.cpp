#include "app/ctl/AddressLookUp.h"
#include "app/ctl/ChangeAnswer.h"
#include "app/ctl/CommandContext.h"
#include "app/ctl/Commands.h"
#include "app/ctl/CtlText.h"
#include "app/ctl/FieldArguments.h"
#include "models/storage/ChangeRecorder.h"

namespace addressdesk {

namespace {

/// Expectations that the save itself would not check, because their fields do not change.
QList<FieldConflict> brokenExpectations(const FieldValues &expected, const FieldValues &written,
                                        const FieldValues &row)
{
    QList<FieldConflict> conflicts;
    for (auto it = expected.cbegin(); it != expected.cend(); ++it) {
        const FieldValue now = row.value(it.key());
        const FieldValue mine = written.value(it.key(), it.value());
        if (now != it.value() && mine == it.value())
            conflicts.append({it.key(), it.value(), now, mine});
    }
    return conflicts;
}

SaveRequest requestOf(const AddressRow &row, const FieldValues &expected, const FieldValues &written,
                      const Arguments &arguments)
{
    SaveRequest request{row.address.id, {}, arguments.value(QStringLiteral("reason"))};
    for (auto it = written.cbegin(); it != written.cend(); ++it)
        request.edits.append(
            {it.key(), expected.value(it.key(), row.address.values.value(it.key())), it.value()});
    return request;
}

} // namespace

CommandResult runSet(const CommandContext &context)
{
    const auto database = context.open();
    if (!database)
        return tl::unexpected(database.error());
    const SchemaMapping &mapping = (*database)->mapping();
    const auto written = fieldArguments::written(context.arguments, mapping);
    if (!written)
        return tl::unexpected(written.error());
    if (written->isEmpty())
        return tl::unexpected(wrongUsage(CtlText::tr("Set what? Give FIELD=VALUE.")));
    const auto expected = fieldArguments::expected(context.arguments, mapping);
    if (!expected)
        return tl::unexpected(expected.error());

    const ChangeAnswer answer(context, **database);
    const QString &addressId = context.arguments.positional().first();
    const Result<AddressRow> row = AddressLookUp(**database).address(addressId);
    if (!row && row.error().code == ErrorCode::NotFound)
        return tl::unexpected(answer.addressMissing(addressId));
    if (!row)
        return (*database)->refused(row.error());
    const QList<FieldConflict> broken = brokenExpectations(*expected, *written, row->address.values);
    if (!broken.isEmpty())
        return tl::unexpected(ChangeAnswer::conflict(broken, mapping));
    ChangeRecorder recorder((*database)->connection(), mapping, (*database)->actor());
    return answer.tell(recorder.save(requestOf(*row, *expected, *written, context.arguments)));
}

} // namespace addressdesk
