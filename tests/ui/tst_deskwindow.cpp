// The window's main job on real databases.
#include "models/items/OutboxModel.h"
#include "models/storage/SqlDeskConnector.h"
#include "tests/support/FakeMailService.h"
#include "tests/support/MemoryCredentialStore.h"
#include "tests/support/TestDatabase.h"
#include "ui/addresses/AddressGrid.h"
#include "ui/connection/ConnectionController.h"
#include "ui/history/HistoryPanel.h"
#include "ui/MainWindow.h"
#include "ui/messages/MessageBar.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QTableView>
#include <QToolButton>

using namespace addressdesk;

namespace {

struct Desk
{
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    SqlDeskConnector connector;
    MemoryCredentialStore credentials;
    FakeMailService mailService;
    TestDatabase database;
    MainWindow window;

    explicit Desk(DatabaseUrl::Kind kind)
        : database(kind),
          window(connector, credentials, mailService, settings, folder.filePath(QStringLiteral("drafts")))
    {
        database.run(
            QStringLiteral("insert into users (id, first_name, last_name, email) values "
                           "('00000000-0000-4000-8000-000000000001', 'Anna', 'Lefèvre', 'anna@example.com'), "
                           "('00000000-0000-4000-8000-000000000002', 'Marc', 'Leroy', 'marc@example.com')"));
        database.run(QStringLiteral("insert into addresses (id, user_id, label, street_number, street_name, "
                                    "zip_code, city, country) values "
                                    "('00000000-0000-4000-8000-0000000000a1', "
                                    "'00000000-0000-4000-8000-000000000001', 'Home', '4', 'Rue de la "
                                    "Paix', '69001', 'Lyon', 'France'), "
                                    "('00000000-0000-4000-8000-0000000000a2', "
                                    "'00000000-0000-4000-8000-000000000002', 'Home', '7bis', 'Rue Zola', "
                                    "'35000', 'Rennes', 'France')"));
        window.resize(1366, 740);
        window.show();
    }

    void open()
    {
        window.connection().openUrl(database.url());
        QTRY_VERIFY(window.session() != nullptr);
        QTRY_COMPARE(window.addresses().rowCount(), 2);
    }
    /// Another desk on the same database.
    std::shared_ptr<DeskSession> colleague()
    {
        std::shared_ptr<DeskSession> opened;
        connector.open({database.url(), {}, SchemaPolicy::Require, false, {}, SchemaMapping::native()},
                       &window, [&opened](const Result<std::shared_ptr<DeskSession>> &session) {
                           opened = session.value_or(nullptr);
                       });
        if (!QTest::qWaitFor([&] { return opened != nullptr; }))
            qFatal("no second desk was opened");
        return opened;
    }
    QTableView *grid() const { return window.findChild<QTableView *>(QStringLiteral("addresses")); }
    QModelIndex city(int row)
    {
        return grid()->model()->index(row, window.addresses().columnOf(QStringLiteral("city")));
    }
    void stage(int row, const char *value)
    {
        QVERIFY(grid()->model()->setData(city(row), QString::fromUtf8(value)));
    }
    QPushButton *button(const char *name) const
    {
        return window.findChild<QPushButton *>(QLatin1String(name));
    }
    QString storedCity() const
    {
        return shownText(database.value(
            QStringLiteral("select city from addresses where id = '00000000-0000-4000-8000-0000000000a1'")));
    }
    QString told() { return window.messages().texts().join(u'\n'); }
    /// Made by this window; its key.
    QString createdAddress()
    {
        QString id;
        window.session()->createAddress(
            QStringLiteral("00000000-0000-4000-8000-000000000001"),
            {{QStringLiteral("city"), QStringLiteral("Nice")}}, {}, &window,
            [&id](const Result<SaveOutcome> &outcome) { id = outcome ? outcome->addressId : QString(); });
        if (!QTest::qWaitFor([&] { return !id.isEmpty() && window.addresses().rowCount() == 3; }))
            qFatal("no address was made");
        return id;
    }
    /// A new address is edited, then its creation is put back.
    QString creationPutBackUnderEdits()
    {
        const QString id = createdAddress();
        auto *history = window.findChild<HistoryPanel *>();
        const bool isChosen =
            QTest::qWaitFor([&] { return static_cast<AddressGrid *>(grid())->chooseAddress(id); });
        stage(grid()->currentIndex().row(), "Nantes");
        if (!isChosen || !QTest::qWaitFor([history] { return history->model().rowCount() == 2; }))
            qFatal("the new address is not in the window");
        history->setBackSelected();
        return id;
    }
    QString eventCount() const
    {
        return shownText(database.value(QStringLiteral("select count(*) from events")));
    }
};

} // namespace

