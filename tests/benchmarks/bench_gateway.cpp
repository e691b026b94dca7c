// Reverts a second through the gateway's POST, beside the bare transaction through sqlite3 and libpq, in one
// run. Usage: bench_gateway [REVERTS [sqlite|postgresql]], 400 a round and both databases when not given;
// before each round some are put back that do not count, so that no statement is prepared while the clock
// runs. Prints the median rate of each and their ratio. On
// PostgreSQL the bare transaction waits for each answer; the gateway sends BEGIN and the outbox row ahead.
#include "BareRevert.h"
#include "DurableServer.h"
#include "Median.h"

#include "tests/office/LinkOffice.h"

#include <QCoreApplication>
#include <QTextStream>

#include <atomic>
#include <chrono>
#include <thread>
#include <vector>

using namespace addressdesk;

namespace {

constexpr int customers = 4; ///< Of the gateway, at once.
constexpr int rounds = 5;
constexpr int warmUp = 40;

/// How many a second, when `work(client, number)` is done for every number by clients side by side.
template<typename Work> double rate(int count, int clients, Work work)
{
    std::atomic<int> next = 0;
    std::vector<std::thread> threads;
    threads.reserve(static_cast<std::size_t>(clients));
    const auto start = std::chrono::steady_clock::now();
    for (int client = 0; client < clients; ++client) {
        threads.emplace_back([&, client] {
            for (int number = next++; number < count; number = next++)
                work(client, number);
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    return count / std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

double gatewayRate(DatabaseUrl::Kind kind, int reverts)
{
    LinkOffice office(kind, warmUp + reverts);
    const auto putBack = [&office](int, int number) {
        if (office.ask("POST", office.secrets()[number]) != 200)
            qFatal("the gateway did not put back");
    };
    rate(warmUp, customers, putBack);
    return rate(reverts, customers, [&](int client, int number) { putBack(client, warmUp + number); });
}

double bareRate(DatabaseUrl::Kind kind, int reverts)
{
    LinkOffice office(kind, warmUp + reverts);
    // Writers of one file only wait for each other.
    const int clients = kind == DatabaseUrl::Kind::Sqlite ? 1 : customers;
    std::vector<std::unique_ptr<BareRevert>> connections;
    connections.reserve(static_cast<std::size_t>(clients));
    for (int client = 0; client < clients; ++client)
        connections.push_back(BareRevert::open(office.desk().database().url()));
    const auto putBack = [&](int client, int number) {
        const auto token = RevertToken::fromSecret(QString::fromLatin1(office.secrets()[number]));
        connections[static_cast<std::size_t>(client)]->putBack(office.addressId(number).toUtf8(),
                                                               token->digest().toUtf8());
    };
    rate(warmUp, clients, putBack);
    return rate(reverts, clients, [&](int client, int number) { putBack(client, warmUp + number); });
}

void run(DatabaseUrl::Kind kind, const QString &name, int reverts)
{
    QTextStream out(stdout);
    if (const QString missing = TestDatabase::missing(kind); !missing.isEmpty()) {
        out << name << ": " << missing << Qt::endl;
        return;
    }
    syncWrites(kind);
    std::vector<double> bare;
    std::vector<double> gateway;
    for (int round = 0; round < rounds; ++round) {
        bare.push_back(bareRate(kind, reverts));
        gateway.push_back(gatewayRate(kind, reverts));
    }
    out << name << ": bare " << qRound(median(bare)) << " reverts/s, gateway " << qRound(median(gateway))
        << " reverts/s, ratio " << QString::number(median(gateway) / median(bare), 'f', 2) << " (goal 0.5)"
        << Qt::endl;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int reverts = argc > 1 ? QString::fromLocal8Bit(argv[1]).toInt() : 400;
    const QByteArray only = argc > 2 ? argv[2] : "";
    if (only != "postgresql")
        run(DatabaseUrl::Kind::Sqlite, QStringLiteral("SQLite"), reverts);
    if (only != "sqlite")
        run(DatabaseUrl::Kind::Postgresql, QStringLiteral("PostgreSQL"), reverts);
    return EXIT_SUCCESS;
}
