#include "tests/ui/WindowFixture.h"

#include "ui/history/HistoryPanel.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QToolButton>

using namespace addressdesk;

class MainWindowTest final : public QObject
{
    Q_OBJECT

private slots:
    void names_areTheContractOfScreenReaders();
    void names_everyControlHasOne();
    void welcome_withoutADatabase();
    void budget_correctOneFieldThroughTheForm();
    void budget_correctOneFieldThroughTheGrid();
    void budget_setTheLatestChangeBack();
    void budget_restoreADeletedAddress();
    void budget_createAnAddress();
    void search_findsAndChoosesTheFirst();
    void search_withoutAMatch_saysSo();
    void search_keysTypedEarly_reachTheAddressFound();
    void edit_inTheGrid_isMarkedAndCounted();
    void edit_inTheForm_showsInTheGridAtOnce();
    void edit_refusedInTheGrid_keepsTheTextAndSaysWhy();
    void edit_refusedInTheForm_keepsTheTextAndBlocksSaving();
    void edit_deleteKey_emptiesTheCellOnly();
    void undo_isOneStepAField();
    void discard_canBeUndone();
    void escape_asksBeforeDiscarding();
    void save_writesAndClears();
    void save_withAnOpenEditor_takesWhatIsTyped();
    void save_sendsTheReason();
    void save_whenItFails_keepsTheEditsAndOffersToTryAgain();
    void save_ofAnAddressDeletedMeanwhile_canRestoreIt();
    void form_whenItsAddressIsDeletedElsewhere_keepsWhatIsTypedFromTheNeighbour();
    void save_fromTheReason_goesBackToTheGrid();
    void keys_ofWords_staySafeWhereOneTypes();
    void discard_canNotBeUndoneOverNewEdits();
    void reload_keepsTheOpenEditor();
    void close_withEdits_asks();
    void close_whileACellIsEdited_asks();
    void close_withARefusedValue_staysOpenAndKeepsIt();
    void close_cancelled_staysOpen();
    void drafts_comeBackAtTheNextStart();
    void delete_canBeUndone();
    void delete_withEdits_asks();
    void readOnly_offersNoChanges();
    void connection_lostAndFound_isTold();
    void values_areNeverRichText();
    void layout_rightToLeft_works();
    void state_comesBackAtTheNextStart();
};

void MainWindowTest::names_areTheContractOfScreenReaders()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Nice"));
    QCOMPARE(f.search()->accessibleName(), QStringLiteral("Search"));
    QCOMPARE(f.grid()->accessibleName(), QStringLiteral("Addresses"));
    QCOMPARE(f.child("save")->accessibleName(), QStringLiteral("Save"));
    QCOMPARE(f.child("discard")->accessibleName(), QStringLiteral("Discard"));
    QCOMPARE(f.child("reason")->accessibleName(), QStringLiteral("Reason"));
    QCOMPARE(QAccessible::queryAccessibleInterface(f.grid())->role(), QAccessible::Table);
    QCOMPARE(QAccessible::queryAccessibleInterface(f.search())->role(), QAccessible::EditableText);
    QCOMPARE(f.cell(0, "city", Qt::AccessibleTextRole), QStringLiteral("City: Nice, edited, was Lyon"));
}

void MainWindowTest::names_everyControlHasOne()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Nice"));
    QStringList nameless;
    const QList<QWidget *> widgets = f.window->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        const bool isControl = widget->focusPolicy() != Qt::NoFocus && widget->isVisible();
        if (isControl && QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name).isEmpty())
            nameless.append(QLatin1String(widget->metaObject()->className()) + u' ' + widget->objectName());
    }
    QCOMPARE(nameless, QStringList());
}

