#include "app/mail/SmtpTransport.h"
#include "tests/support/SmtpServer.h"

#include <QtTest>

#include <thread>

using namespace addressdesk;
using Kind = Delivery::Kind;
using Security = SmtpSettings::Security;

namespace {

const QString password = u"geheim-7Q"_qs;

SmtpSettings settingsOf(const SmtpServer &server, Security security)
{
    SmtpSettings settings;
    settings.host = u"localhost"_qs;
    settings.port = server.port();
    settings.security = security;
    if (security != Security::Clear)
        settings.caFile = server.certificate();
    return settings;
}

SmtpSettings withLogin(SmtpSettings settings, const QString &secret = password)
{
    settings.user = u"user"_qs;
    settings.password = secret;
    return settings;
}

MailMessage messageTo(const QString &localPart, const QByteArray &body = "Hello\r\n")
{
    return {u"desk@example.com"_qs, localPart + u"@customer.example"_qs, u"1"_qs,
            "Subject: test\r\n\r\n" + body};
}

QString cleartextOf(SmtpServer &server)
{
    QString all;
    const QList<QJsonObject> pieces = server.events(u"cleartext"_qs);
    for (const QJsonObject &piece : pieces)
        all += piece[u"data"_qs].toString();
    return all;
}

} // namespace

class TestSmtpTransport final : public QObject
{
    Q_OBJECT

private slots:
    void deliver_overTls_logsInAndIsAccepted_data();
    void deliver_overTls_logsInAndIsAccepted();
    void deliver_again_keepsTheConnection();
    void deliver_afterTheServerClosed_connectsAnew();
    void deliver_ofDotsAndLongLines_arrivesAsItWas();
    void deliver_refusedByTheServer_saysHow_data();
    void deliver_refusedByTheServer_saysHow();
    void deliver_detailHoldsNoSecret();
    void deliver_brokenOff_isTemporary_data();
    void deliver_brokenOff_isTemporary();
    void deliver_toNobody_isTemporary_data();
    void deliver_toNobody_isTemporary();
    void deliver_tooSlow_isTemporary();
    void deliver_toAnUnusableServer_saysSo_data();
    void deliver_toAnUnusableServer_saysSo();
    void deliver_withoutTls_sendsNothing();
    void deliver_withWrongCertificate_sendsNothing_data();
    void deliver_withWrongCertificate_sendsNothing();
    void deliver_inClearText_isForTheLoopbackAlone();
    void abort_endsARunningDelivery();
};

void TestSmtpTransport::deliver_overTls_logsInAndIsAccepted_data()
{
    QTest::addColumn<SmtpServer::Security>("serverSecurity");
    QTest::addColumn<SmtpSettings::Security>("security");
    QTest::newRow("STARTTLS") << SmtpServer::Security::StartTls << Security::StartTls;
    QTest::newRow("implicit TLS") << SmtpServer::Security::ImplicitTls << Security::ImplicitTls;
}

void TestSmtpTransport::deliver_overTls_logsInAndIsAccepted()
{
    QFETCH(SmtpServer::Security, serverSecurity);
    QFETCH(SmtpSettings::Security, security);
    SmtpServer server(serverSecurity, {u"--password"_qs, password, u"--auth-required"_qs});
    SmtpSettings settings = withLogin(settingsOf(server, security));
    settings.heloName = u"desk.example.com"_qs;
    SmtpTransport transport(settings);
    const Delivery delivery = transport.deliver(messageTo(u"anna"_qs));
    QVERIFY2(delivery.kind == Kind::Accepted, qPrintable(delivery.detail));
    QCOMPARE(delivery.detail, QString());
    const QJsonObject mail = server.events(u"mail"_qs, 1).value(0);
    QCOMPARE(mail[u"sender"_qs].toString(), u"desk@example.com"_qs);
    QCOMPARE(mail[u"recipients"_qs].toArray(), QJsonArray{u"anna@customer.example"_qs});
    QCOMPARE(mail[u"content"_qs].toString(), u"Subject: test\r\n\r\nHello\r\n"_qs);
    QCOMPARE(server.events(u"auth"_qs, 1).value(0)[u"ok"_qs].toBool(), true);
    QCOMPARE(server.events(u"ehlo"_qs, 1).value(0)[u"name"_qs].toString(), settings.heloName);
    QVERIFY(!cleartextOf(server).contains(u"AUTH"_qs));
}

