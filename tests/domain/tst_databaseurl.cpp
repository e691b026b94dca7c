#include "models/domain/DatabaseUrl.h"

#include <QDir>
#include <QtTest>

using namespace addressdesk;

class TestDatabaseUrl final : public QObject
{
    Q_OBJECT

private slots:
    void parse_sqlite_makesTheFileAbsolute();
    void parse_sqlite_keepsOddNames();
    void parse_postgresql_readsEveryPart();
    void parse_sqliteAsUrl_isDecoded();
    void parse_postgresql_takesEveryFormOfTheManual_data();
    void parse_postgresql_takesEveryFormOfTheManual();
    void parse_postgresql_roundTrips_data();
    void parse_postgresql_roundTrips();
    void parse_postgresqlWithoutPort_takesTheEnvironments();
    void parse_refusesWithAReason_data();
    void parse_refusesWithAReason();
    void effectiveSslMode_isRequireAcrossTheNetwork();
    void displayName_isShort();
};

void TestDatabaseUrl::parse_sqlite_makesTheFileAbsolute()
{
    const auto url = DatabaseUrl::parse(u"sqlite:desk.sqlite"_qs);
    QVERIFY(url.has_value());
    QCOMPARE(url->kind, DatabaseUrl::Kind::Sqlite);
    QCOMPARE(url->file, QDir::current().absoluteFilePath(u"desk.sqlite"_qs));
}

void TestDatabaseUrl::parse_sqlite_keepsOddNames()
{
    const QString odd = u"/tmp/Kund\u00eb #1 100%?mode=ro.sqlite"_qs;
    QCOMPARE(DatabaseUrl::parse(u"sqlite:"_qs + odd)->file, odd);
    QCOMPARE(DatabaseUrl::parse(DatabaseUrl::sqlite(odd).toString())->file, odd);
}

void TestDatabaseUrl::parse_postgresql_readsEveryPart()
{
    const auto url = DatabaseUrl::parse(
        u"postgresql://marie%40office@db.example.com:5433/customers?sslmode=verify-full&sslrootcert=/etc/ca.pem"_qs);
    QVERIFY(url.has_value());
    QCOMPARE(url->kind, DatabaseUrl::Kind::Postgresql);
    QCOMPARE(url->user, u"marie@office"_qs);
    QCOMPARE(url->host, u"db.example.com"_qs);
    QCOMPARE(url->port, 5433);
    QCOMPARE(url->database, u"customers"_qs);
    QCOMPARE(url->sslMode, u"verify-full"_qs);
    QCOMPARE(url->sslRootCert, u"/etc/ca.pem"_qs);
}

void TestDatabaseUrl::parse_sqliteAsUrl_isDecoded()
{
    QCOMPARE(DatabaseUrl::parse(u"sqlite:///srv/two%20words.sqlite"_qs)->file, u"/srv/two words.sqlite"_qs);
}

void TestDatabaseUrl::parse_postgresql_takesEveryFormOfTheManual_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("database");
    const QString none;
    QTest::newRow("local socket") << u"postgresql:///desk"_qs << none << none << 5432 << u"desk"_qs;
    QTest::newRow("without user") << u"postgresql://db:5433/desk"_qs << none << u"db"_qs << 5433
                                  << u"desk"_qs;
    QTest::newRow("without name") << u"postgresql://marie@db"_qs << u"marie"_qs << u"db"_qs << 5432
                                  << u"marie"_qs;
    QTest::newRow("short scheme") << u"postgres://marie@db/desk"_qs << u"marie"_qs << u"db"_qs << 5432
                                  << u"desk"_qs;
    QTest::newRow("host and port as parameters") << u"postgresql:///desk?host=/run/postgresql&port=5434"_qs
                                                 << none << u"/run/postgresql"_qs << 5434 << u"desk"_qs;
    QTest::newRow("host replaced") << u"postgresql://marie@db/desk?host=other"_qs << u"marie"_qs
                                   << u"other"_qs << 5432 << u"desk"_qs;
}

