#pragma once

#include <QMetaType>
#include <QString>

#include <tl/expected.hpp>

namespace addressdesk {

/// What went wrong, in terms that a sentence can be chosen by. models/wording turns codes into sentences.
enum class ErrorCode {
    Internal,             ///< A statement or step failed in a way that the program does not expect.
    InvalidValue,         ///< A value is refused by ValueRules; Error::detail holds the sentence's argument.
    InvalidArgument,      ///< An argument has no meaning here: unknown field, empty save, malformed id.
    NotFound,             ///< The address, customer, event or save does not exist.
    ConstraintViolated,   ///< The database's own constraint refused the value.
    NotADatabase,         ///< The file exists but is not an SQLite database.
    FileMissing,          ///< The SQLite file does not exist.
    ReadOnly,             ///< The file, folder, session or server refuses writing.
    SideFilesForeign,     ///< Another account's files beside the SQLite file; Error::detail names one and its
                          ///< owner.
    Locked,               ///< Another program held the lock for longer than the time-out.
    DiskFull,             ///< No space left where the database lives.
    SchemaMissing,        ///< The database has none of the tables: it was never initialised.
    SchemaMismatch,       ///< Tables are there, but not with the columns that the mapping names.
    SchemaTooNew,         ///< The database was migrated by a newer program.
    ConnectionFailed,     ///< The server could not be reached.
    DatabaseMissing,      ///< The server has no database of this name.
    ConnectionLost,       ///< The server or file went away after it had been open.
    AuthenticationFailed, ///< User or password refused.
    PasswordRequired,     ///< The server wants a password and none was given.
    PermissionDenied,     ///< The database role may not do this.
    TlsUnavailable,       ///< TLS is required and the server has none.
    CertificateRejected,  ///< The server's certificate could not be verified.
    DriverMissing,        ///< The Qt SQL driver is not installed.
    TimedOut,             ///< The statement ran longer than its time-out.
    Cancelled,            ///< The request was cancelled by whoever made it.
    Busy,                 ///< Concurrent saves collided more often than the recorder retries.
    NotRevertible,        ///< The verdict forbids the revert.
    Outdated,             ///< What was to be done makes no sense any more: it has changed meanwhile.
    TooManyAttempts,      ///< Too many wrong revert codes within a minute.
    CredentialsUnavailable, ///< No keyring is there or it is locked.
    // Of a mail server that answered; Error::nativeCode is its reply code, 4xx where it asks to try later.
    RecipientRefused, ///< It does not take mail for the recipient.
    SenderRefused,    ///< It does not take mail from the sender's address.
    MessageRefused,   ///< It read the message and did not take it.
    ServiceRefused    ///< It takes no mail from this computer now, whatever it is.
};

/// A failure. `detail` is technical (driver text, file name) and never holds values of customers;
/// `nativeCode` is the SQLSTATE or SQLite's extended result code.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString detail;
    QString nativeCode;

    [[nodiscard]] bool operator==(const Error &) const = default;
};

template<typename T> using Result = tl::expected<T, Error>;

using Done = Result<void>;

[[nodiscard]] inline tl::unexpected<Error> failure(ErrorCode code, QString detail = {},
                                                   QString nativeCode = {})
{
    return tl::unexpected<Error>(Error{code, std::move(detail), std::move(nativeCode)});
}

/// The code's name for logs and JSON, for example "schemaTooNew".
[[nodiscard]] QString errorCodeName(ErrorCode code);

} // namespace addressdesk

Q_DECLARE_METATYPE(addressdesk::Error)