void MainWindowTest::welcome_withoutADatabase()
{
    WindowFixture f;
    QVERIFY(f.child("welcome")->isVisible());
    QVERIFY(!f.child("addressDock")->isVisible());
    QVERIFY(!f.child<QAction>("newAddressAction")->isEnabled());
    QSignalSpy samples(f.window.get(), &MainWindow::sampleRequested);
    QTest::mouseClick(f.child<QAbstractButton>("welcomeSample"), Qt::LeftButton);
    QCOMPARE(samples.count(), 1);
    f.open();
    QVERIFY(!f.child("welcome")->isVisible());
    QVERIFY(f.child("addressDock")->isVisible());
}

void MainWindowTest::budget_correctOneFieldThroughTheForm()
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

void MainWindowTest::budget_correctOneFieldThroughTheGrid()
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

void MainWindowTest::budget_setTheLatestChangeBack()
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

void MainWindowTest::budget_restoreADeletedAddress()
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

void MainWindowTest::budget_createAnAddress()
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

void MainWindowTest::search_findsAndChoosesTheFirst()
{
    WindowFixture f;
    f.open();
    f.search()->setFocus();
    f.type("berger");
    QTRY_COMPARE(f.grid()->model()->rowCount(), 1);
    QTRY_COMPARE(f.child<QLabel>("customerName")->text(), QStringLiteral("Berger, Anna"));
    QVERIFY(f.search()->hasFocus());
    f.press(Qt::Key_Escape);
    QTRY_COMPARE(f.grid()->model()->rowCount(), 3);
}

void MainWindowTest::search_withoutAMatch_saysSo()
{
    WindowFixture f;
    f.open();
    f.search()->setFocus();
    f.type("zzz");
    QTRY_VERIFY(f.child("emptyState")->isVisible());
    QCOMPARE(f.child<QLabel>("emptySentence")->text(),
             QStringLiteral("No address matches \u2068“zzz”\u2069."));
    QTest::mouseClick(f.child("emptyAction"), Qt::LeftButton);
    QTRY_COMPARE(f.grid()->model()->rowCount(), 3);
    QVERIFY(!f.child("emptyState")->isVisible());
    f.search()->setText(QString(20000, u'z'));
    QTRY_VERIFY(f.child("emptyState")->isVisible());
    QVERIFY(f.child<QLabel>("emptySentence")->text().size() < 150);
}

void MainWindowTest::search_keysTypedEarly_reachTheAddressFound()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.session->setManual(true);
    f.press(Qt::Key_F, Qt::ControlModifier);
    f.type("berger");
    f.press(Qt::Key_C, Qt::AltModifier);
    QTRY_VERIFY(f.field("city")->hasFocus());
    f.type("Brest");
    QCOMPARE(f.field("city")->text(), QStringLiteral("Lyon"));
    QTRY_VERIFY(f.session->waitingCount() > 0);
    f.session->setManual(false);
    f.session->answerAll();
    QTRY_COMPARE(f.field("city")->text(), QStringLiteral("Brest"));
    QCOMPARE(f.child<QLabel>("customerName")->text(), QStringLiteral("Berger, Anna"));
    QCOMPARE(f.child<QLabel>("was_city")->text(), QStringLiteral("was \u2068“Paris”\u2069"));
}

void MainWindowTest::edit_inTheGrid_isMarkedAndCounted()
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

void MainWindowTest::edit_inTheForm_showsInTheGridAtOnce()
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

void MainWindowTest::edit_refusedInTheGrid_keepsTheTextAndSaysWhy()
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

void MainWindowTest::edit_refusedInTheForm_keepsTheTextAndBlocksSaving()
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

void MainWindowTest::edit_deleteKey_emptiesTheCellOnly()
{
    WindowFixture f;
    f.open();
    f.choose(0, "label");
    f.press(Qt::Key_Delete);
    QCOMPARE(f.cell(0, "label"), QString());
    QCOMPARE(f.cell(0, "label", Qt::AccessibleTextRole), QStringLiteral("Label: empty, edited, was Home"));
    QCOMPARE(f.grid()->model()->rowCount(), 3);
}

