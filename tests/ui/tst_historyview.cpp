#include "tests/ui/HistoryPanelFixture.h"

#include <QApplication>
#include <QScrollBar>
#include <QWheelEvent>

using namespace addressdesk;

using Fixture = HistoryPanelFixture;

namespace {

const QString city = QStringLiteral("city");

/// Saves whose values are one letter longer each: wherever a line is full, one of them only just fits.
void addSavesOfAllLengths(HistoryMaker past)
{
    for (int length = 1; length <= 30; ++length)
        past.save(QStringLiteral("s%1").arg(length), QStringLiteral("paul"),
                  QStringLiteral("2026-03-03T09:00:00.000Z"))
            .changed(city, QString(length, u'n'), QString(length, u'm'));
}

/// Many changes that another program has overtaken, and an older one that can be set back.
void addOneOldChangeToSetBack(Fixture &f)
{
    f.past()
        .save(QStringLiteral("s0"), QStringLiteral("paul"), QStringLiteral("2026-03-02T09:00:00.000Z"))
        .changed(QStringLiteral("label"), QStringLiteral("Home"), f.stored(QStringLiteral("label")));
    addSavesOfAllLengths(f.past());
    f.session.changeElsewhere(Fixture::addressId, city, QStringLiteral("Nice"));
}

bool isInSight(const HistoryView &view, int row)
{
    return view.viewport()->rect().contains(view.visualRect(view.model()->index(row, 0)));
}

int top(const HistoryView &view, int row)
{
    return view.visualRect(view.model()->index(row, 0)).top();
}

/// From each row to the next. A row's visualRect() is always as high as its delegate wants it to be, also
/// where the next row already stands.
QList<int> rooms(const HistoryView &view)
{
    QList<int> rooms;
    for (int row = 0; row + 1 < view.model()->rowCount(); ++row)
        rooms.append(top(view, row + 1) - top(view, row));
    return rooms;
}

/// What the rows need in the width that there is now.
QList<int> needs(const HistoryView &view)
{
    QList<int> needs;
    for (int row = 0; row + 1 < view.model()->rowCount(); ++row)
        needs.append(view.sizeHintForIndex(view.model()->index(row, 0)).height());
    return needs;
}

} // namespace

class TestHistoryView final : public QObject
{
    Q_OBJECT

private slots:
    void rows_whenTheScrollBarComesAndGoes_haveTheRoomTheyNeed();
    void rows_whenThePanelGetsNarrower_haveTheRoomTheyNeed();
    void showAddress_afterAShortHistory_beginsAtTheTop();
    void showAddress_whenOnlyAnOldChangeCanBeSetBack_beginsAtTheTop();
    void showField_beginsAtTheTop();
    void save_whenScrolled_beginsAtTheTop();
    void saveElsewhere_whenAtTheTop_staysThere();
    void saveElsewhere_whenTheOperatorChose_keepsTheChoiceInSight();
    void newestChange_inALowList_isWhole();
    void click_onACardThatIsCut_showsItWhole();
    void selectNext_leavesTheTop_andStaysInSight();
    void saveElsewhere_whenTheOperatorScrolled_staysThere();
};

void TestHistoryView::rows_whenTheScrollBarComesAndGoes_haveTheRoomTheyNeed()
{
    Fixture f;
    addSavesOfAllLengths(f.past());
    f.panel.resize(380, 6000);
    f.open();
    const QScrollBar *bar = f.view()->verticalScrollBar();
    QTRY_VERIFY(!bar->isVisible());
    QTRY_COMPARE(rooms(*f.view()), needs(*f.view()));
    const QList<int> wide = rooms(*f.view());

    f.panel.resize(380, 700);
    QTRY_VERIFY(bar->isVisible());
    QVERIFY(needs(*f.view()) != wide); // The bar makes a difference at all.
    QCOMPARE(rooms(*f.view()), needs(*f.view()));

    f.panel.resize(380, 6000);
    QTRY_VERIFY(!bar->isVisible());
    QCOMPARE(needs(*f.view()), wide);
    QCOMPARE(rooms(*f.view()), wide);
}

void TestHistoryView::rows_whenThePanelGetsNarrower_haveTheRoomTheyNeed()
{
    Fixture f;
    addSavesOfAllLengths(f.past());
    f.open();
    f.panel.resize(420, f.panel.height());
    QTRY_COMPARE(rooms(*f.view()), needs(*f.view()));
    const QList<int> before = rooms(*f.view());
    const int height = f.view()->height();
    f.panel.resize(375, f.panel.height());
    QCOMPARE(f.view()->height(), height); // Nothing but the width.
    QVERIFY(needs(*f.view()) != before);
    QCOMPARE(rooms(*f.view()), needs(*f.view()));
}

void TestHistoryView::showAddress_afterAShortHistory_beginsAtTheTop()
{
    Fixture f;
    addSavesOfAllLengths(f.past());
    f.panel.resize(380, 300);
    f.panel.setSession(&f.session);
    f.panel.showAddress(Fixture::otherId);
    QTRY_COMPARE(f.panel.model().rowCount(), 1);
    QTRY_COMPARE(f.view()->height(), f.view()->sizeHint().height());
    f.panel.showAddress(Fixture::addressId);
    QTRY_COMPARE(f.panel.model().rowCount(), 31);
    QTRY_VERIFY(f.view()->verticalScrollBar()->maximum() > 1000);
    QTRY_VERIFY(f.view()->height() > 60);
    QCOMPARE(f.view()->verticalScrollBar()->value(), 0);
    QVERIFY(isInSight(*f.view(), 0));
}

