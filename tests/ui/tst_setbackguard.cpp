#include "tests/support/HistoryMaker.h"
#include "tests/ui/WindowFixture.h"

#include "ui/history/HistoryPanel.h"

#include <QAbstractItemView>
#include <QDialog>
#include <QLabel>
#include <QPushButton>

using namespace addressdesk;

namespace {

/// Two addresses have a history that nobody in this window has made.
struct Desk : WindowFixture
{
    explicit Desk(const QList<AddressRow> &rows = rows::few())
    {
        session->setRows(rows);
        addMove(QStringLiteral("a2"), QStringLiteral("Rennes"), QStringLiteral("Paris"));
        addMove(QStringLiteral("a3"), QStringLiteral("Brest"), QStringLiteral("Nice"));
        open();
    }

    void addMove(const QString &addressId, const QString &from, const QString &to) const
    {
        HistoryMaker past(*session, addressId);
        past.save(QStringLiteral("move of ") + addressId, QStringLiteral("paul"),
                  QStringLiteral("2026-03-03T09:00:00.000Z"))
            .changed(QStringLiteral("city"), from, to)
            .changed(QStringLiteral("zipCode"), QStringLiteral("35000"), QStringLiteral("69001"));
    }

    /// As people do it: type, Return, save.
    void correctTheFirst()
    {
        choose(0, "city");
        typeAndReturn(1);
        press(Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(stored("a1", "city"), QStringLiteral("Nantes"));
        awaitHistory("a2");
    }
    /// Leads to this row.
    void typeAndReturn(int row)
    {
        type("Nantes");
        press(Qt::Key_Return);
        QTRY_COMPARE(grid()->currentIndex().row(), row);
    }
    void awaitHistory(const char *addressId) const
    {
        const HistoryModel &history = panel()->model();
        QTRY_COMPARE(history.addressId(), QLatin1String(addressId));
        QTRY_VERIFY(history.isLoaded() && !history.isLoading());
        QTRY_VERIFY(child<QPushButton>("setBackButton")->isEnabled());
        const int row = history.entry(1)->event.field() == QStringLiteral("zipCode") ? 2 : 1;
        child<QAbstractItemView>("historyView")->setCurrentIndex(history.index(row));
    }
    void setBack() { press(Qt::Key_Backspace, Qt::ControlModifier); }
    [[nodiscard]] HistoryPanel *panel() const { return child<HistoryPanel>("historyPanel"); }
    [[nodiscard]] QFrame *question() const { return child<QFrame>("message_setBack"); }
    [[nodiscard]] QPushButton *answer(const QString &text) const
    {
        const QList<QPushButton *> buttons = question()->findChildren<QPushButton *>();
        for (QPushButton *button : buttons) {
            if (button->accessibleName() == text)
                return button;
        }
        return nullptr;
    }
};

} // namespace

/// The key that sets back never reaches an address unawares.
class TestSetBackGuard final : public QObject
{
    Q_OBJECT

private slots:
    void setBack_whenReturnMovedToAnotherRow_asksFirst();
    void setBack_whenAskedAndPressedAgain_stillAsks();
    void setBack_whenAnsweredWithACancellingKey_doesNothing_data();
    void setBack_whenAnsweredWithACancellingKey_doesNothing();
    void setBack_whenConfirmed_concernsWhatWasAsked();
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
    void setBack_ofAWholeSave_countsWhatCanBe();
    void setBack_withoutHistory_saysSo();
    void setBack_whileACellIsEdited_doesNothing();
    void undo_whileSomethingElseIsSetBack_waits();
    void setBack_afterASaveOfSeveral_saysHowMany();
    void setBack_inAnotherAddressOfTheCustomer_saysSo();
    void setBack_ofACreation_asksWhetherToDelete();
    void setBack_ofADeletion_asksWhetherToRestore();
    void question_whenAnotherAddressIsShown_goes();
    void question_returnPressesTheAnswerWithTheFocus();
    void question_aboutLaterChanges_endsWithItsDatabase();
    void notice_namesTheCustomer();
};

void TestSetBackGuard::setBack_whenReturnMovedToAnotherRow_asksFirst()
{
    Desk f;
    f.correctTheFirst();
    f.setBack();
    QTRY_VERIFY(f.question());
    QCOMPARE(f.messages(),
             QStringLiteral("Set City of Anna Berger back to \u2068“Rennes”\u2069? Your last change "
                            "concerned Anna Adam."));
    QCOMPARE(f.session->revertRequests().size(), 0);
    QCOMPARE(f.focus(), f.answer(QStringLiteral("Cancel")));
}

void TestSetBackGuard::setBack_whenAskedAndPressedAgain_stillAsks()
{
    Desk f;
    f.correctTheFirst();
    f.setBack();
    QTRY_VERIFY(f.question());
    f.setBack();
    QCOMPARE(f.window->messages().texts().size(), 1);
    QCOMPARE(f.focus()->accessibleName(), QStringLiteral("Cancel"));
    QCOMPARE(f.session->revertRequests().size(), 0);
}

void TestSetBackGuard::setBack_whenAnsweredWithACancellingKey_doesNothing_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Return") << Qt::Key_Return;
    QTest::newRow("Enter") << Qt::Key_Enter;
    QTest::newRow("Escape") << Qt::Key_Escape;
}

