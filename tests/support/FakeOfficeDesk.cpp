#include "tests/support/FakeOfficeDesk.h"

#include <algorithm>

namespace addressdesk {

namespace {

MailState stateAfter(MailAction action)
{
    switch (action) {
    case MailAction::Retry:
    case MailAction::SendAgain:
        return MailState::Queued;
    case MailAction::Cancel:
        return MailState::Cancelled;
    case MailAction::MarkPrinted:
        return MailState::Sent;
    }
    Q_UNREACHABLE();
}

} // namespace

MailRecord *FakeOfficeDesk::find(qint64 mailId)
{
    const auto found =
        std::find_if(mails.begin(), mails.end(), [mailId](const MailRecord &m) { return m.id == mailId; });
    return found == mails.end() ? nullptr : &*found;
}

OfficeDesk::RequestId FakeOfficeDesk::countMails(QObject *context, Handler<MailCounts> handler)
{
    ++countRequests;
    return ask<MailCounts>(context, std::move(handler), [this]() -> Result<MailCounts> {
        MailCounts counts;
        for (const MailRecord &mail : std::as_const(mails)) {
            counts.waiting += mail.isWaiting() ? 1 : 0;
            counts.failed += mail.state == MailState::Failed ? 1 : 0;
            counts.letters += mail.state == MailState::NoAddress ? 1 : 0;
        }
        counts.tasks = tasks.size();
        return counts;
    });
}

OfficeDesk::RequestId FakeOfficeDesk::fetchMails(const MailQuery &query, QObject *context,
                                                 Handler<QList<MailRecord>> handler)
{
    return ask<QList<MailRecord>>(context, std::move(handler), [this, query]() -> Result<QList<MailRecord>> {
        QList<MailRecord> found;
        for (const MailRecord &mail : std::as_const(mails)) {
            const bool isWanted = (query.states.isEmpty() || query.states.contains(mail.state)) &&
                                  (query.beforeId == 0 || mail.id < query.beforeId);
            if (isWanted && found.size() < query.limit)
                found.append(mail);
        }
        return found;
    });
}

OfficeDesk::RequestId FakeOfficeDesk::fetchLetter(qint64 mailId, QObject *context,
                                                  Handler<MailLetter> handler)
{
    return ask<MailLetter>(context, std::move(handler), [this, mailId]() -> Result<MailLetter> {
        const MailRecord *mail = find(mailId);
        if (!mail)
            return failure(ErrorCode::NotFound);
        const auto token = letterTokens.constFind(mailId);
        return MailLetter{*mail, token == letterTokens.constEnd() ? std::nullopt : std::optional(*token)};
    });
}

OfficeDesk::RequestId FakeOfficeDesk::changeMail(qint64 mailId, MailAction action, QObject *context,
                                                 Handler<MailRecord> handler)
{
    actions.append({mailId, action});
    return ask<MailRecord>(context, std::move(handler), [this, mailId, action]() -> Result<MailRecord> {
        MailRecord *mail = find(mailId);
        if (!mail)
            return failure(ErrorCode::NotFound);
        mail->state = stateAfter(action);
        if (mail->state == MailState::Queued) {
            mail->attempts = 0;
            mail->finishedAt.clear();
        }
        emit officeChanged();
        return *mail;
    });
}

OfficeDesk::RequestId FakeOfficeDesk::fetchTasks(int limit, QObject *context,
                                                 Handler<QList<OfficeTask>> handler)
{
    return ask<QList<OfficeTask>>(context, std::move(handler), [this, limit]() -> Result<QList<OfficeTask>> {
        return tasks.mid(0, limit);
    });
}

OfficeDesk::RequestId FakeOfficeDesk::finishTask(qint64 taskId, QObject *context, Handler<bool> handler)
{
    finishedTasks.append(taskId);
    return ask<bool>(context, std::move(handler),
                     [this, taskId]() -> Result<bool> { return move(taskId, tasks, doneTasks); });
}

OfficeDesk::RequestId FakeOfficeDesk::reopenTask(qint64 taskId, QObject *context, Handler<bool> handler)
{
    return ask<bool>(context, std::move(handler), [this, taskId] { return move(taskId, doneTasks, tasks); });
}

Result<bool> FakeOfficeDesk::move(qint64 taskId, QList<OfficeTask> &from, QList<OfficeTask> &to)
{
    for (qsizetype i = 0; i < from.size(); ++i) {
        if (from.at(i).id != taskId)
            continue;
        to.append(from.takeAt(i));
        std::sort(to.begin(), to.end(), [](const OfficeTask &a, const OfficeTask &b) { return a.id < b.id; });
        emit officeChanged();
        return true;
    }
    return failure(ErrorCode::NotFound);
}

OfficeDesk::RequestId FakeOfficeDesk::findCode(const QString &typed, QObject *context,
                                               Handler<CodeMatch> handler)
{
    typedCodes.append(typed);
    return ask<CodeMatch>(context, std::move(handler), [this, typed]() -> Result<CodeMatch> {
        const std::optional<CodeMatch> found = match(typed);
        if (!found)
            return failure(ErrorCode::NotFound);
        return *found;
    });
}

std::optional<CodeMatch> FakeOfficeDesk::match(const QString &typed) const
{
    for (const QString &code : {typed, RevertToken::normalizedCode(typed).value_or(typed)}) {
        const auto found = codes.constFind(code);
        if (found != codes.constEnd())
            return *found;
    }
    return std::nullopt;
}

OfficeDesk::RequestId FakeOfficeDesk::fetchCustomerReverts(qint64 afterSequenceNum, int limit,
                                                           QObject *context, Handler<CustomerReverts> handler)
{
    ++customerRevertRequests;
    return ask<CustomerReverts>(
        context, std::move(handler), [this, afterSequenceNum, limit]() -> Result<CustomerReverts> {
            CustomerReverts found;
            found.lastSequenceNum = customerReverts.lastSequenceNum;
            for (const CustomerRevert &revert : std::as_const(customerReverts.reverts)) {
                if (revert.event.sequenceNum > afterSequenceNum && found.reverts.size() < limit)
                    found.reverts.append(revert);
            }
            return found;
        });
}

OfficeDesk::RequestId FakeOfficeDesk::fetchSettings(QObject *context, Handler<OfficeSettings> handler)
{
    return ask<OfficeSettings>(context, std::move(handler),
                               [this]() -> Result<OfficeSettings> { return settings; });
}

OfficeDesk::RequestId FakeOfficeDesk::saveSettings(const OfficeSettings &wanted, QObject *context,
                                                   Handler<OfficeSettings> handler)
{
    return ask<OfficeSettings>(context, std::move(handler), [this, wanted]() -> Result<OfficeSettings> {
        settings = wanted;
        emit officeChanged();
        return settings;
    });
}

} // namespace addressdesk
