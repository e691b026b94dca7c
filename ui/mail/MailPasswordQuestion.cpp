#include "ui/mail/MailPasswordQuestion.h"

#include "models/wording/MailWording.h"
#include "models/wording/Sentences.h"
#include "ui/connection/PasswordDialog.h"
#include "ui/messages/MessageBar.h"

namespace addressdesk {

MailPasswordQuestion::MailPasswordQuestion(MailService &service, MessageBar &messages, QWidget *window)
    : QObject(window), m_service(service), m_messages(messages), m_window(window)
{
}

void MailPasswordQuestion::ask()
{
    if (m_dialog)
        return;
    const MailRoute route = m_service.route();
    m_dialog = new PasswordDialog(
        //: %1 the name of a mail server in quotation marks
        {route.user,
         tr("Mails wait for the password of the mail server %1.").arg(wording::quoted(route.host)),
         tr("&Send mails"), false},
        m_window);
    m_dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_dialog, &QDialog::accepted, this, [this, route] { give(route, m_dialog->password()); });
    connect(m_dialog, &QDialog::rejected, this, &MailPasswordQuestion::cancelled);
    m_dialog->open();
}

void MailPasswordQuestion::forget()
{
    delete m_dialog;
}

void MailPasswordQuestion::give(const MailRoute &route, const QString &password)
{
    m_service.setRoute(route, password, this, [this](const Done &done) {
        if (!done)
            m_messages.tell({QStringLiteral("mailPasswordNotKept"),
                             Message::Kind::Information,
                             wording::mailProblem(done.error()),
                             {},
                             wording::technicalDetails(done.error())});
    });
}

} // namespace addressdesk
