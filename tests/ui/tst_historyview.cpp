#include "tests/ui/HistoryPanelFixture.h"

#include <QScrollBar>

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

class HistoryViewTest final : public QObject
{
    Q_OBJECT

private slots:
    void rows_whenTheScrollBarComesAndGoes_haveTheRoomTheyNeed();
    void rows_whenThePanelGetsNarrower_haveTheRoomTheyNeed();
};

void HistoryViewTest::rows_whenTheScrollBarComesAndGoes_haveTheRoomTheyNeed()
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

void HistoryViewTest::rows_whenThePanelGetsNarrower_haveTheRoomTheyNeed()
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

QTEST_MAIN(HistoryViewTest)
#include "tst_historyview.moc"
