#include "models/storage/SchemaInitialiser.h"
#include "tests/storage/RecordingDesk.h"

using namespace addressdesk;

using Kind = SaveOutcome::Kind;
using Target = RevertRequest::Target;

namespace {

const QString city = QStringLiteral("city");
const QString lyon = QStringLiteral("Lyon");

/// Tables that somebody else made, brought under the desk, and a recorder on them.
struct Attached
{
    Attached(DatabaseUrl::Kind kind, const QString &tables, const SchemaMapping &wanted,
             TestDatabase::Content content)
        : database(kind, content)
    {
        if (!tables.isEmpty()) {
            ConnectionOptions options;
            options.mayCreateFile = true;
            if (const Done done = database.connect(options)->execute(tables); !done)
                qFatal("no tables: %s", qPrintable(done.error().detail));
        }
        connection = database.connect();
        const SchemaInitialiser initialiser(*connection, wanted);
        if (const Done done = initialiser.apply(); !done)
            qFatal("no companion tables: %s", qPrintable(done.error().detail));
        const auto effective = initialiser.effective();
        if (!effective)
            qFatal("no mapping: %s", qPrintable(effective.error().detail));
        mapping = effective->mapping;
        recorder = std::make_unique<ChangeRecorder>(*connection, mapping, QStringLiteral("marie"));
    }

    [[nodiscard]] QString verified()
    {
        const auto report = Verifier(*connection, mapping).verify();
        return !report             ? report.error().detail
               : report->isClean() ? QStringLiteral("clean")
                                   : toText(report->differences);
    }

    TestDatabase database;
    std::unique_ptr<SqlConnection> connection;
    SchemaMapping mapping;
    std::unique_ptr<ChangeRecorder> recorder;
};

SchemaMapping companyMapping()
{
    SchemaMapping mapping;
    mapping.addressTable = QStringLiteral("Delivery \"Places\"");
    mapping.addressKey = QStringLiteral("place no");
    mapping.addressCustomer = QStringLiteral("client");
    mapping.customerTable = QStringLiteral("clients");
    mapping.customerKey = QStringLiteral("no");
    mapping.customerFirstName = QStringLiteral("forename");
    mapping.customerLastName = QStringLiteral("surname");
    mapping.customerEmail = QStringLiteral("mail");
    mapping.fields = {
        {QStringLiteral("houseNumber"), QStringLiteral("house"), QStringLiteral("House"), FieldKind::Number},
        {QStringLiteral("city"), QStringLiteral("town?"), QStringLiteral("Town"), FieldKind::Text},
        {QStringLiteral("state"), QStringLiteral("state"), QStringLiteral("State"), FieldKind::Text}};
    return mapping;
}

/// Numbers as keys, a number among the fields, a fixed-width column, a default and a company's own
/// constraint.
QString companyTables(DatabaseUrl::Kind kind, const QString &keyType)
{
    const bool isPostgresql = kind == DatabaseUrl::Kind::Postgresql;
    const bool isNumber = keyType != u"text";
    const QString key = !isNumber      ? QStringLiteral("TEXT PRIMARY KEY")
                        : isPostgresql ? QStringLiteral("BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY")
                                       : QStringLiteral("INTEGER PRIMARY KEY");
    const QString quote = isNumber ? QString() : QStringLiteral("'");
    return QStringLiteral(
               "CREATE TABLE clients (no BIGINT PRIMARY KEY, forename TEXT, surname TEXT, mail TEXT);"
               "CREATE TABLE \"Delivery \"\"Places\"\"\" (\"place no\" %1, client BIGINT REFERENCES clients "
               "(no), house INTEGER, "
               "\"town?\" VARCHAR(40) CHECK (\"town?\" <> 'Atlantis'), state CHAR(4) DEFAULT 'FR');"
               "INSERT INTO clients VALUES (12, 'Anna', 'Lefèvre', 'anna@example.com');"
               "INSERT INTO \"Delivery \"\"Places\"\"\" (\"place no\", client, house, \"town?\") %3 VALUES "
               "(%2%4%2, 12, 7, 'Paris');")
        .arg(key, quote, isPostgresql && isNumber ? QStringLiteral("OVERRIDING SYSTEM VALUE") : QString(),
             QStringLiteral("7001"));
}

} // namespace

