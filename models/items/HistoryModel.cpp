#include "models/items/HistoryModel.h"

#include "models/items/HistoryModelText.h"
#include "models/wording/Sentences.h"
#include "models/wording/TimeWording.h"

#include <algorithm>
#include <utility>

namespace addressdesk {

namespace {

/// Row 0 is the address as it is.
constexpr int firstEntryRow = 1;
/// A reload asks for a few more events than are shown, so that new ones do not push the oldest out.
constexpr int reloadMargin = 10;

QVariant variant(const FieldValue &value)
{
    return value ? QVariant(*value) : QVariant();
}

/// How many entries of `fresh` are newer than all of `known`; -1 when the lists do not continue each other.
qsizetype newerEntries(const QList<HistoryEntry> &known, const QList<HistoryEntry> &fresh)
{
    const auto isSameEvent = [](const HistoryEntry &a, const HistoryEntry &b) {
        return a.event.sequenceNum == b.event.sequenceNum;
    };
    if (known.isEmpty())
        return fresh.size();
    const auto begin = std::find_if(fresh.cbegin(), fresh.cend(), [&](const HistoryEntry &entry) {
        return isSameEvent(entry, known.constFirst());
    });
    const qsizetype added = std::distance(fresh.cbegin(), begin);
    const qsizetype common = std::min(known.size(), fresh.size() - added);
    const bool continues = common > 0 && std::equal(begin, begin + common, known.cbegin(), isSameEvent);
    return continues ? added : -1;
}

/// Saves newest first, the changes of one save as they were made: that is how a card is read.
void orderForReading(QList<HistoryEntry> &entries)
{
    for (auto begin = entries.begin(); begin != entries.end();) {
        const QString changeId = begin->event.changeId;
        const auto end = std::find_if(begin, entries.end(), [&changeId](const HistoryEntry &entry) {
            return entry.event.changeId != changeId;
        });
        std::sort(begin, end, [](const HistoryEntry &a, const HistoryEntry &b) {
            return a.event.streamVersion < b.event.streamVersion;
        });
        begin = end;
    }
}

QStringList mailTexts(const QList<HistoryMailLine> &lines)
{
    QStringList texts;
    for (const HistoryMailLine &line : lines)
        texts.append(line.text);
    return texts;
}

int oldestVersion(const QList<HistoryEntry> &entries)
{
    const auto oldest =
        std::min_element(entries.cbegin(), entries.cend(), [](const HistoryEntry &a, const HistoryEntry &b) {
            return a.event.streamVersion < b.event.streamVersion;
        });
    return oldest == entries.cend() ? 0 : oldest->event.streamVersion;
}

} // namespace

HistoryModel::HistoryModel(QObject *parent, Clock clock)
    : QAbstractListModel(parent), m_clock(std::move(clock))
{
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
    if (addressId == m_addressId && fieldId == m_fieldId && (m_isLoaded || m_request != 0))
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
    if (m_request != 0)
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
           !m_history.entries.isEmpty() && m_request == 0;
}

void HistoryModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        request(oldestVersion(m_history.entries), pageSize);
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
    ++m_generation;
    if (m_session && m_request != 0)
        m_session->cancel(m_request);
    beginResetModel();
    m_addressId.clear();
    m_fieldId.clear();
    m_history = {};
    m_mails.clearMails();
    m_isLoaded = false;
    m_isOutdated = false;
    endResetModel();
    setRequest(0);
}

void HistoryModel::request(int beforeVersion, int limit, bool isQuiet)
{
    if (!m_session)
        return;
    if (m_request != 0)
        m_session->cancel(m_request);
    const quint64 generation = ++m_generation;
    m_isQuiet = isQuiet;
    HistoryRequest request;
    request.addressId = m_addressId;
    request.field = m_fieldId;
    request.beforeVersion = beforeVersion;
    request.limit = limit;
    setRequest(m_session->fetchHistory(request, this,
                                       [this, generation, beforeVersion](const Result<History> &result) {
                                           if (generation == m_generation)
                                               receive(result, beforeVersion != 0);
                                       }));
}

