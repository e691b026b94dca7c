#include "ui/connection/ConnectionController.h"

#include "models/wording/Language.h"
#include "models/wording/Sentences.h"
#include "ui/connection/ConnectDialog.h"
#include "ui/widgets/Mnemonics.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QSettings>
#include <QStandardPaths>

namespace addressdesk {

namespace {

constexpr QLatin1String folderKey("databaseFolder");

/// For people, on a menu: what it is called, and where.
QString menuText(const DatabaseUrl &url)
{
    const QString where = url.kind == DatabaseUrl::Kind::Sqlite ? QFileInfo(url.file).path() : url.user;
    return mnemonics::literal(QStringLiteral("%1 (%2)").arg(url.displayName(), where));
}

} // namespace

ConnectionController::ConnectionController(DeskConnector &connector, CredentialStore &credentials,
                                           QSettings &settings, QWidget *window)
    : QObject(window), m_credentials(credentials), m_settings(settings), m_window(window), m_recent(settings),
      m_opener(connector, credentials, window), m_recentMenu(new QMenu(tr("Open &recent"), window))
{
    m_recentMenu->setObjectName(QStringLiteral("recentMenu"));
    connect(&m_recent, &RecentDatabases::changed, this, &ConnectionController::fillRecentMenu);
    connect(&m_opener, &DatabaseOpener::opened, this, [this](const std::shared_ptr<DeskSession> &session) {
        m_recent.add(session->description().url);
        rememberFolder(session->description().url);
        emit sessionOpened(session);
    });
    connect(&m_opener, &DatabaseOpener::failed, this, &ConnectionController::tellFailed);
    connect(&m_opener, &DatabaseOpener::busyChanged, this, &ConnectionController::opening);
    connect(&m_opener, &DatabaseOpener::passwordNotKept, this, &ConnectionController::noticeRaised);
    fillRecentMenu();
}

void ConnectionController::openDatabaseDialog()
{
    auto *dialog = new QFileDialog(m_window, tr("Open database"), startFolder());
    dialog->setObjectName(QStringLiteral("openDatabaseDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Databases (*.sqlite *.sqlite3 *.db)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &file) {
        rememberFolder(DatabaseUrl::sqlite(file));
        openUrl(DatabaseUrl::sqlite(file));
    });
    dialog->open();
}

void ConnectionController::newDatabaseDialog()
{
    auto *dialog = new QFileDialog(m_window, tr("New database"), startFolder());
    dialog->setObjectName(QStringLiteral("newDatabaseDialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setFileMode(QFileDialog::AnyFile);
    dialog->setNameFilters({tr("Databases (*.sqlite *.sqlite3 *.db)"), tr("All files (*)")});
    dialog->setDefaultSuffix(QStringLiteral("sqlite"));
    // A file that is there is never overwritten, so there is nothing to confirm.
    dialog->setOption(QFileDialog::DontConfirmOverwrite);
    connect(dialog, &QFileDialog::fileSelected, this, &ConnectionController::createDatabase);
    dialog->open();
}

void ConnectionController::createDatabase(const QString &file)
{
    const DatabaseUrl url = DatabaseUrl::sqlite(file);
    rememberFolder(url);
    if (QFileInfo::exists(file)) {
        emit openFailed(tr("%1 is there already and was left as it is. Choose another name, or open it "
                           "with File → Open "
                           "database.")
                            .arg(wording::quoted(QFileInfo(file).fileName())),
                        file);
        return;
    }
    DatabaseOpener::Attempt attempt;
    attempt.url = url;
    attempt.isNewFile = true;
    attempt.mailLanguage = wording::Language::ofDesktop();
    m_opener.askAbove(nullptr);
    m_opener.open(attempt);
}

void ConnectionController::connectDialog()
{
    if (m_connectDialog) {
        m_connectDialog->raise();
        m_connectDialog->activateWindow();
        return;
    }
    m_connectDialog = new ConnectDialog(m_opener, m_credentials, m_recent.servers(), m_window);
    m_connectDialog->setAttribute(Qt::WA_DeleteOnClose);
    m_connectDialog->open();
}

void ConnectionController::openUrl(const DatabaseUrl &url)
{
    DatabaseOpener::Attempt attempt;
    attempt.url = url;
    m_opener.askAbove(nullptr);
    m_opener.open(attempt);
}

void ConnectionController::cancelOpening()
{
    m_opener.cancel();
}

void ConnectionController::fillRecentMenu()
{
    m_recentMenu->clear();
    const QList<DatabaseUrl> urls = m_recent.all();
    for (const DatabaseUrl &url : urls)
        connect(m_recentMenu->addAction(menuText(url)), &QAction::triggered, this,
                [this, url] { openUrl(url); });
    if (urls.isEmpty()) {
        m_recentMenu->addAction(tr("No database was opened yet"))->setEnabled(false);
        return;
    }
    m_recentMenu->addSeparator();
    auto *clear = m_recentMenu->addAction(tr("&Clear this list"));
    clear->setObjectName(QStringLiteral("recentClear"));
    // Later: the menu must not lose the action that is being triggered.
    connect(
        clear, &QAction::triggered, this, [this] { m_recent.clear(); }, Qt::QueuedConnection);
}

void ConnectionController::tellFailed(const Error &error, const DatabaseUrl &url)
{
    if (error.code == ErrorCode::FileMissing)
        m_recent.remove(url);
    if (!m_connectDialog)
        emit openFailed(wording::sentence(error, &url), wording::technicalDetails(error));
}

void ConnectionController::rememberFolder(const DatabaseUrl &url)
{
    if (url.kind == DatabaseUrl::Kind::Sqlite)
        m_settings.setValue(folderKey, QFileInfo(url.file).absolutePath());
}

QString ConnectionController::startFolder() const
{
    // A folder that is not there becomes the file's name in Qt's dialog.
    const QStringList folders{m_settings.value(folderKey).toString(),
                              QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation)};
    for (const QString &folder : folders) {
        if (!folder.isEmpty() && QDir(folder).exists())
            return folder;
    }
    return QDir::homePath();
}

} // namespace addressdesk
