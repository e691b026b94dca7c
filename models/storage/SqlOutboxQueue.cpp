#include "models/storage/SqlOutboxQueue.h"

#include "models/storage/SchemaInitialiser.h"
#include "models/storage/StatementRun.h"
#include "models/storage/UnitOfWork.h"

#include <QJsonDocument>

#include <algorithm>

namespace addressdesk {

namespace {

const QString customerAudience = QStringLiteral("customer");
const QString formerAudience = QStringLiteral("former");
const QString newAudience = QStringLiteral("new");

qint64 secondsOf(std::chrono::seconds duration)
{
    return static_cast<qint64>(duration.count());
}

/// Whoever has just put a new e-mail address in does not get a way to the old values with it.
void withholdWayBack(OutgoingMail &mail)
{
    mail.saveToken.reset();
    mail.notice.code.clear();
    for (SafetyNotice::Change &change : mail.notice.changes)
        change.code.clear();
}

Done ignoringResult(Result<Statement *> statement)
{
    if (!statement)
        return tl::unexpected(statement.error());
    (*statement)->finish();
    return {};
}

} // namespace

SqlOutboxQueue::SqlOutboxQueue(SqlConnection &connection, const EffectiveSchema &schema)
    : m_connection(connection), m_mapping(schema.mapping), m_customerKeyType(schema.keyTypes.customer),
      m_former(m_connection)
{
}

SqlOutboxQueue::SqlOutboxQueue(std::unique_ptr<SqlConnection> connection, const EffectiveSchema &schema)
    : m_owned(std::move(connection)), m_connection(*m_owned), m_mapping(schema.mapping),
      m_customerKeyType(schema.keyTypes.customer), m_former(m_connection)
{
}

SqlOutboxQueue::~SqlOutboxQueue() = default;

Result<std::unique_ptr<OutboxQueue>> SqlOutboxQueue::open(const DatabaseUrl &url, const QString &password)
{
    auto connection = SqlConnection::open(url, password);
    if (!connection)
        return tl::unexpected(connection.error());
    const Result<EffectiveSchema> schema =
        SchemaInitialiser(**connection, SchemaMapping::native()).effective();
    if (!schema)
        return tl::unexpected(schema.error());
    return std::unique_ptr<OutboxQueue>(new SqlOutboxQueue(std::move(*connection), *schema));
}

Result<QList<OutgoingMail>> SqlOutboxQueue::claim(int limit, std::chrono::seconds lease)
{
    Result<UnitOfWork> unit = UnitOfWork::begin(m_connection);
    if (!unit)
        return tl::unexpected(unit.error());
    if (const Done decided = decideLetters(limit); !decided)
        return tl::unexpected(decided.error());
    Result<QList<Taken>> taken = take(limit, lease);
    if (!taken)
        return tl::unexpected(taken.error());
    QList<OutgoingMail> mails;
    for (Taken &one : *taken) {
        if (!complete(one)) {
            const Done given = markFailed(one.mail, QStringLiteral("the mail's content cannot be read"));
            if (!given)
                return tl::unexpected(given.error());
            continue;
        }
        if (const Done decided = decideAudience(one); !decided)
            return tl::unexpected(decided.error());
        if (const Done filled = fillLanguage(one); !filled)
            return tl::unexpected(filled.error());
        mails.append(one.mail);
    }
    if (const Done committed = unit->commit(); !committed)
        return tl::unexpected(committed.error());
    return mails;
}

/// Mails that are due, and those that a sender who died has left in the middle.
Result<QList<SqlOutboxQueue::Taken>> SqlOutboxQueue::take(int limit, std::chrono::seconds lease)
{
    const Dialect &dialect = m_connection.dialect();
    const QString sql =
        QStringLiteral(
            "WITH due AS MATERIALIZED (SELECT id FROM mail_outbox WHERE state IN ('queued', 'sending') AND "
            "%2 AND (state = 'queued' OR %7) AND %3 "
            "ORDER BY next_attempt_at, id LIMIT ?%4) "
            "UPDATE mail_outbox SET state = 'sending', attempts = attempts + 1, lease_until = %1 "
            "WHERE id IN (SELECT id FROM due) RETURNING id, change_id, recipient, %5, audience, secret, "
            "customer_id, %6, attempts")
            .arg(dialect.clockMoved(), dialect.isDue(), dialect.isFreeToSend(), dialect.skipTaken(),
                 dialect.jsonText(QStringLiteral("content")),
                 dialect.instantText(QStringLiteral("created_at")), dialect.leaseHasEnded());
    Result<QList<Taken>> taken = statements::allRows<Taken>(
        m_connection, sql, [&](Statement &s) { s.bind(static_cast<qint64>(limit)).bind(secondsOf(lease)); },
        [](const Statement &s) -> Result<Taken> {
            Taken row;
            row.mail.id = s.integer(0);
            row.mail.changeId = s.text(1).value_or(QString());
            row.mail.recipient = s.text(2).value_or(QString());
            row.content = s.text(3);
            row.audience = s.text(4);
            row.secret = s.text(5);
            row.customerId = s.text(6);
            row.mail.createdAt = s.text(7).value_or(QString());
            row.mail.attempts = static_cast<int>(s.integer(8));
            return row;
        });
    if (taken) // RETURNING keeps no order.
        std::sort(taken->begin(), taken->end(),
                  [](const Taken &a, const Taken &b) { return a.mail.id < b.mail.id; });
    return taken;
}

Result<qint64> SqlOutboxQueue::heldUp(std::chrono::seconds since)
{
    const Dialect &dialect = m_connection.dialect();
    return statements::firstRow<qint64>(
               m_connection,
               QStringLiteral("SELECT count(*) FROM mail_outbox WHERE state IN ('queued', 'sending') AND "
                              "next_attempt_at <= %1 AND (state = 'queued' OR %2) AND %3")
                   .arg(dialect.clockMoved(), dialect.leaseHasEnded(), dialect.isFreeToSend()),
               [since](Statement &s) { s.bind(-secondsOf(since)); },
               [](const Statement &s) -> Result<qint64> { return s.integer(0); })
        .map([](const std::optional<qint64> &count) { return count.value_or(0); });
}

bool SqlOutboxQueue::complete(Taken &taken) const
{
    const QJsonDocument document = QJsonDocument::fromJson(taken.content.value_or(QString()).toUtf8());
    std::optional<SafetyNotice> notice = SafetyNotice::fromJson(document.object());
    if (!notice || taken.mail.recipient.isEmpty())
        return false;
    taken.mail.notice = *std::move(notice);
    if (taken.secret)
        taken.mail.saveToken = RevertToken::fromSecret(*taken.secret);
    return true;
}

/// Once for each mail. A mail that goes to two addresses becomes two rows, so that each has a fate of its
/// own.
Done SqlOutboxQueue::decideAudience(Taken &taken)
{
    if (!taken.audience) {
        const Result<bool> isTold = m_former.tell({taken.mail.id, taken.customerId, taken.mail.recipient});
        if (!isTold)
            return tl::unexpected(isTold.error());
        taken.audience = *isTold ? newAudience : customerAudience;
        if (const Done noted = noteAudience(taken.mail.id, *taken.audience); !noted)
            return noted;
    }
    if (taken.audience == newAudience)
        withholdWayBack(taken.mail);
    taken.mail.audience = taken.audience == formerAudience ? MailAudience::Former
                          : taken.audience == newAudience  ? MailAudience::New
                                                           : MailAudience::Customer;
    return {};
}

/// An e-mail address that was taken out has been changed too: a letter goes to the customer, a mail to the
/// address that was.
Done SqlOutboxQueue::decideLetters(int limit)
{
    const auto letters = statements::allRows<FormerRecipient::Row>(
        m_connection,
        QStringLiteral(
            "SELECT id, customer_id FROM mail_outbox WHERE state = 'noAddress' AND audience IS NULL "
            "ORDER BY id LIMIT ?") +
            m_connection.dialect().skipTaken(),
        [limit](Statement &s) { s.bind(static_cast<qint64>(limit)); },
        [](const Statement &s) -> Result<FormerRecipient::Row> {
            return FormerRecipient::Row{s.integer(0), s.text(1), {}};
        });
    if (!letters)
        return tl::unexpected(letters.error());
    for (const FormerRecipient::Row &letter : *letters) {
        if (const Result<bool> isTold = m_former.tell(letter); !isTold)
            return tl::unexpected(isTold.error());
        if (const Done noted = noteAudience(letter.id, customerAudience); !noted)
            return noted;
    }
    return {};
}

Done SqlOutboxQueue::noteAudience(qint64 id, const QString &audience)
{
    return ignoringResult(statements::run(m_connection,
                                          QStringLiteral("UPDATE mail_outbox SET audience = ? WHERE id = ?"),
                                          [&](Statement &s) { s.bind(audience).bind(id); }));
}

Done SqlOutboxQueue::fillLanguage(Taken &taken)
{
    const Dialect &dialect = m_connection.dialect();
    if (m_mapping.customerLanguage.isEmpty() || !taken.customerId ||
        !dialect.canBeKey(*taken.customerId, m_customerKeyType))
        return {};
    const auto language = statements::firstRow<QString>(
        m_connection,
        QStringLiteral("SELECT CAST(%1 AS text) FROM %2 WHERE %3 = %4")
            .arg(dialect.quoted(m_mapping.customerLanguage), dialect.quoted(m_mapping.customerTable),
                 dialect.quoted(m_mapping.customerKey), dialect.keyPlaceholder()),
        [&](Statement &s) { s.bind(taken.customerId); },
        [](const Statement &s) -> Result<QString> { return s.text(0).value_or(QString()); });
    if (!language)
        return tl::unexpected(language.error());
    taken.mail.language = language->value_or(QString());
    return {};
}

/// Only while the mail is still ours: who was slower than the lease finds that another has it.
template<typename Bind>
Done SqlOutboxQueue::change(const OutgoingMail &mail, const QString &assignments, Bind bind)
{
    const QString sql = QStringLiteral("UPDATE mail_outbox SET lease_until = NULL, ") + assignments +
                        QStringLiteral(" WHERE id = ? AND state = 'sending' AND attempts = ?");
    return ignoringResult(statements::run(m_connection, sql, [&](Statement &s) {
        bind(s);
        s.bind(mail.id).bind(static_cast<qint64>(mail.attempts));
    }));
}

Done SqlOutboxQueue::markSent(const OutgoingMail &mail, const HandOver &how)
{
    const Dialect &dialect = m_connection.dialect();
    QString assignments = QStringLiteral("state = 'sent', last_error = NULL, next_attempt_at = NULL, "
                                         "finished_at = %1, handed_to = ?, secret = NULL")
                              .arg(dialect.clock());
    // Without a secret there were no links in it: those of an earlier mail end as they would have.
    if (how.linkDays)
        assignments += QStringLiteral(", expires_at = CASE WHEN secret IS NULL THEN expires_at ELSE %1 END")
                           .arg(dialect.clockMoved());
    return change(mail, assignments, [&](Statement &s) {
        s.bind(how.isIntoFolder ? QStringLiteral("folder") : QStringLiteral("server"));
        if (how.linkDays)
            s.bind(secondsOf(std::chrono::days(*how.linkDays)));
    });
}

Done SqlOutboxQueue::defer(const OutgoingMail &mail, std::chrono::seconds pause, const QString &why)
{
    return change(mail,
                  QStringLiteral("state = 'queued', last_error = ?, next_attempt_at = %1")
                      .arg(m_connection.dialect().clockMoved()),
                  [&](Statement &s) { s.bind(why).bind(secondsOf(pause)); });
}

Done SqlOutboxQueue::markFailed(const OutgoingMail &mail, const QString &why)
{
    return change(mail,
                  QStringLiteral("state = 'failed', secret = NULL, next_attempt_at = NULL, last_error = ?, "
                                 "finished_at = %1")
                      .arg(m_connection.dialect().clock()),
                  [&](Statement &s) { s.bind(why); });
}

Done SqlOutboxQueue::putBack(const OutgoingMail &mail)
{
    return change(mail, QStringLiteral("state = 'queued', attempts = attempts - 1"), [](Statement &) {});
}

Done SqlOutboxQueue::hasten()
{
    return ignoringResult(statements::run(
        m_connection,
        QStringLiteral("UPDATE mail_outbox SET next_attempt_at = %1 WHERE state = 'queued' AND attempts > 0 "
                       "AND next_attempt_at > %1")
            .arg(m_connection.dialect().clock()),
        [](Statement &) {}));
}

} // namespace addressdesk
