#include "app/desk/DeskOptions.h"

#include <QCommandLineParser>
#include <QCoreApplication>

namespace addressdesk {

namespace {

const QString helpName = QStringLiteral("help");
const QString versionName = QStringLiteral("version");
const QString databaseName = QStringLiteral("database");
const QString sampleName = QStringLiteral("sample");
const QString tourName = QStringLiteral("tour");

constexpr int wrongUsage = 2;
const QString sampleMessage = QStringLiteral("sample");

QString say(const char *text)
{
    return QCoreApplication::translate("DeskOptions", text);
}

DeskOptions refused(const QString &sentence)
{
    DeskOptions options;
    options.answer = sentence + QStringLiteral("\n") +
                     say(QT_TRANSLATE_NOOP("DeskOptions", "Try: address-desk --help")) + u'\n';
    options.exitStatus = wrongUsage;
    return options;
}

/// A URL, or the name of an SQLite file as file managers give it.
Result<DatabaseUrl> databaseOf(const QString &text)
{
    const bool isUrl =
        text.startsWith(u"sqlite:") || text.startsWith(u"postgresql:") || text.startsWith(u"postgres:");
    return isUrl ? DatabaseUrl::parse(text) : Result<DatabaseUrl>(DatabaseUrl::sqlite(text));
}

void describe(QCommandLineParser &parser)
{
    parser.setApplicationDescription(say(QT_TRANSLATE_NOOP(
        "DeskOptions", "Correct customers' addresses, with a history that can be set back.")));
    const QCommandLineOption help({QStringLiteral("h"), helpName},
                                  say(QT_TRANSLATE_NOOP("DeskOptions", "Tell what the options do.")));
    const QCommandLineOption version({QStringLiteral("v"), versionName},
                                     say(QT_TRANSLATE_NOOP("DeskOptions", "Tell the version.")));
    const QCommandLineOption database(
        databaseName,
        say(QT_TRANSLATE_NOOP(
            "DeskOptions", "Open this database: sqlite:FILE or postgresql://user@host:port/name?sslmode=…")),
        QStringLiteral("URL"));
    const QCommandLineOption sample(
        sampleName,
        say(QT_TRANSLATE_NOOP("DeskOptions", "Open the sample database with made-up customers.")));
    const QCommandLineOption tour(
        tourName,
        say(QT_TRANSLATE_NOOP(
            "DeskOptions",
            "Go through the main job by itself on a sample and leave pictures of it in this folder.")),
        QStringLiteral("FOLDER"));
    parser.addOptions({help, version, database, sample, tour});
    parser.addPositionalArgument(QStringLiteral("FILE"),
                                 say(QT_TRANSLATE_NOOP("DeskOptions", "An SQLite file, or a URL.")),
                                 QStringLiteral("[FILE]"));
}

} // namespace

DeskOptions DeskOptions::parse(const QStringList &arguments)
{
    QCommandLineParser parser;
    describe(parser);
    if (!parser.parse(arguments))
        return refused(parser.errorText());
    DeskOptions options;
    if (parser.isSet(helpName)) {
        options.answer = parser.helpText();
        return options;
    }
    if (parser.isSet(versionName)) {
        options.answer = QStringLiteral("address-desk " ADDRESSDESK_VERSION "\n");
        return options;
    }
    const QStringList named = parser.values(databaseName) + parser.positionalArguments();
    if (named.size() + (parser.isSet(sampleName) ? 1 : 0) > 1)
        return refused(say(QT_TRANSLATE_NOOP("DeskOptions", "Only one database can be opened in a window.")));
    if (parser.isSet(tourName) && !named.isEmpty())
        return refused(say(QT_TRANSLATE_NOOP(
            "DeskOptions",
            "The tour changes what it shows, so it makes a sample: no database can be named.")));
    options.isSample = parser.isSet(sampleName);
    options.tourFolder = parser.value(tourName);
    if (!named.isEmpty()) {
        const Result<DatabaseUrl> url = databaseOf(named.first());
        if (!url)
            return refused(say(QT_TRANSLATE_NOOP("DeskOptions", "The database's URL is not understood: %1"))
                               .arg(url.error().detail));
        options.database = *url;
    }
    return options;
}

QString DeskOptions::toMessage() const
{
    if (isSample)
        return sampleMessage;
    return database ? database->toString() : QString();
}

DeskOptions DeskOptions::fromMessage(const QString &message)
{
    DeskOptions options;
    options.isSample = message == sampleMessage;
    if (const Result<DatabaseUrl> url = DatabaseUrl::parse(message); url && !options.isSample)
        options.database = *url;
    return options;
}

} // namespace addressdesk