void MainWindowTest::undo_isOneStepAField()
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

void MainWindowTest::discard_canBeUndone()
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

void MainWindowTest::escape_asksBeforeDiscarding()
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

void MainWindowTest::save_writesAndClears()
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

void MainWindowTest::save_withAnOpenEditor_takesWhatIsTyped()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.type("Nice");
    QVERIFY(f.cellEditor());
    f.press(Qt::Key_S, Qt::ControlModifier);
    QTRY_COMPARE(f.stored("a1", "city"), QStringLiteral("Nice"));
}

void MainWindowTest::save_sendsTheReason()
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

void MainWindowTest::save_whenItFails_keepsTheEditsAndOffersToTryAgain()
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

void MainWindowTest::save_ofAnAddressDeletedMeanwhile_canRestoreIt()
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

void MainWindowTest::form_whenItsAddressIsDeletedElsewhere_keepsWhatIsTypedFromTheNeighbour()
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

void MainWindowTest::save_fromTheReason_goesBackToTheGrid()
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

void MainWindowTest::keys_ofWords_staySafeWhereOneTypes()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Le Mans"));
    f.window->save();
    QTRY_COMPARE(f.stored("a1", "city"), QStringLiteral("Le Mans"));
    auto *history = f.window->findChild<HistoryPanel *>();
    QTRY_VERIFY(history->model().rowCount() > 1);
    f.field("city")->setFocus(Qt::OtherFocusReason);
    f.field("city")->end(false);
    f.press(Qt::Key_Backspace, Qt::ControlModifier);
    QCOMPARE(f.field("city")->text(), QStringLiteral("Le "));
    f.field("city")->home(false);
    f.press(Qt::Key_Delete, Qt::ControlModifier);
    QCOMPARE(f.field("city")->text().trimmed(), QString());
    QCOMPARE(f.stored("a1", "city"), QStringLiteral("Le Mans"));
    QCOMPARE(f.grid()->model()->rowCount(), 3);
}

void MainWindowTest::discard_canNotBeUndoneOverNewEdits()
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

void MainWindowTest::reload_keepsTheOpenEditor()
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

void MainWindowTest::close_withEdits_asks()
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

void MainWindowTest::close_whileACellIsEdited_asks()
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

void MainWindowTest::close_withARefusedValue_staysOpenAndKeepsIt()
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

void MainWindowTest::close_cancelled_staysOpen()
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

void MainWindowTest::drafts_comeBackAtTheNextStart()
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

void MainWindowTest::delete_canBeUndone()
{
    WindowFixture f;
    f.open();
    f.choose(1, "city");
    f.press(Qt::Key_Delete, Qt::ControlModifier);
    QTRY_COMPARE(f.grid()->model()->rowCount(), 2);
    QVERIFY(!f.session->stored(QStringLiteral("a2")));
    QVERIFY(f.messages().contains(QStringLiteral("Berger, Anna")));
    QTest::mouseClick(f.child("message_lifecycle")->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_COMPARE(f.grid()->model()->rowCount(), 3);
    QVERIFY(f.session->stored(QStringLiteral("a2")));
}

void MainWindowTest::delete_withEdits_asks()
{
    WindowFixture f;
    f.open();
    f.choose(1, "city");
    f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Nice"));
    f.trigger("deleteAddress");
    QTRY_VERIFY(f.child<QMessageBox>("deleteQuestion"));
    QTest::keyClick(f.child("deleteQuestion"), Qt::Key_Escape);
    QTRY_VERIFY(!f.child<QMessageBox>("deleteQuestion"));
    QVERIFY(f.session->stored(QStringLiteral("a2")));
    QCOMPARE(f.cell(1, "city"), QStringLiteral("Nice"));
}

void MainWindowTest::readOnly_offersNoChanges()
{
    WindowFixture f;
    f.session->setReadOnly(true);
    f.open();
    f.choose(0, "city");
    f.type("N");
    QVERIFY(!f.cellEditor());
    QVERIFY(!f.child<QAction>("newAddressAction")->isEnabled());
    QVERIFY(!f.child<QAction>("deleteAddress")->isEnabled());
    QVERIFY(f.field("city")->isReadOnly());
    QVERIFY(f.messages().contains(QStringLiteral("only be read")));
}

void MainWindowTest::connection_lostAndFound_isTold()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Nice"));
    f.session->loseConnection();
    QVERIFY(f.messages().contains(QStringLiteral("What you typed is kept")));
    f.session->failNext({ErrorCode::ConnectionLost, QStringLiteral("57P01"), {}});
    f.window->save();
    QTRY_VERIFY(f.child("message_connection")->findChild<QPushButton *>());
    QCOMPARE(f.window->messages().texts().size(), 1); // told once, with a way to try again
    f.session->restoreConnection();
    QTRY_COMPARE(f.messages(), QString());
    QCOMPARE(f.cell(0, "city"), QStringLiteral("Nice"));
}

