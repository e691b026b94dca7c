#pragma once

#include "ui/messages/Message.h"

#include <QFrame>

class QBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace addressdesk {

/// One message with its buttons; details unfold below.
class MessageFrame final : public QFrame
{
    Q_OBJECT

public:
    /// Its buttons leave the letters alone that are taken, and those that are for Undo if they undo nothing.
    MessageFrame(const Message &message, const QString &takenMnemonics, const QString &undoMnemonics,
                 QWidget *parent = nullptr);

    [[nodiscard]] const QString &topic() const { return m_topic; }
    [[nodiscard]] const QString &usedMnemonics() const { return m_mnemonics; }
    [[nodiscard]] bool hasActions() const { return m_hasActions; }
    /// Undoes what it tells of; nullptr where that cannot be undone.
    [[nodiscard]] QPushButton *undoButton() const { return m_undo; }
    /// With its buttons below the text.
    [[nodiscard]] QSize minimumSizeHint() const override;
    /// Its buttons and details come after `before`.
    void orderTabs(QWidget *before);
    /// A question's safe answer gets the focus; does nothing for what is none.
    void focusQuestion();

signals:
    void dismissed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void addButtons(const Message &message, QLayout *layout);
    QToolButton *addCloseButton(QLayout *layout);
    [[nodiscard]] QString withLetter(const Message::Action &action);
    void giveTextRoom();
    [[nodiscard]] QColor accent() const;

    QString m_topic;
    Message::Kind m_kind;
    bool m_hasActions;
    QString m_takenMnemonics;
    QString m_undoMnemonics;
    QString m_mnemonics;          ///< Of its buttons, but for Undo.
    QBoxLayout *m_body = nullptr; ///< The text and its buttons.
    QLabel *m_text = nullptr;
    QWidget *m_buttons = nullptr;
    int m_besideWidth = 0; ///< Of what stands beside text and buttons.
    QPushButton *m_undo = nullptr;
    QPushButton *m_safe = nullptr; ///< A question's last answer.
};

} // namespace addressdesk
