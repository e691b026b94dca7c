#include "tests/ui/WindowFixture.h"

#include "ui/history/HistoryPanel.h"

using namespace addressdesk;

/// Keystrokes for the commonest jobs, counted; typing of names and values aside.
class TestKeyBudget final : public QObject
{
    Q_OBJECT

private slots:
    void budget_correctOneFieldThroughTheForm();
    void budget_correctOneFieldThroughTheGrid();
    void budget_setTheLatestChangeBack();
    void budget_restoreADeletedAddress();
    void budget_createAnAddress();
};

void TestKeyBudget::budget_correctOneFieldThroughTheForm()
{
    WindowFixture f;
    f.open();
    f.choose(2, "label");
    f.press(Qt::Key_F, Qt::ControlModifier);
    f.type("berger");
    // The letters that Alt reaches a field with are underlined; "City" has its own.
    f.press(Qt::Key_C, Qt::AltModifier);
    f.type("Rennes");
    QTRY_COMPARE(f.field("city")->text(), QStringLiteral("Rennes"));
    f.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(f.stored("a2", "city"), QStringLiteral("Rennes"));
    QVERIFY2(f.keystrokes <= 6, qPrintable(QString::number(f.keystrokes)));
}

void TestKeyBudget::budget_correctOneFieldThroughTheGrid()
{
    WindowFixture f;
    f.open();
    f.choose(2, "city");
    f.press(Qt::Key_F, Qt::ControlModifier);
    f.type("berger");
    f.press(Qt::Key_Down);
    QTRY_VERIFY(f.grid()->hasFocus());
    f.type("Rennes");
    f.press(Qt::Key_Return);
    QTRY_COMPARE(f.cell(0, "city"), QStringLiteral("Rennes"));
    f.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(f.stored("a2", "city"), QStringLiteral("Rennes"));
    QVERIFY2(f.keystrokes <= 6, qPrintable(QString::number(f.keystrokes)));
}

void TestKeyBudget::budget_setTheLatestChangeBack()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Nice"));
    f.window->save();
    QTRY_COMPARE(f.stored("a1", "city"), QStringLiteral("Nice"));
    auto *history = f.window->findChild<HistoryPanel *>();
    QTRY_VERIFY(history->model().rowCount() > 1);
    f.press(Qt::Key_H, Qt::ControlModifier);
    f.press(Qt::Key_Backspace, Qt::ControlModifier);
    QTRY_COMPARE(f.stored("a1", "city"), QStringLiteral("Lyon"));
    QTRY_COMPARE(f.cell(0, "city"), QStringLiteral("Lyon"));
    QVERIFY2(f.keystrokes <= 2, qPrintable(QString::number(f.keystrokes)));
}

void TestKeyBudget::budget_restoreADeletedAddress()
{
    WindowFixture f;
    f.open();
    f.session->deleteElsewhere(QStringLiteral("a2"));
    QTRY_COMPARE(f.grid()->model()->rowCount(), 2);
    f.press(Qt::Key_D, Qt::ControlModifier);
    auto *table = f.child<QTableView>("deletedTable");
    QTRY_COMPARE(table->model()->rowCount(), 1);
    QTRY_VERIFY(f.child("deletedFilter")->hasFocus());
    f.type("berger");
    f.press(Qt::Key_Return);
    QTRY_VERIFY(f.session->stored(QStringLiteral("a2")).has_value());
    QVERIFY2(f.keystrokes <= 4, qPrintable(QString::number(f.keystrokes)));
    QTRY_COMPARE(f.grid()->model()->rowCount(), 3);
}

void TestKeyBudget::budget_createAnAddress()
{
    WindowFixture f;
    f.open();
    f.choose(1, "city");
    f.press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(f.child("newAddress") != nullptr);
    QTRY_COMPARE(f.child<QAbstractItemView>("customerList")->currentIndex().data().toString(),
                 QStringLiteral("Berger, Anna"));
    QTRY_VERIFY(f.child("new_label")->hasFocus());
    f.type("Work");
    f.child("new_city")->setFocus();
    f.type("Brest");
    f.press(Qt::Key_Return);
    QTRY_COMPARE(f.grid()->model()->rowCount(), 4);
    QTRY_COMPARE(f.grid()->currentIndex().siblingAtColumn(f.column("city")).data().toString(),
                 QStringLiteral("Brest"));
    QCOMPARE(f.cell(f.grid()->currentIndex().row(), "country"), QStringLiteral("France"));
}

QTEST_MAIN(TestKeyBudget)
#include "tst_keybudget.moc"
