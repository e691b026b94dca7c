#include "ui/desk/HelpDialogs.h"

#include "ui/desk/AboutDialog.h"
#include "ui/desk/DeskActions.h"
#include "ui/desk/KeysDialog.h"
#include "ui/history/HistoryPanel.h"

#include <QAction>
#include <QApplication>
#include <QMainWindow>

namespace addressdesk {

HelpDialogs::HelpDialogs(const DeskActions &actions, const HistoryPanel &history, QMainWindow &window)
    : QObject(&window)
{
    connect(actions.keys, &QAction::triggered, this,
            [&history, &window] { open(new KeysDialog(window.actions() + history.actions(), &window)); });
    connect(actions.about, &QAction::triggered, this, [&window] { open(new AboutDialog(&window)); });
    connect(actions.aboutQt, &QAction::triggered, this, &QApplication::aboutQt);
}

void HelpDialogs::open(QDialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

} // namespace addressdesk
