#include "models/storage/FoldTable.h"
#include "tests/storage/RecordingDesk.h"
#include "tests/support/StreamFold.h"

#include "models/domain/CanonicalEvent.h"

#include <QRandomGenerator>

using namespace addressdesk;

using Kind = StreamDifference::Kind;

namespace {

const QString city = QStringLiteral("city");
const QString lyon = QStringLiteral("Lyon");
const QString brest = QStringLiteral("Brest");
const QString clean = QStringLiteral("clean");

/// A database where somebody with all rights has put the guards of `events` aside.
void unguard(const TestDatabase &database)
{
    if (database.isPostgresql()) {
        database.run(QStringLiteral("ALTER TABLE events DISABLE TRIGGER ALL"));
    } else {
        database.run(
            QStringLiteral("DROP TRIGGER events_refuse_update; DROP TRIGGER events_refuse_delete;"
                           "DROP TRIGGER events_refuse_replace; DROP TRIGGER events_refuse_second_use"));
    }
}

} // namespace

class TestVerifier : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestDatabase::addKinds(); }
    void init();

    void verify_countsWhatItLookedAt();
    void verify_ofUntouchedRows_isClean();
    void verify_ofUnknownOrMalformedAddress_isNotFound();
    void verify_findsTampering_data();
    void verify_findsTampering();
    void verify_whenJsonKeysAreReordered_isClean();
    void verify_ofOneAddress_looksAtThatOneOnly();
    void verify_writesNothing();
    void foldTable_agreesWithStreamFold();
};

void TestVerifier::init()
{
    QFETCH_GLOBAL(addressdesk::DatabaseUrl::Kind, kind);
    REQUIRE_DATABASE(kind);
}

void TestVerifier::verify_countsWhatItLookedAt()
{
    DESK desk.change(city, lyon);
    desk.change(city, brest);
    desk.change(city, lyon, RecordingDesk::work);
    const auto report = Verifier(desk.connection(), SchemaMapping::native()).verify();
    VERIFY_RESULT(report);
    QVERIFY(report->isClean());
    QCOMPARE(report->eventCount, 3);
    QCOMPARE(report->streamCount, 2);
    QCOMPARE(report->addressCount, 2);
}

void TestVerifier::verify_ofUntouchedRows_isClean()
{
    DESK QCOMPARE(desk.verified(), clean);
    desk.database().run(QStringLiteral("UPDATE addresses SET city = 'elsewhere'"));
    QCOMPARE(desk.verified(), clean);
    const auto one = Verifier(desk.connection(), SchemaMapping::native()).verify(RecordingDesk::home);
    VERIFY_RESULT(one);
    QVERIFY(one->isClean());
    QCOMPARE(one->addressCount, 1);
}

void TestVerifier::verify_ofUnknownOrMalformedAddress_isNotFound()
{
    DESK desk.change(city, lyon);
    Verifier verifier(desk.connection(), SchemaMapping::native());
    for (const QString &key : {RecordingDesk::nobody, QStringLiteral("12")}) {
        const auto report = verifier.verify(key);
        QVERIFY(!report);
        QCOMPARE(report.error().code, ErrorCode::NotFound);
    }
    QVERIFY(verifier.verify(RecordingDesk::home).has_value());
}