class TestDeskWindow final : public QObject
{
    Q_OBJECT

private slots:
    void correctLookBackSetBack_data() { TestDatabase::addKinds(); }
    void correctLookBackSetBack()
    {
        QFETCH(DatabaseUrl::Kind, kind);
        REQUIRE_DATABASE(kind);
        Desk desk(kind);
        desk.open();
        desk.window.findChild<QLineEdit *>(QStringLiteral("search"))->setText(QStringLiteral("lefevre LYON"));
        QTRY_COMPARE(desk.window.addresses().rowCount(), 1);
        desk.stage(0, "Paris");
        QCOMPARE(desk.storedCity(), QStringLiteral("Lyon"));
        desk.window.save();
        QTRY_COMPARE(desk.storedCity(), QStringLiteral("Paris"));
        QCOMPARE(desk.eventCount(), QStringLiteral("1"));
        const auto *history = desk.window.findChild<HistoryPanel *>();
        QTRY_VERIFY(history->model().rowCount() >= 2);
        // The save has queued a mail, which the outbox shows.
        const auto *mails = desk.window.findChild<QToolButton *>(QStringLiteral("statusWaiting"));
        QTRY_COMPARE(mails->text(), QStringLiteral("1 waiting"));
        desk.window.findChild<QAction *>(QStringLiteral("outboxAction"))->trigger();
        const auto *outbox = desk.window.findChild<QTableView *>(QStringLiteral("outboxTable"));
        QTRY_COMPARE(outbox->model()->rowCount(), 1);
        QCOMPARE(outbox->model()->index(0, OutboxModel::RecipientColumn).data().toString(),
                 QStringLiteral("anna@example.com"));
        desk.window.findChild<QAction *>(QStringLiteral("setBackAction"))->trigger();
        QTRY_COMPARE(desk.storedCity(), QStringLiteral("Lyon"));
        QCOMPARE(desk.eventCount(), QStringLiteral("2"));
        QTRY_COMPARE(desk.city(0).data().toString(), QStringLiteral("Lyon"));
    }

    void colleaguesChange_appearsByItself_data() { TestDatabase::addKinds(); }
    void colleaguesChange_appearsByItself()
    {
        QFETCH(DatabaseUrl::Kind, kind);
        REQUIRE_DATABASE(kind);
        Desk desk(kind);
        desk.open();
        const auto colleague = desk.colleague();
        const SaveRequest request{QStringLiteral("00000000-0000-4000-8000-0000000000a1"),
                                  {{QStringLiteral("city"), QStringLiteral("Lyon"), QStringLiteral("Paris")}},
                                  std::nullopt};
        colleague->save(request, &desk.window,
                        [](const Result<SaveOutcome> &outcome) { QVERIFY(outcome.has_value()); });
        QTRY_COMPARE_WITH_TIMEOUT(desk.city(0).data().toString(), QStringLiteral("Paris"), 15000);
    }

    void colleaguesDeletion_ofAnEditedAddress_isToldAtOnce_data() { TestDatabase::addKinds(); }
    void colleaguesDeletion_ofAnEditedAddress_isToldAtOnce()
    {
        QFETCH(DatabaseUrl::Kind, kind);
        REQUIRE_DATABASE(kind);
        Desk desk(kind);
        desk.open();
        const auto colleague = desk.colleague();
        desk.stage(0, "Paris");
        desk.grid()->setCurrentIndex(desk.city(1)); // As Enter does.
        colleague->deleteAddress(QStringLiteral("00000000-0000-4000-8000-0000000000a1"), {}, std::nullopt,
                                 &desk.window,
                                 [](const Result<SaveOutcome> &outcome) { QVERIFY(outcome.has_value()); });
        QTRY_COMPARE_WITH_TIMEOUT(
            desk.told(),
            QStringLiteral("Somebody else has deleted the address of Anna Lefèvre (\u2068Home, 4 Rue de la "
                           "Paix, 69001 Lyon, France\u2069). Your edits are kept."),
            15000);
        // It is over when they bring it back.
        colleague->restoreAddress(QStringLiteral("00000000-0000-4000-8000-0000000000a1"), &desk.window,
                                  [](const Result<RevertOutcome> &outcome) { QVERIFY(outcome.has_value()); });
        QTRY_COMPARE_WITH_TIMEOUT(desk.told(), QString(), 15000);
        QTRY_COMPARE(desk.window.addresses().rowCount(), 2);
    }

    void conflict_keepsWhatWasTyped_data() { TestDatabase::addKinds(); }
    void conflict_keepsWhatWasTyped()
    {
        QFETCH(DatabaseUrl::Kind, kind);
        REQUIRE_DATABASE(kind);
        Desk desk(kind);
        desk.open();
        desk.stage(0, "Nice");
        desk.database.run(QStringLiteral("update addresses set city = 'Brest' where zip_code = '69001'"));
        desk.window.save();
        QTRY_VERIFY(desk.button("allMine"));
        QCOMPARE(desk.storedCity(), QStringLiteral("Brest"));
        desk.button("allMine")->click();
        desk.button("saveChoices")->click();
        QTRY_COMPARE(desk.storedCity(), QStringLiteral("Nice"));
        QCOMPARE(desk.eventCount(), QStringLiteral("1"));
    }

