#include "models/wording/Sentences.h"

#include "models/domain/Instant.h"
#include "models/wording/Isolation.h"
#include "models/wording/Language.h"
#include "models/wording/TimeWording.h"

#include <QCoreApplication>
#include <QLocale>
#include <QTextBoundaryFinder>

namespace addressdesk::wording {

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("Sentences", text);
}

QString databaseName(const DatabaseUrl *url)
{
    return url ? url->displayName() : say(QT_TRANSLATE_NOOP("Sentences", "the database"));
}

/// Failures of one request on a database that is open.
QString requestSentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidValue:
        return say(QT_TRANSLATE_NOOP("Sentences", "A value is not allowed. Nothing was written."));
    case ErrorCode::InvalidArgument:
        return say(QT_TRANSLATE_NOOP("Sentences", "This request makes no sense here. Nothing was written."));
    case ErrorCode::NotFound:
        return say(QT_TRANSLATE_NOOP("Sentences", "It does not exist (any more). Nothing was written."));
    case ErrorCode::ConstraintViolated:
        return say(QT_TRANSLATE_NOOP("Sentences", "The database does not accept this value: one of its own "
                                                  "rules forbids it. Nothing was written."));
    case ErrorCode::TimedOut:
        return say(QT_TRANSLATE_NOOP(
            "Sentences", "The database took too long to answer. Nothing was written. Please try again."));
    case ErrorCode::Cancelled:
        return say(QT_TRANSLATE_NOOP("Sentences", "Stopped as asked. Nothing was written."));
    case ErrorCode::Busy:
        return say(QT_TRANSLATE_NOOP(
            "Sentences",
            "Others are changing this address at this very moment. Nothing was written. Please try again."));
    case ErrorCode::Outdated:
        return say(QT_TRANSLATE_NOOP("Sentences", "This has changed in the meantime. Nothing was done."));
    case ErrorCode::TooManyAttempts:
        return say(QT_TRANSLATE_NOOP(
            "Sentences", "Too many wrong codes. Please wait a minute and read the code once more."));
    case ErrorCode::NotRevertible:
        return say(
            QT_TRANSLATE_NOOP("Sentences", "This change cannot be set back now. Nothing was written."));
    case ErrorCode::RecipientRefused:
        return say(
            QT_TRANSLATE_NOOP("Sentences", "The mail server does not accept the recipient's address."));
    case ErrorCode::SenderRefused:
        return say(QT_TRANSLATE_NOOP("Sentences",
                                     "The mail server does not accept mails from the sender's address."));
    case ErrorCode::MessageRefused:
        return say(QT_TRANSLATE_NOOP("Sentences", "The mail server refused this mail."));
    case ErrorCode::ServiceRefused:
        return say(QT_TRANSLATE_NOOP(
            "Sentences", "The mail server answered, but it takes no mails from this computer now."));
    case ErrorCode::CredentialsUnavailable:
        return say(QT_TRANSLATE_NOOP(
            "Sentences",
            "No keyring is available, or it is locked. The password is kept for this session only."));
    default:
        return say(QT_TRANSLATE_NOOP(
            "Sentences", "Something went wrong that the program did not expect. Nothing was written."));
    }
}

/// Failures that have to do with a server, the way to it, or a user's rights there.
QString serverSentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::ConnectionFailed:
        return say(QT_TRANSLATE_NOOP(
            "Sentences",
            "The server of %1 cannot be reached. Check its name and port, and whether it is running."));
    case ErrorCode::DatabaseMissing:
        return say(QT_TRANSLATE_NOOP(
            "Sentences",
            "The server has no database %1. Check how its name is spelled, or create the database first."));
    case ErrorCode::ConnectionLost:
        return say(QT_TRANSLATE_NOOP("Sentences", "The connection to %1 is gone. What you typed is kept; "
                                                  "the program keeps trying to connect again."));
    case ErrorCode::AuthenticationFailed:
        return say(QT_TRANSLATE_NOOP("Sentences", "The server of %1 refused the user name or the password."));
    case ErrorCode::PasswordRequired:
        return say(QT_TRANSLATE_NOOP("Sentences", "The server of %1 asks for a password."));
    case ErrorCode::PermissionDenied:
        return say(QT_TRANSLATE_NOOP("Sentences", "Your user of %1 may not do this. Ask the database's "
                                                  "administrator for the right. Nothing was written."));
    case ErrorCode::TlsUnavailable:
        return say(QT_TRANSLATE_NOOP("Sentences", "The server of %1 does not offer encryption (TLS), but "
                                                  "this connection requires it. Nothing was sent."));
    case ErrorCode::CertificateRejected:
        return say(QT_TRANSLATE_NOOP(
            "Sentences",
            "The certificate of the server of %1 could not be verified, so no password was sent."));
    default:
        return {};
    }
}

