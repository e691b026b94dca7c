#include "app/desk/DeskMailService.h"
#include "app/mail/StoredMail.h"
#include "models/storage/SqlDeskConnector.h"
#include "tests/revertlink/TestClient.h"
#include "tests/storage/RecordingDesk.h"
#include "tests/storage/SessionHarness.h"
#include "tests/support/MemoryCredentialStore.h"
#include "tests/support/SmtpServer.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSettings>

using namespace addressdesk;

namespace {

const QString city = QStringLiteral("city");

/// A desk with its own file, whose mails go into a folder.
struct Desk
{
    explicit Desk(DatabaseUrl::Kind kind = DatabaseUrl::Kind::Sqlite)
        : recording(kind), settings(folder.filePath(QStringLiteral("desk.ini")), QSettings::IniFormat),
          routes(settings, recording.database().url().file, mailFolder()), service(credentials, routes)
    {
        OfficeSettings office;
        office.senderAddress = QStringLiteral("desk@example.com");
        ConnectRequest request;
        request.url = recording.database().url();
        const auto opened = openSession(connector, request);
        if (!opened)
            qFatal("no session: %s", qPrintable(opened.error().detail));
        session = *opened;
        Answered<OfficeSettings> saved;
        session->office().saveSettings(office, &context, saved.handler());
        if (!saved.wait() || !*saved.result)
            qFatal("no settings");
    }

    [[nodiscard]] QString mailFolder() const { return folder.filePath(QStringLiteral("mails")); }
    [[nodiscard]] QStringList mails() const
    {
        return QDir(mailFolder()).entryList({QStringLiteral("*.eml")});
    }
    [[nodiscard]] MailRecord newestMail()
    {
        Answered<QList<MailRecord>> fetched;
        session->office().fetchMails({}, &context, fetched.handler());
        return fetched.wait() && *fetched.result ? (*fetched.result)->value(0) : MailRecord();
    }
    [[nodiscard]] MailPreview preview(const MailRecord &mail)
    {
        Answered<MailPreview> shown;
        service.preview(mail, &context, shown.handler());
        return shown.wait() && *shown.result ? **shown.result : MailPreview();
    }

    QTemporaryDir folder;
    RecordingDesk recording;
    QSettings settings;
    MemoryCredentialStore credentials;
    MailRoutes routes;
    QObject context;
    SqlDeskConnector connector;
    std::shared_ptr<DeskSession> session;
    DeskMailService service;
};

const QString password = QStringLiteral("geheim-7Q");

MailRoute routeWithLogin(const SmtpServer &server)
{
    MailRoute route;
    route.kind = MailRoute::Kind::Smtp;
    route.host = QStringLiteral("localhost");
    route.port = server.port();
    route.security = MailRoute::Security::StartTls;
    route.user = QStringLiteral("user"); // The one that the server knows.
    return route;
}

int post(const QString &url)
{
    const QUrl address(url);
    TestClient client(static_cast<quint16>(address.port()));
    if (!client.send("POST " + address.path().toLatin1() +
                     " HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0\r\n\r\n"))
        return 0;
    return client.readAll().mid(9, 3).toInt();
}

} // namespace

/// What sends a file's mails on a desk, with its real parts.
class TestDeskMailService : public QObject
{
    Q_OBJECT

private slots:
    void save_isMailedIntoTheFolder_andItsLinkPutsItBack();
    void session_onPostgresql_sendsNothing();
    void route_chosenAnew_sendsWhatWaits();
    void route_thatIsMended_sendsDeferredMailsAtOnce();
    void retry_triesDeferredMailsAtOnce();
    void password_thatIsNotKnown_isAwaited_andAskedForOnceASession_data();
    void password_thatIsNotKnown_isAwaited_andAskedForOnceASession();
    void sendTest_withoutAPassword_asksNoServer();
    void sendTest_intoAFolder_namesIt();
    void sendTest_tellsWhatTheServerSays();
    void gateway_keepsItsPort();
};

