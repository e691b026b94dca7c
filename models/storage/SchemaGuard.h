#pragma once

#include <QString>

namespace addressdesk {

/// A trigger, function or unique index that keeps the history as it is.
struct SchemaGuard
{
    QString name;
    /// What it does and to which table, in words of the dialect that made it; to compare, not to run.
    QString definition;

    [[nodiscard]] bool operator==(const SchemaGuard &) const = default;
};

/// What the functions among the guards name, as SQL. Empty where there are no schemas.
struct GuardedTables
{
    QString schema; ///< Of the companion tables.
    QString addresses;
    QString customers;
};

} // namespace addressdesk
