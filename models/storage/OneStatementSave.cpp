#include "models/storage/OneStatementSave.h"

#include "models/domain/CanonicalEvent.h"
#include "models/domain/SafetyNotice.h"
#include "models/storage/RecorderSql.h"
#include "models/storage/StatementRun.h"

#include <QJsonDocument>

namespace addressdesk {

namespace {

/// canonical::frame() of a text, as PostgreSQL computes it.
QString framed(const QString &text)
{
    return QStringLiteral(
               "'\\x53'::bytea || int4send(octet_length(convert_to(%1, 'UTF8'))) || convert_to(%1, 'UTF8')")
        .arg(text);
}

QString literal(QString text)
{
    return u'\'' + text.replace(u'\'', QStringLiteral("''")) + u'\'';
}

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QList<Event> draftsOf(const QList<FieldEdit> &edits, const RevertToken &saveToken)
{
    QList<Event> drafts;
    for (const FieldEdit &edit : edits) {
        Event draft;
        draft.type = EventType::AddressFieldChanged;
        draft.payload = payload::changed(edit.field, edit.expected, edit.value,
                                         saveToken.derivedForField(edit.field).digest());
        drafts.append(draft);
    }
    return drafts;
}

constexpr int firstValueColumn = 6; ///< In the statement's result, after what completed() reads.

} // namespace

OneStatementSave::OneStatementSave(SqlConnection &connection, const RecorderSql &sql,
                                   const SchemaMapping &mapping)
    : m_connection(connection), m_sql(sql), m_mapping(mapping)
{
}

Result<std::optional<SaveOutcome>> OneStatementSave::run(const SaveRequest &request, const QString &changeId)
{
    const RevertToken saveToken = RevertToken::generate();
    const QList<Event> drafts = draftsOf(request.edits, saveToken);
    SaveOutcome outcome;
    qsizetype row = 0;
    const auto read = [&](const Statement &s) -> Result<Event> {
        if (row == 0) {
            for (int i = 0; i < m_mapping.fields.size(); ++i)
                outcome.current.insert(m_mapping.fields[i].id, s.text(firstValueColumn + i));
        }
        return completed(s, drafts.at(row++));
    };
    const Result<QList<Event>> events = statements::allRows<Event>(
        m_connection, text(request.edits),
        [&](Statement &s) { bind(s, request, changeId, drafts, saveToken); }, read);
    if (!events)
        return tl::unexpected(events.error());
    if (events->isEmpty())
        return std::optional<SaveOutcome>();

    outcome.kind = SaveOutcome::Kind::Recorded;
    outcome.events = *events;
    for (Event &event : outcome.events) {
        event.changeId = changeId;
        event.reason = request.reason;
    }
    outcome.addressId = outcome.events.first().streamId;
    outcome.changeId = changeId;
    return outcome;
}

void OneStatementSave::bind(Statement &statement, const SaveRequest &request, const QString &changeId,
                            const QList<Event> &drafts, const RevertToken &saveToken) const
{
    for (const FieldEdit &edit : request.edits)
        statement.bind(edit.value);
    statement.bind(request.addressId);
    QJsonObject replaced;
    for (const FieldEdit &edit : request.edits) {
        statement.bind(edit.expected);
        replaced.insert(edit.field,
                        edit.expected ? QJsonValue(*edit.expected) : QJsonValue(QJsonValue::Null));
    }
    statement.bind(changeId)
        .bind(request.reason)
        .bind(canonical::frame(changeId) + canonical::frame(request.reason));
    statement.bind(compact(SafetyNotice::ofEvents(drafts, false).eventPartToJson()))
        .bind(compact(replaced))
        .bind(saveToken.secret());
    for (const Event &draft : drafts) {
        statement.bind(compact(draft.payload));
        statement.bind(canonical::frame(eventTypeName(draft.type)) + canonical::framePayload(draft.payload));
    }
}

Event OneStatementSave::completed(const Statement &statement, Event draft) const
{
    draft.sequenceNum = statement.integer(0);
    draft.streamVersion = static_cast<int>(statement.integer(1));
    draft.chainHash = statement.bytes(2);
    draft.occurredAt = statement.text(3).value_or(QString());
    draft.actor = statement.text(4).value_or(QString());
    draft.streamId = statement.text(5).value_or(QString());
    return draft;
}

const QString &OneStatementSave::text(const QList<FieldEdit> &edits)
{
    QStringList fields;
    for (const FieldEdit &edit : edits)
        fields.append(edit.field);
    QString &known = m_texts[fields];
    if (known.isEmpty())
        known = build(edits);
    return known;
}

QString OneStatementSave::valueAlias(const QString &fieldId) const
{
    return QStringLiteral("f%1").arg(m_mapping.fieldIds().indexOf(fieldId));
}

QString OneStatementSave::build(const QList<FieldEdit> &edits) const
{
    QString sql = QStringLiteral("WITH ") + updatePart(edits) + stampPart();
    for (qsizetype i = 0; i < edits.size(); ++i)
        sql += stepPart(i + 1, edits[i]);
    sql += recordPart(edits.size()) + mailPart();
    sql += QStringLiteral(
        "SELECT r.sequence_num, r.stream_version, r.chain_hash, s.occurred_text, s.actor, s.key_text");
    for (const FieldMapping &field : m_mapping.fields)
        sql += QStringLiteral(", u.") + valueAlias(field.id);
    return sql +
           QStringLiteral(
               " FROM recorded AS r CROSS JOIN stamp AS s CROSS JOIN updated AS u ORDER BY r.stream_version");
}

QString OneStatementSave::updatePart(const QList<FieldEdit> &edits) const
{
    const Dialect &dialect = m_connection.dialect();
    QStringList assignments;
    QString conditions;
    QString values;
    for (const FieldEdit &edit : edits) {
        const QString column = dialect.quoted(m_mapping.field(edit.field)->column);
        assignments.append(column + QStringLiteral(" = ?"));
        conditions += QStringLiteral(" AND ") +
                      dialect.sameValue(m_sql.textOf(QStringLiteral("a.") + column), QStringLiteral("?"));
    }
    for (const FieldMapping &field : m_mapping.fields) {
        values += QStringLiteral(", ") + m_sql.textOf(QStringLiteral("a.") + dialect.quoted(field.column)) +
                  QStringLiteral(" AS ") + valueAlias(field.id);
    }
    return QStringLiteral("updated AS (UPDATE %1 AS a SET %2 WHERE a.%3 = ?%4 RETURNING a.%3 AS key, a.%5 AS "
                          "customer_key%6), ")
        .arg(dialect.quoted(m_mapping.addressTable), assignments.join(QLatin1String(", ")),
             dialect.quoted(m_mapping.addressKey), conditions, dialect.quoted(m_mapping.addressCustomer),
             values);
}

/// What all events of the save share. The clock is read once, and its digits are both stored and hashed.
QString OneStatementSave::stampPart() const
{
    const QString instant = m_connection.dialect().instantText(QStringLiteral("g.occurred_at"));
    return QStringLiteral(
               "given AS MATERIALIZED (SELECT CAST(? AS uuid) AS change_id, CAST(? AS text) AS reason, "
               "CAST(? AS bytea) AS tail, "
               "CAST(? AS jsonb) AS content, CAST(? AS jsonb) AS replaced, CAST(? AS text) AS secret, "
               "clock_timestamp() AS occurred_at, "
               "%1 AS actor), "
               "stamp AS MATERIALIZED (SELECT u.key, CAST(u.key AS text) AS key_text, u.customer_key, g.*, "
               "%2 AS occurred_text, "
               "%3 AS head_frame, %4 || %5 || g.tail AS tail_frame, "
               "COALESCE(h.stream_version, 0) AS version, COALESCE(h.chain_hash, ''::bytea) AS hash "
               "FROM updated AS u CROSS JOIN given AS g LEFT JOIN LATERAL (SELECT e.stream_version, "
               "e.chain_hash FROM events AS e "
               "WHERE e.stream_id = u.key ORDER BY e.stream_version DESC LIMIT 1) AS h ON TRUE), ")
        .arg(m_connection.dialect().sessionActor(), instant, framed(QStringLiteral("CAST(u.key AS text)")),
             framed(instant), framed(QStringLiteral("g.actor")));
}

/// One event. Where the database stored another value than the payload tells, the version becomes NULL, which
/// `events` refuses.
QString OneStatementSave::stepPart(qsizetype step, const FieldEdit &edit) const
{
    const QString previous = step == 1 ? QStringLiteral("s") : QStringLiteral("p");
    const QString join = step == 1 ? QString() : QStringLiteral(" CROSS JOIN step%1 AS p").arg(step - 1);
    return QStringLiteral(
               "step%1 AS (SELECT d.version, d.payload, sha256(d.previous_hash || d.head_frame || %2 || "
               "d.body || d.tail_frame) AS hash "
               "FROM (SELECT CASE WHEN u.%3 IS NOT DISTINCT FROM b.payload ->> 'to' THEN %4.version + 1 END "
               "AS version, "
               "%4.hash AS previous_hash, s.head_frame, s.tail_frame, b.payload, b.body "
               "FROM stamp AS s CROSS JOIN updated AS u "
               "CROSS JOIN (SELECT CAST(? AS jsonb) AS payload, CAST(? AS bytea) AS body) AS b%5) AS d), ")
        .arg(QString::number(step), framed(QStringLiteral("CAST(d.version AS text)")), valueAlias(edit.field),
             previous, join);
}

QString OneStatementSave::recordPart(qsizetype steps) const
{
    QStringList selects;
    for (qsizetype i = 1; i <= steps; ++i)
        selects.append(QStringLiteral("SELECT version, payload, hash FROM step%1").arg(i));
    return QStringLiteral("recorded AS (INSERT INTO events (stream_id, stream_version, event_type, payload, "
                          "occurred_at, actor, change_id, reason, "
                          "chain_hash) SELECT s.key, d.version, 'AddressFieldChanged', d.payload, "
                          "s.occurred_at, s.actor, s.change_id, s.reason, "
                          "d.hash FROM (%1) AS d CROSS JOIN stamp AS s ORDER BY d.version RETURNING "
                          "sequence_num, stream_version, chain_hash), ")
        .arg(selects.join(QLatin1String(" UNION ALL ")));
}

QString OneStatementSave::mailPart() const
{
    const Dialect &dialect = m_connection.dialect();
    const auto customer = [&](const QString &column) {
        return m_sql.textOf(QStringLiteral("c.") + dialect.quoted(column));
    };
    QStringList values;
    for (const FieldMapping &field : m_mapping.fields)
        values.append(literal(field.id) + QStringLiteral(", u.") + valueAlias(field.id));
    const QString address =
        QStringLiteral("jsonb_build_object(%1) || s.replaced").arg(values.join(QLatin1String(", ")));
    const QString person =
        QStringLiteral("jsonb_build_object(%1, COALESCE(CAST(c.%2 AS text), ''), %3, %4, %5, %6)")
            .arg(literal(SafetyNotice::customerIdKey), dialect.quoted(m_mapping.customerKey),
                 literal(SafetyNotice::customerFirstNameKey), customer(m_mapping.customerFirstName),
                 literal(SafetyNotice::customerLastNameKey), customer(m_mapping.customerLastName));
    return QStringLiteral(
               "mailed AS (INSERT INTO mail_outbox (change_id, address_id, recipient, content, state, "
               "next_attempt_at, secret, customer_id) "
               "SELECT m.change_id, m.key, m.recipient, m.content, CASE WHEN m.recipient IS NULL THEN "
               "'noAddress' ELSE 'queued' END, "
               "CASE WHEN m.recipient IS NOT NULL THEN m.occurred_at END, m.secret, m.customer_id "
               "FROM (SELECT s.change_id, s.key, s.occurred_at, s.secret, CAST(c.%8 AS text) AS customer_id, "
               "NULLIF(btrim(%1), '') AS recipient, s.content || jsonb_build_object(%2, s.key_text, %3, %4, "
               "%5, %6) AS content "
               "FROM stamp AS s CROSS JOIN updated AS u LEFT JOIN %7 AS c ON c.%8 = s.customer_key) AS m) ")
        .arg(customer(m_mapping.customerEmail), literal(SafetyNotice::addressIdKey),
             literal(SafetyNotice::addressKey), address, literal(SafetyNotice::customerKey), person,
             dialect.quoted(m_mapping.customerTable), dialect.quoted(m_mapping.customerKey));
}

} // namespace addressdesk
