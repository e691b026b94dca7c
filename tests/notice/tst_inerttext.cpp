#include "models/notice/InertText.h"

#include "models/wording/Isolation.h"

#include <QtTest>

using namespace addressdesk;

class TestInertText final : public QObject
{
    Q_OBJECT

private slots:
    void singleLine_isHarmless_data();
    void singleLine_isHarmless();
    void singleLine_again_changesNothing_data() { singleLine_isHarmless_data(); }
    void singleLine_again_changesNothing();
    void isolated_wrapsWhatTurnsDirection_data();
    void isolated_wrapsWhatTurnsDirection();
    void isolated_cannotBeEndedFromWithin();
};

void TestInertText::singleLine_isHarmless_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *title, const QString &text, const QString &line) {
        QTest::newRow(title) << text << line;
    };
    row("null", QString(), u""_qs);
    row("empty", u""_qs, u""_qs);
    row("plain", u"12 Rue d’Été"_qs, u"12 Rue d’Été"_qs);
    row("markup stays", u"<script>&amp;\"'"_qs, u"<script>&amp;\"'"_qs);
    row("emoji stays", u"Home 🏠"_qs, u"Home 🏠"_qs);
    row("joined emoji stays", u"👩\u200d🚀"_qs, u"👩\u200d🚀"_qs);
    row("right to left stays", u"שלום"_qs, u"שלום"_qs);
    row("header injection", u"Lyon\r\nBcc: all@example.com"_qs, u"Lyon Bcc: all@example.com"_qs);
    row("lone CR", u"a\rb"_qs, u"a b"_qs);
    row("many breaks are one space", u"a\n\n\r\n\tb"_qs, u"a b"_qs);
    row("breaks between spaces", u"a \n b"_qs, u"a   b"_qs);
    row("breaks at the ends", u"\n a \r\n"_qs, u"a"_qs);
    row("only breaks", u"\r\n\t"_qs, u""_qs);
    row("NULL", u"a"_qs + QChar(0) + u'b', u"a b"_qs);
    row("escape", u"\u001b[31mred"_qs, u"[31mred"_qs);
    row("delete", u"a\u007fb"_qs, u"a b"_qs);
    row("NEL", u"a\u0085b"_qs, u"a b"_qs);
    row("line separator", u"a\u2028b"_qs, u"a b"_qs);
    row("paragraph separator", u"a\u2029b"_qs, u"a b"_qs);
    row("override", u"a\u202egnp.exe\u202cb"_qs, u"agnp.exeb"_qs);
    row("every bidirectional control", u"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069x"_qs,
        u"x"_qs);
    row("control between breaks", u"a\n\u202e\nb"_qs, u"a b"_qs);
    row("first half", u"a"_qs + QChar(0xD83D) + u'b', u"a\uFFFDb"_qs);
    row("second half", QChar(0xDE00) + u"b"_qs, u"\uFFFDb"_qs);
    row("half at the end", u"a"_qs + QChar(0xD83D), u"a\uFFFD"_qs);
    row("noncharacter", u"a\uFFFFb"_qs, u"a\uFFFDb"_qs);
    row("noncharacter beyond the BMP", u"a\U0001FFFEb"_qs, u"a\uFFFDb"_qs);
    row("long", QString(255, u'x') + u'\n', QString(255, u'x'));
}

void TestInertText::singleLine_isHarmless()
{
    QFETCH(const QString, text);
    QFETCH(const QString, line);
    QCOMPARE(inertText::singleLine(text), line);
}

void TestInertText::singleLine_again_changesNothing()
{
    QFETCH(const QString, line);
    QCOMPARE(inertText::singleLine(line), line);
}

void TestInertText::isolated_wrapsWhatTurnsDirection_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isWrapped");
    QTest::newRow("null") << QString() << false;
    QTest::newRow("Latin") << u"12 Rue"_qs << false;
    QTest::newRow("Cyrillic, Greek and Chinese") << u"Улица Οδός 街"_qs << false;
    QTest::newRow("emoji") << u"🏠"_qs << false;
    QTest::newRow("digits and signs") << u"+33 (1) 42-68"_qs << false;
    QTest::newRow("Hebrew") << u"שלום"_qs << true;
    QTest::newRow("Arabic") << u"شارع"_qs << true;
    QTest::newRow("Arabic digits") << u"١٢"_qs << true;
    QTest::newRow("one letter among Latin") << u"Rue ש 12"_qs << true;
    QTest::newRow("right to left beyond the BMP") << u"\U00010800"_qs << true;
    QTest::newRow("right-to-left mark") << u"a\u200fb"_qs << true;
}

void TestInertText::isolated_wrapsWhatTurnsDirection()
{
    QFETCH(const QString, text);
    QFETCH(const bool, isWrapped);
    QCOMPARE(wording::isolatedIfRightToLeft(text), isWrapped ? u'\u2068' + text + u'\u2069' : text);
}

void TestInertText::isolated_cannotBeEndedFromWithin()
{
    const QString safe = wording::isolatedIfRightToLeft(inertText::singleLine(u"שלום\u2069\u202e12"_qs));
    QCOMPARE(safe, u"\u2068שלום12\u2069"_qs);
}

QTEST_GUILESS_MAIN(TestInertText)
#include "tst_inerttext.moc"
