// What the window tells of what has happened.
#include "tests/ui/WindowFixture.h"

#include "ui/history/HistoryPanel.h"
#include "ui/messages/StatusLine.h"
#include "ui/widgets/FoldedMessage.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStatusBar>
#include <QStyle>

using namespace addressdesk;

namespace {

const Error refusal{ErrorCode::ConstraintViolated, QStringLiteral("a check of the table"),
                    QStringLiteral("23514")};
const QString technicalWords = QStringLiteral("a check of the table (23514)");

void saveTheFirst(WindowFixture &f)
{
    f.open();
    f.choose(0, "city");
    f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Nice"));
    f.window->save();
    QTRY_VERIFY(f.child<QLabel>("statusTold")->text().startsWith(QStringLiteral("Saved:")));
}

} // namespace

class TestWindowNews final : public QObject
{
    Q_OBJECT

private slots:
    void deletion_bySettingBack_isOnesOwn()
    {
        WindowFixture f;
        f.open();
        f.choose(1, "city");
        f.press(Qt::Key_Delete, Qt::ControlModifier);
        QTRY_COMPARE(f.grid()->model()->rowCount(), 2);
        f.press(Qt::Key_D, Qt::ControlModifier);
        QTRY_COMPARE(f.child<QTableView>("deletedTable")->model()->rowCount(), 1);
        QTRY_VERIFY(f.child("deletedFilter")->hasFocus());
        f.press(Qt::Key_Return);
        QTRY_COMPARE(f.grid()->model()->rowCount(), 3);
        f.press(Qt::Key_Escape);
        QTRY_VERIFY(!f.child("deletedAddresses")->isVisible());
        f.window->activateWindow(); // As window systems do.
        QTRY_VERIFY(f.window->isActiveWindow());
        QTRY_COMPARE(f.child<QPushButton>("setBackButton")->text(),
                     QStringLiteral("Delete this address again"));
        QTest::keyClick(f.window.get(), Qt::Key_Backspace, Qt::ControlModifier);
        QTRY_COMPARE(f.grid()->model()->rowCount(), 2);
        QTRY_COMPARE(f.messages(), QStringLiteral("The address of Anna Berger has been deleted: \u2068Home, "
                                                  "4 Rue de la Paix, 69001 Paris, France\u2069"));
        QTest::mouseClick(f.child("message_lifecycle")->findChild<QPushButton *>(), Qt::LeftButton);
        QTRY_VERIFY(f.session->stored(QStringLiteral("a2")));
        QTRY_COMPARE(f.messages(), QString());
    }
    void failure_ofASave_unfoldsItsTechnicalWords()
    {
        WindowFixture f;
        f.open();
        f.choose(0, "city");
        f.grid()->model()->setData(f.grid()->currentIndex(), QStringLiteral("Nice"));
        f.session->failNext(refusal);
        f.window->save();
        QTRY_VERIFY(f.child("message_saving"));
        const auto *details =
            f.child("message_saving")->findChild<QPlainTextEdit *>(QStringLiteral("messageDetails"));
        QVERIFY(details);
        QCOMPARE(details->toPlainText(), technicalWords);
        QVERIFY(!details->isVisible());
        f.child("message_saving")->findChild<QPushButton *>()->setFocus();
        f.press(Qt::Key_Tab);
        f.press(Qt::Key_Space);
        QVERIFY(details->isVisible());
        f.press(Qt::Key_Tab);
        QVERIFY(details->hasFocus());
        f.press(Qt::Key_Tab);
        QCOMPARE(f.focus()->objectName(), QStringLiteral("closeMessage"));
    }

    void failure_ofACreation_hasItsTechnicalWords()
    {
        WindowFixture f;
        f.open();
        f.choose(1, "city");
        f.press(Qt::Key_N, Qt::ControlModifier);
        QTRY_VERIFY(f.child("new_label") && f.child("new_label")->hasFocus());
        f.type("Work");
        f.child("new_city")->setFocus();
        f.type("Brest");
        f.session->failNext(refusal);
        f.press(Qt::Key_Return);
        const auto *problem = f.child<FoldedMessage>("newAddressProblem");
        QTRY_COMPARE(problem->details(), technicalWords);
        QVERIFY(problem->isVisible() && !problem->sentence().isEmpty());
        f.type("e"); // It is over once something else is typed.
        QCOMPARE(problem->sentence() + problem->details(), QString());
    }

    void failure_ofReadingWhatIsDeleted_hasItsTechnicalWords()
    {
        WindowFixture f;
        f.open();
        f.press(Qt::Key_D, Qt::ControlModifier);
        QTRY_VERIFY(f.child("deletedFilter") && f.child("deletedFilter")->hasFocus());
        const auto *state = f.child<FoldedMessage>("deletedState");
        QTRY_COMPARE(state->sentence(), QStringLiteral("No address is deleted."));
        f.session->failNext(refusal);
        f.type("x");
        QTRY_COMPARE(state->details(), technicalWords);
        f.press(Qt::Key_Backspace);
        QTRY_COMPARE(state->sentence(), QStringLiteral("No address is deleted."));
        QCOMPARE(state->details(), QString());
    }