void MainWindowTest::values_areNeverRichText()
{
    WindowFixture f;
    auto rows = rows::few();
    rows[0].customer.lastName = QStringLiteral("<b>Bold</b>");
    rows[0].address.values.insert(QStringLiteral("city"), QStringLiteral("<img src=x>"));
    f.session->setRows(rows);
    f.open();
    f.choose(0, "city");
    const QList<QLabel *> labels = f.window->findChildren<QLabel *>();
    for (const QLabel *label : labels) {
        if (label->text().contains(u'<'))
            QCOMPARE(label->textFormat(), Qt::PlainText);
    }
    f.trigger("deleteAddress");
    QTRY_VERIFY(f.messages().contains(QStringLiteral("<b>Bold</b>")));
    const auto *text = f.child("message_lifecycle")->findChild<QLabel *>(QStringLiteral("messageText"));
    QCOMPARE(text->textFormat(), Qt::PlainText);
}

void MainWindowTest::layout_rightToLeft_works()
{
    QApplication::setLayoutDirection(Qt::RightToLeft);
    {
        WindowFixture f;
        f.open();
        f.choose(0, "city");
        const int dockX = f.child("addressDock")->mapTo(f.window.get(), QPoint()).x();
        QVERIFY(f.grid()->mapTo(f.window.get(), QPoint()).x() >= 0);
        QVERIFY(f.grid()->visualRect(f.grid()->model()->index(0, 0)).x() >
                f.grid()->visualRect(f.grid()->model()->index(0, 7)).x());
        QVERIFY(dockX >= 0);
        QVERIFY(!f.window->grab().isNull());
        // An address on an envelope is read as it is written.
        const QList<QLabel *> lines = f.child("envelope")->findChildren<QLabel *>();
        QLabel *street = lines.at(1);
        QCOMPARE(street->text(), QStringLiteral("4 Rue de la Paix"));
        QCOMPARE(street->layoutDirection(), Qt::LeftToRight);
        const QImage fromRightToLeft = street->grab().toImage();
        QApplication::setLayoutDirection(Qt::LeftToRight);
        QCOMPARE(street->grab().toImage(), fromRightToLeft);
    }
    QApplication::setLayoutDirection(Qt::LeftToRight);
}

void MainWindowTest::state_comesBackAtTheNextStart()
{
    WindowFixture f;
    f.open();
    f.grid()->hideColumn(f.column("email"));
    f.grid()->sortByColumn(f.column("city"), Qt::DescendingOrder);
    QTRY_COMPARE(f.cell(0, "city"), QStringLiteral("Paris"));
    f.window->close();
    f.makeWindow();
    f.open();
    QTRY_COMPARE(f.cell(0, "city"), QStringLiteral("Paris"));
    QVERIFY(f.grid()->isColumnHidden(f.column("email")));
}

QTEST_MAIN(MainWindowTest)
#include "tst_mainwindow.moc"
