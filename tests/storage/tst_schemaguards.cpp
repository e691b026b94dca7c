#include "models/storage/SchemaInitialiser.h"
#include "tests/support/TestDatabase.h"

using namespace addressdesk;

namespace {

const QString recipientFunction = QStringLiteral("address_desk_address_mail");

QStringList missing(SqlConnection &connection)
{
    const auto steps = SchemaInitialiser(connection, SchemaMapping::native()).plan();
    if (!steps)
        return {steps.error().detail};
    QStringList names;
    for (const SchemaStep &step : *steps)
        names.append(step.kind == SchemaStep::Kind::RenewGuard ? step.name : QStringLiteral("another step"));
    return names;
}

void renew(SqlConnection &connection)
{
    const Done applied = SchemaInitialiser(connection, SchemaMapping::native()).apply();
    QVERIFY2(applied, applied ? "" : qPrintable(applied.error().detail));
}

/// Every trigger and function, and the history's indexes, to compare before and after.
FieldValue definitions(const TestDatabase &database)
{
    return database.value(
        database.isPostgresql()
            ? QStringLiteral("SELECT string_agg(d, ' ' ORDER BY d) FROM (SELECT pg_get_triggerdef(oid) || "
                             "CAST(tgenabled AS text) AS d FROM pg_trigger WHERE NOT tgisinternal UNION ALL "
                             "SELECT pg_get_functiondef(oid) || CAST(proacl AS text) FROM pg_proc "
                             "WHERE pronamespace = CAST('public' AS regnamespace) UNION ALL "
                             "SELECT indexdef FROM pg_indexes WHERE tablename = 'events') AS everything")
            : QStringLiteral("SELECT group_concat(sql, ' ') FROM (SELECT sql FROM sqlite_schema WHERE type = "
                             "'trigger' OR (type = 'index' AND tbl_name = 'events') ORDER BY name)"));
}

/// The e-mail address of a new mail for which a program names its own.
FieldValue enforcedRecipient(const TestDatabase &database)
{
    database.run(QStringLiteral("INSERT INTO mail_outbox (change_id, address_id, recipient, content) "
                                "SELECT gen_random_uuid(), id, 'mallory@example.com', '{}' FROM addresses "
                                "WHERE city = 'Paris'"));
    return database.value(QStringLiteral("SELECT recipient FROM mail_outbox ORDER BY id DESC LIMIT 1"));
}

} // namespace

/// Triggers and functions that others have dropped, switched off or left behind.
class TestSchemaGuards : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestDatabase::addKinds(); }
    void init();

    void plan_ofAFreshDatabase_isEmpty();
    void plan_namesWhatWasDropped_andInitMakesItAgain();
    void plan_namesWhatIsSwitchedOff_andInitPutsItInForce();
    void plan_namesWhatIsOtherThanItWasMade_data();
    void plan_namesWhatIsOtherThanItWasMade();
    void plan_whenAllAreGone_namesAll_andInitMakesThemAgain();
    void init_whenAnIndexCannotBeMade_renewsTheOthers();
    void init_withAnotherSchemaFirst_makesNothingThere();
    void recipient_afterTheCustomersMoved_isLookedUpThere();
    void recipient_afterTheKeysHaveChanged_isLookedUpByThose();
};

void TestSchemaGuards::init()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    REQUIRE_DATABASE(kind);
}

void TestSchemaGuards::plan_ofAFreshDatabase_isEmpty()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    const TestDatabase own(kind);
    QCOMPARE(missing(*own.connect()), QStringList());
    const TestDatabase attached(kind, TestDatabase::Content::Document);
    const auto connection = attached.connect();
    renew(*connection);
    QCOMPARE(missing(*connection), QStringList());
}

