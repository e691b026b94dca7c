#include "tests/support/FakeDeskSession.h"
#include "tests/support/FakeMailService.h"
#include "ui/mail/MailSettingsDialog.h"
#include "ui/mail/MailSettingsRules.h"
#include "ui/widgets/FoldedMessage.h"

#include <QAccessible>
#include <QComboBox>
#include <QGroupBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTemporaryDir>
#include <QTest>

using namespace addressdesk;

namespace {

OfficeSettings office()
{
    return {QStringLiteral("Postal Ltd"),
            QStringLiteral("+44 20 7946 0000"),
            QStringLiteral("office@example.com"),
            QStringLiteral("https://addresses.example.com"),
            QStringLiteral("fr"),
            30};
}

MailRoute server()
{
    MailRoute route;
    route.kind = MailRoute::Kind::Smtp;
    route.host = QStringLiteral("mail.example.com");
    route.user = QStringLiteral("office");
    return route;
}

struct Settings
{
    FakeDeskSession session;
    FakeMailService service;
    QPointer<MailSettingsDialog> dialog;

    void open()
    {
        dialog = new MailSettingsDialog(service, session);
        dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        QTRY_VERIFY(child<QPushButton>("mailSettingsSave")->isEnabled());
    }
    ~Settings() { delete dialog; }
    template<typename T> [[nodiscard]] T *child(const char *name) const
    {
        return dialog->findChild<T *>(QLatin1String(name));
    }
    [[nodiscard]] QLineEdit *edit(const char *name) const { return child<QLineEdit>(name); }
    void type(const char *name, const char *text) const
    {
        edit(name)->selectAll();
        QTest::keyClick(edit(name), Qt::Key_Delete);
        QTest::keyClicks(edit(name), QLatin1String(text));
    }
    [[nodiscard]] QString problem(const char *field) const
    {
        const auto *label = child<QLabel>((QByteArray("problemOf_") + field).constData());
        return label->isHidden() ? QString() : label->text();
    }
    [[nodiscard]] QString message() const { return child<FoldedMessage>("mailSettingsMessage")->sentence(); }
    void save() const { child<QPushButton>("mailSettingsSave")->click(); }
    void choose(const char *kind) const { child<QRadioButton>(kind)->click(); }
};

} // namespace

