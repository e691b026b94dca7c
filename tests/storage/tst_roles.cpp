#include "models/storage/MailRepository.h"
#include "models/storage/SchemaInitialiser.h"
#include "models/storage/SqlOutboxQueue.h"
#include "models/storage/SqlRevertLinks.h"
#include "models/storage/StatementRun.h"
#include "models/storage/TaskRepository.h"
#include "tests/storage/RecordingDesk.h"

#include <QFile>
#include <QRegularExpression>

using namespace addressdesk;
using namespace std::chrono_literals;

namespace {

const QString city = QStringLiteral("city");
const QString lyon = QStringLiteral("Lyon");
const QString password = QStringLiteral("role");

/// The README's grants to one role.
QStringList grantsTo(const QString &role)
{
    QFile readme(QStringLiteral(ADDRESSDESK_README));
    if (!readme.open(QIODevice::ReadOnly))
        qFatal("no README");
    static const QRegularExpression grant(QStringLiteral("^    (GRANT [^;]*;)"),
                                          QRegularExpression::MultilineOption);
    QStringList grants;
    for (auto found = grant.globalMatch(QString::fromUtf8(readme.readAll())); found.hasNext();) {
        const QString sql = found.next().captured(1).simplified();
        if (sql.endsWith(QStringLiteral(" TO %1;").arg(role)))
            grants.append(sql);
    }
    return grants;
}

} // namespace

/// What people can do and cannot with exactly the rights that the README gives them, on PostgreSQL.
class TestRoles : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void operator_doesTheWholeJob();
    void operator_readsNoSecretOfAMail();
    void operator_writesNoHistoryInAnothersName();
    void operator_choosesNobodyWhomAMailTells();
    void operator_doesWithMailsWhatTheDeskOffersOnly();
    void operator_writesWholeSavesOnly_data();
    void operator_writesWholeSavesOnly();
    void operator_tellsOfHisOwnChangesOnly();
    void operator_signsTasksWithHisOwnName();
    void operator_isToldOfMissingGuards_andCannotRenewThem();
    void gateway_putsBackInTheCustomersName_andSends();

private:
    [[nodiscard]] std::unique_ptr<SqlConnection> as(const QString &role) const;
    [[nodiscard]] static QString text(SqlConnection &connection, const QString &sql);

    std::unique_ptr<RecordingDesk> m_desk;
};

void TestRoles::init()
{
    REQUIRE_DATABASE(DatabaseUrl::Kind::Postgresql);
    m_desk = std::make_unique<RecordingDesk>(DatabaseUrl::Kind::Postgresql);
    for (const QString &role : {QStringLiteral("operators"), QStringLiteral("gateway")}) {
        m_desk->database().run(QStringLiteral("CREATE ROLE %1 LOGIN PASSWORD 'role'").arg(role));
        const QStringList grants = grantsTo(role);
        QVERIFY(grants.size() >= 3);
        for (const QString &grant : grants)
            m_desk->database().run(grant);
    }
}

void TestRoles::cleanup()
{
    if (!m_desk)
        return;
    for (const QString &role : {QStringLiteral("operators"), QStringLiteral("gateway")})
        m_desk->database().run(QStringLiteral("DROP OWNED BY %1; DROP ROLE %1").arg(role));
    m_desk.reset();
}

std::unique_ptr<SqlConnection> TestRoles::as(const QString &role) const
{
    DatabaseUrl url = m_desk->database().url();
    url.user = role;
    auto connection = SqlConnection::open(url, password);
    if (!connection)
        qFatal("no login: %s", qPrintable(connection.error().detail));
    return std::move(*connection);
}

QString TestRoles::text(SqlConnection &connection, const QString &sql)
{
    const auto row = statements::firstRow<QString>(
        connection, sql, [](Statement &) {},
        [](const Statement &s) -> Result<QString> { return s.text(0).value_or(QString()); });
    return row ? row->value_or(QString()) : row.error().detail;
}

