#pragma once

#include <QString>

namespace addressdesk {

/// One step of making a database ready for Address Desk.
struct SchemaStep
{
    enum class Kind {
        KeepTable,
        LeaveOutColumn,
        CreateTable,
        CreateIndex,
        CreateTrigger,
        CreateFunction,
        RecordVersion,
        RenewGuard
    };

    Kind kind = Kind::CreateTable;
    QString name; ///< Of what is kept or created; for LeaveOutColumn TABLE.COLUMN; for RecordVersion the
                  ///< table that it is recorded in, for RenewGuard a trigger or function.

    [[nodiscard]] bool operator==(const SchemaStep &) const = default;
};

} // namespace addressdesk
