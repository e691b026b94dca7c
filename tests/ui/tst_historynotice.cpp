#include "tests/ui/HistoryPanelFixture.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QTest>

using namespace addressdesk;

using Fixture = HistoryPanelFixture;

namespace {

const QString addressId = Fixture::addressId;
const QString otherId = Fixture::otherId;
const QString city = QStringLiteral("city");
const QString label = QStringLiteral("label");

QString stateOf(const Fixture &f, int row)
{
    return f.panel.model().index(row).data(HistoryModel::StateRole).toString();
}

/// A change of the city and so many of the label after it, far below the fold.
void addPast(Fixture &f, int labels)
{
    HistoryMaker past(f.session, addressId);
    past.save(QStringLiteral("s0"), QStringLiteral("paul"), QStringLiteral("2026-03-03T09:00:00.000Z"))
        .changed(city, QStringLiteral("Nice"), QStringLiteral("Lyon"));
    for (int i = 0; i < labels; ++i) {
        past.save(QStringLiteral("l%1").arg(i), QStringLiteral("paul"),
                  QStringLiteral("2026-03-04T09:00:00.000Z"))
            .changed(label, QStringLiteral("L%1").arg(i), QStringLiteral("L%1").arg(i + 1));
    }
}

/// The change that was set back cannot be set back once more.
void refuse(const Fixture &f)
{
    f.view()->setCurrentIndex(f.panel.model().index(2, 0));
    const QString before = f.notice();
    f.panel.setBackAction()->trigger();
    QVERIFY(f.notice() != before);
}

} // namespace

/// What the line on top of a history says stays true, and leads to what it speaks of.
class TestHistoryNotice final : public QObject
{
    Q_OBJECT

private slots:
    void notice_whenTheFieldChangesAgain_goes();
    void notice_whenAnotherFieldChanges_stays();
    void notice_whenTheAddressIsDeleted_goes();
    void undo_staysBesideAProblem();
    void undo_besideAProblem_goesWhenTheFieldChangesAgain();
    void undo_letsTheCardsFollow();
    void showChange_choosesAndScrolls();
    void showChange_ofAnAddressThatIsShownNext_waits();
    void showChange_showsAllFields();
    void showChange_isForgottenForAnotherAddress();
    void sentences_inALowPanel_areWhole_data();
    void sentences_inALowPanel_areWhole();
};

void TestHistoryNotice::notice_whenTheFieldChangesAgain_goes()
{
    Fixture f;
    f.open();
    f.saveElsewhere(city, QStringLiteral("Toulouse"));
    f.press("setBackButton");
    QTRY_VERIFY(f.hasNotice());
    f.panel.reload();
    QTRY_VERIFY(!f.panel.model().isLoading());
    QVERIFY(f.hasNotice()); // Nothing has happened.
    f.saveElsewhere(city, QStringLiteral("Brest"));
    QTRY_VERIFY(!f.hasNotice());
}

void TestHistoryNotice::notice_whenAnotherFieldChanges_stays()
{
    Fixture f;
    f.open();
    f.saveElsewhere(city, QStringLiteral("Toulouse"));
    f.press("setBackButton");
    QTRY_VERIFY(f.hasNotice());
    f.saveElsewhere(label, QStringLiteral("Office"));
    QVERIFY(f.hasNotice());
    QVERIFY(f.child<QPushButton>("historyUndo")->isVisible());
}

void TestHistoryNotice::notice_whenTheAddressIsDeleted_goes()
{
    Fixture f;
    f.open();
    f.saveElsewhere(city, QStringLiteral("Toulouse"));
    f.press("setBackButton");
    QTRY_VERIFY(f.hasNotice());
    f.session.deleteElsewhere(addressId);
    QTRY_VERIFY(!f.hasNotice());
}

void TestHistoryNotice::undo_staysBesideAProblem()
{
    Fixture f;
    f.open();
    f.saveElsewhere(city, QStringLiteral("Toulouse"));
    f.press("setBackButton");
    QTRY_VERIFY(f.hasNotice());
    const QString done = f.notice();
    refuse(f);
    QVERIFY2(f.notice() != done && f.notice().endsWith(done), qPrintable(f.notice()));
    QVERIFY(f.child<QPushButton>("historyUndo")->isVisible());
    f.press("historyUndo");
    QCOMPARE(f.stored(city), FieldValue(QStringLiteral("Toulouse")));
    QVERIFY(!f.child<QPushButton>("historyUndo")->isVisible());
}

void TestHistoryNotice::undo_besideAProblem_goesWhenTheFieldChangesAgain()
{
    Fixture f;
    f.open();
    f.saveElsewhere(city, QStringLiteral("Toulouse"));
    f.press("setBackButton");
    QTRY_VERIFY(f.hasNotice());
    const QString done = f.notice();
    refuse(f);
    f.saveElsewhere(city, QStringLiteral("Brest"));
    QTRY_VERIFY(!f.child<QPushButton>("historyUndo")->isVisible());
    QVERIFY(f.hasNotice()); // What was refused is still so.
    QVERIFY(!f.notice().isEmpty() && !f.notice().contains(done));
    QVERIFY(f.child<QPushButton>("historyNoticeClose")->isVisible());
}

