#include "ui/history/MarkedText.h"
#include "ui/history/TextDifference.h"

#include <QTest>

#include <algorithm>

using namespace addressdesk;

namespace {

/// The text with its runs in brackets.
QString bracketed(QString text, const QList<TextRun> &runs)
{
    std::for_each(runs.crbegin(), runs.crend(), [&text](const TextRun &run) {
        text.insert(run.start + run.length, u']');
        text.insert(run.start, u'[');
    });
    return text;
}

} // namespace

class TestTextDifference final : public QObject
{
    Q_OBJECT

private slots:
    void between_data();
    void between();
    void between_neverCutsALetter();
    void between_longTexts_ends();
    void elidedTo_keepsTheFirstMarkVisible();
    void elidedTo_whenItFits_isTheWholeText();
    void elidedTo_onMoreLines_showsMore();
    void elidedTo_neverCutsALetter();
};

void TestTextDifference::between_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("markedBefore");
    QTest::addColumn<QString>("markedAfter");
    const auto row = [](const char *name, const char *before, const char *after, const char *markedBefore,
                        const char *markedAfter) {
        QTest::newRow(name) << QString::fromUtf8(before) << QString::fromUtf8(after)
                            << QString::fromUtf8(markedBefore) << QString::fromUtf8(markedAfter);
    };
    row("same", "Paris", "Paris", "Paris", "Paris");
    row("last digit", "75001", "75002", "7500[1]", "7500[2]");
    row("first letter", "lyon", "Lyon", "[l]yon", "[L]yon");
    row("inserted word", "12 Rue", "12 bis Rue", "12 Rue", "12 [bis ]Rue");
    row("removed word", "12 bis Rue", "12 Rue", "12 [bis ]Rue", "12 Rue");
    row("two places", "Bâtiment B, escalier 4", "Bâtiment C, escalier 5", "Bâtiment [B], escalier [4]",
        "Bâtiment [C], escalier [5]");
    row("nothing alike", "Lyon", "Paris", "[Lyon]", "[Paris]");
    row("one letter alike is noise", "Nice", "Lens", "[Nice]", "[Lens]");
    row("from empty", "", "Paris", "", "[Paris]");
    row("to empty", "Paris", "", "[Paris]", "");
    row("accent", "Lefevre", "Lefèvre", "Lef[e]vre", "Lef[è]vre");
    row("emoji", "Rue 👨‍👩‍👧 12", "Rue 👨‍👩‍👦 12", "Rue [👨‍👩‍👧] 12",
        "Rue [👨‍👩‍👦] 12");
    row("right to left", "القاهرة", "القاهرا", "القاهر[ة]", "القاهر[ا]");
    row("markup is text", "<b>a</b>", "<b>b</b>", "<b>[a]</b>", "<b>[b]</b>");
}

void TestTextDifference::between()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    const TextDifference difference = TextDifference::between(before, after);
    QTEST(bracketed(before, difference.before), "markedBefore");
    QTEST(bracketed(after, difference.after), "markedAfter");
}

void TestTextDifference::between_neverCutsALetter()
{
    // The same base letters, other combining marks.
    const QString before = QStringLiteral("Cafe\u0301 Noir");
    const QString after = QStringLiteral("Cafe\u0300 Noir");
    const TextDifference difference = TextDifference::between(before, after);
    QCOMPARE(difference.before, (QList<TextRun>{{3, 2}}));
    QCOMPARE(difference.after, (QList<TextRun>{{3, 2}}));
}

void TestTextDifference::between_longTexts_ends()
{
    const QString before(100000, u'a');
    const QString after = before + u'b';
    QCOMPARE(TextDifference::between(before, after).after, (QList<TextRun>{{100000, 1}}));
    QVERIFY(!TextDifference::between(QString(5000, u'a') + QString(5000, u'b'), QString(5000, u'c'))
                 .before.isEmpty());
}

void TestTextDifference::elidedTo_keepsTheFirstMarkVisible()
{
    const QString text = QStringLiteral("Boulevard du Général-de-Gaulle prolongé, bâtiment C");
    const qsizetype mark = text.size() - 1;
    const MarkedText line(text, {{mark, 1}}, QFont());
    const QString shown = line.elidedTo(line.width() / 3);
    QVERIFY2(shown.endsWith(QStringLiteral("C")), qPrintable(shown));
    QVERIFY(shown.startsWith(QChar(0x2026)));
    const MarkedText unmarked(text, {}, QFont());
    QVERIFY(unmarked.elidedTo(line.width() / 3).startsWith(QStringLiteral("Boul")));
    QVERIFY(unmarked.elidedTo(line.width() / 3).endsWith(QChar(0x2026)));
}

void TestTextDifference::elidedTo_whenItFits_isTheWholeText()
{
    const MarkedText line(QStringLiteral("Paris"), {{0, 5}}, QFont());
    QCOMPARE(line.elidedTo(line.width()), QStringLiteral("Paris"));
    const MarkedText broken(QStringLiteral("a\nb\u2028c"), {}, QFont());
    QCOMPARE(broken.elidedTo(1000), QStringLiteral("a b c"));
}

void TestTextDifference::elidedTo_onMoreLines_showsMore()
{
    const QString text = QStringLiteral("Résidence des Trois Fontaines, bâtiment C, escalier 4, chez Madame");
    const MarkedText value(text, {{text.indexOf(u'C'), 1}}, QFont());
    const qreal width = value.width() / 2.2;
    QCOMPARE(value.lineCount(value.width(), 3), 1);
    QCOMPARE(value.lineCount(width, 3), 3);
    QCOMPARE(value.lineCount(width, 2), 2);
    QCOMPARE(value.elidedTo(width, 3), text);
    const QString two = value.elidedTo(width, 2);
    QVERIFY2(two.startsWith(QStringLiteral("Résidence")) && two.endsWith(QChar(0x2026)), qPrintable(two));
    QVERIFY(two.size() > value.elidedTo(width).size());
}

void TestTextDifference::elidedTo_neverCutsALetter()
{
    QString text;
    for (int i = 0; i < 20; ++i)
        text += QString::fromUtf8("👨‍👩‍👧");
    const qsizetype letter = text.size() / 20;
    const MarkedText line(text, {}, QFont());
    for (int share = 2; share < 12; ++share) {
        QString shown = line.elidedTo(line.width() / share);
        QVERIFY(shown.endsWith(QChar(0x2026)));
        shown.chop(1);
        QCOMPARE(shown.size() % letter, 0);
    }
}

QTEST_MAIN(TestTextDifference)
#include "tst_textdifference.moc"
