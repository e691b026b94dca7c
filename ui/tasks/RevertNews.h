#pragma once

#include "models/domain/DeskSession.h"
#include "models/items/ReadTurn.h"

#include <QPointer>
#include <QSet>

namespace addressdesk {

class MessageBar;

/// Tells in the window what customers' links have put back while it is open, in one line however many they
/// are.
class RevertNews final : public QObject
{
    Q_OBJECT

public:
    static constexpr int limit = 50; ///< Of what one look reads.

    RevertNews(MessageBar &messages, QObject *parent);

    void setSession(DeskSession *session);

signals:
    void addressRequested(const QString &addressId);
    /// The event to look at; comes before addressRequested().
    void changeRequested(const QString &addressId, qint64 sequenceNum);

private:
    void look();
    void read();
    void receive(const CustomerReverts &found);
    void tell();
    void showNext();

    MessageBar &m_messages;
    QPointer<DeskSession> m_session;
    QList<CustomerRevert> m_told; ///< What the message that is shown is about, newest first.
    QSet<qint64> m_known;         ///< Events that have been told.
    qint64 m_start = -1;          ///< Where the events ended when the database was opened; -1: not known yet.
    qint64 m_last = 0;
    ReadTurn m_turn;
};

} // namespace addressdesk
