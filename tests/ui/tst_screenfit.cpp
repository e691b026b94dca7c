#include "tests/items/AddressRows.h"
#include "tests/support/FakeDeskSession.h"
#include "tests/support/FakeMailService.h"
#include "tests/support/HistoryMaker.h"
#include "tests/support/MemoryCredentialStore.h"
#include "tests/support/ScriptedDeskConnector.h"
#include "ui/addresses/ConflictDialog.h"
#include "ui/addresses/DeletedAddressesDialog.h"
#include "ui/addresses/NewAddressDialog.h"
#include "ui/connection/ConnectDialog.h"
#include "ui/connection/PasswordDialog.h"
#include "ui/connection/TablesQuestion.h"
#include "ui/desk/KeysDialog.h"
#include "ui/history/RedeemCodeDialog.h"
#include "ui/history/RevertDialog.h"
#include "ui/mail/MailSettingsDialog.h"
#include "ui/mail/OutboxDialog.h"
#include "ui/tasks/TasksDialog.h"
#include "ui/widgets/ScreenFit.h"
#include "ui/widgets/ScrolledForm.h"

#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScreen>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QTranslator>
#include <QVBoxLayout>

#include <functional>

using namespace addressdesk;

namespace {

/// 1366 × 768 at 200 %, less a usual frame.
constexpr QSize little{673, 344};

struct Desk
{
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    FakeDeskSession session;
    FakeMailService service;

    ScriptedDeskConnector connector;
    MemoryCredentialStore credentials;
    DatabaseOpener opener{connector, credentials, nullptr};

    Desk() { session.setRows(rows::few()); }

    /// Of every field, with long values.
    [[nodiscard]] QList<FieldConflict> conflicts() const
    {
        QList<FieldConflict> all;
        for (const QString &field : session.mapping().fieldIds())
            all.append({field, QString(80, u'a'), QString(80, u'b'), QString(80, u'c')});
        return all;
    }
    [[nodiscard]] QList<HistoryEntry> entries()
    {
        HistoryMaker maker(session, QStringLiteral("a1"));
        maker.save(QStringLiteral("s1"), QStringLiteral("paul"), QStringLiteral("2026-03-03T09:00:00.000Z"),
                   QString(80, u'r'));
        for (const QString &field : session.mapping().fieldIds())
            maker.changed(field, QString(40, u'a'), QString(40, u'b'));
        QList<HistoryEntry> all;
        session.fetchHistory({QStringLiteral("a1"), {}, 0, 50}, &context,
                             [&all](const Result<History> &read) { all = read->entries; });
        (void)QTest::qWaitFor([&all] { return !all.isEmpty(); });
        return all;
    }

private:
    QObject context;
};

DatabaseUrl server()
{
    return *DatabaseUrl::parse(
        QStringLiteral("postgresql://marie@db.example.com:5433/crm?sslmode=verify-full"));
}

std::unique_ptr<QDialog> connectDialog(Desk &d)
{
    d.connector.setRule([](const ConnectRequest &) {
        return Error{ErrorCode::ConnectionFailed, QStringLiteral("refused"), {}};
    });
    auto dialog = std::make_unique<ConnectDialog>(d.opener, d.credentials, QList<DatabaseUrl>{server()});
    dialog->findChild<QPushButton *>(QStringLiteral("connectTest"))->click();
    auto *details = dialog->findChild<QPlainTextEdit *>(QStringLiteral("messageDetails"));
    (void)QTest::qWaitFor([details] { return !details->toPlainText().isEmpty(); });
    details->show();
    return dialog;
}

std::unique_ptr<QDialog> redeemDialog(Desk &d)
{
    const QList<HistoryEntry> entries = d.entries();
    CodeMatch match{*d.session.stored(QStringLiteral("a1")), entries.first().event.sequenceNum, entries};
    d.session.office().codes.insert(QStringLiteral("K7QM2RTX"), match);
    auto dialog = std::make_unique<RedeemCodeDialog>(d.session);
    dialog->findChild<QLineEdit *>(QStringLiteral("redeemCode"))->setText(QStringLiteral("K7QM2RTX"));
    dialog->findChild<QPushButton *>(QStringLiteral("redeemFind"))->click();
    return dialog;
}

using Maker = std::function<std::unique_ptr<QDialog>(Desk &)>;

} // namespace

Q_DECLARE_METATYPE(Maker)

