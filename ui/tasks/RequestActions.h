#pragma once

#include "models/domain/DeskSession.h"

#include <QPointer>

namespace addressdesk {

class MessageBar;

/// What an operator does with the requests of customers: takes them off the list, or back onto it, and tells
/// what became of it.
class RequestActions final : public QObject
{
    Q_OBJECT

public:
    /// Tells under `topic`. The messages have to outlive this.
    RequestActions(MessageBar &messages, const QString &topic, QObject *parent);

    void setSession(DeskSession *session);
    /// Off the list, which can be undone from what is told.
    void finish(const OfficeTask &task);
    /// Off the list without telling, as its change is set back, which is told already.
    void finishSetBack(qint64 taskId);

signals:
    /// "Undo" was pressed, and what had it is gone.
    void undoing();
    /// The request is on the list again.
    void reopened(qint64 taskId);
    /// The list is not as it was, or could not be changed.
    void changed();

private:
    void finish(qint64 taskId, const QString &sentence);
    void tellFinished(qint64 taskId, const QString &sentence);
    void reopen(qint64 taskId);
    void tell(const Error &error);

    MessageBar &m_messages;
    QString m_topic;
    QPointer<DeskSession> m_session;
};

} // namespace addressdesk
