#include "tests/ui/WindowFixture.h"

#include <QDockWidget>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

using namespace addressdesk;

namespace {

const QString tooLong = QString(300, u'x');

/// As pasting does.
void enter(QLineEdit *field, const QString &text)
{
    field->setFocus(Qt::ShortcutFocusReason);
    field->selectAll();
    field->insert(text);
    emit field->textEdited(field->text());
}

} // namespace

/// Text that cannot be saved is kept like all that is typed.
class TestRefusedTexts final : public QObject
{
    Q_OBJECT

private slots:
    void choose_anotherRow_keepsTheTextAndTells();
    void show_bringsTheTextBackBeforeTheEyes();
    void show_whenTheAddressIsNotListed_searchesForIt();
    void discard_ofTheMessage_canBeUndone();
    void search_thatMovesTheSelection_keepsTheText();
    void change_byAColleague_keepsTheText();
    void save_whileAnotherAddressHoldsRefusedText_isHeldBackAndSaysWhy();
    void close_whileAnotherAddressHoldsRefusedText_staysOpen();
    void undo_takesTheRefusedTextBack();
    void grid_showsThatTheTextCannotBeSaved();
    void grid_searchWhileTyping_keepsTheText();
    void sentence_isBroughtIntoSight();
    void reason_whenRefused_isNamedAndKept();
    void drafts_bringItBack();

private:
    static void leaveBehind(WindowFixture &f)
    {
        f.open();
        f.choose(0, "city");
        enter(f.field("city"), tooLong);
        f.choose(1, "city");
        QCOMPARE(f.child<QLabel>("customerName")->text(), QStringLiteral("Berger, Anna"));
    }
    static QPushButton *button(const WindowFixture &f, const QString &text)
    {
        const QWidget *message = f.child("message_refused");
        if (!message)
            return nullptr;
        const auto buttons = message->findChildren<QPushButton *>();
        for (QPushButton *candidate : buttons) {
            if (candidate->text().remove(u'&') == text)
                return candidate;
        }
        return nullptr;
    }
};

void TestRefusedTexts::choose_anotherRow_keepsTheTextAndTells()
{
    WindowFixture f;
    leaveBehind(f);
    QVERIFY2(f.messages().contains(QStringLiteral("is kept")), qPrintable(f.messages()));
    QVERIFY(f.messages().contains(QStringLiteral("too long")));
    QCOMPARE(f.field("city")->text(), QStringLiteral("Paris"));
    QVERIFY(!f.child("formProblem")->isVisible());
    f.choose(0, "city");
    QCOMPARE(f.field("city")->text(), tooLong);
    QVERIFY(f.child<QLabel>("formProblem")->text().contains(QStringLiteral("too long")));
    QCOMPARE(f.messages(), QString());
}

void TestRefusedTexts::show_bringsTheTextBackBeforeTheEyes()
{
    WindowFixture f;
    leaveBehind(f);
    QVERIFY(button(f, QStringLiteral("Show it")));
    QTest::mouseClick(button(f, QStringLiteral("Show it")), Qt::LeftButton);
    QTRY_VERIFY(f.field("city")->hasFocus());
    QCOMPARE(f.field("city")->text(), tooLong);
    QCOMPARE(f.grid()->currentIndex().row(), 0);
}

void TestRefusedTexts::show_whenTheAddressIsNotListed_searchesForIt()
{
    WindowFixture f;
    leaveBehind(f);
    f.search()->setFocus();
    f.type("colin");
    QTRY_COMPARE(f.grid()->model()->rowCount(), 1);
    QTest::mouseClick(button(f, QStringLiteral("Show it")), Qt::LeftButton);
    QTRY_COMPARE(f.cell(0, "customer"), QStringLiteral("Adam, Anna"));
    QTRY_VERIFY(f.field("city")->hasFocus());
    QCOMPARE(f.field("city")->text(), tooLong);
}

void TestRefusedTexts::discard_ofTheMessage_canBeUndone()
{
    WindowFixture f;
    leaveBehind(f);
    QTest::mouseClick(button(f, QStringLiteral("Discard it")), Qt::LeftButton);
    QTRY_COMPARE(f.messages(), QString());
    QVERIFY(!f.window->isWindowModified());
    f.trigger("undo");
    f.choose(0, "city");
    QCOMPARE(f.field("city")->text(), tooLong);
}

void TestRefusedTexts::search_thatMovesTheSelection_keepsTheText()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    enter(f.field("city"), QStringLiteral("Ly\u202Eon"));
    f.press(Qt::Key_F, Qt::ControlModifier);
    f.type("berger");
    QTRY_COMPARE(f.child<QLabel>("customerName")->text(), QStringLiteral("Berger, Anna"));
    QVERIFY2(f.messages().contains(QStringLiteral("U+202E")), qPrintable(f.messages()));
    f.press(Qt::Key_Escape);
    QTRY_COMPARE(f.grid()->model()->rowCount(), 3);
    f.choose(0, "city");
    QCOMPARE(f.field("city")->text(), QStringLiteral("Ly\u202Eon"));
}

