#pragma once

#include "models/domain/RevertToken.h"
#include "models/domain/SafetyNotice.h"

#include <QByteArray>

#include <chrono>
#include <optional>

namespace addressdesk {

/// To whom a mail of a save goes.
enum class MailAudience {
    Customer, ///< The e-mail address as it was at the save.
    Former,   ///< The e-mail address that the customer had until lately: told everything.
    New       ///< An e-mail address that is new: told what changed, but no old value.
};

/// A claimed row of the outbox: what a mail is written from.
struct OutgoingMail
{
    qint64 id = 0; ///< Of the outbox row; with `changeId` it makes the Message-ID.
    QString changeId;
    QString recipient;
    MailAudience audience = MailAudience::Customer;
    SafetyNotice notice;
    std::optional<RevertToken> saveToken; ///< Its derived tokens are the links; none: a mail without links.
    QString language;                     ///< As the database knows it, for example "fr"; may be empty.
    QString createdAt;                    ///< When the save happened, as Event::occurredAt.
    int attempts = 0;                     ///< This one included.
};

/// A finished message, ready for a transport.
struct MailMessage
{
    QString sender;        ///< Envelope sender: an addr-spec.
    QString recipient;     ///< Envelope recipient: an addr-spec.
    QString fileName;      ///< For folders: the same for every attempt of one mail, without extension.
    QByteArray data;       ///< RFC 5322, lines ended by CR LF.
    bool hasLinks = false; ///< The customer can put something back with it.
};

/// How handing over one message ended.
struct Delivery
{
    enum class Kind {
        Accepted,  ///< The server or folder has it.
        Temporary, ///< Worth another attempt: network faults and replies 4xx.
        Permanent, ///< Replies 5xx and addresses that cannot be ones.
        Unusable,  ///< The transport itself is not set up right (password, certificate, folder): every mail
                   ///< would fail, so this counts as nobody's attempt.
        Stopped    ///< abort() was called.
    };

    Kind kind = Kind::Accepted;
    int replyCode = 0; ///< Of SMTP, 0 when there was none.
    QString detail;    ///< Technical, for the operator: the server's words without the customer's address.
    ErrorCode code = ErrorCode::ConnectionFailed; ///< What is wrong, where the kind is Unusable or Temporary.
    bool isIntoFolder = false; ///< Accepted: became a file on this machine and goes to nobody by itself.
};

/// For how long a mail is tried, from its save. After this nobody needs it any more; RFC 5321, 4.5.4.1 asks
/// for four to five days.
inline constexpr std::chrono::days mailPatience{5};

/// How a mail was handed over.
struct HandOver
{
    std::optional<int> linkDays; ///< Days for which its links work, from now; none: it has no links.
    bool isIntoFolder = false;   ///< As of Delivery.
};

/// Port: hands messages over. Used on one thread, but for abort(). Blocks; keeps its connection open between
/// messages.
class MailTransport
{
public:
    virtual ~MailTransport() = default;

    [[nodiscard]] virtual Delivery deliver(const MailMessage &message) = 0;
    /// Ends a running deliver() soon, from any thread. Later ones answer Stopped.
    virtual void abort() = 0;
};

/// Port: the outbox as whoever sends it sees it. Used on one thread; each call is a transaction of its own.
/// Errors: what the database says.
class OutboxQueue
{
public:
    virtual ~OutboxQueue() = default;

    /// Takes up to `limit` due mails for `lease`; whoever dies leaves them to others after that time. Rows
    /// that cannot be read are given up here and hold up nobody.
    [[nodiscard]] virtual Result<QList<OutgoingMail>> claim(int limit, std::chrono::seconds lease) = 0;
    /// How many mails have been due for longer than `since` and belong to no sender. After a claim() that
    /// found none, another session of the database keeps their rows locked.
    [[nodiscard]] virtual Result<qint64> heldUp(std::chrono::seconds since) = 0;
    /// Accepted: the secret is wiped, the days of the links begin.
    [[nodiscard]] virtual Done markSent(const OutgoingMail &mail, const HandOver &how) = 0;
    /// Tried in vain: again after `pause`.
    [[nodiscard]] virtual Done defer(const OutgoingMail &mail, std::chrono::seconds pause,
                                     const QString &why) = 0;
    /// Given up for good: the secret is wiped.
    [[nodiscard]] virtual Done markFailed(const OutgoingMail &mail, const QString &why) = 0;
    /// Not tried after all: back as it was before claim().
    [[nodiscard]] virtual Done putBack(const OutgoingMail &mail) = 0;
    /// What was tried in vain is due at once: what hindered it has been mended.
    [[nodiscard]] virtual Done hasten() = 0;
};

} // namespace addressdesk