void TestRoles::operator_doesTheWholeJob()
{
    const auto connection = as(QStringLiteral("operators"));
    const EffectiveSchema schema = m_desk->schema();
    ChangeRecorder recorder(*connection, schema.mapping, {});
    const auto saved = recorder.save(m_desk->request({{city, QStringLiteral("Paris"), lyon}}));
    VERIFY_RESULT(saved);
    QCOMPARE(saved->kind, SaveOutcome::Kind::Recorded);
    QCOMPARE(saved->events.first().actor, QStringLiteral("operators"));
    VERIFY_RESULT(recorder.findCode(RevertToken::codeOfDigest(saved->events.first().tokenDigest())));
    QCOMPARE(recorder.findCode(QStringLiteral("00000000")).error().code, ErrorCode::NotFound);
    const auto reverted = recorder.revert(eventRequest(saved->events.first()));
    VERIFY_RESULT(reverted);
    QVERIFY(reverted->isReverted);
    const auto deleted = recorder.remove(RecordingDesk::home, {}, {});
    VERIFY_RESULT(deleted);
    const auto restored = recorder.restore(RecordingDesk::home);
    VERIFY_RESULT(restored);
    QVERIFY(restored->isReverted);

    MailRepository mails(*connection);
    const auto listed = mails.list({});
    VERIFY_RESULT(listed);
    QCOMPARE(listed->size(), 4);
    VERIFY_RESULT(mails.counts());
    VERIFY_RESULT(mails.apply(listed->first().id, MailAction::Cancel, 14));
    VERIFY_RESULT(mails.apply(listed->first().id, MailAction::Retry, 14));
    // What a customer asked for is done, and taken up again.
    VERIFY_RESULT(TaskRepository(m_desk->connection(), schema).add(saved->events.first()));
    TaskRepository tasks(*connection, schema);
    const auto open = tasks.open(10);
    VERIFY_RESULT(open);
    VERIFY_RESULT(tasks.finish(open->first().id, {}));
    VERIFY_RESULT(tasks.reopen(open->first().id));
    QCOMPARE(m_desk->verified(), QStringLiteral("clean"));
}

void TestRoles::operator_readsNoSecretOfAMail()
{
    const SaveOutcome mailed = m_desk->change(city, lyon);
    m_desk->change(city, lyon, RecordingDesk::work); // Whose customer has no e-mail address.
    const auto connection = as(QStringLiteral("operators"));
    QCOMPARE(connection->execute(QStringLiteral("SELECT secret FROM mail_outbox")).error().code,
             ErrorCode::PermissionDenied);
    MailRepository mails(*connection);
    QVERIFY(mails.letterToken(2)->has_value());
    QVERIFY(!mails.letterToken(1)->has_value());
    VERIFY_RESULT(mails.apply(2, MailAction::MarkPrinted, std::nullopt)); // A letter without a link.
    QVERIFY(!m_desk->saveSecretOf(mailed.changeId).isEmpty());
}

void TestRoles::operator_writesNoHistoryInAnothersName()
{
    const SaveOutcome saved = m_desk->change(city, lyon);
    const auto connection = as(QStringLiteral("operators"));
    const QString insert = QStringLiteral(
        "INSERT INTO events (stream_id, stream_version, event_type, payload, actor, change_id, "
        "chain_hash, occurred_at) VALUES ('%1', 2, '%2', '{\"revertToken\": \"%3\"}', '%4', "
        "gen_random_uuid(), decode(repeat('ab', 32), 'hex'), clock_timestamp() - interval '%5')");
    const QString digest = saved.events.first().tokenDigest();
    const QString reverted = QStringLiteral("AddressFieldReverted");
    for (const QString &sql :
         {insert.arg(RecordingDesk::home, reverted, digest, QStringLiteral("customer"),
                     QStringLiteral("0 s")),
          insert.arg(RecordingDesk::home, reverted, digest, QStringLiteral("boss"), QStringLiteral("0 s")),
          insert.arg(RecordingDesk::home, reverted, digest, QStringLiteral("operators"),
                     QStringLiteral("1 day"))}) {
        const Done done = connection->execute(sql);
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::PermissionDenied);
    }
    QVERIFY(!connection->execute(QStringLiteral("DELETE FROM events")));
    QCOMPARE(m_desk->events().size(), 1);
    // A token in an operator's hands is no customer's.
    ChangeRecorder recorder(*connection, m_desk->schema().mapping, {});
    const auto used =
        recorder.revert(textRequest(RevertRequest::Target::Token, m_desk->secretOf(saved.changeId)));
    QVERIFY(!used);
    QCOMPARE(used.error().code, ErrorCode::PermissionDenied);
}

