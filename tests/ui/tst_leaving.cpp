#include "tests/ui/WindowFixture.h"

#include "ui/history/HistoryPanel.h"

#include <QDockWidget>
#include <QMessageBox>
#include <QPushButton>

using namespace addressdesk;

/// Nothing typed is lost when the window goes.
class TestLeaving final : public QObject
{
    Q_OBJECT

private slots:
    void close_withEdits_asks();
    void close_whileACellIsEdited_asks();
    void close_withARefusedValue_staysOpenAndKeepsIt();
    void close_cancelled_staysOpen();
    void drafts_comeBackAtTheNextStart();
    void drafts_canBeShown();
    void edits_thatASearchHides_canBeShown();
    void drafts_leaveTheForm_itsHeight();
    void drafts_atTheFirstStartWithADatabase_leaveTheHistoryItsRoom();
};

void TestLeaving::close_withEdits_asks()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Nice"));
    f.window->close();
    QVERIFY(f.window->isVisible());
    QTRY_VERIFY(f.child<QMessageBox>("leaveQuestion"));
    QTest::mouseClick(f.child<QMessageBox>("leaveQuestion")->button(QMessageBox::Save), Qt::LeftButton);
    QTRY_VERIFY(!f.window->isVisible());
    QCOMPARE(f.stored("a1", "city"), QStringLiteral("Nice"));
}

void TestLeaving::close_whileACellIsEdited_asks()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.type("Nice");
    QVERIFY(f.cellEditor());
    f.window->close();
    QVERIFY(f.window->isVisible());
    QTRY_VERIFY(f.child<QMessageBox>("leaveQuestion"));
    QTest::mouseClick(f.child<QMessageBox>("leaveQuestion")->button(QMessageBox::Save), Qt::LeftButton);
    QTRY_VERIFY(!f.window->isVisible());
    QCOMPARE(f.stored("a1", "city"), QStringLiteral("Nice"));
}

void TestLeaving::close_withARefusedValue_staysOpenAndKeepsIt()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    const QString tooLong(300, QLatin1Char('x'));
    QLineEdit *field = f.field("city");
    field->setFocus();
    field->selectAll();
    field->insert(tooLong);
    emit field->textEdited(tooLong);
    f.window->close();
    QVERIFY(f.window->isVisible());
    QCOMPARE(field->text(), tooLong);
    QVERIFY2(f.messages().contains(QStringLiteral("too long")), qPrintable(f.messages()));
    QVERIFY(!f.child<QMessageBox>("leaveQuestion"));
}

void TestLeaving::close_cancelled_staysOpen()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Nice"));
    f.window->close();
    QTRY_VERIFY(f.child<QMessageBox>("leaveQuestion"));
    QTest::mouseClick(f.child<QMessageBox>("leaveQuestion")->button(QMessageBox::Cancel), Qt::LeftButton);
    QTRY_VERIFY(!f.child<QMessageBox>("leaveQuestion"));
    QVERIFY(f.window->isVisible());
    QCOMPARE(f.cell(0, "city"), QStringLiteral("Nice"));
}

void TestLeaving::drafts_comeBackAtTheNextStart()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Nice"));
    f.child<QLineEdit>("reason")->setText(QStringLiteral("moved"));
    // As after a crash: nobody was asked.
    f.makeWindow();
    f.open();
    QTRY_COMPARE(f.cell(0, "city"), QStringLiteral("Nice"));
    QCOMPARE(f.child<QLineEdit>("reason")->text(), QStringLiteral("moved"));
    QVERIFY(f.messages().contains(QStringLiteral("back")));
    QVERIFY(f.child("saveBar")->isVisible());
}

void TestLeaving::drafts_canBeShown()
{
    WindowFixture f;
    f.open();
    for (const int row : {1, 2}) {
        f.choose(row, "city");
        f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Brest"));
    }
    f.makeWindow();
    f.open();
    QTRY_VERIFY(f.child("message_restored"));
    // What can be done with them stands in the bar just below, and only there.
    QCOMPARE(f.child("message_restored")->findChildren<QPushButton *>().size(), 0);
    QSet<QString> shown;
    for (int i = 0; i < 2; ++i) {
        f.child<QPushButton>("showEdit")->click();
        QTRY_VERIFY(f.field("city")->hasFocus() && f.field("city")->text() == QStringLiteral("Brest"));
        QTRY_VERIFY(!shown.contains(f.child<HistoryPanel>("historyPanel")->model().addressId()));
        shown.insert(f.child<HistoryPanel>("historyPanel")->model().addressId());
        QTRY_COMPARE(
            f.grid()->model()->index(f.grid()->currentIndex().row(), f.column("city")).data().toString(),
            QStringLiteral("Brest"));
        QCOMPARE(f.grid()->currentIndex().column(), f.column("city"));
    }
    QCOMPARE(shown.size(), 2);
    QTRY_COMPARE(f.messages(), QString());
    QVERIFY(f.child("saveBar")->isVisible());
}

void TestLeaving::edits_thatASearchHides_canBeShown()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Brest"));
    f.grid()->model()->setData(f.grid()->model()->index(0, f.column("zipCode")), QStringLiteral("29200"));
    const QString edited = f.child<HistoryPanel>("historyPanel")->model().addressId();
    f.search()->setFocus();
    f.type("berger");
    QTRY_COMPARE(f.grid()->model()->rowCount(), 1);
    QTRY_VERIFY(f.child<HistoryPanel>("historyPanel")->model().addressId() != edited);
    for (const char *field : {"zipCode", "city", "zipCode"}) {
        f.press(Qt::Key_F8);
        QTRY_VERIFY(f.field(field)->hasFocus());
        QTRY_COMPARE(f.child<HistoryPanel>("historyPanel")->model().addressId(), edited);
    }
    QTRY_COMPARE(f.cell(f.grid()->currentIndex().row(), "city"), QStringLiteral("Brest"));
    QCOMPARE(f.window->addresses().rowCount(), 1); // The search leads to them now.
}

void TestLeaving::drafts_leaveTheForm_itsHeight()
{
    WindowFixture f;
    f.open();
    auto *form = f.child("addressScroll");
    f.window->resizeDocks({f.child<QDockWidget>("addressDock")}, {330}, Qt::Vertical);
    const auto settle = [] {
        for (int i = 0; i < 4; ++i)
            QCoreApplication::processEvents();
    };
    settle();
    const int height = form->height();
    f.window->close();
    f.makeWindow();
    f.open();
    settle();
    QCOMPARE(f.child("addressScroll")->height(), height);
    f.choose(0, "city");
    f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Nice"));
    f.makeWindow(); // As after a crash.
    f.open();
    QTRY_VERIFY(f.child("saveBar")->isVisible());
    settle();
    QCOMPARE(f.child("addressScroll")->height(), height);
    f.window->discard();
    QTRY_VERIFY(!f.child("saveBar")->isVisible());
    settle();
    QCOMPARE(f.child("addressScroll")->height(), height);
}

void TestLeaving::drafts_atTheFirstStartWithADatabase_leaveTheHistoryItsRoom()
{
    WindowFixture f;
    f.open();
    const auto settle = [] {
        for (int i = 0; i < 4; ++i)
            QCoreApplication::processEvents();
    };
    settle();
    const int height = f.child("addressDock")->height();
    f.choose(0, "city");
    f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Nice"));
    f.makeWindow(); // As after a crash: no layout is stored.
    f.open();
    QTRY_VERIFY(f.child("saveBar")->isVisible());
    settle();
    QCOMPARE(f.child("addressDock")->height(), height);
}

QTEST_MAIN(TestLeaving)
#include "tst_leaving.moc"
