#include "models/storage/CustomerReader.h"
#include "models/storage/DeletedReader.h"
#include "models/storage/HistoryReader.h"
#include "tests/storage/RecordingDesk.h"

using namespace addressdesk;

namespace {

EffectiveSchema schemaOf(SqlConnection &connection)
{
    const auto schema = SchemaInitialiser(connection, SchemaMapping::native()).effective();
    if (!schema)
        qFatal("no schema: %s", qPrintable(schema.error().detail));
    return *schema;
}

History read(RecordingDesk &desk, const HistoryRequest &request)
{
    HistoryReader reader(desk.connection(), schemaOf(desk.connection()));
    const auto history = reader.history(request);
    if (!history)
        qFatal("no history: %s", qPrintable(history.error().detail));
    return *history;
}

HistoryRequest of(const QString &addressId, const QString &field = {}, int beforeVersion = 0, int limit = 50)
{
    return {addressId, field, beforeVersion, limit};
}

QList<int> versionsOf(const History &history)
{
    QList<int> versions;
    for (const HistoryEntry &entry : history.entries)
        versions.append(entry.event.streamVersion);
    return versions;
}

QList<Reversibility> statesOf(const History &history)
{
    QList<Reversibility> states;
    for (const HistoryEntry &entry : history.entries)
        states.append(entry.verdict.state);
    return states;
}

const QString city = QStringLiteral("city");
const QString zip = QStringLiteral("zipCode");

} // namespace

class TestHistoryReader : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestDatabase::addKinds(); }
    void init()
    {
        QFETCH_GLOBAL(DatabaseUrl::Kind, kind);
        REQUIRE_DATABASE(kind);
    }

    void history_ofARowWithoutEvents_isEmpty();
    void history_unknownOrMalformed_isNotFound();
    void history_isNewestFirstWithVerdicts();
    void history_byField_leavesOtherFieldsOut();
    void history_neverCutsASaveInTwo();
    void history_furtherDown_judgesAsFromTheTop();
    void history_ofADeletedAddress_saysSo();
    void deleted_areListedNewestFirst();
    void deleted_restoredOnes_areNot();
    void deleted_search_looksThroughValuesAndCustomer();
    void customers_areFoundByNameAndEmail();
};

void TestHistoryReader::history_ofARowWithoutEvents_isEmpty()
{
    DESK const History history = read(desk, of(RecordingDesk::home));
    QVERIFY(history.entries.isEmpty());
    QVERIFY(!history.hasMore);
    QVERIFY(!history.isDeleted);
    QCOMPARE(history.current.address.id, RecordingDesk::home);
    QCOMPARE(history.current.customer.id, RecordingDesk::anna);
}

void TestHistoryReader::history_unknownOrMalformed_isNotFound()
{
    DESK HistoryReader reader(desk.connection(), schemaOf(desk.connection()));
    for (const QString &id : {RecordingDesk::nobody, QStringLiteral("nonsense"), QString()}) {
        const auto history = reader.history(of(id));
        QVERIFY(!history);
        QCOMPARE(history.error().code, ErrorCode::NotFound);
    }
    // The connection is not left inside a transaction.
    desk.change(city, QStringLiteral("Nice"));
}

void TestHistoryReader::history_isNewestFirstWithVerdicts()
{
    DESK const FieldValue first = desk.row().value(city);
    desk.change(city, QStringLiteral("Nice"));
    desk.change(city, QStringLiteral("Lyon"));
    const History history = read(desk, of(RecordingDesk::home));
    QCOMPARE(versionsOf(history), QList<int>({2, 1}));
    QCOMPARE(statesOf(history),
             QList<Reversibility>({Reversibility::Revertible, Reversibility::ChangedSince}));
    QCOMPARE(history.entries.at(1).verdict.becauseSequenceNum, history.entries.at(0).event.sequenceNum);
    QCOMPARE(history.entries.at(1).verdict.wouldBecome, first);
    QCOMPARE(history.current.address.values.value(city), FieldValue(QStringLiteral("Lyon")));
    QCOMPARE(history.entries.at(0).event.actor, desk.actor());
    QCOMPARE(history.entries.at(0).event.chainHash.size(), 32);
    QVERIFY(history.entries.at(0).event.occurredAtTime().isValid());
}

void TestHistoryReader::history_byField_leavesOtherFieldsOut()
{
    DESK desk.change(city, QStringLiteral("Nice"));
    desk.change(zip, QStringLiteral("06000"));
    desk.change(city, QStringLiteral("Lyon"));
    const History history = read(desk, of(RecordingDesk::home, city));
    QCOMPARE(versionsOf(history), QList<int>({3, 1}));
    QCOMPARE(statesOf(history),
             QList<Reversibility>({Reversibility::Revertible, Reversibility::ChangedSince}));
}

void TestHistoryReader::history_neverCutsASaveInTwo()
{
    DESK const FieldValues row = desk.row();
    desk.change(city, QStringLiteral("Nice"));
    const auto both = desk.recorder().save(
        desk.request({{city, FieldValue(QStringLiteral("Nice")), FieldValue(QStringLiteral("Lyon"))},
                      {zip, row.value(zip), FieldValue(QStringLiteral("69009"))}}));
    VERIFY_RESULT(both);
    QCOMPARE(both->events.size(), 2);
    desk.change(city, QStringLiteral("Paris"));

    const History two = read(desk, of(RecordingDesk::home, {}, 0, 2));
    QCOMPARE(versionsOf(two), QList<int>({4, 3, 2}));
    QVERIFY(two.hasMore);
    const History rest = read(desk, of(RecordingDesk::home, {}, 2, 2));
    QCOMPARE(versionsOf(rest), QList<int>({1}));
    QVERIFY(!rest.hasMore);
    QVERIFY(!read(desk, of(RecordingDesk::home, {}, 0, 4)).hasMore);
}

