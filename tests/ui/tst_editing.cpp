#include "tests/ui/WindowFixture.h"

#include "ui/history/HistoryPanel.h"
#include "ui/messages/StatusLine.h"

#include <QLabel>
#include <QPushButton>

using namespace addressdesk;

/// Edits in the grid and the form: marked, taken back, discarded and saved.
class TestEditing final : public QObject
{
    Q_OBJECT

private slots:
    void edit_inTheGrid_isMarkedAndCounted();
    void edit_inTheForm_showsInTheGridAtOnce();
    void edit_refusedInTheGrid_keepsTheTextAndSaysWhy();
    void edit_refusedInTheForm_keepsTheTextAndBlocksSaving();
    void edit_deleteKey_emptiesTheCellOnly();
    void space_opensTheCellWithItsValue();
    void typing_whereNothingCanBeTyped_isAnswered_data();
    void typing_whereNothingCanBeTyped_isAnswered();
    void undo_isOneStepAField();
    void discard_canBeUndone();
    void discard_canBeUndoneAmongOtherMessages();
    void escape_asksBeforeDiscarding();
    void save_writesAndClears();
    void save_withAnOpenEditor_takesWhatIsTyped();
    void save_withNothingToSave_saysSo();
    void saved_isNotToldBesideTheNextEdit_data();
    void saved_isNotToldBesideTheNextEdit();
    void discard_hasAKey();
    void save_sendsTheReason();
    void save_whenItFails_keepsTheEditsAndOffersToTryAgain();
    void save_ofAnAddressDeletedMeanwhile_canRestoreIt();
    void form_whenItsAddressIsDeletedElsewhere_keepsWhatIsTypedFromTheNeighbour();
    void save_fromTheReason_goesBackToTheGrid();
    void discard_canNotBeUndoneOverNewEdits();
    void reload_keepsTheOpenEditor();
};

void TestEditing::edit_inTheGrid_isMarkedAndCounted()
{
    WindowFixture f;
    f.open();
    QVERIFY(!f.child("saveBar")->isVisible());
    f.choose(0, "city");
    f.type("Nice");
    QVERIFY(f.cellEditor());
    QTest::keyClick(f.cellEditor(), Qt::Key_Return);
    QTRY_COMPARE(f.cell(0, "city"), QStringLiteral("Nice"));
    QCOMPARE(f.grid()->currentIndex().row(), 1);
    QTRY_VERIFY(f.child("saveBar")->isVisible());
    QVERIFY(f.child<QLabel>("unsavedCounts")->text().startsWith(u'1'));
    QVERIFY(f.window->isWindowModified());
    QCOMPARE(f.stored("a1", "city"), QStringLiteral("Lyon"));
}

void TestEditing::space_opensTheCellWithItsValue()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.press(Qt::Key_Space);
    QVERIFY(f.cellEditor());
    QCOMPARE(f.cellEditor()->text(), QStringLiteral("Lyon"));
    f.press(Qt::Key_Return);
    QCOMPARE(f.cell(0, "city"), QStringLiteral("Lyon"));
    QVERIFY(!f.child("saveBar")->isVisible());
}

void TestEditing::edit_inTheForm_showsInTheGridAtOnce()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.field("city")->setFocus();
    f.field("city")->selectAll();
    f.type("Nice");
    QCOMPARE(f.cell(0, "city"), QStringLiteral("Nice"));
    QCOMPARE(f.child<QLabel>("was_city")->text(), QStringLiteral("was \u2068“Lyon”\u2069"));
    QTest::mouseClick(f.child("takeBack_city"), Qt::LeftButton);
    QCOMPARE(f.cell(0, "city"), QStringLiteral("Lyon"));
    QCOMPARE(f.field("city")->text(), QStringLiteral("Lyon"));
}

void TestEditing::edit_refusedInTheGrid_keepsTheTextAndSaysWhy()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    QTest::keyClick(f.grid(), Qt::Key_F2);
    QVERIFY(f.cellEditor());
    f.cellEditor()->setText(QString(300, u'x'));
    QTest::keyClick(f.cellEditor(), Qt::Key_Return);
    QTRY_VERIFY(f.messages().contains(QStringLiteral("too long")));
    QVERIFY(f.cellEditor());
    QCOMPARE(f.cellEditor()->text().size(), 300);
    QCOMPARE(f.grid()->currentIndex().row(), 0);
    QTest::keyClick(f.cellEditor(), Qt::Key_Escape);
    QTRY_COMPARE(f.messages(), QString());
    QCOMPARE(f.cell(0, "city"), QStringLiteral("Lyon"));
}

