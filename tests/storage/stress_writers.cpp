#include "tests/storage/ConcurrentWriters.h"
#include "tests/support/TestPostgres.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

using namespace addressdesk;

namespace {

constexpr int skipped = 77; ///< What ctest takes for a skip.

int stress(const TestDatabase &database, int threads, int operations, int addresses)
{
    const ConcurrentWriters crowd(database, addresses);
    const WritersTally tally = crowd.run(threads, operations);
    const QStringList problems = crowd.problems(tally);
    QTextStream out(stdout);
    out << threads << " writers on " << addresses << " addresses: " << tally.toText() << '\n';
    for (const QString &problem : problems)
        out << problem << '\n';
    out << (problems.isEmpty() ? "no lost update, verify clean" : "FAILED") << '\n';
    const bool hasWritten = tally.recorded > 0 && tally.reverted > 0;
    return problems.isEmpty() && hasWritten ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace

/// Many writers on few addresses of one database, then a verification.
int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption kindOption(QStringLiteral("kind"), QStringLiteral("sqlite or postgresql."),
                                        QStringLiteral("kind"), QStringLiteral("postgresql"));
    const QCommandLineOption operationsOption(QStringLiteral("operations"),
                                              QStringLiteral("Saves and reverts, all writers together."),
                                              QStringLiteral("n"), QStringLiteral("10000"));
    const QCommandLineOption writersOption(QStringLiteral("writers"),
                                           QStringLiteral("Threads, each with its own connection."),
                                           QStringLiteral("n"), QStringLiteral("8"));
    const QCommandLineOption addressesOption(QStringLiteral("addresses"),
                                             QStringLiteral("Addresses that they write on."),
                                             QStringLiteral("n"), QStringLiteral("4"));
    parser.addOptions({kindOption, operationsOption, writersOption, addressesOption});
    parser.process(application);

    const auto kind =
        parser.value(kindOption) == u"sqlite" ? DatabaseUrl::Kind::Sqlite : DatabaseUrl::Kind::Postgresql;
    if (const QString missing = TestDatabase::missing(kind); !missing.isEmpty()) {
        QTextStream(stderr) << "NOT TESTED ON POSTGRESQL: " << missing << '\n';
        return TestDatabase::isMandatory() ? EXIT_FAILURE : skipped;
    }
    int status = EXIT_FAILURE;
    {
        const TestDatabase database(kind);
        status = stress(database, parser.value(writersOption).toInt(), parser.value(operationsOption).toInt(),
                        parser.value(addressesOption).toInt());
    }
    TestPostgres::shutDown();
    return status;
}