/// Dialogs on small screens.
class TestScreenFit final : public QObject
{
    Q_OBJECT

private slots:
    void dialog_isNeverLargerThanItsScreen()
    {
        QDialog dialog;
        dialog.resize(5000, 4000);
        new ScreenFit(dialog);
        dialog.show();
        const QSize screen = dialog.screen()->availableGeometry().size();
        QVERIFY(dialog.width() <= screen.width());
        QVERIFY(dialog.height() < screen.height()); // There is a title bar.
    }

    void dialog_fitsALittleScreen_data()
    {
        QTest::addColumn<Maker>("make");
        QTest::addColumn<QString>("language");
        for (const QString &language : {QStringLiteral("en"), QStringLiteral("fr")}) {
            const auto row = [&language](const char *name, const Maker &make) {
                QTest::addRow("%s, %s", name, qPrintable(language)) << make << language;
            };
            row("new address", [](Desk &d) { return std::make_unique<NewAddressDialog>(d.session); });
            row("mail settings",
                [](Desk &d) { return std::make_unique<MailSettingsDialog>(d.service, d.session); });
            row("outbox", [](Desk &d) { return std::make_unique<OutboxDialog>(d.service, d.settings); });
            row("deleted addresses", [](Desk &d) {
                auto dialog = std::make_unique<DeletedAddressesDialog>();
                dialog->setSession(&d.session);
                return dialog;
            });
            row("requests", [](Desk &d) {
                auto dialog = std::make_unique<TasksDialog>(d.settings);
                dialog->setSession(&d.session);
                return dialog;
            });
            row("connect", &connectDialog);
            row("password", [](Desk &) {
                return std::make_unique<PasswordDialog>(
                    PasswordDialog::Question{server().user, QStringLiteral("Why. ").repeated(30), {}, true});
            });
            row("tables", [](Desk &) {
                return std::make_unique<TablesQuestion>(
                    server(), QList<SchemaStep>(12, {SchemaStep::Kind::CreateTable, QStringLiteral("t")}));
            });
            row("conflict", [](Desk &d) {
                return std::make_unique<ConflictDialog>(d.session.mapping(), QStringLiteral("Berger, Anna"),
                                                        d.conflicts(), ConflictCause());
            });
            row("set back", [](Desk &d) {
                return std::make_unique<RevertDialog>(d.session.mapping(), d.entries(), FieldValues());
            });
            row("redeem", &redeemDialog);
            row("keys", [](Desk &) { return std::make_unique<KeysDialog>(QList<QAction *>()); });
        }
    }
    void dialog_fitsALittleScreen()
    {
        QFETCH(Maker, make);
        QFETCH(QString, language);
        QTranslator translator;
        QVERIFY(translator.load(QStringLiteral(":/i18n/address-desk_%1.qm").arg(language)));
        QCoreApplication::installTranslator(&translator);
        Desk desk;
        const std::unique_ptr<QDialog> dialog = make(desk);
        dialog->setMaximumSize(little);
        dialog->show();
        QVERIFY(QTest::qWaitForWindowExposed(dialog.get()));
        for (int i = 0; i < 5; ++i)
            QCoreApplication::processEvents();
        QVERIFY(dialog->findChild<ScreenFit *>()); // What makes its first size fit.
        const QSize least = dialog->layout()->totalMinimumSize().expandedTo(dialog->minimumSize());
        QVERIFY2(least.width() <= little.width() && least.height() <= little.height(),
                 qPrintable(QStringLiteral("%1 x %2").arg(least.width()).arg(least.height())));
    }

    void form_scrollsToTheFocus()
    {
        QDialog dialog;
        auto *form = new QWidget;
        auto *lines = new QVBoxLayout(form);
        for (int i = 0; i < 30; ++i)
            lines->addWidget(new QLineEdit(form));
        auto *scrolled = new ScrolledForm(form, &dialog);
        auto *layout = new QVBoxLayout(&dialog);
        layout->addWidget(scrolled);
        dialog.show();
        dialog.resize(200, 200);
        QVERIFY(QTest::qWaitForWindowActive(&dialog));
        QWidget *last = lines->itemAt(29)->widget();
        QVERIFY(
            !scrolled->viewport()->rect().contains(last->mapTo(scrolled->viewport(), last->rect().center())));
        last->setFocus();
        QTRY_VERIFY(
            scrolled->viewport()->rect().contains(last->mapTo(scrolled->viewport(), last->rect().center())));
    }
};

QTEST_MAIN(TestScreenFit)
#include "tst_screenfit.moc"