class TestMailSettingsDialog final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom)); }

    void opened_showsWhatIsStored()
    {
        Settings s;
        s.session.office().settings = office();
        s.service.keptRoute = server();
        s.open();
        QCOMPARE(s.edit("mailCompany")->text(), QStringLiteral("Postal Ltd"));
        QCOMPARE(s.child<QComboBox>("mailLanguage")->currentText(), QStringLiteral("Français"));
        QCOMPARE(s.child<QSpinBox>("mailLinkDays")->value(), 30);
        QVERIFY(s.child<QRadioButton>("routeServer")->isChecked());
        QCOMPARE(s.edit("routeHost")->text(), QStringLiteral("mail.example.com"));
        QVERIFY(s.edit("passwordEdit")->text().isEmpty());
        QVERIFY(s.edit("routeFolderEdit")->isHidden() || !s.edit("routeFolderEdit")->isVisible());
        QTRY_VERIFY(s.edit("mailCompany")->hasFocus());
    }

    void names_everyControlHasOne()
    {
        Settings s;
        s.service.keptRoute = server();
        s.open();
        QStringList nameless;
        const QList<QWidget *> widgets = s.dialog->findChildren<QWidget *>();
        for (QWidget *widget : widgets) {
            const bool isControl = widget->focusPolicy() != Qt::NoFocus && widget->isVisible() &&
                                   !widget->objectName().startsWith(QStringLiteral("qt_spinbox"));
            if (isControl && QAccessible::queryAccessibleInterface(widget)->text(QAccessible::Name).isEmpty())
                nameless.append(QLatin1String(widget->metaObject()->className()) + u' ' +
                                widget->objectName());
        }
        QCOMPARE(nameless.join(u'\n'), QString());
    }

    void save_keepsBoth_andCloses()
    {
        Settings s;
        s.session.office().settings = office();
        s.service.keptRoute = server();
        s.open();
        s.type("mailCompany", "  New Name ");
        s.type("mailPublicUrl", "https://links.example.com//");
        s.child<QSpinBox>("mailLinkDays")->setValue(1);
        QCOMPARE(s.child<QSpinBox>("mailLinkDays")->minimum(), 1);
        QCOMPARE(s.child<QSpinBox>("mailLinkDays")->maximum(), 90);
        QTest::keyClicks(s.edit("passwordEdit"), QStringLiteral("secret"));
        s.save();
        QTRY_VERIFY(!s.dialog->isVisible());
        QCOMPARE(s.session.office().settings.companyName, QStringLiteral("New Name"));
        QCOMPARE(s.session.office().settings.publicUrl, QStringLiteral("https://links.example.com"));
        QCOMPARE(s.session.office().settings.linkDays, 1);
        QCOMPARE(s.service.keptRoute, server());
        QCOMPARE(s.service.keptPassword, QStringLiteral("secret"));
    }

    void language_thatNobodyChose_staysSo()
    {
        Settings s;
        s.session.office().settings = office();
        s.session.office().settings.language.clear();
        s.service.keptRoute = server();
        s.open();
        QCOMPARE(s.child<QComboBox>("mailLanguage")->currentText(), QStringLiteral("Automatic (English)"));
        s.type("mailCompany", "New Name");
        s.save();
        QTRY_VERIFY(!s.dialog->isVisible());
        QCOMPARE(s.session.office().settings.companyName, QStringLiteral("New Name"));
        QCOMPARE(s.session.office().settings.language, QString());
    }

    void pageOfTheLinks_saysWhatIsTrueHere()
    {
        Settings s;
        s.service.gateway = QStringLiteral("http://127.0.0.1:41234");
        s.open();
        QCOMPARE(s.edit("mailPublicUrl")->placeholderText(),
                 QStringLiteral("none: links work on this computer only"));
        QVERIFY(s.edit("mailPublicUrl")->toolTip().contains(QStringLiteral("127.0.0.1:41234")));
        delete s.dialog;
        s.service.isSendingHere = false;
        s.open();
        QCOMPARE(s.edit("mailPublicUrl")->placeholderText(),
                 QStringLiteral("none: mails have codes but no links"));
        QVERIFY(s.edit("mailPublicUrl")->toolTip().contains(QStringLiteral("server program")));
    }

    void test_intoAFolder_namesTheFolder()
    {
        const QTemporaryDir folder;
        Settings s;
        s.session.office().settings = office();
        s.service.keptRoute.kind = MailRoute::Kind::Folder;
        s.service.keptRoute.folder = folder.path();
        s.open();
        s.type("mailTestRecipient", "me@example.com");
        s.child<QPushButton>("mailTest")->click();
        QTRY_VERIFY2(s.message().contains(folder.path()), qPrintable(s.message()));
        QVERIFY(s.message().contains(QStringLiteral("Nothing was sent.")));
        s.service.nextFailure = Error{ErrorCode::ReadOnly, {}, {}};
        s.child<QPushButton>("mailTest")->click();
        QTRY_VERIFY2(s.message().startsWith(QStringLiteral("The test mail was not written.")),
                     qPrintable(s.message()));
    }

    void test_byReturn_closesNothing()
    {
        const QTemporaryDir folder;
        Settings s;
        s.session.office().settings = office();
        s.service.keptRoute.kind = MailRoute::Kind::Folder;
        s.service.keptRoute.folder = folder.path();
        s.open();
        s.type("mailCompany", "New Name");
        s.edit("mailTestRecipient")->setFocus();
        s.type("mailTestRecipient", "me@example.com");
        QTest::keyClick(s.edit("mailTestRecipient"), Qt::Key_Return);
        QTRY_VERIFY2(s.message().contains(folder.path()), qPrintable(s.message()));
        QVERIFY(s.dialog->isVisible());
        QCOMPARE(s.session.office().settings.companyName, office().companyName);
    }

    void password_thatWasNotTyped_staysInTheKeyring()
    {
        Settings s;
        s.session.office().settings = office();
        s.service.keptRoute = server();
        s.service.keptPassword = QStringLiteral("old");
        s.open();
        s.save();
        QTRY_VERIFY(!s.dialog->isVisible());
        QCOMPARE(s.service.keptPassword, QStringLiteral("old"));
    }

    void wrong_isSaidAtTheField_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("sender") << QByteArray("mailSender") << QByteArray("office at example");
        QTest::newRow("sender with two lines of thought")
            << QByteArray("mailSender") << QByteArray("Office <office@example.com>");
        QTest::newRow("no sender") << QByteArray("mailSender") << QByteArray();
        QTest::newRow("page") << QByteArray("mailPublicUrl") << QByteArray("ftp://example.com");
        QTest::newRow("page with a password")
            << QByteArray("mailPublicUrl") << QByteArray("https://a:b@example.com");
        QTest::newRow("page with a question")
            << QByteArray("mailPublicUrl") << QByteArray("https://example.com/?a=1");
        QTest::newRow("no server") << QByteArray("routeHost") << QByteArray();
        QTest::newRow("server") << QByteArray("routeHost") << QByteArray("mail example");
    }
    void wrong_isSaidAtTheField()
    {
        QFETCH(QByteArray, field);
        QFETCH(QByteArray, text);
        Settings s;
        s.session.office().settings = office();
        s.service.keptRoute = server();
        s.open();
        s.type(field.constData(), text.constData());
        s.save();
        QVERIFY(!s.problem(field.constData()).isEmpty());
        QCOMPARE(s.edit(field.constData())->accessibleDescription(), s.problem(field.constData()));
        QVERIFY(s.edit(field.constData())->hasFocus());
        QVERIFY(s.dialog->isVisible());
        QCOMPARE(s.session.office().settings, office());
        QCOMPARE(s.service.keptRoute, server());
        s.type(field.constData(), "x");
        QVERIFY(s.problem(field.constData()).isEmpty());
    }

    void clearText_isForThisComputerOnly_andNeverWithAPassword()
    {
        Settings s;
        s.session.office().settings = office();
        s.service.keptRoute = server();
        s.open();
        auto *security = s.child<QComboBox>("routeSecurity");
        security->setCurrentIndex(2);
        emit security->activated(2);
        QCOMPARE(s.child<QSpinBox>("routePort")->value(), 25);
        s.save();
        QVERIFY(!s.problem("routeSecurity").isEmpty());
        s.type("routeHost", "localhost");
        s.save();
        QVERIFY(s.problem("routeSecurity").isEmpty());
        QVERIFY(!s.problem("routeUser").isEmpty());
        s.type("routeUser", "");
        s.save();
        QTRY_VERIFY(!s.dialog->isVisible());
        QCOMPARE(s.service.keptRoute.security, MailRoute::Security::Clear);
        QCOMPARE(s.service.keptPassword, std::nullopt);
    }

    void port_followsTheEncryption_unlessItIsOnesOwn()
    {
        Settings s;
        s.service.keptRoute = server();
        s.open();
        auto *security = s.child<QComboBox>("routeSecurity");
        auto *port = s.child<QSpinBox>("routePort");
        security->setCurrentIndex(0);
        emit security->activated(0);
        QCOMPARE(port->value(), 465);
        port->setValue(2525);
        security->setCurrentIndex(1);
        emit security->activated(1);
        QCOMPARE(port->value(), 2525);
    }

    void folder_hasToBeThere()
    {
        const QTemporaryDir folder;
        Settings s;
        s.session.office().settings = office();
        s.open();
        QVERIFY(!s.edit("routeFolderEdit")->isVisible());
        s.choose("routeFolder");
        QVERIFY(s.edit("routeFolderEdit")->isVisible());
        QVERIFY(!s.edit("routeHost")->isVisible());
        s.save();
        QVERIFY(!s.problem("routeFolderRow").isEmpty());
        s.type("routeFolderEdit", "/no/such/folder");
        s.save();
        QCOMPARE(s.problem("routeFolderRow"), QStringLiteral("There is no such folder."));
        s.edit("routeFolderEdit")->setText(folder.path());
        s.save();
        QTRY_VERIFY(!s.dialog->isVisible());
        QCOMPARE(s.service.keptRoute.kind, MailRoute::Kind::Folder);
        QCOMPARE(s.service.keptRoute.folder, folder.path());
    }

    void permissionDenied_isASentence_andKeepsWhatWasTyped()
    {
        Settings s;
        s.session.setUrl(*DatabaseUrl::parse(QStringLiteral("postgresql://marie@db/desk")));
        s.session.office().settings = office();
        s.open();
        s.type("mailCompany", "New");
        s.session.office().nextFailure =
            Error{ErrorCode::PermissionDenied, QStringLiteral("must be owner"), {}};
        s.save();
        QTRY_VERIFY(s.message().contains(QStringLiteral("may not do this")));
        QVERIFY(s.dialog->isVisible());
        QCOMPARE(s.edit("mailCompany")->text(), QStringLiteral("New"));
        QCOMPARE(s.child<FoldedMessage>("mailSettingsMessage")->details(), QStringLiteral("must be owner"));
    }

    void keyring_thatKeepsNothing_isToldAfterwards()
    {
        Settings s;
        s.session.office().settings = office();
        s.service.keptRoute = server();
        s.open();
        const QSignalSpy notices(s.dialog.data(), &MailSettingsDialog::noticeRaised);
        s.service.nextFailure = Error{ErrorCode::CredentialsUnavailable, {}, {}};
        s.save();
        QTRY_VERIFY(!s.dialog->isVisible());
        QCOMPARE(notices.size(), 1);
    }

    void password_thatIsNotKnown_isNotSaidToBeInTheKeyring()
    {
        Settings s;
        s.service.keptRoute = server();
        s.service.currentProblem = Error{ErrorCode::PasswordRequired, {}, {}};
        s.open();
        const auto *edit = s.child<QWidget>("routePassword")->findChild<QLineEdit *>();
        QCOMPARE(edit->placeholderText(), QStringLiteral("not known: please type it"));
    }

    void test_toARecipientWhoIsRefused_saysThat()
    {
        Settings s;
        s.session.office().settings = office();
        s.service.keptRoute = server();
        s.open();
        s.type("mailTestRecipient", "nobody@example.com");
        s.service.nextFailure = Error{ErrorCode::RecipientRefused, QStringLiteral("550 5.1.1 no such user"),
                                      QStringLiteral("550")};
        s.child<QPushButton>("mailTest")->click();
        QTRY_VERIFY2(s.message().contains(QStringLiteral("does not accept")), qPrintable(s.message()));
        QVERIFY2(s.message().contains(QStringLiteral("nobody@example.com")), qPrintable(s.message()));
        QCOMPARE(s.child<FoldedMessage>("mailSettingsMessage")->details(),
                 QStringLiteral("550 5.1.1 no such user"));
    }

    void test_goesToWhoWasTyped_byTheRouteThatWasTyped()
    {
        Settings s;
        s.session.office().settings = office();
        s.service.keptRoute = server();
        s.open();
        auto *button = s.child<QPushButton>("mailTest");
        button->click();
        QVERIFY(!s.problem("mailTestRecipient").isEmpty());
        QVERIFY(s.service.testRecipients.isEmpty());
        s.type("mailTestRecipient", "me@example.com");
        button->click();
        QVERIFY(!s.child<QPushButton>("mailSettingsSave")->isEnabled());
        QTRY_VERIFY(s.message().contains(QStringLiteral("took the test mail")));
        QCOMPARE(s.service.testRecipients, QStringList{QStringLiteral("me@example.com")});
        s.service.nextFailure =
            Error{ErrorCode::CertificateRejected, QStringLiteral("self-signed <certificate>"), {}};
        button->click();
        QTRY_VERIFY(s.message().contains(QStringLiteral("could not be verified")));
        QCOMPARE(s.child<FoldedMessage>("mailSettingsMessage")->details(),
                 QStringLiteral("self-signed <certificate>"));
        s.type("routeHost", "");
        button->click();
        QVERIFY(!s.problem("routeHost").isEmpty());
        QCOMPARE(s.service.testRecipients.size(), 2);
        s.choose("routeNone");
        QVERIFY(!button->isVisible());
    }

    void serverSends_leavesNothingToSet()
    {
        Settings s;
        s.service.isSendingHere = false;
        s.session.office().settings = office();
        s.open();
        QVERIFY(s.child<QLabel>("mailServerSends")->text().contains(QStringLiteral("whole office")));
        QVERIFY(!s.child<QRadioButton>("routeNone"));
        QVERIFY(!s.child<QPushButton>("mailTest"));
        s.type("mailSender", ""); // The server may have its own.
        s.save();
        QTRY_VERIFY(!s.dialog->isVisible());
        QVERIFY(s.session.office().settings.senderAddress.isEmpty());
    }

    void readOnly_canStillSetTheRoute()
    {
        Settings s;
        s.session.setReadOnly(true);
        s.session.office().settings = office();
        s.service.keptRoute = server();
        s.open();
        QVERIFY(!s.child<QGroupBox>("mailOffice")->isEnabled());
        QVERIFY(s.message().contains(QStringLiteral("only be read")));
        s.choose("routeNone");
        s.save();
        QTRY_VERIFY(!s.dialog->isVisible());
        QCOMPARE(s.service.keptRoute.kind, MailRoute::Kind::None);
        QCOMPARE(s.service.keptRoute.host, QStringLiteral("mail.example.com"));
    }

    void phone_thatIsNone_isSaidAtItsField()
    {
        Settings s;
        s.session.office().settings = office();
        s.open();
        s.type("mailPhone", "please call");
        s.save();
        QVERIFY(s.problem("mailPhone").startsWith(QStringLiteral("This is not a phone number")));
        QVERIFY(s.dialog->isVisible());
        s.type("mailPhone", "01 23 45 67 89, poste 12");
        QCOMPARE(s.problem("mailPhone"), QString());
        s.save();
        QTRY_VERIFY(!s.dialog->isVisible());
        QCOMPARE(s.session.office().settings.companyPhone, QStringLiteral("01 23 45 67 89, poste 12"));
    }

    void addresses_asMailServersTakeThem()
    {
        using mailSettingsRules::whyNotMailAddress;
        for (const char *good : {"a@b.c", "office+desk@example.co.uk", "root@localhost", ""})
            QVERIFY2(whyNotMailAddress(QLatin1String(good)).isEmpty(), good);
        for (const char *bad : {"a", "a@", "@b", "a b@c.d", "a@b, c@d", "a@b\r\nBcc: x@y", ".a@b", "<a@b>"})
            QVERIFY2(!whyNotMailAddress(QLatin1String(bad)).isEmpty(), bad);
    }
};

QTEST_MAIN(TestMailSettingsDialog)
#include "tst_mailsettingsdialog.moc"