void TestDeskMailService::save_isMailedIntoTheFolder_andItsLinkPutsItBack()
{
    Desk desk;
    desk.service.setSession(desk.session.get());
    QVERIFY(desk.service.sendsHere());
    desk.recording.change(city, QStringLiteral("Lyon"));
    QTRY_COMPARE_WITH_TIMEOUT(desk.mails().size(), 1, 20000);
    QTRY_COMPARE(desk.newestMail().state, MailState::Sent);
    QVERIFY(desk.newestMail().isInFolder);

    const MailPreview shown = desk.preview(desk.newestMail());
    QVERIFY(shown.hasLinks);
    QVERIFY2(QFileInfo(shown.file).isAbsolute() && QFileInfo(shown.file).isFile(), qPrintable(shown.file));
    QVERIFY(!shown.subject.isEmpty());
    static const QRegularExpression link(QStringLiteral("http://127\\.0\\.0\\.1:\\d+/r/[A-Za-z0-9_-]{43}"));
    const QString url = link.match(shown.text).captured(0);
    QVERIFY2(url.startsWith(desk.service.gatewayUrl()), qPrintable(shown.text));
    QSignalSpy changes(desk.session.get(), &DeskSession::addressesChanged);
    QCOMPARE(post(url), 200);
    QTRY_VERIFY(!changes.isEmpty());
    QCOMPARE(desk.recording.row().value(city), FieldValue(QStringLiteral("Paris")));
    QCOMPARE(desk.recording.events().first().actor, QStringLiteral("customer"));
}

void TestDeskMailService::session_onPostgresql_sendsNothing()
{
    REQUIRE_DATABASE(DatabaseUrl::Kind::Postgresql);
    Desk desk(DatabaseUrl::Kind::Postgresql);
    desk.service.setSession(desk.session.get());
    QVERIFY(!desk.service.sendsHere());
    QCOMPARE(desk.service.gatewayUrl(), QString());
}

void TestDeskMailService::route_chosenAnew_sendsWhatWaits()
{
    Desk desk;
    desk.routes.setRoute(desk.session->description().url, MailRoute());
    desk.service.setSession(desk.session.get());
    desk.recording.change(city, QStringLiteral("Lyon"));
    QTRY_COMPARE(desk.newestMail().state, MailState::Queued);

    SmtpServer server(SmtpServer::Security::None);
    MailRoute route;
    route.kind = MailRoute::Kind::Smtp;
    route.host = QStringLiteral("localhost");
    route.port = server.port();
    route.security = MailRoute::Security::Clear;
    Answered<bool> kept;
    desk.service.setRoute(route, std::nullopt, &desk.context,
                          [&kept](const Done &done) { kept.handler()(Result<bool>(done.has_value())); });
    QVERIFY(kept.wait());
    QCOMPARE(desk.service.route(), route);
    QTRY_COMPARE_WITH_TIMEOUT(desk.newestMail().state, MailState::Sent, 20000);
    QCOMPARE(server.events(QStringLiteral("mail"), 1).size(), 1);
}

/// The route did not work, and the mail waits for its next attempt in a minute. Who mends the route in the
/// settings wants to see it go.
void TestDeskMailService::route_thatIsMended_sendsDeferredMailsAtOnce()
{
    Desk desk;
    SmtpServer away(SmtpServer::Security::None);
    MailRoute route;
    route.kind = MailRoute::Kind::Smtp;
    route.host = QStringLiteral("localhost");
    route.port = away.port();
    route.security = MailRoute::Security::Clear;
    away.kill();
    desk.routes.setRoute(desk.session->description().url, route);
    desk.service.setSession(desk.session.get());
    desk.recording.change(city, QStringLiteral("Lyon"));
    QTRY_COMPARE_WITH_TIMEOUT(desk.newestMail().attempts, 1, 20000);
    QTRY_COMPARE_WITH_TIMEOUT(desk.newestMail().state, MailState::Queued, 20000);
    QVERIFY(!desk.newestMail().lastError.isEmpty());

    SmtpServer server(SmtpServer::Security::None);
    route.port = server.port();
    desk.service.setRoute(route, std::nullopt, &desk.context, [](const Done &) {});
    QTRY_COMPARE_WITH_TIMEOUT(desk.newestMail().state, MailState::Sent, 20000);
    QCOMPARE(desk.newestMail().attempts, 2);
    QVERIFY(!desk.newestMail().isInFolder);
    QVERIFY(desk.newestMail().hasLinks());
}

