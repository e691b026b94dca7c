#pragma once

#include "ui/messages/Message.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace addressdesk {

/// One message with its buttons; details unfold below.
class MessageFrame final : public QFrame
{
    Q_OBJECT

public:
    /// Its buttons leave the letters alone that are taken.
    MessageFrame(const Message &message, const QString &takenMnemonics, QWidget *parent = nullptr);

    [[nodiscard]] const QString &topic() const { return m_topic; }
    [[nodiscard]] const QString &usedMnemonics() const { return m_mnemonics; }
    [[nodiscard]] bool hasActions() const { return m_hasActions; }
    /// Its buttons come after `before`.
    void orderTabs(QWidget *before);
    /// A question's safe answer gets the focus; does nothing for what is none.
    void focusQuestion();

signals:
    void dismissed();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void addButtons(const Message &message, const QString &takenMnemonics, QLayout *layout);
    void addDetails(const QString &details, QLayout *buttons, QVBoxLayout *outer);
    [[nodiscard]] QColor accent() const;

    QString m_topic;
    Message::Kind m_kind;
    bool m_hasActions;
    QString m_mnemonics;           ///< Of its buttons.
    QPushButton *m_safe = nullptr; ///< A question's last answer.
};

} // namespace addressdesk
