// Many customers click at once. Usage: stress_links [--kind sqlite|postgresql] [--tokens N] [--clients N]
// [--looks N]. Every token is used by exactly one of the clients, and looking changes nothing.
#include "tests/office/LinkOffice.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QTextStream>

#include <atomic>
#include <thread>

using namespace addressdesk;

namespace {

constexpr int skipped = 77;

struct Tally
{
    std::atomic<int> putBack = 0;
    std::atomic<int> used = 0;
    std::atomic<int> other = 0;
};

void clickAll(const LinkOffice &office, int clients, std::vector<Tally> &tallies)
{
    std::vector<std::thread> threads;
    threads.reserve(static_cast<std::size_t>(clients));
    for (int i = 0; i < clients; ++i) {
        threads.emplace_back([&] {
            for (qsizetype t = 0; t < office.secrets().size(); ++t) {
                const int status = office.ask("POST", office.secrets()[t]);
                Tally &tally = tallies[static_cast<std::size_t>(t)];
                (status == 200 ? tally.putBack : status == 409 ? tally.used : tally.other)++;
            }
        });
    }
    for (std::thread &thread : threads)
        thread.join();
}

int lookOften(const LinkOffice &office, int looks)
{
    int failures = 0;
    for (int i = 0; i < looks; ++i) {
        const QByteArray &secret = office.secrets()[i % office.secrets().size()];
        failures += office.ask(i % 2 == 0 ? "GET" : "HEAD", secret) == 200 ? 0 : 1;
    }
    return failures;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions({{QStringLiteral("kind"), {}, QStringLiteral("kind"), QStringLiteral("postgresql")},
                       {QStringLiteral("tokens"), {}, QStringLiteral("n"), QStringLiteral("1000")},
                       {QStringLiteral("clients"), {}, QStringLiteral("n"), QStringLiteral("20")},
                       {QStringLiteral("looks"), {}, QStringLiteral("n"), QStringLiteral("10000")}});
    parser.process(application);
    const auto number = [&parser](const char *name) {
        return parser.value(QLatin1String(name)).toInt();
    };
    const auto kind = parser.value(QStringLiteral("kind")) == u"sqlite" ? DatabaseUrl::Kind::Sqlite
                                                                        : DatabaseUrl::Kind::Postgresql;
    QTextStream out(stdout);
    if (const QString missing = TestDatabase::missing(kind); !missing.isEmpty()) {
        out << missing << Qt::endl;
        return TestDatabase::isMandatory() ? EXIT_FAILURE : skipped;
    }
    LinkOffice office(kind, number("tokens"));
    const QString before = office.desk().dump();
    const int unanswered = lookOften(office, number("looks"));
    const bool isUnchanged = office.desk().dump() == before;
    out << number("looks") << " looks: " << unanswered << " not answered, "
        << (isUnchanged ? "no row changed" : "ROWS CHANGED") << Qt::endl;

    std::vector<Tally> tallies(static_cast<std::size_t>(number("tokens")));
    clickAll(office, number("clients"), tallies);
    int wrong = 0;
    for (const Tally &tally : tallies)
        wrong += tally.putBack == 1 && tally.used == number("clients") - 1 && tally.other == 0 ? 0 : 1;
    const int reverts = office.desk()
                            .database()
                            .value(QStringLiteral("SELECT count(*) FROM events WHERE event_type = "
                                                  "'AddressFieldReverted'"))
                            .value_or(QString())
                            .toInt();
    const QString verified = office.desk().verified();
    out << number("tokens") << " tokens, each clicked by " << number("clients") << " at once: " << reverts
        << " reverts, " << wrong << " tokens answered wrongly, verify: " << verified << Qt::endl;
    const bool isRight =
        unanswered == 0 && isUnchanged && wrong == 0 && reverts == number("tokens") && verified == u"clean";
    return isRight ? EXIT_SUCCESS : EXIT_FAILURE;
}
