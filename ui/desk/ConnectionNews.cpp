#include "ui/desk/ConnectionNews.h"

#include "models/wording/Sentences.h"
#include "ui/connection/ConnectionController.h"
#include "ui/messages/MessageBar.h"
#include "ui/messages/StatusLine.h"

#include <QTimer>

namespace addressdesk {

namespace {

const QString openingTopic = QStringLiteral("opening");
const QString patienceTopic = QStringLiteral("patience");
const QString connectionTopic = QStringLiteral("connection");

} // namespace

ConnectionNews::ConnectionNews(ConnectionController &connection, MessageBar &messages, StatusLine &status,
                               QObject *parent)
    : QObject(parent), m_connection(connection), m_messages(messages), m_status(status)
{
    connect(&m_connection, &ConnectionController::openFailed, this, &ConnectionNews::tellFailed);
    connect(&m_connection, &ConnectionController::noticeRaised, this, [this](const QString &sentence) {
        m_messages.tell({QStringLiteral("passwordNotKept"), Message::Kind::Warning, sentence, {}, {}});
    });
}

void ConnectionNews::setSession(DeskSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (!session)
        return;
    connect(session, &DeskSession::connectionLost, this, &ConnectionNews::tellLost);
    connect(session, &DeskSession::connectionRestored, this, &ConnectionNews::tellRestored);
    if (session->description().isReadOnly)
        tellReadOnly();
}

void ConnectionNews::setOpening(bool isOpening)
{
    m_status.setBusy(openingTopic, isOpening);
    if (isOpening) {
        m_messages.dismiss(openingTopic);
        tellOpening();
    } else {
        m_messages.dismiss(patienceTopic);
    }
}

/// A server that does not answer can be given up; what opens at once is not worth a message.
void ConnectionNews::tellOpening()
{
    constexpr int patienceMs = 800;
    QTimer::singleShot(patienceMs, this, [this] {
        if (!m_connection.isOpening())
            return;
        const auto cancel = [this] {
            m_connection.cancelOpening();
        };
        m_messages.tell({patienceTopic,
                         Message::Kind::Information,
                         tr("The database is being opened…"),
                         {{tr("Cancel"), cancel}},
                         {}});
    });
}

void ConnectionNews::tellFailed(const QString &sentence, const QString &details)
{
    m_messages.tell({openingTopic, Message::Kind::Problem, sentence, {}, details});
}

void ConnectionNews::tellLost(const Error &error)
{
    m_status.setConnected(false);
    m_messages.tell({connectionTopic,
                     Message::Kind::Warning,
                     wording::sentence(error, &m_session->description().url),
                     {},
                     wording::technicalDetails(error)});
}

void ConnectionNews::tellRestored()
{
    m_status.setConnected(true);
    m_messages.dismiss(connectionTopic);
    m_status.tell(tr("Connected again."));
}

void ConnectionNews::tellReadOnly()
{
    m_messages.tell({QStringLiteral("readOnly"),
                     Message::Kind::Information,
                     tr("This database can only be read: you can look things up, but change nothing."),
                     {},
                     {}});
}

} // namespace addressdesk
