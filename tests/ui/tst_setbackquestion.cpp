#include "tests/ui/SetBackDesk.h"

using namespace addressdesk;

/// What is asked before a key sets something back, and how it can be answered.
class TestSetBackQuestion final : public QObject
{
    Q_OBJECT

private slots:
    void setBack_whenAskedAndPressedAgain_stillAsks();
    void setBack_whenAnsweredWithACancellingKey_doesNothing_data();
    void setBack_whenAnsweredWithACancellingKey_doesNothing();
    void setBack_whenConfirmed_concernsWhatWasAsked();
    void setBack_ofAWholeSave_countsWhatCanBe();
    void setBack_afterASaveOfSeveral_saysHowMany();
    void setBack_inAnotherAddressOfTheCustomer_saysSo();
    void setBack_ofACreation_asksWhetherToDelete();
    void setBack_ofADeletion_asksWhetherToRestore();
    void question_whenAnotherAddressIsShown_goes();
    void question_returnPressesTheAnswerWithTheFocus();
    void question_aboutLaterChanges_endsWithItsDatabase();
};

void TestSetBackQuestion::setBack_whenAskedAndPressedAgain_stillAsks()
{
    SetBackDesk f;
    f.correctTheFirst();
    f.setBack();
    QTRY_VERIFY(f.question());
    f.setBack();
    QCOMPARE(f.window->messages().texts().size(), 1);
    QCOMPARE(f.focus()->accessibleName(), QStringLiteral("Cancel"));
    QCOMPARE(f.session->revertRequests().size(), 0);
}

void TestSetBackQuestion::setBack_whenAnsweredWithACancellingKey_doesNothing_data()
{
    QTest::addColumn<Qt::Key>("key");
    QTest::newRow("Return") << Qt::Key_Return;
    QTest::newRow("Enter") << Qt::Key_Enter;
    QTest::newRow("Escape") << Qt::Key_Escape;
}

void TestSetBackQuestion::setBack_whenAnsweredWithACancellingKey_doesNothing()
{
    QFETCH(Qt::Key, key);
    SetBackDesk f;
    f.correctTheFirst();
    f.setBack();
    QTRY_VERIFY(f.question());
    f.press(key);
    QCOMPARE(f.messages(), QString());
    QCOMPARE(f.session->revertRequests().size(), 0);
    QVERIFY(f.grid()->hasFocus());
    QCOMPARE(f.stored("a2", "city"), QStringLiteral("Paris"));
}

void TestSetBackQuestion::setBack_whenConfirmed_concernsWhatWasAsked()
{
    SetBackDesk f;
    f.correctTheFirst();
    f.setBack();
    QTRY_VERIFY(f.question());
    f.answer(QStringLiteral("Set back"))->click();
    QTRY_COMPARE(f.stored("a2", "city"), QStringLiteral("Rennes"));
    QCOMPARE(f.session->revertRequests().size(), 1);
    QCOMPARE(f.stored("a1", "city"), QStringLiteral("Nantes"));
}

void TestSetBackQuestion::setBack_ofAWholeSave_countsWhatCanBe()
{
    SetBackDesk f;
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

void TestSetBackQuestion::setBack_afterASaveOfSeveral_saysHowMany()
{
    SetBackDesk f;
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

void TestSetBackQuestion::setBack_inAnotherAddressOfTheCustomer_saysSo()
{
    QList<AddressRow> rows = rows::few();
    rows[1].customer = rows[0].customer;
    SetBackDesk f(rows);
    f.correctTheFirst();
    f.setBack();
    QTRY_COMPARE(f.messages(),
                 QStringLiteral("Set City of Anna Adam back to \u2068“Rennes”\u2069? Your last change "
                                "concerned another address."));
    QCOMPARE(f.session->revertRequests().size(), 0);
}

void TestSetBackQuestion::setBack_ofACreation_asksWhetherToDelete()
{
    SetBackDesk f;
    HistoryMaker(*f.session, QStringLiteral("a2"))
        .save(QStringLiteral("creation"), QStringLiteral("paul"), QStringLiteral("2026-03-04T09:00:00.000Z"))
        .created(f.session->stored(QStringLiteral("a2"))->address.values);
    f.correctTheFirst();
    f.setBack();
    QTRY_COMPARE(f.messages(), QStringLiteral("Delete the address of Anna Berger? Your last change "
                                              "concerned Anna Adam."));
    QVERIFY(f.session->stored(QStringLiteral("a2")));
}

void TestSetBackQuestion::setBack_ofADeletion_asksWhetherToRestore()
{
    SetBackDesk f;
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

void TestSetBackQuestion::question_whenAnotherAddressIsShown_goes()
{
    SetBackDesk f;
    f.correctTheFirst();
    f.setBack();
    QTRY_VERIFY(f.question());
    f.choose(2, "city");
    QTRY_COMPARE(f.messages(), QString());
}

void TestSetBackQuestion::question_returnPressesTheAnswerWithTheFocus()
{
    SetBackDesk f;
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

void TestSetBackQuestion::question_aboutLaterChanges_endsWithItsDatabase()
{
    SetBackDesk f;
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

QTEST_MAIN(TestSetBackQuestion)
#include "tst_setbackquestion.moc"
