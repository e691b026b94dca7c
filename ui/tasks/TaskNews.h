#pragma once

#include "models/domain/DeskSession.h"
#include "models/items/ReadTurn.h"

#include <QPointer>
#include <QSet>

namespace addressdesk {

class MessageBar;
class RequestActions;

/// Tells in the window that customers wait for an operator's decision: once for every request, however often
/// the office changes.
class TaskNews final : public QObject
{
    Q_OBJECT

public:
    TaskNews(MessageBar &messages, QObject *parent);

    void setSession(DeskSession *session);
    /// To be told after every change of the office.
    void setCounts(const MailCounts &counts);

    /// The person looks at what this request is about.
    void keepInSight(const OfficeTask &task);

signals:
    void addressRequested(const QString &addressId);
    void listRequested();

private:
    void read();
    void showTasks(const QList<OfficeTask> &tasks, int count);
    void tellOne(const OfficeTask &task, bool hasBeenLookedAt);

    MessageBar &m_messages;
    RequestActions *m_actions;
    QPointer<DeskSession> m_session;
    QSet<qint64> m_told; ///< Of the tasks that are open.
    int m_count = 0;     ///< There may be more than are read.
    ReadTurn m_turn;
};

} // namespace addressdesk
