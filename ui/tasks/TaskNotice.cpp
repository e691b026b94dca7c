#include "ui/tasks/TaskNotice.h"

#include "models/items/OfficeTasksModel.h"
#include "models/wording/CustomerSentences.h"
#include "models/wording/Sentences.h"
#include "ui/messages/MessageBar.h"

#include <algorithm>
#include <utility>

namespace addressdesk {

namespace {

const QString topic = QStringLiteral("tasks");
const QString doneTopic = QStringLiteral("taskDone");

} // namespace

TaskNotice::TaskNotice(MessageBar &messages, QObject *parent)
    : QObject(parent), m_messages(messages), m_turn([this] { read(); })
{
}

void TaskNotice::setSession(DeskSession *session)
{
    m_session = session;
    m_turn.forget();
    m_told.clear();
    for (const QString &told : {topic, doneTopic})
        m_messages.dismiss(told);
}

void TaskNotice::setCounts(const MailCounts &counts)
{
    m_count = static_cast<int>(counts.tasks);
    if (m_session && m_count > 0) {
        m_turn.ask();
    } else {
        m_turn.forget();
        showTasks({}, 0);
    }
}

void TaskNotice::read()
{
    m_session->office().fetchTasks(
        OfficeTasksModel::limit, this,
        m_turn.answer<QList<OfficeTask>>([this](const Result<QList<OfficeTask>> &tasks) {
            if (tasks)
                showTasks(*tasks, std::max(m_count, static_cast<int>(tasks->size())));
        }));
}

void TaskNotice::showTasks(const QList<OfficeTask> &tasks, int count)
{
    QSet<qint64> open;
    for (const OfficeTask &task : tasks)
        open.insert(task.id);
    const QSet<qint64> told = std::exchange(m_told, open);
    if (open == told)
        return;
    const bool hasNew = !told.contains(open);
    const bool isShown = m_messages.contains(topic);
    if (tasks.isEmpty())
        m_messages.dismiss(topic);
    else if ((hasNew || isShown) && tasks.size() == 1)
        tellOne(tasks.constFirst(), false);
    else if (hasNew || isShown)
        m_messages.tell({topic,
                         Message::Kind::Warning,
                         wording::customersAsk(count),
                         {{tr("Sho&w them"),
                           [this] {
                               emit listRequested();
                           }}},
                         {}});
}

void TaskNotice::tellOne(const OfficeTask &task, bool hasBeenLookedAt)
{
    Message message{topic, Message::Kind::Warning, wording::customerAsks(m_session->mapping(), task), {}, {}};
    if (hasBeenLookedAt) {
        message.actions.append({tr("Sho&w the request"), [this] {
                                    emit listRequested();
                                }});
    } else {
        message.actions.append({tr("&Look"), [this, task] {
                                    // What there is to decide stays in sight beside the address.
                                    tellOne(task, true);
                                    emit addressRequested(task.row.address.id);
                                }});
    }
    message.actions.append({tr("&Done"), [this, id = task.id] {
                                finish(id);
                            }});
    m_messages.tell(message);
}

void TaskNotice::finish(qint64 taskId)
{
    if (!m_session)
        return;
    m_session->office().finishTask(taskId, this, [this, taskId](const Result<bool> &isDone) {
        if (!m_session)
            return;
        if (isDone)
            m_messages.tell({doneTopic,
                             Message::Kind::Information,
                             tr("The request is done and off the list."),
                             {{tr("&Undo"),
                               [this, taskId] {
                                   reopen(taskId);
                               }}},
                             {}});
        else
            tellError(isDone.error());
    });
}

void TaskNotice::reopen(qint64 taskId)
{
    if (!m_session)
        return;
    m_session->office().reopenTask(taskId, this, [this](const Result<bool> &isOpen) {
        if (m_session && !isOpen)
            tellError(isOpen.error());
    });
}

/// Somebody who was quicker did what was wanted.
void TaskNotice::tellError(const Error &error)
{
    if (error.code != ErrorCode::NotFound && error.code != ErrorCode::Cancelled)
        m_messages.tell({topic,
                         Message::Kind::Problem,
                         wording::sentence(error, &m_session->description().url),
                         {},
                         error.detail});
}

} // namespace addressdesk
