#include "models/storage/OutboxRepository.h"

#include "models/storage/StatementRun.h"

#include <QJsonDocument>

namespace addressdesk {

Done OutboxRepository::enqueue(const OutboxDraft &draft)
{
    const QString recipient = draft.recipient.value_or(QString()).trimmed();
    const bool hasRecipient = !recipient.isEmpty();
    const auto bindAll = [&](Statement &s) {
        s.bind(draft.changeId).bind(draft.addressId);
        s.bind(hasRecipient ? FieldValue(recipient) : FieldValue());
        s.bind(QString::fromUtf8(QJsonDocument(draft.notice.toJson()).toJson(QJsonDocument::Compact)));
        s.bind(hasRecipient ? QStringLiteral("queued") : QStringLiteral("noAddress"));
        s.bind(hasRecipient ? FieldValue(draft.dueAt) : FieldValue());
        s.bind(draft.saveToken ? FieldValue(draft.saveToken->secret()) : FieldValue());
        s.bind(draft.customerId.isEmpty() ? FieldValue() : FieldValue(draft.customerId));
    };
    return statements::runAhead(
        m_connection,
        QStringLiteral("INSERT INTO mail_outbox (change_id, address_id, recipient, content, state, "
                       "next_attempt_at, secret, customer_id) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        bindAll);
}

} // namespace addressdesk
