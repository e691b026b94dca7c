#include "EventBuilder.h"

#include "models/domain/RevertRules.h"
#include "models/wording/Sentences.h"

#include <QSet>
#include <QtTest>

using namespace addressdesk;

class TestSentences final : public QObject
{
    Q_OBJECT

private slots:
    void error_everyCodeHasItsOwnSentence();
    void error_namesTheDatabase();
    void error_driverMissing_namesThePackage();
    void error_ofAFileThatMayNotBeRead_speaksOfFiles();
    void error_ofForeignSideFiles_namesOne();
    void technicalDetails_haveTheNativeCodeOnce_data();
    void technicalDetails_haveTheNativeCodeOnce();
    void value_problemNamesFieldAndCharacter();
    void verdict_everyStateHasASentence();
    void verdict_saysWhoAndWhen();
    void verdict_ofAChangeThatWasPutBackAndSetAgain_saysBoth();
    void revertAction_ofWholeAddresses_saysWhatHappens();
    void revertAction_namesTheValue();
    void quotedValue_withPlaceholders_isKeptAsItIs();
    void quoted_isIsolatedFromTheWritingDirectionAround();
    void quotedBriefly_cutsALongText();
    void customerName_fallsBack();
    void fieldTitle_ofUnknownField_isItsId();
};

void TestSentences::error_everyCodeHasItsOwnSentence()
{
    QSet<QString> sentences;
    const int last = static_cast<int>(ErrorCode::ServiceRefused);
    for (int code = 0; code <= last; ++code) {
        const QString text = wording::sentence(Error{static_cast<ErrorCode>(code), u"detail"_qs, {}});
        QVERIFY2(text.endsWith(u'.'), qPrintable(text));
        QVERIFY2(!text.contains(u'%'), qPrintable(text));
        sentences.insert(text);
    }
    QCOMPARE(sentences.size(), last + 1);
}

void TestSentences::error_namesTheDatabase()
{
    const DatabaseUrl url = DatabaseUrl::sqlite(u"/srv/desk 100%1.sqlite"_qs);
    const QString text = wording::sentence(Error{ErrorCode::NotADatabase, {}, {}}, &url);
    QVERIFY2(text.contains(u"desk 100%1"_qs), qPrintable(text));
}

void TestSentences::error_driverMissing_namesThePackage()
{
    const Error missing{ErrorCode::DriverMissing, {}, {}};
    const DatabaseUrl file = DatabaseUrl::sqlite(u"/srv/desk.sqlite"_qs);
    QVERIFY(wording::sentence(missing).contains(u"libqt6sql6-psql"_qs));
    QVERIFY(wording::sentence(missing, &file).contains(u"libqt6sql6-sqlite"_qs));
}

void TestSentences::error_ofAFileThatMayNotBeRead_speaksOfFiles()
{
    const DatabaseUrl file = DatabaseUrl::sqlite(u"/srv/desk.sqlite"_qs);
    const QString text = wording::sentence(Error{ErrorCode::PermissionDenied, {}, {}}, &file);
    QVERIFY2(text.contains(u"may not be read"_qs) && text.contains(u"folder"_qs), qPrintable(text));
    QVERIFY(!text.contains(u"administrator"_qs));
}

void TestSentences::error_ofForeignSideFiles_namesOne()
{
    const DatabaseUrl file = DatabaseUrl::sqlite(u"/srv/desk.sqlite"_qs);
    const QString side = u"/srv/desk.sqlite-wal (marie)"_qs;
    const QString text = wording::sentence(Error{ErrorCode::SideFilesForeign, side, {}}, &file);
    QVERIFY2(text.contains(side), qPrintable(text));
}