void TestRoles::operator_choosesNobodyWhomAMailTells()
{
    const SaveOutcome saved = m_desk->change(city, lyon);
    const auto connection = as(QStringLiteral("operators"));
    // The search path and the reading of backslashes are the caller's own affair, the customer's address is
    // not.
    VERIFY_RESULT(connection->execute(QStringLiteral("CREATE TEMPORARY TABLE users (id uuid, email text)")));
    VERIFY_RESULT(connection->execute(
        QStringLiteral("INSERT INTO pg_temp.users SELECT id, 'thief@example.net' FROM public.users")));
    VERIFY_RESULT(connection->execute(QStringLiteral("SET standard_conforming_strings = off")));
    m_desk->database().run(
        QStringLiteral("UPDATE users SET email = '  sam@example.com ' WHERE first_name = 'Anna'"));
    const QString plant =
        QStringLiteral(
            "INSERT INTO mail_outbox (change_id, address_id, recipient, content, state, next_attempt_at, "
            "customer_id) VALUES ('%1', '%2', 'thief@example.net', '{}', 'sent', '2040-01-01', 'other')")
            .arg(saved.changeId, RecordingDesk::home);
    VERIFY_RESULT(connection->execute(QStringLiteral("BEGIN")));
    VERIFY_RESULT(connection->execute(plant));
    QCOMPARE(
        text(*connection, QStringLiteral("SELECT recipient || ' ' || state || ' ' || (next_attempt_at <= "
                                         "clock_timestamp()) FROM mail_outbox ORDER BY id DESC LIMIT 1")),
        QStringLiteral("sam@example.com queued true"));
    // And it tells of changes that somebody else made not at all.
    QCOMPARE(connection->commit().error().code, ErrorCode::PermissionDenied);
    QCOMPARE(m_desk->count(QStringLiteral("mail_outbox")), 1);
}

void TestRoles::operator_doesWithMailsWhatTheDeskOffersOnly()
{
    m_desk->change(city, lyon);
    const auto connection = as(QStringLiteral("operators"));
    for (const char *assignments :
         {"state = 'noAddress'", "state = 'sent', secret = NULL", "state = 'queued', secret = 'forged'",
          "state = 'queued', attempts = 99", "state = 'cancelled'", "expires_at = '2040-01-01'"}) {
        const Done done =
            connection->execute(QStringLiteral("UPDATE mail_outbox SET %1").arg(QLatin1String(assignments)));
        QVERIFY2(!done, assignments);
        QCOMPARE(done.error().code, ErrorCode::PermissionDenied);
    }
    VERIFY_RESULT(connection->execute(
        QStringLiteral("UPDATE mail_outbox SET state = 'queued', next_attempt_at = '2040-01-01'")));
    QCOMPARE(m_desk->database().value(
                 QStringLiteral("SELECT next_attempt_at <= clock_timestamp() FROM mail_outbox")),
             QStringLiteral("true"));
    m_desk->change(city, lyon, RecordingDesk::work); // Whose customer has no e-mail address.
    QVERIFY(!connection->execute(
        QStringLiteral("UPDATE mail_outbox SET state = 'sent', secret = NULL, expires_at = "
                       "'2040-01-01' WHERE state = 'noAddress'")));
    MailRepository mails(*connection);
    VERIFY_RESULT(mails.apply(2, MailAction::MarkPrinted, 14));
    VERIFY_RESULT(mails.apply(1, MailAction::Cancel, 14));
}

