#pragma once

#include "models/domain/Event.h"

#include <QList>
#include <QMap>

#include <optional>

namespace addressdesk {

class RecorderSql;
class RevertToken;
class SqlConnection;

/// An event before the database gives it its number, time and place in a stream.
struct EventDraft
{
    EventType type = EventType::AddressFieldChanged;
    QJsonObject payload;
    QString actor; ///< Empty: who is logged in.
};

/// Where a stream ends, and what the database says of this moment.
struct StreamHead
{
    QString occurredAt;
    QString actor;
    int version = 0;
    QByteArray hash;
};

/// Events of one stream that one transaction appends.
struct EventBatch
{
    QString streamId; ///< As the database writes the address's key.
    QString changeId;
    FieldValue reason;
    QList<EventDraft> drafts;
    std::optional<StreamHead> head; ///< Read by this transaction already; otherwise append() reads it.
};

/// The append-only `events` table: reading streams, and appending to one.
class EventStore final
{
public:
    /// `actor` is who events are recorded as where the database itself has no users.
    EventStore(SqlConnection &connection, const RecorderSql &sql, QString actor);

    /// A stream's events from `fromVersion` on, newest first. A key that cannot be one has none.
    [[nodiscard]] Result<QList<Event>> newestFirst(const QString &streamId, int fromVersion = 1);
    /// The same, and the stream's head; none of a stream without such events.
    struct Recent
    {
        QList<Event> events;
        std::optional<StreamHead> head;
        QMap<QString, QString> linkEnds; ///< By save: since when its links are too old (LinkExpiry.h).
    };
    enum class Links { Ignored, Judged };
    [[nodiscard]] Result<Recent> recent(const QString &streamId, int fromVersion, Links links);
    [[nodiscard]] Result<std::optional<Event>> newestDeletion(const QString &streamId);
    /// The events of a save in the order in which they were appended. A malformed id has none.
    [[nodiscard]] Result<QList<Event>> byChange(const QString &changeId);
    [[nodiscard]] Result<std::optional<Event>> bySequence(qint64 sequenceNum);
    /// The changes and deletions that `token` stands for, in the order in which they were appended: the one
    /// that issued it, or those of a whole save. `fieldIds` are all that an event may be of.
    [[nodiscard]] Result<QList<Event>> issuersOfToken(const RevertToken &token, const QStringList &fieldIds);
    /// The reversal or restoration that used the token up.
    [[nodiscard]] Result<std::optional<Event>> userOfDigest(const QString &digest);
    /// All that issued a token with this (normalised) code.
    [[nodiscard]] Result<QList<Event>> issuersOfCode(const QString &code);

    /// A number that no stream has and that is larger than all that have been; only where keys are numbers.
    /// Errors: ConstraintViolated when there is none.
    [[nodiscard]] Result<QString> unusedNumber();

    /// Appends to the stream's head, inside the caller's transaction. Whoever appends holds the address's
    /// row, or is told of a collision by the unique (stream_id, stream_version).
    [[nodiscard]] Result<QList<Event>> append(const EventBatch &batch);

private:
    [[nodiscard]] Result<QList<Event>> issuersOfDigests(const QStringList &digests);
    [[nodiscard]] Result<StreamHead> head(const QString &streamId);
    [[nodiscard]] Done insert(Event &event);
    template<typename Bind> [[nodiscard]] Result<QList<Event>> select(const QString &conditions, Bind bind);

    SqlConnection &m_connection;
    const RecorderSql &m_sql;
    QString m_actor;
    QString m_columns;
    QString m_moment; ///< The database's time and who is logged in, two columns.
    QString m_head;
    QString m_linkEnd; ///< For a select list, with its comma.
};

} // namespace addressdesk
