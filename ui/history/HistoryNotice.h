#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace addressdesk {

/// The line at the top of the history that says what has just happened, with Undo where that makes sense.
class HistoryNotice final : public QFrame
{
    Q_OBJECT

public:
    explicit HistoryNotice(QWidget *parent = nullptr);

    void sayDone(const QString &sentence, bool canUndo);
    void sayProblem(const QString &sentence, const QString &details = {});
    void dismiss();

signals:
    void undoRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void say(const QString &sentence, bool isProblem);
    void applyColors();

    QLabel *m_label;
    QPushButton *m_undo;
    QPushButton *m_close;
    bool m_isProblem = false;
    bool m_isColoring = false; ///< The palette's change is its own.
};

} // namespace addressdesk