/// Failures that have to do with the database as a whole.
QString databaseSentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::NotADatabase:
        return say(QT_TRANSLATE_NOOP("Sentences",
                                     "%1 is not a database file, or it is damaged. It was left as it is."));
    case ErrorCode::FileMissing:
        return say(QT_TRANSLATE_NOOP("Sentences",
                                     "The file of %1 is not there. It may have been moved or renamed."));
    case ErrorCode::ReadOnly:
        return say(QT_TRANSLATE_NOOP("Sentences", "%1 can only be read: the file, its folder or the server "
                                                  "does not allow writing. Nothing was written."));
    case ErrorCode::SideFilesForeign:
        //: %1 a database, %2 a file with its owner, for example "/srv/desk.sqlite-wal (marie)"
        return say(QT_TRANSLATE_NOOP(
            "Sentences",
            "%1 cannot be written now: another user's program has left a file beside it that you "
            "may not write, %2. Nothing was written. Ask that user or an administrator to let "
            "you write it; do not delete it."));
    case ErrorCode::Locked:
        return say(QT_TRANSLATE_NOOP(
            "Sentences",
            "Another program is holding %1. Nothing was written. Please try again when it has finished."));
    case ErrorCode::DiskFull:
        return say(QT_TRANSLATE_NOOP(
            "Sentences",
            "There is no space left where %1 is stored. Nothing was written. Make room, then try again."));
    case ErrorCode::SchemaMissing:
        return say(QT_TRANSLATE_NOOP("Sentences", "%1 has no tables for Address Desk yet."));
    case ErrorCode::SchemaMismatch:
        return say(QT_TRANSLATE_NOOP(
            "Sentences",
            "The tables of %1 are not laid out as Address Desk needs them. They were left as they are."));
    case ErrorCode::SchemaTooNew:
        return say(QT_TRANSLATE_NOOP("Sentences", "%1 was set up by a newer version of Address Desk. Please "
                                                  "update this program; the database was left as it is."));
    default:
        return serverSentence(code);
    }
}

QString theCustomer()
{
    //: who set something back, in the place of an operator's name: "set back by %1"
    return say(QT_TRANSLATE_NOOP("Sentences", "the customer"));
}

/// "by marie on 3 March 2026 at 14:02"-like arguments for a verdict.
QString saidOf(const char *withActor, const QString &actor, const QString &at, bool isRevert)
{
    const bool isByCustomer = isRevert && actor == customerActor;
    return say(withActor).arg(isByCustomer ? theCustomer() : actor, timeInSentence(instantOf(at)));
}

QString because(const Verdict &verdict, const char *withActor)
{
    return saidOf(withActor, verdict.becauseActor, verdict.becauseAt, verdict.isBecauseRevert);
}

QString alreadyReverted(const Event &event, const Verdict &verdict)
{
    const bool isDeletion = event.type == EventType::AddressDeleted;
    const QString setBack =
        because(verdict, isDeletion ? QT_TRANSLATE_NOOP("Sentences", "Restored by %1 %2.")
                                    : QT_TRANSLATE_NOOP("Sentences", "Set back by %1 %2."));
    if (!verdict.isInForceAgain())
        return setBack;
    const char *again = isDeletion
                            //: of a deletion that had been undone: %1 is a person, %2 a time
                            ? QT_TRANSLATE_NOOP("Sentences", "Deleted again by %1 %2.")
                            //: of a change that had been set back: %1 is a person, %2 a time
                            : QT_TRANSLATE_NOOP("Sentences", "Set again by %1 %2.");
    return setBack + u' ' + saidOf(again, verdict.againActor, verdict.againAt, verdict.isAgainRevert);
}

QString changedSince(const Verdict &verdict)
{
    if (verdict.becauseSequenceNum == 0)
        return say(QT_TRANSLATE_NOOP("Sentences", "The value has been changed outside Address Desk since."));
    return because(verdict, verdict.isBecauseRevert
                                ? QT_TRANSLATE_NOOP("Sentences", "Another value was set back by %1 %2.")
                                //: %1 is a person, %2 is for example "on 3 March 2026 at 14:02"
                                : QT_TRANSLATE_NOOP("Sentences", "Changed again by %1 %2."));
}

} // namespace

