#include "models/domain/OfficeSettings.h"

#include <QtTest>

using namespace addressdesk;

class TestOfficeSettings final : public QObject
{
    Q_OBJECT

private slots:
    void isPhone_refusesWhatNobodyCanCall();
    void setStored_takesAPhoneAsItWasStored();
    void set_takesWhatCanBe_data();
    void set_takesWhatCanBe();
    void set_refusesWhatCannotBe_andChangesNothing_data();
    void set_refusesWhatCannotBe_andChangesNothing();
    void toNamed_thenSet_givesTheSame();
};

void TestOfficeSettings::set_takesWhatCanBe_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("kept");
    const auto row = [](const char *title, const QString &name, const QString &value, const QString &kept) {
        QTest::newRow(title) << name << value << kept;
    };
    row("name", u"companyName"_qs, u"Éditions du Marais"_qs, u"Éditions du Marais"_qs);
    row("name as markup", u"companyName"_qs, u"<b>A&B</b> '; DROP"_qs, u"<b>A&B</b> '; DROP"_qs);
    row("name from right to left", u"companyName"_qs, u"מגדל"_qs, u"מגדל"_qs);
    row("name with spaces around", u"companyName"_qs, u"  Mills \u00a0"_qs, u"Mills"_qs);
    row("name decomposed", u"companyName"_qs, u"Cafe\u0301"_qs, u"Caf\u00e9"_qs);
    row("longest name", u"companyName"_qs, QString(255, u'x'), QString(255, u'x'));
    row("no name", u"companyName"_qs, u""_qs, QString());
    row("only spaces", u"companyName"_qs, u"   "_qs, QString());
    row("phone", u"companyPhone"_qs, u"+33 1 99 00 12 34"_qs, u"+33 1 99 00 12 34"_qs);
    for (const QString &phone :
         {u"112"_qs, u"(01) 23.45.67-89 / 90"_qs, u"0800 FLOWERS 1"_qs, u"01\u202f23\u00a045, poste 12"_qs,
          u"+49 30 1234 Durchwahl: 5"_qs, u"01 23 45 67 89; samedi 06 12 34 56 78"_qs,
          u"+1 [555] 0100 & 0101"_qs, u"l\u2019accueil\u00a0: 0123_45 \u2022 67"_qs, u"\u0660\u0661\u0662"_qs,
          u""_qs})
        row(qPrintable(u"phone “"_qs + phone + u'”'), u"companyPhone"_qs, phone, phone);
    row("sender", u"senderAddress"_qs, u"desk@example.com"_qs, u"desk@example.com"_qs);
    row("public address", u"publicUrl"_qs, u"https://example.com"_qs, u"https://example.com"_qs);
    row("French", u"language"_qs, u"fr"_qs, u"fr"_qs);
    row("no language", u"language"_qs, u""_qs, QString());
    row("fewest days", u"linkDays"_qs, u"1"_qs, u"1"_qs);
    row("most days", u"linkDays"_qs, u"90"_qs, u"90"_qs);
}

void TestOfficeSettings::set_takesWhatCanBe()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    OfficeSettings settings{u"Before"_qs, u"1"_qs, u"a@b.c"_qs, u"http://x"_qs, u"en"_qs, 7};
    QMap<QString, QString> expected = settings.toNamed();
    QVERIFY(settings.set(name, value));
    QTEST(settings.toNamed().value(name), "kept");
    expected[name] = settings.toNamed().value(name);
    QCOMPARE(settings.toNamed(), expected); // Nothing else has changed.
}

