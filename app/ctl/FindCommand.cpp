#include "app/ctl/AddressLookUp.h"
#include "app/ctl/CommandContext.h"
#include "app/ctl/Commands.h"
#include "app/ctl/CtlText.h"
#include "app/ctl/JsonShapes.h"
#include "models/wording/Sentences.h"

namespace addressdesk {

namespace {

constexpr qint64 usualLimit = 50;
constexpr qint64 highestLimit = 1'000'000;

QStringList cells(const AddressRow &row, const SchemaMapping &mapping)
{
    QStringList texts{row.address.id, wording::customerName(row.customer), shownText(row.customer.email)};
    for (const FieldMapping &field : mapping.fields)
        texts.append(shownText(row.address.values.value(field.id)));
    return texts;
}

QStringList describing(const AddressRow &row, const SchemaMapping &mapping)
{
    QList<QStringList> rows{{CtlText::tr("Address"), row.address.id}};
    if (!row.address.customerId.isEmpty()) {
        rows.append({CtlText::tr("Customer"), wording::customerName(row.customer)});
        rows.append({CtlText::tr("E-mail"), shownText(row.customer.email)});
        rows.append({CtlText::tr("Customer's key"), row.address.customerId});
    }
    for (const FieldMapping &field : mapping.fields) {
        const FieldValue value = row.address.values.value(field.id);
        //: in place of a value: %1 is "no value" or "empty"
        const QString absence = CtlText::tr("(%1)").arg(wording::quotedValue(value));
        rows.append({wording::fieldTitle(mapping, field.id), value && !value->isEmpty() ? *value : absence});
    }
    return CtlText::aligned(rows);
}

} // namespace

CommandResult runFind(const CommandContext &context)
{
    const auto limit = context.arguments.number(QStringLiteral("limit"), 1, usualLimit);
    if (!limit)
        return tl::unexpected(limit.error());
    const auto database = context.openForReading();
    if (!database)
        return tl::unexpected(database.error());
    const QString text = context.arguments.positional().join(u' ');
    const auto found = AddressLookUp(**database).find(text, static_cast<int>(std::min(*limit, highestLimit)));
    if (!found)
        return (*database)->refused(found.error());

    QList<QStringList> rows;
    for (const AddressRow &row : found->rows) {
        context.output.object(json::address(row));
        rows.append(cells(row, (*database)->mapping()));
    }
    context.output.lines(CtlText::aligned(rows));
    if (found->rows.isEmpty())
        context.output.note(CtlText::tr("No address matches."));
    else if (!found->isEnd)
        context.output.caution(CtlText::tr("There are more: raise --limit, or give more words."));
    return ExitStatus::Success;
}

CommandResult runShow(const CommandContext &context)
{
    const auto database = context.openForReading();
    if (!database)
        return tl::unexpected(database.error());
    const QString &addressId = context.arguments.positional().first();
    const AddressLookUp lookUp(**database);
    const Result<AddressRow> row = lookUp.address(addressId);
    if (!row && row.error().code == ErrorCode::NotFound)
        return tl::unexpected(lookUp.absence(addressId));
    if (!row)
        return (*database)->refused(row.error());
    context.output.answer(json::address(*row), describing(*row, (*database)->mapping()));
    return ExitStatus::Success;
}

} // namespace addressdesk