/// Recording into tables that are not the desk's own.
class TestAttachedTables : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestDatabase::addKinds(); }
    void init();

    void documentTables_areEditedWithoutALabel();
    void companyTables_takeEveryChange_data() { addKeyTypes(); }
    void companyTables_takeEveryChange();
    void companyTables_neverGiveADeletedKeyAgain_data() { addKeyTypes(); }
    void companyTables_neverGiveADeletedKeyAgain();
    void companyTables_malformedKeysAreMissing_data() { addKeyTypes(); }
    void companyTables_malformedKeysAreMissing();
    void companyTables_normaliseWhatTheyStore_data() { addKeyTypes(); }
    void companyTables_normaliseWhatTheyStore();
    void companyTables_refuseInTheirOwnWay_data() { addKeyTypes(); }
    void companyTables_refuseInTheirOwnWay();
    void companyTriggers_changeOtherFieldsOnTheRecord();
    void views_areRecordedAsTheyAreStored();
    void generatedColumns_areNoFields();
    void doubledKeys_areLeftAlone();
    void collations_neverHideALostUpdate();

private:
    static void addKeyTypes();
};

void TestAttachedTables::init()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    REQUIRE_DATABASE(kind);
}

void TestAttachedTables::addKeyTypes()
{
    QTest::addColumn<QString>("keyType");
    QTest::newRow("number") << QStringLiteral("number");
    QTest::newRow("text") << QStringLiteral("text");
}

#define ATTACHED                                                                                             \
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);                                                     \
    QFETCH(QString, keyType);                                                                                \
    Attached desk(kind, companyTables(kind, keyType), companyMapping(), TestDatabase::Content::Empty);

void TestAttachedTables::documentTables_areEditedWithoutALabel()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    Attached desk(kind, {}, SchemaMapping::native(), TestDatabase::Content::Document);
    QCOMPARE(desk.mapping.fields.size(), 5);
    const QString id = RecordingDesk::home;
    const auto saved = desk.recorder->save({id, {{city, QStringLiteral("Paris"), lyon}}, std::nullopt});
    VERIFY_RESULT(saved);
    QCOMPARE(saved->kind, Kind::Recorded);
    const auto label =
        desk.recorder->save({id, {{QStringLiteral("label"), std::nullopt, lyon}}, std::nullopt});
    QVERIFY(!label);
    QCOMPARE(label.error().code, ErrorCode::InvalidArgument);
    const auto reverted = desk.recorder->revert(textRequest(Target::Save, saved->changeId));
    VERIFY_RESULT(reverted);
    QVERIFY(reverted->isReverted);
    const auto created = desk.recorder->create(RecordingDesk::anna, {{city, lyon}}, std::nullopt);
    VERIFY_RESULT(created);
    const auto removed = desk.recorder->remove(id, {}, std::nullopt);
    VERIFY_RESULT(removed);
    VERIFY_RESULT(desk.recorder->restore(id));
    QCOMPARE(desk.database.value(QStringLiteral("SELECT city FROM addresses WHERE id = '%1'").arg(id)),
             FieldValue(QStringLiteral("Paris")));
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestAttachedTables::companyTables_takeEveryChange()
{
    ATTACHED
    const QString id = QStringLiteral("7001");
    const auto saved = desk.recorder->save({id, {{city, QStringLiteral("Paris"), lyon}}, std::nullopt});
    VERIFY_RESULT(saved);
    QCOMPARE(saved->kind, Kind::Recorded);
    QCOMPARE(saved->addressId, id);
    VERIFY_RESULT(desk.recorder->revert(eventRequest(saved->events.first())));

    const auto created = desk.recorder->create(QStringLiteral("12"), {{city, lyon}}, std::nullopt);
    VERIFY_RESULT(created);
    QCOMPARE(created->kind, Kind::Recorded);
    QCOMPARE(created->addressId.size() == 36, keyType == u"text");
    QCOMPARE(created->current.value(QStringLiteral("state")).value_or(QString()).trimmed(),
             QStringLiteral("FR"));

    const auto removed = desk.recorder->remove(created->addressId, created->current, std::nullopt);
    VERIFY_RESULT(removed);
    QCOMPARE(removed->kind, Kind::Recorded);
    const auto restored = desk.recorder->restore(created->addressId);
    VERIFY_RESULT(restored);
    QVERIFY(restored->isReverted);
    QCOMPARE(restored->addressId, created->addressId);
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
    QCOMPARE(desk.database.value(
                 QStringLiteral("SELECT count(*) FROM mail_outbox WHERE recipient = 'anna@example.com'")),
             FieldValue(QStringLiteral("5")));
}

