#include "ui/tasks/RequestActions.h"

#include "models/wording/Sentences.h"
#include "ui/messages/MessageBar.h"

namespace addressdesk {

RequestActions::RequestActions(MessageBar &messages, const QString &topic, QObject *parent)
    : QObject(parent), m_messages(messages), m_topic(topic)
{
}

void RequestActions::setSession(DeskSession *session)
{
    m_session = session;
    m_messages.dismiss(m_topic);
}

void RequestActions::finish(const OfficeTask &task)
{
    m_messages.dismiss(m_topic);
    const bool isThere = !task.row.address.values.isEmpty();
    //: %1 a customer's name
    finish(task.id,
           isThere
               ? tr("The request of %1 is done and off the list.").arg(wording::spokenName(task.row.customer))
               : tr("The request is done and off the list."));
}

void RequestActions::finishSetBack(qint64 taskId)
{
    finish(taskId, {});
}

void RequestActions::finish(qint64 taskId, const QString &sentence)
{
    if (!m_session || taskId == 0)
        return;
    const auto finished = [this, taskId, sentence, session = m_session](const Result<bool> &isDone) {
        if (session != m_session || !m_session)
            return;
        if (!isDone)
            tell(isDone.error());
        if (isDone && !sentence.isEmpty())
            tellFinished(taskId, sentence);
        emit changed();
    };
    m_session->office().finishTask(taskId, this, finished);
}

void RequestActions::tellFinished(qint64 taskId, const QString &sentence)
{
    const auto undo = [this, taskId] {
        reopen(taskId);
    };
    m_messages.tell({m_topic, Message::Kind::Information, sentence, {{tr("&Undo"), undo, true}}, {}});
}

void RequestActions::reopen(qint64 taskId)
{
    emit undoing();
    if (!m_session)
        return;
    m_session->office().reopenTask(taskId, this,
                                   [this, taskId, session = m_session](const Result<bool> &isOpen) {
                                       if (session != m_session || !m_session)
                                           return;
                                       if (isOpen)
                                           emit reopened(taskId);
                                       else
                                           tell(isOpen.error());
                                       emit changed();
                                   });
}

/// Not that somebody was quicker: that is what was wanted.
void RequestActions::tell(const Error &error)
{
    if (error.code != ErrorCode::NotFound && error.code != ErrorCode::Cancelled)
        m_messages.tell({m_topic,
                         Message::Kind::Problem,
                         wording::sentence(error, &m_session->description().url),
                         {},
                         wording::technicalDetails(error)});
}

} // namespace addressdesk
