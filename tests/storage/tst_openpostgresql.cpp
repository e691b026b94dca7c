#include "models/storage/PostgresDialect.h"
#include "models/storage/SqlConnection.h"
#include "models/storage/UnitOfWork.h"
#include "tests/support/TestDatabase.h"
#include "tests/support/TestPostgres.h"

#include <QFile>
#include <QSqlDriver>
#include <QTcpServer>

#include <libpq-fe.h>

using namespace addressdesk;

namespace {

constexpr DatabaseUrl::Kind postgresql = DatabaseUrl::Kind::Postgresql;
const QString role = QStringLiteral("clerk");
const QString password = QStringLiteral("p'ss \\ w;rd=é");

Error openError(const DatabaseUrl &url, const QString &secret = {})
{
    ConnectionOptions options;
    options.connectTimeout = std::chrono::seconds(2);
    const auto connection = SqlConnection::open(url, secret, options);
    return connection ? Error{static_cast<ErrorCode>(-1), QStringLiteral("it opened"), {}}
                      : connection.error();
}

} // namespace

/// Everything that can be wrong with a server, and a server that goes away.
class TestOpenPostgresql : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanupTestCase() { TestPostgres::shutDown(); }

    void open_withPassword_opens();
    void open_withPasswordInTheEnvironment_opens();
    void open_withPasswordFile_opens();
    void open_wrongPassword_isAuthenticationFailed();
    void open_noPassword_isPasswordRequired();
    void open_unknownRole_isAuthenticationFailed();
    void open_roleWithoutLogin_isAuthenticationFailed();
    void open_unknownDatabase_isDatabaseMissing();
    void open_withoutTheRightToConnect_isPermissionDenied();
    void open_noServer_isConnectionFailed();
    void open_unknownHost_isConnectionFailed();
    void open_serverThatSaysNothing_isConnectionFailed();
    void open_otherLanguage_mapsAllTheSame();
    void open_tlsRequiredButMissing_isTlsUnavailable();
    void open_tls_encryptsAndChecksTheCertificate();
    void open_readOnlyServer_isReadOnly();
    void errors_neverHoldThePassword();
    void statement_withoutRights_isPermissionDenied();
    void statement_afterTheServerDied_isConnectionLost();
    void commit_afterTheServerDied_isConnectionLost();
    void statement_afterTheBackendWasTerminated_isConnectionLost();
    void reopen_endsTheProcessThatServedBefore();
    void session_speaksUtcAndUtf8();
};

void TestOpenPostgresql::init()
{
    REQUIRE_DATABASE(postgresql);
    qunsetenv("PGPASSWORD");
    qunsetenv("PGPASSFILE");
}

void TestOpenPostgresql::open_withPassword_opens()
{
    const TestDatabase database(postgresql);
    TestPostgres &server = *TestPostgres::instance();
    server.createRole(role, QString(password).replace(u'\'', QStringLiteral("''")), database.url().database);
    const auto connection = SqlConnection::open(server.tcpUrl(database.url(), role), password);
    QVERIFY2(connection, connection ? "" : qPrintable(connection.error().detail));
    QVERIFY((*connection)->reopen());
}

void TestOpenPostgresql::open_withPasswordInTheEnvironment_opens()
{
    const TestDatabase database(postgresql);
    TestPostgres &server = *TestPostgres::instance();
    server.createRole(role, QStringLiteral("simple"), database.url().database);
    qputenv("PGPASSWORD", "simple");
    QVERIFY(SqlConnection::open(server.tcpUrl(database.url(), role), {}));
}

void TestOpenPostgresql::open_withPasswordFile_opens()
{
    const TestDatabase database(postgresql);
    TestPostgres &server = *TestPostgres::instance();
    server.createRole(role, QStringLiteral("simple"), database.url().database);
    QTemporaryFile file;
    QVERIFY(file.open());
    QVERIFY(file.write("*:*:*:clerk:simple\n") > 0);
    file.close();
    QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
    qputenv("PGPASSFILE", QFile::encodeName(file.fileName()));
    QVERIFY(SqlConnection::open(server.tcpUrl(database.url(), role), {}));
}

