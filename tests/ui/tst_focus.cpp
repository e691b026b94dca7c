#include "tests/ui/WindowFixture.h"

#include <QAbstractButton>
#include <QMessageBox>
#include <QPushButton>

using namespace addressdesk;

/// Nobody has to look for the place where they were working.
class TestFocus final : public QObject
{
    Q_OBJECT

private slots:
    void save_withTheMouse_returnsToTheField()
    {
        WindowFixture f;
        editCityInForm(f);
        QTest::mouseClick(f.child("save"), Qt::LeftButton);
        QTRY_COMPARE(f.stored("a1", "city"), QStringLiteral("Nice"));
        QTRY_VERIFY(!f.child("saveBar")->isVisible());
        QVERIFY(f.field("city")->hasFocus());
    }

    void save_withTheKey_staysInTheField()
    {
        WindowFixture f;
        editCityInForm(f);
        f.press(Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!f.child("saveBar")->isVisible());
        QVERIFY(f.field("city")->hasFocus());
    }

    void save_leavesTheCursorWhereItIs_data()
    {
        QTest::addColumn<bool>("isMouse");
        QTest::addColumn<bool>("isSelected");
        for (const bool isMouse : {false, true}) {
            for (const bool isSelected : {false, true})
                QTest::addRow("%s, %s", isMouse ? "mouse" : "key", isSelected ? "selection" : "cursor")
                    << isMouse << isSelected;
        }
    }

    void save_leavesTheCursorWhereItIs()
    {
        QFETCH(bool, isMouse);
        QFETCH(bool, isSelected);
        WindowFixture f;
        editCityInForm(f);
        QLineEdit *line = f.field("city");
        line->setCursorPosition(2);
        if (isSelected)
            line->setSelection(1, 2);
        const int cursor = line->cursorPosition();
        const QString selected = line->selectedText();
        if (isMouse)
            QTest::mouseClick(f.child("save"), Qt::LeftButton);
        else
            f.press(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(f.stored("a1", "city"), QStringLiteral("Nice"));
        QTRY_VERIFY(!f.child("saveBar")->isVisible());
        QTRY_VERIFY(line->hasFocus());
        QCOMPARE(line->cursorPosition(), cursor);
        QCOMPARE(line->selectedText(), selected);
    }

    void anotherWindow_leavesTheCursorWhereItIs()
    {
        WindowFixture f;
        editCityInForm(f);
        f.field("city")->setCursorPosition(2);
        QWidget other;
        other.show();
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        QVERIFY(!f.field("city")->hasFocus());
        f.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(f.window.get()));
        QTRY_VERIFY(f.field("city")->hasFocus());
        QCOMPARE(f.field("city")->cursorPosition(), 2);
    }

    void save_fromTheReason_returnsToTheField()
    {
        WindowFixture f;
        editCityInForm(f);
        f.trigger("reasonAction");
        f.type("moved");
        f.press(Qt::Key_Return);
        QTRY_COMPARE(f.stored("a1", "city"), QStringLiteral("Nice"));
        QTRY_VERIFY(!f.child("saveBar")->isVisible());
        QVERIFY(f.field("city")->hasFocus());
    }

    void tab_inTheForm_leadsThroughTheFieldsAsTheyStand()
    {
        WindowFixture f;
        f.open();
        const QWidget *form = f.child("addressForm");
        f.field("label")->setFocus();
        std::pair<int, int> before(-1, -1);
        int fields = 0;
        for (; form->isAncestorOf(f.focus()); ++fields) {
            const QPoint place = f.focus()->mapTo(form, QPoint());
            const std::pair<int, int> now(place.y(), place.x());
            QVERIFY2(before < now, qPrintable(f.focus()->objectName()));
            before = now;
            f.press(Qt::Key_Tab);
        }
        QCOMPARE(fields, 6);
        QVERIFY(f.child("historyPanel")->isAncestorOf(f.focus())); // And on.
    }

