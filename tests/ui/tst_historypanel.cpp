#include "tests/ui/HistoryPanelFixture.h"

#include "ui/history/HistoryActions.h"
#include "ui/widgets/FoldedDetails.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace addressdesk;

using Fixture = HistoryPanelFixture;

namespace {

const QString addressId = Fixture::addressId;
const QString city = QStringLiteral("city");
const QString zipCode = QStringLiteral("zipCode");
const QString otherId = Fixture::otherId;
const QString label = QStringLiteral("label");

} // namespace

class TestHistoryPanel final : public QObject
{
    Q_OBJECT

private slots:
    void noAddress_saysSo();
    void noChanges_saysSo();
    void names_areTheContract();
    void newestRevertibleChange_isChosen();
    void loadFailure_offersToTryAgain();
    void filter_showsOneField();
    void showField_choosesTheFilter();
    void showAddress_whenFiltered_showsAllFields_butKeepsTheFilterOfTheSame();
    void menu_whenFiltered_offersAllFields();
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

void TestHistoryPanel::loadFailure_offersToTryAgain()
{
    Fixture f;
    addTwoSaves(f.past());
    f.session.failNext({ErrorCode::ConnectionLost, QStringLiteral("server closed"), {}});
    f.panel.setSession(&f.session);
    f.panel.showAddress(addressId);
    auto *retry = f.child<QPushButton>("historyRetry");
    QTRY_VERIFY(retry->isVisible());
    QVERIFY2(f.state().contains(QStringLiteral("is gone")), qPrintable(f.state()));
    auto *details = f.child<FoldedDetails>("historyDetails");
    QVERIFY(details->isVisible());
    details->findChild<QToolButton *>(QStringLiteral("messageFold"))->click();
    const auto *text = details->findChild<QPlainTextEdit *>(QStringLiteral("messageDetails"));
    QVERIFY(text->isVisible());
    QCOMPARE(text->toPlainText(), QStringLiteral("server closed"));
    retry->click();
    QTRY_COMPARE(f.panel.model().rowCount(), 4);
    QVERIFY(!retry->isVisible());
    QVERIFY(!details->isVisible());
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

void TestHistoryPanel::showField_choosesTheFilter()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    f.panel.showField(city);
    QTRY_COMPARE(f.panel.model().rowCount(), 3);
    QCOMPARE(f.child<QComboBox>("historyFilter")->currentText(), QStringLiteral("City"));
    f.panel.showField({});
    QCOMPARE(f.child<QComboBox>("historyFilter")->currentText(), QStringLiteral("All fields"));
    QTRY_COMPARE(f.panel.model().rowCount(), 4);
}

void TestHistoryPanel::showAddress_whenFiltered_showsAllFields_butKeepsTheFilterOfTheSame()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    f.panel.showField(zipCode);
    QTRY_COMPARE(f.panel.model().rowCount(), 2);
    f.panel.showAddress({}); // As while the list is read again.
    f.panel.showAddress(addressId);
    QTRY_COMPARE(f.panel.model().rowCount(), 2);
    QCOMPARE(f.panel.model().fieldId(), zipCode);

    f.panel.showAddress(otherId);
    QCOMPARE(f.child<QComboBox>("historyFilter")->currentText(), QStringLiteral("All fields"));
    QCOMPARE(f.panel.model().fieldId(), QString());
    f.panel.showAddress(addressId);
    QTRY_COMPARE(f.panel.model().rowCount(), 4);
}

void TestHistoryPanel::menu_whenFiltered_offersAllFields()
{
    Fixture f;
    addTwoSaves(f.past());
    f.open();
    for (const int row : {0, 1}) { // The address as it is, and a change.
        f.panel.showField(zipCode);
        QTRY_COMPARE(f.panel.model().rowCount(), 2);
        emit f.view()->customContextMenuRequested(f.view()->visualRect(f.panel.model().index(row)).center());
        const auto menus = f.panel.findChildren<QMenu *>(QStringLiteral("historyContextMenu"));
        QVERIFY(!menus.isEmpty());
        auto *all = menus.constLast()->findChild<QAction *>(QStringLiteral("historyAllFields"));
        QVERIFY(all && menus.constLast()->actions().contains(all));
        all->trigger();
        QTRY_COMPARE(f.panel.model().rowCount(), 4);
    }
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