void TestRoles::operator_writesWholeSavesOnly_data()
{
    // Of an event and its mail in one transaction, what is not as it should be; the first row is a whole
    // save.
    QTest::addColumn<QString>("column");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("payload");
    QTest::addColumn<bool>("hasMail");
    const auto row = [](const char *name, const char *column, const char *value, const char *payload = "",
                        bool hasMail = true) {
        QTest::newRow(name) << QString::fromLatin1(column) << QString::fromLatin1(value)
                            << QString::fromLatin1(payload) << hasMail;
    };
    const char *reverted = "'AddressFieldReverted'";
    row("a whole save", "reason", "'nothing is wrong'");
    row("a number of one's own", "sequence_num", "9000");
    row("a gap", "stream_version", "3");
    row("another's save", "change_id", "'%change'", "", false); // Of which its customer has been told.
    row("another's token", "event_type", reverted, R"({"field": "city", "revertToken": "stranger"})");
    row("another's token for another field", "event_type", reverted,
        R"({"field": "country", "revertToken": "%token"})");
    row("another's token in another history", "stream_id", "'%work'",
        R"({"field": "city", "revertToken": "%token"})");
    row("a token issued again", "reason", "NULL", R"({"field": "city", "revertToken": "%token"})");
    row("a megabyte", "reason", "repeat('x', 1000001)");
    row("without a mail", "reason", "NULL", "", false);
}

void TestRoles::operator_writesWholeSavesOnly()
{
    QFETCH(const QString, column);
    QFETCH(const QString, value);
    QFETCH(const QString, payload);
    QFETCH(const bool, hasMail);
    const SaveOutcome saved = m_desk->change(city, lyon);
    const auto filled = [&saved](QString text) {
        return text.replace(QStringLiteral("%change"), saved.changeId)
            .replace(QStringLiteral("%token"), saved.events.first().tokenDigest())
            .replace(QStringLiteral("%work"), RecordingDesk::work);
    };
    const bool isOfWork = column == QStringLiteral("stream_id");
    QMap<QString, QString> event{
        {QStringLiteral("stream_id"), u'\'' + RecordingDesk::home + u'\''},
        {QStringLiteral("stream_version"), isOfWork ? QStringLiteral("1") : QStringLiteral("2")},
        {QStringLiteral("event_type"),
         isOfWork ? QStringLiteral("'AddressFieldReverted'") : QStringLiteral("'AddressFieldChanged'")},
        {QStringLiteral("payload"),
         u'\'' + (payload.isEmpty() ? QStringLiteral(R"({"field": "city"})") : filled(payload)) + u'\''},
        {QStringLiteral("change_id"), QStringLiteral("'99999999-0000-4000-8000-000000000001'")},
        {QStringLiteral("chain_hash"), QStringLiteral("decode(repeat('ab', 32), 'hex')")}};
    event.insert(column, filled(value));
    const auto connection = as(QStringLiteral("operators"));
    VERIFY_RESULT(connection->execute(QStringLiteral("BEGIN")));
    Done done =
        connection->execute(QStringLiteral("INSERT INTO events (%1) OVERRIDING SYSTEM VALUE VALUES (%2)")
                                .arg(event.keys().join(u", "), event.values().join(u", ")));
    if (done && hasMail)
        done = connection->execute(
            QStringLiteral("INSERT INTO mail_outbox (change_id, address_id, content, state) "
                           "VALUES (%1, %2, '{}', 'queued')")
                .arg(event[QStringLiteral("change_id")], event[QStringLiteral("stream_id")]));
    if (done)
        done = connection->commit();
    if (column == QStringLiteral("reason") && value.contains(QStringLiteral("nothing is wrong"))) {
        VERIFY_RESULT(done);
        return;
    }
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::PermissionDenied);
    QCOMPARE(m_desk->events().size(), 1);
}