    void save_ofACell_staysInTheCell()
    {
        WindowFixture f;
        f.open();
        f.choose(1, "city");
        f.type("Nice");
        f.press(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(f.stored("a2", "city"), QStringLiteral("Nice"));
        QTRY_VERIFY(!f.child("saveBar")->isVisible());
        QVERIFY(f.grid()->hasFocus());
        QCOMPARE(f.grid()->currentIndex(), f.grid()->model()->index(1, f.column("city")));
    }

    void save_refusedReason_keepsTheFocusThere()
    {
        WindowFixture f;
        editCityInForm(f);
        f.child<QLineEdit>("reason")->setText(QString(300, u'x'));
        QTest::mouseClick(f.child("save"), Qt::LeftButton);
        QTRY_VERIFY(f.child("reason")->hasFocus());
    }

    void discard_withTheMouse_returnsToTheField()
    {
        WindowFixture f;
        editCityInForm(f);
        QTest::mouseClick(f.child("discard"), Qt::LeftButton);
        QTRY_VERIFY(!f.child("saveBar")->isVisible());
        QCOMPARE(f.field("city")->text(), QStringLiteral("Lyon"));
        QVERIFY(f.field("city")->hasFocus());
        // So does what the message offers.
        auto *undo = f.child("message_discard")->findChild<QPushButton *>();
        undo->setFocus();
        QTest::keyClick(undo, Qt::Key_Space);
        QCOMPARE(f.field("city")->text(), QStringLiteral("Nice"));
        QVERIFY(f.field("city")->hasFocus());
    }

    void discard_ofACell_returnsToTheCell()
    {
        WindowFixture f;
        f.open();
        f.choose(1, "city");
        f.type("Nice");
        QTest::keyClick(f.cellEditor(), Qt::Key_Tab);
        f.choose(1, "city");
        f.child("discard")->setFocus();
        QTest::keyClick(f.child("discard"), Qt::Key_Space);
        QTRY_VERIFY(!f.child("saveBar")->isVisible());
        QVERIFY(f.grid()->hasFocus());
        QCOMPARE(f.grid()->currentIndex(), f.grid()->model()->index(1, f.column("city")));
    }

    void discard_asked_returnsToTheField()
    {
        WindowFixture f;
        editCityInForm(f);
        f.trigger("reasonAction");
        f.press(Qt::Key_Escape);
        auto *question = f.child<QMessageBox>("discardQuestion");
        QVERIFY(question);
        for (QAbstractButton *button : question->buttons()) {
            if (question->buttonRole(button) == QMessageBox::DestructiveRole)
                button->click();
        }
        QTRY_VERIFY(!f.child("discardQuestion"));
        QCOMPARE(f.window->focusWidget(), f.field("city"));
    }

    void reason_whileACellIsTyped_data()
    {
        QTest::addColumn<bool>("byLetter");
        QTest::addColumn<bool>("isSecondEdit");
        QTest::newRow("key") << false << false;
        QTest::newRow("letter of the label") << true << false;
        QTest::newRow("key, second edit") << false << true;
        QTest::newRow("letter of the label, second edit") << true << true;
    }

    void reason_whileACellIsTyped()
    {
        QFETCH(bool, byLetter);
        QFETCH(bool, isSecondEdit);
        WindowFixture f;
        f.open();
        QVERIFY(!f.child<QAction>("reasonAction")->isEnabled());
        if (isSecondEdit)
            f.grid()->model()->setData(f.grid()->model()->index(1, f.column("city")),
                                       QStringLiteral("Brest"));
        f.choose(0, "city");
        f.type("Nice");
        QVERIFY(f.cellEditor());
        f.press(Qt::Key_R, byLetter ? Qt::AltModifier : Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(f.child("reason")->hasFocus());
        f.type("moved");
        f.press(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(f.stored("a1", "city"), QStringLiteral("Nice"));
        QCOMPARE(f.session->saveRequests().first().reason, FieldValue(QStringLiteral("moved")));
    }

    void reason_whileNothingIsNew_leavesTheCell()
    {
        WindowFixture f;
        f.open();
        f.choose(0, "city");
        f.press(Qt::Key_F2);
        f.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(f.grid()->hasFocus());
        QVERIFY(!f.child<QAction>("reasonAction")->isEnabled());
    }

    void down_afterASearchInVain_staysInTheSearch()
    {
        WindowFixture f;
        f.open();
        f.press(Qt::Key_F, Qt::ControlModifier);
        f.type("zzz");
        f.press(Qt::Key_Down); // Before the answer is there.
        QTRY_VERIFY(f.child("emptyState")->isVisible());
        f.press(Qt::Key_Down);
        QVERIFY(f.search()->hasFocus());
        f.type("y");
        QCOMPARE(f.search()->text(), QStringLiteral("zzzy"));
    }

    void titlesKey_inItsField_selectsTheText()
    {
        WindowFixture f;
        f.open();
        f.choose(0, "city");
        f.press(Qt::Key_C, Qt::AltModifier);
        QCOMPARE(f.field("city")->selectedText(), QStringLiteral("Lyon"));
        f.press(Qt::Key_End);
        QVERIFY(!f.field("city")->hasSelectedText());
        f.press(Qt::Key_C, Qt::AltModifier);
        QCOMPARE(f.field("city")->selectedText(), QStringLiteral("Lyon"));
    }

private:
    static void editCityInForm(WindowFixture &f)
    {
        f.open();
        f.choose(0, "city");
        f.press(Qt::Key_C, Qt::AltModifier);
        f.type("Nice");
        QTRY_VERIFY(f.child("saveBar")->isVisible());
    }
};

QTEST_MAIN(TestFocus)
#include "tst_focus.moc"
