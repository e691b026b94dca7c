#include "tests/support/MemoryCredentialStore.h"
#include "tests/support/ScriptedDeskConnector.h"
#include "ui/connection/ConnectDialog.h"
#include "ui/connection/TlsModes.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>
#include <QToolButton>

using namespace addressdesk;

namespace {

DatabaseUrl server()
{
    return *DatabaseUrl::parse(
        QStringLiteral("postgresql://marie@db.example.com:5433/crm?sslmode=verify-full"));
}

struct Fixture
{
    ScriptedDeskConnector connector;
    MemoryCredentialStore credentials;
    DatabaseOpener opener{connector, credentials, nullptr};
    std::unique_ptr<ConnectDialog> dialog;

    explicit Fixture(const QList<DatabaseUrl> &recent = {})
        : dialog(std::make_unique<ConnectDialog>(opener, credentials, recent))
    {
        dialog->show();
    }

    template<typename T> T *find(const char *name) const
    {
        auto *found = dialog->findChild<T *>(QLatin1String(name));
        Q_ASSERT(found);
        return found;
    }
    void fill()
    {
        type("connectHost", "db.example.com");
        type("connectDatabase", "crm");
        type("connectUser", "marie");
    }
    void type(const char *name, const char *text)
    {
        find<QLineEdit>(name)->clear();
        QTest::keyClicks(find<QLineEdit>(name), QLatin1String(text));
    }
    void press(const char *name) { QTest::mouseClick(find<QPushButton>(name), Qt::LeftButton); }
    QString sentence() const { return find<QLabel>("messageSentence")->text(); }
    bool isBusy() const { return find<QProgressBar>("connectProgress")->isVisible(); }
};

} // namespace

class TestConnectionDialog final : public QObject
{
    Q_OBJECT

private slots:
    void connecting_usesWhatWasTyped_andCloses();
    void connecting_withoutServer_asksForIt();
    void connecting_failing_staysOpen_keepsWhatWasTyped();
    void stop_whileConnecting_staysOpen();
    void escape_whileIdle_closes();
    void test_saysVersionUserAndEncryption();
    void test_answered_leavesReturnToConnect();
    void test_failing_isASentenceWithFoldedDetails();
    void test_stopped_dropsTheAnswer();
    void test_saysThatTablesAreMissing();
    void tls_offersEveryMode_withLibpqsName();
    void certificate_isAskedOnlyWhereItIsChecked();
    void recent_fillsTheForm_withThePasswordOfTheKeyring();
    void recent_unticked_takesThePasswordOutOfTheKeyring();
    void password_isHiddenUntilShown();
    void everyWidget_hasAnAccessibleName();
    void tabOrder_followsTheForm();
};

void TestConnectionDialog::connecting_usesWhatWasTyped_andCloses()
{
    Fixture f;
    f.fill();
    f.find<QSpinBox>("connectPort")->setValue(5434);
    f.type("passwordEdit", "secret");
    f.find<QCheckBox>("connectRemember")->setChecked(true);
    QSignalSpy opened(&f.opener, &DatabaseOpener::opened);
    QSignalSpy accepted(f.dialog.get(), &QDialog::accepted);
    QTest::keyClick(f.find<QLineEdit>("connectUser"), Qt::Key_Return);
    QVERIFY(f.isBusy());
    QTRY_COMPARE(opened.count(), 1);
    QCOMPARE(accepted.count(), 1);
    const ConnectRequest &request = f.connector.opened().first();
    QCOMPARE(request.url.host, QStringLiteral("db.example.com"));
    QCOMPARE(request.url.port, 5434);
    QCOMPARE(request.url.database, QStringLiteral("crm"));
    QCOMPARE(request.url.user, QStringLiteral("marie"));
    QCOMPARE(request.url.sslMode, QString());
    QCOMPARE(request.url.effectiveSslMode(), QStringLiteral("require"));
    QCOMPARE(request.password, QStringLiteral("secret"));
    QTRY_COMPARE(f.credentials.passwords.value(request.url.credentialKey()), QStringLiteral("secret"));
}

void TestConnectionDialog::connecting_withoutServer_asksForIt()
{
    Fixture f;
    f.press("connectButton");
    QCOMPARE(f.sentence(), QStringLiteral("Please type the server's name."));
    f.type("connectHost", "db 1");
    f.press("connectButton");
    QCOMPARE(f.sentence(), QStringLiteral("This cannot be a server's name. Please correct it."));
    QCOMPARE(f.connector.opened().size(), 0);
    f.type("connectHost", "db.example.com");
    QVERIFY(f.sentence().isEmpty()); // the sentence goes when its cause is being mended
    f.press("connectButton");
    QCOMPARE(f.sentence(), QStringLiteral("Please type your user name."));
}