void TestSmtpTransport::deliver_again_keepsTheConnection()
{
    SmtpServer server(SmtpServer::Security::StartTls, {u"--password"_qs, password});
    SmtpTransport transport(withLogin(settingsOf(server, Security::StartTls)));
    for (const QString &name : {u"anna"_qs, u"bert"_qs, u"carla"_qs})
        QCOMPARE(transport.deliver(messageTo(name)).kind, Kind::Accepted);
    QCOMPARE(server.events(u"mail"_qs, 3).size(), 3);
    QCOMPARE(server.events(u"connected"_qs).size(), 1);
}

void TestSmtpTransport::deliver_afterTheServerClosed_connectsAnew()
{
    SmtpServer server(SmtpServer::Security::None);
    SmtpTransport transport(settingsOf(server, Security::Clear));
    for (const QString &name : {u"close1"_qs, u"close2"_qs, u"anna"_qs}) {
        const Delivery delivery = transport.deliver(messageTo(name));
        QVERIFY2(delivery.kind == Kind::Accepted, qPrintable(delivery.detail));
    }
    QCOMPARE(server.events(u"connected"_qs, 3).size(), 3);
    QCOMPARE(server.events(u"mail"_qs, 3).size(), 3);
}

void TestSmtpTransport::deliver_ofDotsAndLongLines_arrivesAsItWas()
{
    SmtpServer server(SmtpServer::Security::None);
    SmtpTransport transport(settingsOf(server, Security::Clear));
    const QByteArray body =
        ".\r\n..\r\n.x\r\n" + QByteArray(900, 'y') + "\r\n" + QByteArray("z\r\n").repeated(5000);
    const Delivery delivery = transport.deliver(messageTo(u"anna"_qs, body));
    QVERIFY2(delivery.kind == Kind::Accepted, qPrintable(delivery.detail));
    QCOMPARE(server.events(u"mail"_qs, 1).value(0)[u"content"_qs].toString(),
             QString::fromLatin1("Subject: test\r\n\r\n" + body));
}

void TestSmtpTransport::deliver_refusedByTheServer_saysHow_data()
{
    QTest::addColumn<QString>("recipient");
    QTest::addColumn<QString>("sender");
    QTest::addColumn<Delivery::Kind>("kind");
    QTest::addColumn<int>("code");
    QTest::addColumn<ErrorCode>("about");
    const QString desk = u"desk@example.com"_qs;
    QTest::newRow("recipient") << u"reject"_qs << desk << Kind::Permanent << 550
                               << ErrorCode::RecipientRefused;
    QTest::newRow("greylisted") << u"grey"_qs << desk << Kind::Temporary << 450
                                << ErrorCode::RecipientRefused;
    QTest::newRow("sender") << u"anna"_qs << u"refused@example.com"_qs << Kind::Permanent << 550
                            << ErrorCode::SenderRefused;
    QTest::newRow("message") << u"spam"_qs << desk << Kind::Permanent << 554 << ErrorCode::MessageRefused;
    QTest::newRow("message for now") << u"later"_qs << desk << Kind::Temporary << 451
                                     << ErrorCode::MessageRefused;
}

void TestSmtpTransport::deliver_refusedByTheServer_saysHow()
{
    QFETCH(QString, recipient);
    QFETCH(QString, sender);
    QFETCH(int, code);
    SmtpServer server(SmtpServer::Security::None);
    SmtpTransport transport(settingsOf(server, Security::Clear));
    MailMessage message = messageTo(recipient);
    message.sender = sender;
    const Delivery delivery = transport.deliver(message);
    QTEST(delivery.kind, "kind");
    QCOMPARE(delivery.replyCode, code);
    QTEST(delivery.code, "about");
    QVERIFY2(delivery.detail.startsWith(QString::number(code)), qPrintable(delivery.detail));
    QCOMPARE(transport.deliver(messageTo(u"anna"_qs)).kind, Kind::Accepted);
    QCOMPARE(server.events(u"mail"_qs, 1).size(), 1);
}

void TestSmtpTransport::deliver_detailHoldsNoSecret()
{
    SmtpServer server(SmtpServer::Security::None);
    SmtpTransport transport(settingsOf(server, Security::Clear));
    const Delivery delivery = transport.deliver(messageTo(u"reject.anna"_qs));
    QCOMPARE(delivery.detail, u"550-5.1.1 <[…]>: unknown 550 5.1.1 no user […] at […]"_qs);
    SmtpServer talkative(SmtpServer::Security::StartTls, {u"--password"_qs, password, u"--auth-reply"_qs,
                                                          u"535 5.7.8 wrong: "_qs + password});
    SmtpTransport other(withLogin(settingsOf(talkative, Security::StartTls)));
    QCOMPARE(other.deliver(messageTo(u"anna"_qs)).detail, u"535 5.7.8 wrong: […]"_qs);
}