void TestDeskMailService::retry_triesDeferredMailsAtOnce()
{
    Desk desk;
    SmtpServer server(SmtpServer::Security::None);
    desk.recording.database().run(
        QStringLiteral("UPDATE users SET email = 'grey@example.com' WHERE first_name = 'Anna'"));
    MailRoute route;
    route.kind = MailRoute::Kind::Smtp;
    route.host = QStringLiteral("localhost");
    route.port = server.port();
    route.security = MailRoute::Security::Clear;
    desk.routes.setRoute(desk.session->description().url, route);
    desk.service.setSession(desk.session.get());
    desk.recording.change(city, QStringLiteral("Lyon"));
    QTRY_COMPARE_WITH_TIMEOUT(desk.newestMail().state, MailState::Queued, 20000);
    QTRY_COMPARE_WITH_TIMEOUT(desk.newestMail().attempts, 1, 20000);
    desk.service.retry();
    QTRY_COMPARE_WITH_TIMEOUT(desk.newestMail().attempts, 2, 20000);
}

void TestDeskMailService::password_thatIsNotKnown_isAwaited_andAskedForOnceASession_data()
{
    QTest::addColumn<bool>("hasKeyring");
    QTest::newRow("no keyring") << false;
    QTest::newRow("not in the keyring") << true;
}

/// A server that is asked with an empty password would be blamed for it.
void TestDeskMailService::password_thatIsNotKnown_isAwaited_andAskedForOnceASession()
{
    QFETCH(const bool, hasKeyring);
    Desk desk;
    desk.credentials.isAvailable = hasKeyring;
    SmtpServer server(SmtpServer::Security::StartTls, {QStringLiteral("--password"), password});
    qputenv("SSL_CERT_FILE", server.certificate().toLocal8Bit());
    desk.routes.setRoute(desk.session->description().url, routeWithLogin(server));
    desk.service.setSession(desk.session.get());
    desk.recording.change(city, QStringLiteral("Lyon"));
    QTRY_VERIFY_WITH_TIMEOUT(desk.service.problem(), 20000);
    QCOMPARE(desk.service.problem()->code, ErrorCode::PasswordRequired);
    QTRY_COMPARE(desk.newestMail().state, MailState::Queued);
    QCOMPARE(desk.newestMail().attempts, 0);
    QVERIFY(server.events(QStringLiteral("connected")).isEmpty());

    desk.service.setRoute(routeWithLogin(server), password, &desk.context, [](const Done &) {});
    QTRY_COMPARE_WITH_TIMEOUT(desk.newestMail().state, MailState::Sent, 20000);
    QVERIFY(!desk.service.problem());

    desk.service.setSession(nullptr);
    desk.service.setSession(desk.session.get());
    desk.recording.change(city, QStringLiteral("Nice"));
    QTRY_COMPARE_WITH_TIMEOUT(desk.newestMail().state, MailState::Sent, 20000);
    QCOMPARE(server.events(QStringLiteral("mail"), 2).size(), 2);
}

