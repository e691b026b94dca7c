#include "models/storage/EventStore.h"

#include "models/domain/CanonicalEvent.h"
#include "models/domain/RevertToken.h"
#include "models/storage/EventRow.h"
#include "models/storage/LinkExpiry.h"
#include "models/storage/RecorderSql.h"
#include "models/storage/StatementRun.h"

#include <QJsonDocument>
#include <QUuid>

#include <algorithm>
#include <limits>

namespace addressdesk {

namespace {

/// As the index on tokens has it.
const auto token = QLatin1String("(payload ->> 'revertToken')");
const auto hasToken = QLatin1String(" AND payload ->> 'revertToken' IS NOT NULL");

/// base64url characters that the first characters of a digest's 40 bits fix for sure.
constexpr qsizetype certainCharacters = 6;

/// Not in SQL: neither database should be tempted to look through the index on event types instead.
void keepIssuers(QList<Event> &events)
{
    events.removeIf([](const Event &event) { return !event.issuesToken(); });
}

std::optional<Event> firstOf(const QList<Event> &events)
{
    return events.isEmpty() ? std::nullopt : std::optional(events.first());
}

} // namespace

EventStore::EventStore(SqlConnection &connection, const RecorderSql &sql, QString actor)
    : m_connection(connection), m_sql(sql), m_actor(std::move(actor)),
      m_columns(eventRow::columns(connection.dialect()))
{
    const Dialect &dialect = connection.dialect();
    m_moment = dialect.instantText(dialect.clock()) + QStringLiteral(", ") + dialect.sessionActor();
    m_linkEnd = QStringLiteral(", ") + linkExpiry::endColumn(dialect);
    m_head = QStringLiteral("SELECT %1, h.stream_version, h.chain_hash FROM (SELECT 1) AS one LEFT JOIN "
                            "(SELECT stream_version, chain_hash FROM events WHERE stream_id = %2 "
                            "ORDER BY stream_version DESC LIMIT 1) AS h ON TRUE")
                 .arg(m_moment, dialect.keyPlaceholder());
}

template<typename Bind> Result<QList<Event>> EventStore::select(const QString &conditions, Bind bind)
{
    return statements::allRows<Event>(m_connection,
                                      QStringLiteral("SELECT ") + m_columns +
                                          QStringLiteral(" FROM events WHERE ") + conditions,
                                      bind, [](const Statement &s) { return eventRow::read(s); });
}

Result<QList<Event>> EventStore::newestFirst(const QString &streamId, int fromVersion)
{
    Result<QList<Event>> events =
        select(QStringLiteral("stream_id = ? AND stream_version >= ? ORDER BY stream_version DESC"),
               [&](Statement &s) { s.bind(streamId).bind(static_cast<qint64>(fromVersion)); });
    if (!events && m_sql.isMalformedKey(events.error()))
        return QList<Event>();
    return events;
}

Result<EventStore::Recent> EventStore::recent(const QString &streamId, int fromVersion, Links links)
{
    constexpr int firstEventColumn = 2; // After the moment's.
    constexpr int linkEndColumn = firstEventColumn + eventRow::columnCount;
    const bool hasLinks = links == Links::Judged;
    Recent recent;
    const auto read = [&](const Statement &s) {
        Result<Event> event = eventRow::read(s, firstEventColumn);
        if (event && !recent.head)
            recent.head = StreamHead{s.text(0).value_or(QString()), s.text(1).value_or(m_actor),
                                     event->streamVersion, event->chainHash};
        if (const FieldValue end = event && hasLinks ? s.text(linkEndColumn) : std::nullopt)
            recent.linkEnds.insert(event->changeId, *end);
        return event;
    };
    Result<QList<Event>> events = statements::allRows<Event>(
        m_connection,
        QStringLiteral("SELECT %1, %2%3 FROM events WHERE stream_id = ? AND stream_version >= ? "
                       "ORDER BY stream_version DESC")
            .arg(m_moment, m_columns, hasLinks ? m_linkEnd : QString()),
        [&](Statement &s) {
            if (hasLinks)
                s.bind(linkExpiry::uncertainSeconds);
            s.bind(streamId).bind(static_cast<qint64>(fromVersion));
        },
        read);
    if (!events && m_sql.isMalformedKey(events.error()))
        return Recent();
    return events.map([&recent](QList<Event> &list) {
        recent.events = std::move(list);
        return recent;
    });
}

Result<std::optional<Event>> EventStore::newestDeletion(const QString &streamId)
{
    const Result<QList<Event>> events =
        select(QStringLiteral(
                   "stream_id = ? AND event_type = 'AddressDeleted' ORDER BY stream_version DESC LIMIT 1"),
               [&](Statement &s) { s.bind(streamId); });
    if (!events && m_sql.isMalformedKey(events.error()))
        return std::optional<Event>();
    return events.map(firstOf);
}

Result<QList<Event>> EventStore::byChange(const QString &changeId)
{
    const QUuid id = QUuid::fromString(changeId);
    if (id.isNull())
        return QList<Event>();
    return select(QStringLiteral("change_id = ? ORDER BY sequence_num"),
                  [&](Statement &s) { s.bind(id.toString(QUuid::WithoutBraces)); });
}

Result<std::optional<Event>> EventStore::bySequence(qint64 sequenceNum)
{
    return select(QStringLiteral("sequence_num = ?"), [&](Statement &s) { s.bind(sequenceNum); })
        .map(firstOf);
}

Result<QList<Event>> EventStore::issuersOfToken(const RevertToken &token, const QStringList &fieldIds)
{
    Result<QList<Event>> issuers = issuersOfDigests({token.digest()});
    if (!issuers || !issuers->isEmpty())
        return issuers;
    return issuersOfDigests(token.digestsOfParts(fieldIds));
}

Result<QList<Event>> EventStore::issuersOfDigests(const QStringList &digests)
{
    // Not "IN": PostgreSQL reckons that so many values are worth reading a small table whole, and taking the
    // token out of each payload costs more than it thinks.
    const QString another =
        QStringLiteral(" UNION ALL SELECT ") + m_columns + QStringLiteral(" FROM events WHERE ");
    const QStringList conditions(digests.size(), token + QStringLiteral(" = ?") + hasToken);
    Result<QList<Event>> events = select(conditions.join(another), [&](Statement &s) {
        for (const QString &digest : digests)
            s.bind(digest);
    });
    if (events) {
        keepIssuers(*events);
        std::sort(events->begin(), events->end(),
                  [](const Event &a, const Event &b) { return a.sequenceNum < b.sequenceNum; });
    }
    return events;
}

Result<std::optional<Event>> EventStore::userOfDigest(const QString &digest)
{
    Result<QList<Event>> events =
        select(token + QStringLiteral(" = ?") + hasToken, [&](Statement &s) { s.bind(digest); });
    if (events)
        events->removeIf([](const Event &event) { return !event.usesToken(); });
    return events.map(firstOf);
}

Result<QList<Event>> EventStore::issuersOfCode(const QString &code)
{
    const QByteArray prefix = RevertToken::digestPrefixOfCode(code).toBase64(QByteArray::Base64UrlEncoding);
    const QString from = QString::fromLatin1(prefix.left(certainCharacters));
    Result<QList<Event>> events = select(m_sql.isInRange(token) + hasToken, [&](Statement &s) {
        s.bind(from).bind(from + u'~'); // '~' comes after every base64url character.
    });
    if (events) {
        keepIssuers(*events);
        events->removeIf(
            [&code](const Event &event) { return RevertToken::codeOfDigest(event.tokenDigest()) != code; });
    }
    return events;
}

Result<QString> EventStore::unusedNumber()
{
    const Result<std::optional<qint64>> largest = statements::firstRow<qint64>(
        m_connection, QStringLiteral("SELECT COALESCE(max(stream_id), 0) FROM events"), [](Statement &) {},
        [](const Statement &s) -> Result<qint64> { return s.integer(0); });
    if (!largest)
        return tl::unexpected(largest.error());
    if (**largest == std::numeric_limits<qint64>::max())
        return failure(ErrorCode::ConstraintViolated, QStringLiteral("no key is left"));
    return QString::number(**largest + 1);
}

Result<StreamHead> EventStore::head(const QString &streamId)
{
    const Result<std::optional<StreamHead>> found = statements::firstRow<StreamHead>(
        m_connection, m_head, [&](Statement &s) { s.bind(streamId); },
        [this](const Statement &s) -> Result<StreamHead> {
            return StreamHead{s.text(0).value_or(QString()), s.text(1).value_or(m_actor),
                              static_cast<int>(s.integer(2)), s.bytes(3)};
        });
    if (!found)
        return tl::unexpected(found.error());
    if (!*found)
        return failure(ErrorCode::Internal, QStringLiteral("the database tells no time"));
    return **found;
}

Result<QList<Event>> EventStore::append(const EventBatch &batch)
{
    const Result<StreamHead> found = batch.head ? Result<StreamHead>(*batch.head) : head(batch.streamId);
    if (!found)
        return tl::unexpected(found.error());
    QList<Event> events;
    int version = found->version;
    QByteArray hash = found->hash;
    for (const EventDraft &draft : batch.drafts) {
        Event event;
        event.streamId = batch.streamId;
        event.streamVersion = ++version;
        event.type = draft.type;
        event.payload = draft.payload;
        event.occurredAt = found->occurredAt;
        event.actor = draft.actor.isEmpty() ? found->actor : draft.actor;
        event.changeId = batch.changeId;
        event.reason = batch.reason;
        event.chainHash = hash = canonical::chainHash(hash, event);
        if (const Done done = insert(event); !done)
            return tl::unexpected(done.error());
        events.append(event);
    }
    return events;
}

Done EventStore::insert(Event &event)
{
    const auto bindAll = [&event](Statement &s) {
        s.bind(event.streamId).bind(static_cast<qint64>(event.streamVersion)).bind(eventTypeName(event.type));
        s.bind(QString::fromUtf8(QJsonDocument(event.payload).toJson(QJsonDocument::Compact)));
        s.bind(event.occurredAt)
            .bind(event.actor)
            .bind(event.changeId)
            .bind(event.reason)
            .bind(event.chainHash);
    };
    const Result<std::optional<qint64>> number = statements::firstRow<qint64>(
        m_connection,
        QStringLiteral("INSERT INTO events (stream_id, stream_version, event_type, payload, occurred_at, "
                       "actor, change_id, "
                       "reason, chain_hash) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) RETURNING sequence_num"),
        bindAll, [](const Statement &s) -> Result<qint64> { return s.integer(0); });
    if (!number)
        return tl::unexpected(number.error());
    if (!*number)
        return failure(ErrorCode::ConstraintViolated, QStringLiteral("the database kept the event out"));
    event.sequenceNum = **number;
    return {};
}

} // namespace addressdesk
