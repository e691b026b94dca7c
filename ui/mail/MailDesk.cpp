#include "ui/mail/MailDesk.h"

#include "models/wording/MailWording.h"
#include "models/wording/Sentences.h"
#include "ui/desk/StatusLine.h"
#include "ui/letter/LetterDialog.h"
#include "ui/mail/MailSettingsDialog.h"
#include "ui/mail/OutboxDialog.h"
#include "ui/messages/MessageBar.h"

#include <QWidget>

#include <utility>

namespace addressdesk {

namespace {

const QString problemTopic = QStringLiteral("mailProblem");

} // namespace

MailDesk::MailDesk(MailService &service, StatusLine &status, MessageBar &messages, QWidget *window)
    : QObject(window), m_service(service), m_status(status), m_messages(messages), m_window(window)
{
    connect(&m_service, &MailService::stateChanged, this, &MailDesk::showState);
    connect(&m_status, &StatusLine::mailsPressed, this, &MailDesk::showOutbox);
}

void MailDesk::setSession(DeskSession *session)
{
    if (m_session) {
        m_session->disconnect(this);
        m_session->office().disconnect(this);
    }
    m_session = session;
    ++m_generation; // Who still counts, counts another database's mails.
    m_counts = {};
    m_told.reset();
    m_isCounting = false;
    m_isCountWanted = false;
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
        connect(&session->office(), &OfficeDesk::officeChanged, this, &MailDesk::count);
        // Every save queues a mail.
        connect(session, &DeskSession::addressesChanged, this, &MailDesk::count);
        connect(session, &DeskSession::connectionRestored, this, &MailDesk::count);
        count();
    }
    emit countsChanged(m_counts);
    // Later: the window begins with an empty message bar.
    QMetaObject::invokeMethod(this, &MailDesk::showState, Qt::QueuedConnection);
}

void MailDesk::count()
{
    m_isCountWanted = m_isCounting;
    if (m_isCounting || !m_session)
        return;
    m_isCounting = true;
    m_session->office().countMails(this, [this, generation = m_generation](const Result<MailCounts> &counts) {
        if (generation == m_generation)
            takeCounts(counts);
    });
}

void MailDesk::takeCounts(const Result<MailCounts> &counts)
{
    m_isCounting = false;
    // Numbers that cannot be read are no reason to disturb anybody: the next change counts again.
    if (counts && *counts != m_counts) {
        m_counts = *counts;
        showState();
        emit countsChanged(m_counts);
    }
    if (std::exchange(m_isCountWanted, false))
        count();
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
}

/// Once for each problem: after that the status line keeps saying it.
void MailDesk::tellProblem()
{
    const Error problem = *m_service.problem();
    m_messages.tell({problemTopic,
                     Message::Kind::Warning,
                     tr("Mails cannot be sent for now; they wait. %1").arg(wording::mailProblem(problem)),
                     {{tr("Mail settings…"),
                       [this] {
                           showSettings();
                       }},
                      {tr("Try again"),
                       [this] {
                           tryAgain();
                       }}},
                     problem.detail});
}

void MailDesk::tryAgain()
{
    m_told.reset(); // Told again when it is still there.
    m_service.retry();
}

void MailDesk::makeOutbox()
{
    m_outbox = new OutboxDialog(m_service, m_window);
    m_outbox->setSession(m_session);
    m_outbox->setCounts(m_counts);
    connect(m_outbox, &OutboxDialog::letterRequested, this, &MailDesk::showLetter);
    connect(m_outbox, &OutboxDialog::addressRequested, this, &MailDesk::findAddress);
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

void MailDesk::showSettings()
{
    if (!m_session)
        return;
    if (!m_settings) {
        QWidget *above = m_outbox && m_outbox->isActiveWindow() ? m_outbox.data() : m_window;
        m_settings = new MailSettingsDialog(m_service, *m_session, above);
        m_settings->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_settings, &MailSettingsDialog::noticeRaised, this, [this](const QString &sentence) {
            m_messages.tell({QStringLiteral("notice"), Message::Kind::Warning, sentence, {}, {}});
        });
    }
    m_settings->open();
    m_settings->raise();
    m_settings->activateWindow();
}

void MailDesk::findAddress(const QString &addressId)
{
    if (!m_session)
        return;
    m_session->fetchAddress(addressId, this, [this, session = m_session](const Result<AddressRow> &row) {
        if (!m_session || session != m_session)
            return;
        if (row) {
            emit addressFound(*row);
            m_window->raise();
            m_window->activateWindow();
        } else if (m_outbox) {
            m_outbox->tell(row.error().code == ErrorCode::NotFound
                               ? tr("The address does not exist any more. Tools → Deleted addresses may "
                                    "have it.")
                               : wording::sentence(row.error(), &m_session->description().url),
                           row.error().detail);
        }
    });
}

} // namespace addressdesk
