#include "app/mail/SmtpSettings.h"

#include <QtTest>

using namespace addressdesk;
using Security = SmtpSettings::Security;

class TestSmtpSettings final : public QObject
{
    Q_OBJECT

private slots:
    void fromUrl_ofAServer_findsItsParts_data();
    void fromUrl_ofAServer_findsItsParts();
    void fromUrl_ofAnythingElse_saysWhatIsWrong_data();
    void fromUrl_ofAnythingElse_saysWhatIsWrong();
    void check_refusesWhatCannotBeUsed();
};

void TestSmtpSettings::fromUrl_ofAServer_findsItsParts_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<SmtpSettings::Security>("security");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("user");
    const QString host = u"mail.example.com"_qs;
    QTest::newRow("STARTTLS") << u"smtp://desk@mail.example.com:2525"_qs << Security::StartTls << host << 2525
                              << u"desk"_qs;
    QTest::newRow("its port") << u"smtp://mail.example.com"_qs << Security::StartTls << host << 587
                              << QString();
    QTest::newRow("TLS") << u"smtps://desk%40example.com@mail.example.com/"_qs << Security::ImplicitTls
                         << host << 465 << u"desk@example.com"_qs;
    QTest::newRow("relay") << u"smtp://localhost?tls=none"_qs << Security::Clear << u"localhost"_qs << 25
                           << QString();
    QTest::newRow("IPv6 relay") << u"smtp://[::1]:26?tls=none"_qs << Security::Clear << u"::1"_qs << 26
                                << QString();
    QTest::newRow("IPv4 relay") << u"smtp://127.0.0.1?tls=none"_qs << Security::Clear << u"127.0.0.1"_qs << 25
                                << QString();
    QTest::newRow("host beyond ASCII") << u"smtp://bücher.example"_qs << Security::StartTls
                                       << u"xn--bcher-kva.example"_qs << 587 << QString();
}

void TestSmtpSettings::fromUrl_ofAServer_findsItsParts()
{
    QFETCH(QString, url);
    const auto settings = SmtpSettings::fromUrl(url);
    QVERIFY2(settings, settings ? "" : qPrintable(settings.error().detail));
    QTEST(settings->security, "security");
    QTEST(settings->host, "host");
    QTEST(settings->port, "port");
    QTEST(settings->user, "user");
    QCOMPARE(settings->password, QString());
    QVERIFY(!settings->allowClearText);
}

void TestSmtpSettings::fromUrl_ofAnythingElse_saysWhatIsWrong_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("why");
    QTest::newRow("empty") << QString() << u"smtp://"_qs;
    QTest::newRow("password") << u"smtp://desk:geheim@mail.example.com"_qs << u"password"_qs;
    QTest::newRow("empty password") << u"smtp://desk:@mail.example.com"_qs << u"password"_qs;
    QTest::newRow("web") << u"https://mail.example.com"_qs << u"smtp://"_qs;
    QTest::newRow("no host") << u"smtp://"_qs << u"host"_qs;
    QTest::newRow("host alone") << u"mail.example.com:587"_qs << u"smtp://"_qs;
    QTest::newRow("port") << u"smtp://mail.example.com:0"_qs << u"port"_qs;
    QTest::newRow("large port") << u"smtp://mail.example.com:70000"_qs << u"URL"_qs;
    QTest::newRow("path") << u"smtp://mail.example.com/x"_qs << u"follow"_qs;
    QTest::newRow("query") << u"smtp://mail.example.com?tls=off"_qs << u"tls=none"_qs;
    QTest::newRow("contradiction") << u"smtps://localhost?tls=none"_qs << u"contradict"_qs;
    QTest::newRow("clear to elsewhere") << u"smtp://mail.example.com?tls=none"_qs << u"encrypted"_qs;
    QTest::newRow("clear to a look-alike") << u"smtp://127.0.0.1.example.com?tls=none"_qs << u"encrypted"_qs;
    QTest::newRow("login in clear") << u"smtp://desk@localhost?tls=none"_qs << u"unencrypted"_qs;
}

void TestSmtpSettings::fromUrl_ofAnythingElse_saysWhatIsWrong()
{
    QFETCH(QString, url);
    QFETCH(QString, why);
    const auto settings = SmtpSettings::fromUrl(url);
    QVERIFY(!settings);
    QCOMPARE(settings.error().code, ErrorCode::InvalidArgument);
    QVERIFY2(settings.error().detail.contains(why), qPrintable(settings.error().detail));
    QVERIFY(!settings.error().detail.contains(u"geheim"_qs));
}

void TestSmtpSettings::check_refusesWhatCannotBeUsed()
{
    SmtpSettings settings;
    QVERIFY(!settings.check());
    settings.host = u"mail.example.com"_qs;
    QVERIFY(settings.check());
    settings.host = u"mail.example.com/\r\nx"_qs;
    QVERIFY(!settings.check());
    settings.host = u"mail.example.com"_qs;
    settings.heloName = u"a b"_qs;
    QVERIFY(!settings.check());
}

QTEST_GUILESS_MAIN(TestSmtpSettings)
#include "tst_smtpsettings.moc"
