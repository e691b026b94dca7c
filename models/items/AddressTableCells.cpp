// What AddressTableModel shows: cells, headers and their words.
#include "models/items/AddressTableModel.h"

#include "models/items/DeliverableEdits.h"
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

/// That mail may not arrive when the edits are saved with this field empty; else empty.
QString doubt(const SchemaMapping &mapping, const AddressRow &row, const StagedEdits &edits,
              const QString &fieldId)
{
    const StagedFields staged = edits.fields(row.address.id);
    if (!deliverable::missingAfter(mapping, row.address.values, staged).contains(fieldId))
        return {};
    return wording::missingField(wording::fieldTitle(mapping, fieldId));
}

} // namespace

QString AddressTableModel::columnId(int column) const
{
    switch (column) {
    case CustomerColumn:
        return columns::customer;
    case EmailColumn:
        return columns::email;
    default:
        break;
    }
    const int field = column - FirstFieldColumn;
    return field >= 0 && field < m_mapping.fields.size() ? m_mapping.fields[field].id : QString();
}

int AddressTableModel::columnOf(const QString &columnId) const
{
    for (int column = 0; column < columnCount(); ++column) {
        if (this->columnId(column) == columnId)
            return column;
    }
    return -1;
}

QString AddressTableModel::columnTitle(int column) const
{
    switch (column) {
    case CustomerColumn:
        return tr("Customer");
    case EmailColumn:
        return tr("E-mail");
    default:
        return wording::fieldTitle(m_mapping, columnId(column));
    }
}

FieldKind AddressTableModel::columnKind(int column) const
{
    const FieldMapping *field = m_mapping.field(columnId(column));
    return field ? field->kind : FieldKind::Text;
}

QVariant AddressTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return columnTitle(section);
    default:
        return dataOfColumn(section, role);
    }
}

QVariant AddressTableModel::dataOfColumn(int column, int role) const
{
    if (role == FieldIdRole)
        return column < FirstFieldColumn ? QString() : columnId(column);
    if (role == Qt::TextAlignmentRole) {
        const Qt::Alignment side = columnKind(column) == FieldKind::Number ? Qt::AlignRight : Qt::AlignLeft;
        return QVariant(side | Qt::AlignVCenter);
    }
    return {};
}

/// The row, asking for its page when it is not here or out of date.
const AddressRow *AddressTableModel::wantedRow(int row) const
{
    const int page = AddressPageCache::pageOf(row);
    if (!m_pages.contains(page) || (m_pages.isStale(page) && !m_typing))
        m_fetcher.wantPage(page, m_pages.anchorBefore(page));
    return m_pages.use(row);
}

QVariant AddressTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const AddressRow *row = wantedRow(index.row());
    if (role == IsLoadingRole)
        return row == nullptr;
    if (!row)
        return role == Qt::AccessibleTextRole ? tr("%1: loading").arg(columnTitle(index.column()))
                                              : dataOfColumn(index.column(), role);
    switch (role) {
    case Qt::DisplayRole:
        return displayText(*row, index.column());
    case Qt::EditRole:
    case SortRole:
        return shownText(shownValue(*row, index.column()));
    case AddressIdRole:
        return row->address.id;
    case Qt::AccessibleTextRole: {
        const QString said = accessibleText(*row, index.column());
        const QString beside = doubt(m_mapping, *row, m_edits, columnId(index.column()));
        return beside.isEmpty() ? said : said + QStringLiteral(". ") + beside;
    }
    default:
        break;
    }
    if (index.column() >= FirstFieldColumn) {
        if (const QVariant value = dataOfField(*row, columnId(index.column()), role); value.isValid())
            return value;
    }
    return dataOfColumn(index.column(), role);
}

QVariant AddressTableModel::dataOfField(const AddressRow &row, const QString &fieldId, int role) const
{
    const FieldValue stored = row.address.values.value(fieldId);
    const StagedEdits::Edit edit = m_edits.edit(row.address.id, fieldId);
    switch (role) {
    case IsEditedRole:
        return edit.has_value();
    case BaseValueRole:
        return variant(edit ? edit->base : stored);
    case StoredValueRole:
        return variant(stored);
    case IsOvertakenRole:
        return edit && stored != edit->base && stored != edit->edited;
    case IsRefusedRole:
        return edit && edit->problem;
    case Qt::ToolTipRole: {
        QStringList lines{edit ? toolTip(row, fieldId) : QString(), doubt(m_mapping, row, m_edits, fieldId)};
        lines.removeAll(QString());
        return lines.isEmpty() ? QVariant() : QVariant(lines.join(u'\n'));
    }
    default:
        return {};
    }
}

FieldValue AddressTableModel::shownValue(const AddressRow &row, int column) const
{
    switch (column) {
    case CustomerColumn:
        return wording::customerName(row.customer);
    case EmailColumn:
        return row.customer.email;
    default:
        break;
    }
    const QString fieldId = columnId(column);
    const StagedEdits::Edit edit = m_edits.edit(row.address.id, fieldId);
    return edit ? edit->edited : row.address.values.value(fieldId);
}

QString AddressTableModel::displayText(const AddressRow &row, int column) const
{
    const QString shown = shownText(shownValue(row, column));
    const StagedEdits::Edit edit = m_edits.edit(row.address.id, columnId(column));
    return edit && edit->problem ? harmless(shown) : shown;
}

QString AddressTableModel::accessibleText(const AddressRow &row, int column) const
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

QString AddressTableModel::toolTip(const AddressRow &row, const QString &fieldId) const
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
