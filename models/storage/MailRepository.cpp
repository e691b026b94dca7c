#include "models/storage/MailRepository.h"

#include "models/storage/StatementRun.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>

namespace addressdesk {

namespace {

const QStringList &readColumns()
{
    static const QStringList names{
        QStringLiteral("id"),         QStringLiteral("change_id"),       QStringLiteral("address_id"),
        QStringLiteral("recipient"),  QStringLiteral("state"),           QStringLiteral("audience"),
        QStringLiteral("attempts"),   QStringLiteral("next_attempt_at"), QStringLiteral("last_error"),
        QStringLiteral("created_at"), QStringLiteral("finished_at"),     QStringLiteral("expires_at"),
        QStringLiteral("content"),    QStringLiteral("handed_to")};
    return names;
}

/// Of the events of a mail's save (e), those whose token another one (u) has used up; both tables by index.
const auto putBack =
    QLatin1String("FROM events AS e JOIN events AS u ON (u.payload ->> 'revertToken') = (e.payload ->> "
                  "'revertToken') AND (u.payload ->> 'revertToken') IS NOT NULL AND u.event_type IN "
                  "('AddressFieldReverted', 'AddressRestored') WHERE e.change_id = mail_outbox.change_id AND "
                  "e.event_type IN ('AddressFieldChanged', 'AddressDeleted')");

/// What an action sets, and on which states it may.
struct Change
{
    QString assignments; ///< %1: the clock.
    QString states;
    bool beginsLinks = false; ///< The days of its links begin.
};

Change changeOf(MailAction action)
{
    switch (action) {
    case MailAction::Retry:
        return {QStringLiteral("state = 'queued', next_attempt_at = %1, finished_at = NULL, attempts = 0"),
                QStringLiteral("state IN ('queued', 'failed', 'cancelled') AND recipient IS NOT NULL")};
    case MailAction::SendAgain:
        return {QStringLiteral("state = 'queued', next_attempt_at = %1, finished_at = NULL, attempts = 0"),
                QStringLiteral("state = 'sent' AND recipient IS NOT NULL")};
    case MailAction::Cancel:
        return {
            QStringLiteral("state = 'cancelled', secret = NULL, next_attempt_at = NULL, finished_at = %1"),
            QStringLiteral("state = 'queued'")};
    case MailAction::MarkPrinted:
        return {QStringLiteral("state = 'sent', secret = NULL, finished_at = %1"),
                QStringLiteral("state = 'noAddress'"), true};
    }
    Q_UNREACHABLE();
}

} // namespace

Result<bool> MailRepository::isReadable()
{
    if (!m_isReadable) {
        const auto readable = statements::firstRow<bool>(
            m_connection, m_connection.dialect().mayReadColumns(QStringLiteral("mail_outbox"), readColumns()),
            [](Statement &) {}, [](const Statement &s) -> Result<bool> { return s.integer(0) != 0; });
        if (!readable)
            return tl::unexpected(readable.error());
        m_isReadable = readable->value_or(false);
    }
    return *m_isReadable;
}

QString MailRepository::columns() const
{
    const Dialect &dialect = m_connection.dialect();
    QStringList list;
    for (const QString &name : readColumns()) {
        if (name.endsWith(u"_at"))
            list.append(dialect.instantText(name));
        else if (name == u"content")
            list.append(dialect.jsonText(name));
        else
            list.append(name.endsWith(u"_id") ? QStringLiteral("CAST(%1 AS text)").arg(name) : name);
    }
    list.append(QStringLiteral("(SELECT count(*) %1)").arg(putBack));
    list.append(QStringLiteral("(SELECT %1 %2)")
                    .arg(dialect.instantText(QStringLiteral("max(u.occurred_at)")), putBack));
    return list.join(u", ");
}

Result<MailRecord> MailRepository::read(const Statement &s)
{
    const auto text = [&s](int column) {
        return s.text(column).value_or(QString());
    };
    MailRecord mail;
    mail.id = s.integer(0);
    mail.changeId = text(1);
    mail.addressId = text(2);
    mail.recipient = s.text(3);
    mail.state = mailStateFromName(text(4)).value_or(MailState::Failed);
    mail.audience = text(5) == u"former" ? MailAudience::Former
                    : text(5) == u"new"  ? MailAudience::New
                                         : MailAudience::Customer;
    mail.attempts = static_cast<int>(s.integer(6));
    mail.nextAttemptAt = text(7);
    mail.lastError = text(8);
    mail.createdAt = text(9);
    mail.finishedAt = text(10);
    mail.expiresAt = text(11);
    mail.notice =
        SafetyNotice::fromJson(QJsonDocument::fromJson(text(12).toUtf8()).object()).value_or(SafetyNotice());
    mail.isInFolder = mail.state == MailState::Sent && text(13) == u"folder";
    mail.putBackCount = static_cast<int>(s.integer(14));
    mail.putBackAt = text(15);
    return mail;
}

Result<QList<MailRecord>> MailRepository::list(const MailQuery &query)
{
    const Result<bool> readable = isReadable();
    if (!readable || !*readable)
        return readable.map([](bool) { return QList<MailRecord>(); });
    QString sql = QStringLiteral("SELECT ") + columns() + QStringLiteral(" FROM mail_outbox WHERE id < ?");
    // As literals: a bound value proves no partial index.
    QStringList states;
    for (const MailState state : query.states)
        states.append(u'\'' + mailStateName(state) + u'\'');
    if (!states.isEmpty())
        sql += QStringLiteral(" AND state IN (%1)").arg(states.join(u", "));
    sql += QStringLiteral(" ORDER BY id DESC LIMIT ?");
    return statements::allRows<MailRecord>(
        m_connection, sql,
        [&](Statement &s) {
            s.bind(query.beforeId > 0 ? query.beforeId : std::numeric_limits<qint64>::max());
            s.bind(static_cast<qint64>(query.limit));
        },
        &MailRepository::read);
}

Result<QList<MailRecord>> MailRepository::ofChanges(const QStringList &changeIds)
{
    const Result<bool> readable = isReadable();
    if (!readable || !*readable || changeIds.isEmpty())
        return readable.map([](bool) { return QList<MailRecord>(); });
    const QString isWanted =
        m_connection.dialect().isInList(QStringLiteral("change_id"), QStringLiteral("uuid"));
    return statements::allRows<MailRecord>(
        m_connection,
        QStringLiteral("SELECT ") + columns() + QStringLiteral(" FROM mail_outbox WHERE ") + isWanted +
            QStringLiteral(" ORDER BY id"),
        [&](Statement &s) {
            s.bind(QString::fromUtf8(
                QJsonDocument(QJsonArray::fromStringList(changeIds)).toJson(QJsonDocument::Compact)));
        },
        &MailRepository::read);
}

Result<MailRecord> MailRepository::mail(qint64 id)
{
    const auto found = statements::firstRow<MailRecord>(
        m_connection,
        QStringLiteral("SELECT ") + columns() + QStringLiteral(" FROM mail_outbox WHERE id = ?"),
        [id](Statement &s) { s.bind(id); }, &MailRepository::read);
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return failure(ErrorCode::NotFound, QStringLiteral("no mail %1").arg(id));
    return **found;
}

Result<MailRecord> MailRepository::apply(qint64 id, MailAction action, std::optional<int> linkDays)
{
    const Dialect &dialect = m_connection.dialect();
    const Change change = changeOf(action);
    QString assignments = change.assignments;
    assignments.replace(QStringLiteral("%1"), dialect.clock());
    const bool hasDays = change.beginsLinks && linkDays;
    if (hasDays)
        assignments += QStringLiteral(", expires_at = ") + dialect.clockMoved();
    const Result<Statement *> statement =
        statements::run(m_connection,
                        QStringLiteral("UPDATE mail_outbox SET lease_until = NULL, ") + assignments +
                            QStringLiteral(" WHERE id = ? AND ") + change.states,
                        [&](Statement &s) {
                            constexpr qint64 daySeconds = 86'400;
                            if (hasDays)
                                s.bind(*linkDays * daySeconds);
                            s.bind(id);
                        });
    if (!statement)
        return tl::unexpected(statement.error());
    const bool isChanged = (*statement)->rowsAffected() > 0;
    (*statement)->finish();
    Result<MailRecord> now = mail(id);
    if (now && !isChanged)
        return failure(ErrorCode::Outdated, QStringLiteral("the mail is %1").arg(mailStateName(now->state)));
    return now;
}

Result<MailCounts> MailRepository::counts()
{
    const Result<bool> readable = isReadable();
    if (!readable)
        return tl::unexpected(readable.error());
    MailCounts counts;
    const auto add = [&counts](const Statement &s) -> Result<bool> {
        const QString state = s.text(0).value_or(QString());
        qint64 &count = state == u"failed"      ? counts.failed
                        : state == u"noAddress" ? counts.letters
                        : state == u"task"      ? counts.tasks
                                                : counts.waiting;
        count += s.integer(1);
        return true;
    };
    QString sql = QStringLiteral("SELECT 'task', count(*) FROM address_desk_tasks WHERE done_at IS NULL");
    if (*readable)
        sql += QStringLiteral(" UNION ALL SELECT state, count(*) FROM mail_outbox "
                              "WHERE state IN ('queued', 'sending', 'failed', 'noAddress') GROUP BY state");
    const auto rows = statements::allRows<bool>(
        m_connection, sql, [](Statement &) {}, add);
    if (!rows)
        return tl::unexpected(rows.error());
    return counts;
}

Result<std::optional<RevertToken>> MailRepository::letterToken(qint64 id)
{
    const auto secret = statements::firstRow<QString>(
        m_connection, m_connection.dialect().letterSecretQuery(), [id](Statement &s) { s.bind(id); },
        [](const Statement &s) -> Result<QString> { return s.text(0).value_or(QString()); });
    if (!secret && secret.error().code == ErrorCode::PermissionDenied)
        return std::optional<RevertToken>();
    if (!secret)
        return tl::unexpected(secret.error());
    return RevertToken::fromSecret(secret->value_or(QString()));
}

} // namespace addressdesk
