// The mail server's password in a real keyring. Started by withkeyring.sh, which gives it a keyring and a
// home of its own, with the argument "keyring"; otherwise it does nothing.
#include "app/credentials/KeychainCredentialStore.h"
#include "app/desk/DeskMailService.h"
#include "models/storage/SqlDeskConnector.h"
#include "tests/storage/RecordingDesk.h"
#include "tests/storage/SessionHarness.h"
#include "tests/support/SmtpServer.h"

#include <QDirIterator>
#include <QSettings>
#include <QStandardPaths>

using namespace addressdesk;

namespace {

const QString password = QStringLiteral("pä ss\"w'ord €42");

/// A program that has one file open: what is in memory ends with it.
class OpenedDesk final
{
public:
    explicit OpenedDesk(const DatabaseUrl &url)
        : m_settings(settingsFile(), QSettings::IniFormat), m_routes(m_settings, {}, {}),
          m_service(m_credentials, m_routes)
    {
        ConnectRequest request;
        request.url = url;
        const auto opened = openSession(m_connector, request);
        if (!opened)
            qFatal("no session: %s", qPrintable(opened.error().detail));
        m_session = *opened;
        m_service.setSession(m_session.get());
    }

    static QString settingsFile()
    {
        return QStandardPaths::writableLocation(QStandardPaths::AppConfigLocation) +
               QStringLiteral("/desk.ini");
    }

    void saveOffice()
    {
        OfficeSettings office;
        office.senderAddress = QStringLiteral("desk@example.com");
        Answered<OfficeSettings> saved;
        m_session->office().saveSettings(office, &m_context, saved.handler());
        QVERIFY(saved.wait());
        QVERIFY(saved.result->has_value());
    }
    void setRoute(const MailRoute &route)
    {
        std::optional<Done> answer;
        m_service.setRoute(route, password, &m_context, [&answer](const Done &done) { answer = done; });
        QTRY_VERIFY_WITH_TIMEOUT(answer.has_value(), 20000);
        QVERIFY2(*answer, answer->has_value() ? "" : qPrintable(answer->error().detail));
    }
    [[nodiscard]] MailRecord newestMail()
    {
        Answered<QList<MailRecord>> fetched;
        m_session->office().fetchMails({}, &m_context, fetched.handler());
        return fetched.wait() && *fetched.result ? (*fetched.result)->value(0) : MailRecord();
    }
    [[nodiscard]] const DeskMailService &service() const { return m_service; }

private:
    QSettings m_settings;
    KeychainCredentialStore m_credentials;
    MailRoutes m_routes;
    QObject m_context;
    SqlDeskConnector m_connector;
    std::shared_ptr<DeskSession> m_session;
    DeskMailService m_service;
};

MailRoute routeTo(const SmtpServer &server)
{
    MailRoute route;
    route.kind = MailRoute::Kind::Smtp;
    route.host = QStringLiteral("localhost");
    route.port = server.port();
    route.security = MailRoute::Security::StartTls;
    route.user = QStringLiteral("user"); // The one that the server knows.
    return route;
}

/// Files below the folder that hold the text in any of the forms in which a program might write it, those of
/// the keyring itself aside.
QStringList filesWith(const QString &text, const QString &folder)
{
    const QByteArray utf8 = text.toUtf8();
    const QByteArray escaped = "p\\xe4 ss"; // As QSettings writes it.
    const QList<QByteArray> forms{utf8,
                                  utf8.toBase64(),
                                  utf8.toPercentEncoding(),
                                  utf8.toHex(),
                                  escaped,
                                  QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2)};
    QStringList found;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.fileName().contains(QStringLiteral("/keyrings/")) || !file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray bytes = file.readAll();
        if (std::any_of(forms.cbegin(), forms.cend(),
                        [&bytes](const QByteArray &form) { return bytes.contains(form); }))
            found.append(file.fileName());
    }
    return found;
}

} // namespace

class TestMailPassword final : public QObject
{
    Q_OBJECT

private slots:
    void password_outlivesTheProgram_inTheKeyringAlone();
};

void TestMailPassword::password_outlivesTheProgram_inTheKeyringAlone()
{
    SmtpServer server(SmtpServer::Security::StartTls,
                      {QStringLiteral("--password"), password, QStringLiteral("--auth-required")});
    qputenv("SSL_CERT_FILE", server.certificate().toLocal8Bit());
    RecordingDesk recording(DatabaseUrl::Kind::Sqlite);
    const DatabaseUrl url = recording.database().url();
    {
        OpenedDesk first(url);
        first.saveOffice();
        first.setRoute(routeTo(server));
    }
    QVERIFY(server.events(QStringLiteral("auth")).isEmpty());

    recording.change(QStringLiteral("city"), QStringLiteral("Lyon"));
    {
        OpenedDesk second(url);
        QCOMPARE(second.service().route(), routeTo(server));
        QTRY_VERIFY_WITH_TIMEOUT(!server.events(QStringLiteral("auth")).isEmpty(), 20000);
        const QJsonObject login = server.events(QStringLiteral("auth")).first();
        QVERIFY(login[QLatin1String("ok")].toBool());
        QVERIFY(login[QLatin1String("tls")].toBool());
        QTRY_COMPARE_WITH_TIMEOUT(second.newestMail().state, MailState::Sent, 20000);
        QVERIFY(!second.service().problem());
    }
    QCOMPARE(server.events(QStringLiteral("mail"), 1).size(), 1);

    QVERIFY(QFile::exists(OpenedDesk::settingsFile()));
    QVERIFY(filesWith(QStringLiteral("localhost"), QDir::homePath()).contains(OpenedDesk::settingsFile()));
    QCOMPARE(filesWith(password, QDir::homePath()), QStringList());
    QCOMPARE(filesWith(password, QFileInfo(url.file).path()), QStringList());
}

int main(int argc, char *argv[])
{
    // Never in the keyring and the settings of whoever runs the tests.
    constexpr int skipped = 77;
    if (argc < 2 || qstrcmp(argv[1], "keyring") != 0)
        return skipped;
    const QApplication app(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("address-desk"));
    TestMailPassword test;
    return QTest::qExec(&test, {QCoreApplication::applicationFilePath()});
}

#include "tst_mailpassword.moc"