void TestSchemaGuards::plan_namesWhatWasDropped_andInitMakesItAgain()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    const TestDatabase database(kind);
    const FieldValue before = definitions(database);
    QVERIFY(before && !before->isEmpty());
    QStringList dropped{QStringLiteral("events_refuse_update"), QStringLiteral("mail_outbox_announce")};
    if (database.isPostgresql()) {
        dropped = {QStringLiteral("events_refuse_change"), QStringLiteral("mail_outbox_has_cause"),
                   QStringLiteral("mail_outbox_address")};
        database.run(QStringLiteral("DROP TRIGGER events_refuse_change ON events;"
                                    "DROP TRIGGER mail_outbox_has_cause ON mail_outbox;"
                                    "DROP FUNCTION address_desk_address_mail CASCADE"));
        dropped.append(recipientFunction);
    } else {
        for (const QString &trigger : std::as_const(dropped))
            database.run(QStringLiteral("DROP TRIGGER ") + trigger);
    }
    const auto connection = database.connect();
    QStringList named = missing(*connection);
    named.sort();
    dropped.sort();
    QCOMPARE(named, dropped);
    renew(*connection);
    QCOMPARE(missing(*connection), QStringList());
    QCOMPARE(definitions(database), before);
}

void TestSchemaGuards::plan_namesWhatIsSwitchedOff_andInitPutsItInForce()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    if (kind == DatabaseUrl::Kind::Sqlite)
        QSKIP("its triggers cannot be switched off");
    const TestDatabase database(kind);
    const FieldValue before = definitions(database);
    database.run(QStringLiteral("ALTER TABLE events DISABLE TRIGGER events_guard"));
    const auto connection = database.connect();
    QCOMPARE(missing(*connection), QStringList{QStringLiteral("events_guard")});
    renew(*connection);
    QCOMPARE(missing(*connection), QStringList());
    QCOMPARE(definitions(database), before);
}

