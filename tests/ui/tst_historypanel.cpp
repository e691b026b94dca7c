#include "tests/support/FakeDeskSession.h"
#include "tests/support/HistoryMaker.h"
#include "ui/history/HistoryActions.h"
#include "ui/history/HistoryPanel.h"
#include "ui/history/HistoryView.h"
#include "ui/history/RevertDialog.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace addressdesk;

namespace {

const QString addressId = QStringLiteral("a00000001");
const QString otherId = QStringLiteral("a00000002");
const QString city = QStringLiteral("city");
const QString zipCode = QStringLiteral("zipCode");
const QString label = QStringLiteral("label");

struct Fixture
{
    FakeDeskSession session;
    HistoryPanel panel;

    Fixture()
    {
        session.setRows({FakeDeskSession::generatedRow(1), FakeDeskSession::generatedRow(2)});
        panel.resize(380, 700);
        panel.show();
    }
    ~Fixture() { panel.setSession(nullptr); }

    HistoryMaker past() { return {session, addressId}; }

    void open()
    {
        QSignalSpy loaded(&panel.model(), &HistoryModel::loaded);
        panel.setSession(&session);
        panel.showAddress(addressId);
        QTRY_COMPARE(loaded.count(), 1);
    }

    template<typename T> T *child(const char *name) const
    {
        auto *found = panel.findChild<T *>(QLatin1String(name));
        Q_ASSERT(found);
        return found;
    }
    QPushButton *setBack() const { return child<QPushButton>("setBackButton"); }
    QPushButton *setSaveBack() const { return child<QPushButton>("setSaveBackButton"); }
    HistoryView *view() const { return child<HistoryView>("historyView"); }
    QString notice() const { return child<QLabel>("historyNoticeText")->text(); }
    bool hasNotice() const { return child<QWidget>("historyNotice")->isVisible(); }
    QString state() const { return child<QLabel>("historyState")->text(); }
    QString why() const { return child<QLabel>("historyWhy")->text(); }
    int row() const { return view()->currentIndex().row(); }
    FieldValue stored(const QString &field) const
    {
        return session.stored(addressId)->address.values.value(field);
    }
    RevertDialog *dialog() const { return panel.findChild<RevertDialog *>(); }
};

/// Paris since a save of two fields, before that Lyon.
void addTwoSaves(HistoryMaker past)
{
    past.save(QStringLiteral("s1"), QStringLiteral("paul"), QStringLiteral("2026-03-03T09:00:00.000Z"))
        .changed(city, QStringLiteral("Nice"), QStringLiteral("Lyon"))
        .save(QStringLiteral("s2"), QStringLiteral("marie"), QStringLiteral("2026-03-10T11:30:00.000Z"),
              QStringLiteral("moved"))
        .changed(city, QStringLiteral("Lyon"), QStringLiteral("Paris"))
        .changed(zipCode, QStringLiteral("69001"), QStringLiteral("75002"));
}

} // namespace

class TestHistoryPanel final : public QObject
{
    Q_OBJECT

private slots:
    void noAddress_saysSo();
    void noChanges_saysSo();
    void names_areTheContract();
    void newestRevertibleChange_isChosen();
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
    void setSaveBack_ofOneField_isNotOffered();
    void setSaveBack_byShortcut();
    void setSaveBack_byShortcut_ofOneField_isThatChange();
    void setSaveBack_byShortcut_whereItCannotBe_saysSo();
    void changedSince_asksAndOverrides();
    void changedSince_cancelled_writesNothing();
    void changedSince_ofASave_writesTickedFieldsOnly();
    void refusal_isASentence_andHistoryIsReadAgain();
    void failure_isASentence();
    void loadFailure_offersToTryAgain();
    void filter_showsOneField();
    void showField_choosesTheFilter_andOtherAddressesKeepIt();
    void steps_withAltArrows();
    void reload_keepsTheChosenChange();
    void chooseNewest_afterASave_choosesThatSave();
    void values_areTextWhateverTheyLookLike();
    void menu_offersWhatTheButtonsDo();
    void anotherAddress_dismissesTheNotice();
    void sessionTakenAway_empties();
    void slowReading_isTold_andThePictureComesBack();
    void everyWidget_hasAnAccessibleName();
    void lowPanel_cutsNoSentence();
    void briefActions_keepTheirHeight();
    void mailsChange_leavesChoiceScrollAndFocus();
};

