#include "models/storage/Migrator.h"
#include "models/storage/SchemaInitialiser.h"
#include "tests/support/TestDatabase.h"

using namespace addressdesk;

namespace {

/// Every definition in the database, to compare before and after.
QString definitions(SqlConnection &connection)
{
    const QString sql =
        connection.dialect().kind() == DatabaseUrl::Kind::Sqlite
            ? QStringLiteral(
                  "SELECT type || ' ' || name || ' ' || coalesce(sql, '') FROM sqlite_schema ORDER BY 1")
            : QStringLiteral(
                  "SELECT c.relkind::text || ' ' || c.relname || ' ' || coalesce(pg_get_indexdef(c.oid), '') "
                  "FROM pg_class AS c WHERE c.relnamespace = 'public'::regnamespace "
                  "UNION ALL SELECT 't ' || tgname || ' ' || pg_get_triggerdef(oid) FROM pg_trigger "
                  "WHERE NOT tgisinternal ORDER BY 1");
    const auto statement = connection.prepared(sql);
    if (!statement || !(*statement)->exec())
        return {};
    QStringList lines;
    while ((*statement)->next())
        lines.append((*statement)->text(0).value_or(QString()).simplified());
    return lines.join(u'\n');
}

} // namespace

class TestMigrator : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestDatabase::addKinds(); }
    void init();

    void apply_onEmptyDatabase_makesEverything();
    void apply_twice_changesNothing();
    void apply_whenAStepFails_leavesTheDatabaseAsItWas();
    void apply_onReadOnlyConnection_isReadOnly();
    void apply_besideCompanyTables_addsCompanionTablesOnly();
    void apply_besideIntegerKeys_givesStreamIdTheirType();
    void apply_besideForeignEvents_isSchemaMismatch();
    void apply_withHalfTheTables_isSchemaMismatch();
    void apply_withUnsupportedKey_isSchemaMismatch();
    void effective_withoutTables_isSchemaMissing();
    void effective_withoutLabel_leavesTheFieldOut();
    void effective_withOtherColumns_namesThem();
    void pending_onNewerDatabase_isSchemaTooNew();
    void plan_namesEveryStepAndWritesNothing();
    void plan_refusesKeysThatMayBeDoubled_data();
    void plan_refusesKeysThatMayBeDoubled();
    void plan_namesWhatIsMadeAndNothingElse();
    void indexes_coverEverySortOrder();

private:
    /// The definitions after each migration, when nothing fails.
    [[nodiscard]] QStringList definitionsAfterEach() const
    {
        const TestDatabase database(kind(), TestDatabase::Content::Document);
        const auto connection = database.connect();
        const Migrator migrator(*connection);
        QStringList after;
        for (const Migration &migration : migrator.known()) {
            const QString keyType = database.isPostgresql() ? QStringLiteral("uuid") : QStringLiteral("TEXT");
            const Done done = after.isEmpty()
                                  ? migrator.skip(migration)
                                  : migrator.apply(migration, SchemaMapping::native(), {keyType, keyType});
            if (!done)
                qFatal("migration: %s", qPrintable(done.error().detail));
            after.append(definitions(*connection));
        }
        return after;
    }

    [[nodiscard]] DatabaseUrl::Kind kind() const
    {
        QFETCH_GLOBAL(DatabaseUrl::Kind, kind);
        return kind;
    }
};

void TestMigrator::init()
{
    REQUIRE_DATABASE(kind());
}

