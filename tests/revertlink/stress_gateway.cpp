// Measures how fast the gateway answers a customer, and how much memory it takes, while others hold on to it.
// The gateway runs in a process of its own. Prints a line for each case and fails when one is beyond its
// limit.

#include "tests/revertlink/ListeningGateway.h"
#include "tests/revertlink/SlowCrowd.h"
#include "tests/revertlink/StallingLinks.h"

#include <QElapsedTimer>
#include <QFile>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>

#include <sys/wait.h>

using namespace addressdesk;
using namespace std::chrono_literals;

namespace {

constexpr double longestAnswerMs = 200;
constexpr double mostMemoryMb = 60;

/// A gateway in another process, until this goes out of scope.
class GatewayProcess final
{
public:
    GatewayProcess()
    {
        std::array<int, 2> ends = {};
        if (pipe(ends.data()) != 0)
            return;
        m_pid = fork();
        if (m_pid == 0) {
            ::close(ends[0]);
            serve(ends[1]);
        }
        ::close(ends[1]);
        std::array<char, 64> said = {};
        if (::read(ends[0], said.data(), said.size() - 1) > 0) {
            const QList<QByteArray> words = QByteArray(said.data()).split(' ');
            port = words[0].toUShort();
            linkPath = words[1];
        }
        ::close(ends[0]);
    }
    ~GatewayProcess()
    {
        kill(m_pid, SIGKILL);
        waitpid(m_pid, nullptr, 0);
    }
    Q_DISABLE_COPY_MOVE(GatewayProcess)

    /// A field of /proc/PID/status in MB, for example "VmHWM:".
    [[nodiscard]] double megabytes(const QByteArray &field) const
    {
        QFile file(QStringLiteral("/proc/%1/status").arg(m_pid));
        if (!file.open(QIODevice::ReadOnly))
            return 0;
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (line.startsWith(field))
                return line.mid(field.size()).trimmed().split(' ').first().toDouble() / 1024;
        }
        return 0;
    }

    quint16 port = 0;
    QByteArray linkPath;

private:
    [[noreturn]] static void serve(int end)
    {
        const ListeningGateway gateway;
        const QByteArray line = QByteArray::number(gateway.port()) + ' ' + gateway.linkPath();
        (void)!::write(end, line.constData(), static_cast<std::size_t>(line.size()));
        for (;;)
            pause();
    }

    pid_t m_pid = -1;
};

struct Timings
{
    std::vector<double> milliseconds;
    int failures = 0;

    void sort() { std::sort(milliseconds.begin(), milliseconds.end()); }
    [[nodiscard]] double at(double part) const
    {
        return milliseconds[static_cast<std::size_t>(part * double(milliseconds.size() - 1))];
    }
};

/// A customer who reads the page and presses the button, `count` times, from connecting to the last byte.
Timings visits(const GatewayProcess &gateway, int count)
{
    Timings timings;
    for (int i = 0; i < count; ++i) {
        QElapsedTimer timer;
        timer.start();
        const QByteArray answer =
            answerTo(gateway.port, requestFor(i % 2 ? "POST" : "GET", gateway.linkPath));
        timings.milliseconds.push_back(double(timer.nsecsElapsed()) / 1e6);
        timings.failures += statusOf(answer) == 200 ? 0 : 1;
    }
    timings.sort();
    return timings;
}

bool report(const char *name, const GatewayProcess &gateway, const Timings &timings, long returns)
{
    const double memory = gateway.megabytes("VmHWM:");
    const bool isGood = timings.failures == 0 && timings.at(1) < longestAnswerMs && memory < mostMemoryMb;
    std::printf("%-34s %5zu answers  median %6.2f ms  p99 %6.2f ms  max %6.2f ms  %d failed  peak %4.1f MB  "
                "%ld came back  %s\n",
                name, timings.milliseconds.size(), timings.at(0.5), timings.at(0.99), timings.at(1),
                timings.failures, memory, returns, isGood ? "good" : "BEYOND THE LIMIT");
    std::fflush(stdout);
    return isGood;
}

