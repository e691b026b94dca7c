#pragma once

#include "models/domain/FieldValue.h"

namespace addressdesk {

/// A row of the customers' table. Keys are text here, whatever type the database gives them.
struct Customer
{
    QString id;
    FieldValue firstName;
    FieldValue lastName;
    FieldValue email;

    [[nodiscard]] bool operator==(const Customer &) const = default;
};

/// A row of the addresses' table; `values` has one entry for each field of the mapping.
struct Address
{
    QString id;
    QString customerId; ///< Empty when the row names no customer.
    FieldValues values;

    [[nodiscard]] bool operator==(const Address &) const = default;
};

/// One line of the grid: an address and whose it is.
struct AddressRow
{
    Address address;
    Customer customer;

    [[nodiscard]] bool operator==(const AddressRow &) const = default;
};

} // namespace addressdesk
