#include "tests/ui/ConnectionFixture.h"

#include <QCheckBox>
#include <QDialog>
#include <QLabel>
#include <QPushButton>

using namespace addressdesk;

namespace {

using Fixture = ConnectionFixture;

/// A server that lets in whoever knows the password.
ScriptedDeskConnector::Rule wanting(const QString &password)
{
    return [password](const ConnectRequest &request) -> std::optional<Error> {
        if (request.password == password)
            return std::nullopt;
        return Error{request.password.isEmpty() ? ErrorCode::PasswordRequired
                                                : ErrorCode::AuthenticationFailed,
                     {},
                     {}};
    };
}

} // namespace

/// Where a server's password comes from when a database is opened.
class TestConnectionPasswords final : public QObject
{
    Q_OBJECT

private slots:
    void password_fromTheKeyring_isUsed();
    void password_missing_isAskedOnceASession();
    void password_wrong_isAskedAgain();
    void password_question_cancelled_opensNothing();
    void password_toBeRemembered_goesIntoTheKeyring();
    void password_withoutKeyring_isKeptForTheSession_andSaysSo();
    void password_isNeverInTheSettings();
};

void TestConnectionPasswords::password_fromTheKeyring_isUsed()
{
    Fixture f;
    f.credentials.passwords.insert(Fixture::server().credentialKey(), QStringLiteral("secret"));
    f.connector.setRule(wanting(QStringLiteral("secret")));
    f.controller.openUrl(Fixture::server());
    QTRY_COMPARE(f.opened.count(), 1);
    QCOMPARE(f.connector.opened().size(), 1);
}

void TestConnectionPasswords::password_missing_isAskedOnceASession()
{
    Fixture f;
    f.connector.setRule(wanting(QStringLiteral("secret")));
    f.controller.openUrl(Fixture::server());
    QTRY_VERIFY(f.find<QDialog>("passwordDialog"));
    const auto *why = f.find<QLabel>("passwordWhy");
    QVERIFY(why->text().contains(QStringLiteral("asks for a password")));
    QVERIFY(why->height() >= why->heightForWidth(why->width())); // no line is cut
    f.find<QLineEdit>("passwordEdit")->setText(QStringLiteral("secret"));
    f.find<QPushButton>("passwordConnect")->click();
    QTRY_COMPARE(f.opened.count(), 1);
    QVERIFY(f.credentials.passwords.isEmpty()); // not asked to remember it
    QTRY_VERIFY(!f.find<QDialog>("passwordDialog"));

    f.controller.openUrl(Fixture::server());
    QTRY_COMPARE(f.opened.count(), 2);
    QVERIFY(!f.find<QDialog>("passwordDialog"));
    QCOMPARE(f.connector.opened().last().password, QStringLiteral("secret"));
}

void TestConnectionPasswords::password_wrong_isAskedAgain()
{
    Fixture f;
    f.credentials.passwords.insert(Fixture::server().credentialKey(), QStringLiteral("old"));
    f.connector.setRule(wanting(QStringLiteral("new")));
    f.controller.openUrl(Fixture::server());
    QTRY_VERIFY(f.find<QDialog>("passwordDialog"));
    QVERIFY(f.find<QLabel>("passwordWhy")
                ->text()
                .contains(QStringLiteral("refused the user name or the password")));
    f.find<QLineEdit>("passwordEdit")->setText(QStringLiteral("still wrong"));
    f.find<QPushButton>("passwordConnect")->click();
    QTRY_COMPARE(f.connector.opened().size(), 2);
    QTRY_VERIFY(f.find<QLineEdit>("passwordEdit") && f.find<QLineEdit>("passwordEdit")->text().isEmpty());
    f.find<QLineEdit>("passwordEdit")->setText(QStringLiteral("new"));
    f.find<QPushButton>("passwordConnect")->click();
    QTRY_COMPARE(f.opened.count(), 1);
}

void TestConnectionPasswords::password_question_cancelled_opensNothing()
{
    Fixture f;
    f.connector.setRule(wanting(QStringLiteral("secret")));
    f.controller.openUrl(Fixture::server());
    QTRY_VERIFY(f.find<QDialog>("passwordDialog"));
    QTest::keyClick(f.find<QDialog>("passwordDialog"), Qt::Key_Escape);
    QCOMPARE(f.endedCount(), 1);
    QVERIFY(!f.controller.isOpening());
    QCOMPARE(f.failed.count(), 0);
}

void TestConnectionPasswords::password_toBeRemembered_goesIntoTheKeyring()
{
    Fixture f;
    f.connector.setRule(wanting(QStringLiteral("secret")));
    f.controller.openUrl(Fixture::server());
    QTRY_VERIFY(f.find<QDialog>("passwordDialog"));
    f.find<QLineEdit>("passwordEdit")->setText(QStringLiteral("secret"));
    f.find<QCheckBox>("passwordRemember")->setChecked(true);
    f.find<QPushButton>("passwordConnect")->click();
    QTRY_COMPARE(f.credentials.passwords.value(Fixture::server().credentialKey()), QStringLiteral("secret"));
    QCOMPARE(f.noticed.count(), 0);
}

void TestConnectionPasswords::password_withoutKeyring_isKeptForTheSession_andSaysSo()
{
    Fixture f;
    f.credentials.isAvailable = false;
    f.connector.setRule(wanting(QStringLiteral("secret")));
    f.controller.openUrl(Fixture::server());
    QTRY_VERIFY(f.find<QDialog>("passwordDialog"));
    f.find<QLineEdit>("passwordEdit")->setText(QStringLiteral("secret"));
    f.find<QCheckBox>("passwordRemember")->setChecked(true);
    f.find<QPushButton>("passwordConnect")->click();
    QTRY_COMPARE(f.noticed.count(), 1);
    QVERIFY(f.noticed.first().first().toString().contains(QStringLiteral("this session only")));
    QCOMPARE(f.opened.count(), 1);
    f.controller.openUrl(Fixture::server());
    QTRY_COMPARE(f.opened.count(), 2);
}

void TestConnectionPasswords::password_isNeverInTheSettings()
{
    Fixture f;
    f.connector.setRule(wanting(QStringLiteral("s3cr3t-word")));
    f.controller.openUrl(Fixture::server());
    QTRY_VERIFY(f.find<QDialog>("passwordDialog"));
    f.find<QLineEdit>("passwordEdit")->setText(QStringLiteral("s3cr3t-word"));
    f.find<QPushButton>("passwordConnect")->click();
    QTRY_COMPARE(f.opened.count(), 1);
    f.settings.sync();
    QFile stored(f.settings.fileName());
    QVERIFY(stored.open(QIODevice::ReadOnly));
    const QByteArray all = stored.readAll();
    QVERIFY(all.contains("db.example.com"));
    QVERIFY(!all.contains("s3cr3t-word"));
}

QTEST_MAIN(TestConnectionPasswords)
#include "tst_connectionpasswords.moc"
