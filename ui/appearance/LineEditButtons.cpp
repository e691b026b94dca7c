#include "ui/appearance/LineEditButtons.h"

#include "ui/appearance/Icons.h"

#include <QAction>
#include <QCoreApplication>
#include <QLineEdit>

namespace addressdesk::appearance {

void addFindButtons(QLineEdit &edit, const QString &iconName)
{
    edit.setClearButtonEnabled(true);
    // Qt leaves its own button without a name.
    if (auto *clear = edit.findChild<QAction *>(QStringLiteral("_q_qlineeditclearaction")))
        clear->setText(QCoreApplication::translate("LineEditButtons", "Clear the text"));
    QAction *find = edit.addAction(icons::icon(iconName), QLineEdit::LeadingPosition);
    find->setText(QCoreApplication::translate("LineEditButtons", "Go to the text"));
    QObject::connect(find, &QAction::triggered, &edit, [&edit] {
        edit.setFocus(Qt::ShortcutFocusReason);
        edit.selectAll();
    });
}

} // namespace addressdesk::appearance
