#pragma once

#include "models/domain/DatabaseUrl.h"
#include "models/domain/Error.h"

#include <memory>

namespace addressdesk {

/// The SQL of recording a change that differs between the databases, and what their refusals mean to a
/// recorder.
class RecorderSql
{
public:
    virtual ~RecorderSql() = default;

    [[nodiscard]] static std::unique_ptr<RecorderSql> of(DatabaseUrl::Kind kind);

    /// A column's value as text, as it is compared and recorded: to the last byte, whatever the column's
    /// collation.
    [[nodiscard]] virtual QString textOf(const QString &expression) const = 0;
    /// Appended to a SELECT that must keep other writers from the rows of `alias` until the transaction ends.
    [[nodiscard]] virtual QString rowLock(const QString &alias) const = 0;

    /// Between the columns and the values of an INSERT that brings a key which the database would otherwise
    /// give.
    [[nodiscard]] virtual QString keepingGivenKey() const = 0;
    /// `expression`, a text of ASCII characters, lies byte by byte between two placeholders, the second
    /// excluded.
    [[nodiscard]] virtual QString isInRange(const QString &expression) const = 0;

    /// Gives a row when somebody else's trigger, rule or view may store other values in the table (its one
    /// placeholder is the quoted name) than a statement asks for, in its own columns and in others. Our
    /// triggers are named address_desk_….
    [[nodiscard]] virtual QString rewriters() const = 0;

    /// A key could not be read as a value of its column's type.
    [[nodiscard]] virtual bool isMalformedKey(const Error &error) const = 0;
    /// Another writer was quicker and the same transaction may succeed when it is run again.
    [[nodiscard]] virtual bool isCollision(const Error &error) const = 0;
    [[nodiscard]] virtual bool isUniqueViolation(const Error &error) const = 0;
    /// The database refused to let a revert token be used again.
    [[nodiscard]] virtual bool isTokenReuse(const Error &error) const = 0;
    /// One statement can be a whole save (OneStatementSave.h).
    [[nodiscard]] virtual bool canSaveInOneStatement() const = 0;
};

} // namespace addressdesk
