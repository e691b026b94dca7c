#pragma once

#include "models/domain/DatabaseUrl.h"
#include "models/domain/OutgoingMail.h"
#include "models/storage/FormerRecipient.h"
#include "models/storage/SchemaInitialiser.h"

#include <memory>

namespace addressdesk {

class SqlConnection;

/// The outbox of a database, as its sender sees it. Used on the connection's thread, outside any transaction.
class SqlOutboxQueue final : public OutboxQueue
{
public:
    /// `connection` has to outlive the queue.
    SqlOutboxQueue(SqlConnection &connection, const EffectiveSchema &schema);
    ~SqlOutboxQueue() override;

    /// A queue with a connection of its own, on the calling thread. Errors: as opening a database.
    [[nodiscard]] static Result<std::unique_ptr<OutboxQueue>> open(const DatabaseUrl &url,
                                                                   const QString &password);

    [[nodiscard]] Result<QList<OutgoingMail>> claim(int limit, std::chrono::seconds lease) override;
    [[nodiscard]] Result<qint64> heldUp(std::chrono::seconds since) override;
    [[nodiscard]] Done markSent(const OutgoingMail &mail, const HandOver &how) override;
    [[nodiscard]] Done defer(const OutgoingMail &mail, std::chrono::seconds pause,
                             const QString &why) override;
    [[nodiscard]] Done markFailed(const OutgoingMail &mail, const QString &why) override;
    [[nodiscard]] Done putBack(const OutgoingMail &mail) override;
    [[nodiscard]] Done hasten() override;

private:
    SqlOutboxQueue(std::unique_ptr<SqlConnection> connection, const EffectiveSchema &schema);

    /// A row as it was taken.
    struct Taken
    {
        OutgoingMail mail;
        FieldValue content;
        FieldValue audience;
        FieldValue secret;
        FieldValue customerId;
    };

    [[nodiscard]] Result<QList<Taken>> take(int limit, std::chrono::seconds lease);
    [[nodiscard]] Done decideAudience(Taken &taken);
    [[nodiscard]] Done decideLetters(int limit);
    [[nodiscard]] Done noteAudience(qint64 id, const QString &audience);
    [[nodiscard]] Done fillLanguage(Taken &taken);
    [[nodiscard]] bool complete(Taken &taken) const;
    template<typename Bind>
    [[nodiscard]] Done change(const OutgoingMail &mail, const QString &assignments, Bind bind);

    std::unique_ptr<SqlConnection> m_owned; ///< Only of open().
    SqlConnection &m_connection;
    SchemaMapping m_mapping;
    QString m_customerKeyType;
    FormerRecipient m_former;
};

} // namespace addressdesk
