#pragma once

#include "ui/desk/RecentReasons.h"

#include <QObject>

class QMainWindow;

namespace addressdesk {

class AddressGrid;
class AddressTableModel;
class CurrentAddress;
class DeliveryDoubts;
class DeskActions;
class DiscardController;
class DraftNews;
class DraftStore;
class EditsBar;
class MessageBar;
class RefusedTexts;
class SaveController;
class SideDocks;
class StagedEdits;
class StatusLine;
class UndoSteps;
struct DatabaseUrl;
struct RevertOutcome;
struct SchemaMapping;

/// A person's unsaved edits: shows in the window that there are some, and saves them, with their reason, or
/// gives them up.
class EditsDesk final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        StagedEdits &edits;
        UndoSteps &undo;
        DraftStore &drafts;
        AddressTableModel &model;
        CurrentAddress &current;
        AddressGrid &grid;
        SideDocks &docks;
        DeskActions &actions;
        SaveController &saving;
        RefusedTexts &refused;
        RecentReasons reasons;
        MessageBar &messages;
        StatusLine &status;
    };
    /// Owned by `window`, whose parts these are.
    EditsDesk(const Parts &parts, QMainWindow &window);

    [[nodiscard]] EditsBar &bar() { return *m_bar; }
    void setMapping(const SchemaMapping &mapping);
    /// Brings back the unsaved edits of last time.
    void restore(const DatabaseUrl &url);
    /// The next of the edits has been shown.
    void noteSeen();
    /// Takes what is still in an editor into the edits. False when a value is refused, here or in another
    /// address: that is told, and what was typed stays where it is.
    [[nodiscard]] bool finishTyping();
    /// That there are edits, or none.
    void show();

public slots:
    /// What is typed over a value that the same person sets back stays, and nobody was faster.
    void takeReverted(const addressdesk::RevertOutcome &outcome);
    void save();
    void discard();
    void askDiscard();

signals:
    /// The bar goes, or its buttons are disabled: the focus has to be elsewhere.
    void barLeft();

private:
    void connectActions();
    void connectEdits();
    void connectBar();
    void connectSaving();
    void setSaving(bool isSaving);
    void tellSaved(bool isEverythingSaved, int fields, int addresses);
    void giveReason();
    void updateTyping();

    Parts m_parts;
    QMainWindow &m_window;
    EditsBar *m_bar;
    DeliveryDoubts *m_doubts;
    DraftNews *m_news;
    DiscardController *m_discarding;
};

} // namespace addressdesk