void TestConnectionDialog::connecting_failing_staysOpen_keepsWhatWasTyped()
{
    Fixture f;
    f.connector.setRule([](const ConnectRequest &) {
        return Error{ErrorCode::AuthenticationFailed, QStringLiteral("28P01"), {}};
    });
    f.fill();
    f.type("passwordEdit", "wrong");
    f.press("connectButton");
    QTRY_COMPARE(
        f.sentence(),
        QStringLiteral(
            "The server of \u2068“crm@db.example.com”\u2069 refused the user name or the password."));
    QVERIFY(f.dialog->isVisible());
    QVERIFY(!f.isBusy());
    QCOMPARE(f.find<QLineEdit>("passwordEdit")->selectedText().size(), 5); // the next one is typed over it
    QCOMPARE(f.find<QLineEdit>("passwordEdit")->text(), QStringLiteral("wrong"));
    QVERIFY(f.find<QPushButton>("connectButton")->isEnabled());
    QVERIFY(f.credentials.passwords.isEmpty());
}

void TestConnectionDialog::stop_whileConnecting_staysOpen()
{
    Fixture f;
    f.connector.setManual(true);
    f.fill();
    f.press("connectButton");
    QVERIFY(f.isBusy());
    QVERIFY(!f.find<QPushButton>("connectButton")->isEnabled());
    QCOMPARE(f.find<QPushButton>("connectCancel")->accessibleName(), QStringLiteral("Stop connecting"));
    QSignalSpy opened(&f.opener, &DatabaseOpener::opened);
    QTest::keyClick(f.dialog.get(), Qt::Key_Escape);
    QVERIFY(f.dialog->isVisible());
    QVERIFY(!f.isBusy());
    QCOMPARE(f.sentence(), QStringLiteral("Stopped. Nothing was changed."));
    f.connector.answer();
    QCOMPARE(opened.count(), 0);
    QVERIFY(f.dialog->isVisible());
}

void TestConnectionDialog::escape_whileIdle_closes()
{
    Fixture f;
    QTest::keyClick(f.dialog.get(), Qt::Key_Escape);
    QVERIFY(!f.dialog->isVisible());
}

void TestConnectionDialog::test_saysVersionUserAndEncryption()
{
    Fixture f;
    f.fill();
    f.type("passwordEdit", "secret");
    f.press("connectTest");
    QVERIFY(f.isBusy());
    QTRY_COMPARE(f.sentence(), QStringLiteral("The connection works: Fake 1.0, as marie. It is encrypted."));
    QVERIFY(!f.isBusy());
    QCOMPARE(f.connector.opened().size(), 0);
    QCOMPARE(f.connector.tested().first().password, QStringLiteral("secret"));
    QVERIFY(f.dialog->isVisible());
}

void TestConnectionDialog::test_answered_leavesReturnToConnect()
{
    Fixture f;
    f.fill();
    f.press("connectTest");
    QTRY_VERIFY(!f.sentence().isEmpty());
    QVERIFY(!f.isBusy());
    QTest::keyClick(f.dialog->focusWidget(), Qt::Key_Return);
    QTRY_COMPARE(f.connector.opened().size(), 1);
}

void TestConnectionDialog::test_failing_isASentenceWithFoldedDetails()
{
    Fixture f;
    f.connector.setRule([](const ConnectRequest &) {
        return Error{ErrorCode::TlsUnavailable, QStringLiteral("server does not support SSL"), {}};
    });
    f.fill();
    f.press("connectTest");
    QTRY_VERIFY2(f.sentence().contains(QStringLiteral("does not offer encryption")),
                 qPrintable(f.sentence()));
    auto *details = f.find<QPlainTextEdit>("messageDetails");
    QVERIFY(!details->isVisible());
    QTest::mouseClick(f.find<QToolButton>("messageFold"), Qt::LeftButton);
    QVERIFY(details->isVisible());
    QCOMPARE(details->toPlainText(), QStringLiteral("server does not support SSL"));
}

void TestConnectionDialog::test_stopped_dropsTheAnswer()
{
    Fixture f;
    f.connector.setManual(true);
    f.fill();
    f.press("connectTest");
    f.press("connectCancel");
    QVERIFY(f.dialog->isVisible());
    f.connector.answer();
    QCOMPARE(f.sentence(), QStringLiteral("Stopped. Nothing was changed."));
}

void TestConnectionDialog::test_saysThatTablesAreMissing()
{
    Fixture f;
    f.connector.setMissingSchema({{SchemaStep::Kind::CreateTable, QStringLiteral("events")}});
    f.fill();
    f.press("connectTest");
    QTRY_VERIFY2(f.sentence().contains(QStringLiteral("The tables for Address Desk are not there yet")),
                 qPrintable(f.sentence()));
    QCOMPARE(f.find<QPlainTextEdit>("messageDetails")->toPlainText(), QStringLiteral("create table events"));
}

void TestConnectionDialog::tls_offersEveryMode_withLibpqsName()
{
    Fixture f;
    auto *modes = f.find<QComboBox>("connectTls");
    QCOMPARE(modes->currentData().toString(), QString());
    for (const char *name : {"disable", "allow", "prefer", "require", "verify-ca", "verify-full"}) {
        const int index = modes->findData(QLatin1String(name));
        QVERIFY2(index >= 0, name);
        QVERIFY2(modes->itemText(index).endsWith(QStringLiteral("(%1)").arg(QLatin1String(name))), name);
    }
    QCOMPARE(tlsModes().size(), modes->count());
}

