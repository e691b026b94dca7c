#include "models/items/AddressCells.h"

#include "models/domain/Paging.h"
#include "models/items/AddressTableModel.h"
#include "models/items/FieldsMissingAfterEdits.h"
#include "models/wording/DeliveryWording.h"
#include "models/wording/Sentences.h"

namespace addressdesk {

namespace {

QVariant variant(const FieldValue &value)
{
    return value ? QVariant(*value) : QVariant();
}

/// Of a refused text as much as a cell can show, with a mark for what would steer the line around it.
QString harmless(const QString &refused)
{
    constexpr qsizetype shownLength = 200;
    QString text = refused.left(shownLength);
    for (QChar &character : text) {
        if (!character.isPrint() || character.isSurrogate() || character.category() == QChar::Other_Format)
            character = QChar::ReplacementCharacter;
    }
    return text.size() < refused.size() ? text + u'…' : text;
}

} // namespace

int AddressCells::columnCount() const
{
    return AddressTableModel::FirstFieldColumn + static_cast<int>(m_mapping.fields.size());
}

QString AddressCells::columnId(int column) const
{
    switch (column) {
    case AddressTableModel::CustomerColumn:
        return columns::customer;
    case AddressTableModel::EmailColumn:
        return columns::email;
    default:
        break;
    }
    const int field = column - AddressTableModel::FirstFieldColumn;
    return field >= 0 && field < m_mapping.fields.size() ? m_mapping.fields[field].id : QString();
}

int AddressCells::columnOf(const QString &columnId) const
{
    for (int column = 0; column < columnCount(); ++column) {
        if (this->columnId(column) == columnId)
            return column;
    }
    return -1;
}

QString AddressCells::columnTitle(int column) const
{
    switch (column) {
    case AddressTableModel::CustomerColumn:
        return tr("Customer");
    case AddressTableModel::EmailColumn:
        return tr("E-mail");
    default:
        return wording::fieldTitle(m_mapping, columnId(column));
    }
}

FieldKind AddressCells::columnKind(int column) const
{
    const FieldMapping *field = m_mapping.field(columnId(column));
    return field ? field->kind : FieldKind::Text;
}

QVariant AddressCells::header(int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return columnTitle(column);
    default:
        return ofColumn(column, role);
    }
}

QVariant AddressCells::loading(int column, int role) const
{
    if (role == Qt::AccessibleTextRole)
        return tr("%1: loading").arg(columnTitle(column));
    return ofColumn(column, role);
}

QVariant AddressCells::ofColumn(int column, int role) const
{
    if (role == AddressTableModel::FieldIdRole)
        return column < AddressTableModel::FirstFieldColumn ? QString() : columnId(column);
    if (role == Qt::TextAlignmentRole) {
        const Qt::Alignment side = columnKind(column) == FieldKind::Number ? Qt::AlignRight : Qt::AlignLeft;
        return QVariant(side | Qt::AlignVCenter);
    }
    return {};
}

QVariant AddressCells::cell(const AddressRow &row, int column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return displayText(row, column);
    case Qt::EditRole:
    case AddressTableModel::SortRole:
        return shownText(shownValue(row, column));
    case AddressTableModel::AddressIdRole:
        return row.address.id;
    case Qt::AccessibleTextRole: {
        const QString said = accessibleText(row, column);
        const QString beside = doubt(row, columnId(column));
        return beside.isEmpty() ? said : said + QStringLiteral(". ") + beside;
    }
    default:
        break;
    }
    if (column >= AddressTableModel::FirstFieldColumn) {
        if (const QVariant value = ofField(row, columnId(column), role); value.isValid())
            return value;
    }
    return ofColumn(column, role);
}

QVariant AddressCells::ofField(const AddressRow &row, const QString &fieldId, int role) const
{
    const FieldValue stored = row.address.values.value(fieldId);
    const StagedEdits::Edit edit = m_edits.edit(row.address.id, fieldId);
    switch (role) {
    case AddressTableModel::IsEditedRole:
        return edit.has_value();
    case AddressTableModel::BaseValueRole:
        return variant(edit ? edit->base : stored);
    case AddressTableModel::StoredValueRole:
        return variant(stored);
    case AddressTableModel::IsOvertakenRole:
        return edit && stored != edit->base && stored != edit->edited;
    case AddressTableModel::IsRefusedRole:
        return edit && edit->problem;
    case Qt::ToolTipRole: {
        QStringList lines{edit ? toolTip(row, fieldId) : QString(), doubt(row, fieldId)};
        lines.removeAll(QString());
        return lines.isEmpty() ? QVariant() : QVariant(lines.join(u'\n'));
    }
    default:
        return {};
    }
}

/// That mail may not arrive when the edits are saved with this field empty; else empty.
QString AddressCells::doubt(const AddressRow &row, const QString &fieldId) const
{
    const StagedFields staged = m_edits.fields(row.address.id);
    if (!fieldsMissingAfterEdits(m_mapping, row.address.values, staged).contains(fieldId))
        return {};
    return wording::missingField(wording::fieldTitle(m_mapping, fieldId));
}

FieldValue AddressCells::shownValue(const AddressRow &row, int column) const
{
    switch (column) {
    case AddressTableModel::CustomerColumn:
        return wording::customerName(row.customer);
    case AddressTableModel::EmailColumn:
        return row.customer.email;
    default:
        break;
    }
    const QString fieldId = columnId(column);
    const StagedEdits::Edit edit = m_edits.edit(row.address.id, fieldId);
    return edit ? edit->edited : row.address.values.value(fieldId);
}

QString AddressCells::displayText(const AddressRow &row, int column) const
{
    const QString shown = shownText(shownValue(row, column));
    const StagedEdits::Edit edit = m_edits.edit(row.address.id, columnId(column));
    return edit && edit->problem ? harmless(shown) : shown;
}

QString AddressCells::accessibleText(const AddressRow &row, int column) const
{
    const QString shown = displayText(row, column);
    const QString title = columnTitle(column);
    const QString value = shown.isEmpty() ? tr("empty") : shown;
    const StagedEdits::Edit edit = m_edits.edit(row.address.id, columnId(column));
    if (!edit) {
        //: A cell for screen readers: %1 column, %2 value
        return tr("%1: %2").arg(title, value);
    }
    const QString base = edit->base && !edit->base->isEmpty() ? *edit->base : tr("empty");
    if (edit->problem) {
        //: A cell for screen readers: %1 column, %2 text that is refused, %3 value before the edit
        return tr("%1: %2, cannot be saved, was %3").arg(title, value, base);
    }
    //: A cell for screen readers: %1 column, %2 new value, %3 value before the edit
    return tr("%1: %2, edited, was %3").arg(title, value, base);
}

QString AddressCells::toolTip(const AddressRow &row, const QString &fieldId) const
{
    const StagedEdits::Edit edit = m_edits.edit(row.address.id, fieldId);
    const FieldValue stored = row.address.values.value(fieldId);
    if (edit->problem) {
        //: %1 is a sentence that says why, %2 a value in quotation marks
        return tr("Cannot be saved like this. %1 Was %2.")
            .arg(wording::sentence(*edit->problem, wording::fieldTitle(m_mapping, fieldId)),
                 wording::quotedValue(edit->base));
    }
    if (stored == edit->base || stored == edit->edited) {
        //: %1 is a value in quotation marks
        return tr("Not saved yet. Was %1.").arg(wording::quotedValue(edit->base));
    }
    return tr("Not saved yet. Was %1; somebody else has meanwhile changed it to %2.")
        .arg(wording::quotedValue(edit->base), wording::quotedValue(stored));
}

} // namespace addressdesk
