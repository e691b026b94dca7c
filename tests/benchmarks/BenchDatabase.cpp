#include "BenchDatabase.h"

#include "app/sample/FillSample.h"
#include "models/storage/DeskOpening.h"
#include "models/storage/SqlConnection.h"

#include <QFile>

#include <unistd.h>

namespace addressdesk {

void benchDatabase::fill(const DatabaseUrl &url, qint64 addresses)
{
    ConnectionOptions options;
    options.mayCreateFile = true;
    options.statementTimeout = {};
    const auto connection = SqlConnection::open(url, {}, options);
    if (!connection)
        qFatal("no database to fill: %s", qPrintable(connection.error().detail));
    const auto desk = deskOpening::open(**connection, SchemaMapping::native(), SchemaPolicy::Initialise);
    if (!desk)
        qFatal("no tables to fill: %s", qPrintable(desk.error().detail));
    SampleOptions sample;
    sample.customers = addresses * 12 / 19; // About 1.58 addresses to a customer.
    const auto counts = fillSample(**connection, desk->schema.mapping, sample);
    if (!counts)
        qFatal("filling failed: %s", qPrintable(counts.error().detail));
}

QString benchDatabase::conninfo(const DatabaseUrl &url)
{
    return QStringLiteral("host='%1' port=%2 dbname='%3' user='%4'")
        .arg(url.host, QString::number(url.port), url.database, url.user);
}

double benchDatabase::residentMegabytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const double pages = file.readAll().split(' ').value(1).toDouble();
    return pages * static_cast<double>(sysconf(_SC_PAGESIZE)) / (1024.0 * 1024.0);
}

} // namespace addressdesk