QString sentence(const Error &error, const DatabaseUrl *url)
{
    if (error.code == ErrorCode::DriverMissing) {
        return url && url->kind == DatabaseUrl::Kind::Sqlite
                   ? say(QT_TRANSLATE_NOOP("Sentences", "The SQLite driver is not installed. On Debian: "
                                                        "install the package libqt6sql6-sqlite."))
                   : say(QT_TRANSLATE_NOOP("Sentences", "The PostgreSQL driver is not installed. On Debian: "
                                                        "install the package libqt6sql6-psql."));
    }
    if (error.code == ErrorCode::PermissionDenied && url && url->kind == DatabaseUrl::Kind::Sqlite)
        return say(QT_TRANSLATE_NOOP(
                       "Sentences", "The file of %1 may not be read: you have no right to it, or to a folder "
                                    "on the way to it. Ask whoever owns it for the right."))
            .arg(quoted(databaseName(url)));
    const QString aboutDatabase = databaseSentence(error.code);
    if (error.code == ErrorCode::SideFilesForeign)
        return aboutDatabase.arg(quoted(databaseName(url)), error.detail);
    return aboutDatabase.isEmpty() ? requestSentence(error.code)
                                   : aboutDatabase.arg(quoted(databaseName(url)));
}

QString technicalDetails(const Error &error)
{
    if (error.detail.isEmpty() || error.nativeCode.isEmpty())
        return error.detail + error.nativeCode;
    // PostgreSQL's driver ends its texts with the code between brackets, a mail server's answer begins with
    // it.
    const QString withBrackets = u'(' + error.nativeCode + u')';
    if (error.detail.contains(withBrackets) || error.detail.startsWith(error.nativeCode + u' '))
        return error.detail;
    return error.detail + u' ' + withBrackets;
}

QString sentence(const ValueProblem &problem, const QString &fieldTitle)
{
    using Kind = ValueProblem::Kind;
    const QString character = valueRules::characterName(problem.character);
    switch (problem.kind) {
    case Kind::TooLong:
        return say(QT_TRANSLATE_NOOP("Sentences",
                                     "%1: the text is too long (%2 characters, %3 are allowed)."))
            .arg(fieldTitle, QLocale().toString(problem.length),
                 QLocale().toString(valueRules::maximumLength));
    case Kind::LineBreak:
        return say(QT_TRANSLATE_NOOP(
                       "Sentences",
                       "%1: a line break (%2) is not allowed; the value has to be a single line."))
            .arg(fieldTitle, character);
    case Kind::ControlCharacter:
        return say(QT_TRANSLATE_NOOP("Sentences", "%1: the invisible control character %2 is not allowed."))
            .arg(fieldTitle, character);
    case Kind::LoneSurrogate:
        return say(QT_TRANSLATE_NOOP("Sentences",
                                     "%1: half of a character (the lone surrogate %2) is not allowed."))
            .arg(fieldTitle, character);
    case Kind::BidirectionalOverride:
        return say(QT_TRANSLATE_NOOP(
                       "Sentences",
                       "%1: the invisible character %2 is not allowed: it can make a text read as another."))
            .arg(fieldTitle, character);
    }
    Q_UNREACHABLE();
}

QString fieldTitle(const SchemaMapping &mapping, const QString &fieldId)
{
    const FieldMapping *field = mapping.field(fieldId);
    if (!field)
        return fieldId;
    return QCoreApplication::translate("SchemaMapping", field->title.toUtf8().constData());
}

QString fieldTitle(const SchemaMapping &mapping, const QString &fieldId, const Language &language)
{
    const FieldMapping *field = mapping.field(fieldId);
    return field ? language.translate("SchemaMapping", field->title.toUtf8().constData()) : fieldId;
}

QString eventTitle(EventType type)
{
    switch (type) {
    case EventType::AddressCreated:
        return say(QT_TRANSLATE_NOOP("Sentences", "Created"));
    case EventType::AddressFieldChanged:
        return say(QT_TRANSLATE_NOOP("Sentences", "Changed"));
    case EventType::AddressFieldReverted:
        return say(QT_TRANSLATE_NOOP("Sentences", "Set back"));
    case EventType::AddressDeleted:
        return say(QT_TRANSLATE_NOOP("Sentences", "Deleted"));
    case EventType::AddressRestored:
        return say(QT_TRANSLATE_NOOP("Sentences", "Restored"));
    }
    Q_UNREACHABLE();
}

QString actorName(const Event &event)
{
    return event.isByCustomer() ? theCustomer() : event.actor;
}

