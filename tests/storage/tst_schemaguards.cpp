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

/// Every trigger and function, to compare before and after.
FieldValue definitions(const TestDatabase &database)
{
    return database.value(
        database.isPostgresql()
            ? QStringLiteral("SELECT string_agg(d, ' ' ORDER BY d) FROM (SELECT pg_get_triggerdef(oid) || "
                             "CAST(tgenabled AS text) AS d FROM pg_trigger WHERE NOT tgisinternal UNION ALL "
                             "SELECT pg_get_functiondef(oid) || CAST(proacl AS text) FROM pg_proc "
                             "WHERE pronamespace = CAST('public' AS regnamespace)) AS everything")
            : QStringLiteral("SELECT group_concat(sql, ' ') FROM (SELECT sql FROM sqlite_schema "
                             "WHERE type = 'trigger' ORDER BY name)"));
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