void TestMigrator::apply_onEmptyDatabase_makesEverything()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    const auto connection = database.connect();
    const SchemaInitialiser initialiser(*connection, SchemaMapping::native());
    const Done done = initialiser.apply();
    QVERIFY2(done, done ? "" : qPrintable(done.error().detail));

    const auto schema = initialiser.effective();
    QVERIFY(schema);
    QCOMPARE(schema->mapping, SchemaMapping::native().withoutLanguage());
    const QString keyType = database.isPostgresql() ? QStringLiteral("uuid") : QStringLiteral("TEXT");
    QCOMPARE(schema->keyTypes, (KeyTypes{keyType, keyType}));
    QCOMPARE(database.value(QStringLiteral("SELECT count(*) FROM address_desk_migrations")),
             QStringLiteral("5"));
    QCOMPARE(database.value(QStringLiteral("SELECT name FROM address_desk_migrations WHERE version = 2")),
             QStringLiteral("history"));
    if (!database.isPostgresql())
        QCOMPARE(database.value(QStringLiteral("PRAGMA journal_mode")), QStringLiteral("wal"));
}

void TestMigrator::apply_twice_changesNothing()
{
    const TestDatabase database(kind());
    const auto connection = database.connect();
    const QString before = definitions(*connection);
    QVERIFY(!before.isEmpty());
    const SchemaInitialiser initialiser(*connection, SchemaMapping::native());
    QVERIFY(initialiser.apply());
    QCOMPARE(definitions(*connection), before);
    QCOMPARE(initialiser.plan(), Result<QList<SchemaStep>>(QList<SchemaStep>()));
}

void TestMigrator::apply_whenAStepFails_leavesTheDatabaseAsItWas()
{
    const TestDatabase database(kind(), TestDatabase::Content::Document);
    const auto connection = database.connect();
    const QString before = definitions(*connection);
    const SchemaInitialiser initialiser(*connection, SchemaMapping::native());
    // Every statement of the later migrations fails once; the first is only recorded here. A migration is
    // there whole or not at all.
    QVERIFY(Migrator(*connection).skip(Migrator(*connection).known().constFirst()));
    const QStringList whole = definitionsAfterEach();
    QVERIFY(whole.constFirst() != before);
    int failing = 0;
    for (bool isDone = false; !isDone; ++failing) {
        int step = 0;
        bool isHit = false;
        connection->setFaultInjector([&](const QString &) -> std::optional<Error> {
            if (step++ != failing)
                return std::nullopt;
            isHit = true;
            return Error{ErrorCode::DiskFull, QStringLiteral("injected"), {}};
        });
        const Done done = initialiser.apply();
        connection->setFaultInjector({});
        isDone = !isHit;
        QCOMPARE(done.has_value(), !isHit);
        QVERIFY(whole.contains(definitions(*connection)));
    }
    QVERIFY2(failing > 5, qPrintable(QString::number(failing)));
    QVERIFY(initialiser.apply());
    QVERIFY(initialiser.effective());
}

void TestMigrator::apply_onReadOnlyConnection_isReadOnly()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    if (!database.isPostgresql())
        database.run(QStringLiteral("CREATE TABLE other (id INTEGER); DROP TABLE other"));
    ConnectionOptions options;
    options.isReadOnly = true;
    const auto connection = database.connect(options);
    QVERIFY(connection->isReadOnly());
    const Done done = SchemaInitialiser(*connection, SchemaMapping::native()).apply();
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::ReadOnly);
}

void TestMigrator::apply_besideCompanyTables_addsCompanionTablesOnly()
{
    const TestDatabase database(kind(), TestDatabase::Content::Document);
    const auto connection = database.connect();
    const QStringList before = definitions(*connection).split(u'\n');
    QVERIFY(SchemaInitialiser(*connection, SchemaMapping::native()).apply());
    const QStringList after = definitions(*connection).split(u'\n');

    for (const QString &line : before)
        QVERIFY2(after.contains(line), qPrintable(line));
    for (const QString &line : after) {
        const QString name = line.section(u' ', 1, 1);
        const bool isOurs = name.startsWith(u"events") || name.startsWith(u"mail_outbox") ||
                            name.startsWith(u"address_desk") || name.startsWith(u"sqlite_");
        QVERIFY2(isOurs || before.contains(line), qPrintable(line));
    }
    QCOMPARE(database.value(QStringLiteral("SELECT count(*) FROM addresses")), QStringLiteral("2"));
}

