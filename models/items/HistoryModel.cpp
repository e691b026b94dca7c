#include "models/items/HistoryModel.h"

#include "models/items/HistoryCells.h"
#include "models/items/HistoryFetcher.h"
#include "models/items/HistoryOrder.h"

#include <algorithm>
#include <utility>

namespace addressdesk {

namespace {

/// Row 0 is the address as it is.
constexpr int firstEntryRow = 1;
/// A reload asks for a few more events than are shown, so that new ones do not push the oldest out.
constexpr int reloadMargin = 10;

} // namespace

HistoryModel::HistoryModel(QObject *parent, Clock clock)
    : QAbstractListModel(parent), m_fetcher(new HistoryFetcher(this)), m_clock(std::move(clock))
{
    connect(m_fetcher, &HistoryFetcher::historyRead, this, &HistoryModel::take);
    connect(m_fetcher, &HistoryFetcher::failed, this, &HistoryModel::loadFailed);
    connect(m_fetcher, &HistoryFetcher::loadingChanged, this, &HistoryModel::loadingChanged);
}

void HistoryModel::setSession(DeskSession *session)
{
    if (m_session == session)
        return;
    if (m_session) {
        disconnect(m_session, nullptr, this, nullptr);
        disconnect(&m_session->office(), nullptr, this, nullptr);
    }
    show({});
    m_mails.forgetPages();
    m_session = session;
    m_fetcher->setSession(session);
    if (!m_session)
        return;
    connect(m_session, &DeskSession::addressesChanged, this, [this](const QStringList &addressIds) {
        if (addressIds.isEmpty() || addressIds.contains(m_addressId))
            reload();
    });
    connect(&m_session->office(), &OfficeDesk::officeChanged, this, &HistoryModel::reloadQuietly);
    connect(&m_session->office(), &OfficeDesk::pageFetched, this, &HistoryModel::notePages);
    connect(m_session, &QObject::destroyed, this, [this] { show({}); });
}

void HistoryModel::show(QString addressId, QString fieldId)
{
    if (addressId == m_addressId && fieldId == m_fieldId && (m_isLoaded || m_fetcher->isReading()))
        return;
    clear();
    m_addressId = std::move(addressId);
    m_fieldId = std::move(fieldId);
    if (!m_addressId.isEmpty())
        request(0, pageSize);
}

void HistoryModel::reload()
{
    if (!m_addressId.isEmpty())
        request(0, reloadLimit());
}

void HistoryModel::reloadQuietly()
{
    if (m_addressId.isEmpty())
        return;
    // Mails may go out faster than a history is read: the read under way is left to end.
    if (m_fetcher->isReading())
        m_isOutdated = true;
    else if (m_isLoaded)
        request(0, reloadLimit(), true);
}

int HistoryModel::reloadLimit() const
{
    return std::max(pageSize, static_cast<int>(m_history.entries.size()) + reloadMargin);
}

void HistoryModel::refreshTimes()
{
    if (rowCount() > firstEntryRow)
        emit dataChanged(index(firstEntryRow), index(rowCount() - 1), {WhenRole, Qt::AccessibleTextRole});
}

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    if (parent.isValid() || !m_isLoaded)
        return 0;
    return firstEntryRow + static_cast<int>(m_history.entries.size());
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_isLoaded && !m_isChanging && m_history.hasMore &&
           !m_history.entries.isEmpty() && !m_fetcher->isReading();
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        request(historyOrder::oldestVersion(m_history.entries), pageSize);
}

bool HistoryModel::isLoading() const
{
    return m_fetcher->isLoading();
}

const SchemaMapping &HistoryModel::mapping() const
{
    static const SchemaMapping none = SchemaMapping::native();
    return m_session ? m_session->mapping() : none;
}

const HistoryEntry *HistoryModel::entry(int row) const
{
    const int position = row - firstEntryRow;
    return position >= 0 && position < m_history.entries.size() ? &m_history.entries.at(position) : nullptr;
}

int HistoryModel::rowOf(qint64 sequenceNum) const
{
    for (qsizetype i = 0; i < m_history.entries.size(); ++i) {
        if (m_history.entries.at(i).event.sequenceNum == sequenceNum)
            return firstEntryRow + static_cast<int>(i);
    }
    return -1;
}

