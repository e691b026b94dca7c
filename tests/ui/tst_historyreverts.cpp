#include "tests/ui/HistoryPanelFixture.h"

#include "ui/history/HistoryActions.h"
#include "ui/widgets/FoldedDetails.h"

#include <QCheckBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace addressdesk;

using Fixture = HistoryPanelFixture;

namespace {

const QString addressId = Fixture::addressId;
const QString city = QStringLiteral("city");
const QString zipCode = QStringLiteral("zipCode");

} // namespace

/// Setting back from the history: a change, a whole save, and what has changed since.
class TestHistoryReverts final : public QObject
{
    Q_OBJECT

private slots:
    void setBack_pressed_putsTheValueBackAtOnce();
    void setBack_thenButtonSaysWhyItIsDisabled();
    void setBack_thenUndo_bringsTheValueAgain();
    void setBack_byShortcut();
    void setBack_pressedTwice_asksOnce();
    void setBack_ofARevert_changesAgain();
    void setBack_inALowPanel_showsWhatIsNew();
    void setBack_ofADeletion_restores();
    void setBack_ofACreation_deletesAgain();
    void setSaveBack_putsAllFieldsBackInOneSave();
    void setSaveBack_whenOneFieldIsBackAlready_asksOnlyForTheOthers();
    void setSaveBack_whenAllIsBackAlready_saysSo();
    void setSaveBack_ofOneField_isNotOffered();
    void setSaveBack_byShortcut();
    void setSaveBack_byShortcut_ofOneField_isThatChange();
    void setSaveBack_byShortcut_whereItCannotBe_saysSo();
    void changedSince_asksAndOverrides();
    void changedSince_cancelled_writesNothing();
    void changedSince_ofASave_writesTickedFieldsOnly();
    void refusal_isASentence_andHistoryIsReadAgain();
    void failure_isASentence();
};

void TestHistoryReverts::setBack_pressed_putsTheValueBackAtOnce()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    QSignalSpy reverted(&f.panel, &HistoryPanel::reverted);
    QSignalSpy setBack(&f.panel, &HistoryPanel::fieldSetBack);
    QTest::mouseClick(f.setBack(), Qt::LeftButton);
    QTRY_COMPARE(reverted.count(), 1);
    QVERIFY(!f.dialog());
    QCOMPARE(f.stored(city), FieldValue(QStringLiteral("Lyon")));
    QCOMPARE(f.stored(zipCode), FieldValue(QStringLiteral("75002")));
    QCOMPARE(setBack.count(), 1);
    QCOMPARE(setBack.first(), (QVariantList{addressId, city}));
    QCOMPARE(f.notice(), QStringLiteral("City set back to \u2068“Lyon”\u2069."));
    QVERIFY(f.hasNotice());
    QVERIFY(f.child<QPushButton>("historyUndo")->isVisible());
    QTRY_COMPARE(f.panel.model().rowCount(), 5);
}

void TestHistoryReverts::setBack_thenButtonSaysWhyItIsDisabled()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    f.setBack()->click();
    QTRY_COMPARE(f.panel.model().rowCount(), 5);
    QCOMPARE(f.row(), 2); // the same change, one further down
    QVERIFY(!f.setBack()->isEnabled());
    QVERIFY2(f.why().startsWith(QStringLiteral("Set back by marie")), qPrintable(f.why()));
    QVERIFY(f.child<QLabel>("historyWhy")->isVisible());
    QVERIFY(f.setBack()->accessibleDescription().contains(f.why()));
    f.panel.setBackSelected();
    QVERIFY2(f.notice().startsWith(f.why() + u'\n'), qPrintable(f.notice())); // And what can be undone.
    QCOMPARE(f.session.revertRequests().size(), 1);
}

void TestHistoryReverts::setBack_thenUndo_bringsTheValueAgain()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    f.setBack()->click();
    QTRY_COMPARE(f.stored(city), FieldValue(QStringLiteral("Lyon")));
    QTRY_VERIFY(f.hasNotice());
    f.child<QPushButton>("historyUndo")->click();
    f.child<QPushButton>("historyUndo")->click(); // an impatient second time
    QTRY_COMPARE(f.stored(city), FieldValue(QStringLiteral("Paris")));
    QCOMPARE(f.session.revertRequests().size(), 2);
    QTRY_COMPARE(f.notice(), QStringLiteral("Setting back was undone."));
    QCOMPARE(f.session.revertRequests().last().target, RevertRequest::Target::Save);
}

