#include "tests/storage/RecordingDesk.h"

using namespace addressdesk;

using Kind = SaveOutcome::Kind;

namespace {

const QString city = QStringLiteral("city");
const QString paris = QStringLiteral("Paris");
const QString lyon = QStringLiteral("Lyon");
const QString brest = QStringLiteral("Brest");

} // namespace

/// What a save makes of the values that it is given.
class TestRecordedValues : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestDatabase::addKinds(); }
    void init();

    void save_keepsNullAndEmptyApart();
    void save_cleansValues();
    void save_ofRefusedValue_namesFieldAndCharacter();
    void save_keepsHostileValues_data();
    void save_keepsHostileValues();
    void save_overAByteOrderMark_keepsTheHistoryWhole();
    void save_trimsTheReason();
    void save_whenTheDatabaseStoresAnotherValue_recordsThatOne_data();
    void save_whenTheDatabaseStoresAnotherValue_recordsThatOne();
};

void TestRecordedValues::init()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    REQUIRE_DATABASE(kind);
}

void TestRecordedValues::save_keepsNullAndEmptyApart()
{
    DESK const QString country = QStringLiteral("country");
    const QString label = QStringLiteral("label");
    const auto wrong =
        desk.recorder().save(desk.request({{country, QStringLiteral(""), paris}}, RecordingDesk::work));
    QVERIFY(wrong.has_value());
    QCOMPARE(wrong->kind, Kind::Conflict);
    QCOMPARE(wrong->conflicts.first().theirs, FieldValue());

    const auto outcome = desk.recorder().save(
        desk.request({{country, std::nullopt, QStringLiteral("")}, {label, QStringLiteral(""), std::nullopt}},
                     RecordingDesk::work));
    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->kind, Kind::Recorded);
    QCOMPARE(desk.row(RecordingDesk::work).value(country), FieldValue(QStringLiteral("")));
    QCOMPARE(desk.row(RecordingDesk::work).value(label), FieldValue());
    const QList<Event> events = desk.events(RecordingDesk::work);
    QCOMPARE(events.size(), 2);
    QCOMPARE(events[0].from(), FieldValue());
    QCOMPARE(events[0].to(), FieldValue(QStringLiteral("")));
    QVERIFY(events[0].payload.value(QLatin1String("from")).isNull());
    QCOMPARE(events[1].from(), FieldValue(QStringLiteral("")));
    QCOMPARE(events[1].to(), FieldValue());
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecordedValues::save_cleansValues()
{
    DESK const auto outcome =
        desk.recorder().save(desk.request({{city, paris, QString::fromUtf8("  Orle\u0301ans ")}}));
    QVERIFY(outcome.has_value());
    QCOMPARE(desk.row().value(city), FieldValue(QString::fromUtf8("Orl\u00e9ans")));
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecordedValues::save_ofRefusedValue_namesFieldAndCharacter()
{
    DESK const QString before = desk.dump();
    const auto outcome = desk.recorder().save(desk.request({{city, paris, QStringLiteral("Ly\u202Eon")}}));
    QVERIFY(outcome.has_value());
    QCOMPARE(outcome->kind, Kind::InvalidValue);
    QCOMPARE(outcome->problemField, city);
    QCOMPARE(outcome->problem, (ValueProblem{ValueProblem::Kind::BidirectionalOverride, 0x202E, 0}));

    const auto noncharacter =
        desk.recorder().save(desk.request({{city, paris, QStringLiteral("Ly\uFFFEon")}}));
    QVERIFY(noncharacter.has_value());
    QCOMPARE(noncharacter->kind, Kind::InvalidValue);

    SaveRequest request = desk.request({{city, paris, lyon}});
    request.reason = QStringLiteral("two\nlines");
    const auto reason = desk.recorder().save(request);
    QVERIFY(reason.has_value());
    QCOMPARE(reason->kind, Kind::InvalidValue);
    QCOMPARE(reason->problemField, QStringLiteral("reason"));
    QCOMPARE(desk.dump(), before);
}

void TestRecordedValues::save_keepsHostileValues_data()
{
    QTest::addColumn<QString>("value");
    QTest::newRow("SQL") << QStringLiteral("'; DROP TABLE events; --");
    QTest::newRow("backslashes") << QStringLiteral("\\x41 \\' \\u0041 E'\\n'");
    QTest::newRow("placeholders") << QStringLiteral("? $1 :name %1 %2 @p");
    QTest::newRow("HTML") << QStringLiteral("<b>Paris</b>&amp;<script>");
    QTest::newRow("JSON") << QStringLiteral("{\"from\": \"x\"}, [null]");
    QTest::newRow("emoji") << QString::fromUtf8("\U0001F3E0 \U0001F469\u200D\U0001F469\u200D\U0001F467");
    QTest::newRow("right to left") << QString::fromUtf8(
        "\u05D9\u05E8\u05D5\u05E9\u05DC\u05D9\u05DD \u0627\u0644\u0642\u0627\u0647\u0631\u0629");
    QTest::newRow("255 four-byte characters") << QString::fromUtf8("\U0001F3E0").repeated(255);
    QTest::newRow("formula") << QStringLiteral("=1+1");
    QTest::newRow("the word null") << QStringLiteral("null");
}

void TestRecordedValues::save_keepsHostileValues()
{
    DESK QFETCH(QString, value);
    desk.change(city, value);
    QCOMPARE(desk.row().value(city), FieldValue(value));
    QCOMPARE(desk.events().first().to(), FieldValue(value));
    desk.change(city, paris);
    QCOMPARE(desk.events().first().from(), FieldValue(value));
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

/// Another program's, which readers of UTF-8 and of JSON like to drop.
void TestRecordedValues::save_overAByteOrderMark_keepsTheHistoryWhole()
{
    DESK const QString marked = QStringLiteral("\uFEFFBern");
    desk.database().run(QStringLiteral("UPDATE addresses SET city = '%1'").arg(marked));
    QCOMPARE(desk.row().value(city), FieldValue(marked));
    desk.change(city, lyon);
    QCOMPARE(desk.events().first().from(), FieldValue(marked));
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
    const auto reverted = desk.recorder().revert(eventRequest(desk.events().first()));
    VERIFY_RESULT(reverted);
    QVERIFY(reverted->isReverted);
    QCOMPARE(desk.row().value(city), FieldValue(marked));
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

void TestRecordedValues::save_trimsTheReason()
{
    DESK SaveRequest request = desk.request({{city, paris, lyon}});
    request.reason = QStringLiteral("  ");
    QVERIFY(desk.recorder().save(request).has_value());
    QCOMPARE(desk.events().first().reason, FieldValue());
    request = desk.request({{city, lyon, brest}});
    request.reason = QStringLiteral("  phoned ");
    QVERIFY(desk.recorder().save(request).has_value());
    QCOMPARE(desk.events().first().reason, FieldValue(QStringLiteral("phoned")));
}

void TestRecordedValues::save_whenTheDatabaseStoresAnotherValue_recordsThatOne_data()
{
    QTest::addColumn<bool>("isAfter");
    QTest::newRow("before the row is written") << false;
    QTest::newRow("after it was written") << true;
}

void TestRecordedValues::save_whenTheDatabaseStoresAnotherValue_recordsThatOne()
{
    DESK QFETCH(bool, isAfter);
    if (desk.database().isPostgresql() && isAfter) {
        desk.database().run(QStringLiteral("CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS $$ "
                                           "BEGIN IF pg_trigger_depth() = 1 THEN "
                                           "UPDATE addresses SET city = upper(city), country = 'FR' WHERE id "
                                           "= NEW.id; END IF; RETURN NULL; END $$;"
                                           "CREATE TRIGGER shout AFTER INSERT OR UPDATE ON addresses FOR "
                                           "EACH ROW EXECUTE FUNCTION shout();"));
    } else if (desk.database().isPostgresql()) {
        desk.database().run(QStringLiteral("CREATE FUNCTION shout() RETURNS trigger LANGUAGE plpgsql AS $$ "
                                           "BEGIN NEW.city := upper(NEW.city); "
                                           "NEW.country := 'FR'; RETURN NEW; END $$;"
                                           "CREATE TRIGGER shout BEFORE INSERT OR UPDATE ON addresses FOR "
                                           "EACH ROW EXECUTE FUNCTION shout();"));
    } else if (isAfter) {
        desk.database().run(QStringLiteral(
            "CREATE TRIGGER shout_update AFTER UPDATE ON addresses BEGIN "
            "UPDATE addresses SET city = upper(city), country = 'FR' WHERE id = NEW.id; END;"
            "CREATE TRIGGER shout_insert AFTER INSERT ON addresses BEGIN "
            "UPDATE addresses SET city = upper(city), country = 'FR' WHERE id = NEW.id; END;"));
    } else {
        QSKIP("BEFORE triggers of SQLite cannot change the row that is being written");
    }
    const auto outcome = desk.recorder().save(desk.request({{city, paris, lyon}}));
    QVERIFY2(outcome.has_value(), qPrintable(outcome ? QString() : outcome.error().detail));
    QCOMPARE(outcome->kind, Kind::Recorded);
    QCOMPARE(outcome->events.size(), 2);
    QCOMPARE(outcome->current.value(city), FieldValue(QStringLiteral("LYON")));
    QCOMPARE(desk.row(), outcome->current);
    QCOMPARE(desk.verified(), QStringLiteral("clean"));

    const auto created = desk.recorder().create(RecordingDesk::anna, {{city, lyon}}, std::nullopt);
    VERIFY_RESULT(created);
    QCOMPARE(created->current.value(city), FieldValue(QStringLiteral("LYON")));
    QCOMPARE(desk.row(created->addressId), created->current);
    QVERIFY(desk.recorder()
                .revert(textRequest(RevertRequest::Target::Save, outcome->changeId, true))
                .has_value());
    QCOMPARE(desk.row().value(city), FieldValue(QStringLiteral("PARIS")));
    QCOMPARE(desk.verified(), QStringLiteral("clean"));
}

QTEST_GUILESS_MAIN(TestRecordedValues)
#include "tst_recordedvalues.moc"