bool measureCrowd(const char *name, int senders, int silent, std::chrono::milliseconds beat)
{
    const GatewayProcess gateway;
    const SlowCrowd crowd(gateway.port, senders, silent, beat);
    crowd.waitForBeats(2);
    Timings all;
    for (int second = 0; second < 6; ++second) {
        crowd.waitForBeats(1);
        const Timings some = visits(gateway, 100);
        all.milliseconds.insert(all.milliseconds.end(), some.milliseconds.begin(), some.milliseconds.end());
        all.failures += some.failures;
    }
    all.sort();
    return report(name, gateway, all, crowd.returns());
}

bool measureCalm()
{
    const GatewayProcess gateway;
    return report("nobody else", gateway, visits(gateway, 2000), 0);
}

bool measureThroughput()
{
    const GatewayProcess gateway;
    constexpr int customers = 4;
    constexpr int each = 2000;
    std::vector<Timings> parts(customers);
    QElapsedTimer timer;
    timer.start();
    std::vector<std::thread> threads;
    threads.reserve(parts.size());
    for (Timings &part : parts)
        threads.emplace_back([&] { part = visits(gateway, each); });
    Timings all;
    for (int i = 0; i < customers; ++i) {
        threads[std::size_t(i)].join();
        all.milliseconds.insert(all.milliseconds.end(), parts[std::size_t(i)].milliseconds.begin(),
                                parts[std::size_t(i)].milliseconds.end());
        all.failures += parts[std::size_t(i)].failures;
    }
    all.sort();
    std::printf("%.0f requests a second from %d customers at once\n",
                customers * each * 1000.0 / double(timer.elapsed()), customers);
    return report("four customers at once", gateway, all, 0);
}

/// Forty customers while the database does not answer: as many as may wait are told so at the deadline, the
/// rest at once.
bool measureStall()
{
    Turnstile turnstile;
    FakeDatabase database;
    const auto factory = [&]() -> Result<std::unique_ptr<RevertLinks>> {
        return std::make_unique<StallingLinks>(database, turnstile);
    };
    const ListeningGateway gateway(ListeningGateway::withoutRateLimit(), factory);
    turnstile.set(false);
    constexpr std::size_t customers = 40;
    std::vector<double> took(customers);
    std::atomic<int> refused = 0;
    std::vector<std::thread> threads;
    for (std::size_t i = 0; i < customers; ++i) {
        threads.emplace_back([&, i] {
            QElapsedTimer timer;
            timer.start();
            refused +=
                statusOf(answerTo(gateway.port(), requestFor("GET", gateway.linkPath()))) == 503 ? 1 : 0;
            took[i] = double(timer.nsecsElapsed()) / 1e6;
        });
    }
    for (std::thread &thread : threads)
        thread.join();
    turnstile.set(true);
    const auto atOnce =
        std::count_if(took.begin(), took.end(), [](double ms) { return ms < longestAnswerMs; });
    const double longest = *std::max_element(took.begin(), took.end());
    const bool isGood = refused == customers && longest < 6000;
    std::printf("stalled database                   %d of %zu told 503, %ld of them at once, the last after "
                "%.0f ms  %s\n",
                refused.load(), customers, atOnce, longest, isGood ? "good" : "BEYOND THE LIMIT");
    return isGood;
}

} // namespace

int main()
{
    bool isGood = measureCalm();
    isGood = measureThroughput() && isGood;
    isGood = measureCrowd("60 silent clients", 0, 60, 1s) && isGood;
    isGood = measureCrowd("900 at one byte a second", 900, 0, 1s) && isGood;
    isGood = measureCrowd("900 at one byte a second, 60 silent", 900, 60, 1s) && isGood;
    isGood = measureCrowd("960 that come back at once", 900, 60, 0ms) && isGood;
    isGood = measureStall() && isGood;
    return isGood ? 0 : 1;
}