void TestHistoryView::showAddress_whenOnlyAnOldChangeCanBeSetBack_beginsAtTheTop()
{
    Fixture f;
    addOneOldChangeToSetBack(f);
    f.open();
    QCOMPARE(f.row(), 31);
    QTRY_VERIFY(f.view()->verticalScrollBar()->maximum() > 1000);
    QCOMPARE(f.view()->verticalScrollBar()->value(), 0);
    QVERIFY(isInSight(*f.view(), 0));
    const int height = f.view()->height();
    f.panel.resize(380, 400); // Also when there is less room later.
    QTRY_VERIFY(f.view()->height() < height);
    QCOMPARE(f.view()->verticalScrollBar()->value(), 0);
}

void TestHistoryView::showField_beginsAtTheTop()
{
    Fixture f;
    addSavesOfAllLengths(f.past());
    f.open();
    QTRY_VERIFY(f.view()->verticalScrollBar()->maximum() > 1000);
    f.panel.selectNext();
    f.view()->setCurrentIndex(f.panel.model().index(20));
    QVERIFY(f.view()->verticalScrollBar()->value() > 0);
    f.panel.showField(city);
    QTRY_COMPARE(f.panel.model().rowCount(), 31);
    QTRY_VERIFY(f.view()->verticalScrollBar()->maximum() > 1000);
    QCOMPARE(f.view()->verticalScrollBar()->value(), 0);
}

void TestHistoryView::save_whenScrolled_beginsAtTheTop()
{
    Fixture f;
    addSavesOfAllLengths(f.past());
    f.open();
    f.view()->setCurrentIndex(f.panel.model().index(20));
    QVERIFY(!isInSight(*f.view(), 0));
    addSavesOfAllLengths(f.past());
    f.panel.chooseNewest();
    QTRY_VERIFY(f.panel.model().rowCount() > 31);
    QCOMPARE(f.row(), 1);
    QVERIFY(isInSight(*f.view(), 0));
}

void TestHistoryView::saveElsewhere_whenAtTheTop_staysThere()
{
    Fixture f;
    addSavesOfAllLengths(f.past());
    f.panel.resize(380, 300);
    f.open();
    QTRY_VERIFY(isInSight(*f.view(), 0));
    f.saveElsewhere(QStringLiteral("label"), QStringLiteral("Work"));
    QCOMPARE(f.row(), 2); // The choice stays where it was, and so does the button.
    QVERIFY(isInSight(*f.view(), 0));
}

void TestHistoryView::saveElsewhere_whenTheOperatorChose_keepsTheChoiceInSight()
{
    Fixture f;
    addSavesOfAllLengths(f.past());
    f.open();
    QTest::mouseClick(f.view()->viewport(), Qt::LeftButton, {},
                      f.view()->visualRect(f.panel.model().index(4)).center());
    QCOMPARE(f.row(), 4);
    for (const char *label : {"Work", "Home", "Mill"})
        f.saveElsewhere(QStringLiteral("label"), QLatin1String(label));
    QCOMPARE(f.row(), 7);
    QTRY_VERIFY(isInSight(*f.view(), 7));
    QVERIFY(!isInSight(*f.view(), 0));
}

void TestHistoryView::newestChange_inALowList_isWhole()
{
    Fixture f;
    addSavesOfAllLengths(f.past());
    f.open();
    QTRY_VERIFY(isInSight(*f.view(), 0));
    const int chosen = f.view()->heightForAChange();
    int height = f.panel.height();
    while (f.view()->height() > chosen + 8) // "Now" and the change do not fit.
        f.panel.resize(380, --height);
    QCOMPARE(f.row(), 1);
    QVERIFY(isInSight(*f.view(), 1));
    f.panel.resize(380, 700);
    QVERIFY(isInSight(*f.view(), 0));
}

void TestHistoryView::click_onACardThatIsCut_showsItWhole()
{
    Fixture f;
    addSavesOfAllLengths(f.past());
    f.open();
    int row = 2;
    while (isInSight(*f.view(), row))
        ++row;
    const QRect cut = f.view()->visualRect(f.panel.model().index(row, 0));
    const QRect seen = cut & f.view()->viewport()->rect();
    QVERIFY(!seen.isEmpty());
    QTest::mouseClick(f.view()->viewport(), Qt::LeftButton, {}, seen.center());
    QCOMPARE(f.row(), row);
    QVERIFY(isInSight(*f.view(), row));
}

void TestHistoryView::selectNext_leavesTheTop_andStaysInSight()
{
    Fixture f;
    addSavesOfAllLengths(f.past());
    f.open();
    for (int i = 0; i < 10; ++i)
        f.panel.selectNext();
    QCOMPARE(f.row(), 11);
    QVERIFY(isInSight(*f.view(), 11));
    f.panel.selectPrevious();
    const int height = f.view()->height();
    f.panel.resize(380, 400);
    QTRY_VERIFY(f.view()->height() < height);
    QTRY_VERIFY(isInSight(*f.view(), 10));
}

void TestHistoryView::saveElsewhere_whenTheOperatorScrolled_staysThere()
{
    Fixture f;
    addOneOldChangeToSetBack(f);
    f.open();
    QTRY_VERIFY(f.view()->verticalScrollBar()->maximum() > 1000);
    const QPointF middle = f.view()->viewport()->rect().center();
    QWheelEvent down(middle, f.view()->viewport()->mapToGlobal(middle), {}, {0, -240}, {}, {},
                     Qt::NoScrollPhase, false);
    QApplication::sendEvent(f.view()->viewport(), &down);
    const int scrolled = f.view()->verticalScrollBar()->value();
    QVERIFY(scrolled > 0);
    f.saveElsewhere(QStringLiteral("label"), QStringLiteral("Work"));
    QCOMPARE(f.row(), 32);
    QCOMPARE(f.view()->verticalScrollBar()->value(), scrolled);
}

QTEST_MAIN(TestHistoryView)
#include "tst_historyview.moc"
