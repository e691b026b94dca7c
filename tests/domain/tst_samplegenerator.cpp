#include "app/sample/SampleGenerator.h"

#include "app/sample/PlaceCatalogue.h"
#include "app/sample/SampleRandom.h"
#include "models/domain/RevertRules.h"
#include "models/domain/SchemaMapping.h"
#include "models/domain/ValueRules.h"
#include "tests/support/StreamFold.h"

#include <QTest>

#include <algorithm>

using namespace addressdesk;

namespace {

const QDateTime reference(QDate(2026, 3, 1), QTime(12, 0), Qt::UTC);

QList<SampleCustomer> sample(qint64 customers, quint64 seed, bool hasLabels = true)
{
    auto generator = SampleGenerator::create({customers, seed, reference}, hasLabels);
    QList<SampleCustomer> made;
    for (qint64 i = 0; generator && i < customers; ++i)
        made.append(generator->next());
    return made;
}

QMap<QString, QList<Event>> streamsOf(const QList<SampleCustomer> &customers)
{
    QMap<QString, QList<Event>> streams;
    for (const SampleCustomer &made : customers) {
        for (const Event &event : made.events)
            streams[event.streamId].append(event);
    }
    return streams;
}

QMap<QString, Address> addressesOf(const QList<SampleCustomer> &customers)
{
    QMap<QString, Address> addresses;
    for (const SampleCustomer &made : customers) {
        for (const Address &address : made.addresses)
            addresses.insert(address.id, address);
    }
    return addresses;
}

} // namespace

class TestSampleGenerator : public QObject
{
    Q_OBJECT

private slots:
    void load_ofTheResource_knowsAllPlaces();
    void fromPacked_ofDamagedData_fails_data();
    void fromPacked_ofDamagedData_fails();
    void next_withTheSameSeed_makesTheSame();
    void next_withAnotherSeed_makesOthers();
    void next_ofMoreCustomers_beginsWithTheSameOnes();
    void next_makesOneToThreeAddresses_inRealPlaces();
    void next_makesReservedUniqueMailAddresses();
    void next_makesAscendingKeys();
    void next_makesValuesThatTheRulesAccept();
    void next_withoutLabels_namesThemNowhere();
    void events_foldIntoTheRow_withRightHashes();
    void events_areAsManyAsPromised_ofEveryKind();
    void events_lieWithinTwoYears_inOrder();
    void events_ofAMove_shareOneSave();
    void events_useEveryTokenOnce();
};

void TestSampleGenerator::load_ofTheResource_knowsAllPlaces()
{
    const auto places = PlaceCatalogue::load();
    QVERIFY(places.has_value());
    QVERIFY(places->count(PlaceCatalogue::Country::France) > 34'900);
    QVERIFY(places->count(PlaceCatalogue::Country::UnitedStates) > 29'500);
    QVERIFY(places->contains(PlaceCatalogue::Country::France, QStringLiteral("Saint-Étienne"),
                             QStringLiteral("42000")));
    QVERIFY(places->contains(PlaceCatalogue::Country::UnitedStates, QStringLiteral("Beverly Hills"),
                             QStringLiteral("90210")));
    QVERIFY(
        !places->contains(PlaceCatalogue::Country::France, QStringLiteral("Lyon"), QStringLiteral("75001")));

    SampleRandom random(3, 4);
    for (int i = 0; i < 200; ++i)
        QVERIFY(places->pickNear(PlaceCatalogue::Country::France, "69", random).zipCode.startsWith(u"69"));
}

void TestSampleGenerator::fromPacked_ofDamagedData_fails_data()
{
    QTest::addColumn<QByteArray>("packed");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("not compressed") << QByteArray("FR\n");
    QTest::newRow("no places") << qCompress(QByteArray("FR\nUS\n"));
    QTest::newRow("no country") << qCompress(QByteArray("69\tLyon\t1\t69001\n"));
    QTest::newRow("column missing") << qCompress(QByteArray("FR\n69\tLyon\t69001\nUS\nNY\tParis\t1\t1\n"));
    QTest::newRow("column too many") << qCompress(
        QByteArray("FR\n69\tLyon\t1\t69001\t2\nUS\nNY\tParis\t1\t1\n"));
    QTest::newRow("weightless") << qCompress(QByteArray("FR\n69\tLyon\t0\t69001\nUS\nNY\tParis\t1\t1\n"));
}

void TestSampleGenerator::fromPacked_ofDamagedData_fails()
{
    QFETCH(QByteArray, packed);
    if (!packed.startsWith(QByteArray(1, '\0')))
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("qUncompress: .*")));
    QVERIFY(!PlaceCatalogue::fromPacked(packed).has_value());
    QVERIFY(PlaceCatalogue::fromPacked(qCompress(QByteArray("FR\n69\tLyon\t1\t69001\nUS\nNY\tParis\t1\t1\n")))
                .has_value());
}