void TestSchemaGuards::plan_namesWhatIsOtherThanItWasMade_data()
{
    QTest::addColumn<DatabaseUrl::Kind>("only");
    QTest::addColumn<QString>("change");
    QTest::addColumn<QStringList>("named");
    const auto row = [](const char *name, DatabaseUrl::Kind only, const char *change, const char *named) {
        QTest::newRow(name) << only << QString::fromUtf8(change) << QString::fromUtf8(named).split(u' ');
    };
    constexpr auto sqlite = DatabaseUrl::Kind::Sqlite;
    constexpr auto postgresql = DatabaseUrl::Kind::Postgresql;
    row("SQLite: for another table", sqlite,
        "DROP TRIGGER events_refuse_update; CREATE TRIGGER events_refuse_update BEFORE UPDATE ON addresses "
        "BEGIN SELECT RAISE(ABORT, 'events is append-only'); END",
        "events_refuse_update");
    row("SQLite: never", sqlite,
        "DROP TRIGGER events_refuse_update; CREATE TRIGGER events_refuse_update BEFORE UPDATE ON events "
        "WHEN FALSE BEGIN SELECT RAISE(ABORT, 'events is append-only'); END",
        "events_refuse_update");
    row("SQLite: an index not unique", sqlite,
        "DROP INDEX events_token_used_once; "
        "CREATE INDEX events_token_used_once ON events (payload ->> 'revertToken')",
        "events_token_used_once");
    row("SQLite: no versions", sqlite,
        "CREATE TABLE other AS SELECT * FROM events; DROP TABLE events; "
        "ALTER TABLE other RENAME TO events",
        "events_refuse_delete events_refuse_replace events_refuse_second_use events_refuse_update "
        "events_stream_versions events_token_used_once");
    row("PostgreSQL: for another table", postgresql,
        "DROP TRIGGER events_refuse_change ON events; CREATE TRIGGER events_refuse_change BEFORE UPDATE OR "
        "DELETE ON addresses FOR EACH ROW EXECUTE FUNCTION address_desk_refuse_change()",
        "events_refuse_change");
    row("PostgreSQL: for one column", postgresql,
        "CREATE OR REPLACE TRIGGER events_refuse_change BEFORE UPDATE OF reason OR DELETE ON events "
        "FOR EACH ROW EXECUTE FUNCTION address_desk_refuse_change()",
        "events_refuse_change");
    row("PostgreSQL: for other statements", postgresql,
        "CREATE OR REPLACE TRIGGER events_refuse_change BEFORE DELETE ON events "
        "FOR EACH ROW EXECUTE FUNCTION address_desk_refuse_change()",
        "events_refuse_change");
    row("PostgreSQL: never", postgresql,
        "CREATE OR REPLACE TRIGGER events_refuse_change BEFORE UPDATE OR DELETE ON events "
        "FOR EACH ROW WHEN (FALSE) EXECUTE FUNCTION address_desk_refuse_change()",
        "events_refuse_change");
    row("PostgreSQL: asks for another table's rights", postgresql,
        "CREATE OR REPLACE TRIGGER events_guard BEFORE INSERT ON events FOR EACH ROW "
        "WHEN (NOT has_table_privilege(session_user, CAST('events' AS regclass), 'UPDATE')) "
        "EXECUTE FUNCTION address_desk_guard_event()",
        "events_guard");
    row("PostgreSQL: another schema's function", postgresql,
        "CREATE SCHEMA evil; CREATE FUNCTION evil.address_desk_refuse_change() RETURNS trigger LANGUAGE "
        "plpgsql AS 'BEGIN RETURN NEW; END'; CREATE OR REPLACE TRIGGER events_refuse_change BEFORE UPDATE OR "
        "DELETE ON events FOR EACH ROW EXECUTE FUNCTION evil.address_desk_refuse_change()",
        "events_refuse_change");
    row("PostgreSQL: an empty function", postgresql,
        "CREATE OR REPLACE FUNCTION address_desk_refuse_change() RETURNS trigger LANGUAGE plpgsql "
        "SET search_path = pg_catalog, pg_temp AS 'BEGIN RETURN NEW; END'",
        "address_desk_refuse_change");
    row("PostgreSQL: an empty function that named tables", postgresql,
        "CREATE OR REPLACE FUNCTION address_desk_guard_event() RETURNS trigger LANGUAGE plpgsql "
        "SET search_path = pg_catalog, pg_temp AS 'BEGIN RETURN NEW; END'",
        "address_desk_guard_event");
    row("PostgreSQL: any path", postgresql, "ALTER FUNCTION address_desk_check_actor() RESET search_path",
        "address_desk_check_actor");
    row("PostgreSQL: its owner's rights", postgresql,
        "ALTER FUNCTION address_desk_check_actor() SECURITY DEFINER", "address_desk_check_actor");
    row("PostgreSQL: the caller's rights", postgresql,
        "ALTER FUNCTION address_desk_letter_secret(bigint) SECURITY INVOKER", "address_desk_letter_secret");
    row("PostgreSQL: an index not unique", postgresql,
        "DROP INDEX events_token_used_once; "
        "CREATE INDEX events_token_used_once ON events ((payload ->> 'revertToken'))",
        "events_token_used_once");
    row("PostgreSQL: an index of fewer rows", postgresql,
        "DROP INDEX events_token_used_once; CREATE UNIQUE INDEX events_token_used_once ON events ((payload "
        "->> 'revertToken')) WHERE event_type = 'AddressRestored' AND payload ->> 'revertToken' IS NOT NULL",
        "events_token_used_once");
    row("PostgreSQL: no versions", postgresql,
        "ALTER TABLE events DROP CONSTRAINT events_stream_id_stream_version_key",
        "events_stream_id_stream_version_key");
}

