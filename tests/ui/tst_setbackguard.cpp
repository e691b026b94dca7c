#include "tests/ui/SetBackDesk.h"

using namespace addressdesk;

/// The key that sets back never reaches an address unawares.
class TestSetBackGuard final : public QObject
{
    Q_OBJECT

private slots:
    void setBack_whenReturnMovedToAnotherRow_asksFirst();
    void setBack_ofAWholeSave_asksFirst();
    void setBack_whenTheSavedAddressIsShown_asksNothing();
    void setBack_whenAnotherRowWasChosenSince_asksNothing_data();
    void setBack_whenAnotherRowWasChosenSince_asksNothing();
    void setBack_insideTheHistory_asksNothing();
    void setBack_whenAnotherRowWasChosenDuringTheSave_asksNothing();
    void setBack_whenSavedAfterChoosing_asksFirst();
    void setBack_inAnotherDatabase_asksNothing();
    void setBack_afterADeletion_asksFirst();
    void setBack_whenTheChosenAddressIsGone_asksFirst_data();
    void setBack_whenTheChosenAddressIsGone_asksFirst();
    void setBack_whenReturnFollowsTheSave_asksFirst();
    void setBack_withoutHistory_saysSo();
    void setBack_whileACellIsEdited_doesNothing();
    void setBack_underAnEditOfOnesOwn_keepsItWithoutConflict();
    void undo_whileSomethingElseIsSetBack_waits();
    void notice_namesTheCustomer();
};

void TestSetBackGuard::setBack_whenReturnMovedToAnotherRow_asksFirst()
{
    SetBackDesk f;
    f.correctTheFirst();
    f.setBack();
    QTRY_VERIFY(f.question());
    QCOMPARE(f.messages(),
             QStringLiteral("Set City of Anna Berger back to \u2068“Rennes”\u2069? Your last change "
                            "concerned Anna Adam."));
    QCOMPARE(f.session->revertRequests().size(), 0);
    QCOMPARE(f.focus(), f.answer(QStringLiteral("Cancel")));
}