void TestVerifier::verify_findsTampering_data()
{
    // The home address has four events: city Lyon, city Brest, zipCode 29200, city Lyon.
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("differences");
    const auto row = [](const char *name, const char *sql, const char *differences) {
        QTest::newRow(name) << QString::fromLatin1(sql) << QString::fromLatin1(differences);
    };
    row("a value changed past the program", "UPDATE addresses SET city = 'Nantes' WHERE city = 'Lyon'",
        "ValueDrift city");
    row("a value emptied past the program", "UPDATE addresses SET zip_code = NULL WHERE city = 'Lyon'",
        "ValueDrift zipCode");
    row("NULL is not empty", "UPDATE addresses SET zip_code = '' WHERE city = 'Lyon'", "ValueDrift zipCode");
    row("a field that no event names", "UPDATE addresses SET label = 'x' WHERE city = 'Lyon'", "clean");
    row("a row removed past the program", "DELETE FROM addresses WHERE city = 'Lyon'", "RowMissing");
    row("an edited payload",
        "UPDATE events SET payload = CAST(replace(CAST(payload AS text), 'Brest', 'Nantes') AS @json) WHERE "
        "stream_version = 2",
        "HashMismatch 2");
    row("an added key in a payload",
        "UPDATE events SET payload = CAST(replace(CAST(payload AS text), '{\"', '{\"extra\": \"\", \"') AS "
        "@json) WHERE stream_version = 2",
        "HashMismatch 2");
    row("an edited actor", "UPDATE events SET actor = 'mallory' WHERE stream_version = 2", "HashMismatch 2");
    row("an edited reason", "UPDATE events SET reason = 'as asked' WHERE stream_version = 2",
        "HashMismatch 2");
    row("an edited time",
        "UPDATE events SET occurred_at = '2020-02-02T02:02:02.222Z' WHERE stream_version = 2",
        "HashMismatch 2");
    row("an edited save",
        "UPDATE events SET change_id = '33333333-0000-4000-8000-000000000001' WHERE stream_version = 2",
        "HashMismatch 2");
    row("an edited type", "UPDATE events SET event_type = 'AddressFieldReverted' WHERE stream_version = 2",
        "HashMismatch 2");
    row("an edited hash", "UPDATE events SET chain_hash = @hash WHERE stream_version = 2",
        "HashMismatch 2, HashMismatch 3");
    row("a payload that is no object", "UPDATE events SET payload = '[]' WHERE stream_version = 2",
        "HashMismatch 2");
    row("a removed event", "DELETE FROM events WHERE stream_version = 2", "VersionGap 3, HashMismatch 3");
    row("the first event removed", "DELETE FROM events WHERE stream_version = 1",
        "VersionGap 2, HashMismatch 2");
    row("the last event removed", "DELETE FROM events WHERE stream_version = 4", "ValueDrift city");
    row("two events in each other's place",
        "UPDATE events SET stream_version = 9 WHERE stream_version = 2;"
        "UPDATE events SET stream_version = 2 WHERE stream_version = 3;"
        "UPDATE events SET stream_version = 3 WHERE stream_version = 9",
        "VersionGap 3, HashMismatch 3, VersionGap 2, HashMismatch 2, VersionGap 4");
    row("an event in another stream",
        "UPDATE events SET stream_id = '22222222-0000-4000-8000-000000000002', stream_version = 1 WHERE "
        "stream_version = 4",
        "HashMismatch 1, ValueDrift city, ValueDrift city");
}

void TestVerifier::verify_findsTampering()
{
    DESK QFETCH(QString, sql);
    QFETCH(QString, differences);
    desk.change(city, lyon);
    desk.change(city, brest);
    desk.change(QStringLiteral("zipCode"), QStringLiteral("29200"));
    desk.change(city, lyon);
    QCOMPARE(desk.verified(), clean);

    const bool isPostgresql = desk.database().isPostgresql();
    unguard(desk.database());
    if (isPostgresql)
        desk.database().run(QStringLiteral("ALTER TABLE events DROP CONSTRAINT events_payload_check"));
    sql.replace(QLatin1String("@json"), isPostgresql ? QLatin1String("jsonb") : QLatin1String("text"));
    sql.replace(QLatin1String("@hash"), isPostgresql ? QLatin1String("decode(repeat('ab', 32), 'hex')")
                                                     : QLatin1String("zeroblob(32)"));
    desk.database().run(sql);
    QCOMPARE(desk.verified(), differences);
    if (differences.contains(u"RowMissing")) {
        const auto report = Verifier(desk.connection(), SchemaMapping::native()).verify();
        QCOMPARE(report->differences.first().streamId, RecordingDesk::home);
    }
}

void TestVerifier::verify_whenJsonKeysAreReordered_isClean()
{
    DESK const SaveOutcome saved = desk.change(city, lyon);
    unguard(desk.database());
    desk.database().run(
        QStringLiteral(
            "UPDATE events SET payload = '{ \"to\" : \"Lyon\", \"revertToken\":\"%1\", \"from\": \"Paris\",\n"
            "\"field\": \"city\"}'")
            .arg(saved.events.first().tokenDigest()));
    QCOMPARE(desk.verified(), clean);
}

