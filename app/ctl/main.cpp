#include "app/ctl/Arguments.h"
#include "app/ctl/CommandContext.h"
#include "app/ctl/CtlText.h"
#include "app/ctl/Help.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QStringDecoder>
#include <QTranslator>

#include <clocale>
#include <csignal>
#include <cstring>
#include <langinfo.h>

using namespace addressdesk;

namespace {

/// Texts are UTF-8 here whatever the shell says, and Qt would complain on stderr. The person's language
/// stays. Called before there are other threads.
void useUtf8()
{
    // NOLINTNEXTLINE(concurrency-mt-unsafe)
    if (std::setlocale(LC_ALL, "") && std::strcmp(nl_langinfo(CODESET), "UTF-8") == 0)
        return;
    QString language;
    for (const char *name : {"LANG", "LC_MESSAGES", "LC_ALL"})
        language = qEnvironmentVariable(name, language);
    qputenv("LC_ALL", "C.UTF-8");
    if (!language.isEmpty())
        QLocale::setDefault(QLocale(language.section(u'.', 0, 0)));
}

/// The words after the program's name. std::nullopt when one is not UTF-8.
std::optional<QStringList> decoded(int argc, char *argv[])
{
    QStringList words;
    for (int i = 1; i < argc; ++i) {
        QStringDecoder decoder(QStringDecoder::Utf8);
        const QString word =
            decoder.decode(QByteArrayView(argv[i], static_cast<qsizetype>(std::strlen(argv[i]))));
        if (decoder.hasError())
            return std::nullopt;
        words.append(word);
    }
    return words;
}

CommandResult run(const QStringList &words, Output &output, Interruption &interruption)
{
    const auto arguments = Arguments::parse(words, allCommands());
    if (!arguments)
        return tl::unexpected(arguments.error());
    if (arguments->has(QStringLiteral("version"))) {
        const QString version = QStringLiteral(ADDRESSDESK_VERSION);
        output.answer({{QStringLiteral("version"), version}}, {QStringLiteral("address-deskctl ") + version});
        return ExitStatus::Success;
    }
    if (arguments->has(QStringLiteral("help"))) {
        const QStringList lines =
            arguments->command() ? help::ofCommand(*arguments->command()) : help::ofProgram();
        output.answer({{QStringLiteral("help"), lines.join(u'\n')}}, lines);
        return ExitStatus::Success;
    }
    return arguments->command()->run({*arguments, output, interruption});
}

} // namespace

int main(int argc, char *argv[])
{
    std::signal(SIGPIPE, SIG_IGN);
    useUtf8();
    Interruption interruption;
    const std::optional<QStringList> words = decoded(argc, argv);
    // Qt's own options (-platform …) are no business of this program.
    int ownArgc = 1;
    const QCoreApplication application(ownArgc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("address-deskctl"));
    QTranslator translator;
    // English, too, has a file: of plurals.
    if (translator.load(QLocale(), QStringLiteral("address-desk"), QStringLiteral("_"),
                        QStringLiteral(":/i18n")) ||
        translator.load(QStringLiteral(":/i18n/address-desk_en")))
        QCoreApplication::installTranslator(&translator);

    Output output(words && asksForJson(*words));
    CommandResult result = tl::unexpected(wrongUsage(CtlText::tr("An argument is not valid UTF-8 text.")));
    if (words)
        result = run(*words, output, interruption);
    if (!result)
        output.refuse(result.error());
    ExitStatus status = result ? *result : result.error().status;
    if (!output.flush()) {
        output.note(CtlText::tr("address-deskctl: the answer could not be written."));
        status = status == ExitStatus::Success ? ExitStatus::Refused : status;
    }
    return static_cast<int>(status);
}
