#include "tests/storage/RecordingDesk.h"

#include "models/storage/AddressTable.h"
#include "models/storage/EventStore.h"
#include "models/storage/RecorderSql.h"
#include "models/storage/StatementRun.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlRecord>

namespace addressdesk {

namespace {

std::unique_ptr<SqlConnection> seeded(const TestDatabase &database)
{
    database.run(
        QStringLiteral("INSERT INTO users (id, first_name, last_name, email) VALUES "
                       "('11111111-0000-4000-8000-000000000001', 'Anna', 'Lefèvre', 'anna@example.com'), "
                       "('11111111-0000-4000-8000-000000000002', 'Marc', NULL, NULL);"
                       "INSERT INTO addresses (id, user_id, label, street_number, street_name, zip_code, "
                       "city, country) VALUES "
                       "('22222222-0000-4000-8000-000000000001', '11111111-0000-4000-8000-000000000001', "
                       "'Home', '4', 'Rue de la Paix', "
                       "'75002', 'Paris', 'France'), "
                       "('22222222-0000-4000-8000-000000000002', '11111111-0000-4000-8000-000000000002', '', "
                       "'7bis', 'Rue Haute', "
                       "'35000', 'Rennes', NULL);"));
    return database.connect();
}

} // namespace

RecordingDesk::RecordingDesk(DatabaseUrl::Kind kind)
    : m_database(kind), m_connection(seeded(m_database)),
      m_recorder(*m_connection, SchemaMapping::native(), QStringLiteral("marie"))
{
}

SaveOutcome RecordingDesk::change(const QString &field, const FieldValue &value, const QString &addressId)
{
    const Result<SaveOutcome> outcome =
        m_recorder.save(request({{field, row(addressId).value(field), value}}, addressId));
    if (!outcome) {
        QTest::qFail(qPrintable(outcome.error().detail), __FILE__, __LINE__);
        return {};
    }
    if (outcome->kind != SaveOutcome::Kind::Recorded)
        QTest::qFail("the change was not recorded", __FILE__, __LINE__);
    return *outcome;
}

SaveRequest RecordingDesk::request(const QList<FieldEdit> &edits, const QString &addressId) const
{
    return {addressId, edits, std::nullopt};
}

EffectiveSchema RecordingDesk::schema() const
{
    const auto connection = m_database.connect();
    return *SchemaInitialiser(*connection, SchemaMapping::native()).effective();
}

FieldValues RecordingDesk::row(const QString &addressId) const
{
    const auto connection = m_database.connect();
    const auto sql = RecorderSql::of(m_database.kind());
    const auto found = AddressTable(*connection, *sql, SchemaMapping::native()).find(addressId);
    return found && *found ? (*found)->address.values : FieldValues();
}

QList<Event> RecordingDesk::events(const QString &addressId) const
{
    const auto connection = m_database.connect();
    const auto sql = RecorderSql::of(m_database.kind());
    return EventStore(*connection, *sql, {}).newestFirst(addressId).value_or(QList<Event>());
}

QList<QJsonObject> RecordingDesk::mails() const
{
    const auto connection = m_database.connect();
    return statements::allRows<QJsonObject>(
               *connection, QStringLiteral("SELECT CAST(content AS text) FROM mail_outbox ORDER BY id"),
               [](Statement &) {},
               [](const Statement &s) -> Result<QJsonObject> {
                   return QJsonDocument::fromJson(s.text(0).value_or(QString()).toUtf8()).object();
               })
        .value_or(QList<QJsonObject>());
}

QString RecordingDesk::secretOf(const QString &changeId, const QString &field) const
{
    const auto token = RevertToken::fromSecret(saveSecretOf(changeId));
    if (!token)
        return {};
    return (field.isEmpty() ? token->derivedForAddress() : token->derivedForField(field)).secret();
}

QString RecordingDesk::saveSecretOf(const QString &changeId) const
{
    return m_database
        .value(QStringLiteral("SELECT secret FROM mail_outbox WHERE change_id = '%1'").arg(changeId))
        .value_or(QString());
}

QString RecordingDesk::dump() const
{
    const auto connection = m_database.connect();
    const bool isPostgresql = m_database.isPostgresql();
    QString text;
    for (const QString &table : {QStringLiteral("users"), QStringLiteral("addresses"),
                                 QStringLiteral("events"), QStringLiteral("mail_outbox")}) {
        const QString sql = isPostgresql
                                ? QStringLiteral("SELECT CAST(t AS text) FROM %1 AS t ORDER BY 1").arg(table)
                                : QStringLiteral("SELECT * FROM %1 ORDER BY 1").arg(table);
        const int columns = isPostgresql ? 1 : static_cast<int>(connection->database().record(table).count());
        const auto lines = statements::allRows<QString>(
            *connection, sql, [](Statement &) {},
            [columns](const Statement &s) -> Result<QString> {
                QStringList cells;
                for (int i = 0; i < columns; ++i)
                    cells.append(s.text(i) ? u'"' + QString::fromLatin1(s.bytes(i).toHex()) + u'"'
                                           : QStringLiteral("NULL"));
                return cells.join(u',');
            });
        if (!lines)
            qFatal("no dump: %s", qPrintable(lines.error().detail));
        text += table + u'\n' + lines->join(u'\n') + u'\n';
    }
    return text;
}

QString RecordingDesk::verified() const
{
    const auto connection = m_database.connect();
    const Result<VerifyReport> report = Verifier(*connection, SchemaMapping::native()).verify();
    if (!report)
        return report.error().detail;
    return report->isClean() ? QStringLiteral("clean") : toText(report->differences);
}

int RecordingDesk::count(const QString &table) const
{
    return m_database.value(QStringLiteral("SELECT count(*) FROM ") + table).value_or(QString()).toInt();
}

RevertRequest eventRequest(const Event &event, bool isOverriding)
{
    RevertRequest request;
    request.sequenceNum = event.sequenceNum;
    request.overrideLaterChanges = isOverriding;
    return request;
}

RevertRequest textRequest(RevertRequest::Target target, const QString &text, bool isOverriding)
{
    RevertRequest request;
    request.target = target;
    request.text = text;
    request.overrideLaterChanges = isOverriding;
    return request;
}

QList<Reversibility> refusalStates(const RevertOutcome &outcome)
{
    QList<Reversibility> found;
    for (const HistoryEntry &entry : outcome.refusals)
        found.append(entry.verdict.state);
    return found;
}

QString toText(const QList<StreamDifference> &differences)
{
    static const QStringList names{QStringLiteral("ValueDrift"), QStringLiteral("RowMissing"),
                                   QStringLiteral("RowUnexpected"), QStringLiteral("VersionGap"),
                                   QStringLiteral("HashMismatch")};
    QStringList lines;
    for (const StreamDifference &difference : differences) {
        QString line = names.at(static_cast<int>(difference.kind));
        if (difference.streamVersion > 0)
            line += QStringLiteral(" %1").arg(difference.streamVersion);
        if (!difference.field.isEmpty())
            line += u' ' + difference.field;
        lines.append(line);
    }
    return lines.join(QLatin1String(", "));
}

} // namespace addressdesk
