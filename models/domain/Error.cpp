#include "models/domain/Error.h"

namespace addressdesk {

QString errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Internal:
        return QStringLiteral("internal");
    case ErrorCode::InvalidValue:
        return QStringLiteral("invalidValue");
    case ErrorCode::InvalidArgument:
        return QStringLiteral("invalidArgument");
    case ErrorCode::NotFound:
        return QStringLiteral("notFound");
    case ErrorCode::ConstraintViolated:
        return QStringLiteral("constraintViolated");
    case ErrorCode::NotADatabase:
        return QStringLiteral("notADatabase");
    case ErrorCode::FileMissing:
        return QStringLiteral("fileMissing");
    case ErrorCode::ReadOnly:
        return QStringLiteral("readOnly");
    case ErrorCode::Locked:
        return QStringLiteral("locked");
    case ErrorCode::DiskFull:
        return QStringLiteral("diskFull");
    case ErrorCode::SchemaMissing:
        return QStringLiteral("schemaMissing");
    case ErrorCode::SchemaMismatch:
        return QStringLiteral("schemaMismatch");
    case ErrorCode::SchemaTooNew:
        return QStringLiteral("schemaTooNew");
    case ErrorCode::ConnectionFailed:
        return QStringLiteral("connectionFailed");
    case ErrorCode::DatabaseMissing:
        return QStringLiteral("databaseMissing");
    case ErrorCode::ConnectionLost:
        return QStringLiteral("connectionLost");
    case ErrorCode::AuthenticationFailed:
        return QStringLiteral("authenticationFailed");
    case ErrorCode::PasswordRequired:
        return QStringLiteral("passwordRequired");
    case ErrorCode::PermissionDenied:
        return QStringLiteral("permissionDenied");
    case ErrorCode::TlsUnavailable:
        return QStringLiteral("tlsUnavailable");
    case ErrorCode::CertificateRejected:
        return QStringLiteral("certificateRejected");
    case ErrorCode::DriverMissing:
        return QStringLiteral("driverMissing");
    case ErrorCode::TimedOut:
        return QStringLiteral("timedOut");
    case ErrorCode::Cancelled:
        return QStringLiteral("cancelled");
    case ErrorCode::Busy:
        return QStringLiteral("busy");
    case ErrorCode::Outdated:
        return QStringLiteral("outdated");
    case ErrorCode::TooManyAttempts:
        return QStringLiteral("tooManyAttempts");
    case ErrorCode::NotRevertible:
        return QStringLiteral("notRevertible");
    case ErrorCode::CredentialsUnavailable:
        return QStringLiteral("credentialsUnavailable");
    }
    Q_UNREACHABLE();
}

} // namespace addressdesk