void TestMigrator::apply_besideIntegerKeys_givesStreamIdTheirType()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    database.run(QStringLiteral(
        "CREATE TABLE users (id INTEGER PRIMARY KEY, first_name TEXT, last_name TEXT, email TEXT);"
        "CREATE TABLE addresses (id BIGINT PRIMARY KEY, user_id INTEGER, street_number TEXT, street_name "
        "TEXT, city TEXT)"));
    const auto connection = database.connect();
    const SchemaInitialiser initialiser(*connection, SchemaMapping::native());
    QVERIFY(initialiser.apply());
    const QString wide = database.isPostgresql() ? QStringLiteral("bigint") : QStringLiteral("INTEGER");
    const QString narrow = database.isPostgresql() ? QStringLiteral("integer") : QStringLiteral("INTEGER");
    QCOMPARE(initialiser.effective()->keyTypes, (KeyTypes{wide, narrow}));
    const auto events = Catalogue(*connection).table(QStringLiteral("events"));
    QCOMPARE((*events)->column(QStringLiteral("stream_id"))->type, wide.toLower());
    const auto outbox = Catalogue(*connection).table(QStringLiteral("mail_outbox"));
    QCOMPARE((*outbox)->column(QStringLiteral("address_id"))->type, wide.toLower());
}

void TestMigrator::apply_besideForeignEvents_isSchemaMismatch()
{
    const TestDatabase database(kind(), TestDatabase::Content::Document);
    database.run(QStringLiteral("CREATE TABLE events (id INTEGER, actor TEXT)"));
    const auto connection = database.connect();
    const QString before = definitions(*connection);
    const SchemaInitialiser initialiser(*connection, SchemaMapping::native());
    const Done done = initialiser.apply();
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::SchemaMismatch);
    QVERIFY2(done.error().detail.contains(u"events"), qPrintable(done.error().detail));
    QVERIFY(done.error().detail.contains(u"stream_version"));
    QVERIFY(!initialiser.plan());
    QCOMPARE(definitions(*connection), before);
}

void TestMigrator::apply_withHalfTheTables_isSchemaMismatch()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    database.run(QStringLiteral("CREATE TABLE addresses (id INTEGER PRIMARY KEY, city TEXT)"));
    const auto connection = database.connect();
    const Done done = SchemaInitialiser(*connection, SchemaMapping::native()).apply();
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::SchemaMismatch);
    QVERIFY(done.error().detail.contains(u"users"));
}

void TestMigrator::apply_withUnsupportedKey_isSchemaMismatch()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    const QString type = database.isPostgresql() ? QStringLiteral("bytea") : QStringLiteral("blob");
    database.run(
        QStringLiteral("CREATE TABLE users (id INTEGER, first_name TEXT, last_name TEXT, email TEXT);"
                       "CREATE TABLE addresses (id %1, user_id INTEGER, city TEXT)")
            .arg(type));
    const auto connection = database.connect();
    const Done done = SchemaInitialiser(*connection, SchemaMapping::native()).apply();
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::SchemaMismatch);
    QVERIFY2(done.error().detail.contains(type), qPrintable(done.error().detail));
}

void TestMigrator::effective_withoutTables_isSchemaMissing()
{
    const TestDatabase empty(kind(), TestDatabase::Content::Empty);
    const auto onEmpty = SchemaInitialiser(*empty.connect(), SchemaMapping::native()).effective();
    QVERIFY(!onEmpty);
    QCOMPARE(onEmpty.error().code, ErrorCode::SchemaMissing);

    const TestDatabase document(kind(), TestDatabase::Content::Document);
    const auto onDocument = SchemaInitialiser(*document.connect(), SchemaMapping::native()).effective();
    QVERIFY(!onDocument);
    QCOMPARE(onDocument.error().code, ErrorCode::SchemaMissing);
}

