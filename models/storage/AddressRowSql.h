#pragma once

#include "models/domain/Address.h"
#include "models/domain/SchemaMapping.h"

#include <QString>

namespace addressdesk {

class Dialect;
class Statement;

/// How rows of the grid are selected and read: the addresses' table is `a`, the customers' `c`.
class AddressRowSql final
{
public:
    AddressRowSql(const Dialect &dialect, const SchemaMapping &mapping);

    /// "a.<column>" and "c.<column>", quoted.
    [[nodiscard]] QString address(const QString &column) const;
    [[nodiscard]] QString customer(const QString &column) const;
    [[nodiscard]] QString addressKey() const { return address(m_mapping.addressKey); }
    [[nodiscard]] QString addressCustomer() const { return address(m_mapping.addressCustomer); }
    [[nodiscard]] QString customerKey() const { return customer(m_mapping.customerKey); }
    [[nodiscard]] QString addressTable() const; ///< "<table> AS a"
    [[nodiscard]] QString customerTable() const;

    /// " LEFT JOIN <customers> AS c ON …": an address may name no customer.
    [[nodiscard]] QString leftJoinCustomer() const;

    [[nodiscard]] QString rowColumns() const; ///< What readRow() expects, as texts.
    [[nodiscard]] AddressRow readRow(const Statement &statement) const;
    [[nodiscard]] QString customerColumns() const; ///< What readCustomer() expects.
    [[nodiscard]] Customer readCustomer(const Statement &statement, int firstColumn = 0) const;

    /// The columns that searching looks through.
    [[nodiscard]] QStringList searchedAddressColumns() const;
    [[nodiscard]] QStringList searchedCustomerColumns() const;

    [[nodiscard]] const SchemaMapping &mapping() const { return m_mapping; }
    [[nodiscard]] const Dialect &dialect() const { return m_dialect; }

private:
    const Dialect &m_dialect;
    SchemaMapping m_mapping;
};

} // namespace addressdesk