void TestSmtpTransport::deliver_brokenOff_isTemporary_data()
{
    QTest::addColumn<QString>("recipient");
    QTest::newRow("within the message") << u"drop"_qs;
    QTest::newRow("before the message") << u"hush"_qs;
}

void TestSmtpTransport::deliver_brokenOff_isTemporary()
{
    QFETCH(QString, recipient);
    SmtpServer server(SmtpServer::Security::None);
    SmtpTransport transport(settingsOf(server, Security::Clear));
    const Delivery delivery = transport.deliver(messageTo(recipient));
    QCOMPARE(delivery.kind, Kind::Temporary);
    QCOMPARE(delivery.replyCode, 0);
    QVERIFY(!delivery.detail.isEmpty());
    QCOMPARE(transport.deliver(messageTo(u"anna"_qs)).kind, Kind::Accepted);
}

void TestSmtpTransport::deliver_toNobody_isTemporary_data()
{
    QTest::addColumn<QString>("host");
    QTest::newRow("nobody listens") << u"localhost"_qs;
    QTest::newRow("no such host") << u"mail.invalid"_qs;
}

void TestSmtpTransport::deliver_toNobody_isTemporary()
{
    QFETCH(QString, host);
    SmtpServer server(SmtpServer::Security::StartTls);
    SmtpSettings settings = settingsOf(server, Security::StartTls);
    settings.host = host;
    server.kill();
    SmtpTransport transport(settings);
    const Delivery delivery = transport.deliver(messageTo(u"anna"_qs));
    QVERIFY2(delivery.kind == Kind::Temporary, qPrintable(delivery.detail));
    QCOMPARE(delivery.replyCode, 0);
    QCOMPARE(delivery.code, ErrorCode::ConnectionFailed);
}

void TestSmtpTransport::deliver_tooSlow_isTemporary()
{
    SmtpServer server(SmtpServer::Security::None);
    SmtpSettings settings = settingsOf(server, Security::Clear);
    settings.messageTimeout = std::chrono::milliseconds(500);
    SmtpTransport transport(settings);
    QCOMPARE(transport.deliver(messageTo(u"slow"_qs)).kind, Kind::Temporary);
}

void TestSmtpTransport::deliver_toAnUnusableServer_saysSo_data()
{
    QTest::addColumn<QStringList>("options");
    QTest::addColumn<QString>("secret");
    QTest::addColumn<Delivery::Kind>("kind");
    QTest::addColumn<int>("code");
    QTest::addColumn<ErrorCode>("about");
    const QStringList login{u"--password"_qs, password};
    const QStringList required = login + QStringList{u"--auth-required"_qs};
    QTest::newRow("wrong password") << login << u"falsch"_qs << Kind::Unusable << 535
                                    << ErrorCode::AuthenticationFailed;
    QTest::newRow("login needed, none given")
        << required << QString() << Kind::Unusable << 530 << ErrorCode::AuthenticationFailed;
    QTest::newRow("login fails for now") << login + QStringList{u"--auth-reply"_qs, u"454 4.7.0 not now"_qs}
                                         << password << Kind::Temporary << 454 << ErrorCode::ServiceRefused;
    QTest::newRow("TLS fails for now") << QStringList{u"--starttls-reply"_qs, u"454 4.7.0 not now"_qs}
                                       << QString() << Kind::Temporary << 454 << ErrorCode::ServiceRefused;
    QTest::newRow("TLS refused") << QStringList{u"--starttls-reply"_qs, u"501 5.5.1 no"_qs} << QString()
                                 << Kind::Unusable << 501 << ErrorCode::TlsUnavailable;
    QTest::newRow("banned") << QStringList{u"--greeting"_qs, u"554 5.7.1 go away"_qs} << QString()
                            << Kind::Unusable << 554 << ErrorCode::ServiceRefused;
    QTest::newRow("busy") << QStringList{u"--greeting"_qs, u"421 4.3.2 busy"_qs} << QString()
                          << Kind::Temporary << 421 << ErrorCode::ServiceRefused;
}

void TestSmtpTransport::deliver_toAnUnusableServer_saysSo()
{
    QFETCH(QStringList, options);
    QFETCH(QString, secret);
    SmtpServer server(SmtpServer::Security::StartTls, options);
    SmtpSettings settings = settingsOf(server, Security::StartTls);
    SmtpTransport transport(secret.isEmpty() ? settings : withLogin(settings, secret));
    const Delivery delivery = transport.deliver(messageTo(u"anna"_qs));
    QVERIFY2(!delivery.detail.isEmpty(), "why?");
    QTEST(delivery.kind, "kind");
    QTEST(delivery.replyCode, "code");
    QTEST(delivery.code, "about");
}

