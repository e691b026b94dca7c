#pragma once

#include <QMap>
#include <QString>

#include <optional>

namespace addressdesk {

/// The value of one field. std::nullopt is SQL NULL, which differs from the empty string.
using FieldValue = std::optional<QString>;

/// Field id (as in the payloads, for example "zipCode") → value.
using FieldValues = QMap<QString, FieldValue>;

/// Text for a grid, a form or a comparison by people, to whom NULL and '' look alike.
[[nodiscard]] inline QString shownText(const FieldValue &value)
{
    return value.value_or(QString());
}

} // namespace addressdesk
