// The history panel and the connection dialogs on real databases.
#include "tests/ui/HistoryDeskFixture.h"
#include "ui/history/RevertDialog.h"

#include <QCheckBox>
#include <QComboBox>
#include <QPlainTextEdit>

using namespace addressdesk;
using namespace addressdesk::historyDesk;

class TestHistoryDesk final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase_data() { TestDatabase::addKinds(); }

    void changes_areShown_setBack_andUndone();
    void oneSave_isSetBackInOne();
    void oneFieldOfASave_afterTheOtherChangedAgain();
    void deletion_isRestored_andCreationDeletedAgain();
    void writesOfAnotherProgram_areSeen();
    void longHistory_isReadInPages();
    void theirOwnTables_getOnlyTheCompanions();
    void nothingOfThis_whenTablesAreDeclined();
};

void TestHistoryDesk::changes_areShown_setBack_andUndone()
{
    OPEN_DESK(TestDatabase::Content::Native)
    addCustomer(database);
    desk.open(database.url());
    const QString id = movedAddress(desk);
    QVERIFY(!id.isEmpty());
    desk.panel.showAddress(id);
    QTRY_COMPARE(desk.rows(), 4); // now, two changes, the creation
    QCOMPARE(desk.panel.model().entry(3)->event.type, EventType::AddressCreated);
    QCOMPARE(desk.panel.model().entry(1)->event.reason, FieldValue(QStringLiteral("moved")));
    QCOMPARE(desk.panel.model().entry(1)->event.actor, desk.session->description().actor);
    desk.choose(desk.panel.model().entry(1)->event.field() == city ? 1 : 2);
    QCOMPARE(desk.setBack()->text(), QStringLiteral("Set back to \u2068“Lyon”\u2069"));

    QSignalSpy flashed(&desk.panel, &HistoryPanel::fieldSetBack);
    desk.setBack()->click();
    QTRY_COMPARE(desk.rows(), 5);
    QCOMPARE(desk.stored(id).value(city), FieldValue(QStringLiteral("Lyon")));
    QCOMPARE(desk.stored(id).value(zipCode), FieldValue(QStringLiteral("75002")));
    QCOMPARE(flashed.first(), (QVariantList{id, city}));
    QTRY_VERIFY(!desk.setBack()->isEnabled());
    QVERIFY2(desk.why().startsWith(QStringLiteral("Set back by ")), qPrintable(desk.why()));
    QCOMPARE(desk.child<QLabel>("historyNoticeText")->text(),
             QStringLiteral("City set back to \u2068“Lyon”\u2069."));

    desk.child<QPushButton>("historyUndo")->click();
    QTRY_COMPARE(desk.rows(), 6);
    QCOMPARE(desk.stored(id).value(city), FieldValue(QStringLiteral("Paris")));
}

void TestHistoryDesk::oneSave_isSetBackInOne()
{
    OPEN_DESK(TestDatabase::Content::Native)
    addCustomer(database);
    desk.open(database.url());
    const QString id = movedAddress(desk);
    desk.panel.showAddress(id);
    QTRY_COMPARE(desk.rows(), 4);
    desk.child<QPushButton>("setSaveBackButton")->click();
    QTRY_COMPARE(desk.rows(), 6);
    QCOMPARE(desk.stored(id).value(city), FieldValue(QStringLiteral("Lyon")));
    QCOMPARE(desk.stored(id).value(zipCode), FieldValue(QStringLiteral("69001")));
    QCOMPARE(desk.panel.model().entry(1)->event.changeId, desk.panel.model().entry(2)->event.changeId);
}

void TestHistoryDesk::oneFieldOfASave_afterTheOtherChangedAgain()
{
    OPEN_DESK(TestDatabase::Content::Native)
    addCustomer(database);
    desk.open(database.url());
    const QString id = movedAddress(desk);
    QVERIFY(desk.save(id, {{city, QStringLiteral("Paris"), QStringLiteral("Nice")}}));
    desk.panel.showAddress(id);
    QTRY_COMPARE(desk.rows(), 5);
    desk.choose(2);
    auto *button = desk.child<QPushButton>("setSaveBackButton");
    QCOMPARE(button->text(), QStringLiteral("Set this save back…"));
    button->click();
    auto *dialog = desk.panel.findChild<RevertDialog *>();
    QVERIFY(dialog);
    QVERIFY(!dialog->findChild<QCheckBox *>(QStringLiteral("revertTick_city"))->isChecked());
    dialog->findChild<QPushButton *>(QStringLiteral("revertConfirm"))->click();
    QTRY_COMPARE(desk.rows(), 6);
    QCOMPARE(desk.stored(id).value(city), FieldValue(QStringLiteral("Nice"))); // the later value stands
    QCOMPARE(desk.stored(id).value(zipCode), FieldValue(QStringLiteral("69001")));

    // The superseded one, knowingly.
    desk.choose(desk.panel.model().entry(3)->event.field() == city ? 3 : 4);
    QCOMPARE(desk.setBack()->text(), QStringLiteral("Set back to \u2068“Lyon”\u2069…"));
    desk.setBack()->click();
    QTRY_VERIFY(desk.panel.findChild<RevertDialog *>());
    desk.panel.findChild<RevertDialog *>()
        ->findChild<QPushButton *>(QStringLiteral("revertConfirm"))
        ->click();
    QTRY_COMPARE(desk.rows(), 7);
    QCOMPARE(desk.stored(id).value(city), FieldValue(QStringLiteral("Lyon")));
    QCOMPARE(desk.panel.model().entry(1)->event.from(),
             FieldValue(QStringLiteral("Nice"))); // the true current value
}