void TestSchemaGuards::plan_namesWhatIsOtherThanItWasMade()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    QFETCH(DatabaseUrl::Kind, only);
    QFETCH(QString, change);
    QFETCH(QStringList, named);
    if (kind != only)
        return;
    const TestDatabase database(kind);
    const FieldValue before = definitions(database);
    database.run(change);
    const auto connection = database.connect();
    QStringList found = missing(*connection);
    found.sort();
    QCOMPARE(found, named);
    renew(*connection);
    QCOMPARE(missing(*connection), QStringList());
    if (!change.contains(u"addresses") && !change.contains(u"TABLE other"))
        QCOMPARE(definitions(database), before);
}

void TestSchemaGuards::plan_whenAllAreGone_namesAll_andInitMakesThemAgain()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    const TestDatabase database(kind);
    const FieldValue before = definitions(database);
    const QString all =
        database.isPostgresql()
            ? QStringLiteral(
                  "SELECT string_agg(n, ' ' ORDER BY n COLLATE \"C\") FROM (SELECT tgname AS n FROM "
                  "pg_trigger WHERE NOT tgisinternal UNION ALL SELECT proname FROM pg_proc "
                  "WHERE pronamespace = CAST('public' AS regnamespace)) AS everything")
            : QStringLiteral("SELECT group_concat(name, ' ') FROM (SELECT name FROM sqlite_schema "
                             "WHERE type = 'trigger' ORDER BY name)");
    QStringList names = database.value(all).value_or(QString()).split(u' ');
    QVERIFY(names.size() >= 10);
    if (database.isPostgresql()) {
        database.run(QStringLiteral(
            "DO $$ DECLARE f regprocedure; BEGIN FOR f IN SELECT oid FROM pg_proc WHERE pronamespace = "
            "CAST('public' AS regnamespace) LOOP EXECUTE format('DROP FUNCTION %s CASCADE', f); "
            "END LOOP; END $$"));
        names.append(QStringLiteral("events_stream_id_stream_version_key"));
        database.run(QStringLiteral("ALTER TABLE events DROP CONSTRAINT ") + names.constLast());
    } else {
        for (const QString &trigger : std::as_const(names))
            database.run(QStringLiteral("DROP TRIGGER ") + trigger);
    }
    QCOMPARE(database.value(all).value_or(QString()), QString());
    names.append(QStringLiteral("events_token_used_once"));
    database.run(QStringLiteral("DROP INDEX events_token_used_once"));
    names.sort();

    const auto connection = database.connect();
    QStringList found = missing(*connection);
    found.sort();
    QCOMPARE(found, names);
    renew(*connection);
    QCOMPARE(missing(*connection), QStringList());
    QCOMPARE(definitions(database), before);
}

void TestSchemaGuards::init_whenAnIndexCannotBeMade_renewsTheOthers()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    const TestDatabase database(kind);
    database.run(QStringLiteral("DROP INDEX events_token_used_once"));
    database.run(database.isPostgresql() ? QStringLiteral("DROP TRIGGER events_refuse_change ON events")
                                         : QStringLiteral("DROP TRIGGER events_refuse_second_use"));
    const QString zeros = QString(64, u'0');
    for (int version = 1; version <= 2; ++version) {
        database.run(
            QStringLiteral("INSERT INTO events (stream_id, stream_version, event_type, payload, actor, "
                           "change_id, chain_hash) VALUES ('00000000-0000-4000-8000-000000000001', %1, "
                           "'AddressRestored', '{\"revertToken\": \"used\"}', %2, "
                           "'00000000-0000-4000-8000-000000000002', %3)")
                .arg(version)
                .arg(database.isPostgresql() ? QStringLiteral("session_user") : QStringLiteral("'me'"),
                     database.isPostgresql() ? QStringLiteral("decode('%1', 'hex')").arg(zeros)
                                             : QStringLiteral("x'%1'").arg(zeros)));
    }
    const auto connection = database.connect();
    QCOMPARE(missing(*connection).size(), 2);
    const Done applied = SchemaInitialiser(*connection, SchemaMapping::native()).apply();
    QVERIFY(!applied);
    QCOMPARE(applied.error().code, ErrorCode::ConstraintViolated);
    QCOMPARE(missing(*connection), QStringList{QStringLiteral("events_token_used_once")});
}