void TestEditing::edit_refusedInTheForm_keepsTheTextAndBlocksSaving()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.grid()->model()->setData(f.grid()->model()->index(1, f.column("city")), QStringLiteral("Nice"));
    f.field("city")->setFocus();
    f.field("city")->clear();
    f.field("city")->insert(QStringLiteral("Ly\u202Eon"));
    QVERIFY(f.child<QLabel>("formProblem")->text().contains(QStringLiteral("U+202E")));
    f.window->save();
    QVERIFY(f.messages().contains(QStringLiteral("U+202E")));
    QVERIFY(f.session->saveRequests().isEmpty());
    QCOMPARE(f.field("city")->text(), QStringLiteral("Ly\u202Eon"));
}

void TestEditing::edit_deleteKey_emptiesTheCellOnly()
{
    WindowFixture f;
    f.open();
    f.choose(0, "label");
    f.press(Qt::Key_Delete);
    QCOMPARE(f.cell(0, "label"), QString());
    QCOMPARE(f.cell(0, "label", Qt::AccessibleTextRole), QStringLiteral("Label: empty, edited, was Home"));
    QCOMPARE(f.grid()->model()->rowCount(), 3);
}

void TestEditing::undo_isOneStepAField()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.field("city")->setFocus();
    f.field("city")->selectAll();
    f.type("Nice");
    f.field("label")->setFocus();
    f.field("label")->selectAll();
    f.type("Work");
    f.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.field("label")->text(), QStringLiteral("Home"));
    QCOMPARE(f.cell(0, "city"), QStringLiteral("Nice"));
    f.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.cell(0, "city"), QStringLiteral("Lyon"));
    QTRY_VERIFY(!f.child("saveBar")->isVisible());
    f.press(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(f.cell(0, "city"), QStringLiteral("Nice"));
}

void TestEditing::discard_canBeUndone()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.grid()->model()->setData(f.grid()->model()->index(0, f.column("city")), QStringLiteral("Nice"));
    f.grid()->model()->setData(f.grid()->model()->index(1, f.column("label")), QStringLiteral("Work"));
    QTest::mouseClick(f.child("discard"), Qt::LeftButton);
    QCOMPARE(f.cell(0, "city"), QStringLiteral("Lyon"));
    QVERIFY(f.messages().contains(QStringLiteral("discarded")));
    f.trigger("undo");
    QCOMPARE(f.cell(0, "city"), QStringLiteral("Nice"));
    QCOMPARE(f.cell(1, "label"), QStringLiteral("Work"));
}

void TestEditing::discard_canBeUndoneAmongOtherMessages()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Nice"));
    f.trigger("discardAction");
    for (const char *topic : {"a", "b", "c"})
        f.window->messages().tell(
            {QLatin1String(topic), Message::Kind::Problem, QLatin1String(topic), {}, {}});
    QCOMPARE(f.window->messages().texts().size(), MessageBar::maximumMessages);
    QVERIFY(f.window->messages().texts().contains(QStringLiteral("c")));
    QVERIFY(f.child("message_discard") && f.child("message_discard")->isVisible());
    f.child("message_discard")->findChild<QPushButton *>()->click();
    QCOMPARE(f.cell(0, "city"), QStringLiteral("Nice"));
}

void TestEditing::escape_asksBeforeDiscarding()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.press(Qt::Key_Escape);
    QVERIFY(!f.child("discardQuestion"));
    f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Nice"));
    f.press(Qt::Key_Escape);
    QTRY_VERIFY(f.child("discardQuestion"));
    QTest::keyClick(f.child("discardQuestion"), Qt::Key_Escape);
    QTRY_VERIFY(!f.child("discardQuestion"));
    QCOMPARE(f.cell(0, "city"), QStringLiteral("Nice"));
}

void TestEditing::save_writesAndClears()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Nice"));
    f.grid()->model()->setData(f.grid()->model()->index(2, f.column("label")), QStringLiteral("Work"));
    QTest::mouseClick(f.child("save"), Qt::LeftButton);
    QTRY_COMPARE(f.stored("a1", "city"), QStringLiteral("Nice"));
    QTRY_COMPARE(f.stored("a3", "label"), QStringLiteral("Work"));
    QTRY_VERIFY(!f.child("saveBar")->isVisible());
    QCOMPARE(f.cell(0, "city"), QStringLiteral("Nice"));
    QVERIFY(!f.grid()->model()->index(0, f.column("city")).data(AddressTableModel::IsEditedRole).toBool());
    QVERIFY(!f.window->isWindowModified());
}