void TestAttachedTables::companyTables_neverGiveADeletedKeyAgain()
{
    ATTACHED
    const auto first = desk.recorder->create(QStringLiteral("12"), {{city, lyon}}, std::nullopt);
    VERIFY_RESULT(first);
    VERIFY_RESULT(desk.recorder->remove(first->addressId, {}, std::nullopt));
    const auto second = desk.recorder->create(QStringLiteral("12"), {{city, lyon}}, std::nullopt);
    VERIFY_RESULT(second);
    QVERIFY(second->addressId != first->addressId);
    QCOMPARE(second->events.first().streamVersion, 1);
    const auto restored = desk.recorder->restore(first->addressId);
    VERIFY_RESULT(restored);
    QVERIFY(restored->isReverted);
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestAttachedTables::companyTables_malformedKeysAreMissing()
{
    ATTACHED
    for (const QString &key :
         {QStringLiteral("x"), QStringLiteral("99999999999999999999999"), QStringLiteral("-1"), QString()}) {
        const auto saved = desk.recorder->save({key, {{city, QStringLiteral("Paris"), lyon}}, std::nullopt});
        VERIFY_RESULT(saved);
        QCOMPARE(saved->kind, Kind::AddressMissing);
        const auto restored = desk.recorder->restore(key);
        QVERIFY(!restored);
        QCOMPARE(restored.error().code, ErrorCode::NotFound);
        const auto created = desk.recorder->create(key, {}, std::nullopt);
        QVERIFY(!created);
        QCOMPARE(created.error().code, ErrorCode::NotFound);
    }
}

void TestAttachedTables::companyTables_normaliseWhatTheyStore()
{
    ATTACHED
    const QString houseNumber = QStringLiteral("houseNumber");
    const auto saved = desk.recorder->save(
        {QStringLiteral("7001"), {{houseNumber, QStringLiteral("7"), QStringLiteral("0012")}}, {}});
    VERIFY_RESULT(saved);
    QCOMPARE(saved->kind, Kind::Recorded);
    QCOMPARE(saved->events.first().to(), FieldValue(QStringLiteral("12")));
    QCOMPARE(saved->current.value(houseNumber), FieldValue(QStringLiteral("12")));
    const auto same = desk.recorder->save(
        {QStringLiteral("7001"), {{houseNumber, QStringLiteral("12"), QStringLiteral("012")}}, {}});
    VERIFY_RESULT(same);
    QCOMPARE(same->kind, Kind::Unchanged);
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestAttachedTables::companyTables_refuseInTheirOwnWay()
{
    ATTACHED
    const auto refused = desk.recorder->save(
        {QStringLiteral("7001"), {{city, QStringLiteral("Paris"), QStringLiteral("Atlantis")}}, {}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::ConstraintViolated);
    if (desk.database.isPostgresql()) {
        const auto tooLong = desk.recorder->save(
            {QStringLiteral("7001"), {{city, QStringLiteral("Paris"), QString(41, u'x')}}, {}});
        QVERIFY(!tooLong);
        QCOMPARE(tooLong.error().code, ErrorCode::ConstraintViolated);
        const auto noNumber = desk.recorder->save(
            {QStringLiteral("7001"),
             {{QStringLiteral("houseNumber"), QStringLiteral("7"), QStringLiteral("7bis")}},
             {}});
        QVERIFY(!noNumber);
        QCOMPARE(noNumber.error().code, ErrorCode::ConstraintViolated);
    }
    QCOMPARE(desk.database.value(QStringLiteral("SELECT count(*) FROM events")),
             FieldValue(QStringLiteral("0")));
    const auto saved =
        desk.recorder->save({QStringLiteral("7001"), {{city, QStringLiteral("Paris"), lyon}}, {}});
    VERIFY_RESULT(saved);
    QCOMPARE(saved->kind, Kind::Recorded);
}

void TestAttachedTables::companyTriggers_changeOtherFieldsOnTheRecord()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    const bool isPostgresql = kind == DatabaseUrl::Kind::Postgresql;
    Attached desk(kind, {}, SchemaMapping::native(), TestDatabase::Content::Document);
    desk.database.run(
        isPostgresql
            ? QStringLiteral("CREATE FUNCTION company() RETURNS trigger LANGUAGE plpgsql AS "
                             "'BEGIN NEW.zip_code := upper(NEW.city); RETURN NEW; END';"
                             "CREATE TRIGGER company BEFORE INSERT OR UPDATE ON addresses FOR EACH ROW "
                             "EXECUTE FUNCTION company()")
            : QStringLiteral("CREATE TRIGGER company AFTER UPDATE OF city ON addresses BEGIN "
                             "UPDATE addresses SET zip_code = upper(NEW.city) WHERE id = NEW.id; END"));
    const auto saved =
        desk.recorder->save({RecordingDesk::home, {{city, QStringLiteral("Paris"), lyon}}, std::nullopt});
    VERIFY_RESULT(saved);
    QCOMPARE(saved->kind, Kind::Recorded);
    QCOMPARE(saved->events.size(), 2);
    QCOMPARE(saved->current.value(QStringLiteral("zipCode")), FieldValue(QStringLiteral("LYON")));
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestAttachedTables::views_areRecordedAsTheyAreStored()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    if (kind != DatabaseUrl::Kind::Postgresql)
        QSKIP("on SQLite a view is written by triggers of its own");
    Attached desk(kind, {}, SchemaMapping::native(), TestDatabase::Content::Document);
    desk.database.run(QStringLiteral(
        "ALTER TABLE addresses RENAME TO places; CREATE VIEW addresses AS SELECT * FROM places;"
        "CREATE FUNCTION company() RETURNS trigger LANGUAGE plpgsql AS "
        "'BEGIN UPDATE places SET city = upper(city) WHERE id = NEW.id AND city <> upper(city); RETURN NULL; "
        "END';"
        "CREATE TRIGGER company AFTER INSERT OR UPDATE ON places FOR EACH ROW EXECUTE FUNCTION company()"));
    const auto saved =
        desk.recorder->save({RecordingDesk::home, {{city, QStringLiteral("Paris"), lyon}}, std::nullopt});
    VERIFY_RESULT(saved);
    QCOMPARE(saved->events.size(), 1);
    QCOMPARE(saved->events.first().to(), FieldValue(QStringLiteral("LYON")));
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestAttachedTables::generatedColumns_areNoFields()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    const QString tables =
        QStringLiteral("CREATE TABLE users (id TEXT PRIMARY KEY, first_name TEXT, last_name TEXT, email TEXT "
                       "GENERATED ALWAYS AS (id || '@example.com') STORED);"
                       "CREATE TABLE addresses (id TEXT PRIMARY KEY, user_id TEXT REFERENCES users (id), "
                       "street_name TEXT, city TEXT,"
                       " country TEXT GENERATED ALWAYS AS (upper(city)) STORED);"
                       "INSERT INTO users (id) VALUES ('anna'); INSERT INTO addresses (id, user_id, city) "
                       "VALUES ('home', 'anna', 'Paris');");
    Attached desk(kind, tables, SchemaMapping::native(), TestDatabase::Content::Empty);
    QCOMPARE(desk.mapping.fieldIds(), QStringList({QStringLiteral("streetName"), city}));
    const QString home = QStringLiteral("home");
    const auto saved = desk.recorder->save({home, {{city, QStringLiteral("Paris"), lyon}}, std::nullopt});
    VERIFY_RESULT(saved);
    QCOMPARE(saved->kind, Kind::Recorded);
    VERIFY_RESULT(desk.recorder->remove(home, {}, std::nullopt));
    const auto restored = desk.recorder->restore(home);
    VERIFY_RESULT(restored);
    QVERIFY(restored->isReverted);
    QCOMPARE(desk.database.value(QStringLiteral("SELECT country FROM addresses")),
             FieldValue(QStringLiteral("LYON")));
    QCOMPARE(desk.database.value(
                 QStringLiteral("SELECT count(*) FROM mail_outbox WHERE recipient = 'anna@example.com'")),
             FieldValue(QStringLiteral("3")));
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestAttachedTables::doubledKeys_areLeftAlone()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    Attached desk(kind,
                  QStringLiteral(
                      "CREATE TABLE users (id TEXT PRIMARY KEY, first_name TEXT, last_name TEXT, email TEXT);"
                      "CREATE TABLE addresses (id TEXT, user_id TEXT, city TEXT);"
                      "CREATE UNIQUE INDEX one_home ON addresses (id);"
                      "INSERT INTO users (id) VALUES ('anna');"),
                  SchemaMapping::native(), TestDatabase::Content::Empty);
    desk.database.run(QStringLiteral("DROP INDEX one_home"));
    desk.database.run(
        QStringLiteral("INSERT INTO addresses VALUES ('home', 'anna', 'Paris'), ('home', 'anna', 'Paris')"));
    const QString home = QStringLiteral("home");
    const auto saved = desk.recorder->save({home, {{city, QStringLiteral("Paris"), lyon}}, std::nullopt});
    QVERIFY(!saved);
    QCOMPARE(saved.error().code, ErrorCode::SchemaMismatch);
    QVERIFY(!desk.recorder->remove(home, {}, std::nullopt));
    QCOMPARE(desk.database.value(QStringLiteral("SELECT count(*) FROM addresses WHERE city = 'Paris'")),
             FieldValue(QStringLiteral("2")));
    QCOMPARE(desk.database.value(QStringLiteral("SELECT count(*) FROM events")),
             FieldValue(QStringLiteral("0")));
    QCOMPARE(desk.database.value(QStringLiteral("SELECT count(*) FROM mail_outbox")),
             FieldValue(QStringLiteral("0")));
}

void TestAttachedTables::collations_neverHideALostUpdate()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    const bool isPostgresql = kind == DatabaseUrl::Kind::Postgresql;
    const QString collation = isPostgresql ? QStringLiteral("ignore_case") : QStringLiteral("NOCASE");
    const QString tables =
        (isPostgresql ? QStringLiteral("CREATE COLLATION ignore_case (provider = icu, locale = "
                                       "'und-u-ks-level2', deterministic = false);")
                      : QString()) +
        QStringLiteral(
            "CREATE TABLE users (id TEXT PRIMARY KEY, first_name TEXT, last_name TEXT, email TEXT);"
            "CREATE TABLE addresses (id TEXT PRIMARY KEY, user_id TEXT, street_number TEXT, street_name "
            "TEXT, zip_code TEXT, "
            "city TEXT COLLATE %1, country TEXT);"
            "INSERT INTO addresses (id, city) VALUES ('a', 'PARIS');")
            .arg(collation);
    Attached desk(kind, tables, SchemaMapping::native(), TestDatabase::Content::Empty);
    const auto conflict =
        desk.recorder->save({QStringLiteral("a"), {{city, QStringLiteral("Paris"), lyon}}, {}});
    VERIFY_RESULT(conflict);
    QCOMPARE(conflict->kind, Kind::Conflict);
    const auto saved = desk.recorder->save(
        {QStringLiteral("a"), {{city, QStringLiteral("PARIS"), QStringLiteral("Paris")}}, {}});
    VERIFY_RESULT(saved);
    QCOMPARE(saved->kind, Kind::Recorded);
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

QTEST_GUILESS_MAIN(TestAttachedTables)
#include "tst_attachedtables.moc"
