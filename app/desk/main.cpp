#include "app/credentials/KeychainCredentialStore.h"
#include "app/desk/DeskMailService.h"
#include "app/desk/DeskOptions.h"
#include "app/desk/SampleDesk.h"
#include "app/desk/SingleInstance.h"
#include "app/desk/Tour.h"
#include "app/desk/Translations.h"
#include "models/domain/MailService.h"
#include "models/storage/SqlDeskConnector.h"
#include "ui/appearance/DeskStyle.h"
#include "ui/appearance/LeadingTexts.h"
#include "ui/appearance/ReadablePalette.h"
#include "ui/connection/ConnectionController.h"
#include "ui/connection/RecentDatabases.h"
#include "ui/MainWindow.h"

#include <QApplication>
#include <QDir>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

#include <cstdio>

using namespace addressdesk;

namespace {

/// Where the desk keeps what is its own.
struct Places
{
    QString settingsFile;
    QString draftFolder;
    QString sampleFile;
    QString mailFolder; ///< Where the sample's mails go.
};

Places placesOfThePerson()
{
    const QDir data(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation));
    const QDir settings(QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation));
    return {settings.filePath(QStringLiteral("address-desk.ini")), data.filePath(QStringLiteral("drafts")),
            data.filePath(QStringLiteral("Sample.sqlite")), data.filePath(QStringLiteral("Sample mails"))};
}

/// The tour touches nothing that belongs to the person.
Places placesIn(const QTemporaryDir &folder)
{
    return {folder.filePath(QStringLiteral("address-desk.ini")), folder.filePath(QStringLiteral("drafts")),
            folder.filePath(QStringLiteral("Sample.sqlite")),
            folder.filePath(QStringLiteral("Sample mails"))};
}

/// Help, versions and mistakes need no display.
std::optional<int> answeredWithoutAWindow(int argc, char **argv)
{
    int count = argc;
    QCoreApplication application(count, argv);
    installTranslations(application);
    const DeskOptions options = DeskOptions::parse(QCoreApplication::arguments());
    if (options.answer.isEmpty())
        return std::nullopt;
    std::fputs(options.answer.toLocal8Bit().constData(), options.exitStatus == 0 ? stdout : stderr);
    return options.exitStatus;
}

/// What `-platform` and the like are to Qt would be mistakes to the parser of our own options.
bool hasOwnQuestion(int argc, char **argv)
{
    for (int i = 1; i < argc; ++i) {
        const QByteArray word(argv[i]);
        if (word == "--help" || word == "-h" || word == "--version" || word == "-v")
            return true;
    }
    return false;
}

bool hasDisplay()
{
    return qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY") ||
           qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
}

void openFirst(MainWindow &window, SampleDesk &sample, QSettings &settings, const DeskOptions &options)
{
    if (options.isSample || !options.tourFolder.isEmpty()) {
        sample.open();
    } else if (options.database) {
        window.connection().openUrl(*options.database);
    } else if (const QList<DatabaseUrl> recent = RecentDatabases(settings).all(); !recent.isEmpty()) {
        window.connection().openUrl(recent.first());
    }
}

/// Locks and sockets belong where only this person may look.
QString runtimeFolder()
{
    const QString runtime = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return runtime.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) : runtime;
}

int run(QApplication &application, const DeskOptions &options)
{
    const QTemporaryDir tourFolder;
    const bool isTour = !options.tourFolder.isEmpty();
    SingleInstance instance(isTour ? tourFolder.path() : runtimeFolder());
    // Who names a database wants a window for it, beside those that are there.
    const bool namesDatabase = options.isSample || options.database;
    if (!namesDatabase && !isTour && !instance.isFirst() && instance.send(options.toMessage()))
        return 0;
    const Places places = isTour ? placesIn(tourFolder) : placesOfThePerson();
    QSettings settings(places.settingsFile, QSettings::IniFormat);
    SqlDeskConnector connector;
    KeychainCredentialStore credentials;
    MailRoutes routes(settings, places.sampleFile, places.mailFolder);
    DeskMailService mailService(credentials, routes);
    MainWindow window(connector, credentials, mailService, settings, places.draftFolder);
    SampleDesk sample(window, places.sampleFile);
    QObject::connect(&window, &MainWindow::sampleRequested, &sample, &SampleDesk::open);
    QObject::connect(&instance, &SingleInstance::received, &window, [&](const QString &message) {
        window.setWindowState(window.windowState() & ~Qt::WindowMinimized);
        window.raise();
        window.activateWindow();
        const DeskOptions wanted = DeskOptions::fromMessage(message);
        if (wanted.isSample || wanted.database)
            openFirst(window, sample, settings, wanted);
    });
    window.show();
    openFirst(window, sample, settings, options);
    return isTour ? Tour(window, options.tourFolder).run() : application.exec();
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setApplicationName(QStringLiteral("address-desk"));
    QCoreApplication::setApplicationVersion(QStringLiteral(ADDRESSDESK_VERSION));
    if (hasOwnQuestion(argc, argv)) {
        if (const std::optional<int> status = answeredWithoutAWindow(argc, argv))
            return *status;
    }
    if (!hasDisplay()) {
        std::fputs(
            "address-desk: there is no display. Set DISPLAY, or see the headless program address-deskctl.\n",
            stderr);
        return 1;
    }
    QApplication application(argc, argv);
    QGuiApplication::setApplicationDisplayName(QStringLiteral("Address Desk"));
    QGuiApplication::setDesktopFileName(QStringLiteral("org.addressdesk.AddressDesk"));
    QGuiApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/address-desk.svg")));
    QApplication::setStyle(new DeskStyle);
    const ReadablePalette readablePalette(application);
    const LeadingTexts leadingTexts(application);
    installTranslations(application);
    const DeskOptions options = DeskOptions::parse(QCoreApplication::arguments());
    if (!options.answer.isEmpty()) {
        std::fputs(options.answer.toLocal8Bit().constData(), options.exitStatus == 0 ? stdout : stderr);
        return options.exitStatus;
    }
    return run(application, options);
}