void TestEditing::save_withAnOpenEditor_takesWhatIsTyped()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.type("Nice");
    QVERIFY(f.cellEditor());
    f.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(f.stored("a1", "city"), QStringLiteral("Nice"));
}

void TestEditing::save_withNothingToSave_saysSo()
{
    WindowFixture f;
    f.open();
    auto *told = f.window->findChild<QLabel *>(QStringLiteral("statusTold"));
    f.choose(0, "city");
    QVERIFY(!f.child<QAction>("saveAction")->isEnabled());
    QVERIFY(!f.child<QAction>("discardAction")->isEnabled());
    f.press(Qt::Key_S, Qt::ControlModifier);
    QCOMPARE(told->text(), QStringLiteral("There is nothing to save."));
    told->clear();
    f.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(told->text(), QStringLiteral("There is nothing to save."));
    told->clear();
    f.press(Qt::Key_F2);
    QVERIFY(f.cellEditor());
    f.press(Qt::Key_S, Qt::ControlModifier); // As it was.
    QCOMPARE(told->text(), QStringLiteral("There is nothing to save."));
    QTRY_VERIFY(!f.cellEditor());
    QVERIFY(f.grid()->hasFocus());
    QVERIFY(!f.child<QAction>("saveAction")->isEnabled());
    f.type("Nice");
    QVERIFY(f.child<QAction>("saveAction")->isEnabled());
    f.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(f.stored("a1", "city"), QStringLiteral("Nice"));
    QTRY_VERIFY(told->text().startsWith(QStringLiteral("Saved: ")));
    QVERIFY(!f.child<QAction>("saveAction")->isEnabled());
}

void TestEditing::saved_isNotToldBesideTheNextEdit_data()
{
    QTest::addColumn<bool>("isInForm");
    QTest::newRow("in the form") << true;
    QTest::newRow("in a cell") << false;
}

void TestEditing::saved_isNotToldBesideTheNextEdit()
{
    QFETCH(bool, isInForm);
    WindowFixture f;
    f.open();
    auto *told = f.window->findChild<QLabel *>(QStringLiteral("statusTold"));
    f.choose(0, "city");
    f.type("Nice");
    f.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_VERIFY(told->text().startsWith(QStringLiteral("Saved: ")));
    if (isInForm)
        f.field("label")->setFocus();
    f.type("x");
    QCOMPARE(told->text(), QString());
}

void TestEditing::discard_hasAKey()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Nice"));
    f.press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(f.cell(0, "city"), QStringLiteral("Lyon"));
    QVERIFY(f.messages().contains(QStringLiteral("discarded")));
    QVERIFY(f.child("discard")->toolTip().endsWith(QStringLiteral("(Ctrl+Shift+D)")));
}

void TestEditing::save_sendsTheReason()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Nice"));
    f.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(f.child("reason")->hasFocus());
    f.type("moved, phoned");
    f.press(Qt::Key_Return);
    QTRY_COMPARE(f.stored("a1", "city"), QStringLiteral("Nice"));
    QCOMPARE(f.session->saveRequests().first().reason, FieldValue(QStringLiteral("moved, phoned")));
    QTRY_COMPARE(f.child<QLineEdit>("reason")->text(), QString());
}

void TestEditing::save_whenItFails_keepsTheEditsAndOffersToTryAgain()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Nice"));
    f.session->failNext(
        {ErrorCode::DiskFull, QStringLiteral("database or disk is full"), QStringLiteral("13")});
    f.window->save();
    QTRY_VERIFY(f.messages().contains(QStringLiteral("no space left")));
    QCOMPARE(f.cell(0, "city"), QStringLiteral("Nice"));
    QVERIFY(f.child("saveBar")->isVisible());
    auto *again = f.child("message_saving")->findChild<QPushButton *>();
    QTest::mouseClick(again, Qt::LeftButton);
    QTRY_COMPARE(f.stored("a1", "city"), QStringLiteral("Nice"));
    QTRY_COMPARE(f.messages(), QString());
}

void TestEditing::save_ofAnAddressDeletedMeanwhile_canRestoreIt()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Nice"));
    f.session->deleteElsewhere(QStringLiteral("a1"));
    f.window->save();
    QTRY_VERIFY(f.child("message_missing_a1"));
    auto *restore = f.child("message_missing_a1")->findChild<QPushButton *>();
    QTest::mouseClick(restore, Qt::LeftButton);
    QTRY_COMPARE(f.stored("a1", "city"), QStringLiteral("Nice"));
    QTRY_VERIFY(!f.child("saveBar")->isVisible());
}

