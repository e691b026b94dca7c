#pragma once

#include "models/domain/Event.h"
#include "models/domain/MailRecord.h"

#include <QHash>
#include <QMetaType>

namespace addressdesk {

/// One line at the foot of a save's card.
struct HistoryMailLine
{
    QString text;
    bool isTrouble = false; ///< Nothing will reach the customer unless somebody does something.
    bool isWaiting = false; ///< Has not left yet.

    [[nodiscard]] bool operator==(const HistoryMailLine &) const = default;
};

/// What a history knows of the mails that told the customer of its saves, and of the pages that the mails'
/// links lead to. The latter are kept nowhere else: a mail scanner fetches pages too.
class HistoryMails final
{
public:
    void replaceMails(const QList<MailRecord> &mails);
    void addMails(const QList<MailRecord> &mails);
    void clearMails() { m_mails.clear(); }
    /// That this desk writes mails into, as people read it; empty when it does not.
    void setFolder(const QString &folder) { m_folder = folder; }

    void notePages(const QStringList &tokenDigests, const QDateTime &fetchedAt);
    void forgetPages() { m_pages.clear(); }

    /// Of one save, given its events that are shown.
    [[nodiscard]] QList<HistoryMailLine> lines(const QList<Event> &save) const;
    /// The mail of a save that is a letter, due or printed; 0 when there is none.
    [[nodiscard]] qint64 letterOf(const QString &changeId) const;
    [[nodiscard]] bool isLetterDue(const QString &changeId) const;
    /// Of one event, for a tooltip.
    [[nodiscard]] QStringList details(const Event &event) const;

private:
    [[nodiscard]] QDateTime latestPage(const QList<Event> &save) const;

    QHash<QString, QList<MailRecord>> m_mails; ///< By save, oldest first.
    QString m_folder;
    QHash<QString, QDateTime> m_pages; ///< When the page was last fetched, by the token's digest.
};

} // namespace addressdesk

Q_DECLARE_METATYPE(addressdesk::HistoryMailLine)