void TestSentences::technicalDetails_haveTheNativeCodeOnce_data()
{
    QTest::addColumn<QString>("detail");
    QTest::addColumn<QString>("nativeCode");
    QTest::addColumn<QString>("details");
    QTest::newRow("detail and code") << u"database is locked"_qs << u"5"_qs << u"database is locked (5)"_qs;
    QTest::newRow("no code") << u"/srv/desk.sqlite"_qs << QString() << u"/srv/desk.sqlite"_qs;
    QTest::newRow("only a code") << QString() << u"28P01"_qs << u"28P01"_qs;
    QTest::newRow("nothing") << QString() << QString() << QString();
    QTest::newRow("the driver named it")
        << u"ERROR: no such table (42P01)"_qs << u"42P01"_qs << u"ERROR: no such table (42P01)"_qs;
    QTest::newRow("the mail server named it")
        << u"550 No such user"_qs << u"550"_qs << u"550 No such user"_qs;
    QTest::newRow("its digits in a file's name")
        << u"desk-5.sqlite: database is locked"_qs << u"5"_qs << u"desk-5.sqlite: database is locked (5)"_qs;
}

void TestSentences::technicalDetails_haveTheNativeCodeOnce()
{
    QFETCH(const QString, detail);
    QFETCH(const QString, nativeCode);
    QTEST(wording::technicalDetails({ErrorCode::Internal, detail, nativeCode}), "details");
}

void TestSentences::value_problemNamesFieldAndCharacter()
{
    const QString text =
        wording::sentence(ValueProblem{ValueProblem::Kind::BidirectionalOverride, 0x202E, 0}, u"City"_qs);
    QVERIFY(text.startsWith(u"City:"_qs));
    QVERIFY(text.contains(u"U+202E RIGHT-TO-LEFT OVERRIDE"_qs));
    const QString tooLong = wording::sentence(ValueProblem{ValueProblem::Kind::TooLong, 0, 300}, u"City"_qs);
    QVERIFY(tooLong.contains(u"300"_qs));
    QVERIFY(tooLong.contains(u"255"_qs));
}

void TestSentences::verdict_everyStateHasASentence()
{
    EventBuilder stream;
    const Event event = stream.changed(u"city"_qs, u"Lyon"_qs, u"Paris"_qs, u"t"_qs);
    QSet<QString> sentences;
    for (int state = 0; state <= static_cast<int>(Reversibility::NotSupported); ++state) {
        Verdict verdict;
        verdict.state = static_cast<Reversibility>(state);
        sentences.insert(wording::verdictSentence(event, verdict));
    }
    QCOMPARE(sentences.size(), static_cast<int>(Reversibility::NotSupported) + 1);
}

void TestSentences::verdict_saysWhoAndWhen()
{
    EventBuilder stream;
    const Event first = stream.changed(u"city"_qs, u"Lyon"_qs, u"Paris"_qs, u"t1"_qs);
    stream.changed(u"city"_qs, u"Paris"_qs, u"Nice"_qs, u"t2"_qs);
    const auto entries = RevertRules::judged(stream.newestFirst(), FieldValues{{u"city"_qs, u"Nice"_qs}});
    const QString text = wording::verdictSentence(first, entries.last().verdict);
    QVERIFY2(text.contains(u"marie"_qs), qPrintable(text));
    QVERIFY2(text.contains(u"3 March 2026"_qs), qPrintable(text));
}

void TestSentences::verdict_ofAChangeThatWasPutBackAndSetAgain_saysBoth()
{
    EventBuilder stream;
    const Event first = stream.changed(u"city"_qs, u"Lyon"_qs, u"Paris"_qs, u"t1"_qs);
    stream.reverted(u"city"_qs, u"Paris"_qs, u"Lyon"_qs, u"t1"_qs);
    stream.changed(u"city"_qs, u"Lyon"_qs, u"Paris"_qs, u"t2"_qs);
    const auto entries = RevertRules::judged(stream.newestFirst(), FieldValues{{u"city"_qs, u"Paris"_qs}});
    const QString text = wording::verdictSentence(first, entries.last().verdict);
    QVERIFY2(text.startsWith(u"Set back by marie"_qs), qPrintable(text));
    QVERIFY2(text.contains(u" Set again by marie"_qs), qPrintable(text));
}

