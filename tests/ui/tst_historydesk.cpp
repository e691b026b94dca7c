// The history panel and the connection dialogs on real databases.
#include "models/domain/RevertToken.h"
#include "models/storage/SqlDeskConnector.h"
#include "tests/support/MemoryCredentialStore.h"
#include "tests/support/TestDatabase.h"
#include "ui/connection/ConnectionController.h"
#include "ui/history/HistoryPanel.h"
#include "ui/history/HistoryView.h"
#include "ui/history/RedeemCodeDialog.h"
#include "ui/history/RevertDialog.h"
#include "ui/messages/MessageBar.h"
#include "ui/tasks/RevertNews.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace addressdesk;

namespace {

const QString customerId = QStringLiteral("0b6f9a52-8f5c-4f6e-9f57-0d5a4a6c1e01");
const QString city = QStringLiteral("city");
const QString zipCode = QStringLiteral("zipCode");

/// A desk: the dialogs' controller and a history panel, on the real connector.
struct Desk
{
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    SqlDeskConnector connector;
    MemoryCredentialStore credentials;
    QWidget window;
    ConnectionController controller{connector, credentials, settings, &window};
    std::shared_ptr<DeskSession> session;
    HistoryPanel panel;
    QSignalSpy failed{&controller, &ConnectionController::openFailed};

    Desk()
    {
        QObject::connect(&controller, &ConnectionController::sessionOpened, &panel,
                         [this](const std::shared_ptr<DeskSession> &opened) {
                             session = opened;
                             panel.setSession(opened.get());
                         });
        window.show();
        panel.resize(380, 700);
        panel.show();
    }
    ~Desk() { panel.setSession(nullptr); }

    void open(const DatabaseUrl &url)
    {
        controller.openUrl(url);
        QTRY_VERIFY2(session || failed.count() > 0, "neither opened nor failed");
        QVERIFY2(session,
                 qPrintable(failed.value(0).value(0).toString() + failed.value(0).value(1).toString()));
    }

    QString create(const FieldValues &values)
    {
        QString id;
        session->createAddress(customerId, values, {}, &panel, [&id](const Result<SaveOutcome> &outcome) {
            id = outcome ? outcome->addressId : QStringLiteral("failed");
        });
        (void)QTest::qWaitFor([&id] { return !id.isEmpty(); });
        return id;
    }

    /// Whether it was recorded.
    bool save(const QString &id, const QList<FieldEdit> &edits, const FieldValue &reason = {})
    {
        std::optional<bool> isRecorded;
        session->save({id, edits, reason}, &panel, [&isRecorded](const Result<SaveOutcome> &outcome) {
            isRecorded = outcome && outcome->kind == SaveOutcome::Kind::Recorded;
        });
        (void)QTest::qWaitFor([&isRecorded] { return isRecorded.has_value(); });
        return isRecorded.value_or(false);
    }

    FieldValues stored(const QString &id)
    {
        std::optional<FieldValues> values;
        session->fetchAddress(id, &panel, [&values](const Result<AddressRow> &row) {
            values = row ? row->address.values : FieldValues();
        });
        (void)QTest::qWaitFor([&values] { return values.has_value(); });
        return values.value_or(FieldValues());
    }

    template<typename T> T *child(const char *name) const
    {
        auto *found = panel.findChild<T *>(QLatin1String(name));
        Q_ASSERT(found);
        return found;
    }
    QPushButton *setBack() const { return child<QPushButton>("setBackButton"); }
    void choose(int row) { child<HistoryView>("historyView")->setCurrentIndex(panel.model().index(row)); }
    QString why() const { return child<QLabel>("historyWhy")->text(); }
    int rows() const { return panel.model().rowCount(); }
};

void addCustomer(const TestDatabase &database)
{
    database.run(QStringLiteral(
                     "INSERT INTO users (id, first_name, last_name, email) VALUES ('%1', 'Anna', 'Lefèvre', "
                     "'anna@example.com')")
                     .arg(customerId));
}

/// An address that was created, then moved from Lyon to Paris in one save of two fields.
QString movedAddress(Desk &desk)
{
    const QString id = desk.create({{QStringLiteral("label"), QStringLiteral("Home")},
                                    {zipCode, QStringLiteral("69001")},
                                    {city, QStringLiteral("Lyon")},
                                    {QStringLiteral("country"), QStringLiteral("France")}});
    const bool isMoved = desk.save(id,
                                   {{city, QStringLiteral("Lyon"), QStringLiteral("Paris")},
                                    {zipCode, QStringLiteral("69001"), QStringLiteral("75002")}},
                                   QStringLiteral("moved"));
    return isMoved ? id : QString();
}

} // namespace

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
    void code_isFoundAndRedeemed();
    void customersLink_isToldAndItsMailShown();
};