void TestOpenPostgresql::open_wrongPassword_isAuthenticationFailed()
{
    const TestDatabase database(postgresql);
    TestPostgres &server = *TestPostgres::instance();
    server.createRole(role, QStringLiteral("simple"), database.url().database);
    QCOMPARE(openError(server.tcpUrl(database.url(), role), QStringLiteral("wrong")).code,
             ErrorCode::AuthenticationFailed);
}

void TestOpenPostgresql::open_noPassword_isPasswordRequired()
{
    const TestDatabase database(postgresql);
    TestPostgres &server = *TestPostgres::instance();
    server.createRole(role, QStringLiteral("simple"), database.url().database);
    QCOMPARE(openError(server.tcpUrl(database.url(), role)).code, ErrorCode::PasswordRequired);
}

void TestOpenPostgresql::open_unknownRole_isAuthenticationFailed()
{
    const TestDatabase database(postgresql);
    const DatabaseUrl url = TestPostgres::instance()->tcpUrl(database.url(), QStringLiteral("nobody-here"));
    QCOMPARE(openError(url, QStringLiteral("x")).code, ErrorCode::AuthenticationFailed);
}

void TestOpenPostgresql::open_roleWithoutLogin_isAuthenticationFailed()
{
    const TestDatabase database(postgresql);
    TestPostgres &server = *TestPostgres::instance();
    server.createRole(role, QStringLiteral("simple"), database.url().database);
    QVERIFY(server.run(database.url().database, QStringLiteral("ALTER ROLE clerk NOLOGIN")));
    const Error error = openError(server.tcpUrl(database.url(), role), QStringLiteral("simple"));
    QCOMPARE(error.code, ErrorCode::AuthenticationFailed);
    QCOMPARE(error.nativeCode, QStringLiteral("28000"));
}

void TestOpenPostgresql::open_unknownDatabase_isDatabaseMissing()
{
    const Error error = openError(TestPostgres::instance()->url(QStringLiteral("no such database")));
    QCOMPARE(error.code, ErrorCode::DatabaseMissing);
    QCOMPARE(error.nativeCode, QStringLiteral("3D000"));
    QVERIFY2(error.detail.contains(u"no such database"), qPrintable(error.detail));
}

void TestOpenPostgresql::open_withoutTheRightToConnect_isPermissionDenied()
{
    const TestDatabase database(postgresql);
    TestPostgres &server = *TestPostgres::instance();
    server.createRole(role, QStringLiteral("simple"), database.url().database);
    QVERIFY(server.run(
        database.url().database,
        QStringLiteral("REVOKE CONNECT ON DATABASE \"%1\" FROM PUBLIC").arg(database.url().database)));
    QCOMPARE(openError(server.tcpUrl(database.url(), role), QStringLiteral("simple")).code,
             ErrorCode::PermissionDenied);
}

void TestOpenPostgresql::open_noServer_isConnectionFailed()
{
    QTcpServer placeholder; // A port where nobody listens once it is closed.
    QVERIFY(placeholder.listen(QHostAddress::LocalHost));
    DatabaseUrl url = TestPostgres::instance()->url(QStringLiteral("any"));
    url.host = QStringLiteral("127.0.0.1");
    url.port = placeholder.serverPort();
    placeholder.close();
    QCOMPARE(openError(url).code, ErrorCode::ConnectionFailed);
    url.host = QStringLiteral("/nonexistent/folder");
    QCOMPARE(openError(url).code, ErrorCode::ConnectionFailed);
}

void TestOpenPostgresql::open_unknownHost_isConnectionFailed()
{
    DatabaseUrl url = TestPostgres::instance()->url(QStringLiteral("any"));
    url.host = QStringLiteral("no-such-host.invalid");
    QCOMPARE(openError(url).code, ErrorCode::ConnectionFailed);
}

void TestOpenPostgresql::open_serverThatSaysNothing_isConnectionFailed()
{
    QTcpServer silent;
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    DatabaseUrl url = TestPostgres::instance()->url(QStringLiteral("any"));
    url.host = QStringLiteral("127.0.0.1");
    url.port = silent.serverPort();
    QCOMPARE(openError(url).code, ErrorCode::ConnectionFailed);
}