void TestHistoryPanel::noAddress_saysSo()
{
    Fixture f;
    QCOMPARE(f.state(), QStringLiteral("Select an address to see its history."));
    QVERIFY(!f.setBack()->isVisible());
}

void TestHistoryPanel::noChanges_saysSo()
{
    Fixture f;
    f.open();
    QCOMPARE(f.state(), QStringLiteral("No changes yet: this address is as it was before Address Desk."));
    QVERIFY(f.view()->isVisible());
    QVERIFY(!f.setBack()->isVisible());
}

void TestHistoryPanel::names_areTheContract()
{
    Fixture f;
    QCOMPARE(f.view()->accessibleName(), QStringLiteral("History"));
    QCOMPARE(f.setBack()->accessibleName(), QStringLiteral("Set back"));
    QCOMPARE(f.setSaveBack()->accessibleName(), QStringLiteral("Set save back"));
}

void TestHistoryPanel::newestRevertibleChange_isChosen()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    QCOMPARE(f.row(), 1);
    QVERIFY(f.setBack()->isVisible());
    QVERIFY(f.setBack()->isEnabled());
    QCOMPARE(f.setBack()->text(), QStringLiteral("Set back to \u2068“Lyon”\u2069"));
    QVERIFY(f.why().isEmpty());
    QVERIFY(f.view()->selectionModel()->isRowSelected(1));
}

void TestHistoryPanel::setBack_pressed_putsTheValueBackAtOnce()
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

void TestHistoryPanel::setBack_thenButtonSaysWhyItIsDisabled()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    f.setBack()->click();
    QTRY_COMPARE(f.panel.model().rowCount(), 5);
    QCOMPARE(f.row(), 2); // the same change, one further down
    QVERIFY(!f.setBack()->isEnabled());
    QVERIFY2(f.why().startsWith(QStringLiteral("Put back by marie")), qPrintable(f.why()));
    QVERIFY(f.child<QLabel>("historyWhy")->isVisible());
    QVERIFY(f.setBack()->accessibleDescription().contains(f.why()));
    f.panel.setBackSelected();
    QCOMPARE(f.notice(), f.why());
    QCOMPARE(f.session.revertRequests().size(), 1);
}

void TestHistoryPanel::setBack_thenUndo_bringsTheValueAgain()
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

void TestHistoryPanel::setBack_byShortcut()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    QVERIFY(QTest::qWaitForWindowActive(&f.panel));
    f.view()->setFocus();
    QTest::keyClick(f.view(), Qt::Key_Backspace, Qt::ControlModifier);
    QTRY_COMPARE(f.stored(city), FieldValue(QStringLiteral("Lyon")));
}

void TestHistoryPanel::setBack_pressedTwice_asksOnce()
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

void TestHistoryPanel::setBack_ofARevert_changesAgain()
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

void TestHistoryPanel::setBack_inALowPanel_showsWhatIsNew()
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

void TestHistoryPanel::setBack_ofADeletion_restores()
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

void TestHistoryPanel::setBack_ofACreation_deletesAgain()
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

void TestHistoryPanel::setSaveBack_putsAllFieldsBackInOneSave()
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

void TestHistoryPanel::setSaveBack_whenOneFieldIsBackAlready_asksOnlyForTheOthers()
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

void TestHistoryPanel::setSaveBack_ofOneField_isNotOffered()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    f.view()->setCurrentIndex(f.panel.model().index(3));
    QVERIFY(!f.setSaveBack()->isVisible());
}

