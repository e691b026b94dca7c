#include "models/domain/SchemaMapping.h"

#include <QtGlobal>

#include <algorithm>

namespace addressdesk {

namespace {

QString firstOfKind(const QList<FieldMapping> &fields, FieldKind kind)
{
    const auto found = std::find_if(fields.cbegin(), fields.cend(),
                                    [kind](const FieldMapping &field) { return field.kind == kind; });
    return found == fields.cend() ? QString() : found->id;
}

} // namespace

SchemaMapping SchemaMapping::native()
{
    SchemaMapping mapping;
    mapping.addressTable = QStringLiteral("addresses");
    mapping.addressKey = QStringLiteral("id");
    mapping.addressCustomer = QStringLiteral("user_id");
    mapping.customerTable = QStringLiteral("users");
    mapping.customerKey = QStringLiteral("id");
    mapping.customerFirstName = QStringLiteral("first_name");
    mapping.customerLastName = QStringLiteral("last_name");
    mapping.customerEmail = QStringLiteral("email");
    mapping.customerLanguage = QStringLiteral("language");
    mapping.fields = {
        {QStringLiteral("label"), QStringLiteral("label"),
         QStringLiteral(QT_TRANSLATE_NOOP("SchemaMapping", "Label")), FieldKind::Label},
        {QStringLiteral("streetNumber"), QStringLiteral("street_number"),
         QStringLiteral(QT_TRANSLATE_NOOP("SchemaMapping", "No.")), FieldKind::Number},
        {QStringLiteral("streetName"), QStringLiteral("street_name"),
         QStringLiteral(QT_TRANSLATE_NOOP("SchemaMapping", "Street")), FieldKind::Text},
        {QStringLiteral("zipCode"), QStringLiteral("zip_code"),
         QStringLiteral(QT_TRANSLATE_NOOP("SchemaMapping", "Postal code")), FieldKind::PostalCode},
        {QStringLiteral("city"), QStringLiteral("city"),
         QStringLiteral(QT_TRANSLATE_NOOP("SchemaMapping", "City")), FieldKind::Text},
        {QStringLiteral("country"), QStringLiteral("country"),
         QStringLiteral(QT_TRANSLATE_NOOP("SchemaMapping", "Country")), FieldKind::Country},
    };
    return mapping;
}

const FieldMapping *SchemaMapping::field(const QString &id) const
{
    const auto found =
        std::find_if(fields.cbegin(), fields.cend(), [&id](const FieldMapping &f) { return f.id == id; });
    return found == fields.cend() ? nullptr : &*found;
}

QString SchemaMapping::labelField() const
{
    return firstOfKind(fields, FieldKind::Label);
}

QString SchemaMapping::countryField() const
{
    return firstOfKind(fields, FieldKind::Country);
}

QStringList SchemaMapping::fieldIds() const
{
    QStringList ids;
    ids.reserve(fields.size());
    for (const FieldMapping &f : fields)
        ids.append(f.id);
    return ids;
}

SchemaMapping SchemaMapping::withoutLanguage() const
{
    SchemaMapping mapping = *this;
    mapping.customerLanguage.clear();
    return mapping;
}

SchemaMapping SchemaMapping::withColumns(const QStringList &columns) const
{
    SchemaMapping mapping = *this;
    mapping.fields.removeIf([&columns](const FieldMapping &f) { return !columns.contains(f.column); });
    return mapping;
}

} // namespace addressdesk
