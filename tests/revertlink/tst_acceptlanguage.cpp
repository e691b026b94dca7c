#include "app/revertlink/AcceptLanguage.h"

#include <QtTest>

using namespace addressdesk;

class TestAcceptLanguage final : public QObject
{
    Q_OBJECT

private slots:
    void negotiatedLocale_choosesWhatTheVisitorPrefers_data();
    void negotiatedLocale_choosesWhatTheVisitorPrefers();
    void negotiatedLocale_whenTerritoryNamed_keepsIt();
};

void TestAcceptLanguage::negotiatedLocale_choosesWhatTheVisitorPrefers_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<QString>("fallback");
    QTest::addColumn<QLocale::Language>("language");
    const auto row = [](const char *name, const char *header, const char *fallback,
                        QLocale::Language language) {
        QTest::newRow(name) << QByteArray(header) << QString::fromLatin1(fallback) << language;
    };
    row("nothing at all", "", "", QLocale::English);
    row("nothing, French office", "", "fr", QLocale::French);
    row("nothing, office with a language without pages", "", "de", QLocale::English);
    row("plain", "fr", "en", QLocale::French);
    row("case", "FR-fr", "en", QLocale::French);
    row("browser", "fr-FR,fr;q=0.9,en-US;q=0.8,en;q=0.7", "en", QLocale::French);
    row("the heavier wins, not the first", "fr;q=0.3, en;q=0.5", "fr", QLocale::English);
    row("equals: the first", "fr,en", "en", QLocale::French);
    row("three decimals", "en;q=0.123,fr;q=0.124", "en", QLocale::French);
    row("spaces", " fr ; q=0.5 , en ; q=0.4 ", "en", QLocale::French);
    row("unknown ones are passed over", "de,ja;q=0.9,fr;q=0.1", "en", QLocale::French);
    row("only unknown ones", "de,ja", "fr", QLocale::French);
    row("zero refuses", "fr;q=0,en;q=0.1", "fr", QLocale::English);
    row("star is the usual one", "*", "fr", QLocale::French);
    row("star when the usual one is named lower", "en;q=0.2,*", "en", QLocale::French);
    row("star beside a named one", "fr,*;q=0.5", "en", QLocale::French);
    row("star, the usual one refused", "en;q=0,*", "en", QLocale::French);
    row("no weight above one", "fr;q=1.5,en;q=0.1", "fr", QLocale::English);
    row("no negative weight", "fr;q=-1,en;q=0.1", "fr", QLocale::English);
    row("not a weight", "fr;q=abc,en", "fr", QLocale::English);
    row("four decimals", "fr;q=0.9999,en;q=0.1", "fr", QLocale::English);
    row("garbage", ";;;,,==;q=,\xff\xfe", "fr", QLocale::French);
    row("a longer word is another language", "fro,enm", "fr", QLocale::French);
}

void TestAcceptLanguage::negotiatedLocale_choosesWhatTheVisitorPrefers()
{
    QFETCH(QByteArray, header);
    QFETCH(QString, fallback);
    QFETCH(QLocale::Language, language);
    QCOMPARE(negotiatedLocale(header, fallback).language(), language);
}

void TestAcceptLanguage::negotiatedLocale_whenTerritoryNamed_keepsIt()
{
    QCOMPARE(negotiatedLocale("fr-CA", QStringLiteral("en")).territory(), QLocale::Canada);
    QCOMPARE(negotiatedLocale("en-GB;q=0.9,en;q=0.8", QString()).territory(), QLocale::UnitedKingdom);
    QCOMPARE(negotiatedLocale("en-US", QString()).territory(), QLocale::UnitedStates);
    QCOMPARE(negotiatedLocale("en", QString()).territory(), QLocale::UnitedKingdom); // As in mails.
    QCOMPARE(negotiatedLocale({}, QString()).territory(), QLocale::UnitedKingdom);
}

QTEST_APPLESS_MAIN(TestAcceptLanguage)
#include "tst_acceptlanguage.moc"