void TestSampleGenerator::next_withTheSameSeed_makesTheSame()
{
    const auto first = sample(200, 7);
    const auto second = sample(200, 7);
    QCOMPARE(first.size(), 200);
    for (qsizetype i = 0; i < first.size(); ++i) {
        QCOMPARE(first[i].customer, second[i].customer);
        QCOMPARE(first[i].addresses, second[i].addresses);
        QCOMPARE(first[i].events, second[i].events);
    }
}

void TestSampleGenerator::next_withAnotherSeed_makesOthers()
{
    QVERIFY(sample(1, 7).first().customer != sample(1, 8).first().customer);
}

void TestSampleGenerator::next_ofMoreCustomers_beginsWithTheSameOnes()
{
    const auto few = sample(5, 7);
    const auto many = sample(50, 7);
    for (qsizetype i = 0; i < few.size(); ++i)
        QCOMPARE(few[i].addresses, many[i].addresses);
}

void TestSampleGenerator::next_makesOneToThreeAddresses_inRealPlaces()
{
    const auto places = PlaceCatalogue::load();
    QVERIFY(places.has_value());
    const auto customers = sample(150, 7);
    const auto streams = streamsOf(customers);
    int french = 0;
    int american = 0;
    for (const SampleCustomer &made : customers) {
        QVERIFY(made.addresses.size() <= 3);
        for (const Address &address : made.addresses) {
            QCOMPARE(address.customerId, made.customer.id);
            const bool isFrench = shownText(address.values.value(sampleFields::country)) == u"France";
            (isFrench ? french : american) += 1;
            // A slip that nobody corrected, or that was put back, would not be a real place.
            const auto country =
                isFrench ? PlaceCatalogue::Country::France : PlaceCatalogue::Country::UnitedStates;
            const bool isReal = places->contains(country, shownText(address.values.value(sampleFields::city)),
                                                 shownText(address.values.value(sampleFields::zipCode)));
            QVERIFY2(isReal || streams.contains(address.id), qPrintable(address.id));
        }
    }
    QVERIFY(french > 0);
    QVERIFY(american > 0);
}

void TestSampleGenerator::next_makesReservedUniqueMailAddresses()
{
    const QRegularExpression reserved(QStringLiteral("^[a-z]+\\.[a-z]+[0-9]+@example\\.(com|net|org)$"));
    QSet<QString> seen;
    for (const SampleCustomer &made : sample(1000, 7)) {
        QVERIFY2(reserved.match(shownText(made.customer.email)).hasMatch(),
                 qPrintable(shownText(made.customer.email)));
        seen.insert(shownText(made.customer.email));
    }
    QCOMPARE(seen.size(), 1000);
}

void TestSampleGenerator::next_makesAscendingKeys()
{
    const QRegularExpression uuid(
        QStringLiteral("^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$"));
    QString lastCustomer;
    QString lastAddress;
    for (const SampleCustomer &made : sample(500, 7)) {
        QVERIFY(uuid.match(made.customer.id).hasMatch());
        QVERIFY(made.customer.id > lastCustomer);
        lastCustomer = made.customer.id;
        for (const Address &address : made.addresses) {
            QVERIFY(uuid.match(address.id).hasMatch());
            QVERIFY(address.id > lastAddress);
            lastAddress = address.id;
        }
    }
}

void TestSampleGenerator::next_makesValuesThatTheRulesAccept()
{
    const auto addresses = addressesOf(sample(1000, 7));
    for (const Address &address : addresses) {
        QCOMPARE(address.values.size(), SchemaMapping::native().fields.size());
        for (const FieldValue &value : address.values) {
            const auto clean = valueRules::clean(value);
            QVERIFY(clean.has_value());
            QCOMPARE(*clean, value);
        }
    }
}

