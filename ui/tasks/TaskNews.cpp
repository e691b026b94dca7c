#include "ui/tasks/TaskNews.h"

#include "models/items/OfficeTasksModel.h"
#include "models/wording/CustomerSentences.h"
#include "ui/messages/MessageBar.h"
#include "ui/tasks/RequestActions.h"

#include <algorithm>
#include <utility>

namespace addressdesk {

namespace {

const QString topic = QStringLiteral("tasks");

} // namespace

TaskNews::TaskNews(MessageBar &messages, QObject *parent)
    : QObject(parent), m_messages(messages),
      m_actions(new RequestActions(messages, QStringLiteral("taskDone"), this)), m_turn([this] { read(); })
{
}

void TaskNews::setSession(DeskSession *session)
{
    m_session = session;
    m_turn.forget();
    m_told.clear();
    m_messages.dismiss(topic);
    m_actions->setSession(session);
}

void TaskNews::setCounts(const MailCounts &counts)
{
    m_count = static_cast<int>(counts.tasks);
    if (m_session && m_count > 0) {
        m_turn.ask();
    } else {
        m_turn.forget();
        showTasks({}, 0);
    }
}

void TaskNews::read()
{
    m_session->office().fetchTasks(
        OfficeTasksModel::limit, this,
        m_turn.answer<QList<OfficeTask>>([this](const Result<QList<OfficeTask>> &tasks) {
            if (tasks)
                showTasks(*tasks, std::max(m_count, static_cast<int>(tasks->size())));
        }));
}

void TaskNews::showTasks(const QList<OfficeTask> &tasks, int count)
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

void TaskNews::keepInSight(const OfficeTask &task)
{
    tellOne(task, true);
}

void TaskNews::tellOne(const OfficeTask &task, bool hasBeenLookedAt)
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
    message.actions.append({tr("&Done"), [this, task] {
                                m_actions->finish(task);
                            }});
    m_messages.tell(message);
}

} // namespace addressdesk