void TestHistoryDesk::deletion_isRestored_andCreationDeletedAgain()
{
    OPEN_DESK(TestDatabase::Content::Native)
    addCustomer(database);
    desk.open(database.url());
    const QString id = desk.create({{city, QStringLiteral("Lyon")}});
    desk.panel.showAddress(id);
    QTRY_COMPARE(desk.rows(), 2);
    QCOMPARE(desk.setBack()->text(), QStringLiteral("Delete this address"));
    desk.setBack()->click();
    QTRY_COMPARE(desk.rows(), 3);
    QVERIFY(desk.panel.model().isDeleted());
    QVERIFY(desk.stored(id).isEmpty());
    desk.choose(1);
    QCOMPARE(desk.setBack()->text(), QStringLiteral("Restore this address"));
    desk.setBack()->click();
    QTRY_COMPARE(desk.rows(), 4);
    QVERIFY(!desk.panel.model().isDeleted());
    QCOMPARE(desk.stored(id).value(city), FieldValue(QStringLiteral("Lyon")));
}

void TestHistoryDesk::writesOfAnotherProgram_areSeen()
{
    OPEN_DESK(TestDatabase::Content::Native)
    addCustomer(database);
    desk.open(database.url());
    const QString id = movedAddress(desk);
    desk.panel.showAddress(id);
    QTRY_COMPARE(desk.rows(), 4);
    database.run(QStringLiteral("UPDATE addresses SET city = 'Marseille' WHERE id = '%1'").arg(id));
    desk.choose(desk.panel.model().entry(1)->event.field() == city ? 1 : 2);
    desk.panel.reload();
    QTRY_COMPARE(desk.why(), QStringLiteral("The value has been changed outside Address Desk since."));
    QCOMPARE(desk.setBack()->text(), QStringLiteral("Set back to \u2068“Lyon”\u2069…"));
}

void TestHistoryDesk::longHistory_isReadInPages()
{
    OPEN_DESK(TestDatabase::Content::Native)
    addCustomer(database);
    desk.open(database.url());
    const QString id = desk.create({{city, QStringLiteral("0")}});
    for (int i = 0; i < 70; ++i)
        QVERIFY(desk.save(id, {{city, QString::number(i), QString::number(i + 1)}}));
    desk.panel.showAddress(id);
    QTRY_VERIFY(desk.rows() > 1);
    QVERIFY(desk.rows() < 72);
    desk.choose(desk.rows() - 1);
    QTRY_COMPARE(desk.rows(), 72);
    QCOMPARE(desk.panel.model().entry(71)->event.type, EventType::AddressCreated);
    desk.panel.showField(zipCode);
    QTRY_COMPARE(desk.rows(), 2); // only the creation is about this field too
}

void TestHistoryDesk::theirOwnTables_getOnlyTheCompanions()
{
    OPEN_DESK(TestDatabase::Content::Document)
    const FieldValue id = database.value(QStringLiteral("SELECT id FROM addresses ORDER BY id LIMIT 1"));
    QVERIFY(id);
    const FieldValue users = database.value(QStringLiteral("SELECT count(*) FROM users"));
    desk.controller.openUrl(database.url());
    QTRY_VERIFY(desk.window.findChild<QDialog *>(QStringLiteral("tablesQuestion")));
    const QString steps =
        desk.window.findChild<QPlainTextEdit *>(QStringLiteral("tablesSteps"))->toPlainText();
    QVERIFY2(steps.contains(QStringLiteral("keep table addresses as it is")), qPrintable(steps));
    QVERIFY2(steps.contains(QStringLiteral("create table events")), qPrintable(steps));
    desk.window.findChild<QPushButton *>(QStringLiteral("tablesCreate"))->click();
    QTRY_VERIFY(desk.session);
    QVERIFY(!desk.session->mapping().field(QStringLiteral("label")));
    QCOMPARE(database.value(QStringLiteral("SELECT count(*) FROM users")), users);
    QVERIFY(desk.panel.findChild<QComboBox *>(QStringLiteral("historyFilter"))
                ->findText(QStringLiteral("Label")) < 0);

    const FieldValue before = desk.stored(*id).value(city);
    QVERIFY(desk.save(*id, {{city, before, QStringLiteral("Elsewhere")}}));
    desk.panel.showAddress(*id);
    QTRY_COMPARE(desk.rows(), 2);
    desk.setBack()->click();
    QTRY_COMPARE(desk.rows(), 3);
    QCOMPARE(desk.stored(*id).value(city), before);
}

void TestHistoryDesk::nothingOfThis_whenTablesAreDeclined()
{
    OPEN_DESK(TestDatabase::Content::Document)
    desk.controller.openUrl(database.url());
    QTRY_VERIFY(desk.window.findChild<QDialog *>(QStringLiteral("tablesQuestion")));
    desk.window.findChild<QPushButton *>(QStringLiteral("tablesCancel"))->click();
    QTRY_VERIFY(!desk.controller.isOpening());
    QCOMPARE(desk.failed.count(), 0);
    const QString catalogue =
        database.isPostgresql()
            ? QStringLiteral("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'")
            : QStringLiteral(
                  "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
    QCOMPARE(database.value(catalogue), FieldValue(QStringLiteral("2")));
}

QTEST_MAIN(TestHistoryDesk)
#include "tst_historydesk.moc"
