#include "models/items/HistoryOrder.h"

#include <algorithm>

namespace addressdesk::historyOrder {

namespace {

bool isSameEvent(const HistoryEntry &a, const HistoryEntry &b)
{
    return a.event.sequenceNum == b.event.sequenceNum;
}

bool isOlder(const HistoryEntry &a, const HistoryEntry &b)
{
    return a.event.streamVersion < b.event.streamVersion;
}

} // namespace

void orderForReading(QList<HistoryEntry> &entries)
{
    for (auto begin = entries.begin(); begin != entries.end();) {
        const QString changeId = begin->event.changeId;
        const auto end = std::find_if(begin, entries.end(), [&changeId](const HistoryEntry &entry) {
            return entry.event.changeId != changeId;
        });
        std::sort(begin, end, isOlder);
        begin = end;
    }
}

qsizetype newerEntries(const QList<HistoryEntry> &known, const QList<HistoryEntry> &fresh)
{
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

int oldestVersion(const QList<HistoryEntry> &entries)
{
    const auto oldest = std::min_element(entries.cbegin(), entries.cend(), isOlder);
    return oldest == entries.cend() ? 0 : oldest->event.streamVersion;
}

} // namespace addressdesk::historyOrder
