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

} // namespace

TaskNotice::TaskNotice(MessageBar &messages, QObject *parent) : QObject(parent), m_messages(messages) {}

void TaskNotice::setSession(DeskSession *session)
{
    if (m_session)
        m_session->office().disconnect(this);
    m_session = session;
    ++m_generation;
    m_told.clear();
    m_isReading = m_isOutdated = false;
    m_messages.dismiss(topic);
    if (!session)
        return;
    connect(&session->office(), &OfficeDesk::officeChanged, this, &TaskNotice::refresh);
    refresh();
}

void TaskNotice::refresh()
{
    if (!m_session)
        return;
    if (m_isReading) {
        m_isOutdated = true;
        return;
    }
    m_isReading = true;
    m_session->office().countMails(this, [this, generation = m_generation](const Result<MailCounts> &counts) {
        if (generation != m_generation)
            return;
        if (counts && counts->tasks > 0) {
            readTasks(static_cast<int>(counts->tasks));
            return;
        }
        if (counts)
            showTasks({}, 0);
        ended();
    });
}

void TaskNotice::readTasks(int count)
{
    m_session->office().fetchTasks(
        OfficeTasksModel::limit, this,
        [this, count, generation = m_generation](const Result<QList<OfficeTask>> &tasks) {
            if (generation != m_generation)
                return;
            if (tasks)
                showTasks(*tasks, std::max(count, static_cast<int>(tasks->size())));
            ended();
        });
}

void TaskNotice::ended()
{
    m_isReading = false;
    if (std::exchange(m_isOutdated, false))
        refresh();
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
    m_session->office().finishTask(taskId, this, [this](const Result<bool> &isDone) {
        // Somebody who was quicker did what was wanted.
        if (isDone || !m_session || isDone.error().code == ErrorCode::NotFound ||
            isDone.error().code == ErrorCode::Cancelled)
            return;
        m_messages.tell({topic,
                         Message::Kind::Problem,
                         wording::sentence(isDone.error(), &m_session->description().url),
                         {},
                         isDone.error().detail});
    });
}

} // namespace addressdesk
