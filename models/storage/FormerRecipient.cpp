#include "models/storage/FormerRecipient.h"

#include "models/storage/StatementRun.h"

namespace addressdesk {

Result<bool> FormerRecipient::tell(const Row &row)
{
    const Result<std::optional<QString>> former = find(row);
    if (!former)
        return tl::unexpected(former.error());
    if (!*former)
        return false;
    return add(row, **former).map([] { return true; });
}

Result<std::optional<QString>> FormerRecipient::find(const Row &row)
{
    if (!row.customerId)
        return std::optional<QString>();
    struct Former
    {
        qint64 id = 0;
        QString recipient;
    };
    const auto former = statements::firstRow<Former>(
        m_connection,
        QStringLiteral("SELECT id, recipient FROM mail_outbox WHERE customer_id = ? AND id < ? AND recipient "
                       "IS NOT NULL "
                       "AND state IN ('sent', 'queued', 'sending') AND COALESCE(audience, '') NOT IN "
                       "('former', 'new') AND lower(recipient) <> "
                       "lower(COALESCE(?, '')) "
                       "ORDER BY id DESC LIMIT 1"),
        [&](Statement &s) { s.bind(row.customerId).bind(row.id).bind(row.recipient); },
        [](const Statement &s) -> Result<Former> {
            return Former{s.integer(0), s.text(1).value_or(QString())};
        });
    if (!former)
        return tl::unexpected(former.error());
    if (!*former)
        return std::optional<QString>();
    return isNewSince(row, (*former)->id).map([&](bool isNew) {
        return isNew ? std::optional((*former)->recipient) : std::nullopt;
    });
}

/// The first mail to the present address after the last to the former one is young.
Result<bool> FormerRecipient::isNewSince(const Row &row, qint64 formerId)
{
    const auto isNew = statements::firstRow<bool>(
        m_connection,
        QStringLiteral(
            "SELECT CASE WHEN created_at > %1 THEN 1 ELSE 0 END FROM mail_outbox WHERE customer_id = ? "
            "AND id > ? AND lower(COALESCE(recipient, '')) = lower(COALESCE(?, '')) "
            "ORDER BY id LIMIT 1")
            .arg(m_connection.dialect().clockMoved()),
        [&](Statement &s) {
            s.bind(-static_cast<qint64>(std::chrono::seconds(newAddressPeriod).count()));
            s.bind(row.customerId).bind(formerId).bind(row.recipient);
        },
        [](const Statement &s) -> Result<bool> { return s.integer(0) != 0; });
    return isNew.map([](const std::optional<bool> &found) { return found.value_or(true); });
}

Done FormerRecipient::add(const Row &row, const QString &former)
{
    const QString sql = QStringLiteral(
        "INSERT INTO mail_outbox (change_id, address_id, recipient, content, state, next_attempt_at, secret, "
        "customer_id, audience, created_at) SELECT change_id, address_id, ?, content, 'queued', "
        "COALESCE(next_attempt_at, created_at), secret, customer_id, 'former', created_at FROM mail_outbox "
        "WHERE id = ?");
    return statements::run(m_connection, sql, [&](Statement &s) { s.bind(former).bind(row.id); })
        .map([](Statement *s) { s->finish(); });
}

} // namespace addressdesk
