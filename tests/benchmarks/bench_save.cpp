// One save through ChangeRecorder beside the same SQL run by hand in C, in one interleaved run.
// Usage: bench_save [SAVES], 2000 when not given. Prints the median of each in microseconds and their ratio.

#include "DurableServer.h"
#include "Median.h"
#include "RawSave.h"

#include "models/storage/ChangeRecorder.h"
#include "tests/support/TestDatabase.h"

#include <QCoreApplication>
#include <QTextStream>

#include <algorithm>
#include <chrono>
#include <vector>

using namespace addressdesk;

namespace {

const QString addressId = QStringLiteral("00000000-0000-4000-8000-000000000002");
const QString lyon = QStringLiteral("Lyon");
const QString paris = QStringLiteral("Paris");
const QString city = QStringLiteral("city");

void addAddress(const TestDatabase &database)
{
    database.run(
        QStringLiteral("INSERT INTO users (id, first_name, last_name, email) VALUES"
                       " ('00000000-0000-4000-8000-000000000001', 'Anna', 'Muster', 'anna@example.com')"));
    database.run(QStringLiteral(
        "INSERT INTO addresses (id, user_id, city) VALUES"
        " ('00000000-0000-4000-8000-000000000002', '00000000-0000-4000-8000-000000000001', 'Lyon')"));
}

template<typename Function> double microseconds(Function &&function)
{
    const auto start = std::chrono::steady_clock::now();
    function();
    return std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - start).count();
}

void recordSave(ChangeRecorder &recorder, const QString &from, const QString &to)
{
    const auto outcome = recorder.save({addressId, {{city, from, to}}, std::nullopt});
    if (!outcome || outcome->kind != SaveOutcome::Kind::Recorded)
        qFatal("the recorder did not save: %s", outcome ? "" : qPrintable(outcome.error().detail));
}

/// What the recorder sends for a save, seen on its second save, when everything is prepared; the address ends
/// as it began.
RawSave::Recipe recipe(ChangeRecorder &recorder, SqlConnection &connection, const TestDatabase &database)
{
    RawSave::Recipe result;
    recordSave(recorder, lyon, paris);
    connection.setFaultInjector([&result](const QString &sql) {
        result.statements.append(sql);
        return std::nullopt;
    });
    recordSave(recorder, paris, lyon);
    connection.setFaultInjector({});
    result.statements.removeDuplicates(); // Prepared and executed are two calls with one text.
    result.content =
        database.value(QStringLiteral("SELECT CAST(content AS text) FROM mail_outbox"))->toUtf8();
    return result;
}

std::unique_ptr<RawSave> rawSave(const TestDatabase &database, const RawSave::Recipe &recipe)
{
    const DatabaseUrl &url = database.url();
    if (!database.isPostgresql())
        return RawSave::sqlite(url.file, recipe);
    return RawSave::postgresql(QStringLiteral("host='%1' port=%2 dbname='%3' user='%4'")
                                   .arg(url.host, QString::number(url.port), url.database, url.user),
                               recipe);
}

void run(DatabaseUrl::Kind kind, const QString &name, int saves)
{
    QTextStream out(stdout);
    if (const QString missing = TestDatabase::missing(kind); !missing.isEmpty()) {
        out << name << ": " << missing << Qt::endl;
        return;
    }
    syncWrites(kind);
    const TestDatabase byHand(kind);
    const TestDatabase byRecorder(kind);
    addAddress(byHand);
    addAddress(byRecorder);
    const auto connection = byRecorder.connect();
    ChangeRecorder recorder(*connection, SchemaMapping::native(), QStringLiteral("bench"));
    const auto raw = rawSave(byHand, recipe(recorder, *connection, byRecorder));

    std::vector<double> rawTimes;
    std::vector<double> recorderTimes;
    const int warmUp = 100;
    for (int i = -warmUp; i < saves; ++i) {
        const bool isEven = i % 2 == 0;
        const QString &from = isEven ? lyon : paris;
        const QString &to = isEven ? paris : lyon;
        const double rawTime =
            microseconds([&] { raw->save(addressId.toUtf8(), from.toUtf8(), to.toUtf8()); });
        const double recorderTime = microseconds([&] { recordSave(recorder, from, to); });
        if (i >= 0) {
            rawTimes.push_back(rawTime);
            recorderTimes.push_back(recorderTime);
        }
    }
    const double rawMedian = median(rawTimes);
    const double recorderMedian = median(recorderTimes);
    out << QStringLiteral("save, %1: by hand in C %2 us, ChangeRecorder %3 us, ratio %4 (median of %5)")
               .arg(name, QString::number(rawMedian, 'f', 0), QString::number(recorderMedian, 'f', 0),
                    QString::number(recorderMedian / rawMedian, 'f', 2), QString::number(saves))
        << Qt::endl;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const int saves = argc > 1 ? std::max(100, application.arguments().at(1).toInt()) : 2000;
    run(DatabaseUrl::Kind::Sqlite, QStringLiteral("SQLite"), saves);
    run(DatabaseUrl::Kind::Postgresql, QStringLiteral("PostgreSQL"), saves);
    return 0;
}
