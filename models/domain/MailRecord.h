#pragma once

#include "models/domain/OutgoingMail.h"

#include <QList>

namespace addressdesk {

/// How far a mail has come.
enum class MailState { Queued, Sending, Sent, Failed, Cancelled, NoAddress };

/// The name in the column `state`, for example "noAddress".
[[nodiscard]] QString mailStateName(MailState state);
[[nodiscard]] std::optional<MailState> mailStateFromName(const QString &name);

/// A mail as a desk sees it: everything but its secret. Times as Event::occurredAt; empty when there is none.
struct MailRecord
{
    qint64 id = 0;
    QString changeId;
    QString addressId;
    FieldValue recipient; ///< std::nullopt: the customer has no e-mail address; the safety letter is due.
    MailState state = MailState::Queued;
    MailAudience audience = MailAudience::Customer;
    int attempts = 0;
    QString nextAttemptAt;
    QString lastError; ///< Technical: the server's words.
    QString createdAt;
    QString finishedAt;
    QString expiresAt;       ///< When its links end; empty when it has none.
    bool isInFolder = false; ///< Sent, but into a folder only.
    int putBackCount = 0;    ///< Of what its links put back: what was put back since, by whomever.
    QString putBackAt;       ///< The last time of these.
    SafetyNotice notice;

    /// Was printed as a letter.
    [[nodiscard]] bool isLetter() const { return state == MailState::Sent && !recipient; }
    /// The customer got links with it, and has them still.
    [[nodiscard]] bool hasLinks() const { return !expiresAt.isEmpty() && notice.canBePutBack(); }
    /// Was given up or cancelled: sent after all, it has no links, only phone codes.
    [[nodiscard]] bool goesWithoutLinks() const
    {
        return (state == MailState::Failed || state == MailState::Cancelled) && notice.canBePutBack();
    }
    /// Something that it tells of has not been put back.
    [[nodiscard]] bool isAnythingLeft() const { return putBackCount < notice.tokenCount(); }
    /// Waits for a sender.
    [[nodiscard]] bool isWaiting() const { return state == MailState::Queued || state == MailState::Sending; }

    [[nodiscard]] bool operator==(const MailRecord &) const = default;
};

/// Which mails to list, newest first.
struct MailQuery
{
    QList<MailState> states; ///< Empty: any.
    qint64 beforeId = 0;     ///< Only older ones; 0 starts at the newest.
    int limit = 200;
};

/// What can be done with a mail.
enum class MailAction {
    Retry,      ///< Queued: tried at once instead of later. Failed or cancelled: queued, without its links.
    SendAgain,  ///< Sent: queued once more, without links when its secret is wiped.
    Cancel,     ///< Queued: never sent; the secret is wiped.
    MarkPrinted ///< No e-mail address: the letter was printed; the secret is wiped, the links' days begin.
};

/// What the desk counts for its status line.
struct MailCounts
{
    qint64 waiting = 0; ///< Queued or being sent.
    qint64 failed = 0;
    qint64 letters = 0; ///< Without e-mail address, letter not printed yet.
    qint64 tasks = 0;   ///< Open tasks.

    [[nodiscard]] bool operator==(const MailCounts &) const = default;
};

} // namespace addressdesk
