#include "models/storage/SqlConnection.h"

#include <QCoreApplication>
#include <QtTest/QtTest>

using namespace addressdesk;

/// A program of its own: Qt keeps the drivers that it has found.
class TestDriverMissing : public QObject
{
    Q_OBJECT

private slots:
    void open_withoutDriver_saysWhichIsMissing();
};

void TestDriverMissing::open_withoutDriver_saysWhichIsMissing()
{
    QCoreApplication::setLibraryPaths({});
    DatabaseUrl url;
    url.kind = DatabaseUrl::Kind::Postgresql;
    url.database = QStringLiteral("any");
    const auto connection = SqlConnection::open(url, {});
    QVERIFY(!connection);
    QCOMPARE(connection.error().code, ErrorCode::DriverMissing);
    QCOMPARE(connection.error().detail, QStringLiteral("QPSQL"));
}

QTEST_GUILESS_MAIN(TestDriverMissing)
#include "tst_drivermissing.moc"
