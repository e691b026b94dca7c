#include "models/items/KnownAddress.h"

#include "models/items/AddressTableModel.h"
#include "models/items/CurrentAddress.h"

namespace addressdesk {

std::optional<AddressRow> knownAddress(const CurrentAddress &current, const AddressTableModel &model,
                                       const QString &addressId)
{
    return current.id() == addressId ? current.row() : model.addressAt(model.rowOf(addressId));
}

} // namespace addressdesk