    void creation_putBackUnderEdits_isNotSomebodyElses()
    {
        Desk desk(DatabaseUrl::Kind::Sqlite);
        desk.open();
        const QString id = desk.creationPutBackUnderEdits();
        QTRY_COMPARE(desk.window.addresses().rowCount(), 2);
        QTRY_VERIFY2(desk.told().contains(QStringLiteral("Your unsaved edits in it are kept.")),
                     qPrintable(desk.told()));
        for (int i = 0; i < 20; ++i)
            QCoreApplication::processEvents();
        QVERIFY2(!desk.told().contains(QStringLiteral("Somebody else")), qPrintable(desk.told()));

        // The way back is offered, and what was typed is there.
        const auto buttons = desk.window.findChild<QWidget *>(QStringLiteral("message_missing_") + id)
                                 ->findChildren<QPushButton *>();
        buttons.first()->click();
        QTRY_COMPARE(shownText(desk.database.value(
                         QStringLiteral("select city from addresses where id = '%1'").arg(id))),
                     QStringLiteral("Nantes"));
        QTRY_VERIFY(desk.told().isEmpty());
    }

    void deletion_restoredByAColleagueFirst_isNoReasonNotToSave()
    {
        Desk desk(DatabaseUrl::Kind::Sqlite);
        desk.open();
        const QString id = desk.creationPutBackUnderEdits();
        const QString message = QStringLiteral("message_missing_") + id;
        QTRY_VERIFY(desk.window.findChild<QWidget *>(message));
        auto *restore = desk.window.findChild<QWidget *>(message)->findChildren<QPushButton *>().first();
        std::optional<RevertOutcome> colleagues;
        desk.window.session()->restoreAddress(id, &desk.window,
                                              [&colleagues](const Result<RevertOutcome> &outcome) {
                                                  colleagues = outcome.value_or(RevertOutcome());
                                              });
        restore->click();
        QTRY_VERIFY(colleagues && colleagues->isReverted);
        QTRY_COMPARE(shownText(desk.database.value(
                         QStringLiteral("select city from addresses where id = '%1'").arg(id))),
                     QStringLiteral("Nantes"));
        QTRY_VERIFY2(desk.told().isEmpty(), qPrintable(desk.told()));
    }

    void creation_putBackAndEditsDiscarded_laterDeletionsAreOthers()
    {
        Desk desk(DatabaseUrl::Kind::Sqlite);
        desk.open();
        const QString id = desk.creationPutBackUnderEdits();
        QTRY_VERIFY(desk.told().contains(QStringLiteral("you have deleted the address")));
        desk.window.findChild<QWidget *>(QStringLiteral("message_missing_") + id)
            ->findChildren<QPushButton *>()
            .last()
            ->click();
        QTRY_COMPARE(desk.window.addresses().rowCount(), 2);

        // Another program brings it back, and takes it away once more while it is edited again.
        desk.database.run(QStringLiteral("insert into addresses (id, user_id, city) values "
                                         "('%1', '00000000-0000-4000-8000-000000000001', 'Nice')")
                              .arg(id));
        desk.window.addresses().reload();
        QTRY_COMPARE(desk.window.addresses().rowCount(), 3);
        QTRY_VERIFY(static_cast<AddressGrid *>(desk.grid())->chooseAddress(id));
        desk.stage(desk.grid()->currentIndex().row(), "Brest");
        desk.database.run(QStringLiteral("delete from addresses where id = '%1'").arg(id));
        desk.window.save();
        QTRY_VERIFY2(
            desk.told().contains(QStringLiteral("Somebody else has deleted the address of Anna Lefèvre")),
            qPrintable(desk.told()));
        QVERIFY2(!desk.told().contains(QStringLiteral("you have deleted")), qPrintable(desk.told()));
    }

    void deletion_isRestoredAsItWas_data() { TestDatabase::addKinds(); }
    void deletion_isRestoredAsItWas()
    {
        QFETCH(DatabaseUrl::Kind, kind);
        REQUIRE_DATABASE(kind);
        Desk desk(kind);
        desk.open();
        desk.grid()->setCurrentIndex(desk.city(0));
        desk.window.findChild<QAction *>(QStringLiteral("deleteAddress"))->trigger();
        QTRY_COMPARE(desk.storedCity(), QString());
        QTRY_COMPARE(desk.window.addresses().rowCount(), 1);
        QTRY_VERIFY(desk.window.findChild<QWidget *>(QStringLiteral("message_lifecycle")));
        desk.window.findChild<QWidget *>(QStringLiteral("message_lifecycle"))
            ->findChild<QPushButton *>()
            ->click();
        QTRY_COMPARE(desk.storedCity(), QStringLiteral("Lyon"));
        QTRY_COMPARE(desk.window.addresses().rowCount(), 2);
    }
};

QTEST_MAIN(TestDeskWindow)
#include "tst_deskwindow.moc"