void TestRefusedTexts::change_byAColleague_keepsTheText()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    enter(f.field("city"), tooLong);
    f.session->changeElsewhere(QStringLiteral("a1"), QStringLiteral("city"), QStringLiteral("Brest"));
    QTRY_VERIFY(f.child<QLabel>("was_city")->text().contains(QStringLiteral("Brest")));
    QCOMPARE(f.field("city")->text(), tooLong);
    QVERIFY(f.child("formProblem")->isVisible());
}

void TestRefusedTexts::save_whileAnotherAddressHoldsRefusedText_isHeldBackAndSaysWhy()
{
    WindowFixture f;
    leaveBehind(f);
    f.grid()->model()->setData(f.grid()->model()->index(1, f.column("city")), QStringLiteral("Nice"));
    f.window->messages().dismissAll();
    f.window->save();
    QVERIFY2(f.messages().contains(QStringLiteral("another address")), qPrintable(f.messages()));
    QVERIFY(f.session->saveRequests().isEmpty());
    QTest::mouseClick(button(f, QStringLiteral("Show it")), Qt::LeftButton);
    QTRY_VERIFY(f.field("city")->hasFocus());
    enter(f.field("city"), QStringLiteral("Brest"));
    f.window->save();
    QTRY_COMPARE(f.stored("a1", "city"), QStringLiteral("Brest"));
    QTRY_COMPARE(f.stored("a2", "city"), QStringLiteral("Nice"));
}

void TestRefusedTexts::close_whileAnotherAddressHoldsRefusedText_staysOpen()
{
    WindowFixture f;
    leaveBehind(f);
    f.window->close();
    QVERIFY(f.window->isVisible());
    QVERIFY(!f.child<QMessageBox>("leaveQuestion"));
    QVERIFY(f.messages().contains(QStringLiteral("too long")));
}

void TestRefusedTexts::undo_takesTheRefusedTextBack()
{
    WindowFixture f;
    f.open();
    f.choose(0, "label");
    enter(f.field("label"), QStringLiteral("Work"));
    enter(f.field("city"), tooLong);
    f.press(Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(f.field("city")->text(), QStringLiteral("Lyon"));
    QCOMPARE(f.field("label")->text(), QStringLiteral("Work"));
    QVERIFY(!f.child("formProblem")->isVisible());
}

void TestRefusedTexts::grid_showsThatTheTextCannotBeSaved()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    enter(f.field("city"), QStringLiteral("Ly\u202Eon"));
    QCOMPARE(f.cell(0, "city"), QStringLiteral("Ly\uFFFDon"));
    QCOMPARE(f.cell(0, "city", Qt::EditRole), QStringLiteral("Ly\u202Eon"));
    QCOMPARE(f.cell(0, "city", Qt::AccessibleTextRole),
             QStringLiteral("City: Ly\uFFFDon, cannot be saved, was Lyon"));
    QVERIFY(f.cell(0, "city", Qt::ToolTipRole).contains(QStringLiteral("U+202E")));
}

void TestRefusedTexts::grid_searchWhileTyping_keepsTheText()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    QTest::keyClick(f.grid(), Qt::Key_F2);
    QVERIFY(f.cellEditor());
    f.cellEditor()->setText(tooLong);
    f.search()->setFocus();
    f.type("berger");
    QTRY_COMPARE(f.grid()->model()->rowCount(), 1);
    QTRY_VERIFY2(f.messages().contains(QStringLiteral("is kept")), qPrintable(f.messages()));
    f.search()->clear();
    QTRY_COMPARE(f.grid()->model()->rowCount(), 3);
    f.choose(0, "city");
    QCOMPARE(f.field("city")->text(), tooLong);
}

void TestRefusedTexts::sentence_isBroughtIntoSight()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.child<QDockWidget>("addressDock")->setMaximumHeight(220);
    f.child<QDockWidget>("addressDock")->setMinimumHeight(220);
    enter(f.field("city"), tooLong);
    const QWidget *sentence = f.child("formProblem");
    QTRY_COMPARE(sentence->visibleRegion().boundingRect(), sentence->rect());
}

void TestRefusedTexts::reason_whenRefused_isNamedAndKept()
{
    WindowFixture f;
    f.open();
    f.choose(0, "city");
    f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Nice"));
    f.child<QLineEdit>("reason")->setText(tooLong);
    f.window->save();
    QTRY_VERIFY2(f.messages().contains(QStringLiteral("Reason: the text is too long")),
                 qPrintable(f.messages()));
    QVERIFY(f.session->saveRequests().isEmpty());
    QVERIFY(f.child("reason")->hasFocus());
    QCOMPARE(f.child<QLineEdit>("reason")->text(), tooLong);
    QCOMPARE(f.cell(0, "city"), QStringLiteral("Nice"));
}

void TestRefusedTexts::drafts_bringItBack()
{
    WindowFixture f;
    leaveBehind(f);
    f.makeWindow(); // As after a crash: nobody was asked.
    f.open();
    f.choose(0, "city");
    QCOMPARE(f.field("city")->text(), tooLong);
    QVERIFY(f.child("formProblem")->isVisible());
}

QTEST_MAIN(TestRefusedTexts)
#include "tst_refusedtexts.moc"