void TestHistoryPanel::setSaveBack_byShortcut()
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

void TestHistoryPanel::setSaveBack_byShortcut_ofOneField_isThatChange()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    f.view()->setCurrentIndex(f.panel.model().index(3));
    f.panel.setSaveBackAction()->trigger();
    QTRY_VERIFY(f.dialog()); // It has changed since.
    QCOMPARE(f.dialog()->chosen().size(), 1);
}

void TestHistoryPanel::setSaveBack_byShortcut_whereItCannotBe_saysSo()
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

void TestHistoryPanel::changedSince_asksAndOverrides()
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

void TestHistoryPanel::changedSince_cancelled_writesNothing()
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

void TestHistoryPanel::changedSince_ofASave_writesTickedFieldsOnly()
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

void TestHistoryPanel::refusal_isASentence_andHistoryIsReadAgain()
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

void TestHistoryPanel::failure_isASentence()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    f.session.failNext({ErrorCode::ReadOnly, QStringLiteral("attempt to write"), {}});
    f.setBack()->click();
    QTRY_VERIFY(f.hasNotice());
    QVERIFY2(f.notice().contains(QStringLiteral("can only be read")), qPrintable(f.notice()));
    QCOMPARE(f.stored(city), FieldValue(QStringLiteral("Paris")));
}

void TestHistoryPanel::loadFailure_offersToTryAgain()
{
    Fixture f;
    addTwoSaves(f.past());
    f.session.failNext({ErrorCode::ConnectionLost, {}, {}});
    f.panel.setSession(&f.session);
    f.panel.showAddress(addressId);
    auto *retry = f.child<QPushButton>("historyRetry");
    QTRY_VERIFY(retry->isVisible());
    QVERIFY2(f.state().contains(QStringLiteral("is gone")), qPrintable(f.state()));
    retry->click();
    QTRY_COMPARE(f.panel.model().rowCount(), 4);
    QVERIFY(!retry->isVisible());
    QVERIFY(f.state().isEmpty());
}

void TestHistoryPanel::filter_showsOneField()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    auto *filter = f.child<QComboBox>("historyFilter");
    QCOMPARE(filter->count(), 7);
    QCOMPARE(filter->itemText(0), QStringLiteral("All fields"));
    filter->setCurrentIndex(filter->findText(QStringLiteral("Postal code")));
    QTRY_COMPARE(f.panel.model().rowCount(), 2);
    QCOMPARE(f.panel.model().entry(1)->event.field(), zipCode);
    QVERIFY(!f.setSaveBack()->isVisible()); // the save's other fields are not known here
    filter->setCurrentIndex(filter->findText(QStringLiteral("Label")));
    QTRY_COMPARE(f.state(), QStringLiteral("No changes of this field yet."));
}

void TestHistoryPanel::showField_choosesTheFilter_andOtherAddressesKeepIt()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    f.panel.showField(city);
    QTRY_COMPARE(f.panel.model().rowCount(), 3);
    QCOMPARE(f.child<QComboBox>("historyFilter")->currentText(), QStringLiteral("City"));
    f.panel.showAddress(otherId);
    QCOMPARE(f.panel.model().fieldId(), city);
    f.panel.showField({});
    QCOMPARE(f.panel.model().fieldId(), QString());
    QCOMPARE(f.panel.model().addressId(), otherId);
}

void TestHistoryPanel::steps_withAltArrows()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    QVERIFY(QTest::qWaitForWindowActive(&f.panel));
    QTest::keyClick(&f.panel, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(f.row(), 2);
    QCOMPARE(f.setBack()->text(), QStringLiteral("Set back to \u2068“69001”\u2069"));
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(&f.panel, Qt::Key_Down, Qt::AltModifier);
    QCOMPARE(f.row(), 3);
    for (int i = 0; i < 5; ++i)
        QTest::keyClick(&f.panel, Qt::Key_Up, Qt::AltModifier);
    QCOMPARE(f.row(), 1); // changes only, not the address as it is
}

