#pragma once

#include "models/domain/Address.h"

#include <optional>

namespace addressdesk {

class AddressTableModel;
class CurrentAddress;

/// An address as the window knows it, without asking the database: the one that is shown, or a row of the
/// list that has been read.
[[nodiscard]] std::optional<AddressRow>
knownAddress(const CurrentAddress &current, const AddressTableModel &model, const QString &addressId);

} // namespace addressdesk
