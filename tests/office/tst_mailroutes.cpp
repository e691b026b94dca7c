#include "app/desk/MailRoutes.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QtTest>

using namespace addressdesk;

namespace {

using Kind = MailRoute::Kind;
using Security = MailRoute::Security;

const QString sampleFile = QStringLiteral("/home/marie/sample.sqlite");
const QString sampleFolder = QStringLiteral("/home/marie/mails");

DatabaseUrl office()
{
    return *DatabaseUrl::parse(u"postgresql://marie@db.example.com/crm"_qs);
}

/// Settings in a file, which each fresh() reads anew, as a program that is started again does.
struct Desk
{
    QTemporaryDir folder;
    std::unique_ptr<QSettings> settings;
    std::unique_ptr<MailRoutes> routes;

    Desk() { open(); }
    [[nodiscard]] QString file() const { return folder.filePath(u"desk.ini"_qs); }
    void open()
    {
        routes.reset();
        settings.reset();
        settings = std::make_unique<QSettings>(file(), QSettings::IniFormat);
        routes = std::make_unique<MailRoutes>(*settings, sampleFile, sampleFolder);
    }
    /// As somebody with an editor could: the value of `key` in every group.
    void spoil(const QString &key, const QVariant &value)
    {
        const QStringList keys = settings->allKeys();
        for (const QString &known : keys) {
            if (known.endsWith(u'/' + key))
                settings->setValue(known, value);
        }
        open();
    }
};

MailRoute smtp()
{
    MailRoute route;
    route.kind = Kind::Smtp;
    route.host = u"mail.example.com"_qs;
    route.port = 465;
    route.security = Security::ImplicitTls;
    route.user = u"marie@example.com"_qs;
    return route;
}

} // namespace

class TestMailRoutes final : public QObject
{
    Q_OBJECT

private slots:
    void route_ofAnUnknownDatabase_sendsNothing();
    void route_ofTheSample_isAFolder_untilSomebodyChoosesOtherwise();
    void route_isKept_data();
    void route_isKept();
    void route_isOfOneDatabaseOnly_data();
    void route_isOfOneDatabaseOnly();
    void route_ofSpoiledSettings_isNeverMoreOpen_data();
    void route_ofSpoiledSettings_isNeverMoreOpen();
    void port_isKept_andZeroBefore();
    void credentialKey_namesUserHostAndPort();
};

void TestMailRoutes::route_ofAnUnknownDatabase_sendsNothing()
{
    const Desk desk;
    for (const DatabaseUrl &url :
         {office(), DatabaseUrl::sqlite(u"/home/marie/other.sqlite"_qs), DatabaseUrl()})
        QVERIFY(desk.routes->route(url) == MailRoute());
    QCOMPARE(MailRoute().kind, Kind::None);
}

void TestMailRoutes::route_ofTheSample_isAFolder_untilSomebodyChoosesOtherwise()
{
    Desk desk;
    const DatabaseUrl sample = DatabaseUrl::sqlite(sampleFile);
    QCOMPARE(desk.routes->route(sample).kind, Kind::Folder);
    QCOMPARE(desk.routes->route(sample).folder, sampleFolder);
    desk.routes->setRoute(sample, MailRoute());
    desk.open();
    QCOMPARE(desk.routes->route(sample).kind, Kind::None);
    // A server's database may have any name.
    DatabaseUrl named = office();
    named.file = sampleFile;
    QCOMPARE(desk.routes->route(named).kind, Kind::None);
}

void TestMailRoutes::route_isKept_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("folder");
    QTest::addColumn<int>("security");
    const auto row = [](const char *title, const QString &host, const QString &user, const QString &folder,
                        Security security) {
        QTest::newRow(title) << host << user << folder << static_cast<int>(security);
    };
    row("plain", u"mail.example.com"_qs, u"marie"_qs, u"/srv/mails"_qs, Security::StartTls);
    row("TLS", u"[::1]"_qs, u"marie@example.com"_qs, QString(), Security::ImplicitTls);
    row("clear", u"localhost"_qs, QString(), QString(), Security::Clear);
    row("odd folder", u"h"_qs, u"u"_qs, u"/srv/a, b;c=\"d\"\\é%41 🏠"_qs, Security::StartTls);
    row("another group", u"h\n[General]\nkind=smtp"_qs, u"a\r\nb=c"_qs, u"x]/[y"_qs, Security::StartTls);
    row("Qt's own forms", u"@Invalid()"_qs, u"@ByteArray(x)"_qs, u"@Variant(\\0)"_qs, Security::StartTls);
}

