#include "models/storage/SqlOfficeDesk.h"

namespace addressdesk {

SqlOfficeDesk::SqlOfficeDesk(DeskRequests &requests, QObject *parent)
    : OfficeDesk(parent), m_requests(requests)
{
}

OfficeDesk::RequestId SqlOfficeDesk::countMails(QObject *context, Handler<MailCounts> handler)
{
    constexpr bool canWait = true;
    return m_requests.read<MailCounts>([](DeskParts &parts) { return parts.mails.counts(); }, context,
                                       std::move(handler), canWait);
}

OfficeDesk::RequestId SqlOfficeDesk::fetchMails(const MailQuery &query, QObject *context,
                                                Handler<QList<MailRecord>> handler)
{
    return m_requests.read<QList<MailRecord>>([query](DeskParts &parts) { return parts.mails.list(query); },
                                              context, std::move(handler));
}

OfficeDesk::RequestId SqlOfficeDesk::fetchLetter(qint64 mailId, QObject *context, Handler<MailLetter> handler)
{
    return m_requests.read<MailLetter>(
        [mailId](DeskParts &parts) -> Result<MailLetter> {
            const Result<MailRecord> mail = parts.mails.mail(mailId);
            if (!mail)
                return tl::unexpected(mail.error());
            return parts.mails.letterToken(mailId).map([&mail](const std::optional<RevertToken> &token) {
                return MailLetter{*mail, token};
            });
        },
        context, std::move(handler));
}

OfficeDesk::RequestId SqlOfficeDesk::changeMail(qint64 mailId, MailAction action, QObject *context,
                                                Handler<MailRecord> handler)
{
    return m_requests.write<MailRecord>(
        [mailId, action](DeskParts &parts) -> Result<MailRecord> {
            const Result<OfficeSettings> settings = parts.settings.load();
            if (!settings)
                return tl::unexpected(settings.error());
            // A letter has a link only where customers can reach its page.
            return parts.mails.apply(mailId, action,
                                     settings->publicUrl.isEmpty() ? std::nullopt
                                                                   : std::optional(settings->linkDays));
        },
        // Done or not, the mail's state says so.
        [mailId](DeskParts &parts, const Error &) { return parts.mails.mail(mailId); }, context,
        std::move(handler));
}

OfficeDesk::RequestId SqlOfficeDesk::fetchTasks(int limit, QObject *context,
                                                Handler<QList<OfficeTask>> handler)
{
    return m_requests.read<QList<OfficeTask>>([limit](DeskParts &parts) { return parts.tasks.open(limit); },
                                              context, std::move(handler));
}

OfficeDesk::RequestId SqlOfficeDesk::finishTask(qint64 taskId, QObject *context, Handler<bool> handler)
{
    return m_requests.rewrite<bool>(
        [taskId](DeskParts &parts) {
            return parts.tasks.finish(taskId, parts.actor).map([] { return true; });
        },
        context, std::move(handler));
}

OfficeDesk::RequestId SqlOfficeDesk::reopenTask(qint64 taskId, QObject *context, Handler<bool> handler)
{
    return m_requests.rewrite<bool>(
        [taskId](DeskParts &parts) { return parts.tasks.reopen(taskId).map([] { return true; }); }, context,
        std::move(handler));
}

OfficeDesk::RequestId SqlOfficeDesk::findCode(const QString &typed, QObject *context,
                                              Handler<CodeMatch> handler)
{
    // Wrong codes are counted, so this writes.
    return m_requests.rewrite<CodeMatch>([typed](DeskParts &parts) { return parts.recorder.findCode(typed); },
                                         context, std::move(handler));
}

OfficeDesk::RequestId SqlOfficeDesk::fetchCustomerReverts(qint64 afterSequenceNum, int limit,
                                                          QObject *context, Handler<CustomerReverts> handler)
{
    constexpr bool canWait = true;
    return m_requests.read<CustomerReverts>(
        [afterSequenceNum, limit](DeskParts &parts) {
            return parts.customerReverts.after(afterSequenceNum, limit);
        },
        context, std::move(handler), canWait);
}

OfficeDesk::RequestId SqlOfficeDesk::fetchSettings(QObject *context, Handler<OfficeSettings> handler)
{
    return m_requests.read<OfficeSettings>([](DeskParts &parts) { return parts.settings.load(); }, context,
                                           std::move(handler));
}

OfficeDesk::RequestId SqlOfficeDesk::saveSettings(const OfficeSettings &settings, QObject *context,
                                                  Handler<OfficeSettings> handler)
{
    return m_requests.rewrite<OfficeSettings>(
        [settings](DeskParts &parts) -> Result<OfficeSettings> {
            if (const Done saved = parts.settings.save(settings); !saved)
                return tl::unexpected(saved.error());
            return parts.settings.load();
        },
        context, std::move(handler));
}

} // namespace addressdesk