void TestDatabaseUrl::parse_postgresql_takesEveryFormOfTheManual()
{
    QFETCH(const QString, text);
    const auto url = DatabaseUrl::parse(text);
    QVERIFY2(url.has_value(), url ? "" : qPrintable(url.error().detail));
    QTEST(url->user, "user");
    QTEST(url->host, "host");
    QTEST(url->port, "port");
    QTEST(url->database, "database");
}

void TestDatabaseUrl::parse_postgresql_roundTrips_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("host and port") << u"postgresql://marie@db.example.com:5433/customers?sslmode=require"_qs;
    QTest::newRow("name alone") << u"postgresql:///desk"_qs;
    QTest::newRow("socket folder without user") << u"postgresql:///desk?host=/run/postgresql&port=5434"_qs;
    QTest::newRow("port alone") << u"postgresql:///desk?port=5434"_qs;
    QTest::newRow("socket folder") << u"postgresql://app@/desk?host=/run/postgresql&port=5434"_qs;
    QTest::newRow("odd name") << u"postgresql://app@localhost:5432/my%20desk%25"_qs;
    QTest::newRow("host with an underscore") << u"postgresql://app@db_server:5432/desk"_qs;
    QTest::newRow("IPv6 with a zone") << u"postgresql:///desk?host=fe80::1%25eth0"_qs;
    QTest::newRow("IPv6") << u"postgresql://app@[::1]:5432/desk"_qs;
    QTest::newRow("several hosts")
        << u"postgresql://app@/desk?host=db1,10.0.0.2,/run/postgresql&port=5434"_qs;
}

void TestDatabaseUrl::parse_postgresql_roundTrips()
{
    QFETCH(const QString, text);
    const auto url = DatabaseUrl::parse(text);
    QVERIFY2(url.has_value(), url ? "" : qPrintable(url.error().detail));
    const auto again = DatabaseUrl::parse(url->toString());
    QVERIFY2(again.has_value(), qPrintable(url->toString()));
    QVERIFY2(*again == *url, qPrintable(url->toString()));
}

void TestDatabaseUrl::parse_postgresqlWithoutPort_takesTheEnvironments()
{
    qputenv("PGPORT", "5433");
    const auto local = DatabaseUrl::parse(u"postgresql:///desk"_qs);
    const auto remote = DatabaseUrl::parse(u"postgresql://marie@db/desk"_qs);
    const auto named = DatabaseUrl::parse(u"postgresql://marie@db:5434/desk"_qs);
    const auto usual = DatabaseUrl::parse(u"postgresql:///desk?port=5432"_qs);
    const auto usualAgain = DatabaseUrl::parse(usual->toString());
    qputenv("PGPORT", "five");
    const auto refused = DatabaseUrl::parse(u"postgresql:///desk"_qs);
    const auto namedAnyway = DatabaseUrl::parse(u"postgresql:///desk?port=5434"_qs);
    qunsetenv("PGPORT");
    QCOMPARE(local->port, 5433);
    QCOMPARE(remote->port, 5433);
    QCOMPARE(named->port, 5434);
    QCOMPARE(usualAgain->port, 5432);
    QVERIFY(!refused);
    QVERIFY2(refused.error().detail.contains(u"PGPORT"_qs), qPrintable(refused.error().detail));
    QCOMPARE(namedAnyway->port, 5434);
    // What is kept of a URL means the same server when the variable is gone, or is new.
    QCOMPARE(DatabaseUrl::parse(local->toString())->port, 5433);
    QVERIFY(usual->toString() != local->toString());
    const QString kept = usual->toString();
    qputenv("PGPORT", "5433");
    const auto keptUsual = DatabaseUrl::parse(kept);
    qunsetenv("PGPORT");
    QCOMPARE(keptUsual->port, 5432);
}

