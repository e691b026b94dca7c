#pragma once

#include "models/domain/DatabaseUrl.h"
#include "models/domain/Error.h"

#include <QSqlError>
#include <QString>

namespace addressdesk {

class SqlConnection;

/// What differs between the databases. One final class for each; nobody else asks which database it is.
class Dialect
{
public:
    virtual ~Dialect() = default;

    [[nodiscard]] virtual DatabaseUrl::Kind kind() const = 0;
    [[nodiscard]] virtual QString migrationFolder() const = 0; ///< Below :/sql, for example "sqlite".

    /// An identifier, quoted so that any name is harmless.
    [[nodiscard]] virtual QString quoted(const QString &identifier) const = 0;
    /// The placeholder's SQL for a value of an address or customer key.
    [[nodiscard]] virtual QString keyPlaceholder() const = 0;
    /// `left IS NOT DISTINCT FROM right`, null-safe.
    [[nodiscard]] virtual QString sameValue(const QString &left, const QString &right) const = 0;
    [[nodiscard]] virtual QString beginWrite() const = 0;
    /// An expression's text folded for searching: lower case, without accents.
    [[nodiscard]] virtual QString folded(const QString &expression) const = 0;

    /// The driver's error in the program's terms.
    [[nodiscard]] virtual Error mapped(const QSqlError &error) const = 0;
};

} // namespace addressdesk