void TestSetBackGuard::setBack_ofAWholeSave_asksFirst()
{
    SetBackDesk f;
    f.correctTheFirst();
    f.press(Qt::Key_Backspace, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(f.question());
    QVERIFY2(f.messages().startsWith(QStringLiteral("Set 2 field")), qPrintable(f.messages()));
    QCOMPARE(f.session->revertRequests().size(), 0);
}

void TestSetBackGuard::setBack_whenTheSavedAddressIsShown_asksNothing()
{
    SetBackDesk f;
    f.choose(1, "city");
    f.type("Nantes");
    f.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(f.stored("a2", "city"), QStringLiteral("Nantes"));
    QTRY_VERIFY(!f.panel()->model().isLoading() && f.panel()->model().rowCount() == 4);
    f.setBack();
    QTRY_COMPARE(f.stored("a2", "city"), QStringLiteral("Paris"));
    QVERIFY(!f.question());
}

void TestSetBackGuard::setBack_whenAnotherRowWasChosenSince_asksNothing_data()
{
    QTest::addColumn<int>("way");
    QTest::newRow("key") << 0;
    QTest::newRow("mouse") << 1;
    QTest::newRow("search") << 2;
}

void TestSetBackGuard::setBack_whenAnotherRowWasChosenSince_asksNothing()
{
    QFETCH(int, way);
    SetBackDesk f;
    f.correctTheFirst();
    if (way == 0) {
        f.press(Qt::Key_Down);
    } else if (way == 1) {
        const QRect place = f.grid()->visualRect(f.grid()->model()->index(2, 2));
        QTest::mouseClick(f.grid()->viewport(), Qt::LeftButton, {}, place.center());
    } else {
        f.press(Qt::Key_F, Qt::ControlModifier);
        f.type("colin");
        f.press(Qt::Key_Down);
        QTRY_VERIFY(f.grid()->hasFocus());
    }
    f.awaitHistory("a3");
    f.setBack();
    QTRY_COMPARE(f.stored("a3", "city"), QStringLiteral("Brest"));
    QVERIFY(!f.question());
}

void TestSetBackGuard::setBack_insideTheHistory_asksNothing()
{
    SetBackDesk f;
    f.correctTheFirst();
    f.press(Qt::Key_H, Qt::ControlModifier);
    f.setBack();
    QTRY_COMPARE(f.stored("a2", "city"), QStringLiteral("Rennes"));
    QVERIFY(!f.question());
}

void TestSetBackGuard::setBack_whenAnotherRowWasChosenDuringTheSave_asksNothing()
{
    SetBackDesk f;
    f.choose(0, "city");
    f.typeAndReturn(1);
    f.session->setManual(true);
    f.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(f.session->saveRequests().size(), 1);
    f.press(Qt::Key_Down);
    f.session->setManual(false);
    f.session->answerAll();
    QTRY_COMPARE(f.stored("a1", "city"), QStringLiteral("Nantes"));
    f.awaitHistory("a3");
    f.setBack();
    QTRY_COMPARE(f.stored("a3", "city"), QStringLiteral("Brest"));
    QVERIFY(!f.question());
}

void TestSetBackGuard::setBack_whenSavedAfterChoosing_asksFirst()
{
    SetBackDesk f;
    f.choose(0, "city");
    f.press(Qt::Key_Down);
    f.press(Qt::Key_Up);
    f.correctTheFirst();
    f.setBack();
    QTRY_VERIFY(f.question());
    QCOMPARE(f.session->revertRequests().size(), 0);
}

void TestSetBackGuard::setBack_inAnotherDatabase_asksNothing()
{
    SetBackDesk f;
    f.choose(1, "city");
    f.typeAndReturn(2);
    f.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(f.stored("a2", "city"), QStringLiteral("Nantes"));
    f.session = std::make_shared<FakeDeskSession>();
    f.session->setRows(rows::few());
    f.addMove(QStringLiteral("a1"), QStringLiteral("Brest"), QStringLiteral("Lyon"));
    f.open();
    f.choose(0, "city");
    f.awaitHistory("a1");
    f.trigger("setBackAction");
    QTRY_COMPARE(f.stored("a1", "city"), QStringLiteral("Brest"));
    QVERIFY(!f.question());
}

void TestSetBackGuard::setBack_afterADeletion_asksFirst()
{
    SetBackDesk f;
    f.choose(0, "city");
    f.press(Qt::Key_Delete, Qt::ControlModifier);
    QTRY_VERIFY(!f.session->stored(QStringLiteral("a1")));
    f.awaitHistory("a2");
    f.setBack();
    QTRY_VERIFY(f.question());
    QVERIFY2(f.messages().endsWith(QStringLiteral("Your last change concerned Anna Adam.")),
             qPrintable(f.messages()));
    QCOMPARE(f.session->revertRequests().size(), 0);
}

void TestSetBackGuard::setBack_whenTheChosenAddressIsGone_asksFirst_data()
{
    QTest::addColumn<bool>("isInHistory");
    QTest::newRow("focus in the list") << false;
    QTest::newRow("focus in the history") << true;
}

void TestSetBackGuard::setBack_whenTheChosenAddressIsGone_asksFirst()
{
    QFETCH(bool, isInHistory);
    SetBackDesk f;
    const QRect place = f.grid()->visualRect(f.grid()->model()->index(0, 2));
    QTest::mouseClick(f.grid()->viewport(), Qt::LeftButton, {}, place.center());
    QTRY_COMPARE(f.panel()->model().addressId(), QStringLiteral("a1"));
    QTRY_VERIFY(f.panel()->model().isLoaded());
    if (isInHistory)
        f.press(Qt::Key_H, Qt::ControlModifier);
    QCoreApplication::processEvents();
    f.session->deleteElsewhere(QStringLiteral("a1"));
    f.awaitHistory("a2");
    if (isInHistory) // Which was empty for a moment, and lost the focus.
        f.panel()->setFocus(Qt::OtherFocusReason);
    f.setBack();
    QTRY_VERIFY(f.question());
    QVERIFY2(f.messages().contains(QStringLiteral("It is not the address that you chose")),
             qPrintable(f.messages()));
    QCOMPARE(f.session->revertRequests().size(), 0);
}

void TestSetBackGuard::setBack_whenReturnFollowsTheSave_asksFirst()
{
    SetBackDesk f;
    f.choose(0, "city");
    f.type("Nantes");
    f.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(f.stored("a1", "city"), QStringLiteral("Nantes"));
    f.press(Qt::Key_Return);
    QTRY_COMPARE(f.grid()->currentIndex().row(), 1);
    f.awaitHistory("a2");
    f.setBack();
    QTRY_VERIFY(f.question());
    QCOMPARE(f.session->revertRequests().size(), 0);
}

void TestSetBackGuard::setBack_withoutHistory_saysSo()
{
    SetBackDesk f;
    f.choose(0, "city");
    QTRY_COMPARE(f.panel()->model().addressId(), QStringLiteral("a1"));
    QTRY_VERIFY(f.panel()->model().isLoaded());
    f.setBack();
    QCOMPARE(f.child<QLabel>("historyNoticeText")->text(),
             QStringLiteral("Nothing has been changed at this address, so nothing can be set back."));
}

void TestSetBackGuard::setBack_whileACellIsEdited_doesNothing()
{
    SetBackDesk f;
    f.choose(1, "city");
    f.awaitHistory("a2");
    f.press(Qt::Key_F2);
    f.press(Qt::Key_Backspace, Qt::ControlModifier | Qt::ShiftModifier);
    f.setBack();
    QCoreApplication::processEvents();
    QCOMPARE(f.session->revertRequests().size(), 0);
    QCOMPARE(f.stored("a2", "city"), QStringLiteral("Paris"));
}

void TestSetBackGuard::setBack_underAnEditOfOnesOwn_keepsItWithoutConflict()
{
    SetBackDesk f;
    f.choose(1, "city");
    f.awaitHistory("a2");
    f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Lille"));
    f.setBack();
    QTRY_COMPARE(f.stored("a2", "city"), QStringLiteral("Rennes"));
    QCOMPARE(f.cell(1, "city"), QStringLiteral("Lille"));
    f.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(f.stored("a2", "city"), QStringLiteral("Lille"));
    QVERIFY(!f.child<QDialog>("conflictDialog"));
}

void TestSetBackGuard::undo_whileSomethingElseIsSetBack_waits()
{
    SetBackDesk f;
    f.choose(1, "city");
    f.awaitHistory("a2");
    f.setBack();
    QTRY_COMPARE(f.stored("a2", "city"), QStringLiteral("Rennes"));
    QTRY_VERIFY(!f.panel()->model().isLoading());
    const HistoryModel &history = f.panel()->model();
    for (int row = 1; row < history.rowCount(); ++row) {
        if (history.entry(row)->event.field() == QStringLiteral("zipCode"))
            f.child<QAbstractItemView>("historyView")->setCurrentIndex(history.index(row));
    }
    f.session->setManual(true);
    f.setBack();
    f.press(Qt::Key_Z, Qt::ControlModifier);
    f.session->setManual(false);
    f.session->answerAll();
    QTRY_COMPARE(f.stored("a2", "zipCode"), QStringLiteral("35000"));
    QTRY_COMPARE(f.child<QLabel>("historyNoticeText")->text(),
                 QStringLiteral("Anna Berger: Postal code set back to \u2068“35000”\u2069."));
    QVERIFY(f.child<QPushButton>("historyUndo")->isVisible());
}

void TestSetBackGuard::notice_namesTheCustomer()
{
    SetBackDesk f;
    f.choose(1, "city");
    f.awaitHistory("a2");
    f.setBack();
    QTRY_COMPARE(f.child<QLabel>("historyNoticeText")->text(),
                 QStringLiteral("Anna Berger: City set back to \u2068“Rennes”\u2069."));
}

QTEST_MAIN(TestSetBackGuard)
#include "tst_setbackguard.moc"
