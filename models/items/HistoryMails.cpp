#include "models/items/HistoryMails.h"

#include "models/wording/HistoryMailSentences.h"

#include <QCoreApplication>

#include <algorithm>

namespace addressdesk {

namespace {

/// Digests are forgotten all at once when there are more: whoever fetches pages by the thousand is no
/// customer.
constexpr qsizetype maximumPages = 10'000;

} // namespace

void HistoryMails::replaceMails(const QList<MailRecord> &mails)
{
    m_mails.clear();
    addMails(mails);
}

void HistoryMails::addMails(const QList<MailRecord> &mails)
{
    for (const MailRecord &mail : mails) {
        QList<MailRecord> &ofSave = m_mails[mail.changeId];
        const bool isKnown = std::any_of(ofSave.cbegin(), ofSave.cend(),
                                         [&mail](const MailRecord &other) { return other.id == mail.id; });
        if (!isKnown)
            ofSave.append(mail);
    }
}

void HistoryMails::notePages(const QStringList &tokenDigests, const QDateTime &fetchedAt)
{
    if (m_pages.size() + tokenDigests.size() > maximumPages)
        m_pages.clear();
    for (const QString &digest : tokenDigests)
        m_pages.insert(digest, fetchedAt);
}

QList<HistoryMailLine> HistoryMails::lines(const QList<Event> &save) const
{
    QList<HistoryMailLine> lines;
    if (save.isEmpty())
        return lines;
    const QDateTime savedAt = save.constFirst().occurredAtTime();
    const QList<MailRecord> mails = m_mails.value(save.constFirst().changeId);
    for (const MailRecord &mail : mails)
        lines.append({wording::historyMail::line(mail, savedAt), wording::historyMail::isTrouble(mail),
                      mail.isWaiting()});
    const QDateTime page = latestPage(save);
    if (!page.isValid())
        return lines;
    const QString fetched = wording::historyMail::pageFetched(page, savedAt);
    if (lines.size() == 1) {
        //: at the foot of a save's card: %1 for example "mailed at 14:02 to …", %2 "page fetched at 14:05"
        lines.first().text =
            QCoreApplication::translate("HistoryModel", "%1 · %2").arg(lines.constFirst().text, fetched);
    } else {
        // Which of several mails led there is not known.
        lines.append({fetched});
    }
    return lines;
}

qint64 HistoryMails::letterOf(const QString &changeId) const
{
    const QList<MailRecord> mails = m_mails.value(changeId);
    const auto letter =
        std::find_if(mails.cbegin(), mails.cend(), [](const MailRecord &mail) { return !mail.recipient; });
    return letter == mails.cend() ? 0 : letter->id;
}

bool HistoryMails::isLetterDue(const QString &changeId) const
{
    const QList<MailRecord> mails = m_mails.value(changeId);
    return std::any_of(mails.cbegin(), mails.cend(),
                       [](const MailRecord &mail) { return mail.state == MailState::NoAddress; });
}

QStringList HistoryMails::details(const Event &event) const
{
    QStringList details;
    const QList<MailRecord> mails = m_mails.value(event.changeId);
    for (const MailRecord &mail : mails)
        details.append(wording::historyMail::details(mail, m_folder));
    const QDateTime page = latestPage({event});
    if (page.isValid())
        details.append(wording::historyMail::pageFetchedDetails(page));
    return details;
}

QDateTime HistoryMails::latestPage(const QList<Event> &save) const
{
    QDateTime latest;
    for (const Event &event : save) {
        const auto page = event.issuesToken() ? m_pages.constFind(event.tokenDigest()) : m_pages.cend();
        if (page != m_pages.cend() && (!latest.isValid() || *page > latest))
            latest = *page;
    }
    return latest;
}

} // namespace addressdesk
