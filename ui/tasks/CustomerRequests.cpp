#include "ui/tasks/CustomerRequests.h"

#include "models/wording/Sentences.h"
#include "ui/history/RedeemCodeDialog.h"
#include "ui/messages/MessageBar.h"
#include "ui/tasks/RevertNews.h"
#include "ui/tasks/TaskNews.h"
#include "ui/tasks/TasksDialog.h"

namespace addressdesk {

namespace {

const QString goToTopic = QStringLiteral("customerAddress");

} // namespace

CustomerRequests::CustomerRequests(MessageBar &messages, QSettings &settings, QWidget *window)
    : QObject(window), m_messages(messages), m_settings(settings), m_window(window),
      m_taskNews(new TaskNews(messages, this)), m_news(new RevertNews(messages, this))
{
    connect(m_taskNews, &TaskNews::addressRequested, this, &CustomerRequests::goTo);
    connect(m_news, &RevertNews::changeRequested, this, &CustomerRequests::changeRequested);
    connect(m_news, &RevertNews::addressRequested, this, &CustomerRequests::goTo);
    connect(m_taskNews, &TaskNews::listRequested, this, &CustomerRequests::showTasks);
}

void CustomerRequests::setSession(DeskSession *session)
{
    delete m_redeeming;
    m_session = session;
    m_taskNews->setSession(session);
    m_news->setSession(session);
    if (m_tasks)
        m_tasks->setSession(session);
}

void CustomerRequests::setCounts(const MailCounts &counts)
{
    m_taskNews->setCounts(counts);
}

void CustomerRequests::redeemCode()
{
    if (!m_session || m_redeeming)
        return;
    m_redeeming = new RedeemCodeDialog(*m_session, m_window);
    m_redeeming->setAttribute(Qt::WA_DeleteOnClose);
    connect(m_redeeming, &RedeemCodeDialog::addressRequested, this, &CustomerRequests::goTo);
    m_redeeming->open();
}

void CustomerRequests::showTasks()
{
    if (!m_session)
        return;
    if (!m_tasks) {
        m_tasks = new TasksDialog(m_settings, m_window);
        m_tasks->setSession(m_session);
        connect(m_tasks, &TasksDialog::addressRequested, this, &CustomerRequests::lookAt);
    }
    m_tasks->show();
    m_tasks->raise();
    m_tasks->activateWindow();
}

void CustomerRequests::lookAt(const OfficeTask &task)
{
    goTo(task.row.address.id);
    m_tasks->hide(); // It would cover the address. What there is to decide stays in sight in the window.
    m_taskNews->keepInSight(task);
    m_window->raise();
    m_window->activateWindow();
}

void CustomerRequests::goTo(const QString &addressId)
{
    if (!m_session)
        return;
    m_messages.dismiss(goToTopic);
    m_session->fetchAddress(addressId, this, [this, addressId](const Result<AddressRow> &row) {
        if (row)
            emit addressRequested(*row);
        else
            tellNotThere(addressId, row.error());
    });
}

void CustomerRequests::tellNotThere(const QString &addressId, const Error &error)
{
    if (!m_session || error.code == ErrorCode::Cancelled)
        return;
    if (error.code == ErrorCode::NotFound) {
        m_messages.tell({goToTopic,
                         Message::Kind::Warning,
                         tr("This address has been deleted."),
                         {{tr("&Restore"),
                           [this, addressId] {
                               emit restoreRequested(addressId);
                           }}},
                         {}});
        return;
    }
    m_messages.tell({goToTopic,
                     Message::Kind::Problem,
                     wording::sentence(error, &m_session->description().url),
                     {},
                     wording::technicalDetails(error)});
}

} // namespace addressdesk