void TestSmtpTransport::deliver_withoutTls_sendsNothing()
{
    SmtpServer server(SmtpServer::Security::None, {u"--password"_qs, password});
    SmtpSettings settings = withLogin(settingsOf(server, Security::Clear));
    settings.security = Security::StartTls;
    QCOMPARE(SmtpTransport(settings).deliver(messageTo(u"anna"_qs)).kind, Kind::Unusable);
    settings.security = Security::ImplicitTls;
    QCOMPARE(SmtpTransport(settings).deliver(messageTo(u"anna"_qs)).kind, Kind::Unusable);
    settings.security = Security::Clear;
    QCOMPARE(SmtpTransport(settings).deliver(messageTo(u"anna"_qs)).kind, Kind::Unusable);
    QCOMPARE(server.events(u"connected"_qs, 2).size(), 2);
    QVERIFY(server.events(u"auth"_qs).isEmpty() && server.events(u"mail"_qs).isEmpty());
    QVERIFY2(!cleartextOf(server).contains(u"AUTH"_qs) && !cleartextOf(server).contains(u"MAIL"_qs),
             qPrintable(cleartextOf(server)));
}

void TestSmtpTransport::deliver_withWrongCertificate_sendsNothing_data()
{
    QTest::addColumn<SmtpServer::Security>("serverSecurity");
    QTest::addColumn<SmtpSettings::Security>("security");
    QTest::addColumn<QString>("certificateHost");
    QTest::addColumn<bool>("isTrusted");
    const QString other = u"mail.example.com"_qs;
    const QString own = u"localhost"_qs;
    QTest::newRow("other name, STARTTLS")
        << SmtpServer::Security::StartTls << Security::StartTls << other << true;
    QTest::newRow("other name, implicit TLS")
        << SmtpServer::Security::ImplicitTls << Security::ImplicitTls << other << true;
    QTest::newRow("unknown authority, STARTTLS")
        << SmtpServer::Security::StartTls << Security::StartTls << own << false;
    QTest::newRow("unknown authority, implicit TLS")
        << SmtpServer::Security::ImplicitTls << Security::ImplicitTls << own << false;
}

void TestSmtpTransport::deliver_withWrongCertificate_sendsNothing()
{
    QFETCH(SmtpServer::Security, serverSecurity);
    QFETCH(SmtpSettings::Security, security);
    QFETCH(QString, certificateHost);
    QFETCH(bool, isTrusted);
    SmtpServer::certificateFor(certificateHost);
    SmtpServer server(serverSecurity, {u"--password"_qs, password});
    SmtpServer::certificateFor(u"localhost"_qs);
    SmtpSettings settings = withLogin(settingsOf(server, security));
    settings.caFile = isTrusted ? settings.caFile : QString();
    SmtpTransport transport(settings);
    const Delivery delivery = transport.deliver(messageTo(u"anna"_qs));
    QCOMPARE(delivery.kind, Kind::Unusable);
    QVERIFY2(delivery.detail.contains(u"SSL"_qs), qPrintable(delivery.detail));
    QVERIFY(server.events(u"auth"_qs).isEmpty() && server.events(u"mail"_qs).isEmpty());
}

void TestSmtpTransport::deliver_inClearText_isForTheLoopbackAlone()
{
    SmtpSettings settings;
    settings.host = u"mail.invalid"_qs;
    settings.security = Security::Clear;
    QCOMPARE(SmtpTransport(settings).deliver(messageTo(u"anna"_qs)).kind, Kind::Unusable);
    settings.allowClearText = true;
    QCOMPARE(SmtpTransport(settings).deliver(messageTo(u"anna"_qs)).kind, Kind::Temporary);
}

void TestSmtpTransport::abort_endsARunningDelivery()
{
    SmtpServer server(SmtpServer::Security::None);
    SmtpTransport transport(settingsOf(server, Security::Clear));
    Delivery delivery;
    std::thread sender([&] { delivery = transport.deliver(messageTo(u"slow"_qs)); });
    const qsizetype waiting = server.events(u"waiting"_qs, 1).size();
    transport.abort();
    sender.join();
    QCOMPARE(waiting, 1);
    QCOMPARE(delivery.kind, Kind::Stopped);
    QCOMPARE(transport.deliver(messageTo(u"anna"_qs)).kind, Kind::Stopped);
    QVERIFY(server.events(u"mail"_qs).isEmpty());
}

QTEST_GUILESS_MAIN(TestSmtpTransport)
#include "tst_smtptransport.moc"