void TestMigrator::effective_withoutLabel_leavesTheFieldOut()
{
    const TestDatabase database(kind(), TestDatabase::Content::Document);
    const auto connection = database.connect();
    const SchemaInitialiser initialiser(*connection, SchemaMapping::native());
    QVERIFY(initialiser.apply());
    const auto schema = initialiser.effective();
    QVERIFY(schema);
    QCOMPARE(schema->mapping.fieldIds(), SchemaMapping::native().fieldIds().mid(1));
    QCOMPARE(schema->keyTypes.address,
             database.isPostgresql() ? QStringLiteral("uuid") : QStringLiteral("TEXT"));
}

void TestMigrator::effective_withOtherColumns_namesThem()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    database.run(QStringLiteral("CREATE TABLE users (id INTEGER, given TEXT, last_name TEXT, email TEXT);"
                                "CREATE TABLE addresses (id INTEGER, customer INTEGER, city TEXT)"));
    const auto connection = database.connect();
    const auto schema = SchemaInitialiser(*connection, SchemaMapping::native()).effective();
    QVERIFY(!schema);
    QCOMPARE(schema.error().code, ErrorCode::SchemaMismatch);
    QVERIFY(schema.error().detail.contains(u"addresses.user_id"));
    QVERIFY(schema.error().detail.contains(u"users.first_name"));
}

void TestMigrator::pending_onNewerDatabase_isSchemaTooNew()
{
    const TestDatabase database(kind());
    database.run(
        QStringLiteral("INSERT INTO address_desk_migrations VALUES (999, 'future', '2099-01-01T00:00:00Z')"));
    const auto connection = database.connect();
    const SchemaInitialiser initialiser(*connection, SchemaMapping::native());
    for (const Done &done : {initialiser.apply(), initialiser.plan().map([](const QList<SchemaStep> &) {}),
                             initialiser.effective().map([](const EffectiveSchema &) {})}) {
        QVERIFY(!done);
        QCOMPARE(done.error().code, ErrorCode::SchemaTooNew);
    }
}

void TestMigrator::plan_namesEveryStepAndWritesNothing()
{
    using Kind = SchemaStep::Kind;
    const TestDatabase database(kind(), TestDatabase::Content::Document);
    const auto connection = database.connect();
    const QString before = definitions(*connection);
    const auto plan = SchemaInitialiser(*connection, SchemaMapping::native()).plan();
    QVERIFY(plan);
    QVERIFY(plan->contains(SchemaStep{Kind::KeepTable, QStringLiteral("addresses")}));
    QVERIFY(plan->contains(SchemaStep{Kind::LeaveOutColumn, QStringLiteral("addresses.label")}));
    QVERIFY(!plan->contains(SchemaStep{Kind::LeaveOutColumn, QStringLiteral("addresses.city")}));
    QVERIFY(plan->contains(SchemaStep{Kind::CreateTable, QStringLiteral("events")}));
    QVERIFY(plan->contains(SchemaStep{Kind::CreateIndex, QStringLiteral("events_token_used_once")}));
    QVERIFY(!plan->contains(SchemaStep{Kind::CreateTable, QStringLiteral("addresses")}));
    QCOMPARE(definitions(*connection), before);

    const TestDatabase empty(kind(), TestDatabase::Content::Empty);
    const auto whole = SchemaInitialiser(*empty.connect(), SchemaMapping::native()).plan();
    QVERIFY(whole);
    QVERIFY(whole->contains(SchemaStep{Kind::CreateTable, QStringLiteral("addresses")}));
}