void TestDeskMailService::sendTest_withoutAPassword_asksNoServer()
{
    Desk desk;
    SmtpServer server(SmtpServer::Security::StartTls, {QStringLiteral("--password"), password});
    qputenv("SSL_CERT_FILE", server.certificate().toLocal8Bit());
    OfficeSettings office;
    office.senderAddress = QStringLiteral("desk@example.com");
    const auto test = [&](const std::optional<QString> &given) {
        std::optional<Done> answer;
        desk.service.sendTest(routeWithLogin(server), given, office, QStringLiteral("anna@example.com"),
                              &desk.context, [&answer](const Done &done) { answer = done; });
        (void)QTest::qWaitFor([&answer] { return answer.has_value(); }, 20000);
        return answer.value_or(failure(ErrorCode::Internal, QStringLiteral("no answer")));
    };
    for (const std::optional<QString> &given : {std::optional<QString>(), std::optional(QString())}) {
        const Done refused = test(given);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::PasswordRequired);
    }
    QVERIFY(server.events(QStringLiteral("connected")).isEmpty());
    QVERIFY(test(password));
    QCOMPARE(server.events(QStringLiteral("connected"), 1).size(), 1);
}

void TestDeskMailService::sendTest_intoAFolder_namesIt()
{
    Desk desk;
    desk.service.setSession(desk.session.get());
    OfficeSettings office;
    office.senderAddress = QStringLiteral("desk@example.com");
    std::optional<Done> answer;
    desk.service.sendTest(desk.service.route(), std::nullopt, office, QStringLiteral("anna@example.com"),
                          &desk.context, [&answer](const Done &done) { answer = done; });
    QTRY_VERIFY(answer);
    QVERIFY(*answer);
    QCOMPARE(desk.mails().size(), 1);
    QFile file(desk.mailFolder() + u'/' + desk.mails().first());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const auto stored = storedMail::read(file.readAll());
    QVERIFY(stored);
    const QString text = QString(stored->text).simplified();
    QVERIFY2(text.contains(QStringLiteral("written into the folder")), qPrintable(text));
    QVERIFY2(QString(text).remove(u' ').contains(desk.mailFolder()), qPrintable(text));
}

void TestDeskMailService::sendTest_tellsWhatTheServerSays()
{
    Desk desk;
    desk.service.setSession(desk.session.get());
    SmtpServer server(SmtpServer::Security::None);
    MailRoute route;
    route.kind = MailRoute::Kind::Smtp;
    route.host = QStringLiteral("localhost");
    route.port = server.port();
    route.security = MailRoute::Security::Clear;
    OfficeSettings office;
    office.senderAddress = QStringLiteral("desk@example.com");
    const auto test = [&](const QString &recipient) {
        std::optional<Done> answer;
        desk.service.sendTest(route, std::nullopt, office, recipient, &desk.context,
                              [&answer](const Done &done) { answer = done; });
        (void)QTest::qWaitFor([&answer] { return answer.has_value(); }, 20000);
        return answer.value_or(failure(ErrorCode::Internal, QStringLiteral("no answer")));
    };
    QVERIFY(test(QStringLiteral("anna@example.com")));
    QCOMPARE(server.events(QStringLiteral("mail"), 1).size(), 1);
    const Done refused = test(QStringLiteral("reject@example.com"));
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::RecipientRefused);
    QCOMPARE(refused.error().nativeCode, QStringLiteral("550"));
    QVERIFY2(refused.error().detail.contains(QStringLiteral("550")), qPrintable(refused.error().detail));
    QCOMPARE(test(QStringLiteral("no address")).error().code, ErrorCode::InvalidValue);
}

void TestDeskMailService::gateway_keepsItsPort()
{
    Desk desk;
    desk.service.setSession(desk.session.get());
    QTRY_VERIFY(!desk.service.gatewayUrl().isEmpty());
    const QString url = desk.service.gatewayUrl();
    desk.service.setSession(nullptr);
    QCOMPARE(desk.service.gatewayUrl(), QString());
    desk.service.setSession(desk.session.get());
    QTRY_COMPARE_WITH_TIMEOUT(desk.service.gatewayUrl(), url, 20000);
}

QTEST_MAIN(TestDeskMailService)
#include "tst_deskmailservice.moc"
