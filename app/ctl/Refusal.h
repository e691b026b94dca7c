#pragma once

#include "app/ctl/ExitStatus.h"
#include "models/domain/DatabaseUrl.h"
#include "models/domain/Error.h"

#include <QJsonValue>
#include <QString>

namespace addressdesk {

/// Why a command ended without doing what it was asked to.
struct Refusal
{
    ExitStatus status = ExitStatus::Refused;
    QString code;      ///< For scripts, for example "notFound", "conflict", "usage".
    QString message;   ///< A sentence for people.
    QJsonValue detail; ///< Technical text, or an object with more about it.
};

using CommandResult = tl::expected<ExitStatus, Refusal>;

/// A failure of the database or of a request, with its sentence. `url` may be nullptr.
[[nodiscard]] Refusal refusalOf(const Error &error, const DatabaseUrl *url);
[[nodiscard]] Refusal wrongUsage(const QString &message);

} // namespace addressdesk