    void refusal_goesWithWhatWasRefused()
    {
        WindowFixture f;
        f.open();
        f.choose(0, "city");
        f.press(Qt::Key_F2);
        f.cellEditor()->selectAll();
        f.cellEditor()->insert(QString(300, u'x'));
        QTest::keyClick(f.cellEditor(), Qt::Key_Return);
        QTRY_VERIFY(f.messages().contains(QStringLiteral("too long")));
        QTest::keyClick(f.cellEditor(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(f.cellEditor()->text(), QStringLiteral("Lyon"));
        QTRY_COMPARE(f.messages(), QString());
        // It comes again when it is refused again.
        f.cellEditor()->setText(QString(300, u'y'));
        QTest::keyClick(f.cellEditor(), Qt::Key_Return);
        QTRY_VERIFY(f.messages().contains(QStringLiteral("too long")));
    }

    void saved_isNotSaidAnyMore_onceItIsSetBack()
    {
        WindowFixture f;
        saveTheFirst(f);
        QTRY_VERIFY(f.child<QPushButton>("setBackButton")->isEnabled());
        f.child<QPushButton>("setBackButton")->click();
        QTRY_VERIFY(f.child("historyNotice")->isVisible());
        QCOMPARE(f.child<QLabel>("statusTold")->text(), QString());
    }

    void saved_isNotSaidAnyMore_onceAnAddressIsDeleted()
    {
        WindowFixture f;
        saveTheFirst(f);
        f.choose(1, "city");
        f.press(Qt::Key_Delete, Qt::ControlModifier);
        QTRY_VERIFY(f.child("message_lifecycle"));
        QCOMPARE(f.child<QLabel>("statusTold")->text(), QString());
    }

    void told_whereThereIsLittleRoom_beginsWithItsBeginning()
    {
        WindowFixture f;
        f.open();
        f.window->resize(1024, 740);
        auto *told = f.child<QLabel>("statusTold");
        auto *bar = f.window->statusBar();
        const int width = f.window->width();
        auto *line = f.window->findChild<StatusLine *>();
        line->tell(QStringLiteral("Saved: ") + QString(200, u'x'));
        const QImage longer = told->grab().toImage();
        line->tell(QStringLiteral("Saved: ") + QString(300, u'x'));
        QCOMPARE(told->grab().toImage(), longer); // Both show their beginning and "…".
        line->tell(QStringLiteral("Sorry: ") + QString(300, u'x'));
        QVERIFY(told->grab().toImage() != longer);
        QCOMPARE(f.window->width(), width);
        QVERIFY(bar->rect().contains(told->geometry()));
        QCOMPARE(told->text().size(), 307);
    }

    void statusBar_keepsItsHeight()
    {
        WindowFixture f;
        f.open();
        const int without = f.window->statusBar()->height();
        f.session->office().tasks = {OfficeTask{1, {}, {}, {}}};
        emit f.session->office().officeChanged();
        QTRY_VERIFY(f.child("statusRequests")->isVisible());
        QCoreApplication::sendPostedEvents();
        QCoreApplication::processEvents();
        QCOMPARE(f.window->statusBar()->height(), without);
    }

    void mark_leavesTheTextAlone_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("left to right") << Qt::LeftToRight;
        QTest::newRow("right to left") << Qt::RightToLeft;
    }

    void mark_leavesTheTextAlone()
    {
        QFETCH(Qt::LayoutDirection, direction);
        constexpr int step = 4;
        QApplication::setLayoutDirection(direction);
        WindowFixture f;
        f.open();
        f.choose(0, "city");
        const QModelIndex city = f.grid()->currentIndex();
        f.grid()->model()->setData(city, QStringLiteral("MMMM"));
        QLineEdit *field = f.field("city");
        field->setCursorPosition(direction == Qt::LeftToRight ? 0 : 4);
        field->grab(); // It is painted before it knows where its text is.
        const int text = field->inputMethodQuery(Qt::ImCursorRectangle).toRect().center().x();
        const int indent = direction == Qt::LeftToRight ? text : field->width() - text;
        QVERIFY2(indent >= 2 * step, qPrintable(QString::number(indent)));
        f.choose(1, "city");
        QCoreApplication::processEvents();
        const QRect cell = f.grid()->visualRect(city);
        const QImage seen = f.grid()->viewport()->grab().toImage();
        QRect gap(cell.left() + step, cell.top() + 1, step - 1, cell.height() - 2);
        gap = QStyle::visualRect(direction, cell, gap);
        int strokes = 0;
        for (int y = gap.top(); y <= gap.bottom(); ++y) {
            for (int x = gap.left(); x <= gap.right(); ++x)
                strokes += seen.pixel(x, y) == seen.pixel(gap.topLeft()) ? 0 : 1;
        }
        QCOMPARE(strokes, 0);
        const QRect bar = QStyle::visualRect(direction, cell, {cell.left() + 1, cell.center().y(), 1, 1});
        QVERIFY(seen.pixel(bar.topLeft()) != seen.pixel(gap.topLeft()));
    }

    void cleanup() { QApplication::setLayoutDirection(Qt::LeftToRight); }
};

QTEST_MAIN(TestWindowNews)
#include "tst_windownews.moc"