void TestSampleGenerator::next_withoutLabels_namesThemNowhere()
{
    const auto customers = sample(300, 7, false);
    for (const Address &address : addressesOf(customers))
        QVERIFY(!address.values.contains(sampleFields::label));
    for (const auto &stream : streamsOf(customers)) {
        for (const Event &event : stream) {
            QVERIFY(event.field() != sampleFields::label);
            QVERIFY(!event.snapshot().contains(sampleFields::label));
        }
    }
}

void TestSampleGenerator::events_foldIntoTheRow_withRightHashes()
{
    const auto customers = sample(2000, 7);
    const auto streams = streamsOf(customers);
    const auto addresses = addressesOf(customers);
    QVERIFY(streams.size() > 500);
    for (auto it = streams.cbegin(); it != streams.cend(); ++it) {
        StreamFold fold;
        for (const Event &event : it.value())
            fold.apply(event);
        const auto row = addresses.constFind(it.key());
        const auto differences =
            fold.differences(row == addresses.cend() ? std::nullopt : std::optional(row->values));
        QVERIFY2(differences.isEmpty(), qPrintable(it.key()));
    }
}

void TestSampleGenerator::events_areAsManyAsPromised_ofEveryKind()
{
    const auto customers = sample(4000, 7);
    const auto streams = streamsOf(customers);
    const auto addresses = addressesOf(customers);
    QMap<EventType, int> kinds;
    QSet<QString> actors;
    for (const auto &stream : streams) {
        QVERIFY(!stream.isEmpty() && stream.size() <= 7);
        for (const Event &event : stream) {
            ++kinds[event.type];
            actors.insert(event.actor);
        }
    }
    const double share = double(streams.size()) / double(addresses.size());
    QVERIFY2(share > 0.27 && share < 0.34, qPrintable(QString::number(share)));
    QCOMPARE(kinds.size(), 5);
    QVERIFY(actors.contains(QStringLiteral("marie")) && actors.contains(QStringLiteral("customer")));
    const auto isGone = [&addresses](const QString &id) {
        return !addresses.contains(id);
    };
    const QStringList ids = streams.keys();
    QVERIFY(std::any_of(ids.cbegin(), ids.cend(), isGone));
}

void TestSampleGenerator::events_lieWithinTwoYears_inOrder()
{
    for (const auto &stream : streamsOf(sample(1000, 7))) {
        QString last;
        for (const Event &event : stream) {
            QCOMPARE(event.occurredAt.size(), QStringLiteral("2026-03-01T12:00:00.000000Z").size());
            QVERIFY(event.occurredAtTime() < reference);
            QVERIFY(event.occurredAtTime() > reference.addYears(-2).addDays(-1));
            QVERIFY(event.occurredAt >= last);
            last = event.occurredAt;
        }
    }
}

void TestSampleGenerator::events_ofAMove_shareOneSave()
{
    int moves = 0;
    for (const auto &stream : streamsOf(sample(1000, 7))) {
        QMap<QString, QSet<QString>> fieldsOfSave;
        for (const Event &event : stream)
            fieldsOfSave[event.changeId].insert(event.field());
        for (const auto &fields : fieldsOfSave)
            moves +=
                fields.contains(sampleFields::streetName) && fields.contains(sampleFields::zipCode) ? 1 : 0;
    }
    QVERIFY(moves > 50);
}

void TestSampleGenerator::events_useEveryTokenOnce()
{
    QSet<QString> used;
    int uses = 0;
    for (const auto &stream : streamsOf(sample(2000, 7))) {
        QSet<QString> issued;
        for (const Event &event : stream) {
            if (event.issuesToken())
                issued.insert(event.tokenDigest());
            if (!event.usesToken())
                continue;
            QVERIFY(issued.contains(event.tokenDigest()));
            used.insert(event.tokenDigest());
            ++uses;
        }
    }
    QVERIFY(uses > 0);
    QCOMPARE(used.size(), uses);
}

QTEST_GUILESS_MAIN(TestSampleGenerator)
#include "tst_samplegenerator.moc"
