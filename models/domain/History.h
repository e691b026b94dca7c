#pragma once

#include "models/domain/Address.h"
#include "models/domain/Event.h"
#include "models/domain/MailRecord.h"
#include "models/domain/Verdict.h"

#include <QList>

namespace addressdesk {

/// An event with the advice on putting it back.
struct HistoryEntry
{
    Event event;
    Verdict verdict;
};

/// What to read of one address's stream.
struct HistoryRequest
{
    QString addressId;
    QString field; ///< Only events of this field (creations, deletions and restorations stay); empty for all.
    int beforeVersion = 0; ///< Only events older than this stream version; 0 starts at the newest.
    int limit = 50;        ///< At most this many events; a save is never cut in two, so a few more may come.
};

/// One stretch of a stream, newest first.
struct History
{
    AddressRow current; ///< The row as it is; only `address.id` is set when `isDeleted`.
    bool isDeleted = false;
    QList<HistoryEntry> entries;
    bool hasMore = false; ///< Older events exist.
    QList<MailRecord>
        mails; ///< Of the entries' saves, oldest first; empty where the session may not read them.
};

/// An address that was deleted and not restored since.
struct DeletedAddress
{
    Event deletion;
    Customer customer; ///< Empty id when the customer's row is gone.
};

} // namespace addressdesk
