#include "ui/desk/KeysDialog.h"

#include "ui/appearance/Appearance.h"
#include "ui/widgets/Mnemonics.h"
#include "ui/widgets/PlainTextDelegate.h"
#include "ui/widgets/ScreenFit.h"

#include <QAction>
#include <QDialogButtonBox>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace addressdesk {

using appearance::step;

namespace {

void addKey(QTreeWidgetItem *group, const QString &what, const QString &key)
{
    auto *item = new QTreeWidgetItem(group, {what, key});
    //: For screen readers: %1 what a key does, %2 the key
    item->setData(0, Qt::AccessibleTextRole, KeysDialog::tr("%1: %2").arg(what, key));
}

int widest(QTreeWidget &list, int column)
{
    int width = 0;
    for (QTreeWidgetItemIterator item(&list); *item; ++item) {
        if (!(*item)->isFirstColumnSpanned())
            width = std::max(width, list.fontMetrics().horizontalAdvance((*item)->text(column)));
    }
    return width;
}

} // namespace

KeysDialog::KeysDialog(const QList<QAction *> &actions, QWidget *parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("keysDialog"));
    setWindowTitle(tr("Keys"));
    auto *list = new QTreeWidget(this);
    list->setObjectName(QStringLiteral("keysList"));
    list->setAccessibleName(tr("Keys"));
    list->setColumnCount(2);
    list->setHeaderLabels({tr("What"), tr("Key")});
    list->setRootIsDecorated(false);
    list->setItemDelegate(new PlainTextDelegate(list));
    auto *window = new QTreeWidgetItem(list, {tr("In the whole window")});
    for (const QAction *action : actions) {
        if (!action->shortcut().isEmpty())
            addKey(window, mnemonics::stripped(action->text()),
                   action->shortcut().toString(QKeySequence::NativeText));
    }
    auto *search = new QTreeWidgetItem(list, {tr("In the search field")});
    addKey(search, tr("Go to the addresses found"), tr("Down or Return"));
    addKey(search, tr("Clear the search"), tr("Esc"));
    auto *grid = new QTreeWidgetItem(list, {tr("Among the addresses")});
    addKey(grid, tr("Edit a field"), tr("type, or F2"));
    addKey(grid, tr("Keep the value and go down"), tr("Return"));
    addKey(grid, tr("Keep the value and go to the next field"), tr("Tab"));
    addKey(grid, tr("Leave the value as it was"), tr("Esc"));
    addKey(grid, tr("Empty a field"), tr("Del"));
    auto *form = new QTreeWidgetItem(list, {tr("In the form")});
    addKey(form, tr("Go to a field from anywhere"), tr("Alt and its underlined letter"));
    addKey(form, tr("Undo the edit of a field"), tr("Esc"));
    for (QTreeWidgetItem *group : {window, search, grid, form}) {
        group->setFirstColumnSpanned(true);
        group->setFont(0, appearance::bold(font()));
    }
    list->expandAll();
    const int whatWidth = widest(*list, 0) + list->indentation() + 4 * step;
    list->header()->resizeSection(0, whatWidth);
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(3 * step, 3 * step, 3 * step, 3 * step);
    layout->addWidget(list);
    layout->addWidget(buttons);
    resize(std::max(130 * step, whatWidth + widest(*list, 1) + 14 * step), 140 * step);
    new ScreenFit(*this);
}

} // namespace addressdesk