void TestHistoryPanel::reload_keepsTheChosenChange()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    f.panel.selectNext();
    const qint64 chosen = f.panel.model().entry(f.row())->event.sequenceNum;
    f.past()
        .save(QStringLiteral("s3"), QStringLiteral("paul"), QStringLiteral("2026-03-10T11:59:00.000Z"))
        .changed(label, QStringLiteral("Work"), QStringLiteral("Home"));
    f.panel.reload();
    QTRY_COMPARE(f.panel.model().rowCount(), 5);
    QCOMPARE(f.panel.model().entry(f.row())->event.sequenceNum, chosen);
    QCOMPARE(f.row(), 3);
}

void TestHistoryPanel::chooseNewest_afterASave_choosesThatSave()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    f.panel.selectNext();
    f.past()
        .save(QStringLiteral("s3"), QStringLiteral("paul"), QStringLiteral("2026-03-10T11:59:00.000Z"))
        .changed(label, QStringLiteral("Work"), QStringLiteral("Home"));
    f.panel.chooseNewest();
    QTRY_COMPARE(f.panel.model().rowCount(), 5);
    QCOMPARE(f.row(), 1);
    QCOMPARE(f.panel.model().entry(f.row())->event.changeId, QStringLiteral("s3"));
}

void TestHistoryPanel::values_areTextWhateverTheyLookLike()
{
    Fixture f;
    f.past()
        .save(QStringLiteral("s1"), QStringLiteral("<i>paul</i>"), QStringLiteral("2026-03-03T09:00:00.000Z"))
        .changed(city, QStringLiteral("<b>R&D</b>"), QStringLiteral("Paris"));
    f.open();
    QCOMPARE(f.setBack()->text(), QStringLiteral("Set back to \u2068“<b>R&&D</b>”\u2069"));
    QVERIFY(f.setBack()->toolTip().contains(QStringLiteral("&lt;b&gt;R&amp;D&lt;/b&gt;")));
    const QList<QLabel *> labels = f.panel.findChildren<QLabel *>();
    for (const QLabel *shown : labels)
        QVERIFY2(shown->textFormat() == Qt::PlainText, qPrintable(shown->objectName()));
    f.setBack()->click();
    QTRY_COMPARE(f.notice(), QStringLiteral("City set back to \u2068“<b>R&D</b>”\u2069."));
}

void TestHistoryPanel::menu_offersWhatTheButtonsDo()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    const QRect rect = f.view()->visualRect(f.panel.model().index(2));
    emit f.view()->customContextMenuRequested(rect.center());
    auto *menu = f.panel.findChild<QMenu *>(QStringLiteral("historyContextMenu"));
    QVERIFY(menu);
    QCOMPARE(f.row(), 2);
    QAction *setBack = menu->actions().first();
    QVERIFY(setBack->isEnabled());
    setBack->trigger();
    QTRY_COMPARE(f.stored(zipCode), FieldValue(QStringLiteral("69001")));
}

void TestHistoryPanel::anotherAddress_dismissesTheNotice()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    f.setBack()->click();
    QTRY_VERIFY(f.hasNotice());
    f.panel.showAddress(otherId);
    QVERIFY(!f.hasNotice());
    QTRY_COMPARE(f.panel.model().rowCount(), 1);
    QVERIFY(!f.setBack()->isVisible());
}

void TestHistoryPanel::sessionTakenAway_empties()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    f.setBack()->click();
    f.panel.setSession(nullptr);
    QCOMPARE(f.panel.model().rowCount(), 0);
    QVERIFY(!f.setBack()->isVisible());
    QVERIFY(!f.hasNotice());
    QCoreApplication::processEvents();
    QVERIFY(!f.hasNotice());
}

