#include "tests/ui/WindowFixture.h"

#include "ui/history/HistoryPanel.h"

#include <QAccessible>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>

using namespace addressdesk;

class TestMainWindow final : public QObject
{
    Q_OBJECT

private slots:
    void names_areTheContractOfScreenReaders();
    void names_everyControlHasOne();
    void welcome_withoutADatabase();
    void altWithALetterThatLeadsNowhere_typesNothing();
    void search_findsAndChoosesTheFirst();
    void search_withoutAMatch_saysSo();
    void emptyDatabase_saysWhereCustomersComeFrom();
    void search_keysTypedEarly_reachTheAddressFound();
    void keys_ofWords_staySafeWhereOneTypes();
    void create_isToldAndCanBeUndone_data();
    void create_isToldAndCanBeUndone();
    void create_whenUndoingIsRefused_saysThatNothingWasUndone_data();
    void create_whenUndoingIsRefused_saysThatNothingWasUndone();
    void delete_canBeUndone();
    void delete_ofASecond_saysWhatUndoRestoresAndWhereTheFirstIs();
    void delete_withEdits_asks();
    void readOnly_offersNoChanges();
    void connection_lostAndFound_isTold();
    void values_areNeverRichText();
    void layout_rightToLeft_works();
    void state_comesBackAtTheNextStart();
};

void TestMainWindow::names_areTheContractOfScreenReaders()
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

void TestMainWindow::names_everyControlHasOne()
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

void TestMainWindow::welcome_withoutADatabase()
{
    WindowFixture f;
    QVERIFY(f.child("welcome")->isVisible());
    QVERIFY(!f.child("addressDock")->isVisible());
    QVERIFY(!f.child<QAction>("newAddressAction")->isEnabled());
    QSignalSpy samples(f.window.get(), &MainWindow::sampleRequested);
    QTest::mouseClick(f.child<QAbstractButton>("welcomeSample"), Qt::LeftButton);
    QCOMPARE(samples.count(), 1);
    f.child("welcomeSample")->setFocus();
    f.press(Qt::Key_Return);
    QCOMPARE(samples.count(), 2);
    f.open();
    QVERIFY(!f.child("welcome")->isVisible());
    QVERIFY(f.child("addressDock")->isVisible());
}

void TestMainWindow::altWithALetterThatLeadsNowhere_typesNothing()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.field("city")->setFocus();
    const QString before = f.field("city")->text();
    QTest::keyClick(f.field("city"), 'w', Qt::AltModifier);
    QCOMPARE(f.field("city")->text(), before);
    f.field("city")->end(false);
    QTest::keyClick(f.field("city"), 'w');
    QCOMPARE(f.field("city")->text(), before + u'w');
}

void TestMainWindow::search_findsAndChoosesTheFirst()
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

void TestMainWindow::search_withoutAMatch_saysSo()
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

void TestMainWindow::emptyDatabase_saysWhereCustomersComeFrom()
{
    WindowFixture f;
    f.session = std::make_shared<FakeDeskSession>();
    f.window->showSession(f.session);
    QTRY_VERIFY(f.child("emptyState")->isVisible());
    QTRY_VERIFY(f.child<QLabel>("emptySentence")->text().contains(QStringLiteral("“users”")));
    QSignalSpy sample(f.window.get(), &MainWindow::sampleRequested);
    QTest::mouseClick(f.child("emptyAction"), Qt::LeftButton);
    QCOMPARE(sample.count(), 1);
}

void TestMainWindow::search_keysTypedEarly_reachTheAddressFound()
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

void TestMainWindow::keys_ofWords_staySafeWhereOneTypes()
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

namespace {

/// Another address of Anna Berger, as people type it.
void createInBrest(WindowFixture &f)
{
    f.choose(1, "city");
    f.press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(f.child("new_label") && f.child("new_label")->hasFocus());
    f.type("Work");
    f.child("new_city")->setFocus();
    f.type("Brest");
    f.press(Qt::Key_Return);
}

} // namespace

void TestMainWindow::create_isToldAndCanBeUndone_data()
{
    QTest::addColumn<QString>("email");
    QTest::addColumn<QString>("told");
    QTest::newRow("e-mail") << QStringLiteral("anna@example.com")
                            << QStringLiteral(
                                   "Address created for Anna Berger. The mail that tells them is in "
                                   "the outbox.");
    QTest::newRow("letter") << QString()
                            << QStringLiteral(
                                   "Address created for Anna Berger. A letter that tells them waits "
                                   "in the outbox to be printed.");
}

