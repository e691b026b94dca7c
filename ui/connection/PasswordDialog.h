#pragma once

#include <QDialog>

class QCheckBox;

namespace addressdesk {

class PasswordEdit;

/// Asks for the password of one database or mail server.
class PasswordDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Question
    {
        QString user;
        QString sentence;          ///< Why it is asked.
        QString button;            ///< What is done with it; empty: connecting.
        bool offersKeyring = true; ///< Whether to remember it is a question too.
    };

    explicit PasswordDialog(const Question &question, QWidget *parent = nullptr);

    [[nodiscard]] QString password() const;
    [[nodiscard]] bool isToBeRemembered() const;

private:
    PasswordEdit *m_password;
    QCheckBox *m_remember;
};

} // namespace addressdesk