void TestHistoryReverts::setBack_byShortcut()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    QVERIFY(QTest::qWaitForWindowActive(&f.panel));
    f.view()->setFocus();
    QTest::keyClick(f.view(), Qt::Key_Backspace, Qt::ControlModifier);
    QTRY_COMPARE(f.stored(city), FieldValue(QStringLiteral("Lyon")));
}

void TestHistoryReverts::setBack_pressedTwice_asksOnce()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    QSignalSpy busy(&f.panel, &HistoryPanel::busyChanged);
    f.setBack()->click();
    f.setBack()->click();
    f.panel.setBackSelected();
    QTRY_COMPARE(f.panel.model().rowCount(), 5);
    QCOMPARE(f.session.revertRequests().size(), 1);
    QCOMPARE(busy.first().first().toBool(), true);
    QTRY_COMPARE(busy.last().first().toBool(), false);
}

void TestHistoryReverts::setBack_ofARevert_changesAgain()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    f.setBack()->click();
    QTRY_COMPARE(f.panel.model().rowCount(), 5);
    f.view()->setCurrentIndex(f.panel.model().index(1));
    QCOMPARE(f.setBack()->text(), QStringLiteral("Set back to \u2068“Paris”\u2069"));
    QVERIFY(f.setBack()->isEnabled());
    f.setBack()->click();
    QTRY_COMPARE(f.stored(city), FieldValue(QStringLiteral("Paris")));
}

void TestHistoryReverts::setBack_inALowPanel_showsWhatIsNew()
{
    for (const int height : {340, 1400}) {
        Fixture f;
        addTwoSaves(f.past());
        f.panel.resize(380, height);
        f.open();
        f.view()->setCurrentIndex(f.panel.model().index(2));
        const qint64 chosen = f.panel.model().entry(2)->event.sequenceNum;
        QTRY_VERIFY(f.setBack()->isEnabled());
        f.setBack()->click();
        QTRY_COMPARE(f.panel.model().rowCount(), 5);
        QTRY_COMPARE(f.view()->verticalScrollBar()->value(), 0);
        const auto isSeen = [&f](int row) {
            const QRect card = f.view()->visualRect(f.panel.model().index(row));
            return card.top() >= 0 && card.bottom() < f.view()->viewport()->height();
        };
        QTRY_VERIFY(isSeen(f.row()));
        // What was chosen stays so where there is room for it.
        QTRY_COMPARE(f.row(), height == 340 ? 1 : 3);
        if (height != 340)
            QCOMPARE(f.panel.model().entry(f.row())->event.sequenceNum, chosen);
    }
}

void TestHistoryReverts::setBack_ofADeletion_restores()
{
    Fixture f;
    f.session.deleteElsewhere(addressId);
    f.open();
    QVERIFY(f.panel.model().isDeleted());
    QCOMPARE(f.setBack()->text(), QStringLiteral("Restore this address"));
    f.setBack()->click();
    QTRY_VERIFY(f.session.stored(addressId));
    QTRY_COMPARE(f.notice(), QStringLiteral("Address restored."));
    QVERIFY(f.child<QPushButton>("historyUndo")->isVisible());
}

void TestHistoryReverts::setBack_ofACreation_deletesAgain()
{
    Fixture f;
    f.past()
        .save(QStringLiteral("s1"), QStringLiteral("paul"), QStringLiteral("2026-03-03T09:00:00.000Z"))
        .created(FakeDeskSession::generatedRow(1).address.values);
    f.open();
    QCOMPARE(f.setBack()->text(), QStringLiteral("Delete this address"));
    f.setBack()->click();
    QTRY_VERIFY(!f.session.stored(addressId));
    QTRY_COMPARE(f.notice(), QStringLiteral("Address deleted."));
    f.child<QPushButton>("historyUndo")->click();
    QTRY_VERIFY(f.session.stored(addressId));
}

