// The connection dialogs on real databases.
#include "models/storage/SqlDeskConnector.h"
#include "tests/support/MemoryCredentialStore.h"
#include "tests/support/TestDatabase.h"
#include "tests/support/TestPostgres.h"
#include "ui/connection/ConnectDialog.h"
#include "ui/connection/ConnectForm.h"
#include "ui/connection/ConnectionController.h"

#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace addressdesk;

namespace {

struct Desk
{
    QTemporaryDir folder;
    QSettings settings{folder.filePath(QStringLiteral("settings.ini")), QSettings::IniFormat};
    SqlDeskConnector connector;
    MemoryCredentialStore credentials;
    QWidget window;
    ConnectionController controller{connector, credentials, settings, &window};
    std::shared_ptr<DeskSession> session;
    QSignalSpy failed{&controller, &ConnectionController::openFailed};

    Desk()
    {
        QObject::connect(&controller, &ConnectionController::sessionOpened, &window,
                         [this](const std::shared_ptr<DeskSession> &opened) { session = opened; });
        window.show();
    }

    QString file(const char *name) const { return folder.filePath(QLatin1String(name)); }
    QString failure() const { return failed.value(0).value(0).toString(); }
};

/// A port of this machine on which somebody takes connections and says nothing.
class SilentServer final
{
public:
    SilentServer() : m_socket(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        const auto *given = reinterpret_cast<const sockaddr *>(&address);
        m_isListening = bind(m_socket, given, size) == 0 && listen(m_socket, 1) == 0 &&
                        getsockname(m_socket, reinterpret_cast<sockaddr *>(&address), &size) == 0;
        m_url.kind = DatabaseUrl::Kind::Postgresql;
        m_url.host = QStringLiteral("127.0.0.1");
        m_url.port = ntohs(address.sin_port);
        m_url.user = QStringLiteral("marie");
        m_url.database = QStringLiteral("crm");
    }
    ~SilentServer() { stop(); }
    SilentServer(const SilentServer &) = delete;
    SilentServer &operator=(const SilentServer &) = delete;

    [[nodiscard]] bool isListening() const { return m_isListening; }
    [[nodiscard]] const DatabaseUrl &url() const { return m_url; }
    [[nodiscard]] bool hasVisitor()
    {
        if (m_visitor < 0)
            m_visitor = accept(m_socket, nullptr, nullptr);
        return m_visitor >= 0;
    }
    void stop()
    {
        for (int *descriptor : {&m_visitor, &m_socket}) {
            if (*descriptor >= 0)
                close(*descriptor);
            *descriptor = -1;
        }
    }

private:
    int m_socket = -1;
    int m_visitor = -1;
    bool m_isListening = false;
    DatabaseUrl m_url;
};

QByteArray contents(const QString &name)
{
    QFile file(name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("unreadable");
}

} // namespace

class TestConnectionDesk final : public QObject
{
    Q_OBJECT

private slots:
    void newDatabase_isReadyForWork();
    void notADatabase_isRefused_andLeftAsItIs();
    void missingFile_isSaid_andNotCreated();
    void emptyDatabase_asksBeforeItCreatesTables();
    void serverThatIsNotThere_isSaid();
    void databaseThatIsNotThere_isSaid();
    void serverThatNeverAnswers_canBeStopped();
    void testConnection_saysVersionAndUser();
    void wrongPassword_isSaid_andTheRightOneOpens();
};

void TestConnectionDesk::newDatabase_isReadyForWork()
{
    Desk desk;
    desk.controller.newDatabaseDialog();
    auto *dialog = desk.window.findChild<QFileDialog *>(QStringLiteral("newDatabaseDialog"));
    QVERIFY(dialog);
    auto *name = dialog->findChild<QLineEdit *>(QStringLiteral("fileNameEdit"));
    name->setText(desk.file("fresh.sqlite"));
    QTest::keyClick(name, Qt::Key_Return);
    QTRY_VERIFY2(desk.session, qPrintable(desk.failure()));
    QCOMPARE(desk.session->description().url, DatabaseUrl::sqlite(desk.file("fresh.sqlite")));
    QVERIFY(desk.session->mapping().field(QStringLiteral("label")));
    std::optional<qint64> count;
    desk.session->countAddresses({}, &desk.window,
                                 [&count](const Result<qint64> &answer) { count = answer.value_or(-1); });
    QTRY_COMPARE(count.value_or(-2), 0);
}

void TestConnectionDesk::notADatabase_isRefused_andLeftAsItIs()
{
    Desk desk;
    QFile file(desk.file("letter.sqlite"));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("Dear Sir or Madam, ").repeated(300));
    file.close();
    const QByteArray before = contents(file.fileName());
    desk.controller.openUrl(DatabaseUrl::sqlite(file.fileName()));
    QTRY_COMPARE(desk.failed.count(), 1);
    QCOMPARE(desk.failure(),
             QStringLiteral(
                 "\u2068“letter”\u2069 is not a database file, or it is damaged. It was left as it is."));
    QCOMPARE(contents(file.fileName()), before);
}

void TestConnectionDesk::missingFile_isSaid_andNotCreated()
{
    Desk desk;
    desk.controller.openUrl(DatabaseUrl::sqlite(desk.file("gone.sqlite")));
    QTRY_COMPARE(desk.failed.count(), 1);
    QVERIFY2(desk.failure().contains(QStringLiteral("is not there")), qPrintable(desk.failure()));
    QVERIFY(!QFile::exists(desk.file("gone.sqlite")));
}

