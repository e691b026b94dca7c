#include "models/storage/ChangeRecorder.h"
#include "models/storage/SqlConnection.h"
#include "models/storage/Verifier.h"
#include "tests/support/TestDatabase.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QProcess>
#include <QRandomGenerator>
#include <QTextStream>
#include <QThread>

#include <algorithm>
#include <csignal>

#include <unistd.h>

using namespace addressdesk;

namespace {

const QString address = QStringLiteral("22222222-0000-4000-8000-000000000001");

/// Saves, reverts, deletes and restores until it is killed; each change's id goes out, unbuffered, once it is
/// acknowledged.
int writeUntilKilled(const QString &file)
{
    const auto connection = SqlConnection::open(DatabaseUrl::sqlite(file), {});
    if (!connection)
        return EXIT_FAILURE;
    ChangeRecorder recorder(**connection, SchemaMapping::native(), QStringLiteral("victim"));
    QFile out;
    if (!out.open(STDOUT_FILENO,
                  QIODevice::WriteOnly |
                      QIODevice::Unbuffered)) // stdout itself has a buffer that a kill empties.
        return EXIT_FAILURE;
    const auto acknowledge = [&out](const QString &changeId) {
        return out.write(changeId.toLatin1() + '\n') > 0;
    };
    // The last child may have been killed after a deletion; otherwise there is nothing to restore.
    [[maybe_unused]] const Result<RevertOutcome> restoredFirst = recorder.restore(address);
    for (int i = 0;; ++i) {
        const auto seen = recorder.save(
            {address, {{QStringLiteral("city"), QStringLiteral("?"), QStringLiteral("?")}}, {}});
        if (!seen || seen->kind != SaveOutcome::Kind::Unchanged)
            return EXIT_FAILURE;
        const auto saved = recorder.save(
            {address,
             {{QStringLiteral("city"), seen->current.value(QStringLiteral("city")), QString::number(i)},
              {QStringLiteral("zipCode"), seen->current.value(QStringLiteral("zipCode")),
               QString::number(-i)}},
             std::nullopt});
        if (!saved || (saved->kind == SaveOutcome::Kind::Recorded && !acknowledge(saved->changeId)))
            return EXIT_FAILURE;
        if (i % 3 == 1 && saved->kind == SaveOutcome::Kind::Recorded) {
            RevertRequest request;
            request.target = RevertRequest::Target::Save;
            request.text = saved->changeId;
            const auto reverted = recorder.revert(request);
            if (!reverted || !reverted->isReverted || !acknowledge(reverted->changeId))
                return EXIT_FAILURE;
        }
        if (i % 5 == 4) {
            const auto removed = recorder.remove(address, {}, std::nullopt);
            if (!removed || !acknowledge(removed->changeId))
                return EXIT_FAILURE;
            const auto restored = recorder.restore(address);
            if (!restored || !acknowledge(restored->changeId))
                return EXIT_FAILURE;
        }
    }
}

/// What one killed child leaves behind.
struct Remains
{
    QStringList acknowledged;
    QString problem;
};

Remains killOne(const QString &file, QRandomGenerator &random)
{
    QProcess child;
    child.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    child.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--child"), file});
    // Work is under way once the first change is acknowledged; the blow then falls at any moment of what
    // follows.
    if (!child.waitForReadyRead(30000))
        return {{}, QStringLiteral("the child did not work: ") + child.errorString()};
    QThread::usleep(random.bounded(40000U));
    ::kill(static_cast<pid_t>(child.processId()), SIGKILL);
    if (!child.waitForFinished(30000) || child.exitStatus() != QProcess::CrashExit)
        return {{}, QStringLiteral("the child ended by itself")};
    QStringList lines = QString::fromLatin1(child.readAllStandardOutput()).split(u'\n');
    lines.removeLast(); // What follows the last line feed was not acknowledged in full.
    return {lines, {}};
}

QString problemAfter(const TestDatabase &database, const QStringList &acknowledged)
{
    const auto connection = database.connect();
    ChangeRecorder recorder(*connection, SchemaMapping::native(), QStringLiteral("inspector"));
    for (const QString &changeId : acknowledged) {
        const auto found = recorder.recordedSave(changeId);
        if (!found || !*found)
            return QStringLiteral("acknowledged, but not there: ") + changeId;
        const QString mails =
            database
                .value(
                    QStringLiteral("SELECT count(*) FROM mail_outbox WHERE change_id = '%1'").arg(changeId))
                .value_or(QString());
        if (mails != u"1")
            return QStringLiteral("%1 mails for %2").arg(mails, changeId);
    }
    const auto report = Verifier(*connection, SchemaMapping::native()).verify();
    if (!report)
        return report.error().detail;
    return report->isClean() ? QString() : QStringLiteral("verify is not clean");
}

/// Kills on one database. A verification after each would take ever longer on one that grows without end.
constexpr int killsOnOneDatabase = 25;

/// The acknowledged changes of some kills on a database of their own; -1 after a problem, which is printed.
qsizetype killSome(int kills, QRandomGenerator &random, QTextStream &out)
{
    const TestDatabase database(DatabaseUrl::Kind::Sqlite);
    database.run(QStringLiteral("INSERT INTO addresses (id, city) VALUES ('%1', 'Paris')").arg(address));
    qsizetype acknowledged = 0;
    for (int i = 0; i < kills; ++i) {
        const Remains remains = killOne(database.url().file, random);
        const QString problem =
            remains.problem.isEmpty() ? problemAfter(database, remains.acknowledged) : remains.problem;
        if (!problem.isEmpty()) {
            out << problem << '\n';
            return -1;
        }
        acknowledged += remains.acknowledged.size();
    }
    return acknowledged;
}

int killMany(int kills, quint32 seed)
{
    QTextStream out(stdout);
    QRandomGenerator random(seed);
    qsizetype acknowledged = 0;
    for (int done = 0; done < kills; done += killsOnOneDatabase) {
        const qsizetype more = killSome(std::min(killsOnOneDatabase, kills - done), random, out);
        if (more < 0) {
            out << "FAILED after " << done << " kills (seed " << seed << ")\n";
            return EXIT_FAILURE;
        }
        acknowledged += more;
    }
    out << kills << " kills, " << acknowledged << " acknowledged changes, all there, verify clean\n";
    return acknowledged > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace

/// Kills a writing process again and again: what it acknowledged is there, and nothing is there in part.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption killsOption(QStringLiteral("kills"), QStringLiteral("How often."),
                                         QStringLiteral("n"), QStringLiteral("1000"));
    const QCommandLineOption seedOption(QStringLiteral("seed"), QStringLiteral("Of the moments."),
                                        QStringLiteral("n"),
                                        QString::number(QRandomGenerator::global()->generate()));
    QCommandLineOption childOption(QStringLiteral("child"),
                                   QStringLiteral("Writes on this file until it is killed."),
                                   QStringLiteral("file"));
    childOption.setFlags(QCommandLineOption::HiddenFromHelp);
    parser.addOptions({killsOption, seedOption, childOption});
    parser.process(application);
    if (parser.isSet(childOption))
        return writeUntilKilled(parser.value(childOption));
    return killMany(parser.value(killsOption).toInt(), parser.value(seedOption).toUInt());
}
