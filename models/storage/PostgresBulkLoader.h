#pragma once

#include "models/storage/BulkLoader.h"
#include "models/storage/UnitOfWork.h"

#include <QStringList>

#include <optional>

namespace addressdesk {

class PostgresBulkLoader final : public BulkLoader
{
public:
    PostgresBulkLoader(SqlConnection &connection, const SchemaMapping &mapping);

    [[nodiscard]] Done addCustomers(const QList<Customer> &customers) override;
    [[nodiscard]] Done addAddresses(const QList<Address> &addresses) override;
    [[nodiscard]] Done addEvents(const QList<Event> &events) override;
    [[nodiscard]] Done finish() override;

protected:
    [[nodiscard]] Done start() override;
    [[nodiscard]] Done prepare() override;

private:
    [[nodiscard]] Done dropIndexes();
    [[nodiscard]] Done executeAll(const QStringList &statements);
    [[nodiscard]] QString copy(const QString &table, const QStringList &columns) const;

    SqlConnection &m_connection;
    SchemaMapping m_mapping;
    QStringList m_indexes; ///< The statements that make them again.
    std::optional<UnitOfWork> m_unit;
};

} // namespace addressdesk