void TestConnectionDialog::certificate_isAskedOnlyWhereItIsChecked()
{
    Fixture f;
    f.fill();
    auto *modes = f.find<QComboBox>("connectTls");
    auto *certificate = f.find<QLineEdit>("connectCertificate");
    QVERIFY(!certificate->isVisible());
    modes->setCurrentIndex(modes->findData(QStringLiteral("verify-ca")));
    QVERIFY(certificate->isVisible());
    certificate->setText(QStringLiteral("/etc/ssl/root.pem"));
    f.press("connectTest");
    QCOMPARE(f.connector.tested().last().url.sslMode, QStringLiteral("verify-ca"));
    QCOMPARE(f.connector.tested().last().url.sslRootCert, QStringLiteral("/etc/ssl/root.pem"));
    QTRY_VERIFY(!f.isBusy());
    modes->setCurrentIndex(modes->findData(QStringLiteral("require")));
    QVERIFY(!certificate->isVisible());
    f.press("connectTest");
    QCOMPARE(f.connector.tested().last().url.sslRootCert, QString());
}

void TestConnectionDialog::recent_fillsTheForm_withThePasswordOfTheKeyring()
{
    ScriptedDeskConnector connector;
    MemoryCredentialStore credentials;
    credentials.passwords.insert(server().credentialKey(), QStringLiteral("secret"));
    DatabaseOpener opener(connector, credentials, nullptr);
    ConnectDialog dialog(opener, credentials, {server()});
    dialog.show();
    QCOMPARE(dialog.findChild<QLineEdit *>(QStringLiteral("connectHost"))->text(),
             QStringLiteral("db.example.com"));
    QCOMPARE(dialog.findChild<QSpinBox *>(QStringLiteral("connectPort"))->value(), 5433);
    QCOMPARE(dialog.findChild<QComboBox *>(QStringLiteral("connectTls"))->currentData().toString(),
             QStringLiteral("verify-full"));
    QTRY_COMPARE(dialog.findChild<QLineEdit *>(QStringLiteral("passwordEdit"))->text(),
                 QStringLiteral("secret"));
    QVERIFY(dialog.findChild<QCheckBox *>(QStringLiteral("connectRemember"))->isChecked());
    auto *recent = dialog.findChild<QComboBox *>(QStringLiteral("connectRecent"));
    QCOMPARE(recent->count(), 2);
    emit recent->activated(0); // another server
    QVERIFY(dialog.findChild<QLineEdit *>(QStringLiteral("connectHost"))->text().isEmpty());
    QVERIFY(dialog.findChild<QLineEdit *>(QStringLiteral("passwordEdit"))->text().isEmpty());
}

void TestConnectionDialog::recent_unticked_takesThePasswordOutOfTheKeyring()
{
    Fixture f({server()});
    f.credentials.passwords.insert(server().credentialKey(), QStringLiteral("secret"));
    QTRY_VERIFY(f.find<QCheckBox>("connectRemember")->isChecked());
    f.find<QCheckBox>("connectRemember")->setChecked(false);
    f.press("connectButton");
    QTRY_VERIFY(f.credentials.passwords.isEmpty());
    QCOMPARE(f.connector.opened().first().password, QStringLiteral("secret"));
}

void TestConnectionDialog::password_isHiddenUntilShown()
{
    Fixture f;
    auto *edit = f.find<QLineEdit>("passwordEdit");
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
    f.find<QToolButton>("passwordShow")->click();
    QCOMPARE(edit->echoMode(), QLineEdit::Normal);
    f.find<QToolButton>("passwordShow")->click();
    QCOMPARE(edit->echoMode(), QLineEdit::Password);
}

void TestConnectionDialog::everyWidget_hasAnAccessibleName()
{
    Fixture f({server()});
    const QList<QWidget *> widgets = f.dialog->findChildren<QWidget *>();
    for (const QWidget *widget : widgets) {
        const bool isInner = widget->objectName().startsWith(QStringLiteral("qt_"));
        if (widget->focusPolicy() == Qt::NoFocus || !widget->isVisible() || isInner)
            continue;
        const auto *button = qobject_cast<const QPushButton *>(widget);
        QVERIFY2(!widget->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                 qPrintable(widget->objectName() + QLatin1String(widget->metaObject()->className())));
    }
}

void TestConnectionDialog::tabOrder_followsTheForm()
{
    Fixture f;
    QVERIFY(QTest::qWaitForWindowActive(f.dialog.get()));
    QCOMPARE(QApplication::focusWidget()->objectName(), QStringLiteral("connectHost"));
    for (const char *name : {"connectPort", "connectDatabase", "connectUser", "passwordEdit", "passwordShow",
                             "connectRemember", "connectTls", "connectTest"}) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        const QString focused = QApplication::focusWidget()->objectName();
        if (QLatin1String(name) == QLatin1String("connectTest"))
            QVERIFY2(focused.startsWith(QStringLiteral("connect")), qPrintable(focused));
        else
            QCOMPARE(focused, QLatin1String(name));
    }
}

QTEST_MAIN(TestConnectionDialog)
#include "tst_connectiondialog.moc"
