#include "CtlDesk.h"

using namespace addressdesk;
using namespace Qt::StringLiterals;

namespace {

/// Everything that is not a companion table, as the database itself describes it.
QString foreignSchema(const TestDatabase &database)
{
    const QString sql =
        database.isPostgresql()
            ? u"SELECT string_agg(line, chr(10) ORDER BY line) FROM ("
              "SELECT table_name || '.' || column_name || ' ' || data_type || ' ' || is_nullable AS line "
              "FROM information_schema.columns WHERE table_name IN ('users', 'addresses') "
              "UNION ALL SELECT indexdef FROM pg_indexes WHERE tablename IN ('users', 'addresses') "
              "UNION ALL SELECT conname || pg_get_constraintdef(oid) FROM pg_constraint "
              "WHERE conrelid IN (CAST('users' AS regclass), CAST('addresses' AS regclass)) "
              "UNION ALL SELECT tgname FROM pg_trigger "
              "WHERE NOT tgisinternal AND tgrelid IN (CAST('users' AS regclass), CAST('addresses' AS regclass))) AS lines"_s
            : u"SELECT group_concat(type || name || coalesce(sql, ''), char(10)) FROM "
              "(SELECT * FROM sqlite_schema WHERE tbl_name IN ('users', 'addresses') ORDER BY name)"_s;
    return shownText(database.value(sql));
}

QString foreignRows(const TestDatabase &database)
{
    const QString aggregate = database.isPostgresql() ? u"string_agg(line, chr(10) ORDER BY line)"_s
                                                      : u"group_concat(line, char(10))"_s;
    return shownText(database.value(
        u"SELECT %1 FROM (SELECT CAST(id AS text) || coalesce(first_name, '-') || coalesce(last_name, '-') "
        u"|| "
        "coalesce(email, '-') AS line FROM users UNION ALL SELECT CAST(id AS text) || CAST(user_id AS text) "
        "|| "
        "coalesce(street_number, '-') || coalesce(street_name, '-') || coalesce(zip_code, '-') || "
        "coalesce(city, '-') || coalesce(country, '-') FROM addresses ORDER BY 1) AS lines"_s.arg(
            aggregate)));
}

QString tableNames(const TestDatabase &database)
{
    return shownText(database.value(
        database.isPostgresql()
            ? u"SELECT string_agg(tablename, ' ' ORDER BY tablename) FROM pg_tables "
              "WHERE schemaname = 'public'"_s
            : u"SELECT group_concat(name, ' ') FROM (SELECT name FROM sqlite_schema WHERE type = "
              "'table' AND name NOT LIKE 'sqlite%' ORDER BY name)"_s));
}

} // namespace

class TestCtl : public QObject
{
    Q_OBJECT

private slots:
    void init_onAnEmptyDatabase_makesTheTables_data() { TestDatabase::addKinds(); }
    void init_onAnEmptyDatabase_makesTheTables();
    void init_besideTheDocumentsTables_addsOnlyCompanions_data() { TestDatabase::addKinds(); }
    void init_besideTheDocumentsTables_addsOnlyCompanions();
    void sample_fillsOnce_andVerifies_data() { TestDatabase::addKinds(); }
    void sample_fillsOnce_andVerifies();
    void find_matchesAllWords_withoutCaseAndAccents_data() { TestDatabase::addKinds(); }
    void find_matchesAllWords_withoutCaseAndAccents();
    void set_recordsOneSave_withTheAgreedEventShape_data() { TestDatabase::addKinds(); }
    void set_recordsOneSave_withTheAgreedEventShape();
    void set_withExpectations_writesOnlyWhenTheyHold_data() { TestDatabase::addKinds(); }
    void set_withExpectations_writesOnlyWhenTheyHold();
    void set_ofTheSameValue_recordsNothing_data() { TestDatabase::addKinds(); }
    void set_ofTheSameValue_recordsNothing();
    void set_tellsNullFromEmpty_data() { TestDatabase::addKinds(); }
    void set_tellsNullFromEmpty();
    void set_ofARefusedValue_writesNothing_data() { TestDatabase::addKinds(); }
    void set_ofARefusedValue_writesNothing();
    void set_keepsHostileTexts_asTheyAre_data() { TestDatabase::addKinds(); }
    void set_keepsHostileTexts_asTheyAre();
    void create_takesAKeyOrAnEmailAddress_data() { TestDatabase::addKinds(); }
    void create_takesAKeyOrAnEmailAddress();
};

