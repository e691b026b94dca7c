#include "models/domain/SchemaMapping.h"
#include "models/wording/Language.h"
#include "models/wording/Sentences.h"
#include "models/wording/TimeWording.h"

#include <QtTest>

using namespace addressdesk;
using wording::Language;

class TestLanguage final : public QObject
{
    Q_OBJECT

private slots:
    void firstKnown_choosesTheFirstThatIsThere_data();
    void firstKnown_choosesTheFirstThatIsThere();
    void ofDesktop_isWhatTheProgramSpeaks_data();
    void ofDesktop_isWhatTheProgramSpeaks();
    void translate_mixesLanguagesInOneProcess();
    void translate_ofUnknownText_isTheTextItself();
    void timeWithZone_isInTheLanguageAndTheLocalZone();
};

void TestLanguage::firstKnown_choosesTheFirstThatIsThere_data()
{
    QTest::addColumn<QStringList>("codes");
    QTest::addColumn<QString>("tag");
    QTest::newRow("french") << QStringList{u"fr"_qs} << u"fr"_qs;
    QTest::newRow("with a country") << QStringList{u"fr-CA"_qs} << u"fr"_qs;
    QTest::newRow("none of the first") << QStringList{u""_qs, u"de_DE"_qs, u"fr_FR"_qs} << u"fr"_qs;
    QTest::newRow("nonsense") << QStringList{u"../x"_qs, u"C"_qs} << u"en"_qs;
    QTest::newRow("none") << QStringList{} << u"en"_qs;
}

void TestLanguage::firstKnown_choosesTheFirstThatIsThere()
{
    QFETCH(QStringList, codes);
    QTEST(Language::firstKnown(codes).tag(), "tag");
}

void TestLanguage::ofDesktop_isWhatTheProgramSpeaks_data()
{
    QTest::addColumn<QLocale>("desktop");
    QTest::addColumn<QString>("language");
    QTest::newRow("french") << QLocale(u"fr_FR"_qs) << u"fr"_qs;
    QTest::newRow("canadian french") << QLocale(u"fr_CA"_qs) << u"fr"_qs;
    QTest::newRow("english") << QLocale(u"en_US"_qs) << QString();
    QTest::newRow("without texts") << QLocale(u"de_DE"_qs) << QString();
    QTest::newRow("C") << QLocale::c() << QString();
}

void TestLanguage::ofDesktop_isWhatTheProgramSpeaks()
{
    QFETCH(QLocale, desktop);
    const QLocale before;
    QLocale::setDefault(desktop);
    const QString language = Language::ofDesktop();
    QLocale::setDefault(before);
    QTEST(language, "language");
}

void TestLanguage::translate_mixesLanguagesInOneProcess()
{
    const SchemaMapping mapping = SchemaMapping::native();
    const Language french = Language::firstKnown({u"fr"_qs});
    const Language english = Language::firstKnown({});
    QCOMPARE(wording::fieldTitle(mapping, u"zipCode"_qs, french), u"Code postal"_qs);
    QCOMPARE(wording::fieldTitle(mapping, u"zipCode"_qs, english), u"Postal code"_qs);
    QCOMPARE(wording::fieldTitle(mapping, u"floor"_qs, french), u"floor"_qs);
    QCOMPARE(french.translate("TimeWording", "%n day(s) ago", 2), u"il y a 2 jours"_qs);
    QCOMPARE(english.translate("TimeWording", "%n day(s) ago", 1), u"1 day ago"_qs);
}

void TestLanguage::translate_ofUnknownText_isTheTextItself()
{
    QCOMPARE(Language::firstKnown({u"fr"_qs}).translate("TimeWording", "no such text"), u"no such text"_qs);
}

void TestLanguage::timeWithZone_isInTheLanguageAndTheLocalZone()
{
    const QDateTime when = QDateTime::fromString(u"2026-03-03T13:02:03Z"_qs, Qt::ISODateWithMs);
    QCOMPARE(wording::timeWithZone(when, Language::firstKnown({u"fr"_qs})), u"3 mars 2026 à 14:02 (CET)"_qs);
    QCOMPARE(wording::timeWithZone(when, Language::firstKnown({u"en"_qs})),
             u"3 March 2026 at 14:02 (CET)"_qs);
}

QTEST_GUILESS_MAIN(TestLanguage)
#include "tst_language.moc"