void HistoryModel::receive(const Result<History> &result, bool isOlderPage)
{
    const bool wasQuiet = m_isQuiet;
    setRequest(0);
    if (!result) {
        if (!wasQuiet)
            emit loadFailed(result.error());
        return;
    }
    History history = *result;
    orderForReading(history.entries);
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
    const qsizetype added = m_isLoaded ? newerEntries(m_history.entries, history.entries) : -1;
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

void HistoryModel::setRequest(DeskSession::RequestId id)
{
    m_request = id;
    if (std::exchange(m_isLoadingTold, isLoading()) != isLoading())
        emit loadingChanged(isLoading());
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
    return index.row() < firstEntryRow ? currentData(role) : entryData(index.row(), role);
}

QVariant HistoryModel::currentData(int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole:
        return historyText::currentSentence(mapping(), m_history, m_fieldId);
    case IsCurrentRole:
    case IsFirstOfSaveRole:
    case IsLastOfSaveRole:
        return true;
    case TitleRole:
        return m_fieldId.isEmpty() ? QString() : wording::fieldTitle(mapping(), m_fieldId);
    case SummaryRole:
        if (m_history.isDeleted)
            return historyText::currentSentence(mapping(), m_history, m_fieldId);
        return m_fieldId.isEmpty() ? historyText::summary(mapping(), currentValues())
                                   : shownText(currentValues().value(m_fieldId));
    default:
        return {};
    }
}

QVariant HistoryModel::entryData(int row, int role) const
{
    const HistoryEntry &shown = *entry(row);
    const Event &event = shown.event;
    switch (role) {
    case Qt::DisplayRole:
        return historyText::eventSentence(mapping(), event);
    case Qt::ToolTipRole:
        return historyText::tooltip(mapping(), shown, m_mails.details(event));
    case Qt::AccessibleTextRole:
        return historyText::rowSentence(mapping(), shown, mailTexts(mailLines(row)), now());
    case IsCurrentRole:
        return false;
    case SequenceNumRole:
        return event.sequenceNum;
    case EventTypeRole:
        return static_cast<int>(event.type);
    case FieldRole:
        return event.field();
    case TitleRole:
        return event.field().isEmpty() ? wording::eventTitle(event.type)
                                       : wording::fieldTitle(mapping(), event.field());
    case FromRole:
        return variant(event.from());
    case ToRole:
        return variant(event.to());
    case SummaryRole:
        return event.field().isEmpty() ? historyText::summary(mapping(), event.snapshot()) : QString();
    case StateRole:
        return shown.verdict.isRevertible() ? QString() : wording::verdictSentence(event, shown.verdict);
    case ReversibilityRole:
        return static_cast<int>(shown.verdict.state);
    case BecauseRole:
        return shown.verdict.isInForceAgain() ? shown.verdict.againSequenceNum
                                              : shown.verdict.becauseSequenceNum;
    case IsInForceAgainRole:
        return shown.verdict.isInForceAgain();
    default:
        return saveData(row, role);
    }
}

QVariant HistoryModel::saveData(int row, int role) const
{
    const Event &event = entry(row)->event;
    switch (role) {
    case ChangeIdRole:
        return event.changeId;
    case WhenRole:
        return wording::relativeTime(event.occurredAtTime(), now());
    case ActorRole:
        //: who put a change back, in the place of an operator's name
        return event.isByCustomer() ? tr("by the customer") : event.actor;
    case ReasonRole:
        return shownText(event.reason);
    case IsFirstOfSaveRole:
        return !sharesSave(row, row - 1);
    case IsLastOfSaveRole:
        return !sharesSave(row, row + 1);
    case MailLinesRole:
        return QVariant::fromValue(mailLines(row));
    default:
        return {};
    }
}

qint64 HistoryModel::letterId(int row) const
{
    const HistoryEntry *shown = entry(row);
    return shown ? m_mails.letterOf(shown->event.changeId) : 0;
}

QList<HistoryMailLine> HistoryModel::mailLines(int row) const
{
    // Only the neighbours can be of the same save.
    int first = row;
    while (sharesSave(row, first - 1))
        --first;
    QList<Event> save;
    for (int shown = first; shown == row || sharesSave(row, shown); ++shown)
        save.append(entry(shown)->event);
    return m_mails.lines(save);
}

QDateTime HistoryModel::now() const
{
    return m_clock ? m_clock() : QDateTime::currentDateTimeUtc();
}

bool HistoryModel::sharesSave(int row, int otherRow) const
{
    const HistoryEntry *other = entry(otherRow);
    return other && other->event.changeId == entry(row)->event.changeId;
}

} // namespace addressdesk