void TestOpenPostgresql::open_otherLanguage_mapsAllTheSame()
{
    // What a server in another language says is told by its SQLSTATE alone.
    QCOMPARE(PostgresDialect::codeOfConnectionText(
                 QStringLiteral("FATAL:  authentification par mot de passe échouée")),
             std::nullopt);
    // What libpq itself says would come in the desk's language, were it not asked in English.
    const QByteArray before = qgetenv("LANGUAGE");
    qputenv("LANGUAGE", "fr");
    const TestDatabase database(postgresql);
    TestPostgres &server = *TestPostgres::instance();
    server.createRole(role, QStringLiteral("simple"), database.url().database);
    const Error error = openError(server.tcpUrl(database.url(), role));
    qputenv("LANGUAGE", before);
    QCOMPARE(error.code, ErrorCode::PasswordRequired);
}

void TestOpenPostgresql::open_tlsRequiredButMissing_isTlsUnavailable()
{
    const TestDatabase database(postgresql);
    DatabaseUrl url = TestPostgres::instance()->tcpUrl(database.url(), QStringLiteral("app"));
    url.sslMode = QStringLiteral("require");
    QCOMPARE(openError(url).code, ErrorCode::TlsUnavailable);
}

void TestOpenPostgresql::open_tls_encryptsAndChecksTheCertificate()
{
    const TestDatabase database(postgresql);
    const QString certificate = TestPostgres::instance()->enableTls();
    QTemporaryDir folder; // The server's own file is in a folder that only it may read.
    const QString trusted = folder.filePath(QStringLiteral("trusted; it's 1.crt"));
    DatabaseUrl url = TestPostgres::instance()->tcpUrl(database.url(), QStringLiteral("app"));
    url.sslMode = QStringLiteral("require");
    QTRY_VERIFY(SqlConnection::open(url, {})); // The server reads its new settings when it comes to it.
    QVERIFY((*SqlConnection::open(url, {}))->isEncrypted());

    const QString plain = folder.filePath(QStringLiteral("it's trusted.crt"));
    QVERIFY(QFile::copy(certificate, plain));
    QVERIFY(QFile::copy(certificate, trusted));
    url.sslMode = QStringLiteral("verify-full");
    url.host = QStringLiteral("localhost");
    url.sslRootCert = plain;
    const auto verified = SqlConnection::open(url, {});
    QVERIFY2(verified, verified ? "" : qPrintable(verified.error().detail));
    url.sslRootCert = trusted;
    QCOMPARE(openError(url).code, ErrorCode::InvalidArgument);
    url.sslRootCert = plain;
    url.host = QStringLiteral("127.0.0.1"); // The certificate is another name's.
    QCOMPARE(openError(url).code, ErrorCode::CertificateRejected);
    url.host = QStringLiteral("localhost");
    url.sslRootCert = folder.filePath(QStringLiteral("missing.crt"));
    QCOMPARE(openError(url).code, ErrorCode::CertificateRejected);
}

void TestOpenPostgresql::open_readOnlyServer_isReadOnly()
{
    const TestDatabase database(postgresql);
    database.run(QStringLiteral("ALTER DATABASE \"%1\" SET default_transaction_read_only = on")
                     .arg(database.url().database));
    const auto connection = database.connect();
    QVERIFY(connection->isReadOnly());
    const auto work = UnitOfWork::begin(*connection);
    QVERIFY(!work);
    QCOMPARE(work.error().code, ErrorCode::ReadOnly);
    const Done direct = connection->execute(QStringLiteral("DELETE FROM addresses"));
    QVERIFY(!direct);
    QCOMPARE(direct.error().code, ErrorCode::ReadOnly);
}

void TestOpenPostgresql::errors_neverHoldThePassword()
{
    const TestDatabase database(postgresql);
    TestPostgres &server = *TestPostgres::instance();
    server.createRole(role, QStringLiteral("simple"), database.url().database);
    const Error error = openError(server.tcpUrl(database.url(), role), QStringLiteral("hush-hush"));
    QVERIFY(!error.detail.contains(u"hush"));
    const auto connection =
        SqlConnection::open(server.tcpUrl(database.url(), role), QStringLiteral("simple"));
    QVERIFY(connection);
    QVERIFY((*connection)->database().password().isEmpty());
    QVERIFY(!(*connection)->database().connectOptions().contains(u"simple"));
}

