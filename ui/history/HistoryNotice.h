#pragma once

#include "models/items/HistoryModel.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace addressdesk {

class FoldedDetails;

/// The line at the top of the history that says what has just happened, with Undo where that makes sense.
class HistoryNotice final : public QFrame
{
    Q_OBJECT

public:
    explicit HistoryNotice(QWidget *parent = nullptr);

    /// Letters that Alt means something else with in this window.
    void setTakenMnemonics(const QString &letters);
    [[nodiscard]] QString usedMnemonics() const;

    void sayDone(const QString &sentence, const RevertOutcome &outcome, bool canUndo);
    /// What was done before can be undone all the same, and is said below the problem. `details` fold out.
    void sayProblem(const QString &sentence, const QString &details = {});
    void dismiss();
    /// Goes when something newer than what it says was done has happened to the same field.
    void follow(const HistoryModel &model);
    /// The save that undoRequested() is about.
    [[nodiscard]] const QString &changeId() const { return m_done.changeId; }

signals:
    void undoRequested();
    void undoOffered(QPushButton *button);

protected:
    void changeEvent(QEvent *event) override;

private:
    void say(const QString &sentence, bool isProblem);
    void offerUndo(bool canUndo);
    void forgetDone();
    void applyColors();
    [[nodiscard]] bool isOvertakenBy(const Event &event) const;

    QLabel *m_label;
    QString m_undoText; ///< With its letter; the button shows none while a newer Undo has it.
    QPushButton *m_undo;
    QPushButton *m_close;
    FoldedDetails *m_details;
    RevertOutcome m_done; ///< Without events when it says nothing of what was done.
    QString m_doneSentence;
    QString m_problem;
    bool m_isProblem = false;
    bool m_isColoring = false; ///< The palette's change is its own.
};

} // namespace addressdesk
