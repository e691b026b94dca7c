#pragma once

#include "models/domain/History.h"

namespace addressdesk {

/// What a revert code stands for.
struct CodeMatch
{
    AddressRow row;              ///< Only `address.id` is set when the address does not exist any more.
    qint64 sequenceNum = 0;      ///< The event that the code belongs to.
    QList<HistoryEntry> entries; ///< All changes of its save that issued tokens, newest first, with advice.
};

} // namespace addressdesk