void TestHistoryPanel::slowReading_isTold_andThePictureComesBack()
{
    Fixture f;
    addTwoSaves(f.past());
    f.session.setManual(true);
    f.panel.setSession(&f.session);
    f.panel.showAddress(addressId);
    QVERIFY(!f.panel.updatesEnabled()); // no flicker between two addresses
    QTRY_VERIFY(f.panel.updatesEnabled());
    QTRY_COMPARE(f.state(), QStringLiteral("Reading the history…"));
    f.session.answerAll();
    QVERIFY(f.state().isEmpty());
    f.panel.showAddress(otherId);
    QVERIFY(!f.panel.updatesEnabled());
    f.session.answerAll();
    QVERIFY(f.panel.updatesEnabled());
    f.panel.showAddress({});
    QVERIFY(f.panel.updatesEnabled());
}

void TestHistoryPanel::everyWidget_hasAnAccessibleName()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    const QList<QWidget *> widgets = f.panel.findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible())
            continue;
        QVERIFY2(!widget->accessibleName().isEmpty(),
                 qPrintable(widget->objectName() + QLatin1String(widget->metaObject()->className())));
    }
}

void TestHistoryPanel::lowPanel_cutsNoSentence()
{
    Fixture f;
    addTwoSaves(f.past());
    f.session.changeElsewhere(addressId, city, QStringLiteral("Paris"));
    f.open();
    f.view()->setCurrentIndex(f.panel.model().index(f.panel.model().rowCount() - 1, 0));
    f.panel.resize(200, 180);
    for (const char *name : {"historyChosen", "historyWhy"}) {
        const auto *label = f.child<QLabel>(name);
        QVERIFY(!label->text().isEmpty());
        QTRY_VERIFY2(label->height() >= label->heightForWidth(label->width()), name);
    }
    QTRY_VERIFY(f.setBack()->geometry().bottom() <
                f.child<QWidget>("setBackButton")->parentWidget()->height());
}

void TestHistoryPanel::briefActions_keepTheirHeight()
{
    HistoryActions actions;
    actions.setBrief(true);
    actions.show();
    QVERIFY(QTest::qWaitForWindowExposed(&actions));
    QTRY_VERIFY(actions.minimumHeight() > 0);
    QVERIFY(actions.minimumHeight() >=
            actions.findChild<QPushButton *>(QStringLiteral("setBackButton"))->minimumSizeHint().height());
}

void TestHistoryPanel::mailsChange_leavesChoiceScrollAndFocus()
{
    Fixture f;
    for (int i = 0; i < 30; ++i) {
        f.past()
            .save(QStringLiteral("s%1").arg(i), QStringLiteral("paul"),
                  QStringLiteral("2026-03-03T09:00:00.000Z"))
            .changed(city, QString::number(i), QString::number(i + 1));
    }
    f.open();
    QVERIFY(QTest::qWaitForWindowActive(&f.panel));
    f.view()->setCurrentIndex(f.panel.model().index(2));
    f.view()->setFocus();
    QTRY_VERIFY(f.view()->verticalScrollBar()->maximum() > 300);
    f.view()->verticalScrollBar()->setValue(300);
    MailRecord mail;
    mail.id = 1;
    mail.changeId = QStringLiteral("s0");
    f.session.office().mails = {mail};
    QSignalSpy changed(&f.panel.model(), &HistoryModel::dataChanged);
    const int heightBefore = f.view()->sizeHintForRow(30);
    emit f.session.office().officeChanged();
    QVERIFY(f.state().isEmpty());
    QTRY_COMPARE(changed.count(), 1);
    QVERIFY(f.view()->sizeHintForRow(30) > heightBefore); // There is a line more.
    QCoreApplication::processEvents();
    QCOMPARE(f.view()->verticalScrollBar()->value(), 300);
    QCOMPARE(f.row(), 2);
    QVERIFY(f.view()->hasFocus());
}

QTEST_MAIN(TestHistoryPanel)
#include "tst_historypanel.moc"
