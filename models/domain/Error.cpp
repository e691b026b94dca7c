#include "models/domain/Error.h"

#include <array>

namespace addressdesk {

namespace {

/// In the order of ErrorCode. Scripts rely on them.
constexpr std::array codeNames{"internal",           "invalidValue",
                               "invalidArgument",    "notFound",
                               "constraintViolated", "notADatabase",
                               "fileMissing",        "readOnly",
                               "sideFilesForeign",   "locked",
                               "diskFull",           "schemaMissing",
                               "schemaMismatch",     "schemaTooNew",
                               "connectionFailed",   "databaseMissing",
                               "connectionLost",     "authenticationFailed",
                               "passwordRequired",   "permissionDenied",
                               "tlsUnavailable",     "certificateRejected",
                               "driverMissing",      "timedOut",
                               "cancelled",          "busy",
                               "notRevertible",      "outdated",
                               "tooManyAttempts",    "credentialsUnavailable",
                               "recipientRefused",   "senderRefused",
                               "messageRefused",     "serviceRefused"};
static_assert(codeNames.size() == static_cast<std::size_t>(ErrorCode::ServiceRefused) + 1);

} // namespace

QString errorCodeName(ErrorCode code)
{
    return QString::fromLatin1(codeNames.at(static_cast<std::size_t>(code)));
}

} // namespace addressdesk
