#include "ui/mail/MailDesk.h"

#include "models/wording/MailWording.h"
#include "models/wording/Sentences.h"
#include "ui/letter/LetterDialog.h"
#include "ui/mail/MailPasswordQuestion.h"
#include "ui/mail/MailSettingsDialog.h"
#include "ui/mail/OutboxDialog.h"
#include "ui/messages/MessageBar.h"
#include "ui/messages/StatusLine.h"

#include <QDir>
#include <QWidget>

#include <utility>

namespace addressdesk {

namespace {

const QString problemTopic = QStringLiteral("mailProblem");

} // namespace

MailDesk::MailDesk(MailService &service, StatusLine &status, MessageBar &messages, QSettings &settings,
                   QWidget *window)
    : QObject(window), m_service(service), m_status(status), m_messages(messages), m_settingsFile(settings),
      m_window(window), m_question(new MailPasswordQuestion(service, messages, window)),
      m_turn([this] { count(); })
{
    connect(&m_service, &MailService::stateChanged, this, &MailDesk::showState);
    connect(m_question, &MailPasswordQuestion::cancelled, this, [this] {
        m_told.reset(); // The question's button has closed the message.
        showState();
    });
    connect(&m_status, &StatusLine::outboxRequested, this, &MailDesk::showMails);
}

void MailDesk::setSession(DeskSession *session)
{
    if (m_session) {
        m_session->disconnect(this);
        m_session->office().disconnect(this);
    }
    m_session = session;
    m_turn.forget(); // Who still counts, counts another database's mails.
    m_counts = {};
    m_told.reset();
    m_question->forget();
    if (m_settings)
        m_settings->close();
    delete m_letter; // It works with the office that goes.
    if (m_outbox) {
        m_outbox->setSession(session);
        if (!session)
            m_outbox->close();
    }
    m_service.setSession(session);
    if (session) {
        const auto countAgain = [this] {
            m_turn.ask();
        };
        connect(&session->office(), &OfficeDesk::officeChanged, this, countAgain);
        // Every save queues a mail.
        connect(session, &DeskSession::addressesChanged, this, countAgain);
        connect(session, &DeskSession::connectionRestored, this, countAgain);
        m_turn.ask();
    }
    // Later: the window begins with an empty message bar.
    QMetaObject::invokeMethod(this, &MailDesk::showState, Qt::QueuedConnection);
}

void MailDesk::count()
{
    m_session->office().countMails(this, m_turn.answer<MailCounts>([this](const Result<MailCounts> &counts) {
        // Numbers that cannot be read are no reason to disturb anybody: the next change counts again.
        if (counts)
            takeCounts(*counts);
    }));
}

void MailDesk::takeCounts(const MailCounts &counts)
{
    if (counts != m_counts) {
        m_counts = counts;
        showState();
    }
    emit counted(counts);
}

void MailDesk::showState()
{
    const std::optional<Error> problem = m_session ? m_service.problem() : std::nullopt;
    m_status.setMails(m_counts, problem ? wording::mailProblem(*problem) : QString());
    if (m_outbox)
        m_outbox->setCounts(m_counts);
    if (problem && problem != m_told)
        tellProblem();
    else if (!problem)
        m_messages.dismiss(problemTopic);
    m_told = problem;
    showFolder();
}

void MailDesk::showFolder()
{
    const MailRoute route = m_session && m_service.sendsHere() ? m_service.route() : MailRoute();
    const QString folder =
        route.kind == MailRoute::Kind::Folder ? QDir::toNativeSeparators(route.folder) : QString();
    if (std::exchange(m_folder, folder) != folder)
        emit folderChanged(folder);
}

/// Once for each problem: after that the status line keeps saying it.
void MailDesk::tellProblem()
{
    const Error problem = *m_service.problem();
    const Message::Action settings{tr("Mail settings…"), [this] {
                                       showSettings();
                                   }};
    const Message::Action password{tr("Give the password…"), [this] {
                                       m_question->ask();
                                   }};
    const Message::Action again{tr("Try again"), [this] {
                                    tryAgain();
                                }};
    const bool isPasswordUnknown = problem.code == ErrorCode::PasswordRequired;
    m_messages.tell(
        {problemTopic, Message::Kind::Warning,
         isPasswordUnknown
             ? tr("The password of the mail server is not known, so mails wait.")
             : tr("Mails cannot be sent for now; they wait. %1").arg(wording::mailProblem(problem)),
         isPasswordUnknown ? QList{password, settings} : QList{settings, again},
         wording::technicalDetails(problem)});
}

void MailDesk::tryAgain()
{
    m_told.reset(); // Told again when it is still there.
    m_service.retry();
}

void MailDesk::makeOutbox()
{
    m_outbox = new OutboxDialog(m_service, m_settingsFile, m_window);
    m_outbox->setSession(m_session);
    m_outbox->setCounts(m_counts);
    connect(m_outbox, &OutboxDialog::letterRequested, this, &MailDesk::showLetter);
    connect(m_outbox, &OutboxDialog::addressRequested, this, [this](const QString &addressId) {
        emit addressRequested(addressId);
        m_outbox->hide(); // It would cover the address.
        m_window->raise();
        m_window->activateWindow();
    });
    connect(m_outbox, &OutboxDialog::settingsRequested, this, &MailDesk::showSettings);
}

void MailDesk::showLetter(qint64 mailId)
{
    if (!m_session)
        return;
    delete m_letter;
    QWidget *parent = m_outbox && m_outbox->isVisible() ? m_outbox.data() : m_window;
    m_letter = new LetterDialog(m_session->office(), m_session->mapping(), mailId, parent);
    m_letter->setAttribute(Qt::WA_DeleteOnClose);
    m_letter->open();
}

void MailDesk::showOutbox()
{
    if (!m_session)
        return;
    if (!m_outbox)
        makeOutbox();
    m_outbox->show();
    m_outbox->raise();
    m_outbox->activateWindow();
}

void MailDesk::showMails(OutboxModel::Filter filter)
{
    showOutbox();
    if (m_outbox)
        m_outbox->setFilter(filter);
}

void MailDesk::showSettings()
{
    if (!m_session)
        return;
    if (!m_settings) {
        QWidget *above = m_outbox && m_outbox->isActiveWindow() ? m_outbox.data() : m_window;
        m_settings = new MailSettingsDialog(m_service, *m_session, above);
        m_settings->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_settings, &MailSettingsDialog::noticeRaised, this, [this](const QString &sentence) {
            m_messages.tell(
                {QStringLiteral("mailPasswordNotKept"), Message::Kind::Warning, sentence, {}, {}});
        });
    }
    m_settings->open();
    m_settings->raise();
    m_settings->activateWindow();
}

} // namespace addressdesk