void TestVerifier::verify_ofOneAddress_looksAtThatOneOnly()
{
    DESK desk.change(city, lyon);
    desk.change(city, lyon, RecordingDesk::work);
    desk.database().run(
        QStringLiteral("UPDATE addresses SET city = 'Nantes' WHERE id = '%1'").arg(RecordingDesk::work));
    Verifier verifier(desk.connection(), SchemaMapping::native());
    const auto home = verifier.verify(RecordingDesk::home);
    VERIFY_RESULT(home);
    QVERIFY(home->isClean());
    QCOMPARE(home->eventCount, 1);
    const auto work = verifier.verify(RecordingDesk::work);
    VERIFY_RESULT(work);
    QCOMPARE(toText(work->differences), QStringLiteral("ValueDrift city"));

    desk.database().run(QStringLiteral("DELETE FROM addresses WHERE id = '%1'").arg(RecordingDesk::work));
    const auto gone = verifier.verify(RecordingDesk::work);
    VERIFY_RESULT(gone);
    QCOMPARE(toText(gone->differences), QStringLiteral("RowMissing"));
}

void TestVerifier::verify_writesNothing()
{
    DESK desk.change(city, lyon);
    const QString before = desk.dump();
    ConnectionOptions options;
    options.isReadOnly = true;
    const auto connection = desk.database().connect(options);
    VERIFY_RESULT(Verifier(*connection, SchemaMapping::native()).verify());
    VERIFY_RESULT(Verifier(desk.connection(), SchemaMapping::native()).verify());
    QCOMPARE(desk.dump(), before);
    desk.change(city, brest); // The snapshot has ended.
}

void TestVerifier::foldTable_agreesWithStreamFold()
{
    // Thousands of short random streams, some of them damaged, folded both ways.
    QRandomGenerator random(4711);
    const QStringList fields = SchemaMapping::native().fieldIds();
    const auto value = [&random] {
        const quint32 n = random.bounded(4U);
        return n == 0 ? FieldValue() : FieldValue(QString::number(n - 1));
    };
    const auto values = [&] {
        FieldValues all;
        for (const QString &field : fields)
            all.insert(field, value());
        return all;
    };
    FoldTable table(SchemaMapping::native());
    QList<StreamDifference> expected;
    QList<StreamDifference> found;
    for (int stream = 0; stream < 3000; ++stream) {
        StreamFold fold;
        QByteArray hash;
        const QString id = QString::number(stream);
        QList<StreamDifference> chain;
        const int length = 1 + random.bounded(5);
        for (int version = 1; version <= length; ++version) {
            Event event;
            event.sequenceNum = stream * 10 + version;
            event.streamId = id;
            event.streamVersion = random.bounded(50) == 0 ? version + 1 : version;
            event.type = static_cast<EventType>(random.bounded(5));
            const QString field = fields.at(random.bounded(static_cast<int>(fields.size())));
            event.payload =
                event.type == EventType::AddressCreated ? payload::created(id, values())
                : event.type == EventType::AddressDeleted || event.type == EventType::AddressRestored
                    ? payload::deleted(id, values(), QStringLiteral("digest"))
                    : payload::changed(field, value(), value(), QStringLiteral("digest"));
            event.chainHash = hash = canonical::chainHash(hash, event);
            if (random.bounded(50) == 0)
                event.reason = QStringLiteral("forged");
            fold.apply(event);
            chain += table.apply(event);
        }
        const bool hasRow = random.bounded(3) != 0;
        const FieldValues row = values();
        expected += fold.differences(hasRow ? std::optional(row) : std::nullopt);
        found += chain;
        if (hasRow)
            found += table.compare(id, row);
        else if (!fold.isDeleted())
            found.append({Kind::RowMissing, id, 0, {}});
        const bool isMissing = !hasRow && !fold.isDeleted();
        QCOMPARE(table.missing().contains(stream * 10 + length), isMissing);
    }
    QCOMPARE(found, expected);
    QCOMPARE(table.streamCount(), 3000);
}

QTEST_GUILESS_MAIN(TestVerifier)
#include "tst_verifier.moc"
