#include "ui/desk/DeskActions.h"

#include "ui/appearance/Icons.h"

#include <QAction>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QShortcut>
#include <QToolBar>
#include <QToolButton>
#include <QUndoStack>

namespace addressdesk {

DeskActions::DeskActions(QUndoStack &stack, QMainWindow &window)
    : QObject(&window), m_window(window), m_idleSave(new QShortcut(QKeySequence::Save, &window)),
      m_idleReason(new QShortcut(&window))
{
    for (QShortcut *key : {m_idleSave, m_idleReason})
        connect(key, &QShortcut::activated, this, &DeskActions::idleSaveRequested);
    makeFileActions();
    makeEditActions(stack);
    makeAddressActions();
    makeMailActions();
    makeHelpActions();
    updateEnabled();
}

QAction *DeskActions::make(const QString &name, const QString &text, const QString &icon,
                           const QKeySequence &key)
{
    auto *action = new QAction(icons::icon(icon), text, this);
    action->setObjectName(name);
    action->setShortcut(key);
    m_window.addAction(action);
    return action;
}

void DeskActions::makeFileActions()
{
    openDatabase = make(QStringLiteral("openDatabase"), tr("&Open database…"), QStringLiteral("database"),
                        QKeySequence::Open);
    newDatabase =
        make(QStringLiteral("newDatabase"), tr("&New database…"), {}, QKeySequence(tr("Ctrl+Shift+N")));
    connectDatabase = make(QStringLiteral("connectDatabase"), tr("&Connect to PostgreSQL…"),
                           QStringLiteral("connect"), QKeySequence(tr("Ctrl+Shift+O")));
    openSample = make(QStringLiteral("openSample"), tr("Open the &sample"));
    quit = make(QStringLiteral("quit"), tr("&Quit"), {}, QKeySequence(tr("Ctrl+Q")));
    quit->setMenuRole(QAction::QuitRole);
}

void DeskActions::makeEditActions(QUndoStack &stack)
{
    undo = make(QStringLiteral("undo"), tr("&Undo"), QStringLiteral("undo"), QKeySequence(tr("Ctrl+Z")));
    redo = stack.createRedoAction(this, tr("&Redo"));
    redo->setObjectName(QStringLiteral("redo"));
    redo->setIcon(icons::icon(QStringLiteral("redo")));
    redo->setShortcuts({QKeySequence(tr("Ctrl+Shift+Z")), QKeySequence(tr("Ctrl+Y"))});
    m_window.addAction(redo);
    editField = make(QStringLiteral("editField"), tr("&Edit the field"), {}, QKeySequence(Qt::Key_F2));
    copy = make(QStringLiteral("copy"), tr("&Copy"), {}, QKeySequence::Copy);
    takeEditBack =
        make(QStringLiteral("takeEditBack"), tr("Undo the edit of &this field"), QStringLiteral("undo"));
    save = make(QStringLiteral("saveAction"), tr("&Save"), QStringLiteral("save"), QKeySequence::Save);
    discard = make(QStringLiteral("discardAction"), tr("&Discard unsaved edits"), QStringLiteral("discard"),
                   QKeySequence(tr("Ctrl+Shift+D")));
    nextEdit = make(QStringLiteral("nextEditAction"), tr("Sho&w the next unsaved edit"), {},
                    QKeySequence(Qt::Key_F8));
    reason = make(QStringLiteral("reasonAction"), tr("Give a re&ason"), {}, QKeySequence(tr("Ctrl+Shift+R")));
    m_idleReason->setKey(reason->shortcut());
    find = make(QStringLiteral("find"), tr("&Find"), QStringLiteral("search"), QKeySequence::Find);
    formerSearch = make(QStringLiteral("formerSearchAction"), tr("Bac&k to the search before"), {},
                        QKeySequence(Qt::ALT | Qt::Key_Left));
    formerSearch->setEnabled(false);
    reload =
        make(QStringLiteral("reload"), tr("&Reload"), QStringLiteral("refresh"), QKeySequence(Qt::Key_F5));
    nextPane = make(QStringLiteral("nextPane"), tr("&Next area"), {}, QKeySequence(Qt::Key_F6));
    previousPane =
        make(QStringLiteral("previousPane"), tr("&Previous area"), {}, QKeySequence(Qt::SHIFT | Qt::Key_F6));
}

void DeskActions::makeAddressActions()
{
    newAddress = make(QStringLiteral("newAddressAction"), tr("&New address…"), QStringLiteral("new"),
                      QKeySequence::New);
    newAddress->setIconText(tr("New"));
    newAddress->setToolTip(
        tr("New address (%1)").arg(newAddress->shortcut().toString(QKeySequence::NativeText)));
    deleteAddress = make(QStringLiteral("deleteAddress"), tr("&Delete address"), QStringLiteral("delete"),
                         QKeySequence(Qt::CTRL | Qt::Key_Delete));
    deleteAddress->setIconText(tr("Delete"));
    deleteAddress->setToolTip(tr("Delete the address; it can be restored (%1)")
                                  .arg(deleteAddress->shortcut().toString(QKeySequence::NativeText)));
    copyEnvelope = make(QStringLiteral("copyEnvelope"), tr("Copy as on an en&velope"),
                        QStringLiteral("envelope"), QKeySequence(tr("Ctrl+Shift+C")));
    deletedAddresses = make(QStringLiteral("deletedAddressesAction"), tr("D&eleted addresses…"),
                            QStringLiteral("restore"), QKeySequence(tr("Ctrl+D")));
    showHistory = make(QStringLiteral("showHistory"), tr("Go to the &history"), QStringLiteral("history"),
                       QKeySequence(tr("Ctrl+H")));
    fieldHistory = make(QStringLiteral("fieldHistory"), tr("History of this &field"),
                        QStringLiteral("history"), QKeySequence(tr("Ctrl+Shift+H")));
    redeemCode = make(QStringLiteral("redeemCodeAction"), tr("&Redeem a code…"), QStringLiteral("set-back"),
                      QKeySequence(tr("Ctrl+R")));
    tasks = make(QStringLiteral("tasksAction"), tr("&Customer requests…"), QStringLiteral("customer"),
                 QKeySequence(tr("Ctrl+Shift+T")));
}

void DeskActions::makeMailActions()
{
    outbox = make(QStringLiteral("outboxAction"), tr("&Outbox…"), QStringLiteral("mail"),
                  QKeySequence(tr("Ctrl+Shift+M")));
    mailSettings =
        make(QStringLiteral("mailSettingsAction"), tr("&Mail settings…"), QStringLiteral("settings"));
}

void DeskActions::makeHelpActions()
{
    keys = make(QStringLiteral("keys"), tr("&Keys"), QStringLiteral("help"), QKeySequence(Qt::Key_F1));
    about = make(QStringLiteral("about"), tr("&About Address Desk"), QStringLiteral("info"));
    about->setMenuRole(QAction::AboutRole);
    aboutQt = make(QStringLiteral("aboutQt"), tr("About &Qt"));
    aboutQt->setMenuRole(QAction::AboutQtRole);
}

void DeskActions::buildMenus(const Parts &parts)
{
    const auto menu = [this](const QString &title, const QString &name) {
        QMenu *made = m_window.menuBar()->addMenu(title);
        made->setObjectName(name);
        return made;
    };
    QMenu *file = menu(tr("&File"), QStringLiteral("fileMenu"));
    file->addActions({openDatabase, newDatabase, connectDatabase});
    if (parts.recent)
        file->addMenu(parts.recent);
    file->addActions({openSample, file->addSeparator(), quit});

    QMenu *edit = menu(tr("&Edit"), QStringLiteral("editMenu"));
    edit->addActions({undo, redo, edit->addSeparator(), editField, takeEditBack, copy, edit->addSeparator(),
                      nextEdit, save, discard, reason, edit->addSeparator(), find, formerSearch});

    QMenu *view = menu(tr("&View"), QStringLiteral("viewMenu"));
    view->addMenu(parts.columns);
    view->addMenu(parts.sort);
    view->addActions({parts.addressDock, parts.historyDock, view->addSeparator(), nextPane, previousPane,
                      view->addSeparator(), reload});

    QMenu *address = menu(tr("&Address"), QStringLiteral("addressMenu"));
    address->addActions({newAddress, deleteAddress, address->addSeparator(), copyEnvelope});

    QMenu *history = menu(tr("H&istory"), QStringLiteral("historyMenu"));
    history->addActions({showHistory, fieldHistory, history->addSeparator(), parts.previousChange,
                         parts.nextChange, parts.setBack, parts.setSaveBack, history->addSeparator(),
                         redeemCode});

    QMenu *tools = menu(tr("&Tools"), QStringLiteral("toolsMenu"));
    tools->addActions({deletedAddresses, tasks});
    tools->addActions({tools->addSeparator(), outbox, mailSettings});

    QMenu *help = menu(tr("&Help"), QStringLiteral("helpMenu"));
    help->addActions({keys, help->addSeparator(), about, aboutQt});
}

void DeskActions::fillToolBar(QToolBar &toolBar) const
{
    toolBar.addActions({newAddress, deleteAddress});
    toolBar.addSeparator();
    toolBar.addActions({undo, redo});
    for (QAction *action : {undo, redo}) {
        if (auto *button = qobject_cast<QToolButton *>(toolBar.widgetForAction(action)))
            button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    }
    toolBar.addSeparator();
}

QList<QAction *> DeskActions::cellActions() const
{
    auto *first = new QAction(&m_window);
    first->setSeparator(true);
    auto *second = new QAction(&m_window);
    second->setSeparator(true);
    return {editField,    takeEditBack, first,      copy,         copyEnvelope,
            fieldHistory, second,       newAddress, deleteAddress};
}

void DeskActions::setDatabaseOpen(bool isOpen, bool isWritable)
{
    m_isOpen = isOpen;
    m_isWritable = isWritable;
    updateEnabled();
}

void DeskActions::setAddressChosen(bool isChosen)
{
    m_isChosen = isChosen;
    updateEnabled();
}

void DeskActions::setHasEdits(bool hasEdits)
{
    m_hasEdits = hasEdits;
    updateEnabled();
}

void DeskActions::setTyping(bool isTyping)
{
    m_isTyping = isTyping;
    updateEnabled();
}

void DeskActions::setSaving(bool isSaving)
{
    m_isSaving = isSaving;
    updateEnabled();
}

void DeskActions::updateEnabled()
{
    const bool canWrite = m_isOpen && m_isWritable;
    for (QAction *action :
         {find, reload, deletedAddresses, tasks, outbox, mailSettings, nextPane, previousPane})
        action->setEnabled(m_isOpen);
    for (QAction *action : {copy, copyEnvelope, showHistory, fieldHistory})
        action->setEnabled(m_isOpen && m_isChosen);
    for (QAction *action : {editField, deleteAddress})
        action->setEnabled(canWrite && m_isChosen);
    for (QAction *action : {newAddress, redeemCode})
        action->setEnabled(canWrite);
    for (QAction *action : {nextEdit, takeEditBack})
        action->setEnabled(canWrite && m_hasEdits);
    discard->setEnabled(canWrite && m_hasEdits && !m_isSaving);
    // What is being typed in a cell is no edit yet, but can be saved.
    reason->setEnabled(canWrite && (m_hasEdits || m_isTyping));
    save->setEnabled(reason->isEnabled() && !m_isSaving);
    m_idleSave->setEnabled(canWrite && !m_isSaving && !save->isEnabled());
    m_idleReason->setEnabled(canWrite && !reason->isEnabled());
}

} // namespace addressdesk
