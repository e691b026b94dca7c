#pragma once

#include "models/domain/DeskSession.h"

#include <QPointer>
#include <QSet>

namespace addressdesk {

class MessageBar;

/// Tells in the window that customers wait for an operator's decision: once for every request, however often
/// the office changes.
class TaskNotice final : public QObject
{
    Q_OBJECT

public:
    TaskNotice(MessageBar &messages, QObject *parent);

    void setSession(DeskSession *session);

signals:
    void addressRequested(const QString &addressId);
    void listRequested();

private:
    void refresh();
    void readTasks(int count);
    void ended();
    void showTasks(const QList<OfficeTask> &tasks, int count);
    void tellOne(const OfficeTask &task, bool hasBeenLookedAt);
    void finish(qint64 taskId);

    MessageBar &m_messages;
    QPointer<DeskSession> m_session;
    QSet<qint64> m_told; ///< Of the tasks that are open.
    bool m_isReading = false;
    bool m_isOutdated = false; ///< Something changed while a request was under way.
    quint64 m_generation = 0;
};

} // namespace addressdesk
