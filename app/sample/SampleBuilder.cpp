#include "app/sample/SampleBuilder.h"

#include "models/storage/SchemaInitialiser.h"
#include "models/storage/SqlConnection.h"

#include <QFile>

namespace addressdesk {

namespace {

void removeWithSideFiles(const QString &file)
{
    for (const QString &suffix :
         {QString(), QStringLiteral("-wal"), QStringLiteral("-shm"), QStringLiteral("-journal")})
        QFile::remove(file + suffix);
}

Result<SampleCounts> build(const QString &file, const SampleOptions &options, const SampleProgress &progress,
                           const std::atomic<bool> &cancelled)
{
    ConnectionOptions connectionOptions;
    connectionOptions.mayCreateFile = true;
    connectionOptions.statementTimeout = std::chrono::milliseconds(0);
    auto connection = SqlConnection::open(DatabaseUrl::sqlite(file), {}, connectionOptions);
    if (!connection)
        return tl::unexpected(connection.error());
    const SchemaInitialiser schema(**connection, SchemaMapping::native());
    if (const Done done = schema.apply(); !done)
        return tl::unexpected(done.error());
    const auto effective = schema.effective();
    if (!effective)
        return tl::unexpected(effective.error());
    return fillSample(**connection, effective->mapping, options, progress, &cancelled);
}

/// Built beside it under another name, so that nobody opens half a database.
Result<SampleCounts> buildBeside(const QString &file, const SampleOptions &options,
                                 const SampleProgress &progress, const std::atomic<bool> &cancelled)
{
    const QString part = file + QStringLiteral(".part");
    removeWithSideFiles(part);
    Result<SampleCounts> counts = build(part, options, progress, cancelled);
    if (counts && cancelled)
        counts = failure(ErrorCode::Cancelled);
    if (counts) {
        removeWithSideFiles(file);
        if (!QFile::rename(part, file))
            counts = failure(ErrorCode::ReadOnly, QStringLiteral("cannot rename to %1").arg(file));
    }
    if (!counts)
        removeWithSideFiles(part);
    return counts;
}

} // namespace

SampleBuilder::SampleBuilder(QString file, SampleOptions options, QObject *parent)
    : QObject(parent), m_file(std::move(file)), m_options(std::move(options)),
      m_isCancelled(std::make_shared<std::atomic<bool>>(false))
{
}

SampleBuilder::~SampleBuilder()
{
    cancel();
    if (m_thread)
        m_thread->wait();
}

void SampleBuilder::start()
{
    Q_ASSERT(!m_thread);
    m_thread.reset(QThread::create([this, file = m_file, options = m_options, isCancelled = m_isCancelled] {
        const SampleProgress tell = [this](qint64 done, qint64 total) {
            QMetaObject::invokeMethod(
                this, [this, done, total] { emit progressed(done, total); }, Qt::QueuedConnection);
        };
        const Result<SampleCounts> counts = buildBeside(file, options, tell, *isCancelled);
        QMetaObject::invokeMethod(
            this, [this, counts] { emit finished(counts); }, Qt::QueuedConnection);
    }));
    m_thread->setObjectName(QStringLiteral("sample"));
    m_thread->start();
}

void SampleBuilder::cancel()
{
    *m_isCancelled = true;
}

} // namespace addressdesk
