#include "EventBuilder.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QtTest>

#include <functional>

using namespace addressdesk;

class TestCanonicalEvent final : public QObject
{
    Q_OBJECT

private slots:
    void frame_isTagLengthBytes();
    void payload_keyOrderDoesNotMatter();
    void event_isTheFramesInOrder();
    void chainHash_changesWithEveryPart_data();
    void chainHash_changesWithEveryPart();
};

void TestCanonicalEvent::frame_isTagLengthBytes()
{
    QCOMPARE(canonical::frame(std::nullopt), QByteArray("N\0\0\0\0", 5));
    QCOMPARE(canonical::frame(u""_qs), QByteArray("S\0\0\0\0", 5));
    QCOMPARE(canonical::frame(u"\u00e9"_qs), QByteArray("S\0\0\0\2\xc3\xa9", 7));
}

void TestCanonicalEvent::payload_keyOrderDoesNotMatter()
{
    const auto parsed = [](const char *json) {
        return QJsonDocument::fromJson(json).object();
    };
    const QByteArray framed = canonical::framePayload(parsed(R"({"to":"b","from":null})"));
    QCOMPARE(framed, canonical::framePayload(parsed(R"({"from":null,"to":"b"})")));
    QCOMPARE(framed, QByteArray("O\0\0\0\x1b"
                                "S\0\0\0\4from"
                                "N\0\0\0\0"
                                "S\0\0\0\2to"
                                "S\0\0\0\1b",
                                32));
}

void TestCanonicalEvent::event_isTheFramesInOrder()
{
    EventBuilder stream;
    const Event event = stream.changed(u"city"_qs, u"Lyon"_qs, u"Paris"_qs, u"t"_qs);
    const QByteArray expected =
        canonical::frame(u"a1"_qs) + canonical::frame(u"1"_qs) + canonical::frame(u"AddressFieldChanged"_qs) +
        canonical::framePayload(event.payload) + canonical::frame(event.occurredAt) +
        canonical::frame(u"marie"_qs) + canonical::frame(event.changeId) + canonical::frame(std::nullopt);
    QCOMPARE(canonical::event(event), expected);
    QCOMPARE(canonical::chainHash("before", event),
             QCryptographicHash::hash("before" + expected, QCryptographicHash::Sha256));
}

void TestCanonicalEvent::chainHash_changesWithEveryPart_data()
{
    QTest::addColumn<std::function<void(Event &)>>("edit");
    using Edit = std::function<void(Event &)>;
    QTest::newRow("stream") << Edit([](Event &e) { e.streamId = u"a2"_qs; });
    QTest::newRow("version") << Edit([](Event &e) { e.streamVersion = 2; });
    QTest::newRow("type") << Edit([](Event &e) { e.type = EventType::AddressFieldReverted; });
    QTest::newRow("payload value") << Edit([](Event &e) { e.payload.insert(u"to"_qs, u"Nice"_qs); });
    QTest::newRow("null becomes empty") << Edit([](Event &e) { e.payload.insert(u"from"_qs, u""_qs); });
    QTest::newRow("time") << Edit([](Event &e) { e.occurredAt = u"2026-03-03T13:00:00.001Z"_qs; });
    QTest::newRow("actor") << Edit([](Event &e) { e.actor = u"jean"_qs; });
    QTest::newRow("save") << Edit([](Event &e) { e.changeId = u"c9"_qs; });
    QTest::newRow("reason") << Edit([](Event &e) { e.reason = u""_qs; });
}

void TestCanonicalEvent::chainHash_changesWithEveryPart()
{
    QFETCH(const std::function<void(Event &)>, edit);
    EventBuilder stream;
    Event event = stream.changed(u"city"_qs, std::nullopt, u"Paris"_qs, u"t"_qs);
    QCOMPARE(canonical::chainHash({}, event), event.chainHash);
    edit(event);
    QVERIFY(canonical::chainHash({}, event) != event.chainHash);
}

QTEST_GUILESS_MAIN(TestCanonicalEvent)
#include "tst_canonicalevent.moc"
