#include "models/domain/ValueRules.h"

#include <QtTest>

using namespace addressdesk;
using Kind = ValueProblem::Kind;

class TestValueRules final : public QObject
{
    Q_OBJECT

private slots:
    void clean_acceptedText_isStoredAs_data();
    void clean_acceptedText_isStoredAs();
    void clean_refusedText_namesTheCharacter_data();
    void clean_refusedText_namesTheCharacter();
    void clean_null_staysNull();
    void clean_spacesOnly_isEmptyNotNull();
    void clean_length_countsCodePoints();
    void clean_tenMegabytes_isRefusedWithoutReadingThem();
};

void TestValueRules::clean_acceptedText_isStoredAs_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("stored");
    QTest::newRow("plain") << u"Lyon"_qs << u"Lyon"_qs;
    QTest::newRow("trimmed, no-break space too") << u"\u00a0 Lyon \t"_qs << u"Lyon"_qs;
    QTest::newRow("byte order marks at the ends") << u" \ufeff \ufeffLyon\ufeff "_qs << u"Lyon"_qs;
    QTest::newRow("a byte order mark within") << u"Ly\ufeffon"_qs << u"Ly\ufeffon"_qs;
    QTest::newRow("decomposed becomes NFC") << u"Orle\u0301ans"_qs << u"Orl\u00e9ans"_qs;
    QTest::newRow("markup") << u"<b>Paris</b>"_qs << u"<b>Paris</b>"_qs;
    QTest::newRow("SQL") << u"'; DROP TABLE addresses; --"_qs << u"'; DROP TABLE addresses; --"_qs;
    QTest::newRow("emoji") << u"Paris \U0001F5FC"_qs << u"Paris \U0001F5FC"_qs;
    QTest::newRow("family joined by ZWJ")
        << u"\U0001F468\u200D\U0001F469"_qs << u"\U0001F468\u200D\U0001F469"_qs;
    QTest::newRow("Arabic") << u"\u0627\u0644\u0642\u0627\u0647\u0631\u0629"_qs
                            << u"\u0627\u0644\u0642\u0627\u0647\u0631\u0629"_qs;
    QTest::newRow("Hebrew with a mark") << u"\u05d0\u200f-1"_qs << u"\u05d0\u200f-1"_qs;
}

void TestValueRules::clean_acceptedText_isStoredAs()
{
    QFETCH(const QString, typed);
    QFETCH(const QString, stored);
    const auto cleaned = valueRules::clean(typed);
    QVERIFY(cleaned.has_value());
    QCOMPARE(cleaned->value(), stored);
}

void TestValueRules::clean_refusedText_namesTheCharacter_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<QString>("name");
    QTest::newRow("NUL") << QString::fromUtf16(u"a\0b", 3) << Kind::ControlCharacter << u"U+0000 NULL"_qs;
    QTest::newRow("tab inside") << u"a\tb"_qs << Kind::ControlCharacter << u"U+0009 TAB"_qs;
    QTest::newRow("escape") << u"a\u001bb"_qs << Kind::ControlCharacter << u"U+001B ESCAPE"_qs;
    QTest::newRow("C1") << u"a\u0090b"_qs << Kind::ControlCharacter << u"U+0090"_qs;
    QTest::newRow("line feed") << u"a\nb"_qs << Kind::LineBreak << u"U+000A LINE FEED"_qs;
    QTest::newRow("line separator") << u"a\u2028b"_qs << Kind::LineBreak << u"U+2028 LINE SEPARATOR"_qs;
    QTest::newRow("override") << u"a\u202eb"_qs << Kind::BidirectionalOverride
                              << u"U+202E RIGHT-TO-LEFT OVERRIDE"_qs;
    QTest::newRow("isolate") << u"a\u2066b"_qs << Kind::BidirectionalOverride
                             << u"U+2066 LEFT-TO-RIGHT ISOLATE"_qs;
    QTest::newRow("lone high surrogate") << QString(QChar(0xD83D)) << Kind::LoneSurrogate << u"U+D83D"_qs;
    QTest::newRow("lone low surrogate")
        << u"a"_qs + QChar(0xDE00) + u"b"_qs << Kind::LoneSurrogate << u"U+DE00"_qs;
}

void TestValueRules::clean_refusedText_namesTheCharacter()
{
    QFETCH(const QString, typed);
    QFETCH(const Kind, kind);
    QFETCH(const QString, name);
    const auto cleaned = valueRules::clean(typed);
    QVERIFY(!cleaned.has_value());
    QCOMPARE(cleaned.error().kind, kind);
    QCOMPARE(valueRules::characterName(cleaned.error().character), name);
}

void TestValueRules::clean_null_staysNull()
{
    const auto cleaned = valueRules::clean(std::nullopt);
    QVERIFY(cleaned.has_value());
    QVERIFY(!cleaned->has_value());
}

void TestValueRules::clean_spacesOnly_isEmptyNotNull()
{
    const auto cleaned = valueRules::clean(u"   "_qs);
    QVERIFY(cleaned.has_value());
    QVERIFY(cleaned->has_value());
    QVERIFY(cleaned->value().isEmpty());
    QVERIFY2(!cleaned->value().isNull(), "a null QString would be bound as NULL");
}

void TestValueRules::clean_length_countsCodePoints()
{
    const QString emoji = u"\U0001F5FC"_qs;
    QVERIFY(valueRules::clean(emoji.repeated(valueRules::maximumLength)).has_value());
    const auto tooLong = valueRules::clean(emoji.repeated(valueRules::maximumLength + 1));
    QVERIFY(!tooLong.has_value());
    QCOMPARE(tooLong.error().kind, Kind::TooLong);
    QCOMPARE(tooLong.error().length, valueRules::maximumLength + 1);
}

void TestValueRules::clean_tenMegabytes_isRefusedWithoutReadingThem()
{
    // The character at the end would be refused by name if the text were read.
    const auto cleaned = valueRules::clean(QString(10'000'000, u'x') + QChar(0x202E));
    QVERIFY(!cleaned.has_value());
    QCOMPARE(cleaned.error().kind, Kind::TooLong);
}

QTEST_GUILESS_MAIN(TestValueRules)
#include "tst_valuerules.moc"
