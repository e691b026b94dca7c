#include "tests/support/TestPostgres.h"

#include "models/storage/SqlConnection.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QVersionNumber>

#include <arpa/inet.h>
#include <csignal>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

namespace addressdesk {

namespace {

constexpr int patience = 60000; ///< ms for a server's start or stop on a busy machine.

std::unique_ptr<TestPostgres> theInstance;
QString theProblem;

QString binaryFolder()
{
    // Debian keeps the server's programs off the path; elsewhere they are on it, all in one folder.
    const QString onPath =
        QFileInfo(QStandardPaths::findExecutable(QStringLiteral("postgres"))).canonicalPath();
    if (!onPath.isEmpty() && QFile::exists(onPath + QStringLiteral("/initdb")))
        return onPath;
    const QDir versions(QStringLiteral("/usr/lib/postgresql"));
    QStringList folders = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    std::sort(folders.begin(), folders.end(), [](const QString &left, const QString &right) {
        return QVersionNumber::fromString(left) > QVersionNumber::fromString(right);
    });
    for (const QString &folder : folders) {
        const QString binaries = versions.filePath(folder + QStringLiteral("/bin"));
        if (QFile::exists(binaries + QStringLiteral("/initdb")))
            return binaries;
    }
    return {};
}

int freePort()
{
    const int listener = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t length = sizeof address;
    int port = 0;
    if (bind(listener, reinterpret_cast<sockaddr *>(&address), length) == 0 &&
        getsockname(listener, reinterpret_cast<sockaddr *>(&address), &length) == 0)
        port = ntohs(address.sin_port);
    close(listener);
    return port;
}

} // namespace

struct TestPostgres::Private
{
    QTemporaryDir folder{QStringLiteral("/tmp/desk-pg-XXXXXX")};
    QString binaries = binaryFolder();
    QString userName; ///< Whom to run as; empty: as this program.
    gid_t group = 0;
    int port = 0;
    int databases = 0;
    QProcess server;

    /// PostgreSQL refuses to run as root, and a test program that dies takes its server with it.
    void start(QProcess &process, const QString &signalAtDeath, const QString &program,
               const QStringList &arguments) const
    {
        QStringList command{QStringLiteral("--pdeathsig"), signalAtDeath};
        if (!userName.isEmpty())
            command << QStringLiteral("--reuid") << userName << QStringLiteral("--regid")
                    << QString::number(group) << QStringLiteral("--init-groups");
        process.setProcessChannelMode(QProcess::MergedChannels);
        process.setWorkingDirectory(QStringLiteral("/"));
        process.start(QStringLiteral("setpriv"), command << program << arguments);
    }

    bool runTool(const QString &tool, const QStringList &arguments, QByteArray *output = nullptr) const
    {
        QProcess process;
        start(process, QStringLiteral("KILL"), tool, arguments);
        const bool isDone = process.waitForFinished(patience) &&
                            process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0;
        const QByteArray text = process.readAll();
        if (output)
            *output = text;
        if (!isDone)
            theProblem = tool + QStringLiteral(": ") + process.errorString() + u' ' +
                         QString::fromLocal8Bit(text).trimmed();
        return isDone;
    }

    QString path(const QString &name) const { return folder.filePath(name); }

