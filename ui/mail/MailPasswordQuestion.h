#pragma once

#include "models/domain/MailService.h"

#include <QObject>
#include <QPointer>

class QWidget;

namespace addressdesk {

class MessageBar;
class PasswordDialog;

/// Asks for the mail server's password where none is known, and gives it to what sends mails: until the
/// program ends, and in the keyring where there is one.
class MailPasswordQuestion final : public QObject
{
    Q_OBJECT

public:
    /// The references have to outlive this.
    MailPasswordQuestion(MailService &service, MessageBar &messages, QWidget *window);

    void ask();
    /// The database has gone, and its route with it.
    void forget();

signals:
    /// The person gave none.
    void cancelled();

private:
    void give(const MailRoute &route, const QString &password);

    MailService &m_service;
    MessageBar &m_messages;
    QWidget *m_window;
    QPointer<PasswordDialog> m_dialog;
};

} // namespace addressdesk