void TestEditing::form_whenItsAddressIsDeletedElsewhere_keepsWhatIsTypedFromTheNeighbour()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.field("city")->setFocus(Qt::ShortcutFocusReason);
    f.type("Ni");
    f.session->deleteElsewhere(QStringLiteral("a1"));
    QTRY_COMPARE(f.grid()->model()->rowCount(), 2);
    QCOMPARE(f.field("city")->text(), QStringLiteral("Ni"));
    f.type("ce");
    QCOMPARE(f.field("city")->text(), QStringLiteral("Nice"));
    QTRY_VERIFY(f.child("message_missing_a1"));
    f.window->save();
    QTRY_VERIFY(f.child("saveBar")->findChild<QPushButton *>(QStringLiteral("save"))->isEnabled());
    QCOMPARE(f.stored("a2", "city"), QStringLiteral("Paris"));

    // Back among the rows, the form follows them again.
    f.choose(0, "city");
    QTRY_COMPARE(f.field("city")->text(), f.cell(0, "city"));
}

void TestEditing::save_fromTheReason_goesBackToTheGrid()
{
    WindowFixture f;
    f.open();
    f.choose(1, "city");
    f.type("Rennes");
    f.press(Qt::Key_Tab);
    f.press(Qt::Key_Escape);
    f.press(Qt::Key_R, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(f.child("reason")->hasFocus());
    f.press(Qt::Key_Return);
    QTRY_COMPARE(f.stored("a2", "city"), QStringLiteral("Rennes"));
    QTRY_VERIFY(f.grid()->hasFocus());
    QCOMPARE(f.grid()->currentIndex().row(), 1);
}

void TestEditing::discard_canNotBeUndoneOverNewEdits()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Nice"));
    f.window->discard();
    QTRY_VERIFY(f.child("message_discard"));
    f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Metz"));
    QTRY_VERIFY(!f.child("message_discard"));
}

void TestEditing::reload_keepsTheOpenEditor()
{
    WindowFixture f;
    f.open();
    f.choose(1, "city");
    f.type("Ren");
    QVERIFY(f.cellEditor());
    f.session->changeElsewhere(QStringLiteral("a2"), QStringLiteral("city"), QStringLiteral("Brest"));
    f.session->deleteElsewhere(QStringLiteral("a1"));
    QTRY_COMPARE(
        f.grid()->model()->index(1, f.column("city")).data(AddressTableModel::StoredValueRole).toString(),
        QStringLiteral("Brest"));
    QVERIFY(f.cellEditor());
    QCOMPARE(f.cellEditor()->text(), QStringLiteral("Ren"));
    QTest::keyClicks(f.cellEditor(), QStringLiteral("nes"));
    QTest::keyClick(f.cellEditor(), Qt::Key_Return);
    QTRY_COMPARE(f.grid()->model()->rowCount(), 2);
    QTRY_COMPARE(f.cell(0, "city"), QStringLiteral("Rennes"));
    QCOMPARE(f.cell(0, "city", Qt::AccessibleTextRole), QStringLiteral("City: Rennes, edited, was Paris"));
}

void TestEditing::typing_whereNothingCanBeTyped_isAnswered_data()
{
    const QString customers =
        QStringLiteral("Names and e-mail addresses of customers are changed in your company's own program; "
                       "their addresses are corrected here.");
    QTest::addColumn<QByteArray>("column");
    QTest::addColumn<bool>("isReadOnly");
    QTest::addColumn<QString>("answer");
    QTest::newRow("customer") << QByteArray("customer") << false << customers;
    QTest::newRow("e-mail") << QByteArray("email") << false << customers;
    QTest::newRow("read only") << QByteArray("city") << true
                               << QStringLiteral("This database can only be read.");
    QTest::newRow("city") << QByteArray("city") << false << QString();
}

void TestEditing::typing_whereNothingCanBeTyped_isAnswered()
{
    QFETCH(QByteArray, column);
    QFETCH(bool, isReadOnly);
    QFETCH(QString, answer);
    WindowFixture f;
    f.session->setReadOnly(isReadOnly);
    f.open();
    const auto *told = f.child<QLabel>("statusTold");
    for (const int key : {int(Qt::Key_X), int(Qt::Key_Delete)}) {
        f.choose(1, column.constData());
        QCOMPARE(told->text(), QString());
        f.press(Qt::Key(key));
        QCOMPARE(told->text(), answer);
        f.window->status().forget();
        QCOMPARE(f.grid()->currentIndex().row(), 1);
    }
}

QTEST_MAIN(TestEditing)
#include "tst_editing.moc"
