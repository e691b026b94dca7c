#include "models/items/AddressTableModel.h"

#include <limits>

namespace addressdesk {

namespace {

/// More changed addresses than this are read as pages, not one by one.
constexpr qsizetype maximumSingleReads = 100;
constexpr int recountPauseMs = 500;
/// A view keeps a few bytes for each row; beyond this it could not.
constexpr qint64 maximumRows = 100'000'000;

} // namespace

AddressTableModel::AddressTableModel(StagedEdits &edits, QObject *parent)
    : QAbstractTableModel(parent), m_edits(edits), m_mapping(SchemaMapping::native()),
      m_cells(m_mapping, edits)
{
    m_recountPause.setSingleShot(true);
    m_recountPause.setInterval(recountPauseMs);
    connect(&m_recountPause, &QTimer::timeout, &m_fetcher, &AddressFetcher::recount);
    connect(&m_edits, &StagedEdits::fieldChanged, this, &AddressTableModel::cellChanged);
    connect(&m_fetcher, &AddressFetcher::firstPageRead, this, &AddressTableModel::resetTo);
    connect(&m_fetcher, &AddressFetcher::pageRead, this, &AddressTableModel::takePage);
    connect(&m_fetcher, &AddressFetcher::counted, this, &AddressTableModel::takeCount);
    connect(&m_fetcher, &AddressFetcher::addressRead, this, &AddressTableModel::takeAddress);
    connect(&m_fetcher, &AddressFetcher::addressMissing, this, &AddressTableModel::structureChanged);
    connect(&m_fetcher, &AddressFetcher::busyChanged, this, &AddressTableModel::busyChanged);
    connect(&m_fetcher, &AddressFetcher::failed, this, &AddressTableModel::failed);
}

void AddressTableModel::setSession(DeskSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    beginResetModel();
    m_session = session;
    m_mapping = session ? session->mapping() : SchemaMapping::native();
    m_pages.clear();
    m_rowCount = 0;
    m_isCountKnown = false;
    m_fetcher.setSession(session);
    if (columnOf(m_query.sort.column) < 0)
        m_query.sort = {};
    endResetModel();
    if (!session)
        return;
    connect(session, &DeskSession::addressesChanged, this, &AddressTableModel::readChanged);
    connect(session, &DeskSession::connectionRestored, this, &AddressTableModel::reload);
    start();
}

void AddressTableModel::setQuery(const AddressQuery &query)
{
    if (m_query == query)
        return;
    m_query = query;
    if (m_session)
        start();
}

void AddressTableModel::setSearch(const QString &search)
{
    setQuery({search, m_query.sort});
}

void AddressTableModel::sort(int column, Qt::SortOrder order)
{
    const QString id = columnId(column);
    if (!id.isEmpty())
        setQuery({m_query.search, {id, order}});
}

void AddressTableModel::start()
{
    m_isQueryApplied = false;
    m_earlyCount.reset();
    m_recountPause.stop();
    m_fetcher.restart(m_query);
}

void AddressTableModel::resetTo(const AddressPage &page)
{
    emit aboutToShowOthers();
    beginResetModel();
    m_pages.clear();
    m_pages.store(0, page);
    m_rowCount = static_cast<int>(page.rows.size());
    m_isCountKnown = page.isEnd;
    m_isRereadDue = false;
    m_typing.reset();
    m_isQueryApplied = true;
    endResetModel();
    emit countChanged(m_rowCount, m_isCountKnown);
    if (m_earlyCount && !page.isEnd)
        takeCount(*m_earlyCount);
    emit queryApplied();
}

void AddressTableModel::takeCount(qint64 count)
{
    if (!m_isQueryApplied) {
        m_earlyCount = count;
        return;
    }
    const int rows = static_cast<int>(qBound<qint64>(0, count, maximumRows));
    if (m_typing && rows < m_rowCount) {
        m_isRereadDue = true;
        return;
    }
    const bool hasMoved = m_isCountKnown && rows != m_rowCount;
    m_isCountKnown = true;
    if (hasMoved)
        m_pages.markAllStale();
    setRowCount(rows);
    if (hasMoved)
        rereadShown();
}

void AddressTableModel::setRowCount(int count)
{
    if (count > m_rowCount) {
        beginInsertRows({}, m_rowCount, count - 1);
        m_rowCount = count;
        endInsertRows();
    } else if (count < m_rowCount) {
        beginRemoveRows({}, count, m_rowCount - 1);
        m_rowCount = count;
        endRemoveRows();
    }
    emit countChanged(m_rowCount, m_isCountKnown);
}

void AddressTableModel::takePage(int pageIndex, const AddressPage &page)
{
    const QStringList before = m_pages.idsOfPage(pageIndex);
    QStringList after;
    for (const AddressRow &row : page.rows)
        after.append(row.address.id);
    if (before.isEmpty() || before == after) {
        m_pages.store(pageIndex, page);
        const int first = pageIndex * AddressPageCache::pageSize;
        const int last = qMin(first + AddressPageCache::pageSize, m_rowCount) - 1;
        if (last >= first)
            emit dataChanged(index(first, 0), index(last, columnCount() - 1));
    } else if (m_typing) {
        m_isRereadDue = true;
        return;
    } else {
        rearrange(pageIndex, page);
    }
    checkEnd(pageIndex, page);
}

/// Rows of one page change places: what points at an address goes on pointing at it.
void AddressTableModel::rearrange(int pageIndex, const AddressPage &page)
{
    emit aboutToRearrange();
    emit layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    QStringList ids;
    for (const QModelIndex &index : before) {
        const AddressRow *row = m_pages.peek(index.row());
        ids.append(row ? row->address.id : QString());
    }
    m_pages.store(pageIndex, page);
    QModelIndexList after;
    for (qsizetype i = 0; i < before.size(); ++i) {
        if (ids[i].isEmpty() || AddressPageCache::pageOf(before[i].row()) != pageIndex) {
            after.append(before[i]);
            continue;
        }
        const int row = m_pages.rowOf(ids[i]);
        after.append(row >= 0 && row < m_rowCount ? index(row, before[i].column()) : QModelIndex());
    }
    changePersistentIndexList(before, after);
    emit layoutChanged();
}

/// A page that ends earlier or goes on longer than the count said knows better.
void AddressTableModel::checkEnd(int pageIndex, const AddressPage &page)
{
    const int end = pageIndex * AddressPageCache::pageSize + static_cast<int>(page.rows.size());
    if (page.isEnd && end < m_rowCount && !m_typing)
        setRowCount(end);
    else if ((page.isEnd && end != m_rowCount) || (!page.isEnd && end >= m_rowCount))
        m_fetcher.recount();
}

void AddressTableModel::takeAddress(const AddressRow &row)
{
    const int position = m_pages.replace(row);
    if (position >= 0 && position < m_rowCount)
        emit dataChanged(index(position, 0), index(position, columnCount() - 1));
}

void AddressTableModel::applyValues(const QString &addressId, const FieldValues &values)
{
    const int position = m_pages.rowOf(addressId);
    const AddressRow *kept = position < 0 ? nullptr : m_pages.peek(position);
    if (!kept)
        return;
    AddressRow row = *kept;
    for (auto it = values.cbegin(); it != values.cend(); ++it)
        row.address.values.insert(it.key(), it.value());
    takeAddress(row);
}

void AddressTableModel::readChanged(const QStringList &addressIds)
{
    if (addressIds.isEmpty() || addressIds.size() > maximumSingleReads) {
        structureChanged();
        return;
    }
    for (const QString &addressId : addressIds) {
        if (m_pages.rowOf(addressId) >= 0)
            m_fetcher.wantAddress(addressId);
        else if (!m_recountPause.isActive())
            m_recountPause.start();
    }
}

void AddressTableModel::structureChanged()
{
    const int latest = m_pages.latestPage();
    m_pages.markAllStale();
    m_fetcher.recount();
    // What was looked at last is read at once, without waiting for a view to look again.
    if (latest >= 0 && !m_typing)
        m_fetcher.wantPage(latest, {});
    rereadShown();
}

void AddressTableModel::reload()
{
    m_fetcher.forgiveFailures();
    if (!m_session)
        return;
    if (m_isQueryApplied)
        structureChanged();
    else
        start();
}

/// Lets views look again; looking at a stale page has it read.
void AddressTableModel::rereadShown()
{
    if (m_rowCount > 0)
        emit dataChanged(index(0, 0), index(m_rowCount - 1, columnCount() - 1));
}

void AddressTableModel::beginTyping(const QModelIndex &index)
{
    const AddressRow *row = index.isValid() ? m_pages.peek(index.row()) : nullptr;
    if (!row)
        return;
    const QString fieldId = columnId(index.column());
    m_typing = Typing{row->address.id, fieldId, row->address.values.value(fieldId)};
}

void AddressTableModel::keepTyped(const QString &text)
{
    if (m_typing)
        m_edits.editOrKeep(m_typing->addressId, m_typing->fieldId, m_typing->base, text, m_edits.newTyping());
}

void AddressTableModel::endTyping()
{
    m_typing.reset();
    if (!m_isRereadDue)
        return;
    m_isRereadDue = false;
    structureChanged();
}

void AddressTableModel::cellChanged(const QString &addressId, const QString &fieldId)
{
    const int row = rowOf(addressId);
    const int column = columnOf(fieldId);
    if (row >= 0 && column >= 0)
        emit dataChanged(index(row, column), index(row, column));
}

std::optional<AddressRow> AddressTableModel::addressAt(int row) const
{
    const AddressRow *kept = row >= 0 && row < m_rowCount ? m_pages.peek(row) : nullptr;
    return kept ? std::optional(*kept) : std::nullopt;
}

int AddressTableModel::rowOf(const QString &addressId) const
{
    const int row = m_pages.rowOf(addressId);
    return row < m_rowCount ? row : -1;
}

int AddressTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rowCount;
}

int AddressTableModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_cells.columnCount();
}

QVariant AddressTableModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    return m_cells.header(section, role);
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
    return row ? m_cells.cell(*row, index.column(), role) : m_cells.loading(index.column(), role);
}

Qt::ItemFlags AddressTableModel::flags(const QModelIndex &index) const
{
    Qt::ItemFlags result = QAbstractTableModel::flags(index);
    const bool isWritable = m_session && !m_session->description().isReadOnly;
    if (index.isValid() && index.column() >= FirstFieldColumn && isWritable && m_pages.peek(index.row()))
        result |= Qt::ItemIsEditable;
    return result;
}

bool AddressTableModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::EditRole || !checkIndex(index, CheckIndexOption::IndexIsValid) ||
        !(flags(index) & Qt::ItemIsEditable))
        return false;
    const Address address = m_pages.peek(index.row())->address;
    const QString fieldId = columnId(index.column());
    const bool isTyped = m_typing && m_typing->addressId == address.id && m_typing->fieldId == fieldId;
    const FieldValue seen = isTyped ? m_typing->base : address.values.value(fieldId);
    const auto staged = m_edits.edit(address.id, fieldId, seen, value.toString());
    if (!staged)
        emit valueRefused(address.id, fieldId, staged.error());
    return staged.has_value();
}

} // namespace addressdesk