    bool writeFile(const QString &name, const QByteArray &content, QIODevice::OpenMode mode) const
    {
        QFile file(path(name));
        return file.open(mode) && file.write(content) == content.size();
    }
};

TestPostgres *TestPostgres::instance()
{
    if (theInstance)
        return theInstance.get();
    if (!theProblem.isEmpty())
        return nullptr;
    std::unique_ptr<TestPostgres> candidate(new TestPostgres);
    if (!candidate->initialise() || !candidate->start())
        return nullptr;
    theInstance = std::move(candidate);
    qAddPostRoutine(&TestPostgres::shutDown);
    return theInstance.get();
}

QString TestPostgres::problem()
{
    return theProblem;
}

void TestPostgres::shutDown()
{
    theInstance.reset();
}

TestPostgres::TestPostgres() : d(std::make_unique<Private>()) {}

TestPostgres::~TestPostgres()
{
    if (d->server.state() != QProcess::NotRunning)
        stop();
}

QString TestPostgres::dataFolder() const
{
    return d->path(QStringLiteral("data"));
}

bool TestPostgres::initialise()
{
    if (d->binaries.isEmpty()) {
        theProblem = QStringLiteral("PostgreSQL's server programs are not installed");
        return false;
    }
    if (geteuid() == 0) {
        const passwd *account = getpwnam("postgres");
        if (!account) {
            theProblem = QStringLiteral("there is no account \"postgres\" to run the server as");
            return false;
        }
        d->group = account->pw_gid;
        d->userName = QString::fromLocal8Bit(account->pw_name);
        if (chown(QFile::encodeName(d->folder.path()).constData(), account->pw_uid, d->group) != 0) {
            theProblem = QStringLiteral("the cluster's folder cannot be given to the account \"postgres\"");
            return false;
        }
    }
    const bool isMade =
        d->runTool(d->binaries + QStringLiteral("/initdb"),
                   {QStringLiteral("-D"), dataFolder(), QStringLiteral("-U"), QStringLiteral("app"),
                    QStringLiteral("-A"), QStringLiteral("trust"), QStringLiteral("-E"),
                    QStringLiteral("UTF8"), QStringLiteral("--locale=C.UTF-8"), QStringLiteral("-N")});
    if (!isMade)
        return false;
    d->port = freePort();
    const QByteArray settings =
        "listen_addresses = '127.0.0.1'\nport = " + QByteArray::number(d->port) +
        "\nunix_socket_directories = '" + QFile::encodeName(d->folder.path()) +
        "'\nfsync = off\nsynchronous_commit = on\nmax_connections = 50\nlog_min_messages = fatal\n";
    const QByteArray access = "local all app trust\nhost all app 127.0.0.1/32 trust\n"
                              "local all all scram-sha-256\nhost all all 127.0.0.1/32 scram-sha-256\n";
    return d->writeFile(QStringLiteral("data/postgresql.conf"), settings, QIODevice::Append) &&
           d->writeFile(QStringLiteral("data/pg_hba.conf"), access,
                        QIODevice::WriteOnly | QIODevice::Truncate);
}

bool TestPostgres::start()
{
    // The server itself, not pg_ctl: so it is this program's child. SIGQUIT is its immediate shutdown.
    d->server.setStandardOutputFile(d->path(QStringLiteral("server.log")), QIODevice::Append);
    d->start(d->server, QStringLiteral("QUIT"), d->binaries + QStringLiteral("/postgres"),
             {QStringLiteral("-D"), dataFolder()});
    if (!d->server.waitForStarted(patience)) {
        theProblem = d->server.errorString();
        return false;
    }
    const QStringList question{QStringLiteral("-q"), QStringLiteral("-h"),     d->folder.path(),
                               QStringLiteral("-p"), QString::number(d->port), QStringLiteral("-U"),
                               QStringLiteral("app")};
    QDeadlineTimer deadline(patience);
    while (!d->runTool(d->binaries + QStringLiteral("/pg_isready"), question)) {
        if (deadline.hasExpired() ||
            d->server.waitForFinished(50)) // Waits a moment for the server's own end.
            return false;
    }
    theProblem.clear();
    return true;
}

bool TestPostgres::stop()
{
    ::kill(static_cast<pid_t>(d->server.processId()), SIGQUIT);
    return d->server.waitForFinished(patience);
}

DatabaseUrl TestPostgres::url(const QString &database) const
{
    DatabaseUrl url;
    url.kind = DatabaseUrl::Kind::Postgresql;
    url.host = d->folder.path();
    url.port = d->port;
    url.database = database;
    url.user = QStringLiteral("app");
    return url;
}

DatabaseUrl TestPostgres::tcpUrl(const DatabaseUrl &socketUrl, const QString &role) const
{
    DatabaseUrl url = socketUrl;
    url.host = QStringLiteral("127.0.0.1");
    url.user = role;
    return url;
}

DatabaseUrl TestPostgres::createDatabase(const QString &templateName)
{
    const QString name = QStringLiteral("test_%1").arg(++d->databases);
    const QString copied = templateName.isEmpty() ? QStringLiteral("template1") : templateName;
    if (!run(QStringLiteral("postgres"),
             QStringLiteral("CREATE DATABASE \"%1\" TEMPLATE \"%2\"").arg(name, copied)))
        qFatal("no test database: %s", qPrintable(theProblem));
    return url(name);
}

void TestPostgres::dropDatabase(const QString &name)
{
    if (!run(QStringLiteral("postgres"),
             QStringLiteral("DROP DATABASE IF EXISTS \"%1\" WITH (FORCE)").arg(name)))
        qWarning("a test database stays: %s", qPrintable(theProblem));
}

void TestPostgres::createRole(const QString &role, const QString &password, const QString &database)
{
    const QString sql = QStringLiteral("DROP ROLE IF EXISTS \"%1\"; CREATE ROLE \"%1\" LOGIN PASSWORD '%2';"
                                       "GRANT ALL ON ALL TABLES IN SCHEMA public TO \"%1\";"
                                       "GRANT ALL ON ALL SEQUENCES IN SCHEMA public TO \"%1\";")
                            .arg(role, password);
    if (!run(database, sql))
        qFatal("no test role: %s", qPrintable(theProblem));
}

bool TestPostgres::run(const QString &database, const QString &sql)
{
    ConnectionOptions options;
    options.statementTimeout = std::chrono::milliseconds(0);
    const auto connection = SqlConnection::open(url(database), {}, options);
    const Done done = connection ? (*connection)->execute(sql) : Done(tl::unexpected(connection.error()));
    if (!done)
        theProblem = done.error().detail;
    return done.has_value();
}

QString TestPostgres::enableTls()
{
    const QString certificate = d->path(QStringLiteral("data/server.crt"));
    const bool isMade = d->runTool(
        QStringLiteral("openssl"),
        {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
         QStringLiteral("rsa:2048"), QStringLiteral("-nodes"), QStringLiteral("-days"), QStringLiteral("2"),
         QStringLiteral("-subj"), QStringLiteral("/CN=localhost"), QStringLiteral("-addext"),
         QStringLiteral("subjectAltName=DNS:localhost"), QStringLiteral("-keyout"),
         d->path(QStringLiteral("data/server.key")), QStringLiteral("-out"), certificate});
    const bool isOn = isMade && run(QStringLiteral("postgres"), QStringLiteral("ALTER SYSTEM SET ssl = on"));
    if (!isOn || !run(QStringLiteral("postgres"), QStringLiteral("SELECT pg_reload_conf()")))
        qFatal("no TLS: %s", qPrintable(theProblem));
    return certificate;
}

} // namespace addressdesk
