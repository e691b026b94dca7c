#pragma once

#include "models/domain/Error.h"
#include "models/domain/OutgoingMail.h"

#include <optional>

namespace addressdesk {

/// The links of one mail: what customers open to put something back. The gateway answers them below "/r/".
class RevertUrls final
{
public:
    /// `publicUrl` as OfficeSettings has it; without it, or without a token, there are no links. InvalidValue
    /// unless it is empty or an absolute http or https address without user, query and fragment.
    [[nodiscard]] static Result<RevertUrls> make(const QString &publicUrl,
                                                 const std::optional<RevertToken> &saveToken);

    [[nodiscard]] std::optional<QString> forField(const QString &fieldId) const;
    [[nodiscard]] std::optional<QString> forAddress() const; ///< Of a deletion.
    [[nodiscard]] std::optional<QString> forSave() const;    ///< All changes of the save at once.

private:
    [[nodiscard]] std::optional<QString> urlOf(const RevertToken &token) const;

    QString m_base;
    std::optional<RevertToken> m_token; ///< None: there are no links.
};

} // namespace addressdesk
