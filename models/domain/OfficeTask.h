#pragma once

#include "models/domain/History.h"

namespace addressdesk {

/// Something that a customer asked for and only an operator can decide: the link's value was changed again
/// since.
struct OfficeTask
{
    qint64 id = 0;
    QString createdAt; ///< As Event::occurredAt.
    AddressRow row;    ///< Only `address.id` is set when the address does not exist any more.
    Event event;       ///< What the customer asked to put back.
};

} // namespace addressdesk
