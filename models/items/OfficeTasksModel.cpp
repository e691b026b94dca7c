#include "models/items/OfficeTasksModel.h"

#include "models/domain/Instant.h"
#include "models/items/HistoryText.h"
#include "models/wording/Sentences.h"
#include "models/wording/TimeWording.h"

#include <algorithm>

namespace addressdesk {

namespace {

bool isThere(const OfficeTask &task)
{
    return !task.row.address.values.isEmpty();
}

/// A value as a cell shows it; words for NULL and '' are told apart by the brackets.
QString cellText(const FieldValue &value)
{
    const QString text = shownText(value);
    return text.isEmpty() ? u'(' + wording::quotedValue(value) + u')' : text;
}

} // namespace

OfficeTasksModel::OfficeTasksModel(QObject *parent) : QAbstractTableModel(parent), m_turn([this] { read(); })
{
}

void OfficeTasksModel::setSession(DeskSession *session)
{
    if (m_session) {
        m_session->disconnect(this);
        m_session->office().disconnect(this);
    }
    beginResetModel();
    m_session = session;
    m_tasks.clear();
    m_isLoaded = false;
    m_turn.forget();
    endResetModel();
    if (!session)
        return;
    connect(&session->office(), &OfficeDesk::officeChanged, this, &OfficeTasksModel::reload);
    connect(session, &DeskSession::addressesChanged, this, &OfficeTasksModel::reload);
}

void OfficeTasksModel::reload()
{
    if (m_session)
        m_turn.ask();
}

void OfficeTasksModel::read()
{
    m_session->office().fetchTasks(
        limit, this, m_turn.answer<QList<OfficeTask>>([this](const Result<QList<OfficeTask>> &tasks) {
            if (!tasks) {
                emit failed(tasks.error());
                return;
            }
            replaceWith(*tasks);
            emit loaded();
        }));
}

void OfficeTasksModel::replaceWith(const QList<OfficeTask> &tasks)
{
    m_isLoaded = true;
    const auto isOf = [](const OfficeTask &task) {
        return [id = task.id](const OfficeTask &other) {
            return other.id == id;
        };
    };
    for (qsizetype i = m_tasks.size() - 1; i >= 0; --i) {
        if (std::any_of(tasks.cbegin(), tasks.cend(), isOf(m_tasks.at(i))))
            continue;
        beginRemoveRows({}, static_cast<int>(i), static_cast<int>(i));
        m_tasks.removeAt(i);
        endRemoveRows();
    }
    // Both are in the order in which the tasks came.
    for (qsizetype i = 0; i < tasks.size(); ++i) {
        if (i < m_tasks.size() && m_tasks.at(i).id == tasks.at(i).id) {
            m_tasks[i] = tasks.at(i);
            continue;
        }
        beginInsertRows({}, static_cast<int>(i), static_cast<int>(i));
        m_tasks.insert(i, tasks.at(i));
        endInsertRows();
    }
    if (!m_tasks.isEmpty())
        emit dataChanged(index(0, 0), index(rowCount() - 1, ColumnCount - 1));
}

const OfficeTask *OfficeTasksModel::task(int row) const
{
    return row >= 0 && row < m_tasks.size() ? &m_tasks.at(row) : nullptr;
}

int OfficeTasksModel::rowOf(qint64 taskId) const
{
    const auto found = std::find_if(m_tasks.cbegin(), m_tasks.cend(),
                                    [taskId](const OfficeTask &task) { return task.id == taskId; });
    return found == m_tasks.cend() ? -1 : static_cast<int>(found - m_tasks.cbegin());
}

int OfficeTasksModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_tasks.size());
}

int OfficeTasksModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant OfficeTasksModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case CustomerColumn:
        return tr("Customer");
    case AddressColumn:
        return tr("Address");
    case FieldColumn:
        return tr("Field");
    //: A column: the value that the change had set
    case ThenColumn:
        return tr("Then");
    //: A column: the present value
    case NowColumn:
        return tr("Now");
    //: A column: the value after setting back
    case BecomesColumn:
        return tr("Would become");
    //: A column: when the customer asked
    case AskedColumn:
        return tr("Asked");
    default:
        return {};
    }
}

QVariant OfficeTasksModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const OfficeTask &task = m_tasks.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(task, index.column());
    case SortRole:
        return index.column() == AskedColumn ? task.createdAt : text(task, index.column());
    case TaskIdRole:
        return task.id;
    case Qt::ToolTipRole:
        return toolTip(task, index.column());
    case Qt::AccessibleTextRole:
        //: A cell for screen readers: %1 column, %2 value
        return tr("%1: %2").arg(headerData(index.column(), Qt::Horizontal, Qt::DisplayRole).toString(),
                                text(task, index.column()));
    default:
        return {};
    }
}

QString OfficeTasksModel::text(const OfficeTask &task, int column) const
{
    if (!m_session)
        return {};
    const SchemaMapping &mapping = m_session->mapping();
    const Event &event = task.event;
    const bool isField = !event.field().isEmpty();
    switch (column) {
    case CustomerColumn:
        return isThere(task) ? wording::customerName(task.row.customer) : tr("(deleted)");
    case AddressColumn:
        return historyText::summary(mapping, isThere(task) ? task.row.address.values : event.snapshot());
    case FieldColumn:
        return isField ? wording::fieldTitle(mapping, event.field()) : wording::eventTitle(event.type);
    case ThenColumn:
        return isField ? cellText(event.to()) : QString();
    case NowColumn:
        return isField && isThere(task) ? cellText(task.row.address.values.value(event.field())) : QString();
    case BecomesColumn:
        return isField ? cellText(event.from()) : QString();
    case AskedColumn:
        return wording::relativeTime(instantOf(task.createdAt), QDateTime::currentDateTimeUtc());
    default:
        return {};
    }
}

QString OfficeTasksModel::toolTip(const OfficeTask &task, int column) const
{
    if (column == AskedColumn)
        return wording::exactTime(instantOf(task.createdAt));
    return text(task, column);
}

} // namespace addressdesk
