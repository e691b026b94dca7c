#include "ui/addresses/UsualColumns.h"

#include "models/items/AddressTableModel.h"

namespace addressdesk::usualColumns {

int characters(int column, FieldKind kind)
{
    switch (column) {
    case AddressTableModel::CustomerColumn:
        return 20;
    case AddressTableModel::EmailColumn:
        return 24;
    default:
        break;
    }
    switch (kind) {
    case FieldKind::Number:
        return 8;
    case FieldKind::PostalCode:
        return 13;
    case FieldKind::Country:
        return 15;
    case FieldKind::Text:
    case FieldKind::Label:
        return 18;
    }
    Q_UNREACHABLE();
}

QString shortSample(FieldKind kind)
{
    switch (kind) {
    case FieldKind::Number:
        return QStringLiteral("0000bis");
    case FieldKind::PostalCode:
        return QStringLiteral("AA00 0AA");
    case FieldKind::Country:
    case FieldKind::Text:
    case FieldKind::Label:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace addressdesk::usualColumns
