#include "EventBuilder.h"
#include "tests/support/StreamFold.h"

#include <QtTest>

using namespace addressdesk;
using Kind = StreamDifference::Kind;

namespace {

QList<StreamDifference> differences(const QList<Event> &events, const std::optional<FieldValues> &row)
{
    StreamFold fold;
    for (const Event &event : events)
        fold.apply(event);
    return fold.differences(row);
}

const FieldValues paris{{QStringLiteral("city"), QStringLiteral("Paris")},
                        {QStringLiteral("country"), std::nullopt}};

EventBuilder twoChanges()
{
    EventBuilder stream;
    stream.changed(u"city"_qs, u"Lyon"_qs, u"Nice"_qs, u"t1"_qs);
    stream.changed(u"city"_qs, u"Nice"_qs, u"Paris"_qs, u"t2"_qs);
    return stream;
}

} // namespace

class TestStreamFold final : public QObject
{
    Q_OBJECT

private slots:
    void fold_ofNoEvents_agreesWithAnyRow();
    void fold_ofChanges_agreesWithTheRow();
    void fold_whenRowDiffers_namesTheField();
    void fold_whenRowIsMissing_saysSo();
    void fold_ofDeletion_expectsNoRow();
    void fold_ofRestoration_takesTheSnapshot();
    void chain_whenEventWasEdited_isFound();
    void chain_whenEventWasRemoved_isFound();
    void chain_whenEventsWereSwapped_isFound();
};

void TestStreamFold::fold_ofNoEvents_agreesWithAnyRow()
{
    QVERIFY(differences({}, paris).isEmpty());
    QVERIFY(differences({}, std::nullopt).isEmpty());
}

void TestStreamFold::fold_ofChanges_agreesWithTheRow()
{
    QVERIFY(differences(twoChanges().events(), paris).isEmpty());
}

void TestStreamFold::fold_whenRowDiffers_namesTheField()
{
    const FieldValues brest{{u"city"_qs, u"Brest"_qs}};
    QCOMPARE(differences(twoChanges().events(), brest),
             QList({StreamDifference{Kind::ValueDrift, u"a1"_qs, 0, u"city"_qs}}));
}

void TestStreamFold::fold_whenRowIsMissing_saysSo()
{
    QCOMPARE(differences(twoChanges().events(), std::nullopt),
             QList({StreamDifference{Kind::RowMissing, u"a1"_qs, 0, {}}}));
}

void TestStreamFold::fold_ofDeletion_expectsNoRow()
{
    EventBuilder stream = twoChanges();
    stream.add(EventType::AddressDeleted, payload::deleted(u"u1"_qs, paris, u"t3"_qs));
    QVERIFY(differences(stream.events(), std::nullopt).isEmpty());
    QCOMPARE(differences(stream.events(), paris),
             QList({StreamDifference{Kind::RowUnexpected, u"a1"_qs, 0, {}}}));
}

void TestStreamFold::fold_ofRestoration_takesTheSnapshot()
{
    EventBuilder stream = twoChanges();
    stream.add(EventType::AddressDeleted, payload::deleted(u"u1"_qs, paris, u"t3"_qs));
    stream.add(EventType::AddressRestored, payload::restored(u"u1"_qs, paris, u"t3"_qs));
    QVERIFY(differences(stream.events(), paris).isEmpty());
    QCOMPARE(differences(stream.events(), std::nullopt).first().kind, Kind::RowMissing);
    const FieldValues abroad{{u"city"_qs, u"Paris"_qs}, {u"country"_qs, u"US"_qs}};
    QCOMPARE(differences(stream.events(), abroad).first().field, u"country"_qs);
}

void TestStreamFold::chain_whenEventWasEdited_isFound()
{
    QList<Event> events = twoChanges().events();
    events[0].payload.insert(u"to"_qs, u"Lille"_qs);
    const auto found = differences(events, paris);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first(), (StreamDifference{Kind::HashMismatch, u"a1"_qs, 1, {}}));
}

void TestStreamFold::chain_whenEventWasRemoved_isFound()
{
    QList<Event> events = twoChanges().events();
    events.removeFirst();
    const auto found = differences(events, paris);
    QCOMPARE(found.size(), 2);
    QCOMPARE(found[0].kind, Kind::VersionGap);
    QCOMPARE(found[1].kind, Kind::HashMismatch);
}

void TestStreamFold::chain_whenEventsWereSwapped_isFound()
{
    QList<Event> events = twoChanges().events();
    std::swap(events[0], events[1]);
    QVERIFY(differences(events, std::nullopt).size() >= 3);
}

QTEST_GUILESS_MAIN(TestStreamFold)
#include "tst_streamfold.moc"