void TestSetBackGuard::setBack_whenAnsweredWithACancellingKey_doesNothing()
{
    QFETCH(Qt::Key, key);
    Desk f;
    f.correctTheFirst();
    f.setBack();
    QTRY_VERIFY(f.question());
    f.press(key);
    QCOMPARE(f.messages(), QString());
    QCOMPARE(f.session->revertRequests().size(), 0);
    QVERIFY(f.grid()->hasFocus());
    QCOMPARE(f.stored("a2", "city"), QStringLiteral("Paris"));
}

void TestSetBackGuard::setBack_whenConfirmed_concernsWhatWasAsked()
{
    Desk f;
    f.correctTheFirst();
    f.setBack();
    QTRY_VERIFY(f.question());
    f.answer(QStringLiteral("Set back"))->click();
    QTRY_COMPARE(f.stored("a2", "city"), QStringLiteral("Rennes"));
    QCOMPARE(f.session->revertRequests().size(), 1);
    QCOMPARE(f.stored("a1", "city"), QStringLiteral("Nantes"));
}

void TestSetBackGuard::setBack_ofAWholeSave_asksFirst()
{
    Desk f;
    f.correctTheFirst();
    f.press(Qt::Key_Backspace, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(f.question());
    QVERIFY2(f.messages().startsWith(QStringLiteral("Set 2 field")), qPrintable(f.messages()));
    QCOMPARE(f.session->revertRequests().size(), 0);
}

void TestSetBackGuard::setBack_whenTheSavedAddressIsShown_asksNothing()
{
    Desk f;
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
    Desk f;
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
    Desk f;
    f.correctTheFirst();
    f.press(Qt::Key_H, Qt::ControlModifier);
    f.setBack();
    QTRY_COMPARE(f.stored("a2", "city"), QStringLiteral("Rennes"));
    QVERIFY(!f.question());
}

void TestSetBackGuard::setBack_whenAnotherRowWasChosenDuringTheSave_asksNothing()
{
    Desk f;
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
    Desk f;
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
    Desk f;
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
    Desk f;
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
    Desk f;
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
    Desk f;
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

void TestSetBackGuard::setBack_ofAWholeSave_countsWhatCanBe()
{
    Desk f;
    f.session->changeElsewhere(QStringLiteral("a2"), QStringLiteral("city"), QStringLiteral("Rennes"));
    f.correctTheFirst();
    auto *view = f.child<QAbstractItemView>("historyView");
    const HistoryModel &history = f.panel()->model();
    for (int row = 1; row < history.rowCount(); ++row) {
        if (history.entry(row)->event.field() == QStringLiteral("zipCode"))
            view->setCurrentIndex(history.index(row));
    }
    f.press(Qt::Key_Backspace, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(f.question());
    QVERIFY2(f.messages().startsWith(QStringLiteral("Set Postal code of Anna Berger back to")),
             qPrintable(f.messages()));
}

void TestSetBackGuard::setBack_withoutHistory_saysSo()
{
    Desk f;
    f.choose(0, "city");
    QTRY_COMPARE(f.panel()->model().addressId(), QStringLiteral("a1"));
    QTRY_VERIFY(f.panel()->model().isLoaded());
    f.setBack();
    QCOMPARE(f.child<QLabel>("historyNoticeText")->text(),
             QStringLiteral("Nothing has been changed at this address, so nothing can be set back."));
}

void TestSetBackGuard::setBack_whileACellIsEdited_doesNothing()
{
    Desk f;
    f.choose(1, "city");
    f.awaitHistory("a2");
    f.press(Qt::Key_F2);
    f.press(Qt::Key_Backspace, Qt::ControlModifier | Qt::ShiftModifier);
    f.setBack();
    QCoreApplication::processEvents();
    QCOMPARE(f.session->revertRequests().size(), 0);
    QCOMPARE(f.stored("a2", "city"), QStringLiteral("Paris"));
}

void TestSetBackGuard::question_returnPressesTheAnswerWithTheFocus()
{
    Desk f;
    f.correctTheFirst();
    f.setBack();
    QTRY_VERIFY(f.question());
    f.press(Qt::Key_Return); // Cancel.
    QCOMPARE(f.messages(), QString());
    f.setBack();
    QTRY_VERIFY(f.question());
    f.answer(QStringLiteral("Set back"))->setFocus();
    f.press(Qt::Key_Return);
    QTRY_COMPARE(f.stored("a2", "city"), QStringLiteral("Rennes"));
}

void TestSetBackGuard::question_aboutLaterChanges_endsWithItsDatabase()
{
    Desk f;
    f.session->changeElsewhere(QStringLiteral("a2"), QStringLiteral("city"), QStringLiteral("Lille"));
    f.choose(1, "city");
    QTRY_COMPARE(f.panel()->model().addressId(), QStringLiteral("a2"));
    QTRY_VERIFY(f.panel()->model().isLoaded() && !f.panel()->model().isLoading());
    const int row = f.panel()->model().entry(1)->event.field() == QStringLiteral("city") ? 1 : 2;
    f.child<QAbstractItemView>("historyView")->setCurrentIndex(f.panel()->model().index(row));
    f.setBack();
    QTRY_VERIFY(QApplication::activeModalWidget());
    const QPointer<QDialog> dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
    const auto first = f.session;
    f.session = std::make_shared<FakeDeskSession>();
    f.session->setRows(rows::few());
    f.addMove(QStringLiteral("a3"), QStringLiteral("Oslo"), QStringLiteral("Nice"));
    f.window->showSession(f.session);
    QVERIFY(!dialog || !dialog->isVisible());
    QCOMPARE(first->revertRequests().size() + f.session->revertRequests().size(), 0);
}

void TestSetBackGuard::undo_whileSomethingElseIsSetBack_waits()
{
    Desk f;
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

void TestSetBackGuard::setBack_afterASaveOfSeveral_saysHowMany()
{
    Desk f;
    f.choose(0, "city");
    f.typeAndReturn(1);
    f.typeAndReturn(2);
    f.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(f.stored("a2", "city"), QStringLiteral("Nantes"));
    f.awaitHistory("a3");
    f.setBack();
    QTRY_VERIFY(f.question());
    QVERIFY2(f.messages().startsWith(QStringLiteral("Set City of Anna Colin back to \u2068“Brest”\u2069? "
                                                    "Your last save concerned 2 other address")),
             qPrintable(f.messages()));
    QCOMPARE(f.session->revertRequests().size(), 0);
}

void TestSetBackGuard::setBack_inAnotherAddressOfTheCustomer_saysSo()
{
    QList<AddressRow> rows = rows::few();
    rows[1].customer = rows[0].customer;
    Desk f(rows);
    f.correctTheFirst();
    f.setBack();
    QTRY_COMPARE(f.messages(),
                 QStringLiteral("Set City of Anna Adam back to \u2068“Rennes”\u2069? Your last change "
                                "concerned another address."));
    QCOMPARE(f.session->revertRequests().size(), 0);
}

void TestSetBackGuard::setBack_ofACreation_asksWhetherToDelete()
{
    Desk f;
    HistoryMaker(*f.session, QStringLiteral("a2"))
        .save(QStringLiteral("creation"), QStringLiteral("paul"), QStringLiteral("2026-03-04T09:00:00.000Z"))
        .created(f.session->stored(QStringLiteral("a2"))->address.values);
    f.correctTheFirst();
    f.setBack();
    QTRY_COMPARE(f.messages(), QStringLiteral("Delete the address of Anna Berger? Your last change "
                                              "concerned Anna Adam."));
    QVERIFY(f.session->stored(QStringLiteral("a2")));
}

void TestSetBackGuard::setBack_ofADeletion_asksWhetherToRestore()
{
    Desk f;
    f.correctTheFirst();
    f.field("city")->setFocus(); // It stays under the person's hands.
    f.session->deleteElsewhere(QStringLiteral("a2"));
    QTRY_COMPARE(f.panel()->model().rowCount(), 4);
    f.awaitHistory("a2");
    f.trigger("setBackAction");
    QTRY_VERIFY(f.question());
    QCOMPARE(f.window->messages().texts().constLast(),
             QStringLiteral("Restore the address of Anna Berger? Your last change concerned Anna Adam."));
    QVERIFY(!f.session->stored(QStringLiteral("a2")));
}

void TestSetBackGuard::question_whenAnotherAddressIsShown_goes()
{
    Desk f;
    f.correctTheFirst();
    f.setBack();
    QTRY_VERIFY(f.question());
    f.choose(2, "city");
    QTRY_COMPARE(f.messages(), QString());
}

void TestSetBackGuard::notice_namesTheCustomer()
{
    Desk f;
    f.choose(1, "city");
    f.awaitHistory("a2");
    f.setBack();
    QTRY_COMPARE(f.child<QLabel>("historyNoticeText")->text(),
                 QStringLiteral("Anna Berger: City set back to \u2068“Rennes”\u2069."));
}

QTEST_MAIN(TestSetBackGuard)
#include "tst_setbackguard.moc"
