#include "app/sample/SampleBuilder.h"

#include "models/storage/OfficeSettingsRepository.h"
#include "models/storage/SchemaInitialiser.h"
#include "models/storage/SqlConnection.h"
#include "models/storage/Verifier.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace addressdesk;
using namespace Qt::StringLiterals;

namespace {

/// Counts what a builder tells.
struct Listener
{
    explicit Listener(SampleBuilder &builder)
    {
        QObject::connect(&builder, &SampleBuilder::progressed, &context, [this](qint64 done, qint64 total) {
            isAscending = isAscending && done > lastDone && done <= total;
            lastDone = done;
            isOnGuiThread = isOnGuiThread && QThread::currentThread() == context.thread();
        });
        QObject::connect(&builder, &SampleBuilder::finished, &context,
                         [this](const Result<SampleCounts> &told) { results.append(told); });
    }

    QObject context;
    qint64 lastDone = 0;
    bool isAscending = true;
    bool isOnGuiThread = true;
    QList<Result<SampleCounts>> results;
};

} // namespace

class TestSampleBuilder : public QObject
{
    Q_OBJECT

private slots:
    void start_buildsACompleteFile_andTellsOnce();
    void start_overAnOldFile_replacesIt();
    void cancel_leavesNoFile();
    void destruction_whileItWorks_endsIt();
    void start_whereNothingCanBeWritten_fails();
};

void TestSampleBuilder::start_buildsACompleteFile_andTellsOnce()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"sample.db"_s);
    SampleOptions options;
    options.mailLanguage = u"fr"_s;
    SampleBuilder builder(file, options);
    Listener listener(builder);
    builder.start();
    QTRY_COMPARE_WITH_TIMEOUT(listener.results.size(), 1, 60000);
    QVERIFY(listener.results.first().has_value());
    QCOMPARE(listener.results.first()->customers, 5000);
    QCOMPARE(listener.lastDone, 5000);
    QVERIFY(listener.isAscending && listener.isOnGuiThread);
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files), QStringList{u"sample.db"_s});

    const auto connection = SqlConnection::open(DatabaseUrl::sqlite(file), {});
    QVERIFY(connection.has_value());
    QCOMPARE(OfficeSettingsRepository(**connection).load()->language, u"fr"_s);
    const auto schema = SchemaInitialiser(**connection, SchemaMapping::native()).effective();
    QVERIFY(schema.has_value());
    const auto report = Verifier(**connection, schema->mapping).verify();
    QVERIFY(report.has_value() && report->isClean());
    QCOMPARE(report->eventCount, listener.results.first()->events);
}

void TestSampleBuilder::start_overAnOldFile_replacesIt()
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"sample.db"_s);
    for (const QString &name : {file, file + u".part"_s}) {
        QFile old(name);
        QVERIFY(old.open(QIODevice::WriteOnly) && old.write("old") == 3);
    }
    SampleBuilder builder(file, {20, 1, QDateTime::currentDateTimeUtc()});
    Listener listener(builder);
    builder.start();
    QTRY_COMPARE_WITH_TIMEOUT(listener.results.size(), 1, 60000);
    QVERIFY(listener.results.first().has_value());
    QVERIFY(SqlConnection::open(DatabaseUrl::sqlite(file), {}).has_value());
}

void TestSampleBuilder::cancel_leavesNoFile()
{
    const QTemporaryDir folder;
    SampleBuilder builder(folder.filePath(u"sample.db"_s), {50'000'000, 1, QDateTime::currentDateTimeUtc()});
    Listener listener(builder);
    builder.start();
    QTRY_VERIFY_WITH_TIMEOUT(listener.lastDone > 0, 60000);
    builder.cancel();
    QTRY_COMPARE_WITH_TIMEOUT(listener.results.size(), 1, 60000);
    QCOMPARE(listener.results.first().error().code, ErrorCode::Cancelled);
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestSampleBuilder::destruction_whileItWorks_endsIt()
{
    const QTemporaryDir folder;
    {
        SampleBuilder builder(folder.filePath(u"sample.db"_s),
                              {50'000'000, 1, QDateTime::currentDateTimeUtc()});
        Listener listener(builder);
        builder.start();
        QTRY_VERIFY_WITH_TIMEOUT(listener.lastDone > 0, 60000);
    }
    QVERIFY(QDir(folder.path()).isEmpty());
}

void TestSampleBuilder::start_whereNothingCanBeWritten_fails()
{
    const QTemporaryDir folder;
    SampleBuilder builder(folder.filePath(u"missing/sample.db"_s));
    Listener listener(builder);
    builder.start();
    QTRY_COMPARE_WITH_TIMEOUT(listener.results.size(), 1, 60000);
    QVERIFY(!listener.results.first().has_value());
}

QTEST_GUILESS_MAIN(TestSampleBuilder)
#include "tst_samplebuilder.moc"