void TestOfficeSettings::set_refusesWhatCannotBe_andChangesNothing_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *title, const QString &name, const QString &value) {
        QTest::newRow(title) << name << value;
    };
    row("no name", QString(), u"x"_qs);
    row("unknown name", u"companyname"_qs, u"x"_qs);
    row("name of a column", u"name' OR '1'='1"_qs, u"x"_qs);
    row("line break", u"companyName"_qs, u"Mills\nBcc: all@example.com"_qs);
    row("header in the sender", u"senderAddress"_qs, u"a@example.com\r\nBcc: b@example.com"_qs);
    row("NEL", u"companyName"_qs, u"a\u0085b"_qs);
    row("line separator", u"companyName"_qs, u"a\u2028b"_qs);
    row("NULL", u"companyPhone"_qs, u"1"_qs + QChar(0) + u'2');
    row("escape", u"companyPhone"_qs, u"\u001b[31m"_qs);
    row("bidirectional override", u"companyName"_qs, u"a\u202eb"_qs);
    row("isolate", u"publicUrl"_qs, u"https://a\u2066b"_qs);
    row("no sender", u"senderAddress"_qs, u"nonsense"_qs);
    row("script", u"publicUrl"_qs, u"javascript:alert(1)"_qs);
    row("password", u"publicUrl"_qs, u"https://user:word@example.com"_qs);
    row("half a character", u"companyName"_qs, u"a"_qs + QChar(0xD83D));
    row("noncharacter", u"companyName"_qs, u"a\uFFFEb"_qs);
    row("too long", u"companyName"_qs, QString(256, u'x'));
    row("much too long", u"companyName"_qs, QString(10'000'000, u'x'));
    row("unknown language", u"language"_qs, u"de"_qs);
    row("language in capitals", u"language"_qs, u"FR"_qs);
    row("language with region", u"language"_qs, u"fr_FR"_qs);
    row("no days", u"linkDays"_qs, u""_qs);
    row("zero days", u"linkDays"_qs, u"0"_qs);
    row("negative days", u"linkDays"_qs, u"-1"_qs);
    row("too many days", u"linkDays"_qs, u"91"_qs);
    row("more days than an int", u"linkDays"_qs, u"4294967297"_qs);
    row("half a day", u"linkDays"_qs, u"1.5"_qs);
    row("days as words", u"linkDays"_qs, u"7 days"_qs);
    row("hexadecimal days", u"linkDays"_qs, u"0x10"_qs);
}

void TestOfficeSettings::set_refusesWhatCannotBe_andChangesNothing()
{
    QFETCH(const QString, name);
    QFETCH(const QString, value);
    const OfficeSettings before{u"Before"_qs, u"1"_qs, u"a@b.c"_qs, u"http://x"_qs, u"en"_qs, 7};
    OfficeSettings settings = before;
    QVERIFY(!settings.set(name, value));
    QVERIFY(settings == before);
}

void TestOfficeSettings::toNamed_thenSet_givesTheSame()
{
    const OfficeSettings settings{
        u"Mills"_qs, u"+1 234"_qs, u"a@example.com"_qs, u"https://x.example"_qs, u"fr"_qs, 90};
    OfficeSettings again;
    const QMap<QString, QString> named = settings.toNamed();
    for (auto it = named.cbegin(); it != named.cend(); ++it)
        QVERIFY2(again.set(it.key(), it.value()), qPrintable(it.key()));
    QVERIFY(again == settings);
    QCOMPARE(named.size(), 6);
}

void TestOfficeSettings::isPhone_refusesWhatNobodyCanCall()
{
    for (const QString &text : {u"call us"_qs, u"+1 2"_qs, u"office@example.com 123"_qs, u"<b>0123456</b>"_qs,
                                u"https://x?tel=123"_qs, QString(61, u'1'), u"\u2022\u2022\u2022 12"_qs})
        QVERIFY2(!OfficeSettings::isPhone(text), qPrintable(text));
    QVERIFY(OfficeSettings::isPhone(u"+33 1 99 00 12 34"_qs));
}

/// Another version, or another program, may have stored it; a save of other settings must not lose it.
void TestOfficeSettings::setStored_takesAPhoneAsItWasStored()
{
    OfficeSettings settings;
    const QString stored = u"call <us>"_qs;
    QVERIFY(!settings.set(u"companyPhone"_qs, stored));
    QVERIFY(settings.companyPhone.isEmpty());
    QVERIFY(settings.setStored(u"companyPhone"_qs, stored));
    QCOMPARE(settings.companyPhone, stored);
    QVERIFY(!settings.setStored(u"companyPhone"_qs, u"1\n2"_qs));
}

QTEST_GUILESS_MAIN(TestOfficeSettings)
#include "tst_officesettings.moc"
