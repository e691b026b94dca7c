#pragma once

#include <QObject>

class QWidget;

namespace addressdesk {

class MessageBar;
class SaveController;
class StagedEdits;
class UndoSteps;

/// Gives unsaved edits up: all at once, after a question where a slip of the hand would do it, and so that
/// they can be taken back. Does nothing while they are being saved.
class DiscardController final : public QObject
{
    Q_OBJECT

public:
    DiscardController(const StagedEdits &edits, UndoSteps &undo, const SaveController &saving,
                      MessageBar &messages, QWidget *window);

public slots:
    void discard();
    void askDiscard();

signals:
    /// There are edits, and they are about to go.
    void discarding();

private:
    [[nodiscard]] bool canDiscard() const;
    void tellDiscarded(int count);

    const StagedEdits &m_edits;
    UndoSteps &m_undo;
    const SaveController &m_saving;
    MessageBar &m_messages;
    QWidget *m_window;
};

} // namespace addressdesk