void TestDatabaseUrl::parse_refusesWithAReason_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("nothing") << QString();
    QTest::newRow("other scheme") << u"mysql://db/desk"_qs;
    QTest::newRow("plain path") << u"/tmp/desk.sqlite"_qs;
    QTest::newRow("no file") << u"sqlite:"_qs;
    QTest::newRow("password") << u"postgresql://marie:secret@db/desk"_qs;
    QTest::newRow("unknown parameter") << u"postgresql://marie@db/desk?options=-c"_qs;
    QTest::newRow("password as a parameter") << u"postgresql://marie@db/desk?password=secret"_qs;
    QTest::newRow("password with a space") << u"postgresql://marie:my secret@db/desk"_qs;
    QTest::newRow("password before a wrong port") << u"postgresql://marie:secret@db:99999/desk"_qs;
    QTest::newRow("unknown sslmode") << u"postgresql://marie@db/desk?sslmode=maybe"_qs;
    QTest::newRow("no host's name") << u"postgresql:///desk?host=my%20host"_qs;
    QTest::newRow("several hosts and none") << u"postgresql://marie@db/desk?host=db1,,db2"_qs;
    QTest::newRow("several hosts and no host's name") << u"postgresql://marie@db/desk?host=db1,my%20host"_qs;
    QTest::newRow("no host's address") << u"postgresql:///desk?host=1::2::3"_qs;
    QTest::newRow("password as a host") << u"postgresql:///desk?host=marie:secret@db"_qs;
    QTest::newRow("no database and no user") << u"postgresql://db"_qs;
}

void TestDatabaseUrl::parse_refusesWithAReason()
{
    QFETCH(const QString, text);
    const auto url = DatabaseUrl::parse(text);
    QVERIFY(!url.has_value());
    QCOMPARE(url.error().code, ErrorCode::InvalidArgument);
    QVERIFY(!url.error().detail.isEmpty());
    QVERIFY(!url.error().detail.contains(u"secret"_qs));
}

void TestDatabaseUrl::effectiveSslMode_isRequireAcrossTheNetwork()
{
    QCOMPARE(DatabaseUrl::parse(u"postgresql://m@db.example.com/d"_qs)->effectiveSslMode(), u"require"_qs);
    QCOMPARE(DatabaseUrl::parse(u"postgresql://m@localhost/d"_qs)->effectiveSslMode(), u"prefer"_qs);
    QCOMPARE(DatabaseUrl::parse(u"postgresql://m@localhost/d?sslmode=disable"_qs)->effectiveSslMode(),
             u"disable"_qs);
    QCOMPARE(DatabaseUrl::parse(u"postgresql:///d?host=/run/postgresql,db"_qs)->effectiveSslMode(),
             u"require"_qs);
    QCOMPARE(DatabaseUrl::parse(u"postgresql:///d?host=::1,127.0.0.1,localhost"_qs)->effectiveSslMode(),
             u"prefer"_qs);
    // Where the URL names no host, libpq asks the environment.
    const DatabaseUrl local = *DatabaseUrl::parse(u"postgresql:///d"_qs);
    for (const auto &[name, value, mode] : {std::tuple("PGHOST", "db.example.com", "require"),
                                            std::tuple("PGHOST", "/run/postgresql", "prefer"),
                                            std::tuple("PGHOSTADDR", "192.0.2.2", "require")}) {
        qputenv(name, value);
        QCOMPARE(local.effectiveSslMode(), QString::fromLatin1(mode));
        qunsetenv(name);
    }
    QCOMPARE(local.effectiveSslMode(), u"prefer"_qs);
}

void TestDatabaseUrl::displayName_isShort()
{
    QCOMPARE(DatabaseUrl::sqlite(u"/srv/Customers 2026.sqlite"_qs).displayName(), u"Customers 2026"_qs);
    QCOMPARE(DatabaseUrl::parse(u"postgresql://m@db.example.com/desk"_qs)->displayName(),
             u"desk@db.example.com"_qs);
}

QTEST_GUILESS_MAIN(TestDatabaseUrl)
#include "tst_databaseurl.moc"