void TestHistoryReverts::setSaveBack_putsAllFieldsBackInOneSave()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    QSignalSpy reverted(&f.panel, &HistoryPanel::reverted);
    QVERIFY(f.setSaveBack()->isVisible());
    f.setSaveBack()->click();
    QTRY_COMPARE(reverted.count(), 1);
    QVERIFY(!f.dialog());
    QCOMPARE(f.stored(city), FieldValue(QStringLiteral("Lyon")));
    QCOMPARE(f.stored(zipCode), FieldValue(QStringLiteral("69001")));
    const auto outcome = reverted.first().first().value<RevertOutcome>();
    QCOMPARE(outcome.events.size(), 2);
    QCOMPARE(outcome.events.first().changeId, outcome.events.last().changeId);
    QVERIFY2(f.notice().startsWith(QStringLiteral("2 ")), qPrintable(f.notice()));
}

void TestHistoryReverts::setSaveBack_whenOneFieldIsBackAlready_asksOnlyForTheOthers()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    f.setBack()->click();
    QTRY_COMPARE(f.panel.model().rowCount(), 5);
    QVERIFY(f.setSaveBack()->isEnabled());
    f.setSaveBack()->click();
    QTRY_COMPARE(f.stored(zipCode), FieldValue(QStringLiteral("69001")));
    QCOMPARE(f.session.revertRequests().last().onlyFields, QStringList{zipCode});
    QTRY_VERIFY(!f.setSaveBack()->isEnabled());
}

void TestHistoryReverts::setSaveBack_whenAllIsBackAlready_saysSo()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    f.setSaveBack()->click();
    QTRY_COMPARE(f.panel.model().rowCount(), 6);
    QVERIFY(f.setSaveBack()->isVisible() && !f.setSaveBack()->isEnabled());
    const auto why = QStringLiteral("None of the changes of this save can be set back.");
    QCOMPARE(f.setSaveBack()->accessibleDescription(), why);
    f.panel.setSaveBackAction()->trigger();
    QVERIFY2(f.notice().startsWith(why + u'\n'), qPrintable(f.notice())); // And what can be undone.
    QCOMPARE(f.session.revertRequests().size(), 1);
}

void TestHistoryReverts::setSaveBack_ofOneField_isNotOffered()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    f.view()->setCurrentIndex(f.panel.model().index(3));
    QVERIFY(!f.setSaveBack()->isVisible());
}

void TestHistoryReverts::setSaveBack_byShortcut()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    QVERIFY(QTest::qWaitForWindowActive(&f.panel));
    f.view()->setFocus();
    QTest::keyClick(f.view(), Qt::Key_Backspace, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_COMPARE(f.stored(city), FieldValue(QStringLiteral("Lyon")));
    QCOMPARE(f.stored(zipCode), FieldValue(QStringLiteral("69001")));
}

void TestHistoryReverts::setSaveBack_byShortcut_ofOneField_isThatChange()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    f.view()->setCurrentIndex(f.panel.model().index(3));
    f.panel.setSaveBackAction()->trigger();
    QTRY_VERIFY(f.dialog()); // It has changed since.
    QCOMPARE(f.dialog()->chosen().size(), 1);
}

void TestHistoryReverts::setSaveBack_byShortcut_whereItCannotBe_saysSo()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    f.panel.showField(city);
    QTRY_COMPARE(f.panel.model().rowCount(), 3);
    f.panel.setSaveBackAction()->trigger();
    QCOMPARE(f.notice(), QStringLiteral("To set a whole save back, show the changes of all fields first."));
    QCOMPARE(f.session.revertRequests().size(), 0);
}

void TestHistoryReverts::changedSince_asksAndOverrides()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    f.view()->setCurrentIndex(f.panel.model().index(3));
    QCOMPARE(f.setBack()->text(), QStringLiteral("Set back to \u2068“Nice”\u2069…"));
    QVERIFY(f.why().startsWith(QStringLiteral("Changed again by marie")));
    f.setBack()->click();
    QVERIFY(f.dialog());
    QStringList texts;
    const QList<QLabel *> labels = f.dialog()->findChildren<QLabel *>();
    for (const QLabel *shown : labels)
        texts.append(shown->text());
    for (const QString &value : {QStringLiteral("Lyon"), QStringLiteral("Paris"), QStringLiteral("Nice")})
        QVERIFY2(texts.contains(value), qPrintable(texts.join(u'|')));
    auto *confirm = f.dialog()->findChild<QPushButton *>(QStringLiteral("revertConfirm"));
    QCOMPARE(confirm->text(), QStringLiteral("Set back to \u2068“Nice”\u2069"));
    QCOMPARE(f.session.revertRequests().size(), 0);
    confirm->click();
    QTRY_COMPARE(f.stored(city), FieldValue(QStringLiteral("Nice")));
    QVERIFY(f.session.revertRequests().last().overrideLaterChanges);
}