void TestHistoryReader::history_furtherDown_judgesAsFromTheTop()
{
    DESK for (int i = 0; i < 6; ++i) desk.change(i % 2 == 0 ? city : zip, QString::number(i / 2 % 2));
    const auto newest = desk.events().constFirst();
    const auto put = desk.recorder().revert(eventRequest(newest));
    VERIFY_RESULT(put);
    QVERIFY(put->isReverted);

    for (const QString &field : {QString(), city}) {
        const History whole = read(desk, of(RecordingDesk::home, field));
        for (int before = 7; before > 1; --before) {
            const History part = read(desk, of(RecordingDesk::home, field, before));
            QVERIFY(!part.entries.isEmpty());
            const qsizetype skipped = whole.entries.size() - part.entries.size();
            for (qsizetype i = 0; i < part.entries.size(); ++i) {
                QCOMPARE(part.entries.at(i).event, whole.entries.at(skipped + i).event);
                QCOMPARE(part.entries.at(i).verdict, whole.entries.at(skipped + i).verdict);
            }
        }
    }
}

void TestHistoryReader::history_ofADeletedAddress_saysSo()
{
    DESK desk.change(city, QStringLiteral("Nice"));
    VERIFY_RESULT(desk.recorder().remove(RecordingDesk::home, desk.row(), std::nullopt));
    const History history = read(desk, of(RecordingDesk::home));
    QVERIFY(history.isDeleted);
    QCOMPARE(history.current.address.id, RecordingDesk::home);
    QCOMPARE(statesOf(history),
             QList<Reversibility>({Reversibility::Revertible, Reversibility::AddressDeleted}));
}

void TestHistoryReader::deleted_areListedNewestFirst()
{
    DESK DeletedReader reader(desk.connection(), schemaOf(desk.connection()));
    QVERIFY(reader.find({}, 10)->isEmpty());
    VERIFY_RESULT(desk.recorder().remove(RecordingDesk::home, desk.row(), std::nullopt));
    VERIFY_RESULT(desk.recorder().remove(RecordingDesk::work, desk.row(RecordingDesk::work), std::nullopt));
    const auto deleted = reader.find({}, 10);
    VERIFY_RESULT(deleted);
    QCOMPARE(deleted->size(), 2);
    QCOMPARE(deleted->at(0).deletion.streamId, RecordingDesk::work);
    QCOMPARE(deleted->at(1).deletion.streamId, RecordingDesk::home);
    QCOMPARE(deleted->at(1).customer.id, RecordingDesk::anna);
    QCOMPARE(reader.find({}, 1)->size(), 1);
}

void TestHistoryReader::deleted_restoredOnes_areNot()
{
    DESK DeletedReader reader(desk.connection(), schemaOf(desk.connection()));
    VERIFY_RESULT(desk.recorder().remove(RecordingDesk::home, desk.row(), std::nullopt));
    VERIFY_RESULT(desk.recorder().restore(RecordingDesk::home));
    QVERIFY(reader.find({}, 10)->isEmpty());
    VERIFY_RESULT(desk.recorder().remove(RecordingDesk::home, desk.row(), std::nullopt));
    const auto again = reader.find({}, 10);
    VERIFY_RESULT(again);
    QCOMPARE(again->size(), 1);
    QCOMPARE(again->at(0).deletion.streamVersion, 3);
}

void TestHistoryReader::deleted_search_looksThroughValuesAndCustomer()
{
    DESK desk.change(city, QStringLiteral("Saint-Étienne"));
    VERIFY_RESULT(desk.recorder().remove(RecordingDesk::home, desk.row(), std::nullopt));
    DeletedReader reader(desk.connection(), schemaOf(desk.connection()));
    const auto customer =
        CustomerReader(desk.connection(), schemaOf(desk.connection())).byIds({RecordingDesk::anna});
    VERIFY_RESULT(customer);
    const QString lastName = shownText(customer->value(RecordingDesk::anna).lastName);
    QVERIFY(!lastName.isEmpty());
    QCOMPARE(reader.find(QStringLiteral("saint-etienne ") + lastName, 10)->size(), 1);
    QCOMPARE(reader.find(QStringLiteral("saint-etienne nobody"), 10)->size(), 0);
    QCOMPARE(reader.find(QStringLiteral("zipCode"), 10)->size(), 0); // A key of the snapshot, not a value.
}

void TestHistoryReader::customers_areFoundByNameAndEmail()
{
    DESK CustomerReader reader(desk.connection(), schemaOf(desk.connection()));
    const auto all = reader.find({}, 10);
    VERIFY_RESULT(all);
    QCOMPARE(all->size(), 2);
    QCOMPARE(reader.find({}, 1)->size(), 1);
    const auto anna = reader.byIds({RecordingDesk::anna, RecordingDesk::nobody, QStringLiteral("nonsense")});
    VERIFY_RESULT(anna);
    QCOMPARE(anna->keys(), QStringList(RecordingDesk::anna));
    const Customer customer = anna->first();
    const auto found =
        reader.find(shownText(customer.lastName).toUpper() + u' ' + shownText(customer.email), 10);
    VERIFY_RESULT(found);
    QCOMPARE(*found, QList<Customer>({customer}));
    QCOMPARE(reader.find(QStringLiteral("100%"), 10)->size(), 0);
}

QTEST_GUILESS_MAIN(TestHistoryReader)
#include "tst_historyreader.moc"