void TestMainWindow::create_isToldAndCanBeUndone()
{
    QFETCH(QString, email);
    QFETCH(QString, told);
    WindowFixture f;
    QList<AddressRow> rows = rows::few();
    rows[1].customer.email = email;
    f.session->setRows(rows);
    f.open();
    createInBrest(f);
    QTRY_COMPARE(f.messages(), told);
    QTRY_COMPARE(f.grid()->model()->rowCount(), 4);
    f.trigger("undo");
    QTRY_COMPARE(f.grid()->model()->rowCount(), 3);
    QTRY_VERIFY2(f.messages().startsWith(QStringLiteral("The address of Anna Berger has been deleted: ")),
                 qPrintable(f.messages()));
}

void TestMainWindow::create_whenUndoingIsRefused_saysThatNothingWasUndone_data()
{
    QTest::addColumn<bool>("isDeleted");
    QTest::addColumn<QString>("told");
    QTest::newRow("deleted elsewhere")
        << true << QStringLiteral("Nothing was undone. The address does not exist any more.");
    QTest::newRow("changed elsewhere")
        << false
        << QStringLiteral("Nothing was undone. The value has been changed outside Address Desk since.");
}

void TestMainWindow::create_whenUndoingIsRefused_saysThatNothingWasUndone()
{
    QFETCH(bool, isDeleted);
    QFETCH(QString, told);
    WindowFixture f;
    f.open();
    createInBrest(f);
    QTRY_VERIFY(f.child("message_created"));
    const QString created = f.child<HistoryPanel>("historyPanel")->model().addressId();
    f.session->setManual(true); // Undone before the window knows of it.
    if (isDeleted)
        f.session->deleteElsewhere(created);
    else
        f.session->changeElsewhere(created, QStringLiteral("city"), QStringLiteral("Nantes"));
    f.trigger("undo");
    f.session->setManual(false);
    f.session->answerAll();
    QTRY_VERIFY2(f.window->messages().texts().contains(told), qPrintable(f.messages()));
}

void TestMainWindow::delete_canBeUndone()
{
    WindowFixture f;
    f.open();
    f.choose(1, "city");
    f.press(Qt::Key_Delete, Qt::ControlModifier);
    QTRY_COMPARE(f.grid()->model()->rowCount(), 2);
    QVERIFY(!f.session->stored(QStringLiteral("a2")));
    QVERIFY(f.messages().contains(QStringLiteral("Anna Berger")));
    QTest::mouseClick(f.child("message_lifecycle")->findChild<QPushButton *>(), Qt::LeftButton);
    QTRY_COMPARE(f.grid()->model()->rowCount(), 3);
    QVERIFY(f.session->stored(QStringLiteral("a2")));
}

void TestMainWindow::delete_ofASecond_saysWhatUndoRestoresAndWhereTheFirstIs()
{
    WindowFixture f;
    f.open();
    for (const char *id : {"a1", "a2"}) {
        f.choose(0, "city");
        f.press(Qt::Key_Delete, Qt::ControlModifier);
        QTRY_VERIFY(!f.session->stored(QLatin1String(id)));
        QTRY_COMPARE(f.window->addresses().rowOf(QLatin1String(id)), -1);
    }
    QTRY_COMPARE(
        f.messages(),
        QStringLiteral("The address of Anna Berger has been deleted: \u2068Home, 4 Rue de la Paix, 69001 "
                       "Paris, France\u2069\nWhat was deleted before is among the deleted addresses."));
    const QList<QPushButton *> buttons = f.child("message_lifecycle")->findChildren<QPushButton *>();
    QCOMPARE(buttons.size(), 2);
    buttons.last()->click();
    QTRY_COMPARE(f.child<QTableView>("deletedTable")->model()->rowCount(), 2);
}

void TestMainWindow::delete_withEdits_asks()
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

void TestMainWindow::readOnly_offersNoChanges()
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

void TestMainWindow::connection_lostAndFound_isTold()
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

void TestMainWindow::values_areNeverRichText()
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

void TestMainWindow::layout_rightToLeft_works()
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

void TestMainWindow::state_comesBackAtTheNextStart()
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

QTEST_MAIN(TestMainWindow)
#include "tst_mainwindow.moc"