void TestMailRoutes::route_isKept()
{
    QFETCH(const QString, host);
    QFETCH(const QString, user);
    QFETCH(const QString, folder);
    QFETCH(const int, security);
    Desk desk;
    for (const Kind kind : {Kind::None, Kind::Folder, Kind::Smtp}) {
        const MailRoute route{kind, folder, host, 2525, static_cast<Security>(security), user};
        desk.routes->setRoute(office(), route);
        desk.open();
        QVERIFY(desk.routes->route(office()) == route);
    }
}

void TestMailRoutes::route_isOfOneDatabaseOnly_data()
{
    QTest::addColumn<QString>("other");
    QTest::newRow("another user") << u"postgresql://marc@db.example.com/crm"_qs;
    QTest::newRow("another port") << u"postgresql://marie@db.example.com:5433/crm"_qs;
    QTest::newRow("another name") << u"postgresql://marie@db.example.com/crm2"_qs;
    QTest::newRow("a file of that name") << u"sqlite:/crm"_qs;
    QTest::newRow("the sample") << u"sqlite:"_qs + sampleFile;
}

void TestMailRoutes::route_isOfOneDatabaseOnly()
{
    QFETCH(const QString, other);
    Desk desk;
    const DatabaseUrl url = *DatabaseUrl::parse(other);
    const MailRoute before = desk.routes->route(url);
    desk.routes->setRoute(office(), smtp());
    desk.routes->setPort(office(), 41234);
    desk.open();
    QVERIFY(desk.routes->route(url) == before);
    QCOMPARE(desk.routes->port(url), quint16(0));
}

void TestMailRoutes::route_ofSpoiledSettings_isNeverMoreOpen_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QVariant>("value");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("security");
    const auto row = [](const char *title, const QString &key, const QVariant &value, Kind kind,
                        Security security) {
        QTest::newRow(title) << key << value << static_cast<int>(kind) << static_cast<int>(security);
    };
    row("unknown kind", u"kind"_qs, u"SMTP "_qs, Kind::None, Security::StartTls);
    row("kind of another type", u"kind"_qs, QStringList{u"smtp"_qs, u"folder"_qs}, Kind::None,
        Security::StartTls);
    row("unknown security", u"security"_qs, u"Clear"_qs, Kind::Smtp, Security::StartTls);
    row("no security", u"security"_qs, QString(), Kind::Smtp, Security::StartTls);
    row("security of another type", u"security"_qs, 2, Kind::Smtp, Security::StartTls);
}

void TestMailRoutes::route_ofSpoiledSettings_isNeverMoreOpen()
{
    QFETCH(const QString, key);
    QFETCH(const QVariant, value);
    QFETCH(const int, kind);
    QFETCH(const int, security);
    Desk desk;
    desk.routes->setRoute(office(), smtp());
    desk.spoil(key, value);
    const MailRoute route = desk.routes->route(office());
    QCOMPARE(static_cast<int>(route.kind), kind);
    if (route.kind == Kind::Smtp)
        QCOMPARE(static_cast<int>(route.security), security);
}

void TestMailRoutes::port_isKept_andZeroBefore()
{
    Desk desk;
    QCOMPARE(desk.routes->port(office()), quint16(0));
    desk.routes->setPort(office(), 65535);
    desk.open();
    QCOMPARE(desk.routes->port(office()), quint16(65535));
    desk.spoil(u"linkPort"_qs, u"many"_qs);
    QCOMPARE(desk.routes->port(office()), quint16(0));
}

void TestMailRoutes::credentialKey_namesUserHostAndPort()
{
    QCOMPARE(MailRoutes::credentialKey(smtp()), u"smtp://marie@example.com@mail.example.com:465"_qs);
    // Values with the placeholders of QString::arg() are still values.
    MailRoute odd = smtp();
    odd.user = u"%3"_qs;
    odd.host = u"%1"_qs;
    QCOMPARE(MailRoutes::credentialKey(odd), u"smtp://%3@%1:465"_qs);
}

QTEST_GUILESS_MAIN(TestMailRoutes)
#include "tst_mailroutes.moc"