void TestRoles::operator_tellsOfHisOwnChangesOnly()
{
    const SaveOutcome saved = m_desk->change(city, lyon);
    const Done done =
        as(QStringLiteral("operators"))
            ->execute(QStringLiteral("INSERT INTO mail_outbox (change_id, address_id, content, state) VALUES "
                                     "('%1', '%2', '{}', 'queued')")
                          .arg(saved.changeId, RecordingDesk::home));
    QCOMPARE(done.error().code, ErrorCode::PermissionDenied);
    m_desk->database().run(QStringLiteral("DELETE FROM mail_outbox")); // Nor when theirs is gone.
    QCOMPARE(
        as(QStringLiteral("operators"))
            ->execute(QStringLiteral("INSERT INTO mail_outbox (change_id, address_id, content, state) VALUES "
                                     "('%1', '%2', '{}', 'queued')")
                          .arg(saved.changeId, RecordingDesk::home))
            .error()
            .code,
        ErrorCode::PermissionDenied);
}

void TestRoles::operator_signsTasksWithHisOwnName()
{
    const SaveOutcome saved = m_desk->change(city, lyon);
    m_desk->database().run(
        QStringLiteral("INSERT INTO address_desk_tasks (kind, address_id, sequence_num) VALUES "
                       "('changedSince', '%1', %2)")
            .arg(RecordingDesk::home)
            .arg(saved.events.first().sequenceNum));
    const auto connection = as(QStringLiteral("operators"));
    VERIFY_RESULT(connection->execute(
        QStringLiteral("UPDATE address_desk_tasks SET done_at = '2000-01-01', done_by = 'boss'")));
    QCOMPARE(m_desk->database().value(QStringLiteral("SELECT done_by || ' ' || (done_at > '2001-01-01') FROM "
                                                     "address_desk_tasks")),
             QStringLiteral("operators true"));
}

void TestRoles::operator_isToldOfMissingGuards_andCannotRenewThem()
{
    const auto connection = as(QStringLiteral("operators"));
    SchemaInitialiser initialiser(*connection, SchemaMapping::native());
    const auto whole = initialiser.plan();
    VERIFY_RESULT(whole);
    QCOMPARE(whole->size(), 0);
    m_desk->database().run(QStringLiteral("ALTER TABLE events DISABLE TRIGGER ALL"));
    const auto missing = initialiser.plan();
    VERIFY_RESULT(missing);
    QVERIFY(!missing->isEmpty());
    const Done renewed = initialiser.apply();
    QVERIFY(!renewed);
    QCOMPARE(renewed.error().code, ErrorCode::PermissionDenied);
}

void TestRoles::gateway_putsBackInTheCustomersName_andSends()
{
    const SaveOutcome saved = m_desk->change(city, lyon);
    DatabaseUrl url = m_desk->database().url();
    url.user = QStringLiteral("gateway");
    const auto queue = SqlOutboxQueue::open(url, password);
    VERIFY_RESULT(queue);
    const auto claimed = (*queue)->claim(10, 60s);
    VERIFY_RESULT(claimed);
    QCOMPARE(claimed->size(), 1);
    const RevertToken token = claimed->first().saveToken->derivedForField(city);
    VERIFY_RESULT((*queue)->markSent(claimed->first(), {14}));

    const auto links = SqlRevertLinks::open(url, password, 5s);
    VERIFY_RESULT(links);
    QCOMPARE((*links)->look(token)->state, LinkView::State::Open);
    QCOMPARE((*links)->putBack(token)->state, LinkView::State::PutBack);
    QCOMPARE(m_desk->events().first().actor, QStringLiteral("customer"));

    const SaveOutcome again = m_desk->change(city, lyon);
    m_desk->change(city, QStringLiteral("Nice"));
    const auto late = RevertToken::fromSecret(m_desk->secretOf(again.changeId));
    QCOMPARE((*links)->putBack(*late)->state, LinkView::State::ChangedSince);
    QCOMPARE(m_desk->count(QStringLiteral("address_desk_tasks")), 1);
    QCOMPARE(saved.events.size(), 1);
}

QTEST_GUILESS_MAIN(TestRoles)
#include "tst_roles.moc"