void TestCtl::init_onAnEmptyDatabase_makesTheTables()
{
    FETCH_KIND();
    const TestDatabase database(kind, TestDatabase::Content::Empty);
    const CtlProcess ctl(database.url());
    const QString before = tableNames(database);

    const CtlAnswer dry = ctl.json({u"init"_s, u"--dry-run"_s});
    QCOMPARE(dry.exitCode, 0);
    QVERIFY(dry.first().value("dryRun"_L1).toBool());
    const QJsonArray steps = dry.first().value("steps"_L1).toArray();
    QVERIFY(steps.contains(QJsonValue(u"create table events"_s)));
    QCOMPARE(tableNames(database), before);

    const CtlAnswer made = ctl.json({u"init"_s});
    QCOMPARE(made.exitCode, 0);
    QCOMPARE(made.first().value("steps"_L1).toArray(), steps);
    for (const QString &table : {u"users"_s, u"addresses"_s, u"events"_s, u"mail_outbox"_s})
        QVERIFY2(tableNames(database).contains(table), qPrintable(table));

    const CtlAnswer again = ctl.json({u"init"_s});
    QCOMPARE(again.exitCode, 0);
    QVERIFY(again.first().value("steps"_L1).toArray().isEmpty());
}

void TestCtl::init_besideTheDocumentsTables_addsOnlyCompanions()
{
    FETCH_KIND();
    const TestDatabase database(kind, TestDatabase::Content::Document);
    const CtlProcess ctl(database.url());
    const QString schema = foreignSchema(database);
    const QString rows = foreignRows(database);
    QVERIFY(!schema.isEmpty() && !rows.isEmpty());
    QCOMPARE(tableNames(database), u"addresses users"_s);

    QCOMPARE(ctl.json({u"init"_s}).exitCode, 0);
    QCOMPARE(foreignSchema(database), schema);
    QCOMPARE(foreignRows(database), rows);
    QVERIFY(tableNames(database).contains(u"events"_s));

    const QString address = u"22222222-0000-4000-8000-000000000001"_s;
    QCOMPARE(ctl.json({u"set"_s, address, u"city=Nancy"_s}).exitCode, 0);
    const QJsonObject shown = ctl.json({u"show"_s, address}).first();
    QCOMPARE(text(shown, "city"), u"Nancy"_s);
    QVERIFY(!shown.contains("label"_L1));
    QCOMPARE(ctl.json({u"set"_s, address, u"label=Home"_s}).exitCode, 2);
    QCOMPARE(ctl.json({u"revert"_s, u"1"_s}).exitCode, 0);
    QCOMPARE(foreignRows(database), rows);
    QCOMPARE(ctl.json({u"delete"_s, address}).exitCode, 0);
    QCOMPARE(ctl.json({u"restore"_s, address}).exitCode, 0);
    QCOMPARE(foreignRows(database), rows);
    QCOMPARE(ctl.json({u"verify"_s}).exitCode, 0);
    QCOMPARE(foreignSchema(database), schema);
}

void TestCtl::sample_fillsOnce_andVerifies()
{
    FETCH_KIND();
    const TestDatabase database(kind);
    const CtlProcess ctl(database.url());
    const CtlAnswer filled = ctl.json({u"sample"_s, u"--customers"_s, u"300"_s, u"--seed"_s, u"4"_s});
    QCOMPARE(filled.exitCode, 0);
    QCOMPARE(filled.first().value("customers"_L1).toInteger(), 300);
    QVERIFY(filled.first().value("events"_L1).toInteger() > 100);
    QCOMPARE(shownText(database.value(u"SELECT count(*) FROM users"_s)), u"300"_s);
    // In the order of their times, as if they had happened here.
    QCOMPARE(shownText(database.value(
                 u"SELECT count(*) FROM events a JOIN events b ON b.sequence_num = a.sequence_num + 1 "
                 "WHERE b.occurred_at < a.occurred_at"_s)),
             u"0"_s);

    const CtlAnswer verified = ctl.json({u"verify"_s});
    QCOMPARE(verified.exitCode, 0);
    QCOMPARE(verified.first().value("events"_L1), filled.first().value("events"_L1));
    QCOMPARE(verified.first().value("addresses"_L1), filled.first().value("addresses"_L1));

    const CtlAnswer again = ctl.json({u"sample"_s, u"--customers"_s, u"1"_s});
    QCOMPARE(again.exitCode, 1);
    QCOMPARE(again.error(), u"notEmpty"_s);

    // Nothing that was set aside for loading is missing: history is still append-only and saves still work.
    const QString anyAddress = shownText(database.value(u"SELECT CAST(id AS text) FROM addresses LIMIT 1"_s));
    QCOMPARE(ctl.json({u"set"_s, anyAddress, u"city=Metz"_s}).exitCode, 0);
    const auto connection = database.connect();
    QVERIFY(!connection->execute(u"DELETE FROM events"_s));
    QVERIFY(!connection->execute(u"UPDATE events SET actor = 'nobody'"_s));
}

