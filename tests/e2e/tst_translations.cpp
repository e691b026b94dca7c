#include <QFile>
#include <QLocale>
#include <QTest>
#include <QTranslator>

/// Both programs carry the translations: they are linked in with the wording.
class TestTranslations : public QObject
{
    Q_OBJECT

private slots:
    void load_whenLanguageIsShipped_findsFile_data()
    {
        QTest::addColumn<QString>("locale");
        QTest::newRow("french") << QStringLiteral("fr_FR");
        QTest::newRow("canadian french") << QStringLiteral("fr_CA");
        QTest::newRow("english") << QStringLiteral("en_US");
    }

    void load_whenLanguageIsShipped_findsFile()
    {
        QFETCH(QString, locale);
        QTranslator translator;
        QVERIFY(translator.load(QLocale(locale), QStringLiteral("address-desk"), QStringLiteral("_"),
                                QStringLiteral(":/i18n")));
    }

    void translate_whenEnglish_choosesPlural()
    {
        QTranslator translator;
        QVERIFY(translator.load(QStringLiteral(":/i18n/address-desk_en.qm")));
        QCOMPARE(translator.translate("TimeWording", "%n day(s) ago", nullptr, 1),
                 QStringLiteral("%n day ago"));
        QCOMPARE(translator.translate("TimeWording", "%n day(s) ago", nullptr, 2),
                 QStringLiteral("%n days ago"));
    }
};

QTEST_GUILESS_MAIN(TestTranslations)
#include "tst_translations.moc"
