#include "tests/ui/WindowFixture.h"

#include <QClipboard>
#include <QLabel>

using namespace addressdesk;

/// Ten megabytes on the clipboard, pasted with the keyboard into everything that takes text.
class TestHugePaste final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void paste_intoAField_isRefusedWithASentence();
    void paste_intoACell_isRefusedAndWritesNothing();
    void paste_intoTheReason_isRefusedAndSavesNothing();
    void paste_intoTheSearch_findsNothingAndCanBeCleared();
};

void TestHugePaste::initTestCase()
{
    QString text;
    while (text.size() < 10'000'000)
        text += QStringLiteral("Straße “é” \t 🏠 ");
    QGuiApplication::clipboard()->setText(text);
}

void TestHugePaste::paste_intoAField_isRefusedWithASentence()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.field("city")->setFocus(Qt::ShortcutFocusReason);
    f.press(Qt::Key_V, Qt::ControlModifier);
    QVERIFY(f.child<QLabel>("formProblem")->isVisible());
    QVERIFY2(f.child<QLabel>("formProblem")->text().contains(QStringLiteral("too long")),
             qPrintable(f.child<QLabel>("formProblem")->text()));
    f.press(Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(f.stored("a1", "city"), QStringLiteral("Lyon"));
    QVERIFY(f.field("city")->text().size() > 255);
    f.press(Qt::Key_Escape);
    QTRY_COMPARE(f.field("city")->text(), QStringLiteral("Lyon"));
}

void TestHugePaste::paste_intoACell_isRefusedAndWritesNothing()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.press(Qt::Key_F2);
    QTRY_VERIFY(f.cellEditor());
    f.press(Qt::Key_V, Qt::ControlModifier);
    f.press(Qt::Key_Return);
    f.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY2((f.messages() + f.child<QLabel>("formProblem")->text()).contains(QStringLiteral("too long")),
                 qPrintable(f.messages()));
    QCOMPARE(f.stored("a1", "city"), QStringLiteral("Lyon"));
}

void TestHugePaste::paste_intoTheReason_isRefusedAndSavesNothing()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.press(Qt::Key_F2);
    f.type("Nice");
    f.press(Qt::Key_Return);
    QTRY_VERIFY(f.child<QLineEdit>("reason")->isVisible());
    f.child<QLineEdit>("reason")->setFocus();
    f.press(Qt::Key_V, Qt::ControlModifier);
    f.press(Qt::Key_S, Qt::ControlModifier);
    QVERIFY2(f.messages().contains(QStringLiteral("too long")), qPrintable(f.messages()));
    QCOMPARE(f.stored("a1", "city"), QStringLiteral("Lyon"));
    f.child<QLineEdit>("reason")->clear();
    f.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(f.stored("a1", "city"), QStringLiteral("Nice"));
}

void TestHugePaste::paste_intoTheSearch_findsNothingAndCanBeCleared()
{
    WindowFixture f;
    f.open();
    f.search()->setFocus();
    f.press(Qt::Key_V, Qt::ControlModifier);
    QTRY_COMPARE(f.grid()->model()->rowCount(), 0);
    f.press(Qt::Key_Escape);
    QTRY_COMPARE(f.grid()->model()->rowCount(), 3);
}

QTEST_MAIN(TestHugePaste)
#include "tst_hugepaste.moc"