void TestCtl::find_matchesAllWords_withoutCaseAndAccents()
{
    FETCH_KIND();
    const CtlDesk desk(kind);
    for (const QString &words : {u"lefevre paris"_s, u"EGLISE 75001"_s, u"anna@example"_s}) {
        const CtlAnswer found = desk.ctl.json({u"find"_s, words});
        QCOMPARE(found.exitCode, 0);
        QCOMPARE(found.objects.size(), 1);
        QCOMPARE(text(found.first(), "id"), desk.address);
        QCOMPARE(text(found.first(), "userId"), annasKey);
        QCOMPARE(text(found.first().value("customer"_L1).toObject(), "lastName"), u"Lefèvre"_s);
    }
    const CtlAnswer none = desk.ctl.json({u"find"_s, u"lefevre london"_s});
    QCOMPARE(none.exitCode, 0);
    QVERIFY(none.objects.isEmpty());

    QCOMPARE(desk.ctl.json({u"create"_s, annasKey, u"city=Paris"_s}).exitCode, 0);
    QCOMPARE(desk.ctl.json({u"find"_s, u"paris"_s}).objects.size(), 2);
    QCOMPARE(desk.ctl.json({u"find"_s, u"paris"_s, u"--limit"_s, u"1"_s}).objects.size(), 1);
}

void TestCtl::set_recordsOneSave_withTheAgreedEventShape()
{
    FETCH_KIND();
    const CtlDesk desk(kind);
    const CtlAnswer set = desk.set({u"city=Lyon"_s, u"zipCode=69001"_s, u"--reason"_s, u"moved, phoned"_s});
    QCOMPARE(set.exitCode, 0);
    QCOMPARE(text(set.first(), "result"), u"recorded"_s);
    QCOMPARE(text(desk.show(), "city"), u"Lyon"_s);
    QCOMPARE(text(desk.show(), "zipCode"), u"69001"_s);

    const QList<QJsonObject> events = desk.history();
    QCOMPARE(events.size(), 3);
    const QStringList keys{u"actor"_s,    u"changeId"_s,      u"eventType"_s,  u"occurredAt"_s,
                           u"payload"_s,  u"reason"_s,        u"revertible"_s, u"sequenceNum"_s,
                           u"streamId"_s, u"streamVersion"_s, u"why"_s};
    for (const QJsonObject &event : events)
        QCOMPARE(sorted(event.keys()), keys);
    QCOMPARE(events[0].value("streamVersion"_L1).toInt(), 3);
    QCOMPARE(text(events[0], "changeId"), text(events[1], "changeId"));
    QCOMPARE(text(events[0], "reason"), u"moved, phoned"_s);
    QCOMPARE(text(events[0], "streamId"), desk.address);
    QVERIFY(events[0].value("revertible"_L1).toBool());
    QCOMPARE(text(events[2], "eventType"), u"AddressCreated"_s);
    const QJsonObject payload = events[0].value("payload"_L1).toObject();
    QCOMPARE(sorted(payload.keys()), (QStringList{u"field"_s, u"from"_s, u"revertToken"_s, u"to"_s}));
    QCOMPARE(set.first().value("events"_L1).toArray().size(), 2);
}

void TestCtl::set_withExpectations_writesOnlyWhenTheyHold()
{
    FETCH_KIND();
    const CtlDesk desk(kind);
    QCOMPARE(desk.set({u"city=Lyon"_s, u"--expect"_s, u"city=Paris"_s, u"zipCode=75001"_s}).exitCode, 0);
    const qint64 events = desk.eventCount();

    const CtlAnswer stale = desk.set({u"city=Nice"_s, u"--expect"_s, u"city=Paris"_s});
    QCOMPARE(stale.exitCode, 1);
    QCOMPARE(stale.error(), u"conflict"_s);
    const QJsonObject conflict =
        stale.first().value("detail"_L1).toObject().value("conflicts"_L1).toArray().first().toObject();
    QCOMPARE(conflict, (QJsonObject{{u"field"_s, u"city"_s},
                                    {u"base"_s, u"Paris"_s},
                                    {u"theirs"_s, u"Lyon"_s},
                                    {u"mine"_s, u"Nice"_s}}));
    // Of a field that is not written.
    QCOMPARE(desk.set({u"city=Nice"_s, u"--expect"_s, u"zipCode=1"_s}).error(), u"conflict"_s);
    // Before the new values the option takes one.
    QCOMPARE(desk.set({u"--expect"_s, u"city=Paris"_s, u"city=Nice"_s}).error(), u"conflict"_s);
    QCOMPARE(desk.city(), u"Lyon"_s);
    QCOMPARE(desk.eventCount(), events);
    QCOMPARE(desk.set({u"--expect"_s, u"city=Lyon"_s, u"city=Nice"_s}).exitCode, 0);
    QCOMPARE(desk.city(), u"Nice"_s);
    QCOMPARE(desk.ctl.json({u"delete"_s, desk.address, u"--expect"_s, u"city=Lyon"_s}).error(),
             u"conflict"_s);
}