void TestConnectionDesk::emptyDatabase_asksBeforeItCreatesTables()
{
    const TestDatabase database(DatabaseUrl::Kind::Sqlite, TestDatabase::Content::Empty);
    Desk desk;
    desk.controller.openUrl(database.url());
    QTRY_VERIFY(desk.window.findChild<QDialog *>(QStringLiteral("tablesQuestion")));
    QVERIFY(!desk.session);
    desk.window.findChild<QPushButton *>(QStringLiteral("tablesCreate"))->click();
    QTRY_VERIFY2(desk.session, qPrintable(desk.failure()));
}

void TestConnectionDesk::serverThatIsNotThere_isSaid()
{
    REQUIRE_DATABASE(DatabaseUrl::Kind::Postgresql);
    SilentServer server;
    QVERIFY(server.isListening());
    server.stop();
    Desk desk;
    desk.controller.openUrl(server.url());
    QTRY_COMPARE(desk.failed.count(), 1);
    QVERIFY2(desk.failure().contains(QStringLiteral("cannot be reached")), qPrintable(desk.failure()));
}

void TestConnectionDesk::databaseThatIsNotThere_isSaid()
{
    REQUIRE_DATABASE(DatabaseUrl::Kind::Postgresql);
    Desk desk;
    desk.controller.openUrl(TestPostgres::instance()->url(QStringLiteral("nowhere")));
    QTRY_COMPARE(desk.failed.count(), 1);
    QVERIFY2(desk.failure().contains(QStringLiteral("has no database \u2068“nowhere”")),
             qPrintable(desk.failure()));
}

void TestConnectionDesk::serverThatNeverAnswers_canBeStopped()
{
    REQUIRE_DATABASE(DatabaseUrl::Kind::Postgresql);
    SilentServer server;
    QVERIFY(server.isListening());
    Desk desk;
    desk.controller.openUrl(server.url());
    QTRY_VERIFY(server.hasVisitor()); // the window's thread is free meanwhile
    QVERIFY(desk.controller.isOpening());
    desk.controller.cancelOpening();
    QVERIFY(!desk.controller.isOpening());
    QCOMPARE(desk.failed.count(), 0);
}

void TestConnectionDesk::testConnection_saysVersionAndUser()
{
    REQUIRE_DATABASE(DatabaseUrl::Kind::Postgresql);
    const TestDatabase database(DatabaseUrl::Kind::Postgresql, TestDatabase::Content::Empty);
    Desk desk;
    DatabaseOpener opener(desk.connector, desk.credentials, &desk.window);
    ConnectDialog dialog(opener, desk.credentials, {database.url()}, &desk.window);
    dialog.show();
    dialog.findChild<QPushButton *>(QStringLiteral("connectTest"))->click();
    auto *sentence = dialog.findChild<QLabel *>(QStringLiteral("messageSentence"));
    QTRY_VERIFY2(sentence->text().startsWith(QStringLiteral("The connection works: PostgreSQL ")),
                 qPrintable(sentence->text()));
    QVERIFY2(sentence->text().contains(QStringLiteral("as %1.").arg(database.url().user)),
             qPrintable(sentence->text()));
    QVERIFY2(sentence->text().contains(QStringLiteral("The tables for Address Desk are not there yet")),
             qPrintable(sentence->text()));
    QCOMPARE(database.value(QStringLiteral(
                 "SELECT count(*) FROM information_schema.tables WHERE table_schema = 'public'")),
             FieldValue(QStringLiteral("0")));
}

void TestConnectionDesk::wrongPassword_isSaid_andTheRightOneOpens()
{
    REQUIRE_DATABASE(DatabaseUrl::Kind::Postgresql);
    const TestDatabase database(DatabaseUrl::Kind::Postgresql);
    TestPostgres *server = TestPostgres::instance();
    server->createRole(QStringLiteral("marie"), QStringLiteral("right"), database.url().database);
    Desk desk;
    DatabaseOpener opener(desk.connector, desk.credentials, &desk.window);
    std::shared_ptr<DeskSession> session;
    connect(&opener, &DatabaseOpener::opened, &desk.window,
            [&session](const auto &opened) { session = opened; });
    ConnectDialog dialog(opener, desk.credentials, {server->tcpUrl(database.url(), QStringLiteral("marie"))},
                         &desk.window);
    dialog.show();
    auto *password = dialog.findChild<QLineEdit *>(QStringLiteral("passwordEdit"));
    auto *sentence = dialog.findChild<QLabel *>(QStringLiteral("messageSentence"));
    auto *button = dialog.findChild<QPushButton *>(QStringLiteral("connectButton"));
    password->setText(QStringLiteral("wrong"));
    button->click();
    QTRY_VERIFY2(sentence->text().contains(QStringLiteral("refused the user name or the password")),
                 qPrintable(sentence->text()));
    QVERIFY(!session);
    QVERIFY(dialog.isVisible());
    QCOMPARE(password->text(), QStringLiteral("wrong"));
    password->setText(QStringLiteral("right"));
    button->click();
    QTRY_VERIFY2(session, qPrintable(sentence->text()));
    QCOMPARE(session->description().actor, QStringLiteral("marie"));
}

QTEST_MAIN(TestConnectionDesk)
#include "tst_connectiondesk.moc"