void TestHistoryReverts::changedSince_cancelled_writesNothing()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    f.view()->setCurrentIndex(f.panel.model().index(3));
    f.setBack()->click();
    QVERIFY(f.dialog());
    QTest::keyClick(f.dialog(), Qt::Key_Escape);
    QTRY_VERIFY(!f.dialog());
    QCOMPARE(f.session.revertRequests().size(), 0);
    QCOMPARE(f.stored(city), FieldValue(QStringLiteral("Paris")));
}

void TestHistoryReverts::changedSince_ofASave_writesTickedFieldsOnly()
{
    Fixture f;
    addTwoSaves(f.past());
    f.session.changeElsewhere(addressId, city, QStringLiteral("Marseille"));
    f.open();
    f.view()->setCurrentIndex(f.panel.model().index(1));
    QCOMPARE(f.setSaveBack()->text(), QStringLiteral("Set this save back…"));
    f.setSaveBack()->click();
    QVERIFY(f.dialog());
    auto *cityTick = f.dialog()->findChild<QCheckBox *>(QStringLiteral("revertTick_city"));
    auto *zipTick = f.dialog()->findChild<QCheckBox *>(QStringLiteral("revertTick_zipCode"));
    QVERIFY(cityTick && zipTick);
    QVERIFY(!cityTick->isChecked()); // somebody's later value is not overwritten unasked
    QVERIFY(zipTick->isChecked());
    auto *confirm = f.dialog()->findChild<QPushButton *>(QStringLiteral("revertConfirm"));
    zipTick->setChecked(false);
    QVERIFY(!confirm->isEnabled());
    cityTick->setChecked(true);
    QVERIFY(confirm->isEnabled());
    confirm->click();
    QTRY_COMPARE(f.stored(city), FieldValue(QStringLiteral("Lyon")));
    QCOMPARE(f.stored(zipCode), FieldValue(QStringLiteral("75002")));
    QCOMPARE(f.session.revertRequests().last().onlyFields, QStringList{city});
}

void TestHistoryReverts::refusal_isASentence_andHistoryIsReadAgain()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    f.session.setManual(true);
    f.setBack()->click();
    QSignalSpy reverted(&f.panel, &HistoryPanel::reverted);
    // A colleague is quicker, and this desk has not heard of it yet.
    f.session.blockSignals(true);
    f.session.changeElsewhere(addressId, city, QStringLiteral("Marseille"));
    f.session.blockSignals(false);
    const qsizetype readings = f.session.historyRequests().size();
    f.session.answerAll();
    QCOMPARE(f.notice(),
             QStringLiteral("Nothing was set back. The value has been changed outside Address Desk since."));
    QVERIFY(!f.child<QPushButton>("historyUndo")->isVisible());
    QCOMPARE(f.stored(city), FieldValue(QStringLiteral("Marseille")));
    QCOMPARE(reverted.count(), 0);
    QVERIFY(f.session.historyRequests().size() > readings);
    QCOMPARE(f.setBack()->text(), QStringLiteral("Set back to \u2068“Lyon”\u2069…"));
}

void TestHistoryReverts::failure_isASentence()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    f.session.failNext({ErrorCode::ReadOnly, QStringLiteral("attempt to write"), {}});
    f.setBack()->click();
    QTRY_VERIFY(f.hasNotice());
    QVERIFY2(f.notice().contains(QStringLiteral("can only be read")), qPrintable(f.notice()));
    QCOMPARE(f.stored(city), FieldValue(QStringLiteral("Paris")));
    const auto *details = f.child<FoldedDetails>("historyNoticeDetails");
    QVERIFY(details->isVisible());
    QCOMPARE(details->text(), QStringLiteral("attempt to write"));
    f.setBack()->click();
    QTRY_VERIFY(f.notice().contains(QStringLiteral("set back")));
    QVERIFY(!details->isVisible());
}

QTEST_MAIN(TestHistoryReverts)
#include "tst_historyreverts.moc"
