#pragma once

#include "models/domain/Address.h"

#include <QList>
#include <QStringList>

namespace addressdesk {

/// Columns that are not fields of the mapping but can be shown and sorted by.
namespace columns {
inline const QString customer = QStringLiteral("customer"); ///< Last name, then first name.
inline const QString email = QStringLiteral("email");
} // namespace columns

/// By one column, ties broken by customer name where cheap and always by the address key, so that the order
/// is total.
struct SortOrder
{
    QString column = columns::customer; ///< columns::customer, columns::email or a field id.
    Qt::SortOrder direction = Qt::AscendingOrder;

    [[nodiscard]] bool operator==(const SortOrder &) const = default;
};

/// What the grid shows: words that all have to match (accents and case do not matter), in an order.
struct AddressQuery
{
    QString search; ///< Empty shows every address.
    SortOrder sort;

    [[nodiscard]] bool operator==(const AddressQuery &) const = default;
};

/// The place right after (or before) a row in the query's order: an opaque key from an earlier page.
struct PageAnchor
{
    QList<FieldValue> sortValues;
    QString addressId;

    [[nodiscard]] bool isValid() const { return !addressId.isEmpty(); }
};

/// A stretch of rows. With a valid `after` the page is found by key; otherwise by counting `firstIndex` rows.
struct PageRequest
{
    AddressQuery query;
    qint64 firstIndex = 0; ///< Position of the first wanted row, from 0.
    int limit = 200;
    PageAnchor after; ///< The row at firstIndex − 1, when it is known.
};

struct AddressPage
{
    qint64 firstIndex = 0;
    QList<AddressRow> rows;
    PageAnchor last;    ///< Of the last row; invalid when there are no rows.
    bool isEnd = false; ///< No rows follow.
};

} // namespace addressdesk
