#include "app/ctl/Commands.h"

#include "app/ctl/Command.h"
#include "app/ctl/CommandContext.h"
#include "app/ctl/CtlText.h"

namespace addressdesk {

namespace {

using Takes = OptionSpec::Takes;

OptionSpec reasonOption()
{
    return {QStringLiteral("reason"), Takes::OneValue, QStringLiteral("TEXT"),
            CtlText::tr("why; kept in the history")};
}

OptionSpec expectOption()
{
    return {QStringLiteral("expect"), Takes::OneOrMoreFields, QStringLiteral("FIELD=VALUE…"),
            CtlText::tr("refuse unless the field still has this value")};
}

OptionSpec nullOption()
{
    return {QStringLiteral("null"), Takes::OneValueEach, QStringLiteral("FIELD"),
            CtlText::tr("no value at all (SQL NULL); FIELD= is the empty text")};
}

QString fieldHelp()
{
    return CtlText::tr("FIELD is one of label, streetNumber, streetName, zipCode, city and country.");
}

QString addressHelp()
{
    return CtlText::tr("ADDRESS is an address's key, which “find” prints first.");
}

QList<Command> preparing()
{
    return {
        {QStringLiteral("init"),
         QStringLiteral("[--dry-run]"),
         CtlText::tr("Creates the tables that are missing."),
         CtlText::tr("An empty database gets all tables. Beside tables “users” and “addresses” that are "
                     "there already, only\n"
                     "the companion tables are made; the others stay as they are."),
         0,
         0,
         {{QStringLiteral("dry-run"), Takes::Nothing, {}, CtlText::tr("only say what would be done")}},
         runInit},
        {QStringLiteral("sample"),
         QStringLiteral("[--customers N] [--seed S]"),
         CtlText::tr("Fills an empty database with invented customers and their history."),
         {},
         0,
         0,
         {{QStringLiteral("customers"), Takes::OneValue, QStringLiteral("N"),
           CtlText::tr("how many; 5000 unless given")},
          {QStringLiteral("seed"), Takes::OneValue, QStringLiteral("S"),
           CtlText::tr("another number makes other customers")}},
         runSample},
    };
}

QList<Command> lookingUp()
{
    return {
        {QStringLiteral("find"),
         QStringLiteral("TEXT [--limit N]"),
         CtlText::tr("Lists addresses by words of them or of their customer."),
         CtlText::tr("All words have to match; case and accents do not matter."),
         1,
         -1,
         {{QStringLiteral("limit"), Takes::OneValue, QStringLiteral("N"),
           CtlText::tr("at most this many; 50 unless given")}},
         runFind},
        {QStringLiteral("show"),
         QStringLiteral("ADDRESS"),
         CtlText::tr("Shows one address."),
         addressHelp(),
         1,
         1,
         {},
         runShow},
    };
}

QList<Command> changing()
{
    return {
        {QStringLiteral("set"),
         QStringLiteral("ADDRESS FIELD=VALUE… [--null FIELD] [--reason TEXT] [--expect FIELD=VALUE…]"),
         CtlText::tr("Changes fields of an address in one save."),
         addressHelp() + u'\n' + fieldHelp() + u'\n' +
             CtlText::tr("Without --expect the save insists on the values that it finds when it starts. "
                         "After the new values,\n"
                         "--expect takes all FIELD=VALUE that follow it; before them it takes one, and may "
                         "be given again."),
         1,
         -1,
         {nullOption(), reasonOption(), expectOption()},
         runSet},
        {QStringLiteral("create"),
         QStringLiteral("USER FIELD=VALUE… [--null FIELD] [--reason TEXT]"),
         CtlText::tr("Creates an address for a customer, given by key or e-mail address."),
         fieldHelp(),
         1,
         -1,
         {nullOption(), reasonOption()},
         runCreate},
        {QStringLiteral("delete"),
         QStringLiteral("ADDRESS [--reason TEXT] [--expect FIELD=VALUE…]"),
         CtlText::tr("Deletes an address; it can be restored."),
         addressHelp() + u'\n' + fieldHelp(),
         1,
         1,
         {reasonOption(), expectOption()},
         runDelete},
        {QStringLiteral("restore"),
         QStringLiteral("ADDRESS"),
         CtlText::tr("Restores a deleted address as it was."),
         CtlText::tr("ADDRESS is the key that the address had; “delete” printed it."),
         1,
         1,
         {},
         runRestore},
    };
}

QList<Command> lookingBack()
{
    return {
        {QStringLiteral("history"),
         QStringLiteral("ADDRESS [--field FIELD] [--limit N]"),
         CtlText::tr("Lists what happened to an address, newest first, and what can be set back."),
         addressHelp() + u'\n' + fieldHelp(),
         1,
         1,
         {{QStringLiteral("field"), Takes::OneValue, QStringLiteral("FIELD"),
           CtlText::tr("only of this field")},
          {QStringLiteral("limit"), Takes::OneValue, QStringLiteral("N"),
           CtlText::tr("only the newest; all unless given")}},
         runHistory},
        {QStringLiteral("revert"),
         QStringLiteral(
             "EVENT | --save CHANGE_ID | --token SECRET | --code CODE  [--override] [--reason TEXT]"),
         CtlText::tr("Puts a change, a whole save or a deletion back."),
         CtlText::tr("EVENT is the number of an event in the history."),
         0,
         1,
         {{QStringLiteral("save"), Takes::OneValue, QStringLiteral("CHANGE_ID"),
           CtlText::tr("the whole save")},
          {QStringLiteral("token"), Takes::OneValue, QStringLiteral("SECRET"),
           CtlText::tr("the token of a safety mail's link; - reads it from standard input")},
          {QStringLiteral("code"), Takes::OneValue, QStringLiteral("CODE"),
           CtlText::tr("the short code of a safety mail")},
          {QStringLiteral("override"),
           Takes::Nothing,
           {},
           CtlText::tr("even if the value has changed since")},
          reasonOption()},
         runRevert},
        {QStringLiteral("verify"),
         QStringLiteral("[ADDRESS]"),
         CtlText::tr("Compares every history with its row and checks the check sums."),
         addressHelp(),
         0,
         1,
         {},
         runVerify},
    };
}

QList<Command> serving()
{
    return {
        {QStringLiteral("settings"),
         QStringLiteral("[NAME=VALUE…]"),
         CtlText::tr("Shows or sets what mails, letters and pages say on behalf of the company."),
         CtlText::tr(
             "NAME is one of companyName, companyPhone, senderAddress, publicUrl, language and linkDays."),
         0,
         -1,
         {},
         runSettings},
        {QStringLiteral("serve"),
         QStringLiteral("[--listen HOST:PORT] [--public-url URL] [--behind-proxy] [--threads N]\n"
                        "[--requests-per-minute N]\n"
                        "[--smtp URL [--smtp-password-file FILE] [--smtp-ca-file FILE] | --mail-folder DIR]"),
         CtlText::tr(
             "Answers the links of safety mails and sends the mails that wait, until it is told to end."),
         CtlText::tr(
             "It speaks HTTP; a web server in front of it speaks TLS. A mail server's URL is\n"
             "smtp://user@host:587 (STARTTLS), smtps://user@host:465 (TLS) or smtp://localhost:25?tls=none.\n"
             "Its password comes from the systemd credential smtp-password or from a file with mode 0600."),
         0,
         0,
         {{QStringLiteral("listen"), Takes::OneValue, QStringLiteral("HOST:PORT"),
           CtlText::tr("where to listen; 127.0.0.1:8085 unless given")},
          {QStringLiteral("public-url"), Takes::OneValue, QStringLiteral("URL"),
           CtlText::tr("how customers reach it, for example https://addresses.example.com")},
          {QStringLiteral("behind-proxy"),
           Takes::Nothing,
           {},
           CtlText::tr("a web server on this machine says who the client is (X-Forwarded-For)")},
          {QStringLiteral("threads"), Takes::OneValue, QStringLiteral("N"),
           CtlText::tr("connections to the database; 4 unless given, 1 on SQLite")},
          {QStringLiteral("requests-per-minute"), Takes::OneValue, QStringLiteral("N"),
           CtlText::tr("of one client; 30 unless given, 0 for no limit")},
          {QStringLiteral("smtp"), Takes::OneValue, QStringLiteral("URL"),
           CtlText::tr("the mail server that takes the mails")},
          {QStringLiteral("smtp-password-file"), Takes::OneValue, QStringLiteral("FILE"),
           CtlText::tr("holds its password; nobody else may be able to read it")},
          {QStringLiteral("smtp-ca-file"), Takes::OneValue, QStringLiteral("FILE"),
           CtlText::tr("certificates to trust instead of the system's")},
          {QStringLiteral("mail-folder"), Takes::OneValue, QStringLiteral("DIR"),
           CtlText::tr("write mails into this folder instead of sending them")}},
         runServe},
    };
}

} // namespace

const QList<Command> &allCommands()
{
    static const QList<Command> commands = preparing() + lookingUp() + changing() + lookingBack() + serving();
    return commands;
}

const QList<OptionSpec> &commonOptions()
{
    static const QList<OptionSpec> options{
        {QStringLiteral("database"), Takes::OneValue, QStringLiteral("URL"),
         CtlText::tr(
             "sqlite:FILE, postgresql:///name or postgresql://user@host:port/name?sslmode=…; otherwise "
             "ADDRESS_DESK_DATABASE")},
        {QStringLiteral("json"), Takes::Nothing, {}, CtlText::tr("answer with one JSON object a line")},
        {QStringLiteral("help"), Takes::Nothing, {}, CtlText::tr("tell what the command does"), u'h'},
        {QStringLiteral("version"), Takes::Nothing, {}, CtlText::tr("tell the version"), u'v'}};
    return options;
}

} // namespace addressdesk
