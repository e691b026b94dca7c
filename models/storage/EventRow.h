#pragma once

#include "models/domain/Event.h"

#include <QString>

namespace addressdesk {

class Dialect;
class Statement;

/// How a row of `events` is read, on every database alike.
namespace eventRow {

constexpr int columnCount = 10;

/// The select list, in the order that read() expects: `prefix` is a table alias with its dot, or empty.
[[nodiscard]] QString columns(const Dialect &dialect, const QString &prefix = {});

/// The event in the statement's current row, its columns starting at `firstColumn`.
/// Errors: Internal for a type or a payload that no version of the program writes.
[[nodiscard]] Result<Event> read(const Statement &statement, int firstColumn = 0);

} // namespace eventRow

} // namespace addressdesk
