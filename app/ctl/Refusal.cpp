#include "app/ctl/Refusal.h"

#include "app/ctl/CtlText.h"
#include "models/wording/Sentences.h"

namespace addressdesk {

namespace {

/// The database itself is at fault, not what was asked of it.
bool isUnavailable(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotADatabase:
    case ErrorCode::FileMissing:
    case ErrorCode::Locked:
    case ErrorCode::DiskFull:
    case ErrorCode::SchemaMissing:
    case ErrorCode::SchemaMismatch:
    case ErrorCode::SchemaTooNew:
    case ErrorCode::ConnectionFailed:
    case ErrorCode::DatabaseMissing:
    case ErrorCode::ConnectionLost:
    case ErrorCode::AuthenticationFailed:
    case ErrorCode::PasswordRequired:
    case ErrorCode::TlsUnavailable:
    case ErrorCode::CertificateRejected:
    case ErrorCode::DriverMissing:
    case ErrorCode::TimedOut:
    case ErrorCode::CredentialsUnavailable:
        return true;
    default:
        return false;
    }
}

/// The window's sentence speaks of what is typed and of connecting again; this program does neither.
QString sentenceOf(const Error &error, const DatabaseUrl *url)
{
    if (error.code == ErrorCode::ConnectionLost && url)
        return CtlText::tr("The connection to %1 was lost.").arg(wording::quoted(url->displayName()));
    return wording::sentence(error, url);
}

} // namespace

Refusal refusalOf(const Error &error, const DatabaseUrl *url)
{
    return {isUnavailable(error.code) ? ExitStatus::Unavailable : ExitStatus::Refused,
            errorCodeName(error.code), sentenceOf(error, url), wording::technicalDetails(error)};
}

Refusal wrongUsage(const QString &message)
{
    return {ExitStatus::WrongUsage, QStringLiteral("usage"), message, {}};
}

} // namespace addressdesk
