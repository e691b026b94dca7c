#include "models/items/DeletedAddressesModel.h"

#include "models/items/HistoryText.h"
#include "models/wording/Sentences.h"
#include "models/wording/TimeWording.h"

namespace addressdesk {

DeletedAddressesModel::DeletedAddressesModel(QObject *parent) : QAbstractTableModel(parent) {}

void DeletedAddressesModel::setSession(DeskSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    beginResetModel();
    m_session = session;
    m_rows.clear();
    m_request = 0;
    m_latest.forget();
    endResetModel();
    if (!session)
        return;
    connect(session, &DeskSession::addressesChanged, this, &DeletedAddressesModel::reload);
    reload();
}

void DeletedAddressesModel::setSearch(const QString &search)
{
    if (m_search == search)
        return;
    m_search = search;
    reload();
}

void DeletedAddressesModel::reload()
{
    if (!m_session)
        return;
    if (m_request != 0)
        m_session->cancel(m_request);
    m_latest.forget();
    m_request = m_session->fetchDeleted(
        m_search, limit, this,
        m_latest.answer<QList<DeletedAddress>>([this](const Result<QList<DeletedAddress>> &rows) {
            m_request = 0;
            if (!rows) {
                emit failed(rows.error());
                return;
            }
            beginResetModel();
            m_rows = *rows;
            endResetModel();
            emit loaded();
        }));
}

QString DeletedAddressesModel::addressId(int row) const
{
    return row >= 0 && row < m_rows.size() ? m_rows[row].deletion.streamId : QString();
}

int DeletedAddressesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int DeletedAddressesModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant DeletedAddressesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case CustomerColumn:
        return tr("Customer");
    case AddressColumn:
        return tr("Address");
    //: A column: when the address was deleted
    case DeletedColumn:
        return tr("Deleted");
    //: A column: who deleted the address
    case ActorColumn:
        return tr("By");
    default:
        return {};
    }
}

QVariant DeletedAddressesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const DeletedAddress &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case SortRole:
        return index.column() == DeletedColumn ? row.deletion.occurredAt : text(row, index.column());
    case AddressIdRole:
        return row.deletion.streamId;
    case Qt::ToolTipRole:
        return index.column() == DeletedColumn ? wording::exactTime(row.deletion.occurredAtTime())
                                               : text(row, index.column());
    case Qt::AccessibleTextRole:
        //: A cell for screen readers: %1 column, %2 value
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                text(row, index.column()));
    default:
        return {};
    }
}

QString DeletedAddressesModel::text(const DeletedAddress &row, int column) const
{
    switch (column) {
    case CustomerColumn:
        return wording::customerName(row.customer);
    case AddressColumn:
        return oneLine(row.deletion.snapshot());
    case DeletedColumn:
        return wording::relativeTime(row.deletion.occurredAtTime(), QDateTime::currentDateTimeUtc());
    case ActorColumn:
        return row.deletion.actor;
    default:
        return {};
    }
}

QString DeletedAddressesModel::oneLine(const FieldValues &values) const
{
    return m_session ? historyText::summary(m_session->mapping(), values) : QString();
}

} // namespace addressdesk
