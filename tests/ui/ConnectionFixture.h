#pragma once

#include "tests/support/MemoryCredentialStore.h"
#include "tests/support/ScriptedDeskConnector.h"
#include "ui/connection/ConnectionController.h"

#include <QDir>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

Q_DECLARE_METATYPE(std::shared_ptr<addressdesk::DeskSession>)

namespace addressdesk {

/// The controller over sessions in memory, with the window that its dialogs stand over.
struct ConnectionFixture
{
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    ScriptedDeskConnector connector;
    MemoryCredentialStore credentials;
    QWidget window;
    ConnectionController controller{connector, credentials, settings, &window};
    QSignalSpy opened{&controller, &ConnectionController::sessionOpened};
    QSignalSpy failed{&controller, &ConnectionController::openFailed};
    QSignalSpy opening{&controller, &ConnectionController::opening};
    QSignalSpy noticed{&controller, &ConnectionController::noticeRaised};

    ConnectionFixture() { window.show(); }

    /// How often people saw an attempt to open end.
    [[nodiscard]] qsizetype endedCount() const { return opening.count(QVariantList{false}); }

    QString file(const char *name) const { return folder.filePath(QLatin1String(name)); }
    DatabaseUrl sqlite(const char *name = "desk.sqlite") const { return DatabaseUrl::sqlite(file(name)); }
    static DatabaseUrl server()
    {
        return *DatabaseUrl::parse(QStringLiteral("postgresql://marie@db.example.com:5433/crm"));
    }

    template<typename T> T *find(const char *name) const
    {
        return window.findChild<T *>(QLatin1String(name));
    }
    QStringList menuTexts() const
    {
        QStringList texts;
        const QList<QAction *> actions = controller.recentMenu()->actions();
        for (const QAction *action : actions)
            texts.append(action->text());
        return texts;
    }
    /// Where a person who has not opened anything yet begins.
    static QString documents()
    {
        const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        return QDir(folder).exists() ? folder : QDir::homePath();
    }
    /// Where the dialog begins; it is left again.
    QString dialogFolder(const char *dialog)
    {
        if (QLatin1String(dialog) == QLatin1String("openDatabaseDialog"))
            controller.openDatabaseDialog();
        else
            controller.newDatabaseDialog();
        const std::unique_ptr<QFileDialog> files(find<QFileDialog>(dialog));
        return files ? files->directory().absolutePath() : QString();
    }
    void choose(const char *dialog, const QString &path)
    {
        QTRY_VERIFY(find<QFileDialog>(dialog));
        auto *files = find<QFileDialog>(dialog);
        files->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"))->setText(path);
        QTest::keyClick(files->findChild<QLineEdit *>(QStringLiteral("fileNameEdit")), Qt::Key_Return);
    }
};

} // namespace addressdesk
