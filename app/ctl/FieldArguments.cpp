#include "app/ctl/FieldArguments.h"

#include "app/ctl/CtlText.h"

namespace addressdesk::fieldArguments {

namespace {

tl::expected<void, Refusal> add(FieldValues &values, const QString &field, const FieldValue &value,
                                const SchemaMapping &mapping)
{
    if (const auto known = check(field, mapping); !known)
        return known;
    if (values.contains(field))
        return tl::unexpected(wrongUsage(CtlText::tr("The field “%1” is given twice.").arg(field)));
    values.insert(field, value);
    return {};
}

} // namespace

tl::expected<void, Refusal> check(const QString &field, const SchemaMapping &mapping)
{
    if (mapping.field(field))
        return {};
    return tl::unexpected(wrongUsage(CtlText::tr("There is no field “%1”. The fields are: %2.")
                                         .arg(field, mapping.fieldIds().join(QStringLiteral(", ")))));
}

tl::expected<FieldValues, Refusal> parse(const QStringList &words, const SchemaMapping &mapping)
{
    FieldValues values;
    for (const QString &word : words) {
        const qsizetype equals = word.indexOf(u'=');
        if (equals < 0)
            return tl::unexpected(wrongUsage(CtlText::tr("“%1” is not of the form FIELD=VALUE.").arg(word)));
        // Never a null text, which would stand for NULL.
        const QString value = equals + 1 < word.size() ? word.sliced(equals + 1) : QStringLiteral("");
        if (const auto added = add(values, word.first(equals), value, mapping); !added)
            return tl::unexpected(added.error());
    }
    return values;
}

tl::expected<FieldValues, Refusal> written(const Arguments &arguments, const SchemaMapping &mapping)
{
    auto values = parse(arguments.positional().sliced(1), mapping);
    const QStringList nulls = arguments.values(QStringLiteral("null"));
    for (auto it = nulls.cbegin(); values && it != nulls.cend(); ++it) {
        if (const auto added = add(*values, *it, std::nullopt, mapping); !added)
            return tl::unexpected(added.error());
    }
    return values;
}

tl::expected<FieldValues, Refusal> expected(const Arguments &arguments, const SchemaMapping &mapping)
{
    return parse(arguments.values(QStringLiteral("expect")), mapping);
}

} // namespace addressdesk::fieldArguments