QString verdictSentence(const Event &event, const Verdict &verdict)
{
    switch (verdict.state) {
    case Reversibility::Revertible:
        return say(QT_TRANSLATE_NOOP("Sentences", "Can be set back."));
    case Reversibility::AlreadyReverted:
        return alreadyReverted(event, verdict);
    case Reversibility::AlreadyBack:
        if (event.type == EventType::AddressDeleted)
            return say(QT_TRANSLATE_NOOP("Sentences", "The address exists again."));
        if (event.field().isEmpty())
            return say(QT_TRANSLATE_NOOP("Sentences", "The address does not exist any more."));
        return say(QT_TRANSLATE_NOOP("Sentences", "The field already has its earlier value again."));
    case Reversibility::ChangedSince:
        return changedSince(verdict);
    case Reversibility::Expired:
        return say(QT_TRANSLATE_NOOP("Sentences", "The link has expired."));
    case Reversibility::AddressDeleted:
        return verdict.becauseSequenceNum == 0
                   ? say(QT_TRANSLATE_NOOP("Sentences", "The address does not exist any more."))
                   : because(verdict,
                             QT_TRANSLATE_NOOP("Sentences",
                                               "The address was deleted by %1 %2. Restore it first."));
    case Reversibility::NotSupported:
        return say(
            QT_TRANSLATE_NOOP("Sentences", "The table has no such field now, so it cannot be set back."));
    }
    Q_UNREACHABLE();
}

QString quotedValue(const FieldValue &value)
{
    if (!value)
        return say(QT_TRANSLATE_NOOP("Sentences", "no value"));
    if (value->isEmpty())
        return say(QT_TRANSLATE_NOOP("Sentences", "empty"));
    return quoted(*value);
}

QString quoted(const QString &text)
{
    return isolated(say(QT_TRANSLATE_NOOP("Sentences", "“%1”")).arg(text));
}

QString quotedBriefly(const QString &text)
{
    constexpr qsizetype briefLength = 80;
    return quoted(shortened(text, briefLength));
}

QString shortened(const QString &text, qsizetype length)
{
    if (text.size() <= length)
        return text;
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, text.left(length + 1));
    finder.setPosition(length);
    const qsizetype end = finder.isAtBoundary() ? length : finder.toPreviousBoundary();
    return text.left(end).trimmed() + u'…';
}

QString revertAction(const Event &event)
{
    switch (event.type) {
    case EventType::AddressCreated:
        return say(QT_TRANSLATE_NOOP("Sentences", "Delete this address"));
    case EventType::AddressRestored:
        return say(QT_TRANSLATE_NOOP("Sentences", "Delete this address again"));
    case EventType::AddressDeleted:
        return say(QT_TRANSLATE_NOOP("Sentences", "Restore this address"));
    case EventType::AddressFieldChanged:
    case EventType::AddressFieldReverted:
        //: %1 is a value in quotation marks, or the words "no value" or "empty"
        return say(QT_TRANSLATE_NOOP("Sentences", "Set back to %1")).arg(quotedValue(event.from()));
    }
    Q_UNREACHABLE();
}

QString customerName(const Customer &customer)
{
    const QString last = shownText(customer.lastName);
    const QString first = shownText(customer.firstName);
    if (!last.isEmpty() && !first.isEmpty()) {
        //: a customer in a list: %1 last name, %2 first name
        return say(QT_TRANSLATE_NOOP("Sentences", "%1, %2")).arg(last, first);
    }
    if (!last.isEmpty() || !first.isEmpty())
        return last + first;
    if (!shownText(customer.email).isEmpty())
        return *customer.email;
    return say(QT_TRANSLATE_NOOP("Sentences", "Customer without a name"));
}

QString searchFor(const Customer &customer)
{
    const QString email = shownText(customer.email);
    return email.isEmpty() ? customerName(customer).remove(u',') : email;
}

QString noCustomers(const QString &table)
{
    //: %1 the name of a table
    return say(QT_TRANSLATE_NOOP("Sentences",
                                 "There are no customers in this database yet, and every address belongs to "
                                 "one. Your company's own program writes them into the table “%1”; their "
                                 "addresses are corrected here."))
        .arg(table);
}

QString spokenName(const Customer &customer)
{
    const QString last = shownText(customer.lastName);
    const QString first = shownText(customer.firstName);
    if (last.isEmpty() || first.isEmpty())
        return customerName(customer);
    //: a customer in a sentence: %1 first name, %2 last name
    return say(QT_TRANSLATE_NOOP("Sentences", "%1 %2")).arg(first, last);
}

} // namespace addressdesk::wording
