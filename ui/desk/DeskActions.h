#pragma once

#include <QKeySequence>
#include <QObject>

class QAction;
class QMainWindow;
class QMenu;
class QShortcut;
class QToolBar;
class QUndoStack;

namespace addressdesk {

/// Every action of the window with its words, keys and picture, and the menus that they stand in. What an
/// action does is connected elsewhere.
class DeskActions final : public QObject
{
    Q_OBJECT

public:
    DeskActions(QUndoStack &stack, QMainWindow &window);

    struct Parts
    {
        QMenu *recent = nullptr;
        QMenu *columns = nullptr;
        QMenu *sort = nullptr;
        QAction *addressDock = nullptr;
        QAction *historyDock = nullptr;
        QAction *previousChange = nullptr;
        QAction *nextChange = nullptr;
        QAction *setBack = nullptr;
        QAction *setSaveBack = nullptr;
    };
    /// Fills the menu bar; `parts` come from their owners.
    void buildMenus(const Parts &parts);
    /// What stands in the toolbar before the search field.
    void fillToolBar(QToolBar &toolBar) const;
    /// What a cell's context menu offers.
    [[nodiscard]] QList<QAction *> cellActions() const;

    void setDatabaseOpen(bool isOpen, bool isWritable);
    void setAddressChosen(bool isChosen);
    void setHasEdits(bool hasEdits);
    /// What is being typed in a cell is no edit yet.
    void setTyping(bool isTyping);
    /// While a save is under way there is nothing to press.
    void setSaving(bool isSaving);

    QAction *openDatabase = nullptr;
    QAction *newDatabase = nullptr;
    QAction *connectDatabase = nullptr;
    QAction *openSample = nullptr;
    QAction *quit = nullptr;
    QAction *undo = nullptr; ///< Its text and state follow UndoOffers.
    QAction *redo = nullptr;
    QAction *editField = nullptr;
    QAction *copy = nullptr;
    QAction *copyEnvelope = nullptr;
    QAction *takeEditBack = nullptr;
    QAction *save = nullptr;
    QAction *nextEdit = nullptr;
    QAction *discard = nullptr;
    QAction *reason = nullptr;
    QAction *find = nullptr;
    QAction *formerSearch = nullptr; ///< Enabled by whoever knows one.
    QAction *reload = nullptr;
    QAction *newAddress = nullptr;
    QAction *deleteAddress = nullptr;
    QAction *deletedAddresses = nullptr;
    QAction *outbox = nullptr;
    QAction *mailSettings = nullptr;
    QAction *showHistory = nullptr;
    QAction *fieldHistory = nullptr;
    QAction *redeemCode = nullptr;
    QAction *tasks = nullptr;
    QAction *nextPane = nullptr;
    QAction *previousPane = nullptr;
    QAction *keys = nullptr;
    QAction *about = nullptr;
    QAction *aboutQt = nullptr;

signals:
    /// The key of saving or of giving a reason, while there is nothing to save.
    void idleSaveRequested();

private:
    QAction *make(const QString &name, const QString &text, const QString &icon = {},
                  const QKeySequence &key = {});
    void makeFileActions();
    void makeEditActions(QUndoStack &stack);
    void makeAddressActions();
    void makeMailActions();
    void makeHelpActions();
    void updateEnabled();

    QMainWindow &m_window;
    /// The actions show the truth; their keys still get an answer.
    QShortcut *m_idleSave;
    QShortcut *m_idleReason;
    bool m_isOpen = false;
    bool m_isWritable = false;
    bool m_isChosen = false;
    bool m_hasEdits = false;
    bool m_isTyping = false;
    bool m_isSaving = false;
};

} // namespace addressdesk
