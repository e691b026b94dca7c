#pragma once

#include "models/domain/Address.h"
#include "models/domain/Event.h"

#include <QList>

namespace addressdesk {

/// Something that a customer's link put back.
struct CustomerRevert
{
    AddressRow row; ///< Only `address.id` is set when the address does not exist any more.
    Event event;
};

/// What customers put back lately.
struct CustomerReverts
{
    QList<CustomerRevert> reverts; ///< Newest first.
    qint64 lastSequenceNum = 0;    ///< Of the newest event of all; 0 when there is none.
};

} // namespace addressdesk