void TestCtl::set_ofTheSameValue_recordsNothing()
{
    FETCH_KIND();
    const CtlDesk desk(kind);
    const qint64 events = desk.eventCount();
    const CtlAnswer same = desk.set({u"city=  Paris "_s});
    QCOMPARE(same.exitCode, 0);
    QCOMPARE(text(same.first(), "result"), u"unchanged"_s);
    QCOMPARE(desk.eventCount(), events);
}

void TestCtl::set_tellsNullFromEmpty()
{
    FETCH_KIND();
    const CtlDesk desk(kind);
    QCOMPARE(desk.set({u"label="_s}).exitCode, 0);
    QVERIFY(desk.show().value("label"_L1).isString());
    QCOMPARE(text(desk.show(), "label"), QString());
    QCOMPARE(desk.set({u"--null"_s, u"label"_s}).exitCode, 0);
    QVERIFY(desk.show().value("label"_L1).isNull());
    const QJsonObject payload = desk.history().first().value("payload"_L1).toObject();
    QVERIFY(payload.value("from"_L1).isString());
    QVERIFY(payload.value("to"_L1).isNull());
}

void TestCtl::set_ofARefusedValue_writesNothing()
{
    FETCH_KIND();
    const CtlDesk desk(kind);
    const qint64 events = desk.eventCount();
    for (const QString &value : {QString(256, u'x'), u"a\nb"_s, u"a\u202Eb"_s, u"a\u0007b"_s}) {
        const CtlAnswer refused = desk.set({u"zipCode=1"_s, u"city="_s + value});
        QCOMPARE(refused.exitCode, 1);
        QCOMPARE(refused.error(), u"invalidValue"_s);
        QVERIFY(!text(refused.first(), "message").isEmpty());
    }
    QCOMPARE(desk.eventCount(), events);
    QCOMPARE(text(desk.show(), "zipCode"), u"75001"_s);
}

void TestCtl::set_keepsHostileTexts_asTheyAre()
{
    FETCH_KIND();
    const CtlDesk desk(kind);
    for (const QString &value : {u"<b>bold</b>"_s, u"'; DROP TABLE users; --"_s, u"🏠 maison"_s,
                                 u"שלום עולם"_s, u"=1+1"_s, u"{\"a\": \"\\u0041\"}"_s, u"%s ?1 $1 :x \\"_s}) {
        QCOMPARE(desk.set({u"city="_s + value}).exitCode, 0);
        QCOMPARE(desk.city(), value);
        QCOMPARE(text(desk.history().first().value("payload"_L1).toObject(), "to"), value);
    }
    QCOMPARE(desk.ctl.json({u"verify"_s}).exitCode, 0);
}

void TestCtl::create_takesAKeyOrAnEmailAddress()
{
    FETCH_KIND();
    const CtlDesk desk(kind);
    const CtlAnswer byKey = desk.ctl.json({u"create"_s, annasKey, u"city=Lille"_s});
    QCOMPARE(byKey.exitCode, 0);
    const QJsonObject shown = desk.ctl.json({u"show"_s, text(byKey.first(), "addressId")}).first();
    QCOMPARE(text(shown, "userId"), annasKey);
    QVERIFY(shown.value("country"_L1).isNull());
    QCOMPARE(desk.ctl.json({u"create"_s, u"ANNA@example.com"_s, u"city=Lille"_s}).exitCode, 0);
    QCOMPARE(desk.ctl.json({u"create"_s, u"nobody@example.com"_s, u"city=Lille"_s}).error(), u"notFound"_s);
    QCOMPARE(desk.ctl.json({u"create"_s, unknownKey, u"city=Lille"_s}).error(), u"notFound"_s);
    desk.database.run(u"INSERT INTO users (id, email) VALUES ('%1', 'anna@example.com')"_s.arg(unknownKey));
    QCOMPARE(desk.ctl.json({u"create"_s, u"anna@example.com"_s, u"city=Lille"_s}).error(), u"ambiguous"_s);
}

QTEST_GUILESS_MAIN(TestCtl)
#include "tst_ctl.moc"
