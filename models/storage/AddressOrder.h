#pragma once

#include "models/domain/Paging.h"
#include "models/storage/AddressRowSql.h"

#include <QList>

#include <optional>

namespace addressdesk {

/// One sort order in SQL, total and answered by a covering index of the native tables.
///
/// By a field: its value, then the address's key. By customer or e-mail: last and first name or the e-mail,
/// the customer's key, the address's key; addresses whose customer does not exist follow at the end in either
/// direction. NULLs count as smallest.
class AddressOrder final
{
public:
    /// std::nullopt for a column that is neither a field of the mapping nor one of addressdesk::columns.
    [[nodiscard]] static std::optional<AddressOrder> of(const SortOrder &sort, const AddressRowSql &rows);

    /// The order goes through the customers' table: from() leaves out addresses whose customer does not
    /// exist.
    [[nodiscard]] bool isThroughCustomers() const { return m_isThroughCustomers; }
    [[nodiscard]] bool isDescending() const { return m_isDescending; }

    [[nodiscard]] QString from() const;
    /// The values that are sorted by and the address's key, as s1, s2, … and ak.
    [[nodiscard]] QString keyColumns() const;
    [[nodiscard]] QString orderBy() const;                         ///< For from().
    [[nodiscard]] QString orderByKeys(const QString &alias) const; ///< For what keyColumns() named.
    /// For rows of addresses LEFT JOIN customers: those without customer last.
    [[nodiscard]] QString orderByWithAll() const;
    /// The columns of addresses that orderByWithAll() and its join need, under their own names.
    [[nodiscard]] QString scanColumns() const;
    /// " ASC" or " DESC" for the address's key alone.
    [[nodiscard]] QString direction() const;

    /// Conditions that together select what follows a row, each seeking in the index, in the order of their
    /// rows.
    struct Step
    {
        QString condition;
        QList<FieldValue> values;
    };
    [[nodiscard]] QList<Step> stepsAfter(const PageAnchor &anchor) const;
    [[nodiscard]] PageAnchor anchorOf(const AddressRow &row) const;
    /// The anchor is a row whose customer does not exist.
    [[nodiscard]] bool isBeyondCustomers(const PageAnchor &anchor) const;

private:
    struct Term
    {
        QString expression;
        bool isNullable = true;
    };

    AddressOrder(const SortOrder &sort, const AddressRowSql &rows);
    [[nodiscard]] QString joined(const QStringList &expressions) const;

    SortOrder m_sort;
    const AddressRowSql *m_rows;
    bool m_isThroughCustomers = false;
    bool m_isDescending = false;
    QList<Term> m_terms; ///< What is sorted by, the address's key last.
};

} // namespace addressdesk