void TestSchemaGuards::init_withAnotherSchemaFirst_makesNothingThere()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    if (kind == DatabaseUrl::Kind::Sqlite)
        QSKIP("a file has no schemas");
    const TestDatabase database(kind);
    // "$user" stands first in the path.
    database.run(QStringLiteral("CREATE SCHEMA AUTHORIZATION CURRENT_USER"));
    QCOMPARE(database.value(QStringLiteral("SELECT current_schema() = session_user")),
             QStringLiteral("true"));
    database.run(QStringLiteral("CREATE TABLE mail_outbox (LIKE public.mail_outbox);"
                                "CREATE TABLE address_desk_settings (LIKE public.address_desk_settings)"));
    const FieldValue before = definitions(database);
    database.run(QStringLiteral("DROP TRIGGER mail_outbox_check ON public.mail_outbox;"
                                "DROP TRIGGER address_desk_settings_announce ON public.address_desk_settings;"
                                "DROP FUNCTION address_desk_letter_secret;"
                                "DROP FUNCTION address_desk_guard_event CASCADE"));
    const auto connection = database.connect();
    QCOMPARE(missing(*connection).size(), 5);
    renew(*connection);
    QCOMPARE(missing(*connection), QStringList());
    QCOMPARE(definitions(database), before);
    QCOMPARE(database.value(QStringLiteral(
                 "SELECT (SELECT count(*) FROM pg_proc WHERE pronamespace = CAST(current_schema() AS "
                 "regnamespace)) + "
                 "(SELECT count(*) FROM pg_trigger AS t JOIN pg_class AS c ON c.oid = t.tgrelid "
                 "WHERE c.relnamespace = CAST(current_schema() AS regnamespace))")),
             QStringLiteral("0"));
}

void TestSchemaGuards::recipient_afterTheCustomersMoved_isLookedUpThere()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    if (kind == DatabaseUrl::Kind::Sqlite)
        QSKIP("a file has no operators to guard against");
    const TestDatabase database(kind, TestDatabase::Content::Document);
    renew(*database.connect());
    QCOMPARE(enforcedRecipient(database), QStringLiteral("anna@example.com"));
    database.run(QStringLiteral("CREATE SCHEMA crm; ALTER TABLE users SET SCHEMA crm"));
    QCOMPARE(enforcedRecipient(database),
             QStringLiteral("mallory@example.com")); // The program's word counts.
    const auto connection = database.connect();
    QVERIFY(connection->execute(QStringLiteral("SET search_path = public, crm")));
    QCOMPARE(missing(*connection), QStringList{recipientFunction});
    renew(*connection);
    QCOMPARE(missing(*connection), QStringList());
    QCOMPARE(enforcedRecipient(database), QStringLiteral("anna@example.com"));
}

void TestSchemaGuards::recipient_afterTheKeysHaveChanged_isLookedUpByThose()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    if (kind == DatabaseUrl::Kind::Sqlite)
        QSKIP("a file has no operators to guard against");
    const TestDatabase database(kind, TestDatabase::Content::Document);
    renew(*database.connect());
    database.run(QStringLiteral("ALTER TABLE addresses DROP CONSTRAINT addresses_user_id_fkey;"
                                "ALTER TABLE users ALTER COLUMN id TYPE text;"
                                "ALTER TABLE addresses ALTER COLUMN user_id TYPE text"));
    const auto connection = database.connect();
    QCOMPARE(missing(*connection), QStringList{recipientFunction});
    renew(*connection);
    QCOMPARE(missing(*connection), QStringList());
    QCOMPARE(enforcedRecipient(database), QStringLiteral("anna@example.com"));
}

QTEST_GUILESS_MAIN(TestSchemaGuards)
#include "tst_schemaguards.moc"