void TestHistoryNotice::undo_letsTheCardsFollow()
{
    Fixture f;
    f.open();
    f.saveElsewhere(city, QStringLiteral("Toulouse"));
    f.press("setBackButton");
    QTRY_VERIFY(stateOf(f, 2).startsWith(QStringLiteral("Set back by")));
    QVERIFY(!stateOf(f, 2).contains(QStringLiteral("Set again")));
    QTRY_VERIFY(f.hasNotice());
    f.press("historyUndo");
    QTRY_COMPARE(f.notice(), QStringLiteral("Setting back was undone."));
    // The change counts again; the one that can be put back now is the new one, and it is chosen.
    QTRY_VERIFY2(stateOf(f, 3).contains(QStringLiteral(" Set again by")), qPrintable(stateOf(f, 3)));
    QVERIFY(f.panel.model().index(3).data(HistoryModel::IsInForceAgainRole).toBool());
    QCOMPARE(f.view()->currentIndex().row(), 1);
    QVERIFY(f.child<QPushButton>("setBackButton")->isEnabled());
    f.saveElsewhere(city, QStringLiteral("Brest"));
    QVERIFY(!stateOf(f, 4).contains(QStringLiteral("Set again")));
}

void TestHistoryNotice::showChange_choosesAndScrolls()
{
    Fixture f;
    addPast(f, 30);
    f.open();
    const int row = f.panel.model().rowCount() - 1;
    QVERIFY(f.view()->currentIndex().row() != row);
    f.panel.showChange(addressId, f.panel.model().entry(row)->event.sequenceNum);
    QCOMPARE(f.view()->currentIndex().row(), row);
    QTRY_VERIFY(
        f.view()->viewport()->rect().contains(f.view()->visualRect(f.view()->currentIndex()).center()));
    // It stays the chosen one when the history is read again.
    f.panel.reload();
    QTRY_VERIFY(!f.panel.model().isLoading());
    QCOMPARE(f.view()->currentIndex().row(), row);
}

void TestHistoryNotice::showChange_ofAnAddressThatIsShownNext_waits()
{
    Fixture f;
    addPast(f, 30);
    f.open();
    const qint64 wanted = f.panel.model().entry(f.panel.model().rowCount() - 1)->event.sequenceNum;
    f.panel.showAddress(otherId);
    QTRY_VERIFY(f.panel.model().isLoaded());
    f.panel.showChange(addressId, wanted);
    f.panel.showAddress(addressId);
    QTRY_VERIFY(f.panel.model().isLoaded());
    QTRY_COMPARE(f.view()->currentIndex().data(HistoryModel::SequenceNumRole).toLongLong(), wanted);
    QTRY_VERIFY(
        f.view()->viewport()->rect().contains(f.view()->visualRect(f.view()->currentIndex()).center()));
}

void TestHistoryNotice::showChange_showsAllFields()
{
    Fixture f;
    addPast(f, 2);
    f.open();
    const qint64 wanted = f.panel.model().entry(3)->event.sequenceNum;
    f.panel.showField(label);
    QTRY_COMPARE(f.panel.model().rowCount(), 3);
    f.panel.showChange(addressId, wanted);
    QTRY_COMPARE(f.panel.model().rowCount(), 4);
    QCOMPARE(f.child<QComboBox>("historyFilter")->currentIndex(), 0);
    QCOMPARE(f.view()->currentIndex().data(HistoryModel::SequenceNumRole).toLongLong(), wanted);
}

void TestHistoryNotice::showChange_isForgottenForAnotherAddress()
{
    Fixture f;
    addPast(f, 3);
    f.open();
    const int usual = f.view()->currentIndex().row();
    f.panel.showAddress({});
    f.panel.showChange(addressId, f.panel.model().rowCount());
    f.panel.showAddress(otherId);
    f.panel.showAddress(addressId);
    QTRY_VERIFY(f.panel.model().isLoaded());
    QTRY_COMPARE(f.view()->currentIndex().row(), usual);
}

void TestHistoryNotice::sentences_inALowPanel_areWhole_data()
{
    QTest::addColumn<int>("height");
    for (const int height : {155, 180, 220, 300})
        QTest::addRow("%d", height) << height;
}

void TestHistoryNotice::sentences_inALowPanel_areWhole()
{
    QFETCH(int, height);
    Fixture f;
    f.open();
    f.saveElsewhere(city, QStringLiteral("Toulouse"));
    f.press("setBackButton");
    // As a dock squeezes it.
    f.panel.setMinimumSize(1, 1);
    f.panel.resize(300, height);
    QTRY_COMPARE(f.panel.height(), height);
    QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
    for (const char *name : {"historyChosen", "historyWhy", "historyNoticeText", "historyState"}) {
        const auto *sentence = f.child<QLabel>(name);
        if (!sentence->isVisible())
            continue;
        QTRY_VERIFY2(sentence->height() >= sentence->heightForWidth(sentence->width()),
                     qPrintable(sentence->text()));
        const QRect place(sentence->mapTo(&f.panel, QPoint()), sentence->size());
        QVERIFY2(sentence->visibleRegion().boundingRect().height() == sentence->height(),
                 qPrintable(QStringLiteral("%1 at %2").arg(sentence->text()).arg(place.top())));
    }
    for (const char *name : {"setBackButton", "historyUndo"}) {
        const auto *button = f.child<QPushButton>(name);
        QCOMPARE(button->visibleRegion().boundingRect(), button->rect());
    }
}

QTEST_MAIN(TestHistoryNotice)
#include "tst_historynotice.moc"
