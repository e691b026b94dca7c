#pragma once

#include <QList>
#include <QObject>
#include <QPointer>
#include <QString>

class QAction;
class QPushButton;
class QUndoStack;

namespace addressdesk {

class HistoryPanel;
class MessageBar;
class SaveController;
class StagedEdits;

/// What the action and key of Undo do: unsaved edits first, then what the newest message offers to undo,
/// unless something was saved since: then it takes the message's own button. A key that is held down stops at
/// the last unsaved edit. Only the newest has the letter that Alt reaches an Undo with.
class UndoOffers final : public QObject
{
    Q_OBJECT

public:
    struct Parts
    {
        QUndoStack &stack;
        const StagedEdits &edits;
        QAction &action;
        const MessageBar &messages;
        const HistoryPanel &history;
        const SaveController &saving;
    };
    UndoOffers(const Parts &parts, QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Offer
    {
        QPointer<QPushButton> button;
        QString text;
        bool isOvertaken = false; ///< By a save.
    };

    void add(QPushButton *button);
    void undo();
    void update();
    [[nodiscard]] QPushButton *newest() const;
    [[nodiscard]] bool isForEdits() const;

    Parts m_parts;
    QString m_text;        ///< Of the action, without what it undoes.
    QList<Offer> m_offers; ///< Oldest first; also those that are hidden now.
    bool m_isStackNewer = false;
};

} // namespace addressdesk
