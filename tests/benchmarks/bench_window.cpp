// The real window over a big database: opening beside a hand-written query, scrolling, sorting, searching,
// memory, and how long the GUI thread was ever kept from its events. Usage: bench_window [--addresses N]
// [--runs N] [--kind sqlite|postgresql] [--database URL]. Without a URL it makes databases of its own, with a
// million addresses when not told otherwise.

#include "BenchDatabase.h"
#include "BenchWindow.h"
#include "GuiGaps.h"
#include "RawFirstRows.h"
#include "tests/support/TestPostgres.h"

#include <QApplication>
#include <QCommandLineParser>
#include <QElapsedTimer>
#include <QProcess>
#include <QTextStream>

#include <algorithm>

using namespace addressdesk;

namespace {

constexpr double goalRatio = 1.2;
constexpr double goalAllowanceMs = 150;
constexpr double goalGapMs = 100;

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

QString ms(double value)
{
    return QString::number(value, 'f', value < 10 ? 1 : 0) + QStringLiteral(" ms");
}

double median(std::vector<double> times)
{
    const auto middle = times.begin() + static_cast<std::ptrdiff_t>(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    return *middle;
}

void tellGaps(GuiGaps &gaps, const QString &name)
{
    const GuiGaps::Longest longest = gaps.take();
    out() << QStringLiteral("  GUI thread while %1: longest block of its own work %2 (%3), longest gap by "
                            "the clock %4 (%5 of it its work)")
                 .arg(name, ms(longest.byProcessor.processorMs),
                      longest.byProcessor.processorMs < goalGapMs ? QStringLiteral("met")
                                                                  : QStringLiteral("MISSED"),
                      ms(longest.byClock.wallMs), ms(longest.byClock.processorMs))
          << Qt::endl;
}

double rawMs(const DatabaseUrl &url)
{
    QElapsedTimer time;
    time.start();
    const qsizetype bytes = url.kind == DatabaseUrl::Kind::Sqlite
                                ? rawFirstRows::sqlite(url.file)
                                : rawFirstRows::postgresql(benchDatabase::conninfo(url));
    if (bytes == 0)
        qFatal("the hand-written query found nothing");
    return static_cast<double>(time.nsecsElapsed()) / 1e6;
}

void benchOpening(const DatabaseUrl &url, int runs)
{
    std::vector<double> raw;
    std::vector<double> window;
    for (int i = -1; i < runs; ++i) {
        const double byHand = rawMs(url);
        BenchWindow desk;
        const double shown = desk.open(url);
        if (i < 0)
            continue; // Both caches are warm from here on.
        raw.push_back(byHand);
        window.push_back(shown);
    }
    const double byHand = median(raw);
    const double shown = median(window);
    const double goal = goalRatio * byHand + goalAllowanceMs;
    out() << QStringLiteral("  open: by hand in C %1, window until rows are painted %2; goal 1.2 x + 150 ms "
                            "= %3: %4 (median of %5)")
                 .arg(ms(byHand), ms(shown), ms(goal),
                      shown <= goal ? QStringLiteral("met") : QStringLiteral("MISSED"), QString::number(runs))
          << Qt::endl;
}

void benchJumps(BenchWindow &desk, const QString &name)
{
    const double middle = desk.jump(0.5);
    const double end = desk.jump(1);
    const double middleAgain = desk.jump(0.49);
    const double endAgain = desk.jump(0.98);
    out() << QStringLiteral("  %1: middle %2, end %3; near the middle again %4, near the end again %5")
                 .arg(name, -34)
                 .arg(ms(middle), ms(end), ms(middleAgain), ms(endAgain))
          << Qt::endl;
}

void benchScrolling(BenchWindow &desk, GuiGaps &gaps)
{
    benchJumps(desk, QStringLiteral("right after opening"));
    desk.idle(3000);
    out() << QStringLiteral("  after idling: a third down %1, dragged to two thirds %2")
                 .arg(ms(desk.jump(1.0 / 3)), ms(desk.dragTo(2.0 / 3)))
          << Qt::endl;
    tellGaps(gaps, QStringLiteral("scrolling"));
    const int columns = desk.addresses().columnCount();
    for (int column = 0; column < columns; ++column) {
        const Qt::SortOrder order = column == 0 ? Qt::DescendingOrder : Qt::AscendingOrder;
        const double shown = desk.sort(column, order);
        const double count = desk.waitForCount();
        benchJumps(desk, QStringLiteral("by %1 in %2 (count +%3)")
                             .arg(desk.addresses().columnId(column), ms(shown), ms(count)));
    }
    const double back = desk.sort(0, Qt::AscendingOrder);
    out() << "  by customer again in " << ms(back) << Qt::endl;
    tellGaps(gaps, QStringLiteral("sorting"));
}

void benchSearching(BenchWindow &desk, GuiGaps &gaps)
{
    const double middle = desk.jump(0.4321);
    Q_UNUSED(middle)
    const auto row = desk.addresses().addressAt(desk.firstVisibleRow());
    const QString rare = row ? shownText(row->customer.email) : QString();
    const std::vector<std::pair<QString, QString>> searches{
        {QStringLiteral("one customer"), rare},
        {QStringLiteral("in most rows"), QStringLiteral("example")},
        {QStringLiteral("in many rows"), QStringLiteral("rue")},
        {QStringLiteral("in few rows"), QStringLiteral("lyon marie")},
        {QStringLiteral("no match"), QStringLiteral("xqzwk")}};
    for (const auto &[name, text] : searches) {
        const double shown = desk.type(text);
        const double counted = desk.waitForCount();
        const int rows = desk.rowCount();
        out() << QStringLiteral("  search %1: first rows %2 after the last key, %3 rows counted %4 later")
                     .arg(name, ms(shown), QLocale::c().toString(rows), ms(counted))
              << Qt::endl;
        if (rows > 1000)
            benchJumps(desk, QStringLiteral("scrolling in these"));
        out() << QStringLiteral("    cleared in %1").arg(ms(desk.type({}))) << Qt::endl;
    }
    tellGaps(gaps, QStringLiteral("searching"));
}

/// In a process of its own, whose memory is the window's.
int visit(const DatabaseUrl &url)
{
    constexpr int pages = 200;
    BenchWindow desk;
    const double empty = benchDatabase::residentMegabytes();
    const double shown = desk.open(url);
    const double counted = desk.waitForCount();
    const double opened = benchDatabase::residentMegabytes();
    double slowest = std::max(shown, counted);
    for (int page = 1; page <= pages; ++page)
        slowest = std::max(slowest, desk.jump(static_cast<double>(page) / pages));
    const double scrolled = benchDatabase::residentMegabytes();
    out() << QStringLiteral("  memory at %1 addresses: window alone %2 MB, opened +%3 MB, scrolled through "
                            "%4 pages +%5 MB")
                 .arg(QLocale::c().toString(desk.rowCount()), QString::number(empty, 'f', 1),
                      QString::number(opened - empty, 'f', 1), QString::number(pages),
                      QString::number(scrolled - empty, 'f', 1))
          << " (QHeaderView's 8 bytes a row: "
          << QString::number(desk.rowCount() * 8.0 / (1024 * 1024), 'f', 1) << " MB)" << Qt::endl;
    return 0;
}

void visitApart(const DatabaseUrl &url)
{
    QProcess process;
    process.setProcessChannelMode(QProcess::ForwardedChannels);
    process.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--visit"), url.toString()});
    if (!process.waitForFinished(-1) || process.exitCode() != 0)
        qFatal("the visit failed");
}

void bench(const DatabaseUrl &url, int runs)
{
    GuiGaps gaps;
    benchOpening(url, runs);
    tellGaps(gaps, QStringLiteral("opening"));
    {
        BenchWindow desk;
        const double shown = desk.open(url);
        const double counted = desk.waitForCount();
        out() << "  " << QLocale::c().toString(desk.rowCount()) << " addresses, shown in " << ms(shown)
              << ", counted " << ms(counted) << " later" << Qt::endl;
        benchScrolling(desk, gaps);
        benchSearching(desk, gaps);
    }
    visitApart(url);
}

DatabaseUrl filled(DatabaseUrl::Kind kind, const QTemporaryDir &folder, qint64 addresses)
{
    const DatabaseUrl url =
        kind == DatabaseUrl::Kind::Sqlite
            ? DatabaseUrl::sqlite(folder.filePath(QStringLiteral("%1.sqlite").arg(addresses)))
            : TestPostgres::instance()->createDatabase();
    QElapsedTimer time;
    time.start();
    benchDatabase::fill(url, addresses);
    out() << QStringLiteral("  filled about %1 addresses in %2 s")
                 .arg(QLocale::c().toString(addresses),
                      QString::number(static_cast<double>(time.elapsed()) / 1000, 'f', 1))
          << Qt::endl;
    return url;
}

void benchKind(DatabaseUrl::Kind kind, qint64 addresses, int runs)
{
    const bool isSqlite = kind == DatabaseUrl::Kind::Sqlite;
    out() << (isSqlite ? "SQLite" : "PostgreSQL") << Qt::endl;
    if (!isSqlite && !TestPostgres::instance()) {
        out() << "  " << TestPostgres::problem() << Qt::endl;
        return;
    }
    const QTemporaryDir folder;
    bench(filled(kind, folder, addresses), runs);
    for (const qint64 fewer : {addresses / 10, addresses / 100})
        visitApart(filled(kind, folder, fewer));
}

DatabaseUrl parsed(const QString &text)
{
    const auto url = DatabaseUrl::parse(text);
    if (!url)
        qFatal("not a database: %s", qPrintable(text));
    return *url;
}

} // namespace

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOptions(
        {{QStringLiteral("addresses"), QStringLiteral("How many, about."), QStringLiteral("N"),
          QStringLiteral("1000000")},
         {QStringLiteral("runs"), QStringLiteral("Openings."), QStringLiteral("N"), QStringLiteral("7")},
         {QStringLiteral("kind"), QStringLiteral("sqlite or postgresql alone."), QStringLiteral("KIND")},
         {QStringLiteral("database"), QStringLiteral("A database that is filled already."),
          QStringLiteral("URL")},
         {QStringLiteral("visit"), QStringLiteral("Only the window's memory."), QStringLiteral("URL")}});
    parser.addHelpOption();
    parser.process(application);
    if (parser.isSet(QStringLiteral("visit")))
        return visit(parsed(parser.value(QStringLiteral("visit"))));
    const int runs = std::max(1, parser.value(QStringLiteral("runs")).toInt());
    if (parser.isSet(QStringLiteral("database"))) {
        bench(parsed(parser.value(QStringLiteral("database"))), runs);
        return 0;
    }
    const qint64 addresses = std::max(10'000LL, parser.value(QStringLiteral("addresses")).toLongLong());
    const QString kind = parser.value(QStringLiteral("kind"));
    if (kind != u"postgresql")
        benchKind(DatabaseUrl::Kind::Sqlite, addresses, runs);
    if (kind != u"sqlite")
        benchKind(DatabaseUrl::Kind::Postgresql, addresses, runs);
    return 0;
}
