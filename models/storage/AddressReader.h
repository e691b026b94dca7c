#pragma once

#include "models/domain/Paging.h"
#include "models/storage/AddressOrder.h"
#include "models/storage/AddressRowSql.h"
#include "models/storage/AddressSearch.h"
#include "models/storage/PageLandmarks.h"
#include "models/storage/SchemaInitialiser.h"

#include <QList>

#include <memory>

namespace addressdesk {

class SqlConnection;

/// Reads what the grid shows. Keeps what makes scrolling quick (landmarks, the present search's result) until
/// forget(). Used on its connection's thread. Errors of every function: what the database says; Cancelled
/// after an interrupt.
class AddressReader final
{
public:
    AddressReader(SqlConnection &connection, const EffectiveSchema &schema);
    ~AddressReader();
    AddressReader(const AddressReader &) = delete;
    AddressReader &operator=(const AddressReader &) = delete;

    /// Errors also: InvalidArgument for an unknown column.
    [[nodiscard]] Result<AddressPage> page(const PageRequest &request);
    /// Exact. Without a search it counts addresses alone.
    [[nodiscard]] Result<qint64> count(const AddressQuery &query);
    /// Errors also: NotFound, for malformed keys too.
    [[nodiscard]] Result<AddressRow> address(const QString &addressId);

    /// Finds the next landmark of the order that was last asked for; false when there is nothing more to
    /// prepare. For idle moments: a few milliseconds each. Pages far down need it to be quick, not to be
    /// right.
    [[nodiscard]] Result<bool> prepare();
    /// These addresses were changed; anything may have been when the list is empty. Forgets no more than it
    /// must.
    void noteChanges(const QStringList &addressIds);
    /// Rows may have come, gone or changed places.
    void forget();

private:
    [[nodiscard]] Result<AddressPage> sortedPage(const PageRequest &request, const AddressOrder &order);
    [[nodiscard]] Result<AddressPage> searchedPage(const PageRequest &request, const AddressOrder &order);
    [[nodiscard]] Result<QList<AddressRow>> rowsAt(const AddressOrder &order, const PageAnchor &anchor,
                                                   qint64 offset, qint64 limit);
    [[nodiscard]] Result<QList<AddressRow>>
    rowsFrom(const AddressOrder &order, const AddressOrder::Step &step, qint64 offset, qint64 limit);
    [[nodiscard]] Result<QList<AddressRow>> rowsAfter(const AddressOrder &order, const PageAnchor &anchor,
                                                      qint64 limit);
    [[nodiscard]] Result<QList<AddressRow>> rowsBeyond(const AddressOrder &order, const PageAnchor &anchor,
                                                       qint64 offset, qint64 limit);
    [[nodiscard]] Result<qint64> lengthOf(const AddressOrder &order, const AddressOrder::Step &step);
    [[nodiscard]] QString visibleRows(const QString &keys, const AddressOrder &order) const;
    [[nodiscard]] Result<QList<AddressRow>>
    withoutCustomer(const AddressOrder &order, const PageAnchor &after, qint64 offset, qint64 limit);
    [[nodiscard]] Result<qint64> withoutCustomerCount();
    [[nodiscard]] QString withoutCustomerKeys() const;
    [[nodiscard]] Result<QList<AddressRow>> rowsOf(const QStringList &addressIds);
    [[nodiscard]] Result<QList<AddressRow>> rows(const QString &sql, const QList<FieldValue> &values,
                                                 const QList<qint64> &numbers);
    [[nodiscard]] Result<qint64> newestExistenceEvent();
    [[nodiscard]] Result<PageLandmarks::Landmark> landmarkBefore(qint64 position, const SortOrder &sort,
                                                                 const AddressOrder &order);
    [[nodiscard]] Done extend(PageLandmarks &landmarks, const AddressOrder &order);
    [[nodiscard]] static AddressPage pageOf(const PageRequest &request, QList<AddressRow> rows,
                                            const AddressOrder &order);

    SqlConnection &m_connection;
    EffectiveSchema m_schema;
    AddressRowSql m_rows;
    AddressSearch m_search;
    SortOrder m_landmarkOrder;
    PageLandmarks m_landmarks;
    qint64 m_existence = -1; ///< The newest event by which a row came or went when the landmarks were found.
    std::optional<qint64> m_withoutCustomer; ///< How many addresses have no customer's row.
};

} // namespace addressdesk
