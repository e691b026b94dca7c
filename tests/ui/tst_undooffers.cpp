#include "tests/support/HistoryMaker.h"
#include "tests/ui/WindowFixture.h"

#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

using namespace addressdesk;

namespace {

struct Desk : WindowFixture
{
    Desk()
    {
        HistoryMaker past(*session, QStringLiteral("a2"));
        past.save(QStringLiteral("move"), QStringLiteral("paul"), QStringLiteral("2026-03-03T09:00:00.000Z"))
            .changed(QStringLiteral("city"), QStringLiteral("Rennes"), QStringLiteral("Paris"));
        open();
    }

    void deleteTheFirst()
    {
        choose(0, "city");
        press(Qt::Key_Delete, Qt::ControlModifier);
        QTRY_VERIFY(!session->stored(QStringLiteral("a1")));
        QTRY_VERIFY(!messages().isEmpty());
        QTRY_COMPARE(grid()->model()->rowCount(), 2);
    }
    void setTheSecondBack()
    {
        QTRY_VERIFY(child<QPushButton>("setBackButton")->isEnabled());
        child<QPushButton>("setBackButton")->click();
        QTRY_COMPARE(stored("a2", "city"), QStringLiteral("Rennes"));
        QTRY_VERIFY(child("historyNotice")->isVisible());
    }
    void undo() { press(Qt::Key_Z, Qt::ControlModifier); }
    [[nodiscard]] QAction *action() const { return child<QAction>("undo"); }
    [[nodiscard]] bool isDeleted() const { return !session->stored(QStringLiteral("a1")); }
};

} // namespace

/// Ctrl+Z undoes what was done last, wherever Undo is offered.
class TestUndoOffers final : public QObject
{
    Q_OBJECT

private slots:
    void undo_afterTwoDeletions_restoresTheSecondAndThenTheFirst()
    {
        Desk f;
        f.deleteTheFirst();
        const QString first = f.messages();
        f.choose(0, "city");
        f.press(Qt::Key_Delete, Qt::ControlModifier);
        QTRY_COMPARE(f.grid()->model()->rowCount(), 1);
        QVERIFY(f.messages() != first);
        f.undo();
        QTRY_VERIFY(f.session->stored(QStringLiteral("a2")));
        QTRY_COMPARE(f.messages(), first);
        QVERIFY(f.isDeleted());
        f.undo();
        QTRY_VERIFY(!f.isDeleted());
        QTRY_COMPARE(f.messages(), QString());
    }

    void undo_afterADeletion_restores()
    {
        Desk f;
        QVERIFY(!f.action()->isEnabled());
        f.deleteTheFirst();
        QTRY_VERIFY(f.action()->isEnabled());
        f.undo();
        QTRY_VERIFY(!f.isDeleted());
        QTRY_VERIFY(!f.action()->isEnabled());
    }

    void undo_afterALaterSave_isTheMessagesOwn()
    {
        Desk f;
        f.deleteTheFirst();
        f.choose(0, "city");
        f.type("Nantes");
        f.press(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(f.stored("a2", "city"), QStringLiteral("Nantes"));
        QTRY_VERIFY(!f.action()->isEnabled());
        f.undo();
        QVERIFY(f.isDeleted());
    }

    void undo_heldDown_stopsAtTheLastEdit()
    {
        Desk f;
        f.deleteTheFirst();
        f.choose(0, "label");
        f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Work"));
        QVERIFY(f.action()->autoRepeat());
        f.undo();
        QTRY_VERIFY(!f.action()->autoRepeat());
        QVERIFY(f.action()->isEnabled());
        QVERIFY(f.isDeleted());
    }

    void undo_inAnUntouchedSearch_isTheWindows()
    {
        Desk f;
        f.deleteTheFirst();
        f.press(Qt::Key_F, Qt::ControlModifier);
        QVERIFY(f.search()->hasFocus());
        f.undo();
        QTRY_VERIFY(!f.isDeleted());
    }

    void undo_afterADeletionThatDiscardedEdits_leavesNoGhostOfThem()
    {
        Desk f;
        f.choose(1, "city");
        f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Nantes"));
        f.choose(0, "city");
        f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Brest"));
        f.press(Qt::Key_Delete, Qt::ControlModifier);
        QTRY_VERIFY(f.child<QMessageBox>("deleteQuestion"));
        for (QAbstractButton *button : f.child<QMessageBox>("deleteQuestion")->buttons()) {
            if (button->text() == QStringLiteral("&Delete"))
                button->click();
        }
        QTRY_COMPARE(f.grid()->model()->rowCount(), 2);
        QTRY_VERIFY(f.child("message_lifecycle"));
        f.window->activateWindow(); // As window systems do.
        QTRY_VERIFY(f.window->isActiveWindow());
        // The other address's edit can still be undone, then the deletion, and that is all.
        f.choose(0, "city");
        QCOMPARE(f.cell(0, "city"), QStringLiteral("Nantes"));
        f.undo();
        QCOMPARE(f.cell(0, "city"), QStringLiteral("Paris"));
        f.undo();
        QTRY_VERIFY(!f.isDeleted());
        QTRY_COMPARE(f.cell(0, "city"), QStringLiteral("Lyon"));
        QTRY_VERIFY(!f.action()->isEnabled());
        f.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(f.cell(0, "city"), QStringLiteral("Lyon"));
        QCOMPARE(f.cell(1, "city"), QStringLiteral("Nantes"));
    }

    void undo_afterSettingBack_setsItAgain()
    {
        Desk f;
        f.choose(1, "city");
        f.setTheSecondBack();
        f.undo();
        QTRY_COMPARE(f.stored("a2", "city"), QStringLiteral("Paris"));
    }

    void undo_withUnsavedEdits_takesTheseBackFirst()
    {
        Desk f;
        f.deleteTheFirst();
        f.choose(0, "label");
        f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Work"));
        QVERIFY(f.action()->text().contains(QStringLiteral("edit of Label")));
        f.undo();
        QCOMPARE(f.cell(0, "label"), QStringLiteral("Home"));
        QVERIFY(f.isDeleted());
        f.undo();
        QTRY_VERIFY(!f.isDeleted());
    }

    void undo_ofTwoOffers_takesTheNewestFirst()
    {
        Desk f;
        f.deleteTheFirst();
        f.setTheSecondBack();
        f.undo();
        QTRY_COMPARE(f.stored("a2", "city"), QStringLiteral("Paris"));
        QVERIFY(f.isDeleted());
        QTRY_VERIFY(!f.child("historyUndo")->isVisible());
        f.undo();
        QTRY_VERIFY(!f.isDeleted());
    }

    void undo_inASearch_isOfItsText()
    {
        Desk f;
        f.deleteTheFirst();
        f.search()->setFocus();
        f.type("Berger");
        f.undo();
        QVERIFY(f.search()->text() != QStringLiteral("Berger"));
        QVERIFY(f.isDeleted());
        QVERIFY(!f.messages().isEmpty());
    }

    void undo_whenTheOfferIsClosed_isDisabled()
    {
        Desk f;
        f.deleteTheFirst();
        f.window->messages().dismissAll();
        QTRY_VERIFY(!f.action()->isEnabled());
    }
};

QTEST_MAIN(TestUndoOffers)
#include "tst_undooffers.moc"
