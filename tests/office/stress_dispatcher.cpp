// A sender is killed again and again while it sends. Usage: stress_dispatcher [--kind sqlite|postgresql]
// [--mails N] [--kills N]. No mail is lost, each is always the same (Message-ID), and fewer are sent twice
// than there are kills.
#include "app/mail/DispatcherThread.h"
#include "app/mail/SmtpTransport.h"
#include "models/storage/SqlOutboxQueue.h"
#include "tests/storage/RecordingDesk.h"
#include "tests/support/SmtpServer.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QTextStream>

#include <numeric>

#include <unistd.h>

using namespace addressdesk;
using namespace std::chrono_literals;

namespace {

constexpr int skipped = 77;

/// Sends until it is killed.
int sendUntilKilled(const DatabaseUrl &url, int port, const QString &certificate)
{
    SmtpSettings smtp;
    smtp.host = QStringLiteral("localhost");
    smtp.port = port;
    smtp.caFile = certificate;
    OfficeSettings office;
    office.senderAddress = QStringLiteral("desk@example.com");
    DispatcherThread::Parts parts;
    parts.queue = [url] {
        return SqlOutboxQueue::open(url, {});
    };
    parts.transport = [smtp]() -> Result<std::unique_ptr<MailTransport>> {
        return std::make_unique<SmtpTransport>(smtp);
    };
    parts.composers = [office]() -> Result<MailComposer> {
        return MailComposer(office, SchemaMapping::native());
    };
    // A dead sender's mails are free again after a second.
    parts.timing.poll = 50ms;
    parts.timing.problemPause = 50ms;
    parts.timing.lease = 2s;
    parts.timing.longestDelivery = 1s;
    const DispatcherThread dispatcher(std::move(parts));
    for (;;)
        ::pause();
}

struct Sender
{
    DatabaseUrl url;
    int port = 0;
    QString certificate;

    [[nodiscard]] std::unique_ptr<QProcess> start() const
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process->start(QCoreApplication::applicationFilePath(),
                       {QStringLiteral("--send"), url.toString(), QStringLiteral("--port"),
                        QString::number(port), QStringLiteral("--certificate"), certificate});
        if (!process->waitForStarted())
            qFatal("the sender does not start");
        return process;
    }
};

void kill(QProcess &process)
{
    process.kill();
    process.waitForFinished();
}

int waitingMails(const TestDatabase &database)
{
    return database.value(QStringLiteral("SELECT count(*) FROM mail_outbox WHERE state <> 'sent'"))
        .value_or(QString())
        .toInt();
}

qsizetype arrivedMails(SmtpServer &server)
{
    return server.events(QStringLiteral("mail")).size();
}

/// Starts and kills a sender so often, each a moment after so many mails that there are some for those that
/// follow: while it sends, records, claims the next. How often it was killed while mails still waited.
int killWhileItSends(const Sender &sender, SmtpServer &server, const TestDatabase &database, int mails,
                     int kills)
{
    int done = 0;
    for (; done < kills && waitingMails(database) > 0; ++done) {
        const auto process = sender.start();
        const qsizetype before = arrivedMails(server);
        const qsizetype share = std::max<qsizetype>(1, (mails - before) / (kills - done));
        const qsizetype enough = before + 1 + QRandomGenerator::global()->bounded(share);
        const QDeadlineTimer patience(10s);
        while (arrivedMails(server) < enough && waitingMails(database) > 0 && !patience.hasExpired())
            server.readFor(1);
        server.readFor(QRandomGenerator::global()->bounded(0, 5));
        kill(*process);
    }
    return done;
}

/// Message-ID → how often it arrived.
QMap<QString, int> copiesOf(const QList<QJsonObject> &received)
{
    static const QRegularExpression messageId(QStringLiteral("^Message-ID: (\\S+)"),
                                              QRegularExpression::MultilineOption);
    QMap<QString, int> copies;
    for (const QJsonObject &mail : received)
        ++copies[messageId.match(mail.value(QLatin1String("content")).toString()).captured(1)];
    return copies;
}

int run(DatabaseUrl::Kind kind, int mails, int kills)
{
    QTextStream out(stdout);
    RecordingDesk desk(kind);
    for (int i = 0; i < mails; ++i)
        desk.change(QStringLiteral("city"), QString::number(i));
    SmtpServer server(SmtpServer::Security::StartTls);
    const Sender sender{desk.database().url(), server.port(), server.certificate()};

    QElapsedTimer clock;
    clock.start();
    const int done = killWhileItSends(sender, server, desk.database(), mails, kills);
    const auto process = sender.start();
    QDeadlineTimer patience(120s);
    while (waitingMails(desk.database()) > 0 && !patience.hasExpired())
        server.readFor(50);
    kill(*process);

    // What was sent last may still be on its way through the server's pipe.
    QMap<QString, int> copies = copiesOf(server.events(QStringLiteral("mail")));
    for (QDeadlineTimer pipe(10s); copies.size() < mails && !pipe.hasExpired();) {
        server.readFor(50);
        copies = copiesOf(server.events(QStringLiteral("mail")));
    }
    const int arrived = std::accumulate(copies.cbegin(), copies.cend(), 0);
    const int repeats = arrived - static_cast<int>(copies.size());
    const int waiting = waitingMails(desk.database());
    out << mails << " mails, sender killed " << done << " times in " << clock.elapsed() / 1000
        << " s: " << copies.size() << " different mails arrived, " << repeats << " repeats, " << waiting
        << " still wait" << Qt::endl;
    // A kill repeats the one mail that was on its way, if any; of few kills each may happen to.
    constexpr int manyKills = 50;
    const bool areFewRepeats = repeats < done || (repeats == done && kills < manyKills);
    const bool isRight = copies.size() == mails && done == kills && areFewRepeats && waiting == 0 &&
                         !copies.contains(QString());
    return isRight ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("kind"), {}, QStringLiteral("kind"), QStringLiteral("postgresql")},
                       {QStringLiteral("mails"), {}, QStringLiteral("n"), QStringLiteral("1000")},
                       {QStringLiteral("kills"), {}, QStringLiteral("n"), QStringLiteral("200")},
                       {QStringLiteral("send"), {}, QStringLiteral("url")},
                       {QStringLiteral("port"), {}, QStringLiteral("n")},
                       {QStringLiteral("certificate"), {}, QStringLiteral("file")}});
    parser.process(application);
    if (parser.isSet(QStringLiteral("send")))
        return sendUntilKilled(*DatabaseUrl::parse(parser.value(QStringLiteral("send"))),
                               parser.value(QStringLiteral("port")).toInt(),
                               parser.value(QStringLiteral("certificate")));
    const auto kind = parser.value(QStringLiteral("kind")) == u"sqlite" ? DatabaseUrl::Kind::Sqlite
                                                                        : DatabaseUrl::Kind::Postgresql;
    if (const QString missing = TestDatabase::missing(kind); !missing.isEmpty()) {
        QTextStream(stdout) << missing << Qt::endl;
        return TestDatabase::isMandatory() ? EXIT_FAILURE : skipped;
    }
    return run(kind, parser.value(QStringLiteral("mails")).toInt(),
               parser.value(QStringLiteral("kills")).toInt());
}