#define OPEN_DESK(content)                                                                                   \
    QFETCH_GLOBAL(DatabaseUrl::Kind, kind);                                                                  \
    REQUIRE_DATABASE(kind);                                                                                  \
    const TestDatabase database(kind, content);                                                              \
    Desk desk;

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
    QVERIFY2(desk.why().startsWith(QStringLiteral("Put back by ")), qPrintable(desk.why()));
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
    QSignalSpy cancelled(&desk.controller, &ConnectionController::openCancelled);
    desk.controller.openUrl(database.url());
    QTRY_VERIFY(desk.window.findChild<QDialog *>(QStringLiteral("tablesQuestion")));
    desk.window.findChild<QPushButton *>(QStringLiteral("tablesCancel"))->click();
    QTRY_COMPARE(cancelled.count(), 1);
    const QString catalogue =
        database.isPostgresql()
            ? QStringLiteral("SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'")
            : QStringLiteral(
                  "SELECT count(*) FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'");
    QCOMPARE(database.value(catalogue), FieldValue(QStringLiteral("2")));
}

void TestHistoryDesk::code_isFoundAndRedeemed()
{
    OPEN_DESK(TestDatabase::Content::Native)
    addCustomer(database);
    desk.open(database.url());
    const QString id = movedAddress(desk);
    desk.panel.showAddress(id);
    QTRY_COMPARE(desk.rows(), 4);
    const int cityRow = desk.panel.model().entry(1)->event.field() == city ? 1 : 2;
    const QString code = RevertToken::codeOfDigest(desk.panel.model().entry(cityRow)->event.tokenDigest());

    RedeemCodeDialog dialog(*desk.session, &desk.window);
    QSignalSpy requested(&dialog, &RedeemCodeDialog::addressRequested);
    dialog.show();
    auto *edit = dialog.findChild<QLineEdit *>(QStringLiteral("redeemCode"));
    auto *state = dialog.findChild<QLabel *>(QStringLiteral("redeemState"));
    auto *find = dialog.findChild<QPushButton *>(QStringLiteral("redeemFind"));
    auto *setBack = dialog.findChild<QPushButton *>(QStringLiteral("redeemSetBack"));
    QTest::keyClicks(edit, QStringLiteral("00000000"));
    find->click();
    QTRY_VERIFY2(state->text().startsWith(QStringLiteral("No change has this code.")),
                 qPrintable(state->text()));
    edit->clear();
    QTest::keyClicks(edit, code.toLower());
    find->click();
    QTRY_VERIFY(setBack->isVisible());
    QCOMPARE(setBack->text(), QStringLiteral("Set back to \u2068“Lyon”\u2069"));
    setBack->click();
    QTRY_COMPARE(requested.count(), 1);
    QCOMPARE(requested.first().first().toString(), id);
    QCOMPARE(desk.stored(id).value(city), FieldValue(QStringLiteral("Lyon")));
    QCOMPARE(desk.stored(id).value(zipCode), FieldValue(QStringLiteral("75002")));
    QTRY_COMPARE(desk.rows(), 5);
    // A code is the change of the operator who types it.
    QCOMPARE(desk.panel.model().entry(1)->event.actor, desk.session->description().actor);

    // The other change of the save, by the code that has been used.
    edit->setText(QString());
    QTest::keyClicks(edit, code);
    find->click();
    QTRY_VERIFY(setBack->isVisible());
    QVERIFY2(state->text().startsWith(QStringLiteral("Put back by ")), qPrintable(state->text()));
    QVERIFY(!setBack->isEnabled());
    dialog.findChild<QCheckBox *>(QStringLiteral("codeTick_zipCode"))->setChecked(true);
    setBack->click();
    QTRY_COMPARE(requested.count(), 2);
    QCOMPARE(desk.stored(id).value(zipCode), FieldValue(QStringLiteral("69001")));
}

void TestHistoryDesk::customersLink_isToldAndItsMailShown()
{
    OPEN_DESK(TestDatabase::Content::Native)
    addCustomer(database);
    desk.open(database.url());
    const QString id = movedAddress(desk);
    desk.panel.showAddress(id);
    QTRY_COMPARE(desk.rows(), 4);
    const auto lines =
        desk.panel.model().index(2).data(HistoryModel::MailLinesRole).value<QList<HistoryMailLine>>();
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines.first().text, QStringLiteral("mail waits"));
    MessageBar messages;
    RevertNews news(messages, &desk.window);
    news.setSession(desk.session.get());
    bool isCounted = false; // After the look at where the events end.
    desk.session->office().countMails(&desk.panel,
                                      [&isCounted](const Result<MailCounts> &) { isCounted = true; });
    QTRY_VERIFY(isCounted);

    // What the gateway does with a link.
    const QString secret =
        *database.value(QStringLiteral("SELECT secret FROM mail_outbox ORDER BY id DESC LIMIT 1"));
    const auto token = RevertToken::fromSecret(secret);
    QVERIFY(token);
    RevertRequest request;
    request.target = RevertRequest::Target::Token;
    request.text = token->derivedForField(city).secret();
    std::optional<bool> isReverted;
    desk.session->revert(request, &desk.panel, [&isReverted](const Result<RevertOutcome> &outcome) {
        isReverted = outcome && outcome->isReverted;
    });
    QTRY_COMPARE(isReverted, std::optional(true));
    QTRY_COMPARE(messages.texts(),
                 QStringList{QStringLiteral("Anna Lefèvre put \u2068“City”\u2069 back (Home).")});
    QTRY_COMPARE(desk.rows(), 5);
    QCOMPARE(desk.panel.model().index(1).data(HistoryModel::ActorRole).toString(),
             QStringLiteral("by the customer"));
    news.setSession(nullptr);
}

QTEST_MAIN(TestHistoryDesk)
#include "tst_historydesk.moc"