void TestOpenPostgresql::statement_withoutRights_isPermissionDenied()
{
    const TestDatabase database(postgresql);
    TestPostgres &server = *TestPostgres::instance();
    server.createRole(role, QStringLiteral("simple"), database.url().database);
    database.run(QStringLiteral("REVOKE ALL ON addresses FROM clerk"));
    const auto connection =
        SqlConnection::open(server.tcpUrl(database.url(), role), QStringLiteral("simple"));
    QVERIFY(connection);
    const Done done = (*connection)->execute(QStringLiteral("SELECT * FROM addresses"));
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::PermissionDenied);
}

void TestOpenPostgresql::statement_afterTheServerDied_isConnectionLost()
{
    const TestDatabase database(postgresql);
    const auto connection = database.connect();
    const auto statement = connection->prepared(QStringLiteral("SELECT 1"));
    QVERIFY(statement && (*statement)->exec());
    (*statement)->finish();
    QVERIFY(TestPostgres::instance()->stop());
    const Done first = (*statement)->exec();
    const Done second = (*statement)->exec();
    const Done work = UnitOfWork::begin(*connection).map([](const UnitOfWork &) {});
    const Done whileDown = connection->reopen();
    QVERIFY(TestPostgres::instance()->start());
    for (const Done &done : {first, second, work}) {
        QVERIFY(!done);
        QVERIFY2(done.error().code == ErrorCode::ConnectionLost,
                 qPrintable(done.error().detail + done.error().nativeCode));
    }
    QVERIFY(!whileDown);
    QCOMPARE(whileDown.error().code, ErrorCode::ConnectionFailed);
    QVERIFY(connection->reopen());
    QVERIFY(connection->prepared(QStringLiteral("SELECT 1")));
}

/// Wherever the database says that it is: the process may still be about to commit.
void TestOpenPostgresql::reopen_endsTheProcessThatServedBefore()
{
    const TestDatabase database(postgresql);
    database.run(
        QStringLiteral("ALTER DATABASE \"%1\" SET TimeZone = 'Asia/Kolkata'").arg(database.url().database));
    const auto connection = database.connect();
    const QVariant handle = connection->database().driver()->handle();
    QVERIFY(PQsendQuery(*static_cast<PGconn *const *>(handle.data()), "SELECT pg_sleep(60)") == 1);
    const QString sleepers = QStringLiteral(
        "SELECT CAST(count(*) AS text) FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(60)'");
    QTRY_COMPARE(database.value(sleepers), QStringLiteral("1"));
    QVERIFY(connection->reopen());
    QCOMPARE(database.value(sleepers), QStringLiteral("0"));
}

void TestOpenPostgresql::commit_afterTheServerDied_isConnectionLost()
{
    const TestDatabase database(postgresql);
    const auto connection = database.connect();
    auto work = UnitOfWork::begin(*connection);
    QVERIFY(work);
    QVERIFY(TestPostgres::instance()->stop());
    const Done done = work->commit();
    QVERIFY(TestPostgres::instance()->start());
    QVERIFY(!done);
    QVERIFY2(done.error().code == ErrorCode::ConnectionLost,
             qPrintable(done.error().detail + done.error().nativeCode));
}

void TestOpenPostgresql::statement_afterTheBackendWasTerminated_isConnectionLost()
{
    const TestDatabase database(postgresql);
    const auto connection = database.connect();
    database.run(QStringLiteral("SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
                                "WHERE datname = current_database() AND pid <> pg_backend_pid()"));
    const Done done = connection->execute(QStringLiteral("SELECT 1"));
    QVERIFY(!done);
    QCOMPARE(done.error().code, ErrorCode::ConnectionLost);
}

void TestOpenPostgresql::session_speaksUtcAndUtf8()
{
    const TestDatabase database(postgresql);
    QCOMPARE(database.value(QStringLiteral("SELECT current_setting('TimeZone')")), QStringLiteral("UTC"));
    QCOMPARE(database.value(QStringLiteral("SELECT ascii('é')")), QStringLiteral("233"));
    QCOMPARE(database.value(QStringLiteral("SELECT current_setting('application_name')")),
             QStringLiteral("address-desk"));
    QCOMPARE(database.value(QStringLiteral("SELECT current_setting('statement_timeout')")),
             QStringLiteral("30s"));
    QCOMPARE(database.value(QStringLiteral("SELECT current_setting('lock_timeout')")), QStringLiteral("5s"));
}

QTEST_GUILESS_MAIN(TestOpenPostgresql)
#include "tst_openpostgresql.moc"