void TestMigrator::plan_refusesKeysThatMayBeDoubled_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("more");
    QTest::addColumn<bool>("isUnique");
    const QString none;
    QTest::newRow("primary key") << QStringLiteral("id TEXT PRIMARY KEY,") << none << true;
    QTest::newRow("nothing") << QStringLiteral("id TEXT,") << none << false;
    QTest::newRow("unique") << QStringLiteral("id TEXT UNIQUE,") << none << true;
    QTest::newRow("a part of the primary key")
        << QStringLiteral("id TEXT,") << QStringLiteral("PRIMARY KEY (id, user_id)") << false;
    QTest::newRow("an index") << QStringLiteral("id TEXT,")
                              << QStringLiteral("CREATE INDEX i ON addresses (id)") << false;
    QTest::newRow("a unique index") << QStringLiteral("id TEXT,")
                                    << QStringLiteral("CREATE UNIQUE INDEX i ON addresses (id)") << true;
    QTest::newRow("a unique index of some")
        << QStringLiteral("id TEXT,")
        << QStringLiteral("CREATE UNIQUE INDEX i ON addresses (id) WHERE city = 'Paris'") << false;
}

void TestMigrator::plan_refusesKeysThatMayBeDoubled()
{
    QFETCH(QString, key);
    QFETCH(QString, more);
    QFETCH(bool, isUnique);
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    ConnectionOptions options;
    options.mayCreateFile = true;
    const auto connection = database.connect(options);
    QVERIFY(connection->execute(QStringLiteral(
        "CREATE TABLE users (id TEXT PRIMARY KEY, first_name TEXT, last_name TEXT, email TEXT)")));
    const bool isConstraint = more.startsWith(u"PRIMARY");
    QVERIFY(connection->execute(QStringLiteral("CREATE TABLE addresses (%1 user_id TEXT, city TEXT%2)")
                                    .arg(key, isConstraint ? QStringLiteral(", ") + more : QString())));
    if (!more.isEmpty() && !isConstraint)
        QVERIFY(connection->execute(more));
    const SchemaInitialiser schema(*connection, SchemaMapping::native());
    const auto plan = schema.plan();
    QCOMPARE(plan.has_value(), isUnique);
    const Done applied = schema.apply();
    QCOMPARE(applied.has_value(), isUnique);
    if (!isUnique)
        QCOMPARE(applied.error().detail,
                 QStringLiteral("addresses.id is not unique: it needs a primary key or a unique index"));
}

void TestMigrator::plan_namesWhatIsMadeAndNothingElse()
{
    const TestDatabase database(kind(), TestDatabase::Content::Empty);
    const auto connection = database.connect();
    const SchemaInitialiser schema(*connection, SchemaMapping::native());
    const auto plan = schema.plan();
    QVERIFY(plan);
    QStringList planned;
    for (const SchemaStep &step : *plan)
        planned.append(step.name);
    QVERIFY(schema.apply());
    // Without the indexes of primary keys and unique columns, which belong to their tables.
    const QString sql =
        database.isPostgresql()
            ? QStringLiteral(
                  "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace "
                  "AND relkind IN ('r', 'i') "
                  "AND NOT EXISTS (SELECT 1 FROM pg_constraint WHERE conindid = pg_class.oid) "
                  "UNION ALL SELECT tgname FROM pg_trigger WHERE NOT tgisinternal "
                  "UNION ALL SELECT proname FROM pg_proc WHERE pronamespace = 'public'::regnamespace")
            : QStringLiteral("SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite%'");
    const auto statement = connection->prepared(sql);
    QVERIFY(statement && (*statement)->exec());
    QStringList made;
    while ((*statement)->next())
        made.append((*statement)->text(0).value_or(QString()));
    planned.sort();
    made.sort();
    QCOMPARE(planned, made);
}

void TestMigrator::indexes_coverEverySortOrder()
{
    const TestDatabase database(kind());
    const auto connection = database.connect();
    const QString all = definitions(*connection);
    for (const FieldMapping &field : SchemaMapping::native().fields)
        QVERIFY2(all.contains(QStringLiteral("addresses_by_") + field.column), qPrintable(field.column));
}

QTEST_GUILESS_MAIN(TestMigrator)
#include "tst_migrator.moc"
