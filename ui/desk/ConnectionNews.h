#pragma once

#include "models/domain/DeskSession.h"

#include <QPointer>

namespace addressdesk {

class ConnectionController;
class MessageBar;
class StatusLine;

/// Tells how it stands with the connection to the database: that one is being opened, was not, was lost, is
/// back, or can only be read.
class ConnectionNews final : public QObject
{
    Q_OBJECT

public:
    ConnectionNews(ConnectionController &connection, MessageBar &messages, StatusLine &status,
                   QObject *parent = nullptr);

    void setOpening(bool isOpening);
    /// Tells of this one from now on; nullptr: of none.
    void setSession(DeskSession *session);

private:
    void tellOpening();
    void tellFailed(const QString &sentence, const QString &details);
    void tellLost(const Error &error);
    void tellRestored();
    void tellReadOnly();

    ConnectionController &m_connection;
    MessageBar &m_messages;
    StatusLine &m_status;
    QPointer<DeskSession> m_session;
};

} // namespace addressdesk