int HistoryModel::newestRevertibleRow() const
{
    const auto found = std::find_if(m_history.entries.cbegin(), m_history.entries.cend(),
                                    [](const HistoryEntry &entry) { return entry.verdict.isRevertible(); });
    return found == m_history.entries.cend()
               ? -1
               : firstEntryRow + static_cast<int>(std::distance(m_history.entries.cbegin(), found));
}

QList<HistoryEntry> HistoryModel::entriesOfSave(const QString &changeId) const
{
    QList<HistoryEntry> entries;
    for (const HistoryEntry &entry : m_history.entries) {
        if (entry.event.changeId == changeId)
            entries.append(entry);
    }
    return entries;
}

void HistoryModel::clear()
{
    beginResetModel();
    m_addressId.clear();
    m_fieldId.clear();
    m_history = {};
    m_mails.clearMails();
    m_isLoaded = false;
    m_isOutdated = false;
    endResetModel();
    m_fetcher->cancel();
}

void HistoryModel::request(int beforeVersion, int limit, bool isQuiet)
{
    m_fetcher->fetch({m_addressId, m_fieldId, beforeVersion, limit}, isQuiet);
}

void HistoryModel::take(History history, bool isOlderPage)
{
    historyOrder::orderForReading(history.entries);
    m_isChanging = true;
    if (isOlderPage)
        append(history);
    else
        replaceWith(std::move(history));
    m_isChanging = false;
    if (!isOlderPage)
        emit loaded();
    if (std::exchange(m_isOutdated, false))
        reloadQuietly();
}

void HistoryModel::replaceWith(History history)
{
    m_mails.replaceMails(std::exchange(history.mails, {}));
    const qsizetype added = m_isLoaded ? historyOrder::newerEntries(m_history.entries, history.entries) : -1;
    if (added < 0) {
        beginResetModel();
        m_history = std::move(history);
        m_isLoaded = true;
        endResetModel();
        return;
    }
    const QList<HistoryEntry> fresh = std::exchange(history.entries, {});
    const qsizetype kept = std::min(m_history.entries.size(), fresh.size() - added);
    resizeTail(kept, {});
    if (added > 0) {
        beginInsertRows({}, firstEntryRow, firstEntryRow + static_cast<int>(added) - 1);
        m_history.entries = fresh.first(added + kept);
        endInsertRows();
    }
    resizeTail(added + kept, fresh.sliced(added + kept));
    history.entries = fresh;
    m_history = std::move(history);
    emit dataChanged(index(0), index(rowCount() - 1));
}

void HistoryModel::resizeTail(qsizetype kept, const QList<HistoryEntry> &tail)
{
    const int first = firstEntryRow + static_cast<int>(kept);
    if (m_history.entries.size() > kept) {
        beginRemoveRows({}, first, rowCount() - 1);
        m_history.entries.resize(kept);
        endRemoveRows();
    }
    if (tail.isEmpty())
        return;
    beginInsertRows({}, first, first + static_cast<int>(tail.size()) - 1);
    m_history.entries.append(tail);
    endInsertRows();
}

void HistoryModel::append(const History &history)
{
    m_history.hasMore = history.hasMore && !history.entries.isEmpty();
    m_mails.addMails(history.mails);
    resizeTail(m_history.entries.size(), history.entries);
}

void HistoryModel::notePages(const QStringList &tokenDigests)
{
    m_mails.notePages(tokenDigests, now());
    if (rowCount() > firstEntryRow)
        emit dataChanged(index(firstEntryRow), index(rowCount() - 1),
                         {MailLinesRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const HistoryCells cells(mapping(), m_history, m_mails, now());
    return index.row() < firstEntryRow ? cells.current(role, m_fieldId)
                                       : cells.event(index.row() - firstEntryRow, role);
}

qint64 HistoryModel::letterId(int row) const
{
    const HistoryEntry *shown = entry(row);
    return shown ? m_mails.letterOf(shown->event.changeId) : 0;
}

bool HistoryModel::isLetterDue(int row) const
{
    const HistoryEntry *shown = entry(row);
    return shown && m_mails.isLetterDue(shown->event.changeId);
}

QDateTime HistoryModel::now() const
{
    return m_clock ? m_clock() : QDateTime::currentDateTimeUtc();
}

} // namespace addressdesk