void TestSentences::revertAction_ofWholeAddresses_saysWhatHappens()
{
    EventBuilder stream;
    const FieldValues values{{u"city"_qs, u"Paris"_qs}};
    QCOMPARE(wording::revertAction(stream.add(EventType::AddressCreated, payload::created(u"u1"_qs, values))),
             u"Delete this address"_qs);
    QCOMPARE(wording::revertAction(
                 stream.add(EventType::AddressDeleted, payload::deleted(u"u1"_qs, values, u"t"_qs))),
             u"Restore this address"_qs);
    QCOMPARE(wording::revertAction(
                 stream.add(EventType::AddressRestored, payload::restored(u"u1"_qs, values, u"t"_qs))),
             u"Delete this address again"_qs);
}

void TestSentences::revertAction_namesTheValue()
{
    EventBuilder stream;
    QCOMPARE(wording::revertAction(stream.changed(u"city"_qs, u"Paris"_qs, u"Lyon"_qs, u"t"_qs)),
             u"Set back to \u2068“Paris”\u2069"_qs);
    QCOMPARE(wording::revertAction(stream.changed(u"city"_qs, u""_qs, u"Lyon"_qs, u"t"_qs)),
             u"Set back to empty"_qs);
    QCOMPARE(wording::revertAction(stream.changed(u"city"_qs, std::nullopt, u"Lyon"_qs, u"t"_qs)),
             u"Set back to no value"_qs);
}

void TestSentences::quotedValue_withPlaceholders_isKeptAsItIs()
{
    EventBuilder stream;
    const Event event = stream.changed(u"city"_qs, u"%1 %n <b>"_qs, u"Lyon"_qs, u"t"_qs);
    QCOMPARE(wording::revertAction(event), u"Set back to \u2068“%1 %n <b>”\u2069"_qs);
}

void TestSentences::quoted_isIsolatedFromTheWritingDirectionAround()
{
    const QString text = wording::quoted(u"שלום"_qs);
    QCOMPARE(text.front(), QChar(0x2068));
    QCOMPARE(text.back(), QChar(0x2069));
    QCOMPARE(wording::quotedValue(u"שלום"_qs), text);
    const DatabaseUrl url = DatabaseUrl::sqlite(u"/data/crm.sqlite"_qs);
    const QString sentence = wording::sentence(Error{ErrorCode::FileMissing, {}, {}}, &url);
    QVERIFY2(sentence.contains(wording::quoted(url.displayName())), qPrintable(sentence));
}

void TestSentences::quotedBriefly_cutsALongText()
{
    QVERIFY(wording::quotedBriefly(QString(30000, u'x')).size() < 100);
    QCOMPARE(wording::quotedBriefly(u"Lyon"_qs), wording::quoted(u"Lyon"_qs));
}

void TestSentences::customerName_fallsBack()
{
    QCOMPARE(wording::customerName({u"1"_qs, u"Anna"_qs, u"Lefèvre"_qs, {}}), u"Lefèvre, Anna"_qs);
    QCOMPARE(wording::customerName({u"1"_qs, std::nullopt, u"Lefèvre"_qs, {}}), u"Lefèvre"_qs);
    QCOMPARE(wording::customerName({u"1"_qs, u"%2"_qs, u"%1"_qs, {}}), u"%1, %2"_qs);
    QCOMPARE(wording::customerName({u"1"_qs, {}, {}, u"a@example.com"_qs}), u"a@example.com"_qs);
    QCOMPARE(wording::customerName({}), u"Customer without a name"_qs);
}

void TestSentences::fieldTitle_ofUnknownField_isItsId()
{
    const SchemaMapping mapping = SchemaMapping::native();
    QCOMPARE(wording::fieldTitle(mapping, u"zipCode"_qs), u"Postal code"_qs);
    QCOMPARE(wording::fieldTitle(mapping, u"floor"_qs), u"floor"_qs);
}

QTEST_GUILESS_MAIN(TestSentences)
#include "tst_sentences.moc"
